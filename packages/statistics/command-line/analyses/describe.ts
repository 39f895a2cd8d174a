import {
  type DescribeResult,
  describe as describeColumns,
  type QuantileType,
} from '../../description/index.ts';
import { define } from '../analysis.ts';
import { expandColumns } from '../columns.ts';
import { LABELS } from '../labels.ts';
import { LEVEL, levelOf } from '../options.ts';
import type { Printer } from '../print.ts';

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
    to.table(numbers, [
      to.words(LABELS.column, ({ column }) => column),
      ...by.map((name) => to.words(name, ({ group }: DescribeResult['numbers'][number]) => group[name])),
      to.counts('n', ({ n }) => n),
      to.counts(LABELS.missing, ({ missing }) => missing),
      to.numbers(LABELS.mean, ({ mean }) => mean),
      to.numbers('sd', ({ sd }) => sd),
      to.numbers('min', ({ min }) => min),
      to.numbers('q1', ({ q1 }) => q1),
      to.numbers(LABELS.median, ({ median }) => median),
      to.numbers('q3', ({ q3 }) => q3),
      to.numbers('max', ({ max }) => max),
    ]),
    ...categories.map((category) =>
      to.table(
        shown(category.frequencies),
        [
          to.words(LABELS.level, ({ value }) => value),
          to.counts('n', ({ count }) => count),
          to.numbers(LABELS.share, ({ share }) => share),
        ],
        [category.column, ...Object.values(category.group)].join(', ') +
          more(category.frequencies.length, to),
      ),
    ),
  ],
});

const MOST_LEVELS = 12;

/** A column of codes can have thousands of levels; JSON has them all. */
const shown = <T>(frequencies: readonly T[]): readonly T[] => frequencies.slice(0, MOST_LEVELS);

function more(levels: number, to: Printer): string {
  if (levels <= MOST_LEVELS) return '';
  return to.language === 'nl'
    ? ` (de eerste ${MOST_LEVELS} van ${levels} waarden)`
    : ` (the first ${MOST_LEVELS} of ${levels} values)`;
}
