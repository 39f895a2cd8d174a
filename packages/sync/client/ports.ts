import type { Refusal } from '#packages/kernel';
import type { PlainState, StreamRef } from '../stream.ts';
import type { Closed, CommandMessage, CommandResult, Snapshot, StreamEvents } from '../wire.ts';

/** A command with the stream that it is for, as `refText`. */
export type Addressed = CommandMessage & { readonly stream: string };

/** What the client needs of the network. Every method rejects with `Unreachable` when nothing answered. */
export type Transport = {
  /** One request for all streams of a page. */
  readonly snapshots: (
    refs: readonly StreamRef[],
  ) => Promise<{ readonly now: string; readonly streams: readonly (Snapshot | Closed)[] }>;
  readonly send: (
    commands: readonly Addressed[],
  ) => Promise<{ now: string; results: readonly CommandResult[] }>;
  /** Follows several logs over one connection until closed; tries again by itself, always from what `cursors()` says then. */
  readonly follow: (cursors: () => Cursors, news: News) => Following;
};

/** Stream (`refText`) -> the number up to which everything is known. */
export type Cursors = ReadonlyMap<string, number>;

export type Following = {
  /** Other streams are to be followed from here on. */
  readonly again: () => void;
  readonly close: () => void;
};

export type News = {
  /** Something about one stream. */
  readonly event: <Name extends keyof StreamEvents>(name: Name, data: StreamEvents[Name]) => void;
  /** Nothing comes through at the moment. */
  readonly lost: () => void;
  /** The server says no to this device as a whole: signed out. */
  readonly barred: (refusal: Refusal) => void;
};

/** A command that waits for the server's answer. `at` is when it was done on this device. */
export type Waiting = Addressed & {
  readonly at: string;
  /** The place in the stream of whoever did it. */
  readonly memberId: string | null;
  /** The records that it is about, for marking them. */
  readonly about: readonly string[];
  /** Who was signed in; null for a board display. */
  readonly personId: string | null;
};

/** A command that the server refused: explained to the person, its text kept until they have seen it. */
export type Declined = Waiting & { readonly refusal: Refusal };

export type KeptSnapshot = { readonly seq: number; readonly version: number; readonly state: PlainState };

export type Kept = {
  readonly snapshot: KeptSnapshot | null;
  readonly waiting: readonly Waiting[];
  readonly declined: readonly Declined[];
};

/** What the client needs of the device's storage; survives a reload and a flat battery. Streams by `refText`. */
export type Store = {
  readonly load: (stream: string) => Promise<Kept>;
  readonly saveSnapshot: (stream: string, snapshot: KeptSnapshot) => Promise<void>;
  readonly addWaiting: (waiting: Waiting) => Promise<void>;
  /** The commands still waiting, oldest first, of every stream and every tab of this browser. */
  readonly waiting: () => Promise<readonly Waiting[]>;
  readonly settle: (ids: readonly string[], declined: readonly Declined[]) => Promise<void>;
  readonly dismiss: (id: string) => Promise<void>;
};
