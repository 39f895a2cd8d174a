import * as z from 'zod/mini';
import { field, type Refusal } from '#packages/kernel';
import { type Change, type PlainState, streamRef } from './stream.ts';

/** The messages of the wire; docs/protocol.md describes them for another client. */

/** A command on its way up: the id is made on the device, so that sending it twice does it once. */
export const commandMessage = z.object({
  id: field.id,
  name: z.string().check(z.maxLength(60)),
  payload: z.unknown(),
});
export type CommandMessage = z.output<typeof commandMessage>;

/** As it stands among others in one request. */
export const addressedMessage = z.extend(commandMessage, { stream: streamRef });

/** One line of the log, on its way down. */
export type LogEntry = {
  readonly seq: number;
  readonly commandId: string;
  readonly name: string;
  /** Member who did it; null for a board display or the clock. */
  readonly by: string | null;
  readonly at: string;
  readonly changes: readonly Change[];
};

/** A line of the log as it is told afterwards: who did what to which records, and not what was in them. */
export type Deed = Omit<LogEntry, 'commandId' | 'changes'> & {
  /** Somebody without a place in the stream did it. */
  readonly byOutsider: boolean;
  readonly records: readonly { readonly kind: string; readonly id: string }[];
};

export type CommandResult =
  | { readonly id: string; readonly seq: number }
  | ({ readonly id: string } & Refusal);

/** A stream as it stands: in the answer to a request for several of them. */
export type Snapshot = {
  /** `refText` of the stream. */
  readonly stream: string;
  readonly version: number;
  readonly seq: number;
  readonly state: PlainState;
};

export type Presence = {
  readonly members: readonly string[];
  readonly displays: number;
  readonly guests: number;
};

/** A stream that may not be read: like one that does not exist. */
export type Closed = { readonly stream: string } & Refusal;

/** What is new in a stream since a number. */
export type NewsOf =
  | Closed
  | {
      readonly stream: string;
      readonly version: number;
      readonly seq: number;
      /** Null where nobody is told who else is there. */
      readonly presence: Presence | null;
      readonly entries: readonly LogEntry[] | 'reset';
    };

/** What comes down a connection that follows several streams; each event names the one that it is about. */
export type StreamEvents = {
  hello: { readonly stream: string; readonly version: number; readonly seq: number; readonly now: string };
  change: LogEntry & { readonly stream: string };
  presence: Presence & { readonly stream: string };
  /** What the follower has cannot be brought up to date from the log. */
  reset: { readonly stream: string };
  /** This stream may not be followed, or not any more: like one that does not exist. */
  closed: Refusal & { readonly stream: string };
};
