import {
  type DescribeResult,
  describe as describeColumns,
  type QuantileType,
} from '../../description/index.ts';
import { define } from '../analysis.ts';
import { expandColumns } from '../columns.ts';
import { LABELS } from '../labels.ts';
import { LEVEL, levelOf } from '../options.ts';
import { type Printer, tableBlock } from '../print.ts';

const QUANTILE_TYPES: readonly QuantileType[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

export const describe = define<DescribeResult>({
  options: {
    columns: {
      kind: 'list',
      value: 'a,b,c',
      help: 'columns, ranges (e1:e4) and patterns (d1_*); default all',
    },
    by: { kind: 'list', value: 'a,b', help: 'columns whose values make groups' },
    quantiles: {
      kind: 'choice',
      value: '7',
      choices: QUANTILE_TYPES.map(String),
      help: 'type of quantile (Hyndman & Fan): 7 is that of R, 6 that of SPSS (default 7)',
    },
    ...LEVEL,
  },
  example: '--data packages/statistics/oracle/study/barometer.csv.gz --columns enth,board --by sector',
  run: (data, given) => {
    const columns = given.list('columns');
    const quantileType = QUANTILE_TYPES.find((type) => String(type) === given.text('quantiles'));
    return describeColumns(data, {
      ...(columns.length > 0 ? { columns: expandColumns(data, columns) } : {}),
      by: expandColumns(data, given.list('by')),
      ...(quantileType === undefined ? {} : { quantileType }),
      ...levelOf(given),
    });
  },
  print: ({ numbers, categories, by }, to) => [
    ...(numbers.length === 0
      ? []
      : [
          tableBlock([
            to.words(
              LABELS.column,
              numbers.map(({ column }) => column),
            ),
            ...groupColumns(by, numbers, to),
            to.counts(
              'n',
              numbers.map(({ n }) => n),
            ),
            to.counts(
              LABELS.missing,
              numbers.map(({ missing }) => missing),
            ),
            to.numbers(
              LABELS.mean,
              numbers.map(({ mean }) => mean),
            ),
            to.numbers(
              'sd',
              numbers.map(({ sd }) => sd),
            ),
            to.numbers(
              'min',
              numbers.map(({ min }) => min),
            ),
            to.numbers(
              'q1',
              numbers.map(({ q1 }) => q1),
            ),
            to.numbers(
              LABELS.median,
              numbers.map(({ median }) => median),
            ),
            to.numbers(
              'q3',
              numbers.map(({ q3 }) => q3),
            ),
            to.numbers(
              'max',
              numbers.map(({ max }) => max),
            ),
          ]),
        ]),
    ...categories.map((category) =>
      tableBlock(
        [
          to.words(
            LABELS.level,
            shown(category.frequencies).map(({ level }) => level),
          ),
          to.counts(
            'n',
            shown(category.frequencies).map(({ count }) => count),
          ),
          to.numbers(
            LABELS.share,
            shown(category.frequencies).map(({ share }) => share),
          ),
        ],
        [category.column, ...Object.values(category.group)].join(', ') +
          more(category.frequencies.length, to),
      ),
    ),
  ],
});

const groupColumns = (
  by: readonly string[],
  rows: readonly { readonly group: Readonly<Record<string, string>> }[],
  to: Printer,
) =>
  by.map((name) =>
    to.words(
      name,
      rows.map(({ group }) => group[name]),
    ),
  );

const MOST_LEVELS = 12;

/** A column of codes can have thousands of levels; JSON has them all. */
const shown = <T>(frequencies: readonly T[]): readonly T[] => frequencies.slice(0, MOST_LEVELS);

function more(levels: number, to: Printer): string {
  if (levels <= MOST_LEVELS) return '';
  return to.language === 'nl'
    ? ` (de eerste ${MOST_LEVELS} van ${levels} waarden)`
    : ` (the first ${MOST_LEVELS} of ${levels} values)`;
}
