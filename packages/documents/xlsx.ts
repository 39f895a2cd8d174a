import writeExcelFile, { type Row } from 'write-excel-file/node';
import type { Column, Sheet } from './sheet.ts';

/** Excel holds no longer text in a cell. */
const LONGEST = 32_767;

const writable = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);

/** The sheet as Excel keeps it (D1, D2, D3, D5). */
export async function xlsx({ name, columns, rows }: Sheet): Promise<Buffer> {
  const head: Row = columns.map(({ title }) => ({
    value: writable(title),
    type: String,
    fontWeight: 'bold',
  }));
  const body = rows.map(
    (row): Row => row.map((value, index) => cellOf(value, columns[index]?.kind ?? 'text')),
  );
  return writeExcelFile([head, ...body], {
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width })),
  }).toBuffer();
}

function cellOf(value: string | null, kind: Column['kind']): Row[number] {
  if (value === null) return null;
  if (kind === 'text') return { value: writable(value), type: String, wrap: true, alignVertical: 'top' };
  // Days have no zone: at midnight in UTC none moves to its neighbour.
  return {
    value: new Date(`${value}T00:00:00Z`),
    type: Date,
    format: 'd-m-yyyy',
    align: 'left',
    alignVertical: 'top',
  };
}
