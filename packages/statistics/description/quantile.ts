import { StatisticsError } from '../result.ts';

/** The nine ways to take a quantile of a sample, numbered as Hyndman and Fan do. R uses 7, SPSS and Minitab 6. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** The values that are there, from small to large. */
export function sorted(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
}

/**
 * The value below which a share `p` of the values lies.
 *
 * @param values NaN is missing and is left out.
 * @param p from 0 to 1.
 * @param type Hyndman, R. J., & Fan, Y. (1996). Sample quantiles in statistical packages. The American Statistician,
 *   50(4), 361–365, definitions 1–9.
 * @throws StatisticsError `no-values`, `bad-share`.
 */
export function quantile(values: ArrayLike<number>, p: number, type: QuantileType = 7): number {
  return quantileOfSorted(sorted(values), p, type);
}

/** As {@link quantile}, of values without gaps that are in order already. */
export function quantileOfSorted(values: Float64Array, p: number, type: QuantileType = 7): number {
  if (values.length === 0) {
    throw new StatisticsError('no-values', {
      nl: 'Er zijn geen waarden om een kwantiel van te nemen.',
      en: 'There are no values to take a quantile of.',
    });
  }
  if (!(p >= 0 && p <= 1)) {
    throw new StatisticsError('bad-share', {
      nl: `Een kwantiel hoort bij een deel van 0 tot 1; gegeven is ${p}.`,
      en: `A quantile belongs to a share from 0 to 1; given is ${p}.`,
    });
  }
  const [below, weight] = place(values.length, p, type);
  const low = values[Math.min(Math.max(below, 1), values.length) - 1];
  const high = values[Math.min(Math.max(below + 1, 1), values.length) - 1];
  // Not low + weight·(high − low): that misses high when weight is 1.
  return low === high ? low : (1 - weight) * low + weight * high;
}

/** Which order statistic (from 1) lies just below, and how much the next one weighs. */
function place(n: number, p: number, type: QuantileType): readonly [below: number, weight: number] {
  const at = type === 3 ? n * p - 0.5 : type < 3 ? n * p : continuous(n, p, type);
  // 0.3 × 10 is just below 3 in a computer: such a place counts as the whole number.
  const near = Math.round(at);
  const whole = Math.abs(at - near) < 1e-12 * Math.max(1, n);
  const below = whole ? near : Math.floor(at);
  const rest = whole ? 0 : at - below;
  if (type === 1) return [below, rest > 0 ? 1 : 0];
  if (type === 2) return [below, rest > 0 ? 1 : 0.5];
  if (type === 3) return [below, rest > 0 || below % 2 !== 0 ? 1 : 0];
  return [below, rest];
}

/** Hyndman & Fan's np + m for definitions 4 to 9. */
function continuous(n: number, p: number, type: QuantileType): number {
  if (type === 4) return n * p;
  if (type === 5) return n * p + 1 / 2;
  if (type === 6) return (n + 1) * p;
  if (type === 7) return (n - 1) * p + 1;
  if (type === 8) return (n + 1 / 3) * p + 1 / 3;
  return (n + 1 / 4) * p + 3 / 8;
}
