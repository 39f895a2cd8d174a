import { tQuantile, tTwoSided } from '../distributions.ts';
import type { Interval, Result } from '../result.ts';
import type { EffectSize, EffectVerbalSize } from './effects.ts';
import type { GroupSummary } from './samples.ts';

/** What the four t-tests share. All tests are two-sided. */
interface TTest extends Result {
  readonly analysis: 't-test';
  /** One sample: the scores. Otherwise the first and the second, in the order in which they were given. */
  readonly groups: readonly GroupSummary[];
  /** Second minus first; of one sample, its mean minus the given one. t and the effect sizes have the same sign. */
  readonly difference: number;
  readonly se: number;
  readonly t: number;
  readonly df: number;
  readonly p: number;
  /** Of the interval of the difference and those of the effect sizes. */
  readonly level: number;
  readonly ci: Interval;
  readonly effects: readonly EffectSize[];
  /** Null when the effect size for it does not exist. */
  readonly size: EffectVerbalSize | null;
}

export interface OneSampleTResult extends TTest {
  readonly kind: 'one-sample';
  /** The mean that the scores are held against. */
  readonly reference: number;
}

export interface PairedTResult extends TTest {
  readonly kind: 'paired';
  /** Of the two scores of a case; null when one of them never varies. */
  readonly correlation: number | null;
  /** Standard deviation of the differences. */
  readonly sdDifference: number;
}

export interface TwoSampleTResult extends TTest {
  /** independent: Student's, with one spread for both groups. welch: each group has its own. */
  readonly kind: 'independent' | 'welch';
}

export type TTestResult = OneSampleTResult | PairedTResult | TwoSampleTResult;

/** The figures that follow from a difference, its standard error and the degrees of freedom. */
export function tFigures(
  difference: number,
  se: number,
  df: number,
  level: number,
): Pick<TTest, 'difference' | 'se' | 't' | 'df' | 'p' | 'level' | 'ci'> {
  const t = difference / se;
  const half = tQuantile((1 + level) / 2, df) * se;
  const ci: Interval = [difference - half, difference + half];
  return { difference, se, t, df, p: tTwoSided(t, df), level, ci };
}
