import { columnNames, type Formula, parseFormula } from '../../formula.ts';
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
import { type Block, type Printer, paragraph, tableBlock } from '../print.ts';

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
  const options = (formula: string): MultilevelOptions => ({ formula, method: 'ML', complete });
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
  tableBlock([
    to.hundredths(result.estimation === 'REML' ? LABELS.remlCriterion : LABELS.deviance, [result.deviance]),
    to.hundredths('AIC', [result.aic]),
    to.hundredths('BIC', [result.bic]),
    to.numbers(LABELS.r2Marginal, [result.r2.marginal]),
    to.numbers(LABELS.r2Conditional, [result.r2.conditional]),
  ]),
  ...(result.effects ?? []).flatMap((effects) => [
    effectsBlock(effects, to),
    paragraph(explainGroupEffects(effects, to.language)),
  ]),
];

const fixedBlock = ({ fixed, level }: MultilevelModel, to: Printer): Block =>
  tableBlock([
    to.words(
      LABELS.fixed,
      fixed.map(({ term }) => term),
    ),
    to.numbers(
      LABELS.estimate,
      fixed.map(({ estimate }) => estimate),
    ),
    to.numbers(
      'se',
      fixed.map(({ se }) => se),
    ),
    to.numbers(
      'df',
      fixed.map(({ df }) => df),
    ),
    to.numbers(
      't',
      fixed.map(({ t }) => t),
    ),
    to.pValues(
      'p',
      fixed.map(({ p }) => p),
    ),
    to.intervals(
      to.intervalOf(level),
      fixed.map(({ ci }) => ci),
    ),
  ]);

const termsBlock = ({ anova }: MultilevelModel, to: Printer): Block =>
  anova.length === 0
    ? []
    : tableBlock([
        to.words(
          'term',
          anova.map(({ term }) => term),
        ),
        to.numbers(
          'F',
          anova.map(({ F }) => F),
        ),
        to.numbers(
          'df1',
          anova.map(({ df1 }) => df1),
        ),
        to.numbers(
          'df2',
          anova.map(({ df2 }) => df2),
        ),
        to.pValues(
          'p',
          anova.map(({ p }) => p),
        ),
      ]);

function randomBlock({ random, residual, groups, shares, nobs }: MultilevelModel, to: Printer): Block {
  const none = { term: '', correlation: null };
  const rows = [...random.map((row) => ({ ...none, ...row })), { ...none, group: 'residual', ...residual }];
  const share = (group: string): number | null => shares.find((one) => one.group === group)?.share ?? null;
  const withSlopes = random.some(({ term }) => term !== '(Intercept)');
  return tableBlock([
    to.words(
      LABELS.random,
      rows.map(({ group }) => (group === 'residual' ? to.text(LABELS.residual) : group)),
    ),
    ...(withSlopes
      ? [
          to.words(
            LABELS.of,
            rows.map(({ term }) => term),
          ),
        ]
      : []),
    to.numbers(
      LABELS.variance,
      rows.map(({ variance }) => variance),
    ),
    to.numbers(
      'sd',
      rows.map(({ sd }) => sd),
    ),
    withSlopes
      ? to.numbers(
          LABELS.correlation,
          rows.map(({ correlation }) => correlation),
        )
      : to.numbers(
          LABELS.share,
          rows.map(({ group }) => share(group)),
        ),
    to.counts(
      LABELS.number,
      rows.map(({ group }) => (group === 'residual' ? nobs : groups[group])),
    ),
  ]);
}

const MOST_SHOWN = 5;

/** The groups at both ends; all of them are in the JSON. */
function effectsBlock({ group, term, labels, estimate, se, ci }: GroupEffects, to: Printer): Block {
  const order = labels.map((_, place) => place).sort((a, b) => estimate[b] - estimate[a]);
  const ends =
    order.length <= 2 * MOST_SHOWN ? order : [...order.slice(0, MOST_SHOWN), ...order.slice(-MOST_SHOWN)];
  return tableBlock([
    to.words(
      term === '(Intercept)' ? group : `${group}, ${term}`,
      ends.map((place) => labels[place]),
    ),
    to.numbers(
      'effect',
      ends.map((place) => estimate[place]),
    ),
    to.numbers(
      'se',
      ends.map((place) => se[place]),
    ),
    to.intervals(
      'interval',
      ends.map((place) => ci[place]),
    ),
  ]);
}

const comparisonBlocks = (result: Comparison, to: Printer): readonly Block[] => {
  const models = [result.smaller, result.larger];
  const reduction = result.varianceReduction;
  return [
    tableBlock([
      to.counts(
        LABELS.parameters,
        models.map(({ parameters }) => parameters),
      ),
      to.hundredths(
        'logLik',
        models.map(({ logLik }) => logLik),
      ),
      to.hundredths(
        'AIC',
        models.map(({ aic }) => aic),
      ),
      to.hundredths(
        'BIC',
        models.map(({ bic }) => bic),
      ),
      to.words(
        'model',
        models.map(({ formula }) => (formula.length > 50 ? `${formula.slice(0, 49)}…` : formula)),
      ),
    ]),
    to.facts([[LABELS.chiSquare, to.chiSquareTest(result.df, result.chiSquare, result.p)]]),
    ...(reduction ? [paragraph(explainVarianceReduction(reduction, to.language))] : []),
  ];
};
