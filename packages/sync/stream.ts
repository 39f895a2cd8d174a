import * as z from 'zod/mini';
import { type Day, field, type Refusal } from '#packages/kernel';

/**
 * What travels between a device and the server, and the pure function that both sides run.
 *
 * A team is a stream. Its state is a set of records by kind and id. A command (an intention, with an id made on
 * the device) runs against the state and gives changes (facts), or a refusal. The server appends the changes to
 * the stream's log under the next sequence number; everybody applies the same log and so reaches the same state.
 */

/** Kind of record -> its schema. Every record has an `id`; a field without a value is null, never missing. */
export type RecordSchemas = Readonly<Record<string, z.core.$ZodObject<{ id: z.core.$ZodType<string> }>>>;

export type RecordsOf<S extends RecordSchemas> = { readonly [K in keyof S]: z.output<S[K]> };

export type AnyRecord = { readonly id: string } & { readonly [field: string]: unknown };

/** All records of a stream: kind -> id -> record. Never changed in place. */
export type StateOf<R> = { readonly [K in keyof R]: Readonly<Record<string, R[K]>> };

export type AnyState = Readonly<Record<string, Readonly<Record<string, AnyRecord>>>>;

/** One fact: a record as it now is, or a record that is no longer there. */
export type Change =
  | { readonly put: string; readonly value: AnyRecord }
  | { readonly remove: string; readonly id: string };

/** The change makers of one feature, so that a record of the wrong shape does not compile. */
export function changesOf<R>() {
  return {
    put: <K extends keyof R & string>(kind: K, value: R[K] & AnyRecord): Change => ({ put: kind, value }),
    remove: <K extends keyof R & string>(kind: K, id: string): Change => ({ remove: kind, id }),
  };
}

/** Who does it and when: given by the server; on a device the best guess until the server has answered. */
export type CommandContext = {
  readonly teamId: string;
  /** null when a board display or the clock acts. */
  readonly memberId: string | null;
  /** ISO instant, server clock. */
  readonly now: string;
  /** The day at school (Europe/Amsterdam). */
  readonly today: Day;
};

export type Command<State, Payload extends z.core.$ZodType> = {
  /** Asked of `can(actor, capability, team)` before the command runs. */
  readonly capability: string;
  readonly payload: Payload;
  /** Pure. Same state, payload and context: same result, on every device. */
  readonly run: (
    state: State,
    payload: z.output<Payload>,
    context: CommandContext,
  ) => readonly Change[] | Refusal;
  /** The command that takes this one back, worked out from the state before it; null when there is no way back. */
  readonly undo?: (before: State, payload: z.output<Payload>) => CommandCall | null;
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
  readonly undo?: (before: never, payload: never) => CommandCall | null;
};

/** name -> what a caller passes, so that sending is checked by the compiler. */
export type PayloadsOf<C> = {
  [K in keyof C]: C[K] extends { payload: infer P extends z.core.$ZodType } ? z.input<P> : never;
};

export type StreamDefinition = {
  readonly records: RecordSchemas;
  readonly commands: Readonly<Record<string, AnyCommand>>;
};

export function emptyState(definition: Pick<StreamDefinition, 'records'>): AnyState {
  return Object.fromEntries(Object.keys(definition.records).map((kind) => [kind, {}]));
}

/** Applies facts to a state. Kinds that this version does not know are passed over: a newer server may send them. */
export function applyChanges<S extends AnyState>(state: S, changes: readonly Change[]): S {
  const next: Record<string, Record<string, AnyRecord>> = {};
  const kindFor = (kind: string): Record<string, AnyRecord> | undefined => {
    const before = state[kind];
    if (before === undefined) return undefined;
    const copy = next[kind] ?? { ...before };
    next[kind] = copy;
    return copy;
  };
  for (const change of changes) {
    if ('put' in change) {
      const kind = kindFor(change.put);
      if (kind) kind[change.value.id] = change.value;
    } else {
      const kind = kindFor(change.remove);
      if (kind) delete kind[change.id];
    }
  }
  return { ...state, ...next } as S;
}

/** A command on its way up: the id is made on the device, so that sending it twice does it once. */
export const commandMessage = z.object({
  id: field.id,
  name: z.string().check(z.maxLength(60)),
  payload: z.unknown(),
});
export type CommandMessage = z.output<typeof commandMessage>;

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

export type CommandResult =
  | { readonly id: string; readonly seq: number }
  | ({ readonly id: string } & Refusal);

export type Snapshot = {
  readonly version: number;
  readonly seq: number;
  readonly now: string;
  readonly state: AnyState;
};

/** Goes up whenever a message, a record or a payload changes its shape; guarded by a test on the hash of all of them. */
export const WIRE_VERSION = 1;
