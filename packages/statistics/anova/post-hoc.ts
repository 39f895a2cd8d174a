import { studentizedRangeQuantile, studentizedRangeTail, tTwoSided } from '../distributions.ts';
import type { Interval } from '../result.ts';
import { criticalT, type Group, varianceOf } from './groups.ts';

/** One group against another: how much higher `pair[1]` is than `pair[0]`. */
export interface PostHocComparison {
  readonly pair: readonly [from: string, to: string];
  readonly estimate: number;
  readonly se: number;
  /** Studentized range: √2·|estimate| / se. Null, with df, p and ci, when neither group has any spread. */
  readonly q: number | null;
  readonly df: number | null;
  /** Already counts all pairs: the chance of one false alarm among them. */
  readonly p: number | null;
  readonly ci: Interval | null;
  /** The difference in standard deviations: pooled over all groups (Tukey), or over these two (Games–Howell). */
  readonly d: number | null;
}

/** All pairs with one spread for all groups (Tukey 1953; for unequal n, Kramer 1956, Biometrics 12, 307–310). */
export function tukeyKramer(
  groups: readonly Group[],
  meanSquare: number,
  df: number,
  level: number,
): PostHocComparison[] {
  const critical = criticalRange(groups.length, df, level);
  return comparedPairs(groups).map(([from, to]) => {
    const se = Math.sqrt(meanSquare * (1 / from.values.length + 1 / to.values.length));
    return compare(from, to, { se, df, critical, sd: Math.sqrt(meanSquare), count: groups.length });
  });
}

/** All pairs, each with its own spread and degrees of freedom (Games & Howell 1976, J. Educational Statistics 1, 113–125). */
export function gamesHowell(groups: readonly Group[], level: number): PostHocComparison[] {
  return comparedPairs(groups).map(([from, to]) => {
    const a = varianceOf(from) / from.values.length;
    const b = varianceOf(to) / to.values.length;
    const sd = Math.sqrt((varianceOf(from) + varianceOf(to)) / 2);
    if (a + b === 0) return withoutSpread(from, to);
    const df = (a + b) ** 2 / (a ** 2 / (from.values.length - 1) + b ** 2 / (to.values.length - 1));
    const critical = criticalRange(groups.length, df, level);
    return compare(from, to, { se: Math.sqrt(a + b), df, critical, sd, count: groups.length });
  });
}

/** With more groups than this, pairs are thousands and no table. */
export const MOST_GROUPS = 50;

/** All pairs, or of very many groups only the lowest and the highest: the chance then still counts all pairs. */
function comparedPairs(groups: readonly Group[]): (readonly [Group, Group])[] {
  if (groups.length <= MOST_GROUPS) return pairsOf(groups);
  const sorted = groups.toSorted((a, b) => a.mean - b.mean);
  return [[sorted[0], sorted[sorted.length - 1]]];
}

/** The range of two means is √2·|t|: exact, and much quicker than the integral. */
const rangeTail = (q: number, count: number, df: number): number =>
  count === 2 ? tTwoSided(q / Math.SQRT2, df) : studentizedRangeTail(q, count, df);

const criticalRange = (count: number, df: number, level: number): number =>
  count === 2 ? Math.SQRT2 * criticalT(df, level) : studentizedRangeQuantile(level, count, df);

function compare(
  from: Group,
  to: Group,
  by: { se: number; df: number; critical: number; sd: number; count: number },
): PostHocComparison {
  const estimate = to.mean - from.mean;
  const q = (Math.SQRT2 * Math.abs(estimate)) / by.se;
  const half = (by.critical * by.se) / Math.SQRT2;
  return {
    pair: [from.name, to.name],
    estimate,
    se: by.se,
    q,
    df: by.df,
    p: rangeTail(q, by.count, by.df),
    ci: [estimate - half, estimate + half],
    d: estimate / by.sd,
  };
}

const withoutSpread = (from: Group, to: Group): PostHocComparison => ({
  pair: [from.name, to.name],
  estimate: to.mean - from.mean,
  se: 0,
  q: null,
  df: null,
  p: null,
  ci: null,
  d: null,
});

/** Every unordered pair, the earlier first. */
export function pairsOf<T>(items: readonly T[]): (readonly [T, T])[] {
  return items.flatMap((from, place) => items.slice(place + 1).map((to) => [from, to] as const));
}
