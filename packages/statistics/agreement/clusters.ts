import { fQuantile, fTail } from '../distributions.ts';
import { levelOf } from '../level.ts';
import { multilevelModel } from '../multilevel/index.ts';
import { ENGINE, type Interval, type Result, StatisticsError, type Warning } from '../result.ts';
import { mean, sum } from '../sums.ts';
import { type CategoryColumn, numberColumn, table } from '../table.ts';
import type { IntraclassCoefficient } from './coefficient.ts';
import { exactInterval } from './variance-ratio.ts';

export interface ClusterIccOptions {
  /** Of the intervals; default 0.95. */
  readonly level?: number;
}

export interface ClusterIcc extends Result {
  readonly analysis: 'icc';
  readonly level: number;
  /** Groups with at least one value. */
  readonly groups: number;
  /** Size of a group as the analysis of variance averages it: the plain average when all are as large. */
  readonly k0: number;
  /** ICC(1), the share of all variance that lies between groups, and ICC(1,k), how reliable a group's mean is. */
  readonly coefficients: readonly [IntraclassCoefficient, IntraclassCoefficient];
  readonly meanSquares: { readonly between: number; readonly within: number };
  /** 1 + (k0 − 1) · ICC(1), a negative ICC(1) taken as 0: so many times larger is the variance of the total mean. */
  readonly designEffect: number;
  /** The same share from a multilevel model with a random intercept. */
  readonly reml: {
    /** Between groups over all; never below 0. */
    readonly icc: number;
    /** Exact for groups of any size (Wald), cut off at 0. */
    readonly ci: Interval;
    readonly between: number;
    readonly within: number;
    /** Whether the variance between groups came out as 0. */
    readonly singular: boolean;
  };
}

/**
 * How far people of one group resemble each other: the intraclass correlation, from a one-way analysis of
 * variance and by restricted maximum likelihood. The first may be negative, the second not; in groups of one size they
 * are equal where positive. `n` is the number of rows with a value and a group.
 *
 * Sources: Shrout & Fleiss 1979, Psychological Bulletin 86, 420–428; unequal groups: Searle 1971, Linear Models, ch. 11;
 * names: Bliese 2000, in Klein & Kozlowski (eds.), Multilevel theory; design effect: Kish 1965, Survey sampling, § 5.4.
 *
 * @param values one per row; NaN is missing.
 * @param groups one per row.
 * @throws StatisticsError `unequal-columns`, `too-few-groups`, `too-few-per-group`, `constant-outcome`,
 *   `constant-within`.
 */
export function intraclassCorrelation(
  values: ArrayLike<number>,
  groups: CategoryColumn,
  options: ClusterIccOptions = {},
): ClusterIcc {
  const level = levelOf(options);
  const clusters = clustersOf(values, groups);
  const n = sum(clusters.map(({ length }) => length));
  const found = variance(clusters, n);
  const { between, within, k0, df1, df2 } = found;
  const F = between / within;
  const tail = (1 - level) / 2;
  const ends: Interval = [F / fQuantile(1 - tail, df1, df2), F / fQuantile(tail, df1, df2)];
  const test = { F, df1, df2, p: fTail(F, df1, df2) };
  const icc = ofRatio(F, k0);
  const kind = { model: 'one-way random', type: 'agreement' } as const;
  const dropped = values.length - n;
  return {
    analysis: 'icc',
    method: {
      nl: 'intraklassecorrelatie uit een variantieanalyse met één factor, en uit een multilevelmodel (REML)',
      en: 'intraclass correlation from a one-way analysis of variance, and from a multilevel model (REML)',
    },
    engine: ENGINE,
    n,
    dropped:
      dropped === 0
        ? []
        : [
            {
              count: dropped,
              why: { nl: 'zonder waarde of zonder groep', en: 'without a value or a group' },
            },
          ],
    warnings: warningsOf(clusters, icc),
    level,
    groups: clusters.length,
    k0,
    coefficients: [
      {
        form: 'ICC(1)',
        alsoCalled: 'ICC(1,1)',
        ...kind,
        unit: 'single',
        estimate: icc,
        ci: [ofRatio(ends[0], k0), ofRatio(ends[1], k0)],
        ...test,
      },
      {
        form: 'ICC(1,k)',
        alsoCalled: 'ICC(2)',
        ...kind,
        unit: 'mean',
        estimate: ofRatioOfMeans(F),
        ci: ends[0] > 0 ? [1 - 1 / ends[0], 1 - 1 / ends[1]] : null,
        ...test,
      },
    ],
    meanSquares: { between, within },
    designEffect: 1 + (k0 - 1) * Math.max(0, icc),
    reml: { ...fromModel(values, groups), ci: exactInterval(clusters, within, level) },
  };
}

/** The share of variance between groups, from the ratio of mean squares. */
const ofRatio = (F: number, k0: number): number => (F - 1) / (F + k0 - 1);

const ofRatioOfMeans = (F: number): number | null => (F > 0 ? 1 - 1 / F : null);

function fromModel(values: ArrayLike<number>, groups: CategoryColumn): Omit<ClusterIcc['reml'], 'ci'> {
  const { random, residual, singular } = multilevelModel(
    table({ value: numberColumn(values), group: groups }),
    { formula: 'value ~ 1 + (1 | group)' },
  );
  const [{ variance: between }] = random;
  const within = residual.variance;
  return { icc: between / (between + within), between, within, singular };
}

/** The values of each group that has any. */
function clustersOf(values: ArrayLike<number>, groups: CategoryColumn): readonly (readonly number[])[] {
  if (values.length !== groups.codes.length) {
    throw new StatisticsError('unequal-columns', {
      nl: `Er zijn ${values.length} waarden en ${groups.codes.length} groepen. Geef per waarde een groep.`,
      en: `There are ${values.length} values and ${groups.codes.length} groups. Give a group for each value.`,
    });
  }
  const clusters = groups.levels.map((): number[] => []);
  for (let row = 0; row < values.length; row++) {
    if (groups.codes[row] >= 0 && Number.isFinite(values[row])) clusters[groups.codes[row]].push(values[row]);
  }
  return clusters.filter(({ length }) => length > 0);
}

function variance(clusters: readonly (readonly number[])[], n: number) {
  const groups = clusters.length;
  if (groups < 2) {
    throw new StatisticsError('too-few-groups', {
      nl: 'Er is maar één groep met waarden; minstens twee zijn nodig.',
      en: 'Only one group has values; at least two are needed.',
    });
  }
  if (n === groups) {
    throw new StatisticsError('too-few-per-group', {
      nl: 'Elke groep heeft maar één waarde: dan is niet te zien hoe mensen in een groep op elkaar lijken.',
      en: 'Every group has one value only: how people in a group resemble each other cannot be seen then.',
    });
  }
  const grand = mean(clusters.flat());
  const centred = clusters.map((cluster) => cluster.map((value) => value - grand));
  const means = centred.map(mean);
  const between = sum(means.map((value, place) => clusters[place].length * value * value)) / (groups - 1);
  const within =
    sum(centred.flatMap((cluster, place) => cluster.map((value) => (value - means[place]) ** 2))) /
    (n - groups);
  refuseConstant(clusters);
  const squares = sum(clusters.map(({ length }) => length ** 2));
  return { between, within, k0: (n - squares / n) / (groups - 1), df1: groups - 1, df2: n - groups };
}

function refuseConstant(clusters: readonly (readonly number[])[]): void {
  if (!clusters.every((cluster) => cluster.every((value) => value === cluster[0]))) return;
  if (clusters.every((cluster) => cluster[0] === clusters[0][0])) {
    throw new StatisticsError('constant-outcome', {
      nl: 'Alle waarden zijn gelijk. Zonder verschillen is er niets te verdelen over groepen.',
      en: 'All values are equal. Without differences there is nothing to divide over groups.',
    });
  }
  throw new StatisticsError('constant-within', {
    nl: 'Binnen elke groep zijn alle waarden gelijk. Is dit een kenmerk van de groep zelf? Dan is er één waarde per groep.',
    en: 'Within every group all values are equal. Is this a property of the group itself? Then there is one value per group.',
  });
}

function warningsOf(clusters: readonly (readonly number[])[], icc: number): readonly Warning[] {
  const warnings: Warning[] = [];
  if (icc < 0) {
    warnings.push({
      code: 'negative-icc',
      text: {
        nl: 'De schatting is negatief: mensen in één groep lijken niet meer op elkaar dan mensen uit verschillende groepen. Lees dit als 0.',
        en: 'The estimate is negative: people in one group resemble each other no more than people in different groups. Read this as 0.',
      },
    });
  }
  if (clusters.some(({ length }) => length !== clusters[0].length)) {
    warnings.push({
      code: 'unbalanced',
      text: {
        nl: 'De groepen zijn niet even groot; het interval is dan bij benadering juist.',
        en: 'The groups are not equally large; the interval is then approximate.',
      },
    });
  }
  if (clusters.length < 30) {
    warnings.push({
      code: 'few-groups',
      text: {
        nl: `Maar ${clusters.length} groepen: de schatting is onzeker, kijk vooral naar het interval.`,
        en: `Only ${clusters.length} groups: the estimate is uncertain, look at the interval above all.`,
      },
    });
  }
  return warnings;
}
