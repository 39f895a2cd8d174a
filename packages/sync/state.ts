import { givenKindOf, type Kind, kindOf } from './kind.ts';
import type { AnyRecord, AnyState, Change, PlainState, Runnable } from './stream.ts';

type Kinds = Pick<Runnable, 'records' | 'given'>;

/** The state that a snapshot, or a device's shelf, holds, with what features give; kinds that this version does not know are passed over. */
export function stateOf({ records, given = {} }: Kinds, plain: PlainState): AnyState {
  return {
    ...Object.fromEntries(Object.keys(records).map((kind) => [kind, kindOf(plain[kind] ?? [])])),
    ...Object.fromEntries(Object.entries(given).map(([kind, each]) => [kind, givenKindOf(each)])),
  };
}

export const emptyState = (kinds: Kinds): AnyState => stateOf(kinds, {});

/** The records of each kind that travels as a list, in the order of their ids. */
export const plainOf = (state: AnyState): PlainState =>
  Object.fromEntries(
    Object.entries(state).flatMap(([kind, records]) => (records.isGiven ? [] : [[kind, records.all()]])),
  );

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
