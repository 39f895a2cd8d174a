import { fQuantile, fTail } from '../distributions.ts';
import { levelOf } from '../level.ts';
import { ENGINE, type Interval, type Result, StatisticsError, type Warning } from '../result.ts';
import { mean, sum } from '../sums.ts';
import type { IntraclassCoefficient } from './coefficient.ts';

export interface RaterIccOptions {
  /** Of the intervals; default 0.95. */
  readonly level?: number;
}

export interface RaterIcc extends Result {
  readonly analysis: 'icc-raters';
  readonly raters: number;
  readonly level: number;
  /** The six forms: ICC(1,1), ICC(2,1), ICC(3,1) of one rater and ICC(1,k), ICC(2,k), ICC(3,k) of the raters' mean. */
  readonly coefficients: readonly IntraclassCoefficient[];
  /** Between subjects, between raters, what is left, and within subjects (both together). */
  readonly meanSquares: {
    readonly subjects: number;
    readonly raters: number;
    readonly residual: number;
    readonly within: number;
  };
  /** Mean of each rater: how far apart their standards lie. */
  readonly raterMeans: readonly number[];
}

/**
 * The intraclass correlations of raters who all rated the same subjects. `n` is the number of subjects that all raters
 * rated. One-way: every subject may have had other raters. Two-way random: these raters stand for others, and
 * differences in their standards count as disagreement. Two-way mixed: only these raters matter, and such differences
 * do not count.
 *
 * Sources: Shrout & Fleiss 1979, Psychological Bulletin 86, 420–428; McGraw & Wong 1996, Psychological Methods 1, 30–46.
 *
 * @param ratings per rater one number per subject; NaN is missing.
 * @throws StatisticsError `too-few-raters`, `unequal-columns`, `too-few-cases`, `constant-ratings`.
 */
export function raterIntraclassCorrelation(
  ratings: readonly ArrayLike<number>[],
  options: RaterIccOptions = {},
): RaterIcc {
  const level = levelOf(options);
  const subjects = completeSubjects(ratings);
  const n = subjects.length;
  const k = ratings.length;
  const squares = squaresOf(subjects);
  const total = squares.subjects + squares.within;
  if (!(total > 0)) throw constantRatings(subjects[0][0]);
  const agreed = (square: number): boolean => square <= 1e-14 * total;
  if (agreed(squares.subjects) && agreed(squares.residual)) throw sameForAll();
  const dropped = ratings[0].length - n;
  return {
    analysis: 'icc-raters',
    method: {
      nl: 'intraklassecorrelatie van beoordelaars, zes vormen (Shrout en Fleiss; McGraw en Wong)',
      en: 'intraclass correlation of raters, six forms (Shrout and Fleiss; McGraw and Wong)',
    },
    engine: ENGINE,
    n,
    dropped:
      dropped === 0
        ? []
        : [{ count: dropped, why: { nl: 'niet door iedereen beoordeeld', en: 'not rated by everybody' } }],
    warnings: warningsOf(n, squares, agreed(squares.residual)),
    raters: k,
    level,
    coefficients: [
      ...oneWay(squares, n, k, level, agreed(squares.within)),
      ...twoWayRandom(squares, n, k, level, agreed(squares.residual)),
      ...twoWayMixed(squares, n, k, level, agreed(squares.residual)),
    ].sort((a, b) => UNITS.indexOf(a.unit) - UNITS.indexOf(b.unit)),
    meanSquares: squares,
    raterMeans: ratings.map((_, rater) => mean(subjects.map((subject) => subject[rater]))),
  };
}

const UNITS: readonly IntraclassCoefficient['unit'][] = ['single', 'mean'];

type Squares = RaterIcc['meanSquares'];

/** The subjects that everybody rated, each as the row of its ratings. */
function completeSubjects(ratings: readonly ArrayLike<number>[]): readonly (readonly number[])[] {
  if (ratings.length < 2) {
    throw new StatisticsError('too-few-raters', {
      nl: 'Voor overeenstemming zijn minstens twee beoordelaars nodig.',
      en: 'Agreement takes at least two raters.',
    });
  }
  const uneven = ratings.find(({ length }) => length !== ratings[0].length);
  if (uneven) {
    throw new StatisticsError('unequal-columns', {
      nl: `De ene beoordelaar heeft ${ratings[0].length} beoordelingen, de andere ${uneven.length}.`,
      en: `One rater has ${ratings[0].length} ratings, the other ${uneven.length}.`,
    });
  }
  const subjects = Array.from({ length: ratings[0].length }, (_, subject) =>
    ratings.map((rater) => rater[subject]),
  ).filter((subject) => subject.every(Number.isFinite));
  if (subjects.length >= 3) return subjects;
  throw new StatisticsError('too-few-cases', {
    nl: `Door alle beoordelaars zijn ${subjects.length} dingen beoordeeld; minstens 3 zijn nodig.`,
    en: `All raters rated ${subjects.length} subjects; at least 3 are needed.`,
  });
}

function squaresOf(subjects: readonly (readonly number[])[]): Squares {
  const n = subjects.length;
  const k = subjects[0].length;
  const grand = mean(subjects.flat());
  const centred = subjects.map((subject) => subject.map((value) => value - grand));
  const rows = centred.map(mean);
  const columns = centred[0].map((_, rater) => mean(centred.map((subject) => subject[rater])));
  const within = sum(centred.flatMap((subject, i) => subject.map((value) => (value - rows[i]) ** 2)));
  const residual = sum(
    centred.flatMap((subject, i) => subject.map((value, j) => (value - rows[i] - columns[j]) ** 2)),
  );
  return {
    subjects: (k * sum(rows.map((value) => value * value))) / (n - 1),
    raters: (n * sum(columns.map((value) => value * value))) / (k - 1),
    residual: residual / ((n - 1) * (k - 1)),
    within: within / (n * (k - 1)),
  };
}

/** F of the subjects against an error, and the ends between which it would lie: null when there is no error. */
interface Test extends Pick<IntraclassCoefficient, 'F' | 'df1' | 'df2' | 'p'> {
  readonly ends: Interval | null;
}

function testOf(between: number, error: number, df: Interval, level: number, none: boolean): Test {
  const [df1, df2] = df;
  if (none) return { F: null, df1, df2, p: null, ends: null };
  const F = between / error;
  const tail = (1 - level) / 2;
  const ends = [F / fQuantile(1 - tail, df1, df2), F * fQuantile(1 - tail, df2, df1)] as const;
  return { F, df1, df2, p: fTail(F, df1, df2), ends };
}

function oneWay(squares: Squares, n: number, k: number, level: number, none: boolean) {
  const { subjects, within } = squares;
  const test = testOf(subjects, within, [n - 1, n * (k - 1)], level, none);
  const kind = { model: 'one-way random', type: 'agreement' } as const;
  return pair(kind, ['ICC(1,1)', 'ICC(1)'], ['ICC(1,k)', 'ICC(k)'], k, test, {
    single: (subjects - within) / (subjects + (k - 1) * within),
    ci: test.ends && ofRatios(test.ends, k),
  });
}

function twoWayMixed(squares: Squares, n: number, k: number, level: number, none: boolean) {
  const { subjects, residual } = squares;
  const test = testOf(subjects, residual, [n - 1, (n - 1) * (k - 1)], level, none);
  const kind = { model: 'two-way mixed', type: 'consistency' } as const;
  return pair(kind, ['ICC(3,1)', 'ICC(C,1)'], ['ICC(3,k)', 'ICC(C,k)'], k, test, {
    single: (subjects - residual) / (subjects + (k - 1) * residual),
    ci: test.ends && ofRatios(test.ends, k),
  });
}

function twoWayRandom(squares: Squares, n: number, k: number, level: number, none: boolean) {
  const { subjects, raters, residual } = squares;
  const test = testOf(subjects, residual, [n - 1, (n - 1) * (k - 1)], level, none);
  const kind = { model: 'two-way random', type: 'agreement' } as const;
  const single = (subjects - residual) / (subjects + (k - 1) * residual + (k * (raters - residual)) / n);
  return pair(kind, ['ICC(2,1)', 'ICC(A,1)'], ['ICC(2,k)', 'ICC(A,k)'], k, test, {
    single,
    ci: none ? null : absoluteInterval(squares, single, n, k, level),
  });
}

/** The correlation of one rater from a ratio F of mean squares. */
const ofRatios = ([low, high]: Interval, k: number): Interval => [
  (low - 1) / (low + k - 1),
  (high - 1) / (high + k - 1),
];

/** Shrout & Fleiss 1979, with degrees of freedom after Satterthwaite. */
function absoluteInterval(
  { subjects, raters, residual }: Squares,
  icc: number,
  n: number,
  k: number,
  level: number,
): Interval | null {
  const ratio = raters / residual;
  const rest = n * (1 + (k - 1) * icc) - k * icc;
  const df =
    ((k - 1) * (n - 1) * (k * icc * ratio + rest) ** 2) / ((n - 1) * (k * icc * ratio) ** 2 + rest ** 2);
  // Of raters who contradict each other next to no degrees of freedom can be left.
  if (!(df > 0.1)) return null;
  const p = (1 + level) / 2;
  const above = fQuantile(p, n - 1, df);
  const below = fQuantile(p, df, n - 1);
  const others = k * raters + (k * n - k - n) * residual;
  return [
    (n * (subjects - above * residual)) / (above * others + n * subjects),
    (n * (below * subjects - residual)) / (others + n * below * subjects),
  ];
}

/** Spearman and Brown's formula; null where so negative a correlation leaves the mean without variance. */
function ofMean(icc: number, k: number): number | null {
  const total = 1 + (k - 1) * icc;
  return total > 1e-12 ? (k * icc) / total : null;
}

/** The same form for one rater and for the mean of k. */
function pair(
  kind: Pick<IntraclassCoefficient, 'model' | 'type'>,
  single: readonly [form: string, alsoCalled: string],
  average: readonly [form: string, alsoCalled: string],
  k: number,
  { ends: _, ...test }: Test,
  found: { readonly single: number; readonly ci: Interval | null },
): readonly IntraclassCoefficient[] {
  const { single: estimate, ci } = found;
  const [low, high] = ci ? ci.map((end) => ofMean(end, k)) : [null, null];
  return [
    { form: single[0], alsoCalled: single[1], ...kind, unit: 'single', estimate, ci, ...test },
    {
      form: average[0],
      alsoCalled: average[1],
      ...kind,
      unit: 'mean',
      estimate: ofMean(estimate, k),
      ci: low === null || high === null ? null : [low, high],
      ...test,
    },
  ];
}

function warningsOf(n: number, squares: Squares, agreed: boolean): readonly Warning[] {
  const warnings: Warning[] = [];
  if (agreed) {
    warnings.push({
      code: 'no-disagreement',
      text: {
        nl: 'De beoordelaars verschillen nergens, of overal evenveel: toets en interval bestaan dan niet.',
        en: 'The raters differ nowhere, or everywhere alike: there is no test and no interval then.',
      },
    });
  }
  if (squares.subjects < squares.within) {
    warnings.push({
      code: 'negative-icc',
      text: {
        nl: 'De beoordelaars verschillen onderling meer dan de beoordeelde dingen: lees dit als geen overeenstemming.',
        en: 'The raters differ more than the subjects do: read this as no agreement.',
      },
    });
  }
  if (n < 30) {
    warnings.push({
      code: 'few-cases',
      text: {
        nl: `Maar ${n} dingen zijn door iedereen beoordeeld: kijk vooral naar het interval.`,
        en: `Only ${n} subjects were rated by everybody: look at the interval above all.`,
      },
    });
  }
  return warnings;
}

const sameForAll = (): StatisticsError =>
  new StatisticsError('constant-ratings', {
    nl: 'Elke beoordelaar gaf alles dezelfde score. Of zij verschillen op dezelfde manier zien, is dan niet te bepalen.',
    en: 'Each rater gave everything the same score. Whether they see differences alike cannot be determined then.',
  });

const constantRatings = (value: number): StatisticsError =>
  new StatisticsError('constant-ratings', {
    nl: `Alle beoordelingen zijn ${value}. Zonder verschillen is er niets te vergelijken.`,
    en: `All ratings are ${value}. Without differences there is nothing to compare.`,
  });
