import { type Kind, kindOf } from './kind.ts';
import type { AnyRecord, AnyState, Change, PlainState, StreamDefinition } from './stream.ts';

/** The state that a snapshot, or a device's shelf, holds; kinds that this version does not know are passed over. */
export function stateOf(definition: Pick<StreamDefinition, 'records'>, plain: PlainState): AnyState {
  return Object.fromEntries(Object.keys(definition.records).map((kind) => [kind, kindOf(plain[kind] ?? [])]));
}

export const emptyState = (definition: Pick<StreamDefinition, 'records'>): AnyState =>
  stateOf(definition, {});

/** The records of each kind as a list, in the order of their ids. */
export const plainOf = (state: AnyState): PlainState =>
  Object.fromEntries(Object.entries(state).map(([kind, records]) => [kind, records.all()]));

export const kindOfChange = (change: Change): string =>
  'put' in change ? change.put : 'remove' in change ? change.remove : change.archive;

export const idOfChange = (change: Change): string => ('put' in change ? change.value.id : change.id);

/** The state with records of the archive beside its own; what it has itself is newer. */
export function withArchived<S extends AnyState>(state: S, archived: PlainState): S {
  const next: Record<string, Kind<AnyRecord>> = {};
  for (const [kind, records] of Object.entries(archived)) {
    const own = state[kind];
    if (own)
      next[kind] = own.with(records.filter(({ id }) => !own.has(id)).map((record) => [record.id, record]));
  }
  return { ...state, ...next };
}

/** Applies facts to a state. Kinds that this version does not know are passed over: a newer server may send them. */
export function applyChanges<S extends AnyState>(state: S, changes: readonly Change[]): S {
  const byKind = Map.groupBy(changes, kindOfChange);
  const next: Record<string, Kind<AnyRecord>> = {};
  for (const [kind, facts] of byKind) {
    const before = Object.hasOwn(state, kind) ? state[kind] : undefined;
    if (!before) continue;
    next[kind] = before.with(facts.map((fact) => [idOfChange(fact), 'put' in fact ? fact.value : null]));
  }
  return { ...state, ...next };
}
