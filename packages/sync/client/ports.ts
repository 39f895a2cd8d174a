import type { Refusal } from '#packages/kernel';
import type { AnyState, CommandMessage, CommandResult, LogEntry, Snapshot } from '../stream.ts';

/** What the client needs of the network. Every method rejects with `Unreachable` when nothing answered. */
export type Transport = {
  readonly snapshot: () => Promise<Snapshot>;
  readonly send: (
    commands: readonly CommandMessage[],
  ) => Promise<{ now: string; results: readonly CommandResult[] }>;
  /** Follows the log after `seq` until closed; tries again by itself, always from what `seq()` says then. */
  readonly follow: (seq: () => number, news: News) => { close: () => void };
};

export type Presence = {
  readonly members: readonly string[];
  readonly displays: number;
  readonly guests: number;
};

export type News = {
  readonly hello: (hello: { version: number; seq: number; now: string }) => void;
  readonly entry: (entry: LogEntry) => void;
  readonly presence: (presence: Presence) => void;
  /** The log does not reach back far enough: a fresh snapshot is needed. */
  readonly reset: () => void;
  /** Nothing comes through at the moment. */
  readonly lost: () => void;
  /** The server says no for good: signed out, or no longer in the team. */
  readonly closed: (refusal: Refusal) => void;
};

/** A command that waits for the server's answer. `at` is when it was done on this device. */
export type Waiting = CommandMessage & { readonly at: string; readonly memberId: string | null };

/** A command that the server refused: explained to the person, its text kept until they have seen it. */
export type Declined = Waiting & { readonly refusal: Refusal };

export type KeptSnapshot = { readonly seq: number; readonly version: number; readonly state: AnyState };

export type Kept = {
  readonly snapshot: KeptSnapshot | null;
  readonly waiting: readonly Waiting[];
  readonly declined: readonly Declined[];
};

/** What the client needs of the device's storage; survives a reload and a flat battery. */
export type Store = {
  readonly load: () => Promise<Kept>;
  readonly saveSnapshot: (snapshot: KeptSnapshot) => Promise<void>;
  readonly addWaiting: (waiting: Waiting) => Promise<void>;
  /** The commands still waiting, oldest first, of every tab of this browser. */
  readonly waiting: () => Promise<readonly Waiting[]>;
  readonly settle: (ids: readonly string[], declined: readonly Declined[]) => Promise<void>;
  readonly dismiss: (id: string) => Promise<void>;
};
