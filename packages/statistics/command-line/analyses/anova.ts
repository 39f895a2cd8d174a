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
import type { Block, Printer } from '../print.ts';
import { contrastsBlock, fTest, levelsOf, sumsOfSquaresOf, TYPE } from './anova-parts.ts';
import { scores, testedTerms } from './tables.ts';

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
  to.table(result.groups, [
    to.words(LABELS.group, ({ name }) => name),
    ...scores(to),
    to.intervals(to.intervalOf(result.level), ({ ci }) => ci),
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
  to.table(
    pairs,
    [
      to.words(LABELS.pair, ({ pair: [from, other] }) => `${other} - ${from}`),
      to.numbers(LABELS.estimate, ({ estimate }) => estimate),
      to.numbers('se', ({ se }) => se),
      to.numbers('df', ({ df }) => df),
      to.pValues('p', ({ p }) => p),
      to.intervals(to.intervalOf(level), ({ ci }) => ci),
      to.numbers('d', ({ d }) => d),
    ],
    title,
  );

const factorialBlocks = (result: FactorialResult, to: Printer): readonly Block[] => [
  to.table(result.effects, [
    ...testedTerms(to),
    to.numbers(LABELS.partialEta2, ({ partialEta2 }) => partialEta2),
  ]),
  to.table(result.means, [
    ...levelsOf(result.between, to),
    ...scores(to),
    to.intervals(to.intervalOf(result.level), ({ ci }) => ci),
  ]),
  contrastsBlock(result.contrasts, to),
  to.facts([
    [LABELS.sumsOfSquares, result.type],
    ['Brown–Forsythe', fTest(result.brownForsythe, to)],
  ]),
];
