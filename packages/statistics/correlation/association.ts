import { normalQuantile, tTwoSided } from '../distributions.ts';
import type { Interval } from '../result.ts';
import { dot, mean } from '../sums.ts';
import { exactSpearmanP } from './permutations.ts';
import { hasTies, midRanks } from './ranks.ts';

/** The figures of one pair of columns. */
export interface Association {
  readonly r: number;
  readonly t: number | null;
  readonly df: number | null;
  readonly p: number;
  readonly pMethod: 't' | 'exact';
  readonly ci: Interval | null;
}

/** @param x, @param y of one length from 3, complete, and neither of them constant. */
export function pearsonAssociation(x: Float64Array, y: Float64Array, level: number): Association {
  const r = productMoment(x, y);
  return { r, ...byT(r, x.length), ci: fisherInterval(r, x.length, 1, level) };
}

/** The same of ranks. */
export function spearmanAssociation(x: Float64Array, y: Float64Array, level: number): Association {
  const [ranksX, ranksY] = [midRanks(x), midRanks(y)];
  const n = x.length;
  const r = productMoment(ranksX, ranksY);
  const ci = fisherInterval(r, n, 1 + (r * r) / 2, level);
  if (n > EXACT || hasTies(x) || hasTies(y)) return { r, ...byT(r, n), ci };
  return { r, t: null, df: null, p: exactSpearmanP(ranksX, ranksY), pMethod: 'exact', ci };
}

/** Up to here all orders are counted, as R does. */
const EXACT = 9;

/** Scaled to length one before they are multiplied, so that very large and very small scores do no harm. */
function productMoment(x: Float64Array, y: Float64Array): number {
  const r = dot(standard(x), standard(y));
  return Math.max(-1, Math.min(1, r));
}

function standard(values: Float64Array): Float64Array {
  const middle = mean(values);
  const apart = values.map((value) => value - middle);
  const largest = apart.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scaled = apart.map((value) => value / largest);
  const length = Math.sqrt(dot(scaled, scaled));
  return scaled.map((value) => value / length);
}

function byT(r: number, n: number): Pick<Association, 't' | 'df' | 'p' | 'pMethod'> {
  const df = n - 2;
  // All points on one line: r² is 1 but for rounding, and t has no end.
  if (1 - Math.abs(r) < 4 * Number.EPSILON) return { t: null, df, p: 0, pMethod: 't' };
  const t = r * Math.sqrt(df / ((1 - r) * (1 + r)));
  return { t, df, p: tTwoSided(t, df), pMethod: 't' };
}

function fisherInterval(r: number, n: number, factor: number, level: number): Interval | null {
  if (n < 4) return null;
  if (Math.abs(r) === 1) return [r, r];
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(factor / (n - 3));
  const z = Math.atanh(r);
  return [Math.tanh(z - half), Math.tanh(z + half)];
}
