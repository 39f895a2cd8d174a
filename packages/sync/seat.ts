import type { StreamRef } from './stream.ts';

/** A stream, and the school that it belongs to; null for a person's own. */
export type Place = { readonly ref: StreamRef; readonly school: string | null };

/** Somebody's place in a stream that they may read. */
export type Seat = Place & {
  readonly person: string | null;
  /** Their place among the records of the stream; null for a board display or a guest. */
  readonly member: string | null;
  /** Whether they read what is for members only (`StreamKind.inside`). */
  readonly isInside: boolean;
  readonly may: (capability: string) => boolean;
};

/** Where somebody sits in a stream; null for one that is not there and for one that they may not know of alike. */
export type Seats = (ref: StreamRef) => Promise<Seat | null>;
