import {
  casesByPoint,
  compareLeavers,
  type LeaversResult,
  type MissingResult,
  missingPatterns,
  type TrendResult,
  trendAtPoint,
} from '../../missing/index.ts';
import type { Table } from '../../table.ts';
import { define } from '../analysis.ts';
import { expandColumns } from '../columns.ts';
import { LABELS } from '../labels.ts';
import { badOption, type Given } from '../options.ts';
import type { Block, Printer } from '../print.ts';

export const missing = define<MissingResult | LeaversResult | TrendResult>({
  options: {
    columns: { kind: 'list', value: 'a,b,c', help: 'columns to look at (default all)' },
    stayed: {
      kind: 'text',
      value: 'column',
      help: 'compare those who stayed (1, or column=value) with those who left, on --columns',
    },
    trend: {
      kind: 'list',
      value: 'y1,y2,y3',
      help: 'fill what is missing by the linear trend of each case over these columns',
    },
  },
  example:
    '--data packages/statistics/oracle/study/culture_missing.csv.gz --columns onderzoek,verbeter,collega,visie,leidond,leider',
  run: (data, given) => {
    if (given.has('stayed') && given.has('trend')) {
      throw badOption({ nl: 'Kies --stayed of --trend.', en: 'Choose --stayed or --trend.' });
    }
    if (given.has('stayed') && !given.has('columns')) {
      throw badOption({
        nl: '--stayed vergelijkt de kolommen van --columns: noem ze, zonder nummers van scholen of mensen.',
        en: '--stayed compares the columns of --columns: name them, without numbers of schools or people.',
      });
    }
    if (given.has('trend')) return trendAtPoint(casesByPoint(data, expandColumns(data, given.list('trend'))));
    const columns = given.has('columns')
      ? expandColumns(data, given.list('columns'))
      : [...data.columns.keys()];
    return given.has('stayed') ? leavers(data, given, columns) : missingPatterns(data, columns);
  },
  print: (result, to) => {
    if (result.analysis === 'missing') return missingBlocks(result, to);
    return result.analysis === 'leavers' ? leaversBlocks(result, to) : trendBlocks(result, to);
  },
});

function leavers(data: Table, given: Given, columns: readonly string[]): LeaversResult {
  const [stayed, value] = given.required('stayed').split('=');
  const variables = columns.filter((name) => name !== stayed);
  return compareLeavers(data, { stayed, variables, ...(value === undefined ? {} : { value }) });
}

const MOST_PATTERNS = 12;

const missingBlocks = (result: MissingResult, to: Printer): readonly Block[] => {
  const patterns = result.patterns.slice(0, MOST_PATTERNS);
  const little = result.littleTest;
  return [
    to.table(result.columns, [
      to.words(LABELS.column, ({ column }) => column),
      to.counts(LABELS.missing, ({ missing: count }) => count),
      to.numbers(LABELS.share, ({ share }) => share),
    ]),
    to.table(patterns, [
      to.counts(LABELS.rows, ({ count }) => count),
      to.numbers(LABELS.share, ({ share }) => share),
      to.words(LABELS.missingTogether, ({ missing: names }) =>
        shorten(names.join(' ') || to.text(LABELS.nothing)),
      ),
    ]),
    to.facts([
      [LABELS.completeRows, to.number(result.completeCases)],
      [LABELS.shareMissing, to.number(result.missingShare)],
      [LABELS.littlesTest, little ? to.chiSquareTest(little.df, little.chiSquare, little.p) : '–'],
    ]),
  ];
};

const shorten = (text: string): string => (text.length > 70 ? `${text.slice(0, 69)}…` : text);

const leaversBlocks = (
  { numbers, categories, stayed, left }: LeaversResult,
  to: Printer,
): readonly Block[] => [
  to.facts([
    [LABELS.stayed, to.number(stayed.count)],
    [LABELS.left, to.number(left.count)],
  ]),
  to.table(numbers, [
    to.words(LABELS.column, ({ variable }) => shorten(variable)),
    to.numbers(LABELS.stayed, (row) => row.stayed.mean),
    to.numbers(LABELS.left, (row) => row.left.mean),
    to.numbers(LABELS.difference, ({ difference }) => difference),
    to.numbers('t', ({ welch }) => welch?.t ?? null),
    to.numbers('df', ({ welch }) => welch?.df ?? null),
    to.pValues('p', ({ welch }) => welch?.p ?? null),
    to.pValues('p Holm', ({ pHolm }) => pHolm),
    to.numbers('d', ({ d }) => d),
  ]),
  to.table(categories, [
    to.words(LABELS.column, ({ variable }) => variable),
    to.numbers(LABELS.chiSquare, ({ test }) => test?.chiSquare ?? null),
    to.counts('df', ({ test }) => test?.df ?? null),
    to.pValues('p', ({ test }) => test?.p ?? null),
    to.pValues('p Holm', ({ pHolm }) => pHolm),
    to.numbers(LABELS.cramersV, ({ cramersV }) => cramersV),
  ]),
];

const trendBlocks = (result: TrendResult, to: Printer): readonly Block[] => [
  to.facts([
    [LABELS.valuesFilled, to.number(result.filled.length)],
    [LABELS.completeCases, to.number(result.completeCases)],
    [LABELS.linesFromOneValue, to.number(result.fromOneValue)],
  ]),
];
