import type { Statement, Statements, Transaction } from './connection.ts';

/**
 * Records of a stream <-> typed rows. Kind `parkedTopic` lives in table `parked_topic`, field `doneAt` in column
 * `done_at`; beside the fields every table has school_id and team_id, and (team_id, id) is its key.
 * A test compares every schema with the catalogue, so that a field without a column cannot be forgotten.
 */
export type RecordTable = {
  readonly kind: string;
  readonly table: string;
  readonly fields: readonly string[];
  readonly upsert: string;
  readonly remove: string;
  readonly load: string;
};

export type Row = { readonly id: string } & { readonly [field: string]: unknown };

const columnOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** `listed` names the fields that hold a list or an object, kept as jsonb. */
export function recordTable(
  kind: string,
  fields: readonly string[],
  listed: ReadonlySet<string>,
): RecordTable {
  const table = columnOf(kind);
  const columns = fields.map(columnOf);
  const set = columns.filter((column) => column !== 'id').map((column) => `${column} = excluded.${column}`);
  return {
    kind,
    table,
    fields,
    upsert:
      `insert into ${table} (school_id, team_id, ${columns.join(', ')}) ` +
      `values ($1, $2, ${fields.map((field, index) => `$${index + 3}${listed.has(field) ? '::text::jsonb' : ''}`).join(', ')}) ` +
      `on conflict (team_id, id) do update set ${set.join(', ')}`,
    remove: `delete from ${table} where team_id = $1 and id = $2`,
    load: `select ${fields.map((field, index) => `${columns[index]} as "${field}"`).join(', ')} from ${table} where team_id = $1`,
  };
}

type Parameter = string | number | boolean | null;

function parameter(value: unknown): Parameter {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}

export function putRow(
  sql: Statements,
  table: RecordTable,
  school: string,
  team: string,
  row: Row,
): Statement {
  return sql.unsafe(table.upsert, [school, team, ...table.fields.map((field) => parameter(row[field]))], {
    prepare: true,
  });
}

export function removeRow(sql: Statements, table: RecordTable, team: string, id: string): Statement {
  return sql.unsafe(table.remove, [team, id], { prepare: true });
}

export async function loadRows(sql: Transaction, table: RecordTable, team: string): Promise<Row[]> {
  return [...(await sql.unsafe<Row[]>(table.load, [team], { prepare: true }))];
}
