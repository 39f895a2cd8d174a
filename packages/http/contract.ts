import type * as z from 'zod/mini';
import type { Access } from './access.ts';

export type Schema = z.core.$ZodType;
export type Fields = z.core.$ZodObject;

/** A file of one of these media types. It is always answered as something to keep, never as a page. */
export type FileAnswer = { readonly file: readonly [type: string, ...types: string[]] };
/** Server-sent events: an answer that stays open. */
export type StreamAnswer = { readonly events: true };
/** JSON of this shape, a file, or a stream. */
export type AnswerKind = Schema | FileAnswer | StreamAnswer;

export const file = <const T extends FileAnswer['file']>(...types: T): { readonly file: T } => ({
  file: types,
});
export const eventStream: StreamAnswer = { events: true };

export type Endpoint<
  A extends Access = Access,
  P extends Fields | undefined = Fields | undefined,
  Q extends Fields | undefined = Fields | undefined,
  B extends Schema | undefined = Schema | undefined,
  R extends AnswerKind = AnswerKind,
> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below /api; a part that is written `:team` is the parameter `team`. */
  readonly url: string;
  /** There is no default: an endpoint that does not say who may come in is not mounted. */
  readonly access: A;
  /** One English sentence for the API description. */
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly answer: R;
  /** Largest body in bytes; 64 kB unless told. */
  readonly bodyLimit?: number;
  /** Calls per minute per address, for doors that could be tried over and over. */
  readonly callsPerMinute?: number;
  /** Most items per minute per session, where one call brings several. */
  readonly itemsPerMinute?: { readonly most: number; readonly count: (body: Output<B>) => number };
};

/** An endpoint whose types are no longer of interest: what a list of endpoints is made of. */
export type AnyEndpoint = Omit<Endpoint, 'itemsPerMinute'> & {
  readonly itemsPerMinute?: { readonly most: number; readonly count: (body: never) => number };
};

/**
 * One address of the product, whole: method, address, who may come in, what is asked and what is answered. It is written
 * once, in the domain of its feature; the server implements it, the web calls it, and the API description is read off it.
 */
/* @__NO_SIDE_EFFECTS__ */
export function endpoint<
  const A extends Access,
  R extends AnswerKind,
  P extends Fields | undefined = undefined,
  Q extends Fields | undefined = undefined,
  B extends Schema | undefined = undefined,
>(contract: Endpoint<A, P, Q, B, R>): Endpoint<A, P, Q, B, R> {
  return contract;
}

/** What the schema lets through; undefined where there is none. */
export type Output<S> = [NonNullable<S>] extends [never]
  ? undefined
  : z.output<Extract<NonNullable<S>, Schema>>;

/** Nothing that has to be given. */
export type Nothing = Record<never, never>;

/** As data is handed on: nobody changes what was told. */
export type Told<T> = T extends object ? { readonly [K in keyof T]: Told<T[K]> } : T;

/** What an endpoint that answers JSON tells. */
export type AnswerOf<E extends AnyEndpoint> = E['answer'] extends Schema
  ? Told<z.output<E['answer']>>
  : never;

export const answersJson = <E extends AnyEndpoint>(
  contract: E,
): contract is E & { readonly answer: Schema } => '_zod' in contract.answer;

export type AsksJson = AnyEndpoint & { readonly answer: Schema };
