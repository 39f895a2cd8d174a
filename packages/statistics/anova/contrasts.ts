import { bonferroni, holm } from '../adjust.ts';
import { tTwoSided } from '../distributions.ts';
import type { Interval } from '../result.ts';
import { criticalT } from './groups.ts';

/** A comparison of levels, or a trend over them. */
export interface Contrast {
  /**
   * `pairwise`: every two levels of the within factor. `consecutive`: every level with the one before. `trend`: linear
   * (change per level) and quadratic (bend). `between`: every two levels of a between factor, over the mean of the levels.
   */
  readonly family: 'pairwise' | 'consecutive' | 'trend' | 'between';
  /** The factor whose levels are compared. */
  readonly factor: string;
  /** `y2019 - y2018`, `linear`. */
  readonly contrast: string;
  readonly estimate: number;
  readonly se: number;
  readonly df: number;
  /** Null, with p and ci, when the comparison is the same for every case: then there is no spread to test against. */
  readonly t: number | null;
  /** Of this comparison on its own ("LSD"). */
  readonly p: number | null;
  /** Counting all comparisons of its family and factor. */
  readonly pHolm: number | null;
  readonly pBonferroni: number | null;
  /** Of this comparison on its own. */
  readonly ci: Interval | null;
  /** Pairs of within levels: the difference in standard deviations of the differences. */
  readonly d_z: number | null;
  /** Pairs of within levels: in the average standard deviation of the two levels (root of the mean variance). */
  readonly d_av: number | null;
  /** Pairs of between levels, one score per case: in the standard deviation inside the groups, pooled. */
  readonly d: number | null;
  /**
   * Pairs of between levels in a mixed design: in that of the cases' means over the within levels, pooled. Such means
   * spread less than single scores, so this is not to be laid beside a d of scores.
   */
  readonly d_means: number | null;
}

type Sizes = Pick<Contrast, 'd_z' | 'd_av' | 'd' | 'd_means'>;

/** A contrast before its test and its family are known. */
export type Estimate = Pick<Contrast, 'contrast' | 'estimate' | 'se'> & Partial<Sizes>;

/** Tests every estimate, and adjusts for their number. A standard error of zero has no test. */
export function family(
  kind: Contrast['family'],
  factor: string,
  df: number,
  level: number,
  estimates: readonly Estimate[],
): Contrast[] {
  const critical = criticalT(df, level);
  const tests = estimates.map(({ estimate, se }) => {
    if (se === 0) return { t: null, p: null, ci: null };
    const t = estimate / se;
    const ci: Interval = [estimate - critical * se, estimate + critical * se];
    return { t, p: tTwoSided(t, df), ci };
  });
  const ps = tests.flatMap(({ p }) => (p === null ? [] : [p]));
  const [byHolm, byBonferroni] = [holm(ps), bonferroni(ps)];
  let tested = 0;
  return estimates.map((one, i) => {
    const place = tests[i].p === null ? -1 : tested++;
    return {
      family: kind,
      factor,
      contrast: one.contrast,
      estimate: one.estimate,
      se: one.se,
      df,
      ...tests[i],
      pHolm: place < 0 ? null : byHolm[place],
      pBonferroni: place < 0 ? null : byBonferroni[place],
      d_z: one.d_z ?? null,
      d_av: one.d_av ?? null,
      d: one.d ?? null,
      d_means: one.d_means ?? null,
    };
  });
}
