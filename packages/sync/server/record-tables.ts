import type * as z from 'zod/mini';
import { type RecordTable, recordTable } from '#packages/database';
import type { StreamDefinition } from '../stream.ts';

/** The table of every kind of record in streams of this kind, with its fields as the schema names them. */
export function recordTables({
  kind: streamKind,
  records,
}: Pick<StreamDefinition, 'kind' | 'records'>): ReadonlyMap<string, RecordTable> {
  return new Map(
    Object.entries(records).map(([kind, schema]) => {
      const shape = Object.entries(schema._zod.def.shape);
      const fields = shape.map(([name]) => name);
      const listed = new Set(shape.filter(([, field]) => holdsList(field)).map(([name]) => name));
      return [kind, recordTable(streamKind, kind, fields, listed)] as const;
    }),
  );
}

function holdsList(schema: z.core.$ZodType): boolean {
  const def = schema._zod.def;
  if (def.type === 'nullable') return holdsList((schema as z.core.$ZodNullable)._zod.def.innerType);
  return def.type === 'array' || def.type === 'object' || def.type === 'record';
}
