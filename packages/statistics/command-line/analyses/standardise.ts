import { type StandardiseResult, standardise as standardScores } from '../../description/index.ts';
import { type Column, isMissing, type Table } from '../../table.ts';
import { define } from '../analysis.ts';
import { expandColumns } from '../columns.ts';
import { scores } from './tables.ts';

export const standardise = define<StandardiseResult>({
  options: {
    values: { kind: 'text', value: 'score', help: 'the column with scores', required: true },
    within: { kind: 'list', value: 'test,year', help: 'columns that say which scores can be compared' },
    score: {
      kind: 'choice',
      value: 'z|T',
      choices: ['z', 'T'],
      help: 'z: mean 0, sd 1; T: mean 50, sd 10 (default z)',
    },
    out: {
      kind: 'text',
      value: 'file.csv',
      help: 'write the data to this file, with the standard scores as a column',
    },
  },
  example: '--data packages/statistics/oracle/study/barometer.csv.gz --values enth --within sector,wave',
  run: (data, given) =>
    standardScores(data, {
      column: given.required('values'),
      within: expandColumns(data, given.list('within')),
      ...(given.text('score') === 'T' ? { score: 'T' } : {}),
    }),
  print: ({ groups, within }, to) => [
    to.table(groups, [
      ...within.map((name) =>
        to.words(name, ({ labels }: StandardiseResult['groups'][number]) => labels[name]),
      ),
      ...scores(to),
    ]),
  ],
  csv: withScores,
});

function withScores(data: Table, { column, score, values }: StandardiseResult): string {
  const columns = [...data.columns];
  const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\n`;
  const head = line([...columns.map(([name]) => name), `${column}_${score}`]);
  const rows = values.map((value, row) =>
    line([...columns.map(([, given]) => cell(given, row)), value === null ? '' : String(value)]),
  );
  return head + rows.join('');
}

function cell(column: Column, row: number): string {
  if (isMissing(column, row)) return '';
  return column.kind === 'number' ? String(column.values[row]) : column.levels[column.codes[row]];
}

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
