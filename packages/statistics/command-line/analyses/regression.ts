import { linearRegression, type RegressionResult } from '../../regression/index.ts';
import { define } from '../analysis.ts';
import { LABELS } from '../labels.ts';
import { LEVEL, levelOf } from '../options.ts';
import type { Block, Printer } from '../print.ts';
import { fTest } from './anova-parts.ts';
import { testedTerms } from './tables.ts';

export const regression = define<RegressionResult>({
  options: {
    formula: {
      kind: 'text',
      value: '"y ~ a + b"',
      help: 'outcome ~ predictors; * and : for interactions, I(a^2) for a square',
      required: true,
    },
    ...LEVEL,
  },
  example:
    '--data packages/statistics/oracle/study/reg_culture.csv.gz --formula "d_collega ~ board + design + visit + enth"',
  run: (data, given) => linearRegression(data, { formula: given.required('formula') }, levelOf(given)),
  print: (result, to) => regressionBlocks(result, to),
});

export const regressionBlocks = (result: RegressionResult, to: Printer): readonly Block[] => [
  to.table(result.coefficients, [
    to.words('term', ({ term }) => term),
    to.numbers(LABELS.estimate, ({ estimate }) => estimate),
    to.numbers('se', ({ se }) => se),
    to.numbers('t', ({ t }) => t),
    to.pValues('p', ({ p }) => p),
    to.intervals(to.intervalOf(result.level), ({ ci }) => ci),
    to.numbers('b*', ({ standardised }) => standardised),
    to.numbers('VIF', ({ vif }) => vif),
  ]),
  result.terms.every(({ df1 }) => df1 === 1) ? [] : to.table(result.terms, [...testedTerms(to)]),
  to.facts([
    ['R2', `${to.number(result.r2)}, ${to.text(LABELS.adjusted)} ${to.number(result.adjustedR2)}`],
    ['model', fTest(result, to)],
    [LABELS.sdOfResiduals, to.number(result.sigma)],
    ['Breusch–Pagan', to.chance(result.diagnostics.breuschPagan.p)],
    [LABELS.influentialCases, to.number(result.diagnostics.influential.count)],
  ]),
];
