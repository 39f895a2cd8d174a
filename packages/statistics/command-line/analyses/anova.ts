import {
  type FactorialResult,
  factorialAnova,
  type OneWayResult,
  oneWayAnova,
  type PostHocComparison,
} from '../../anova/index.ts';
import { categoriesOf, numbersOf } from '../../table.ts';
import { define } from '../analysis.ts';
import { expandColumns } from '../columns.ts';
import { LABELS } from '../labels.ts';
import { LEVEL, levelOf } from '../options.ts';
import { type Block, type Printer, tableBlock } from '../print.ts';
import { contrastsBlock, fTest, sumsOfSquaresOf, TYPE } from './anova-parts.ts';

export const anova = define<OneWayResult | FactorialResult>({
  options: {
    outcome: { kind: 'text', value: 'y', help: 'the column that is compared', required: true },
    groups: {
      kind: 'list',
      value: 'a,b',
      help: 'one column of groups, or more to cross them',
      required: true,
    },
    ...TYPE,
    ...LEVEL,
  },
  example:
    '--data packages/statistics/oracle/study/barometer.csv.gz --outcome enth --groups sector --where wave=1',
  run: (data, given) => {
    const outcome = given.required('outcome');
    const factors = expandColumns(data, given.list('groups'));
    const [first, second] = factors;
    if (second === undefined) {
      return oneWayAnova(numbersOf(data, outcome), categoriesOf(data, first), levelOf(given));
    }
    return factorialAnova(data, { outcome, factors, ...sumsOfSquaresOf(given), ...levelOf(given) });
  },
  print: (result, to) =>
    result.analysis === 'anova' ? oneWayBlocks(result, to) : factorialBlocks(result, to),
});

const oneWayBlocks = (result: OneWayResult, to: Printer): readonly Block[] => [
  tableBlock([
    to.words(
      LABELS.group,
      result.groups.map(({ name }) => name),
    ),
    to.counts(
      'n',
      result.groups.map(({ n }) => n),
    ),
    to.numbers(
      LABELS.mean,
      result.groups.map(({ mean }) => mean),
    ),
    to.numbers(
      'sd',
      result.groups.map(({ sd }) => sd),
    ),
    to.intervals(
      to.intervalOf(result.level),
      result.groups.map(({ ci }) => ci),
    ),
  ]),
  to.facts([
    ['F', fTest(result, to)],
    [LABELS.welchsF, fTest(result.welch, to)],
    [LABELS.etaSquared, to.number(result.eta2)],
    [LABELS.omegaSquared, to.number(result.omega2)],
    ['Brown–Forsythe', fTest(result.brownForsythe, to)],
  ]),
  postHocBlock('Tukey–Kramer', result.tukey, result, to),
  postHocBlock('Games–Howell', result.gamesHowell, result, to),
];

const postHocBlock = (
  title: string,
  pairs: readonly PostHocComparison[],
  { level }: OneWayResult,
  to: Printer,
): Block =>
  tableBlock(
    [
      to.words(
        LABELS.pair,
        pairs.map(({ pair: [from, other] }) => `${other} - ${from}`),
      ),
      to.numbers(
        LABELS.estimate,
        pairs.map(({ estimate }) => estimate),
      ),
      to.numbers(
        'se',
        pairs.map(({ se }) => se),
      ),
      to.numbers(
        'df',
        pairs.map(({ df }) => df),
      ),
      to.pValues(
        'p',
        pairs.map(({ p }) => p),
      ),
      to.intervals(
        to.intervalOf(level),
        pairs.map(({ ci }) => ci),
      ),
      to.numbers(
        'd',
        pairs.map(({ d }) => d),
      ),
    ],
    title,
  );

const factorialBlocks = (result: FactorialResult, to: Printer): readonly Block[] => [
  tableBlock([
    to.words(
      'term',
      result.effects.map(({ term }) => term),
    ),
    to.numbers(
      'F',
      result.effects.map(({ F }) => F),
    ),
    to.numbers(
      'df1',
      result.effects.map(({ df1 }) => df1),
    ),
    to.numbers(
      'df2',
      result.effects.map(({ df2 }) => df2),
    ),
    to.pValues(
      'p',
      result.effects.map(({ p }) => p),
    ),
    to.numbers(
      LABELS.partialEta2,
      result.effects.map(({ partialEta2 }) => partialEta2),
    ),
  ]),
  tableBlock([
    ...result.between.map(({ name }) =>
      to.words(
        name,
        result.means.map(({ between }) => between[name]),
      ),
    ),
    to.counts(
      'n',
      result.means.map(({ n }) => n),
    ),
    to.numbers(
      LABELS.mean,
      result.means.map(({ mean }) => mean),
    ),
    to.numbers(
      'sd',
      result.means.map(({ sd }) => sd),
    ),
    to.intervals(
      to.intervalOf(result.level),
      result.means.map(({ ci }) => ci),
    ),
  ]),
  contrastsBlock(result.contrasts, to),
  to.facts([
    [LABELS.sumsOfSquares, result.type],
    ['Brown–Forsythe', fTest(result.brownForsythe, to)],
  ]),
];
