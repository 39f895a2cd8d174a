import type * as z from 'zod/mini';
import type { Transaction } from '#packages/database';
import type {
  AnyEndpoint,
  FileAnswer,
  GivenBy,
  ListEndpoint,
  Output,
  Schema,
  StreamAnswer,
  Told,
} from '#packages/http';
import type { Refusal } from '#packages/kernel';
import type { Pager } from './pages.ts';

export type Cookie = {
  readonly name: string;
  readonly value: string;
  /** Seconds; 0 takes it away. */
  readonly maxAge: number;
};

/** An answer that stays open: `stream` is called once the headers are out, and gives what to do when the other side has gone. */
export type EventStream = { readonly stream: (connection: Connection) => Promise<() => void> };
export type Connection = { readonly send: (frame: Buffer) => void; readonly close: () => void };

/** Something to keep: whole, or as it comes. */
export type File = {
  readonly type: string;
  /** What it is called where it is kept. */
  readonly name: string;
  readonly content: string | Buffer | NodeJS.ReadableStream;
};

/**
 * One transaction for whom the access says; work that ends in a refusal leaves nothing behind. What waits for something
 * else (a mail server, another transaction) stands outside it.
 */
export type Within = <T>(work: (sql: Transaction) => Promise<T>) => Promise<T>;

/** Who stands at the door and what they brought; what the access promised is there. */
export type Call<E extends AnyEndpoint> = GivenBy<E['access']> & {
  readonly params: Output<E['params']>;
  readonly query: Output<E['query']>;
  readonly body: Output<E['body']>;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** Goes out with the answer; a refusal takes no cookie along. */
  readonly setCookie: (cookie: Cookie) => void;
  /** Key of the web session (not its token), for listing "this browser"; null when nobody is signed in. */
  readonly sessionId: string | null;
  readonly userAgent: string;
  /** Asks at the door once more, for what takes its time: what the access gives by now, or the refusal that the caller would hear. */
  readonly again: () => Promise<GivenBy<E['access']> | Refusal>;
  readonly within: Within;
} & (E extends ListEndpoint ? { readonly page: Pager<E> } : unknown);

/** What an implementation gives back. */
export type Returned<R> = R extends Schema
  ? Told<z.output<R>>
  : R extends FileAnswer
    ? File & { readonly type: R['file'][number] }
    : R extends StreamAnswer
      ? EventStream
      : never;

/** An endpoint with what it does. */
export type Implementation = {
  readonly endpoint: AnyEndpoint;
  readonly handle: (call: never) => Promise<unknown>;
};

/**
 * `implement(contract.read)(async (call) => …)`: the endpoint first, by itself, so that the compiler knows what has to be
 * answered before it reads how.
 */
export const implement =
  <const E extends AnyEndpoint>(endpoint: E) =>
  (handle: (call: Call<E>) => Promise<Returned<E['answer']> | Refusal>): Implementation => ({
    endpoint,
    handle,
  });

/** All of it is one transaction, as `within` makes them. */
export const implementWithin =
  <const E extends AnyEndpoint>(endpoint: E) =>
  (
    handle: (call: Call<E> & { readonly sql: Transaction }) => Promise<Returned<E['answer']> | Refusal>,
  ): Implementation =>
    implement(endpoint)((call) => call.within((sql) => handle({ ...call, sql })));
