import { tQuantile } from '../distributions.ts';
import { levelOf } from '../level.ts';
import type { Interval } from '../result.ts';
import { mean, sum } from '../sums.ts';
import { type QuantileType, quantileOfSorted, sorted } from './quantile.ts';

/** The figures of one set of numbers; null where there are too few of them, or where they are all the same. */
export interface Summary {
  /** Values that are there. */
  readonly n: number;
  readonly missing: number;
  readonly mean: number | null;
  /** Of a sample: divided by n − 1. */
  readonly sd: number | null;
  /** Standard error of the mean, sd / √n. */
  readonly se: number | null;
  /** Of the mean, by Student's t. */
  readonly ci: Interval | null;
  readonly median: number | null;
  readonly q1: number | null;
  readonly q3: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** G1, as SPSS and SAS give it. */
  readonly skewness: number | null;
  /** G2, as SPSS and SAS give it: 0 for a normal distribution. */
  readonly excessKurtosis: number | null;
}

export interface SummaryOptions {
  /** Default 7. */
  readonly quantileType?: QuantileType;
  /** Of the interval; default 0.95. */
  readonly level?: number;
}

/**
 * Skewness and kurtosis are G1 and G2 of Joanes, D. N., & Gill, C. A. (1998). Comparing measures of sample skewness and
 * kurtosis. The Statistician, 47(1), 183–189.
 *
 * @param values NaN is missing.
 * @throws StatisticsError `bad-level`.
 */
export function summarise(values: ArrayLike<number>, options: SummaryOptions = {}): Summary {
  const inOrder = sorted(values);
  const n = inOrder.length;
  const missing = values.length - n;
  if (n === 0) return { ...EMPTY, missing };
  const middle = mean(inOrder);
  const apart = inOrder.map((value) => value - middle);
  const constant = inOrder[0] === inOrder[n - 1];
  const squares = constant ? 0 : sum(apart.map((one) => one ** 2));
  const sd = n < 2 ? null : Math.sqrt(squares / (n - 1));
  const se = sd === null ? null : sd / Math.sqrt(n);
  const half = se === null ? null : se * tQuantile((1 + levelOf(options)) / 2, n - 1);
  const at = (p: number) => quantileOfSorted(inOrder, p, options.quantileType);
  return {
    n,
    missing,
    mean: middle,
    sd,
    se,
    ci: half === null ? null : [middle - half, middle + half],
    median: at(0.5),
    q1: at(0.25),
    q3: at(0.75),
    min: inOrder[0],
    max: inOrder[n - 1],
    ...shape(apart, squares / n),
  };
}

/** Skewness G1 and excess kurtosis G2 of deviations from their mean. */
function shape(apart: Float64Array, square: number): Pick<Summary, 'skewness' | 'excessKurtosis'> {
  const n = apart.length;
  if (square === 0 || n < 3) return { skewness: null, excessKurtosis: null };
  const g1 = sum(apart.map((one) => one ** 3)) / n / square ** 1.5;
  const g2 = sum(apart.map((one) => one ** 4)) / n / square ** 2 - 3;
  return {
    skewness: (g1 * Math.sqrt(n * (n - 1))) / (n - 2),
    excessKurtosis: n < 4 ? null : ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6),
  };
}

const EMPTY: Summary = {
  n: 0,
  missing: 0,
  mean: null,
  sd: null,
  se: null,
  ci: null,
  median: null,
  q1: null,
  q3: null,
  min: null,
  max: null,
  skewness: null,
  excessKurtosis: null,
};
