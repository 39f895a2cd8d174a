import { CLOSED, type Comparison } from '../oracle/comparison.fixture.ts';
import { rFigures } from '../oracle/r.fixture.ts';
import { figure, figures, type OracleSet, oracleTable, sets } from '../oracle/sets.fixture.ts';
import {
  type Column,
  categoryColumn,
  columnOf,
  numberColumn,
  numbersOf,
  type Table,
  table,
} from '../table.ts';
import { linearRegression, type RegressionResult, regressionCases } from './linear.ts';
import { type StepwiseResult, stepwiseRegression } from './stepwise.ts';

/** Regressions against R: oracle.json, and for what it lacks `fixtures/r.json`, made by `fixtures/make.R`. */
export function regressionComparisons(): Comparison[] {
  return [...sets.flatMap((set) => [...study(set), ...own(set)]), ...longley(), ...stepsBack()];
}

const R = 'R 4.2.2, lm';
const r = rFigures(import.meta.dirname);
const CANDIDATES = ['board', 'design', 'visit', 'enth'];

function study(set: OracleSet): Comparison[] {
  const all = oracleTable(set, 'reg_culture');
  const imputed = numbersOf(all, 'imputed');
  const schools = {
    regression_culture: where(all, (row) => imputed[row] === 0),
    regression_culture_n90: all,
  };
  const culture = Object.entries(schools).flatMap(([path, data]) =>
    ['d_collega', 'd_verbeter'].flatMap((outcome) => [
      ...asInOracle(set, linearRegression(data, { outcome, predictors: CANDIDATES }), [
        path,
        outcome,
        'enter',
      ]),
      ...stepwiseAsInOracle(set, stepwiseRegression(data, { outcome, candidates: CANDIDATES }), [
        path,
        outcome,
        'spss_stepwise',
      ]),
    ]),
  );
  const pupil = linearRegression(oracleTable(set, 'pupil'), {
    formula: 'y ~ board + design + visit + enth + cohort',
  });
  return [...culture, ...asInOracle(set, pupil, ['regression_pupil'])];
}

function asInOracle(set: OracleSet, found: RegressionResult, path: readonly string[]): Comparison[] {
  const at = (...steps: (string | number)[]): number => figure(set, ...path, ...steps);
  const compare = comparer('regression', `${set} ${path.join(' ')}`, R);
  const { n, F, df1, df2, p, r2, adjustedR2, sigma, coefficients } = found;
  return [
    ...Object.entries({ n, F, df1, df2, p, R2: r2, adjR2: adjustedR2, sigma }).map(([name, ours]) =>
      compare('F, R², σ', name, ours, at(name)),
    ),
    ...coefficients.flatMap(({ term, estimate, se, t, p: chance, ci, standardised }) => [
      compare('coefficients', `${term} b`, estimate, at('coef', term, 'b')),
      compare('standard errors', term, se, at('coef', term, 'se')),
      compare('t, p', `${term} t`, t, at('coef', term, 't')),
      compare('t, p', `${term} p`, chance, at('coef', term, 'p')),
      compare('intervals', `${term} lower`, ci[0], at('coef', term, 'ci95', 0)),
      compare('intervals', `${term} upper`, ci[1], at('coef', term, 'ci95', 1)),
      ...(standardised === null
        ? []
        : [compare('standardised b', term, standardised, at('coef', term, 'beta_std'))]),
    ]),
  ];
}

function stepwiseAsInOracle(set: OracleSet, found: StepwiseResult, path: readonly string[]): Comparison[] {
  const compare = comparer('stepwise', `${set} ${path.join(' ')}`, `${R}, step by step`);
  const steps = figures(set, ...path, 'steps');
  const theirs = Array.isArray(steps) ? steps.length : 0;
  return [
    compare('steps', 'number', found.steps.length, theirs, 0),
    ...found.steps.flatMap(({ action, variable, p }, place) => [
      compare(
        'steps',
        `${place} ${action} ${variable}`,
        1,
        +(figures(set, ...path, 'steps', place, action) === variable),
        0,
      ),
      compare('steps', `${place} p`, p, figure(set, ...path, 'steps', place, 'p')),
    ]),
    ...(found.final
      ? asInOracle(set, found.final, [...path, 'final']).map((one) => ({ ...one, analysis: 'stepwise' }))
      : []),
  ];
}

function own(set: OracleSet): Comparison[] {
  const barometer = oracleTable(set, 'barometer');
  const wave = numbersOf(barometer, 'wave');
  const first = where(barometer, (row) => wave[row] === 1);
  const reason = columnOf(first, 'reason');
  const common =
    reason.kind === 'category' ? where(first, (row) => reason.levels[reason.codes[row]] !== 'data') : first;
  const schools = oracleTable(set, 'reg_culture');
  const models: Readonly<Record<string, readonly [data: Table, formula: string]>> = {
    factors: [first, 'enth ~ sector + board + design + reason'],
    crossed: [first, 'enth ~ board*sector + design'],
    two_factors: [common, 'impl ~ sector*reason'],
    culture: [schools, 'd_collega ~ board + design + visit + enth'],
    pupil: [oracleTable(set, 'pupil'), 'y ~ board + design + visit + enth + factor(cohort)'],
    one: [schools, 'd_verbeter ~ enth'],
    curve: [first, 'impl ~ board + I(board^2)'],
  };
  return Object.entries(models).flatMap(([name, [data, formula]]) => ofModel(data, formula, [set, name]));
}

function ofModel(data: Table, formula: string, path: readonly string[]): Comparison[] {
  const found = linearRegression(data, { formula });
  const cases = regressionCases(data, { formula }).slice(0, 25);
  const compare = comparer('regression', path.join(' '), R);
  const { coefficients, terms, diagnostics } = found;
  const { n, F, df1, df2, p, r2, adjustedR2, sigma } = found;
  const one = (name: string, key: string, ours: number | null, tolerance = CLOSED): Comparison =>
    compare(name, key, ours, r.number(...path, key), tolerance);
  const list = (name: string, key: string, ours: readonly (number | null)[]): Comparison[] => {
    const theirs = r.numbers(...path, key);
    return [
      compare(name, `${key} length`, ours.length, theirs.length, 0),
      ...ours.map((value, place) => compare(name, `${key} ${place}`, value, theirs[place])),
    ];
  };
  const names = r.at(...path, 'names');
  const gvif = r.at(...path, 'gvif') === null ? [] : terms.map((term) => term.gvif);
  return [
    compare(
      'coefficients',
      'names',
      1,
      +(JSON.stringify(names) === JSON.stringify(coefficients.map(({ term }) => term))),
    ),
    ...Object.entries({ n, F, df1, df2, p, r2, adjustedR2, sigma }).map(([key, ours]) =>
      one('F, R², σ', key, ours),
    ),
    ...list(
      'coefficients',
      'estimate',
      coefficients.map((row) => row.estimate),
    ),
    ...list(
      'standard errors',
      'se',
      coefficients.map((row) => row.se),
    ),
    ...list(
      't, p',
      't',
      coefficients.map((row) => row.t),
    ),
    ...list(
      't, p',
      'pt',
      coefficients.map((row) => row.p),
    ),
    ...list(
      'intervals',
      'lower',
      coefficients.map((row) => row.ci[0]),
    ),
    ...list(
      'intervals',
      'upper',
      coefficients.map((row) => row.ci[1]),
    ),
    ...list(
      'standardised b',
      'standardised',
      coefficients.slice(1).map((row) => row.standardised),
    ),
    ...[
      ...list(
        'F of terms, type II',
        'sumSq',
        terms.map((row) => row.sumSq),
      ),
      ...list(
        'F of terms, type II',
        'dfs',
        terms.map((row) => row.df1),
      ),
      ...list(
        'F of terms, type II',
        'Fs',
        terms.map((row) => row.F),
      ),
      ...list(
        'F of terms, type II',
        'ps',
        terms.map((row) => row.p),
      ),
      ...(gvif.length > 0 ? list('VIF, generalised', 'gvif', gvif) : []),
    ].map((row) => ({ ...row, source: 'car 3.1-1' })),
    ...list(
      'leverage',
      'hat',
      cases.map((row) => row.leverage),
    ),
    ...list(
      'Cook’s distance',
      'cook',
      cases.map((row) => row.cook),
    ),
    ...list(
      'Cook’s distance',
      'worst',
      diagnostics.influential.cases.map((row) => row.cook),
    ).slice(1),
    one('Cook’s distance', 'beyond', diagnostics.influential.count, 0),
    ...list(
      'residuals, standardised and studentised',
      'rstandard',
      cases.map((row) => row.standardised),
    ),
    ...list(
      'residuals, standardised and studentised',
      'rstudent',
      cases.map((row) => row.studentised),
    ),
    one('Breusch–Pagan (Koenker)', 'bp', diagnostics.breuschPagan.chiSquare),
    one('Breusch–Pagan (Koenker)', 'bp_df', diagnostics.breuschPagan.df),
    one('Breusch–Pagan (Koenker)', 'bp_p', diagnostics.breuschPagan.p),
    one('shape of residuals', 'skewness', diagnostics.residuals.skewness),
    one('shape of residuals', 'kurtosis', diagnostics.residuals.excessKurtosis),
    one('condition number', 'condition', diagnostics.conditionNumber),
  ];
}

/** The hard test of least squares: seven coefficients of which five digits are lost by a careless program. */
function longley(): Comparison[] {
  const names = ['GNP.deflator', 'GNP', 'Unemployed', 'Armed.Forces', 'Population', 'Year'];
  const formula = `Employed ~ ${names.join(' + ')}`;
  const data = table(
    Object.fromEntries(
      ['Employed', ...names].map((name) => [name, numberColumn(r.numbers('longley', 'data', name))]),
    ),
  );
  // NIST has the same data in other units.
  const units: Readonly<Record<string, number>> = {
    GNP: 1000,
    Unemployed: 10,
    'Armed.Forces': 10,
    Population: 1000,
  };
  const found = linearRegression(data, { formula });
  const compare = comparer('regression', 'Longley', 'NIST StRD, Longley (certified values)');
  const scale = (term: string): number => 1000 / (units[term] ?? 1);
  return [
    ...ofModel(data, formula, ['longley']),
    ...found.coefficients.flatMap(({ term, estimate, se }, place) => [
      compare('coefficients', term, estimate * scale(term), NIST[place][0]),
      compare('standard errors', term, se * scale(term), NIST[place][1]),
    ]),
    compare('F, R², σ', 'sigma', found.sigma * 1000, 304.854073561965),
    compare('F, R², σ', 'R²', found.r2, 0.995479004577296),
    compare('F, R², σ', 'F', found.F, 330.285339234588),
  ];
}

/** https://www.itl.nist.gov/div898/strd/lls/data/Longley.shtml: estimates and their standard deviations. */
const NIST: readonly (readonly [estimate: number, se: number])[] = [
  [-3482258.63459582, 890420.383607373],
  [15.0618722713733, 84.9149257747669],
  [-0.035819179292591, 0.0334910077722432],
  [-2.02022980381683, 0.488399681651699],
  [-1.03322686717359, 0.214274163161675],
  [-0.0511041056535807, 0.22607320006937],
  [1829.15146461355, 455.478499142212],
];

function stepsBack(): Comparison[] {
  return [0, 1, 2].flatMap((place) => {
    const path = ['step_back', place];
    const names = ['y', 'x1', 'x2', 'x3', 'x4', 'x5'];
    const data = table(
      Object.fromEntries(names.map((name) => [name, numberColumn(r.numbers(...path, 'data', name))])),
    );
    const { steps } = stepwiseRegression(data, { outcome: 'y', candidates: names.slice(1) });
    const theirs = r.at(...path, 'steps');
    const compare = comparer('stepwise', `seed ${r.number(...path, 'seed')}`, `${R}, step by step`);
    return [
      compare('steps', 'number', steps.length, Array.isArray(theirs) ? theirs.length : 0, 0),
      ...steps.flatMap(({ action, variable, p, r2 }, step) => {
        const same =
          r.at(...path, 'steps', step, 'action') === action &&
          r.at(...path, 'steps', step, 'variable') === variable;
        return [
          compare('steps', `${step} ${action} ${variable}`, 1, +same, 0),
          compare('steps', `${step} p`, p, r.number(...path, 'steps', step, 'p')),
          compare('steps', `${step} r2`, r2, r.number(...path, 'steps', step, 'r2')),
        ];
      }),
    ];
  });
}

const comparer =
  (analysis: string, path: string, source: string) =>
  (name: string, which: string, ours: number | null, theirs: number, tolerance = CLOSED): Comparison => ({
    analysis,
    figure: name,
    which: `${path} ${which}`,
    ours: ours ?? Number.NaN,
    theirs,
    tolerance,
    source,
  });

/** The rows of a table that are wanted. */
function where(data: Table, wanted: (row: number) => boolean): Table {
  const rows = Array.from({ length: data.rows }, (_, row) => row).filter(wanted);
  const take = (column: Column): Column =>
    column.kind === 'number'
      ? numberColumn(rows.map((row) => column.values[row]))
      : categoryColumn(
          rows.map((row) => column.levels[column.codes[row]]),
          column.levels,
        );
  return table(Object.fromEntries([...data.columns].map(([name, column]) => [name, take(column)])));
}
