import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bonferroni, holm } from '../adjust.ts';
import { casesByPoint, columnTrend, trendAtPoint } from '../missing/index.ts';
import { CLOSED, type Comparison, SEARCHED } from '../oracle/comparison.fixture.ts';
import { figure, type OracleSet, oracleTable, sets } from '../oracle/sets.fixture.ts';
import { type CategoryColumn, categoryColumn, numberColumn, numbersOf, type Table, table } from '../table.ts';
import { factorialAnova } from './factorial.ts';
import type { SumsOfSquares } from './hypotheses.ts';
import { type MixedResult, mixedAnova } from './mixed.ts';
import { oneWayAnova } from './one-way.ts';
import type { PostHocComparison } from './post-hoc.ts';
import type { Correction } from './sphericity.ts';

/** Every figure of anova that R has too: of both oracle sets, and of fixtures/make.R. */
export function anovaComparisons(): Comparison[] {
  return [
    ...sets.flatMap((set) => [...missingness(set), ...observations(set), ...schools(set)]),
    ...Object.entries(fixture.oneWay).flatMap(([name, one]) => oneWayFigures(name, one)),
    ...Object.entries(fixture.within).flatMap(([name, one]) => withinFigures(name, one)),
    ...Object.entries(fixture.factorial).flatMap(([name, one]) => factorialFigures(name, one)),
    ...adjusted(),
  ];
}

/** By its formula, with R's distribution functions. */
const FORMULA = 'R 4.2.2, by formula';
const T_TEST = 'R 4.2.2, anova(lm) and t.test';
const AOV = 'R 4.2.2, aov';
const CAR = 'car 3.1-1';
const AFEX = 'afex 1.2-1, car 3.1-1';

type Compare = (
  figure: string,
  ours: number | null | undefined,
  theirs: number,
  tolerance?: number,
) => Comparison;

/** Comparisons of one analysis, of one thing that it was done to. Figures of one kind are one row of the page. */
const comparer =
  (analysis: string, which: string, source: string): Compare =>
  (name, ours, theirs, tolerance = CLOSED) => ({
    analysis,
    figure: rowOf(name),
    which: `${which} ${name}`,
    ours: ours ?? Number.NaN,
    theirs,
    tolerance,
    source,
  });

const ROWS: readonly (readonly [RegExp, string])[] = [
  [/^(F|df|p)$/, 'F, df, p'],
  [/^uncorrected/, 'F, df, p without correction'],
  [/^with HF/, 'F, df, p with Huynh–Feldt'],
  [/^type .* (F|df|p)$/, 'F, df, p of types II and III'],
  [
    /^type .* squared|^type .*squares|eta squared|omega squared/,
    'eta², omega², partial and generalised eta²',
  ],
  [/sum of squares/, 'sums of squares'],
  [/^Welch/, 'Welch’s F, df, p'],
  [/^(Levene|Brown)/, 'Levene and Brown–Forsythe: F, df, p'],
  [/^group |^mean$|^n$/, 'n, means, sd, intervals'],
  [/^Tukey.* (p|interval)$/, 'Tukey–Kramer: p, intervals'],
  [/^Tukey/, 'Tukey–Kramer: difference, d'],
  [/^Games.* (p|interval)$/, 'Games–Howell: p, intervals'],
  [/^Games/, 'Games–Howell: difference, se, q, df, d'],
  [/^epsilon|^lower bound/, 'epsilon: Greenhouse–Geisser, Huynh–Feldt, lower bound'],
  [/^Mauchly/, 'Mauchly’s W, p'],
  [/^pairwise|^trend/, 'contrasts within: b, se, t, df, p, Holm, Bonferroni, intervals'],
  [/^between/, 'contrasts between: b, se, t, df, p, Holm, Bonferroni, intervals'],
  [/^d/, 'd, d_z, d_av'],
  [/^(Holm|Bonferroni)/, 'Holm’s and Bonferroni’s p'],
];

const rowOf = (name: string): string => ROWS.find(([pattern]) => pattern.test(name))?.[1] ?? name;

// ---- Oracle ---------------------------------------------------------------------------------------------------------

/** Do those who leave differ from those who stay? */
function missingness(set: OracleSet): Comparison[] {
  const culture = oracleTable(set, 'culture_missing');
  const followup = oracleTable(set, 'followup');
  const icalt = oracleTable(set, 'icalt');
  const barometer = thirdWave(oracleTable(set, 'barometer'));
  const first = leavers(icalt);
  const scales = ['onderzoek', 'verbeter', 'collega', 'visie', 'leidond', 'leider'];
  return [
    ...scales.flatMap((scale) =>
      twoGroups(
        set,
        ['culture_missing', scale],
        numbersOf(culture, scale),
        coded(numbersOf(culture, 'missing2')),
      ),
    ),
    ...[1, 2, 3, 4].flatMap((wave) =>
      twoGroups(
        set,
        ['followup_missing', wave - 1],
        numbersOf(followup, `impl${wave}`),
        coded(numbersOf(followup, 'responder')),
      ),
    ),
    ...(['impl', 'enth'] as const).flatMap((scale) =>
      twoGroups(set, ['barometer_missing', scale], barometer[scale], barometer.gone),
    ),
    ...['D1', 'D2', 'D7'].flatMap((domain) =>
      twoGroups(
        set,
        ['icalt_missing', domain],
        Float64Array.from(first.rows, (row) => numbersOf(icalt, domain)[row]),
        first.gone,
      ),
    ),
  ];
}

const coded = (values: ArrayLike<number>): CategoryColumn => categoryColumn(Array.from(values, String));

function twoGroups(
  set: OracleSet,
  path: readonly (string | number)[],
  values: Float64Array,
  groups: CategoryColumn,
): Comparison[] {
  const ours = oneWayAnova(values, groups);
  const theirs = (name: string): number => figure(set, ...path, name);
  const compare = comparer('anova', `${set} ${path.join(' ')}`, T_TEST);
  return [
    compare('F', ours.F, theirs('F')),
    compare('df', ours.df1, theirs('df1')),
    compare('df', ours.df2, theirs('df2')),
    compare('p', ours.p, theirs('p')),
    compare('eta squared', ours.eta2, theirs('eta2')),
    compare('F of two groups = t²', ours.F, theirs('t_pooled') ** 2),
    compare('Welch F of two groups = t²', ours.welch?.F, theirs('t_welch') ** 2),
    compare('Welch df', ours.welch?.df2, theirs('df_welch')),
    compare('Welch p', ours.welch?.p, theirs('p_welch')),
    compare('d', ours.tukey[0].d, theirs('d_pooled')),
  ];
}

/** School means at wave 3, and who is gone at wave 4. */
function thirdWave(data: Table): { impl: Float64Array; enth: Float64Array; gone: CategoryColumn } {
  const [school, wave] = [numbersOf(data, 'school'), numbersOf(data, 'wave')];
  const schoolsAt = (moment: number): number[] => [
    ...new Set(school.filter((_, row) => wave[row] === moment)),
  ];
  const later = new Set(schoolsAt(4));
  const here = schoolsAt(3);
  const meanOf = (name: string): Float64Array =>
    Float64Array.from(here, (one) => {
      const own = numbersOf(data, name).filter(
        (value, row) => school[row] === one && wave[row] === 3 && !Number.isNaN(value),
      );
      return own.reduce((total, value) => total + value, 0) / own.length;
    });
  return {
    impl: meanOf('impl'),
    enth: meanOf('enth'),
    gone: categoryColumn(here.map((one) => (later.has(one) ? '0' : '1'))),
  };
}

/** Teachers seen at wave 1, and who is not seen at wave 2. */
function leavers(data: Table): { rows: number[]; gone: CategoryColumn } {
  const [teacher, wave] = [numbersOf(data, 'teacher'), numbersOf(data, 'wave')];
  const later = new Set(teacher.filter((_, row) => wave[row] === 2));
  const rows = Array.from(wave.keys()).filter((row) => wave[row] === 1);
  return { rows, gone: categoryColumn(rows.map((row) => (later.has(teacher[row]) ? '0' : '1'))) };
}

/** Observed lessons at three moments: long data, incomplete teachers left out. */
function observations(set: OracleSet): Comparison[] {
  const icalt = oracleTable(set, 'icalt');
  return ['D1', 'D2', 'D6', 'D7'].flatMap((domain) => {
    const run = (correction: Correction): MixedResult =>
      mixedAnova(icalt, { id: 'teacher', within: 'wave', outcome: domain, between: [], correction });
    const ours = run('gg');
    const compare = comparer('anova-rm', `${set} ${domain}`, FORMULA);
    const paired = comparer('anova-rm', `${set} ${domain}`, 'R 4.2.2, t.test');
    const theirs = (...path: string[]): number => figure(set, 'icalt_rm', domain, ...path);
    return [
      compare('n', ours.n, theirs('n')),
      ...againstAfex(run, 'anova-rm', set, ['icalt_rm', domain, 'anova']),
      ...epsilonByHand(ours, compare, theirs),
      ...[
        ['2 - 1', 'm1-m2'],
        ['3 - 2', 'm2-m3'],
        ['3 - 1', 'm1-m3'],
      ].flatMap(([name, pair]) => {
        const contrast = ours.contrasts.find((one) => one.family === 'pairwise' && one.contrast === name);
        const pairwise = (what: string): number => theirs('pairwise', pair, what);
        return [
          paired('pairwise b', contrast?.estimate, pairwise('b')),
          paired('pairwise t', contrast?.t, pairwise('t')),
          paired('pairwise df', contrast?.df, pairwise('df')),
          paired('pairwise p', contrast?.p, pairwise('p_lsd')),
          paired('pairwise p (Bonferroni)', contrast?.pBonferroni, pairwise('p_bonferroni')),
          compare('d_z', contrast?.d_z, pairwise('d_z')),
          compare('d_av', contrast?.d_av, pairwise('d_av_rms')),
        ];
      }),
      ...['m1', 'm2', 'm3'].map((name, i) => compare('mean', ours.means[i].mean, theirs('means', name))),
    ];
  });
}

function epsilonByHand(
  ours: MixedResult,
  compare: Compare,
  theirs: (...path: string[]) => number,
): Comparison[] {
  return [
    compare('epsilon GG', ours.epsilon.gg, theirs('eps_by_hand', 'GG')),
    compare('epsilon HF', ours.epsilon.hf, theirs('eps_by_hand', 'HF_R')),
    compare('epsilon HF (older SPSS)', ours.epsilon.hfSpss, theirs('eps_by_hand', 'HF_SPSS')),
    compare('lower bound of epsilon', ours.epsilon.lowerBound, theirs('eps_by_hand', 'LB')),
  ];
}

const YEARS = ['y2016', 'y2017', 'y2018', 'y2019'];

/** Programme schools against all others over four years, with missing years filled in two ways or left out. */
function schools(set: OracleSet): Comparison[] {
  const duo = oracleTable(set, 'duo');
  const cases = casesByPoint(duo, YEARS);
  const perSchool = withYears(duo, trendAtPoint(cases).values);
  const spss = withYears(duo, columnTrend(cases).values);
  const runs: [string, Table, SumsOfSquares, string[]][] = [
    ['per_school_trend_type3', perSchool, 'III', YEARS],
    ['per_school_trend_type2', perSchool, 'II', YEARS],
    ['spss_column_trend_type3', spss, 'III', YEARS],
    ['complete_cases_type3', duo, 'III', YEARS],
    ['last_two_years_type3', perSchool, 'III', YEARS.slice(2)],
  ];
  return runs.flatMap(([name, data, type, within]) => {
    const run = (correction: Correction): MixedResult =>
      mixedAnova(data, { within, between: ['group'], type, correction });
    const byHand = name === 'per_school_trend_type3';
    return [
      ...againstAfex(run, 'anova-mixed', set, ['duo', name]),
      ...(byHand
        ? epsilonByHand(run('gg'), comparer('anova-mixed', `${set} duo`, FORMULA), (...path) =>
            figure(set, 'duo', ...path),
          )
        : []),
    ];
  });
}

function withYears(data: Table, values: readonly (readonly (number | null)[])[]): Table {
  const group = data.columns.get('group');
  if (!group) throw new Error('duo has groups');
  return table({ group, ...Object.fromEntries(YEARS.map((year, i) => [year, numberColumn(values[i])])) });
}

/** afex's table, car's univariate table, epsilon and Mauchly, as roracle.R wrote them. */
function againstAfex(
  run: (correction: Correction) => MixedResult,
  analysis: string,
  set: OracleSet,
  path: readonly string[],
): Comparison[] {
  const compare = comparer(analysis, `${set} ${path.join(' ')}`, AFEX);
  const [ours, withHf] = [run('gg'), run('hf')];
  const levels = ours.within.levels.length;
  return ours.effects.flatMap((effect, place) => {
    const term = effect.term.replace('within', 'w');
    const corrected = (name: string): number => figure(set, ...path, 'corrected', term, name);
    const univariate = (name: string): number => figure(set, ...path, 'univariate', term, name);
    const figuresOfAll = [
      compare('F', effect.F, corrected('F')),
      compare('df', effect.df1, corrected('df1')),
      compare('df', effect.df2, corrected('df2')),
      compare('p', effect.p, corrected('p')),
      compare('generalised eta squared', effect.ges, corrected('ges')),
      compare('sum of squares', effect.sumSq, univariate('Sum Sq')),
      compare('error sum of squares', effect.errorSumSq, univariate('Error SS')),
      compare('error mean sum of squares', effect.errorSumSq / effect.df2, corrected('MSE')),
      compare('uncorrected F', effect.F, univariate('F value')),
    ];
    const plain = effect.uncorrected ?? effect;
    const uncorrected = [
      compare('uncorrected df', plain.df1, univariate('num Df')),
      compare('uncorrected df', plain.df2, univariate('den Df')),
      compare('uncorrected p', plain.p, univariate('Pr(>F)')),
    ];
    if (!effect.uncorrected) return [...figuresOfAll, ...uncorrected];
    const sphericity =
      levels === 2
        ? []
        : [
            compare('epsilon GG', ours.epsilon.gg, figure(set, ...path, 'epsilon', term, 'GG')),
            compare('epsilon HF', ours.epsilon.hf, figure(set, ...path, 'epsilon', term, 'HF')),
            compare('p', effect.p, figure(set, ...path, 'epsilon', term, 'p_GG')),
            compare('with HF, p', withHf.effects[place].p, figure(set, ...path, 'epsilon', term, 'p_HF')),
            compare('Mauchly W', ours.mauchly?.W, figure(set, ...path, 'mauchly', term, 'W')),
            compare('Mauchly p', ours.mauchly?.p, figure(set, ...path, 'mauchly', term, 'p')),
          ];
    return [...figuresOfAll, ...uncorrected, ...sphericity];
  });
}

// ---- fixtures/make.R ------------------------------------------------------------------------------------------------

interface RTest {
  readonly F: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
}

interface RPair {
  readonly difference: number;
  readonly ci: readonly [number, number];
  readonly p: number;
  readonly d: number;
  readonly se?: number;
  readonly df?: number;
  readonly q?: number;
}

interface ROneWay extends RTest {
  readonly y: readonly number[];
  readonly g: readonly string[];
  readonly eta2: number;
  readonly omega2: number;
  readonly welch: RTest;
  readonly levene: RTest;
  readonly brownForsythe: RTest;
  readonly groups: readonly { n: number; mean: number; sd: number; ci: readonly [number, number] }[];
  readonly tukey: readonly RPair[];
  readonly gamesHowell: readonly RPair[];
}

type RTerm = RTest & { readonly term: string };

interface RContrast {
  readonly contrast: string;
  readonly estimate: number;
  readonly se: number;
  readonly df: number;
  readonly t: number;
  readonly p: number;
  readonly pHolm: number;
  readonly pBonferroni: number;
  readonly ci: readonly [number, number];
}

interface RType {
  readonly gg: readonly (RTerm & { ges: number; pes: number })[];
  readonly hf: readonly RTerm[];
  readonly none: readonly RTerm[];
  readonly univariate: readonly (RTerm & { sumSq: number; errorSumSq: number })[];
  readonly epsilon: readonly { term: string; gg: number; hf: number }[];
  readonly mauchly: readonly { term: string; W: number; p: number }[];
  readonly pairwise: readonly RContrast[];
  readonly trend: readonly { t: number; df: number; p: number }[];
  readonly between: Readonly<Record<string, readonly RContrast[]>> | null;
}

interface RWithin {
  readonly columns: readonly string[];
  readonly between: string | readonly string[];
  readonly data: Readonly<Record<string, readonly (string | number)[]>>;
  readonly type2: RType;
  readonly type3: RType;
}

type RFactorialTerm = RTerm & { readonly sumSq: number; readonly partialEta2: number };

interface RFactorial {
  readonly outcome: readonly number[];
  readonly factors: Readonly<Record<string, readonly string[]>>;
  readonly brownForsythe: RTest;
  readonly type2: readonly RFactorialTerm[];
  readonly type3: readonly RFactorialTerm[];
}

interface Fixture {
  readonly oneWay: Readonly<Record<string, ROneWay>>;
  readonly within: Readonly<Record<string, RWithin>>;
  readonly factorial: Readonly<Record<string, RFactorial>>;
  readonly adjust: { readonly p: number[]; readonly holm: number[]; readonly bonferroni: number[] };
}

// The shape is what make.R writes; a figure that is not there becomes an infinite distance.
const fixture: Fixture = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', 'r.json'), 'utf8'));

const inOrder = (values: readonly string[]): CategoryColumn => categoryColumn(values, [...new Set(values)]);

function testFigures(compare: Compare, name: string, ours: RTest | null, theirs: RTest): Comparison[] {
  return [
    compare(`${name}F`, ours?.F, theirs.F),
    compare(`${name}df`, ours?.df1, theirs.df1),
    compare(`${name}df`, ours?.df2, theirs.df2),
    compare(`${name}p`, ours?.p, theirs.p),
  ];
}

function oneWayFigures(which: string, theirs: ROneWay): Comparison[] {
  const ours = oneWayAnova(Float64Array.from(theirs.y), inOrder(theirs.g));
  const by = (source: string): Compare => comparer('anova', `fixture ${which}`, source);
  const [compare, byFormula] = [by(AOV), by(FORMULA)];
  return [
    ...testFigures(compare, '', ours, theirs),
    ...testFigures(by('R 4.2.2, oneway.test'), 'Welch ', ours.welch, theirs.welch),
    ...testFigures(by(CAR), 'Levene ', ours.levene, theirs.levene),
    ...testFigures(by(CAR), 'Brown–Forsythe ', ours.brownForsythe, theirs.brownForsythe),
    compare('eta squared', ours.eta2, theirs.eta2),
    compare('omega squared', ours.omega2, theirs.omega2),
    ...theirs.groups.flatMap((group, i) => [
      byFormula('group n', ours.groups[i].n, group.n),
      byFormula('group mean', ours.groups[i].mean, group.mean),
      byFormula('group sd', ours.groups[i].sd, group.sd),
      byFormula('group interval', ours.groups[i].ci[0], group.ci[0]),
      byFormula('group interval', ours.groups[i].ci[1], group.ci[1]),
    ]),
    ...theirs.tukey.flatMap((pair, i) =>
      pairFigures(by('R 4.2.2, TukeyHSD'), 'Tukey–Kramer', ours.tukey[i], pair),
    ),
    ...theirs.gamesHowell.flatMap((pair, i) =>
      pairFigures(byFormula, 'Games–Howell', ours.gamesHowell[i], pair),
    ),
  ];
}

/** R's studentized range is itself searched for, and rounds p to what its integration reaches. */
function pairFigures(compare: Compare, name: string, ours: PostHocComparison, theirs: RPair): Comparison[] {
  return [
    compare(`${name} difference`, ours.estimate, theirs.difference),
    compare(`${name} d`, ours.d, theirs.d),
    compare(`${name} p`, ours.p, theirs.p, SEARCHED),
    compare(`${name} interval`, ours.ci?.[0], theirs.ci[0], SEARCHED),
    compare(`${name} interval`, ours.ci?.[1], theirs.ci[1], SEARCHED),
    ...(theirs.se === undefined ? [] : [compare(`${name} se`, ours.se, theirs.se)]),
    ...(theirs.df === undefined ? [] : [compare(`${name} df`, ours.df, theirs.df)]),
    ...(theirs.q === undefined ? [] : [compare(`${name} q`, ours.q, theirs.q)]),
  ];
}

function withinFigures(which: string, theirs: RWithin): Comparison[] {
  const between = [theirs.between].flat();
  const data = table(
    Object.fromEntries(
      Object.entries(theirs.data).map(([name, values]) => [
        name,
        between.includes(name) ? inOrder(values.map(String)) : numberColumn(values.map(Number)),
      ]),
    ),
  );
  const analysis = between.length === 0 ? 'anova-rm' : 'anova-mixed';
  return (['II', 'III'] as const).flatMap((type) => {
    const r = type === 'II' ? theirs.type2 : theirs.type3;
    const compare = comparer(analysis, `fixture ${which} type ${type}`, AFEX);
    const means = comparer(analysis, `fixture ${which} type ${type}`, 'emmeans 1.8.4-1');
    const run = (correction: Correction): MixedResult =>
      mixedAnova(data, { within: theirs.columns, between, type, correction });
    const [gg, hf, none] = [run('gg'), run('hf'), run('none')];
    const of = (result: MixedResult, term: string) => result.effects.find((effect) => effect.term === term);
    return [
      ...r.gg.flatMap((one, i) => [
        ...testFigures(compare, '', of(gg, one.term) ?? null, one),
        compare('generalised eta squared', of(gg, one.term)?.ges, one.ges),
        compare('partial eta squared', of(gg, one.term)?.partialEta2, one.pes),
        compare('order of effects', Number(gg.effects[i].term === one.term), 1),
      ]),
      ...r.hf.flatMap((one) => testFigures(compare, 'with HF, ', of(hf, one.term) ?? null, one)),
      ...r.none.flatMap((one) => testFigures(compare, 'uncorrected ', of(none, one.term) ?? null, one)),
      ...r.univariate
        .filter(({ term }) => term !== '(Intercept)')
        .flatMap((one) => [
          compare('sum of squares', of(gg, one.term)?.sumSq, one.sumSq),
          compare('error sum of squares', of(gg, one.term)?.errorSumSq, one.errorSumSq),
        ]),
      ...r.epsilon.flatMap((one) => [
        compare('epsilon GG', gg.epsilon.gg, one.gg),
        compare('epsilon HF', gg.epsilon.hf, one.hf),
      ]),
      ...r.mauchly.flatMap((one) => [
        compare('Mauchly W', gg.mauchly?.W, one.W),
        compare('Mauchly p', gg.mauchly?.p, one.p),
      ]),
      ...contrastFigures(means, 'pairwise ', gg, 'pairwise', 'within', r.pairwise),
      ...Object.entries(r.between ?? {}).flatMap(([factor, rows]) =>
        contrastFigures(means, 'between groups ', gg, 'between', factor, rows),
      ),
      ...(theirs.columns.length > 2 ? r.trend : []).flatMap((one, i) => {
        const trend = gg.contrasts.filter((contrast) => contrast.family === 'trend')[i];
        return [compare('trend t', trend.t, one.t), compare('trend p', trend.p, one.p)];
      }),
    ];
  });
}

function contrastFigures(
  compare: Compare,
  name: string,
  ours: MixedResult,
  family: string,
  factor: string,
  theirs: readonly RContrast[],
): Comparison[] {
  return theirs.flatMap((one) => {
    const own = ours.contrasts.find(
      (row) => row.family === family && row.factor === factor && row.contrast === one.contrast,
    );
    return [
      compare(`${name}b`, own?.estimate, one.estimate),
      compare(`${name}se`, own?.se, one.se),
      compare(`${name}df`, own?.df, one.df),
      compare(`${name}t`, own?.t, one.t),
      compare(`${name}p`, own?.p, one.p),
      compare(`${name}p (Holm)`, own?.pHolm, one.pHolm),
      compare(`${name}p (Bonferroni)`, own?.pBonferroni, one.pBonferroni),
      compare(`${name}interval`, own?.ci?.[0], one.ci[0]),
      compare(`${name}interval`, own?.ci?.[1], one.ci[1]),
    ];
  });
}

function factorialFigures(which: string, theirs: RFactorial): Comparison[] {
  const factors = Object.keys(theirs.factors);
  const data = table({
    outcome: numberColumn(theirs.outcome),
    ...Object.fromEntries(factors.map((name) => [name, inOrder(theirs.factors[name])])),
  });
  return (['II', 'III'] as const).flatMap((type) => {
    const ours = factorialAnova(data, { outcome: 'outcome', factors, type });
    const compare = comparer('anova', `fixture ${which} type ${type}`, CAR);
    return [
      ...testFigures(compare, 'Brown–Forsythe ', ours.brownForsythe, theirs.brownForsythe),
      ...(type === 'II' ? theirs.type2 : theirs.type3).flatMap((one) => {
        const own = ours.effects.find((effect) => effect.term === one.term);
        return [
          ...testFigures(compare, `type ${type} `, own ?? null, one),
          compare(`type ${type} sum of squares`, own?.sumSq, one.sumSq),
          compare(`type ${type} partial eta squared`, own?.partialEta2, one.partialEta2),
        ];
      }),
    ];
  });
}

function adjusted(): Comparison[] {
  const compare = comparer('anova', 'fixture adjust', 'R 4.2.2, p.adjust');
  const { p, holm: byHolm, bonferroni: byBonferroni } = fixture.adjust;
  return [
    ...holm(p).map((ours, i) => compare('Holm p', ours, byHolm[i])),
    ...bonferroni(p).map((ours, i) => compare('Bonferroni p', ours, byBonferroni[i])),
  ];
}
