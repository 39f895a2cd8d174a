import { columnNames } from '../../expression.ts';
import { type Formula, parseFormula } from '../../formula.ts';
import {
  explainGroupEffects,
  explainVarianceReduction,
  type GroupEffects,
  type LikelihoodRatioTest,
  likelihoodRatioTest,
  type MultilevelModel,
  type MultilevelOptions,
  multilevelModel,
  type VarianceReduction,
  varianceReduction,
} from '../../multilevel/index.ts';
import { StatisticsError } from '../../result.ts';
import type { Table } from '../../table.ts';
import { define } from '../analysis.ts';
import { LABELS } from '../labels.ts';
import { badOption, type Given, LEVEL, levelOf } from '../options.ts';
import { type Block, type Printer, paragraph } from '../print.ts';
import { testedTerms } from './tables.ts';

/** Two models on the same rows, and what the larger one explains per level; null where that has no meaning. */
interface Comparison extends LikelihoodRatioTest {
  readonly varianceReduction: VarianceReduction | null;
}

export const lmm = define<MultilevelModel | Comparison>({
  options: {
    formula: {
      kind: 'text',
      value: '"y ~ x + (1 | g)"',
      help: 'outcome ~ predictors + (1 | school/teacher); * and : for interactions',
      required: true,
    },
    method: {
      kind: 'choice',
      value: 'REML|ML',
      choices: ['REML', 'ML'],
      help: 'of estimation (default REML; with --compare ML)',
    },
    compare: {
      kind: 'text',
      value: '"y ~ (1 | g)"',
      help: 'a second model on the same rows: likelihood-ratio test, and what is explained per level',
    },
    effects: { kind: 'list', value: 'school', help: 'groups whose own effects are wanted, with intervals' },
    residuals: { kind: 'flag', help: 'fitted values and residuals per row, in the JSON' },
    ...LEVEL,
  },
  example:
    '--data packages/statistics/oracle/study/barometer.csv.gz --formula "enth ~ time * sector + (1 | school/teacher)" --reference sector=po',
  run: (data, given) => (given.has('compare') ? compared(data, given) : fitted(data, given)),
  print: (result, to) => (result.analysis === 'lmm' ? modelBlocks(result, to) : comparisonBlocks(result, to)),
});

const fitted = (data: Table, given: Given): MultilevelModel =>
  multilevelModel(data, {
    formula: given.required('formula'),
    ...(given.text('method') === 'ML' ? { method: 'ML' } : {}),
    effects: given.list('effects'),
    residuals: given.flag('residuals'),
    ...levelOf(given),
  });

function compared(data: Table, given: Given): Comparison {
  if (given.text('method') === 'REML') {
    throw badOption({
      nl: 'Modellen vergelijken kan alleen met --method ML.',
      en: 'Comparing models takes --method ML.',
    });
  }
  const formulas = [given.required('formula'), given.required('compare')];
  const complete = formulas.flatMap((text) => columnsOf(parseFormula(text)));
  const options = (formula: string): MultilevelOptions => ({
    formula,
    method: 'ML',
    complete,
    ...levelOf(given),
  });
  const [smaller, larger] = formulas
    .map((formula) => multilevelModel(data, options(formula)))
    .sort((a, b) => a.parameters - b.parameters);
  const test = likelihoodRatioTest(smaller, larger);
  return { ...test, varianceReduction: reductionOf(larger, smaller) };
}

const columnsOf = ({ terms, random }: Formula): readonly string[] => [
  ...terms.flatMap(({ variables }) => variables.flatMap(({ expression }) => columnNames(expression))),
  ...random.flatMap(({ columns }) => columns),
];

/** With other groups, or slopes per group, there is no one figure per level; the test stands without it. */
function reductionOf(larger: MultilevelModel, smaller: MultilevelModel): VarianceReduction | null {
  try {
    return varianceReduction(larger, smaller);
  } catch (error) {
    if (error instanceof StatisticsError) return null;
    throw error;
  }
}

const modelBlocks = (result: MultilevelModel, to: Printer): readonly Block[] => [
  fixedBlock(result, to),
  termsBlock(result, to),
  randomBlock(result, to),
  to.table(
    [result],
    [
      to.hundredths(
        result.estimation === 'REML' ? LABELS.remlCriterion : LABELS.deviance,
        ({ deviance }) => deviance,
      ),
      to.hundredths('AIC', ({ aic }) => aic),
      to.hundredths('BIC', ({ bic }) => bic),
      to.numbers(LABELS.r2Marginal, ({ r2 }) => r2.marginal),
      to.numbers(LABELS.r2Conditional, ({ r2 }) => r2.conditional),
    ],
  ),
  ...(result.effects ?? []).flatMap((effects) => [
    effectsBlock(effects, to),
    paragraph(explainGroupEffects(effects, to.language)),
  ]),
];

const fixedBlock = ({ fixed, level }: MultilevelModel, to: Printer): Block =>
  to.table(fixed, [
    to.words(LABELS.fixed, ({ term }) => term),
    to.numbers(LABELS.estimate, ({ estimate }) => estimate),
    to.numbers('se', ({ se }) => se),
    to.numbers('df', ({ df }) => df),
    to.numbers('t', ({ t }) => t),
    to.pValues('p', ({ p }) => p),
    to.intervals(to.intervalOf(level), ({ ci }) => ci),
  ]);

const termsBlock = ({ anova }: MultilevelModel, to: Printer): Block => to.table(anova, [...testedTerms(to)]);

function randomBlock({ random, residual, groups, shares, nobs }: MultilevelModel, to: Printer): Block {
  const none = { term: '', correlation: null };
  const rows = [...random.map((row) => ({ ...none, ...row })), { ...none, group: 'residual', ...residual }];
  const share = (group: string): number | null => shares.find((one) => one.group === group)?.share ?? null;
  const withSlopes = random.some(({ term }) => term !== '(Intercept)');
  return to.table(rows, [
    to.words(LABELS.random, ({ group }) => (group === 'residual' ? to.text(LABELS.residual) : group)),
    withSlopes && to.words(LABELS.of, ({ term }) => term),
    to.numbers(LABELS.variance, ({ variance }) => variance),
    to.numbers('sd', ({ sd }) => sd),
    withSlopes
      ? to.numbers(LABELS.correlation, ({ correlation }) => correlation)
      : to.numbers(LABELS.share, ({ group }) => share(group)),
    to.counts(LABELS.number, ({ group }) => (group === 'residual' ? nobs : groups[group])),
  ]);
}

const MOST_SHOWN = 5;

/** The groups at both ends; all of them are in the JSON. */
function effectsBlock({ group, term, labels, estimate, se, ci }: GroupEffects, to: Printer): Block {
  const order = labels.map((_, place) => place).sort((a, b) => estimate[b] - estimate[a]);
  const ends =
    order.length <= 2 * MOST_SHOWN ? order : [...order.slice(0, MOST_SHOWN), ...order.slice(-MOST_SHOWN)];
  return to.table(ends, [
    to.words(term === '(Intercept)' ? group : `${group}, ${term}`, (place) => labels[place]),
    to.numbers('effect', (place) => estimate[place]),
    to.numbers('se', (place) => se[place]),
    to.intervals('interval', (place) => ci[place]),
  ]);
}

const comparisonBlocks = (result: Comparison, to: Printer): readonly Block[] => {
  const models = [result.smaller, result.larger];
  const reduction = result.varianceReduction;
  return [
    to.table(models, [
      to.counts(LABELS.parameters, ({ parameters }) => parameters),
      to.hundredths('logLik', ({ logLik }) => logLik),
      to.hundredths('AIC', ({ aic }) => aic),
      to.hundredths('BIC', ({ bic }) => bic),
      to.words('model', ({ formula }) => (formula.length > 50 ? `${formula.slice(0, 49)}…` : formula)),
    ]),
    to.facts([[LABELS.chiSquare, to.chiSquareTest(result.df, result.chiSquare, result.p)]]),
    ...(reduction ? [paragraph(explainVarianceReduction(reduction, to.language))] : []),
  ];
};
