import writeExcelFile, { type Row } from 'write-excel-file/node';
import type { Column, Sheet } from './sheet.ts';

/** Excel holds no longer text in a cell. */
const LONGEST = 32_767;

/** XML has no place for these: one of them, and Excel calls the whole file broken. Halves of a character among them. */
const UNWRITABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

function writable(text: string): string {
  const clean = text.replace(UNWRITABLE, '');
  // A character of two halves that stands on the edge goes as a whole.
  return clean.length <= LONGEST ? clean : `${clean.slice(0, LONGEST - 1).replace(UNWRITABLE, '')}…`;
}

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
