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
import { type Block, type Printer, tableBlock } from '../print.ts';

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
  const [stayed, level] = given.required('stayed').split('=');
  const variables = columns.filter((name) => name !== stayed);
  return compareLeavers(data, { stayed, variables, ...(level === undefined ? {} : { level }) });
}

const MOST_PATTERNS = 12;

const missingBlocks = (result: MissingResult, to: Printer): readonly Block[] => {
  const patterns = result.patterns.slice(0, MOST_PATTERNS);
  const little = result.littleTest;
  return [
    tableBlock([
      to.words(
        LABELS.column,
        result.columns.map(({ column }) => column),
      ),
      to.counts(
        LABELS.missing,
        result.columns.map(({ missing: count }) => count),
      ),
      to.numbers(
        LABELS.share,
        result.columns.map(({ share }) => share),
      ),
    ]),
    tableBlock([
      to.counts(
        LABELS.rows,
        patterns.map(({ count }) => count),
      ),
      to.numbers(
        LABELS.share,
        patterns.map(({ share }) => share),
      ),
      to.words(
        LABELS.missingTogether,
        patterns.map(({ missing: names }) => shorten(names.join(' ') || to.text(LABELS.nothing))),
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
  ...(numbers.length === 0
    ? []
    : [
        tableBlock([
          to.words(
            LABELS.column,
            numbers.map(({ variable }) => shorten(variable)),
          ),
          to.numbers(
            LABELS.stayed,
            numbers.map((row) => row.stayed.mean),
          ),
          to.numbers(
            LABELS.left,
            numbers.map((row) => row.left.mean),
          ),
          to.numbers(
            LABELS.difference,
            numbers.map(({ difference }) => difference),
          ),
          to.numbers(
            't',
            numbers.map(({ welch }) => welch?.t ?? null),
          ),
          to.numbers(
            'df',
            numbers.map(({ welch }) => welch?.df ?? null),
          ),
          to.pValues(
            'p',
            numbers.map(({ welch }) => welch?.p ?? null),
          ),
          to.pValues(
            'p Holm',
            numbers.map(({ pHolm }) => pHolm),
          ),
          to.numbers(
            'd',
            numbers.map(({ d }) => d),
          ),
        ]),
      ]),
  ...(categories.length === 0
    ? []
    : [
        tableBlock([
          to.words(
            LABELS.column,
            categories.map(({ variable }) => variable),
          ),
          to.numbers(
            LABELS.chiSquare,
            categories.map(({ test }) => test?.chiSquare ?? null),
          ),
          to.counts(
            'df',
            categories.map(({ test }) => test?.df ?? null),
          ),
          to.pValues(
            'p',
            categories.map(({ test }) => test?.p ?? null),
          ),
          to.pValues(
            'p Holm',
            categories.map(({ pHolm }) => pHolm),
          ),
          to.numbers(
            LABELS.cramersV,
            categories.map(({ cramersV }) => cramersV),
          ),
        ]),
      ]),
];

const trendBlocks = (result: TrendResult, to: Printer): readonly Block[] => [
  to.facts([
    [LABELS.valuesFilled, to.number(result.filled.length)],
    [LABELS.completeCases, to.number(result.completeCases)],
    [LABELS.linesFromOneValue, to.number(result.fromOneValue)],
  ]),
];
