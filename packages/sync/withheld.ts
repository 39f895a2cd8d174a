import type { AnyRecord, Change, MembersOnly, PlainState } from './stream.ts';

/**
 * The record as it goes to whoever may read a stream from outside: these fields are null. The very same where nothing is
 * withheld.
 */
export function withheld<R extends AnyRecord>(rule: MembersOnly, kind: string, record: R): R {
  const fields = Object.hasOwn(rule, kind) ? rule[kind] : undefined;
  return fields ? { ...record, ...Object.fromEntries(fields.map((field) => [field, null])) } : record;
}

/** The very same list where nothing is withheld of any. */
export function withheldChanges(rule: MembersOnly, changes: readonly Change[]): readonly Change[] {
  if (!changes.some((change) => 'put' in change && Object.hasOwn(rule, change.put))) return changes;
  return changes.map((change) =>
    'put' in change ? { ...change, value: withheld(rule, change.put, change.value) } : change,
  );
}

export const withheldState = (rule: MembersOnly, plain: PlainState): PlainState => ({
  ...plain,
  ...Object.fromEntries(
    Object.keys(rule).map((kind) => [
      kind,
      (plain[kind] ?? []).map((record) => withheld(rule, kind, record)),
    ]),
  ),
});
