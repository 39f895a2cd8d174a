import * as z from 'zod/mini';
import { type Day, field, type Refusal } from '#packages/kernel';
import { type Kind, kindOf } from './kind.ts';

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

/** All records of a stream, by kind. Never changed in place. */
export type StateOf<R> = { readonly [K in keyof R]: R[K] extends AnyRecord ? Kind<R[K]> : never };

export type AnyState = Readonly<Record<string, Kind<AnyRecord>>>;

/** A state as it travels and as a device keeps it: each kind a list. */
export type PlainState = Readonly<Record<string, readonly AnyRecord[]>>;

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

/** Which stream: 'team:…', 'school:…'. */
export type StreamRef = { readonly kind: string; readonly id: string };

/** Where, who and when: given by the server; on a device the best guess until the server has answered. */
export type CommandContext = {
  readonly stream: StreamRef;
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
  readonly undo?: (before: State, payload: z.output<Payload>, context: CommandContext) => CommandCall | null;
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
};

/** name -> what a caller passes, so that sending is checked by the compiler. */
export type PayloadsOf<C> = {
  [K in keyof C]: C[K] extends { payload: infer P extends z.core.$ZodType } ? z.input<P> : never;
};

export type StreamDefinition = {
  readonly records: RecordSchemas;
  readonly commands: Readonly<Record<string, AnyCommand>>;
};

/** The state that a snapshot, or a device's shelf, holds; kinds that this version does not know are passed over. */
export function stateOf(definition: Pick<StreamDefinition, 'records'>, plain: PlainState): AnyState {
  return Object.fromEntries(Object.keys(definition.records).map((kind) => [kind, kindOf(plain[kind] ?? [])]));
}

export const emptyState = (definition: Pick<StreamDefinition, 'records'>): AnyState =>
  stateOf(definition, {});

/** The records of each kind as a list, in the order of their ids. */
export const plainOf = (state: AnyState): PlainState =>
  Object.fromEntries(Object.entries(state).map(([kind, records]) => [kind, records.all()]));

/** Applies facts to a state. Kinds that this version does not know are passed over: a newer server may send them. */
export function applyChanges<S extends AnyState>(state: S, changes: readonly Change[]): S {
  const byKind = new Map<string, [id: string, record: AnyRecord | null][]>();
  for (const change of changes) {
    const kind = 'put' in change ? change.put : change.remove;
    const fact = byKind.get(kind) ?? [];
    fact.push('put' in change ? [change.value.id, change.value] : [change.id, null]);
    byKind.set(kind, fact);
  }
  const next: Record<string, Kind<AnyRecord>> = {};
  for (const [kind, facts] of byKind) {
    const before = Object.hasOwn(state, kind) ? state[kind] : undefined;
    if (before) next[kind] = before.with(facts);
  }
  return { ...state, ...next };
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
  readonly state: PlainState;
};

/** Goes up whenever a message, a record or a payload changes its shape; guarded by a test on the hash of all of them. */
export const WIRE_VERSION = 1;
