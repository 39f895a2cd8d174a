import type * as z from 'zod/mini';
import type { AnyEndpoint, Fields, Nothing, Schema } from './contract.ts';

/** In an address everything is text: what is asked is written as what it stands for, a number as a number. */
type Written<F extends Fields> = {
  readonly [K in keyof z.input<F>]: K extends keyof z.output<F> ? z.output<F>[K] : never;
};

type Part<Name extends string, Value> = [Value] extends [never]
  ? unknown
  : Nothing extends Value
    ? { readonly [K in Name]?: Value }
    : { readonly [K in Name]: Value };

type WrittenIn<F> = F extends Fields ? Written<F> : never;
type BodyIn<B> = B extends Schema ? z.input<B> : never;

/** What somebody has to bring to an endpoint: its parameters, its query and its body, where it has them. */
export type Asked<E extends AnyEndpoint> = Part<'params', WrittenIn<E['params']>> &
  Part<'query', WrittenIn<E['query']>> &
  Part<'body', BodyIn<E['body']>>;

/** The names of the parameters in an address: 'team' and 'member' in '/teams/:team/members/:member'. */
export const paramsIn = (url: string): readonly string[] =>
  [...url.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');

/** Where an endpoint is, below /api, for these parameters and this query. */
export function addressOf(
  { url }: Pick<AnyEndpoint, 'url'>,
  asked: { readonly params?: object; readonly query?: object } = {},
): string {
  const params = new Map(Object.entries(asked.params ?? {}));
  const path = url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params.get(name))));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked.query ?? {}))
    if (value !== undefined) query.set(name, String(value));
  return query.size === 0 ? path : `${path}?${query}`;
}
