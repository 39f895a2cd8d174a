import { linearRegression, type RegressionResult } from '../../regression/index.ts';
import { define } from '../analysis.ts';
import { LABELS } from '../labels.ts';
import { LEVEL, levelOf } from '../options.ts';
import { type Block, type Printer, tableBlock } from '../print.ts';
import { fTest } from './anova-parts.ts';

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
  tableBlock([
    to.words(
      'term',
      result.coefficients.map(({ term }) => term),
    ),
    to.numbers(
      LABELS.estimate,
      result.coefficients.map(({ estimate }) => estimate),
    ),
    to.numbers(
      'se',
      result.coefficients.map(({ se }) => se),
    ),
    to.numbers(
      't',
      result.coefficients.map(({ t }) => t),
    ),
    to.pValues(
      'p',
      result.coefficients.map(({ p }) => p),
    ),
    to.intervals(
      to.intervalOf(result.level),
      result.coefficients.map(({ ci }) => ci),
    ),
    to.numbers(
      'b*',
      result.coefficients.map(({ standardised }) => standardised),
    ),
    to.numbers(
      'VIF',
      result.coefficients.map(({ vif }) => vif),
    ),
  ]),
  ...(result.terms.every(({ df1 }) => df1 === 1)
    ? []
    : [
        tableBlock([
          to.words(
            'term',
            result.terms.map(({ term }) => term),
          ),
          to.numbers(
            'F',
            result.terms.map(({ F }) => F),
          ),
          to.counts(
            'df1',
            result.terms.map(({ df1 }) => df1),
          ),
          to.counts(
            'df2',
            result.terms.map(({ df2 }) => df2),
          ),
          to.pValues(
            'p',
            result.terms.map(({ p }) => p),
          ),
        ]),
      ]),
  to.facts([
    ['R2', `${to.number(result.r2)}, ${to.text(LABELS.adjusted)} ${to.number(result.adjustedR2)}`],
    ['model', fTest(result, to)],
    [LABELS.sdOfResiduals, to.number(result.sigma)],
    ['Breusch–Pagan', to.chance(result.diagnostics.breuschPagan.p)],
    [LABELS.influentialCases, to.number(result.diagnostics.influential.count)],
  ]),
];
