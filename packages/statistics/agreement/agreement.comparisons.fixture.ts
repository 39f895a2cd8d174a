import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLOSED, type Comparison, SEARCHED } from '../oracle/comparison.fixture.ts';
import { figure, type OracleSet, oracleTable, sets } from '../oracle/sets.fixture.ts';
import { type CategoryColumn, categoriesOf, numbersOf, type Table } from '../table.ts';
import { type ClusterIcc, intraclassCorrelation } from './clusters.ts';
import { cohensKappa, type Kappa } from './kappa.ts';
import { krippendorffsAlpha, type MeasurementScale } from './krippendorff.ts';
import { percentageAgreement } from './percentage.ts';
import { type RaterIcc, raterIntraclassCorrelation } from './raters.ts';
import type { Rating } from './ratings.ts';

/** Agreement against R: oracle.json, and for what it lacks `fixtures/r.json`, made by `fixtures/make.R`. */
export function agreementComparisons(): Comparison[] {
  return [
    ...sets.flatMap((set) => [...clusters(set), ...models(set), ...observers(set)]),
    ...Object.entries(r.pairs).flatMap(([which, { a, b, kappa, wilson }]) => [
      ...kappas(which, a, b, kappa),
      ...intervals(which, a, b, wilson),
    ]),
    ...Object.entries(r.raters).flatMap(([which, { ratings, icc }]) => sixForms(which, ratings, icc)),
    ...Object.entries(r.krippendorff).flatMap(([which, { ratings, alpha }]) => levels(which, ratings, alpha)),
    ...published(),
  ];
}

interface KappaFigures {
  kappa: number;
  se: number;
  z: number;
}

type Kappas = Record<'none' | 'linear' | 'quadratic', KappaFigures> & {
  psych: { kappa: number; se: number; weighted: number };
};

interface KrippendorffFigures {
  alpha: number;
  observed: number;
  expected: number;
  n: number;
  ratings: number;
}

interface IccFigures {
  icc: number;
  F: number;
  df1: number;
  df2: number;
  p: number;
  lo: number;
  hi: number;
}

interface Fixture {
  pairs: Record<string, { a: number[]; b: number[]; kappa: Kappas; wilson: number[] }>;
  interrater: Record<
    OracleSet,
    {
      kappa: Kappas;
      wilson: number[];
      krippendorff: Partial<Record<MeasurementScale, KrippendorffFigures>>;
    }
  >;
  wald: Record<OracleSet, Record<string, number[]>>;
  raters: Record<string, { ratings: (number | null)[][]; icc: Record<string, IccFigures> }>;
  krippendorff: Record<
    string,
    { ratings: Rating[][]; alpha: Partial<Record<MeasurementScale, KrippendorffFigures>> }
  >;
}

const r: Fixture = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', 'r.json'), 'utf8'));

/** The four raters and twelve units of Krippendorff 2011. */
export const reliabilityData: readonly (readonly Rating[])[] = r.krippendorff.published.ratings;

/** The six subjects and four judges of Shrout & Fleiss 1979, table 2. */
export const judges: readonly (readonly number[])[] = r.raters.shrout_fleiss.ratings.map(numbers);

function numbers(ratings: readonly (number | null)[]): number[] {
  return ratings.map((rating) => rating ?? Number.NaN);
}

const ORACLE = 'R 4.2.2, by formula';
const PSYCH = 'R 4.2.2, psych 2.2.9';
const VCD = 'R 4.2.2, vcd 1.4-11';
const CLOSED_FORM = 'R 4.2.2, closed form';
const WALD = 'R 4.2.2, whole matrices';
const DEFINITION = 'R 4.2.2, from the definition';

function comparison(
  analysis: string,
  source: string,
  figureName: string,
  which: string,
  ours: number | null | undefined,
  theirs: number,
  tolerance = CLOSED,
): Comparison {
  return { analysis, figure: figureName, which, ours: ours ?? Number.NaN, theirs, tolerance, source };
}

function clusters(set: OracleSet): Comparison[] {
  const barometer = oracleTable(set, 'barometer');
  const boundary = oracleTable(set, 'boundary');
  const icalt = oracleTable(set, 'icalt');
  const all = () => true;
  const first = is(barometer, 'wave', '1');
  const third = is(icalt, 'wave', '3');
  return [
    ...cluster(set, ['icc_anova', 'enth_all_rows_by_school'], barometer, 'enth', 'school', all),
    ...cluster(set, ['icc_anova', 'impl_all_rows_by_school'], barometer, 'impl', 'school', all),
    ...cluster(set, ['icc_anova', 'enth_wave1_by_school'], barometer, 'enth', 'school', first),
    ...['school0', 'teacher0'].flatMap((part) =>
      ['school', 'teacher'].flatMap((group) =>
        cluster(
          set,
          ['boundary', part, `icc_anova_${group}`],
          boundary,
          'y',
          group,
          is(boundary, 'set', part),
        ),
      ),
    ),
    ...['D1', 'D2', 'D7'].flatMap((domain) =>
      cluster(set, ['icalt_icc', domain, 'anova_wave3'], icalt, domain, 'school', third),
    ),
  ];
}

/** The share of a multilevel model with schools only. */
function models(set: OracleSet): Comparison[] {
  const barometer = oracleTable(set, 'barometer');
  const icalt = oracleTable(set, 'icalt');
  const third = is(icalt, 'wave', '3');
  const reml = (data: Table, value: string, keep: (row: number) => boolean) => {
    const { values, groups } = rowsOf(data, value, 'school', keep);
    return intraclassCorrelation(values, groups).reml;
  };
  const schools = ['enth', 'impl'].flatMap((outcome) => {
    const model = (key: string) =>
      figure(set, 'multilevel', `${outcome}_null_school`, 'closed_form_REML', key);
    const ours = reml(barometer, outcome, () => true);
    const share = model('var_school') / (model('var_school') + model('sigma2'));
    return [
      comparison('icc', CLOSED_FORM, 'ICC(1), REML', `${set} ${outcome}`, ours.icc, share, SEARCHED),
      comparison('icc', CLOSED_FORM, 'variances, REML', set, ours.between, model('var_school'), SEARCHED),
      comparison('icc', CLOSED_FORM, 'variances, REML', set, ours.within, model('sigma2'), SEARCHED),
    ];
  });
  const observed = ['D1', 'D2', 'D7'].flatMap((domain) => {
    const ours = reml(icalt, domain, third);
    const found = figure(set, 'icalt_icc', domain, 'wave3', 'icc', 'school');
    // lmer stops a hair above zero where it is zero.
    const theirs = found < 1e-12 ? 0 : found;
    return [
      comparison('icc', 'lme4 1.1-31', 'ICC(1), REML', `${set} ${domain}`, ours.icc, theirs, SEARCHED),
      ...ours.ci.map((end, side) =>
        comparison('icc', WALD, 'exact interval', `${set} ${domain}`, end, r.wald[set][domain][side]),
      ),
    ];
  });
  return [...schools, ...observed];
}

/** Whether a row's value in a column is this one. */
function is(data: Table, name: string, value: string): (row: number) => boolean {
  const { codes, levels: names } = categoriesOf(data, name);
  return (row) => names[codes[row]] === value;
}

/** The rows of a column that are kept. */
export function rowsOf(
  data: Table,
  value: string,
  group: string,
  keep: (row: number) => boolean,
): { values: Float64Array; groups: CategoryColumn } {
  const groups = categoriesOf(data, group);
  const values = numbersOf(data, value).filter((_, row) => keep(row));
  return { values, groups: { ...groups, codes: groups.codes.filter((_, row) => keep(row)) } };
}

function cluster(
  set: OracleSet,
  path: readonly string[],
  data: Table,
  value: string,
  group: string,
  keep: (row: number) => boolean,
): Comparison[] {
  const { values, groups } = rowsOf(data, value, group, keep);
  return clusterFigures([set, ...path].join(' '), intraclassCorrelation(values, groups), (...keys) =>
    figure(set, ...path, ...keys),
  );
}

/** @param theirs R's figures by their names in oracle.json. */
export function clusterFigures(
  which: string,
  ours: ClusterIcc,
  theirs: (...keys: (string | number)[]) => number,
): Comparison[] {
  const [one, several] = ours.coefficients;
  const figures: readonly (readonly [string, number | null | undefined, ...(string | number)[]])[] = [
    ['n and groups', ours.n, 'N'],
    ['n and groups', ours.groups, 'J'],
    ['k0', ours.k0, 'k0'],
    ['mean squares', ours.meanSquares.between, 'MSB'],
    ['mean squares', ours.meanSquares.within, 'MSW'],
    ['F', one.F, 'F'],
    ['p', one.p, 'p'],
    ['ICC(1)', one.estimate, 'ICC1'],
    ['ICC(1,k)', several.estimate, 'ICC1k'],
    ...[0, 1].flatMap((side) => [
      ['interval of ICC(1)', one.ci?.[side], 'ICC1_ci95', side] as const,
      ['interval of ICC(1,k)', several.ci?.[side], 'ICC1k_ci95', side] as const,
    ]),
  ];
  return figures.map(([name, mine, ...keys]) =>
    comparison('icc', ORACLE, name, which, mine, theirs(...keys)),
  );
}

function observers(set: OracleSet): Comparison[] {
  const data = oracleTable(set, 'interrater');
  const [a, b] = ['obsA', 'obsB'].map((name) => Array.from(numbersOf(data, name)));
  const theirs = r.interrater[set];
  const oracle = (...path: string[]) => figure(set, 'interrater', ...path);
  const plain = cohensKappa(a, b);
  const quadratic = cohensKappa(a, b, { weights: 'quadratic' });
  const forms = ['ICC1', 'ICC2', 'ICC3', 'ICC1k', 'ICC2k', 'ICC3k'];
  const icc = Object.fromEntries(
    forms.map((form) => {
      const [F, p, lo, hi] = ['F', 'p', 'lo', 'hi'].map((key) => oracle('icc', form, key));
      const [df1, df2] = [oracle('icc', form, 'df1'), oracle('icc', form, 'df2')];
      return [form, { icc: oracle('icc', form, 'icc'), F, df1, df2, p, lo, hi }];
    }),
  );
  return [
    comparison('kappa', PSYCH, 'n', set, plain.n, oracle('n'), 0),
    comparison('kappa', PSYCH, 'kappa', set, plain.kappa, oracle('kappa')),
    comparison('kappa', PSYCH, 'kappa, quadratic', set, quadratic.kappa, oracle('kappa_weighted_quadratic')),
    comparison(
      'kappa',
      ORACLE,
      'agreement',
      set,
      percentageAgreement(a, b).share,
      oracle('percent_agreement'),
    ),
    comparison(
      'kappa',
      ORACLE,
      'agreement within 1',
      set,
      percentageAgreement(a, b, { within: 1 }).share,
      oracle('within_one'),
    ),
    ...kappas(set, a, b, theirs.kappa),
    ...intervals(set, a, b, theirs.wilson),
    ...sixForms(set, [a, b], icc),
    ...raterIntraclassCorrelation([a, b]).coefficients.map(({ form, estimate }) =>
      comparison(
        'icc',
        'psych 2.2.9 by lme4 1.1-31',
        'six forms from variances',
        `${set} ${form}`,
        estimate,
        oracle('icc', FORMS[form], 'icc_lmer'),
        SEARCHED,
      ),
    ),
    ...levels(set, [a.slice(0, 120), b.slice(0, 120)], theirs.krippendorff),
  ];
}

function kappas(which: string, a: readonly number[], b: readonly number[], theirs: Kappas): Comparison[] {
  const categories = Array.from({ length: Math.max(...a, ...b) }, (_, place) => place + 1);
  const weighted = (['none', 'linear', 'quadratic'] as const).flatMap((weights) => {
    const ours: Kappa = cohensKappa(a, b, { weights, categories });
    const name = weights === 'none' ? 'kappa' : `kappa, ${weights}`;
    return [
      comparison('kappa', VCD, name, which, ours.kappa, theirs[weights].kappa),
      comparison('kappa', VCD, `standard error of ${name}`, which, ours.se, theirs[weights].se),
      comparison('kappa', ORACLE, `z of ${name}`, which, ours.z, theirs[weights].z),
    ];
  });
  const plain = cohensKappa(a, b, { categories });
  return [
    ...weighted,
    comparison('kappa', PSYCH, 'kappa', which, plain.kappa, theirs.psych.kappa),
    comparison('kappa', PSYCH, 'standard error of kappa', which, plain.se, theirs.psych.se),
  ];
}

function intervals(
  which: string,
  a: readonly number[],
  b: readonly number[],
  wilson: number[],
): Comparison[] {
  const { ci } = percentageAgreement(a, b);
  return ci.map((end, side) =>
    comparison('kappa', 'R 4.2.2, prop.test', 'interval of agreement (Wilson)', which, end, wilson[side]),
  );
}

const FORMS: Readonly<Record<string, string>> = {
  'ICC(1,1)': 'ICC1',
  'ICC(2,1)': 'ICC2',
  'ICC(3,1)': 'ICC3',
  'ICC(1,k)': 'ICC1k',
  'ICC(2,k)': 'ICC2k',
  'ICC(3,k)': 'ICC3k',
};

function sixForms(
  which: string,
  ratings: readonly (readonly (number | null)[])[],
  theirs: Record<string, IccFigures>,
): Comparison[] {
  const ours: RaterIcc = raterIntraclassCorrelation(ratings.map(numbers));
  return ours.coefficients.flatMap(({ form, estimate, F, df1, df2, p, ci }) => {
    const other = theirs[FORMS[form]];
    const compare = (name: string, mine: number | null | undefined, figureOfR: number) =>
      comparison('icc', PSYCH, name, `${which} ${form}`, mine, figureOfR);
    return [
      compare(form, estimate, other.icc),
      compare('F and p of raters', F, other.F),
      compare('df of raters', df1, other.df1),
      compare('df of raters', df2, other.df2),
      compare('F and p of raters', p, other.p),
      compare(`interval of ${form}, raters`, ci?.[0], other.lo),
      compare(`interval of ${form}, raters`, ci?.[1], other.hi),
    ];
  });
}

function levels(
  which: string,
  ratings: readonly (readonly Rating[])[],
  theirs: Partial<Record<MeasurementScale, KrippendorffFigures>>,
): Comparison[] {
  return (['nominal', 'ordinal', 'interval', 'ratio'] as const).flatMap((scale) => {
    const other = theirs[scale];
    if (!other) return [];
    const ours = krippendorffsAlpha(ratings, { scale, replicates: 0 });
    const compare = (name: string, mine: number, figureOfR: number) =>
      comparison('krippendorff', DEFINITION, name, `${which} ${scale}`, mine, figureOfR);
    return [
      compare(`alpha, ${scale}`, ours.alpha, other.alpha),
      compare('disagreement', ours.observedDisagreement, other.observed),
      compare('disagreement', ours.expectedDisagreement, other.expected),
      compare('n and ratings', ours.n, other.n),
      compare('n and ratings', ours.ratings, other.ratings),
    ];
  });
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** What the papers themselves print; ours is rounded to as many digits. */
function published(): Comparison[] {
  const alphas = { nominal: 0.743, ordinal: 0.815, interval: 0.849, ratio: 0.797 } as const;
  const krippendorff = (['nominal', 'ordinal', 'interval', 'ratio'] as const).map((scale) => {
    const { alpha } = krippendorffsAlpha(reliabilityData, { scale, replicates: 0 });
    return comparison(
      'krippendorff',
      'Krippendorff 2011',
      'alpha, as printed',
      scale,
      rounded(alpha, 3),
      alphas[scale],
      0,
    );
  });
  const printed: Readonly<Record<string, number>> = {
    'ICC(1,1)': 0.17,
    'ICC(2,1)': 0.29,
    'ICC(3,1)': 0.71,
    'ICC(1,k)': 0.44,
    'ICC(2,k)': 0.62,
    'ICC(3,k)': 0.91,
  };
  const icc = raterIntraclassCorrelation(judges).coefficients.map(({ form, estimate }) =>
    comparison(
      'icc',
      'Shrout & Fleiss 1979, table 4',
      'six forms, as printed',
      form,
      rounded(estimate ?? Number.NaN, 2),
      printed[form],
      0,
    ),
  );
  return [...krippendorff, ...icc];
}
