import * as z from 'zod/mini';
import type { Day, Refusal } from '#packages/kernel';
import type { Kind } from './kind.ts';

/**
 * What travels between a device and the server, and the pure functions that both sides run.
 *
 * A stream is a set of records and a numbered log of changes to them. A command (an intention, with an id made on the
 * device) runs against the state and gives changes (facts), or a refusal. The server appends the changes to the stream's
 * log under the next sequence number; everybody applies the same log and so reaches the same state. What kinds of stream
 * there are is settled by whoever puts parts together (`assemble`); nothing here knows one by name.
 */

/** Which stream: its kind, and an id. */
export type StreamRef = { readonly kind: string; readonly id: string };

/** As text, on the wire and as a key: 'garden:0192…'. */
export const refText = ({ kind, id }: StreamRef): string => `${kind}:${id}`;

/** Where the snapshots of streams are asked for, below /api: as a device asks, and as a server foretells. */
export const snapshotsAt = (refs: readonly StreamRef[]): string =>
  `/snapshot?of=${refs.map(refText).join(',')}`;

/** The text of a reference, from outside. */
export const streamName = z
  .string()
  .check(z.regex(/^[a-z]{1,20}:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));

/** A reference in a request. */
export const streamRef = z.pipe(
  streamName,
  z.transform((text): StreamRef => refOf(text)),
);

/** The reference in a text that `refText` wrote. */
export function refOf(text: string): StreamRef {
  const colon = text.indexOf(':');
  return { kind: text.slice(0, colon), id: text.slice(colon + 1) };
}

/** Kind of record -> its schema. Every record has an `id`; a field without a value is null, never missing. */
export type RecordSchemas = Readonly<Record<string, z.core.$ZodObject<{ id: z.core.$ZodType<string> }>>>;
export type RecordsOf<S extends RecordSchemas> = { readonly [K in keyof S]: z.output<S[K]> };

export type AnyRecord = { readonly id: string } & { readonly [field: string]: unknown };

/** All records of a stream, by kind. Never changed in place. */
export type StateOf<R> = { readonly [K in keyof R]: R[K] extends AnyRecord ? Kind<R[K]> : never };

export type AnyState = Readonly<Record<string, Kind<AnyRecord>>>;

/** A state as it travels and as a device keeps it: each kind a list. */
export type PlainState = Readonly<Record<string, readonly AnyRecord[]>>;

/**
 * One fact: a record as it now is; a record that is no longer there; or one that has left the working set: it is kept
 * where it can be read (the archive), and no rule reads it any more.
 */
export type Change =
  | { readonly put: string; readonly value: AnyRecord }
  | { readonly remove: string; readonly id: string }
  | { readonly archive: string; readonly id: string };

/** The change makers of one feature, so that a record of the wrong shape does not compile. */
export function changesOf<R>() {
  return {
    put: <K extends keyof R & string>(kind: K, value: R[K] & AnyRecord): Change => ({ put: kind, value }),
    remove: <K extends keyof R & string>(kind: K, id: string): Change => ({ remove: kind, id }),
  };
}

/** Where, who and when: given by the server; on a device the best guess until the server has answered. */
export type CommandContext = {
  readonly stream: StreamRef;
  /** The place in the stream of whoever acts; null when a board display or the clock acts, or somebody without a place. */
  readonly memberId: string | null;
  /** ISO instant, server clock. */
  readonly now: string;
  /** The day at school (Europe/Amsterdam). */
  readonly today: Day;
};

export type Command<State, Payload extends z.core.$ZodType> = {
  /** Asked of `can(actor, capability, thing)` before the command runs; 'internal' is for the server itself. */
  readonly capability: string;
  readonly payload: Payload;
  /** Pure. Same state, payload and context: same result, on every device. */
  readonly run: (
    state: State,
    payload: z.output<Payload>,
    context: CommandContext,
  ) => readonly Change[] | Refusal;
  /** The command that takes this one back, worked out from the state before it; null when there is no way back. */
  readonly undo?: (before: State, payload: z.output<Payload>, context: CommandContext) => CommandCall | null;
  /** The records that it is about, where its payload does not say so by itself (`aboutOf`). */
  readonly about?: (payload: z.input<Payload>) => readonly string[];
  /** Names under which earlier versions sent it: what waits on a device still counts. */
  readonly was?: readonly string[];
  /** Makes a payload of an earlier version one of this version. Asked only of a payload that does not fit. */
  readonly upgrade?: (old: unknown) => unknown;
};

export type CommandCall = { readonly name: string; readonly payload: unknown };

/** Makes commands over the part of the state that a feature knows: `const command = commandOver<GoalState>()`. */
export function commandOver<State>() {
  return <Payload extends z.core.$ZodType>(definition: Command<State, Payload>) => definition;
}

export type AnyCommand = {
  readonly capability: string;
  readonly payload: z.core.$ZodType;
  readonly run: (state: never, payload: never, context: CommandContext) => readonly Change[] | Refusal;
  readonly undo?: (before: never, payload: never, context: CommandContext) => CommandCall | null;
  readonly about?: (payload: never) => readonly string[];
  readonly was?: readonly string[];
  readonly upgrade?: (old: unknown) => unknown;
};

/** name -> what a caller passes, so that sending is checked by the compiler. */
export type PayloadsOf<C> = {
  [K in keyof C]: C[K] extends { payload: infer P extends z.core.$ZodType } ? z.input<P> : never;
};

/** Whether a record may leave the working set: no rule and no screen of every day needs it any more. */
export type Leaves = (record: never, at: { readonly state: never; readonly today: Day }) => boolean;

/** Kind of record -> the fields that only those inside a stream read: its members, and its screens. */
export type MembersOnly = Readonly<Record<string, readonly string[]>>;

/** What is the same for all streams of one kind, whatever features contribute to it. */
export type StreamKind = {
  readonly kind: string;
  /** Goes up whenever a record or a payload of this kind of stream changes its shape. */
  readonly version: number;
  /** The capability that it takes to read and to follow one. */
  readonly read: string;
  /** The capability that it takes to read what is for members only. */
  readonly inside: string;
  /** Whether those who follow one are told who else does. */
  readonly presence: boolean;
  /** Whether one is there as soon as what it is named after is; else somebody opens it with its first records. */
  readonly opensItself: boolean;
};

/** Kind of record -> what features give for others to read: the same in every stream of a kind. */
export type GivenRecords = Readonly<Record<string, readonly AnyRecord[]>>;

/** All that streams of one kind hold, and all that can be done in them. */
export type StreamDefinition = StreamKind & {
  readonly records: RecordSchemas;
  /** Stands in the state beside the records; it comes with the code, so it is not stored and does not travel. */
  readonly given: GivenRecords;
  readonly commands: Readonly<Record<string, AnyCommand>>;
  /** Kind of record -> when it leaves; a kind that is not named stays for ever. */
  readonly leaves: Readonly<Record<string, Leaves>>;
  /** What reaches only those inside; a kind that is not named goes whole to everybody who may read the stream. */
  readonly membersOnly: MembersOnly;
  /** Kind of record -> makes a record of any earlier version one of this version; leaves one of this version as it is. */
  readonly upgrades: Readonly<Record<string, (old: AnyRecord) => AnyRecord>>;
  /** Kind of record -> its fields that say who somebody is: kept in the row and sent along, never written in the log. */
  readonly personal: Readonly<Record<string, readonly string[]>>;
};

/** What running commands and applying changes needs of a definition. */
export type Runnable = Pick<StreamDefinition, 'records' | 'commands'> &
  Partial<Pick<StreamDefinition, 'given'>>;
