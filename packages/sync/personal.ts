import type * as z from 'zod/mini';
import type { AnyRecord, Change, StreamDefinition } from './stream.ts';

/** What stands where a name was, once its person has been erased (migration 0009); a screen says it in words. */
export const erasedName = '–';

type Personal = Pick<StreamDefinition, 'personal' | 'records'>;

/** Changes as the log keeps them: what is personal stands in the row alone. The same list when nothing in it is. */
export function withoutPersonal({ personal }: Personal, changes: readonly Change[]): readonly Change[] {
  if (!changes.some((change) => 'put' in change && personal[change.put])) return changes;
  return changes.map((change) => {
    const fields = 'put' in change ? personal[change.put] : undefined;
    if (!fields || !('put' in change)) return change;
    const emptied = Object.fromEntries(fields.map((field) => [field, null]));
    return { ...change, value: { ...change.value, ...emptied } };
  });
}

/** A record of the log made whole again with its row, or, where that has gone, with nothing said about anybody. */
export function withPersonal(
  { personal, records }: Personal,
  kind: string,
  record: AnyRecord,
  row: AnyRecord | undefined,
): AnyRecord {
  const fields = personal[kind];
  if (!fields) return record;
  const shape: Readonly<Record<string, z.core.$ZodType>> = records[kind]?._zod.def.shape ?? {};
  const filled = fields.map((field) => {
    const nothing = shape[field]?._zod.def.type === 'nullable' ? null : erasedName;
    return [field, row?.[field] ?? nothing];
  });
  return { ...record, ...Object.fromEntries(filled) };
}
