import type { Transaction } from './connection.ts';

/**
 * Records of a stream <-> typed rows. Kind `parkedTopic` lives in table `parked_topic`, field `doneAt` in column
 * `done_at`; `call stream_table(…)` (migration 0001) adds the columns that say whose the row is and whether it has left the
 * working set. They are read here, and written by the database itself (`write_facts`). A test compares every schema with the catalogue, so that
 * a field without a column cannot be forgotten.
 */
export type RecordTable = {
  readonly kind: string;
  readonly table: string;
  /** The column with the stream's id: 'team_id' for the records of a team's stream. */
  readonly owner: string;
  readonly fields: readonly string[];
  readonly load: string;
};

export type Row = { readonly id: string } & { readonly [field: string]: unknown };

const columnOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export function recordTable(streamKind: string, kind: string, fields: readonly string[]): RecordTable {
  const table = columnOf(kind);
  const owner = `${streamKind}_id`;
  const named = fields.map((field) => `${columnOf(field)} as "${field}"`);
  return { kind, table, owner, fields, load: `select ${named.join(', ')} from ${table} where ${owner} = $1` };
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
