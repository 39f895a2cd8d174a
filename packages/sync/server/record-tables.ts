import { type RecordTable, recordTable } from '#packages/database';
import type { StreamDefinition } from '../stream.ts';

/** The table of every kind of record in streams of this kind, with its fields as the schema names them. */
export function recordTables({
  kind: streamKind,
  records,
}: Pick<StreamDefinition, 'kind' | 'records'>): ReadonlyMap<string, RecordTable> {
  return new Map(
    Object.entries(records).map(([kind, schema]) => {
      const fields = Object.keys(schema._zod.def.shape);
      return [kind, recordTable(streamKind, kind, fields)] as const;
    }),
  );
}
