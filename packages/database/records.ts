import type { Statement, Statements, Transaction } from './connection.ts';

/**
 * Records of a stream <-> typed rows. Kind `parkedTopic` lives in table `parked_topic`, field `doneAt` in column
 * `done_at`; `call stream_table(…)` (migration 0001) adds the columns that say whose the row is and whether it has left the
 * working set. A test compares every schema with the catalogue, so that a field without a column cannot be forgotten.
 */
export type RecordTable = {
  readonly kind: string;
  readonly table: string;
  /** The column with the stream's id: 'team_id' for the records of a team's stream. */
  readonly owner: string;
  /** Whether the school stands in a column of its own; a school's own records and a person's need none. */
  readonly namesSchool: boolean;
  readonly fields: readonly string[];
  readonly insert: string;
  readonly upsert: string;
  readonly remove: string;
  readonly archive: string;
  readonly load: string;
};

export type Row = { readonly id: string } & { readonly [field: string]: unknown };

/** Whose rows: a stream, and the school that it belongs to; null for a person's own. */
export type Owner = { readonly stream: string; readonly school: string | null };

const columnOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** `listed` names the fields that hold a list or an object, kept as jsonb. */
export function recordTable(
  streamKind: string,
  kind: string,
  fields: readonly string[],
  listed: ReadonlySet<string>,
): RecordTable {
  const table = columnOf(kind);
  const owner = `${streamKind}_id`;
  const columns = fields.map(columnOf);
  const set = columns.filter((column) => column !== 'id').map((column) => `${column} = excluded.${column}`);
  const namesSchool = streamKind !== 'school' && streamKind !== 'person';
  const whose = namesSchool ? ['school_id', owner] : [owner];
  const values = fields.map(
    (field, index) => `$${whose.length + 1 + index}${listed.has(field) ? '::text::jsonb' : ''}`,
  );
  const insert =
    `insert into ${table} (${[...whose, ...columns].join(', ')}, archived) ` +
    `values (${whose.map((_, index) => `$${index + 1}`).join(', ')}, ${values.join(', ')}, false)`;
  return {
    kind,
    table,
    owner,
    namesSchool,
    fields,
    insert,
    upsert: `${insert} on conflict (${owner}, id) do update set ${[...set, 'archived = false'].join(', ')}`,
    remove: `delete from ${table} where ${owner} = $1 and id = $2`,
    archive: `update ${table} set archived = true where ${owner} = $1 and id = $2`,
    load: `select ${fields.map((field, index) => `${columns[index]} as "${field}"`).join(', ')} from ${table} where ${owner} = $1`,
  };
}

type Parameter = string | number | boolean | null;

function parameter(value: unknown): Parameter {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}

/** `isNew`: there is no such row yet, in the archive neither; where there is one, it stays as it is and the statement fails. */
export function putRow(
  sql: Statements,
  table: RecordTable,
  { stream, school }: Owner,
  row: Row,
  isNew = false,
): Statement {
  const whose = table.namesSchool ? [school, stream] : [stream];
  return sql.unsafe(
    isNew ? table.insert : table.upsert,
    [...whose, ...table.fields.map((field) => parameter(row[field]))],
    {
      prepare: true,
    },
  );
}

export function removeRow(sql: Statements, table: RecordTable, stream: string, id: string): Statement {
  return sql.unsafe(table.remove, [stream, id], { prepare: true });
}

export function archiveRow(sql: Statements, table: RecordTable, stream: string, id: string): Statement {
  return sql.unsafe(table.archive, [stream, id], { prepare: true });
}

/** The rows of the working set. */
export async function loadRows(sql: Transaction, table: RecordTable, stream: string): Promise<Row[]> {
  return [...(await sql.unsafe<Row[]>(`${table.load} and not archived`, [stream], { prepare: true }))];
}

/**
 * Rows that have left the working set, the latest id first.
 *
 * @param before only those with a smaller id; null begins at the latest
 */
export async function archivedRows(
  sql: Transaction,
  table: RecordTable,
  stream: string,
  { before, most }: { before: string | null; most: number },
): Promise<Row[]> {
  const rows = await sql.unsafe<Row[]>(
    `${table.load} and archived and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [stream, before, most],
    { prepare: true },
  );
  return [...rows];
}

/** Rows by their ids, whether in the working set or not. */
export async function rowsById(
  sql: Transaction,
  table: RecordTable,
  stream: string,
  ids: readonly string[],
): Promise<Row[]> {
  const rows = await sql.unsafe<Row[]>(
    `${table.load} and id = any(string_to_array($2, ',')::uuid[]) order by id`,
    [stream, ids.join(',')],
    { prepare: true },
  );
  return [...rows];
}
