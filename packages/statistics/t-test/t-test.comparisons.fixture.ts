import { CLOSED, type Comparison, SEARCHED } from '../oracle/comparison.fixture.ts';
import { rFigures } from '../oracle/r.fixture.ts';
import { figure, type OracleSet, oracleTable, sets } from '../oracle/sets.fixture.ts';
import { numbersOf, type Table } from '../table.ts';
import type { EffectName } from './effects.ts';
import { independentT, oneSampleT, pairedT, type TTestResult, welchT } from './index.ts';

/** The t-tests of the study, and samples of our own for what it lacks, against R. */
export function tTestComparisons(): Comparison[] {
  return [...sets.flatMap(ofSet), ...ofOwnSamples()];
}

const R = 'R 4.2.2';
const r = rFigures(import.meta.dirname);
const SCALES = ['onderzoek', 'verbeter', 'collega', 'visie', 'leidond', 'leider'];

const one = (name: string, which: string, ours: number, theirs: number, tolerance = CLOSED): Comparison => ({
  analysis: 'ttest',
  figure: name,
  which,
  ours,
  theirs,
  tolerance,
  source: R,
});

function effect(result: TTestResult, name: EffectName): number {
  return result.effects.find((size) => size.name === name)?.estimate ?? Number.NaN;
}

function effectEnd(result: TTestResult, name: EffectName, end: 0 | 1): number {
  return result.effects.find((size) => size.name === name)?.ci?.[end] ?? Number.NaN;
}

function ofSet(set: OracleSet): Comparison[] {
  return [
    ...SCALES.flatMap((scale) => paired(set, scale)),
    ...SCALES.flatMap((scale) =>
      twoGroups(
        set,
        ['culture_missing', scale],
        split(oracleTable(set, 'culture_missing'), scale, 'missing2'),
      ),
    ),
    ...[1, 2, 3, 4].flatMap((time) =>
      twoGroups(
        set,
        ['followup_missing', time - 1],
        split(oracleTable(set, 'followup'), `impl${time}`, 'responder'),
      ),
    ),
    ...['impl', 'enth'].flatMap((score) => twoGroups(set, ['barometer_missing', score], stayers(set, score))),
    ...['D1', 'D2', 'D7'].flatMap((domain) =>
      twoGroups(set, ['icalt_missing', domain], observedAgain(set, domain)),
    ),
  ];
}

function paired(set: OracleSet, scale: string): Comparison[] {
  const culture = oracleTable(set, 'culture');
  const result = pairedT(numbersOf(culture, `${scale}_1`), numbersOf(culture, `${scale}_2`));
  const theirs = (...path: (string | number)[]) => figure(set, 'culture_paired', scale, ...path);
  const which = `${set} culture ${scale}`;
  const [first, second] = result.groups;
  return [
    one('n', which, result.n, theirs('n')),
    one('mean', which, first.mean, theirs('mean1')),
    one('mean', which, second.mean, theirs('mean2')),
    one('sd', which, first.sd, theirs('sd1')),
    one('sd', which, second.sd, theirs('sd2')),
    one('sd', `${which} difference`, result.sdDifference, theirs('sd_diff')),
    one('correlation of pairs', which, result.correlation ?? Number.NaN, theirs('r')),
    one('t', which, result.t, theirs('t')),
    one('df', which, result.df, theirs('df')),
    one('p', which, result.p, theirs('p')),
    one('interval', which, result.ci[0], theirs('ci95_diff', 0)),
    one('interval', which, result.ci[1], theirs('ci95_diff', 1)),
    one('d_z', which, effect(result, 'd_z'), theirs('d_z')),
    one('d_av', which, effect(result, 'd_av'), theirs('d_av_rms')),
    one('d_av, mean of the sds', which, effect(result, 'd_av_mean_sd'), theirs('d_av_meansd')),
    one('d_rm', which, effect(result, 'd_rm'), theirs('d_rm')),
    one('Glass’s delta', which, effect(result, 'glass_delta'), theirs('glass_pre')),
    one('Hedges’ g, exact', which, effect(result, 'g_z'), theirs('g_z_exact')),
    one('Hedges’ g, approximate', which, effect(result, 'g_z_approximate'), theirs('g_z_approx')),
    one('r', which, effect(result, 'r'), theirs('r_effect')),
    one('noncentral interval', which, effectEnd(result, 'd_z', 0), theirs('d_z_ci95', 0), SEARCHED),
    one('noncentral interval', which, effectEnd(result, 'd_z', 1), theirs('d_z_ci95', 1), SEARCHED),
  ];
}

type Two = readonly [first: readonly number[], second: readonly number[]];

/** The oracle's t has the sign of R's formula, first minus second; ours is second minus first, as its d is. */
function twoGroups(set: OracleSet, path: readonly (string | number)[], [first, second]: Two): Comparison[] {
  const student = independentT(first, second);
  const welch = welchT(first, second);
  const theirs = (...rest: (string | number)[]) => figure(set, ...path, ...rest);
  const which = `${set} ${path.join(' ')}`;
  return [
    one('n', which, student.groups[0].n, theirs('n', 0)),
    one('n', which, student.groups[1].n, theirs('n', 1)),
    one('t', which, -student.t, theirs('t_pooled')),
    one('df', which, student.df, theirs('df2')),
    one('p', which, student.p, theirs('p')),
    one('t² = F', which, student.t ** 2, theirs('F')),
    one('Cohen’s d', which, effect(student, 'd'), theirs('d_pooled')),
    one('Cohen’s d', `${which} Welch`, effect(welch, 'd'), theirs('d_pooled')),
    one('Welch t', which, -welch.t, theirs('t_welch')),
    one('Welch df', which, welch.df, theirs('df_welch')),
    one('Welch p', which, welch.p, theirs('p_welch')),
  ];
}

/** Scores where a column of 0 and 1 is 0, and where it is 1. */
function split(data: Table, score: string, by: string): Two {
  const scores = Array.from(numbersOf(data, score));
  const groups = numbersOf(data, by);
  return [scores.filter((_, row) => groups[row] === 0), scores.filter((_, row) => groups[row] === 1)];
}

/** School means of wave 3: of schools that take part in wave 4, and of schools that do not. */
function stayers(set: OracleSet, score: string): Two {
  const data = oracleTable(set, 'barometer');
  const [schools, waves, scores] = ['school', 'wave', score].map((name) => numbersOf(data, name));
  const of = (wave: number) => {
    const found = new Map<number, number[]>();
    schools.forEach((school, row) => {
      if (waves[row] !== wave) return;
      const known = found.get(school) ?? [];
      if (!Number.isNaN(scores[row])) known.push(scores[row]);
      found.set(school, known);
    });
    return found;
  };
  const [third, fourth] = [of(3), of(4)];
  const means = [...third].map(([school, values]) => ({
    stays: fourth.has(school),
    mean: values.reduce((total, value) => total + value, 0) / values.length,
  }));
  return [
    means.filter(({ stays }) => stays).map(({ mean }) => mean),
    means.filter(({ stays }) => !stays).map(({ mean }) => mean),
  ];
}

/** First observations: of teachers who are seen a second time, and of those who are not. */
function observedAgain(set: OracleSet, domain: string): Two {
  const data = oracleTable(set, 'icalt');
  const [teachers, waves, scores] = ['teacher', 'wave', domain].map((name) => numbersOf(data, name));
  const again = new Set(Array.from(teachers).filter((_, row) => waves[row] === 2));
  const first = Array.from(scores, (score, row) => ({ score, row })).filter(({ row }) => waves[row] === 1);
  return [
    first.filter(({ row }) => again.has(teachers[row])).map(({ score }) => score),
    first.filter(({ row }) => !again.has(teachers[row])).map(({ score }) => score),
  ];
}

function ofOwnSamples(): Comparison[] {
  const scores = r.numbers('data', 'one', 'values');
  const [a, b] = [r.numbers('data', 'a'), r.numbers('data', 'b')];
  const [before, after] = ['before', 'after'].map((name) => withGaps('data', name));
  const strong = pairedT(r.numbers('data', 'strong', 'first'), r.numbers('data', 'strong', 'second'));
  return [
    ...[0.9, 0.95, 0.99].flatMap((level) => [
      ...own(oneSampleT(scores, { mean: r.number('data', 'one', 'mean'), level }), ['oneSample', level], {
        closed: ['d', 'g', 'g_approximate'],
        searched: ['d'],
      }),
      ...own(independentT(a, b, { level }), ['two', level, 'independent'], {
        closed: ['d', 'g', 'g_approximate', 'r'],
        searched: ['d'],
      }),
      ...own(welchT(a, b, { level }), ['two', level, 'welch'], {
        closed: ['d_av', 'glass_delta'],
        searched: ['d_av'],
      }),
      ...(['d', 'g', 'g_approximate'] as const).map((name) =>
        one(
          LABELS[name] ?? name,
          `own two ${level} welch`,
          effect(welchT(a, b, { level }), name),
          r.number('two', level, 'independent', name),
        ),
      ),
      ...own(pairedT(before, after, { level }), ['paired', level], {
        closed: ['d_z', 'd_av'],
        searched: ['d_z', 'd_av'],
      }),
    ]),
    ...own(strong, ['strong'], { closed: [], searched: [] }),
  ];
}

function withGaps(...path: string[]): (number | null)[] {
  const found = r.at(...path);
  if (!Array.isArray(found)) throw new Error(`no list at ${path.join('.')}`);
  return found.map((value) => (typeof value === 'number' ? value : null));
}

function own(
  result: TTestResult,
  path: readonly (string | number)[],
  effects: { closed: readonly EffectName[]; searched: readonly EffectName[] },
): Comparison[] {
  const theirs = (...rest: (string | number)[]) => r.number(...path, ...rest);
  const which = `own ${path.join(' ')}`;
  return [
    one('t', which, result.t, theirs('t')),
    one('df', which, result.df, theirs('df')),
    one('p', which, result.p, theirs('p')),
    one('standard error', which, result.se, theirs('se')),
    one('interval', which, result.ci[0], theirs('ci', 0)),
    one('interval', which, result.ci[1], theirs('ci', 1)),
    ...effects.closed.map((name) => one(LABELS[name] ?? name, which, effect(result, name), theirs(name))),
    ...effects.searched.flatMap((name) =>
      ([0, 1] as const).map((end) =>
        one(
          'noncentral interval',
          `${which} ${name}`,
          effectEnd(result, name, end),
          theirs(`${name}_ci`, end),
          SEARCHED,
        ),
      ),
    ),
  ];
}

const LABELS: Partial<Record<EffectName, string>> = {
  d: 'Cohen’s d',
  g: 'Hedges’ g, exact',
  g_approximate: 'Hedges’ g, approximate',
  glass_delta: 'Glass’s delta',
};
