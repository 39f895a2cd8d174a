import type { Interval } from '../result.ts';

/** One form of the intraclass correlation. */
export interface IntraclassCoefficient {
  /** As Shrout & Fleiss name it: `ICC(2,1)`; of groups, as multilevel research does: `ICC(1)`, `ICC(1,k)`. */
  readonly form: string;
  /** As McGraw & Wong name it: `ICC(A,1)`. */
  readonly alsoCalled: string;
  readonly model: 'one-way random' | 'two-way random' | 'two-way mixed';
  readonly type: 'agreement' | 'consistency';
  /** Of one measurement, or of the mean of several. */
  readonly unit: 'single' | 'mean';
  /** May be negative; null only for a mean that does not vary at all. */
  readonly estimate: number | null;
  /** Null when nothing is left to test against. */
  readonly ci: Interval | null;
  readonly F: number | null;
  readonly df1: number;
  readonly df2: number;
  /** Of the hypothesis that the correlation is 0. */
  readonly p: number | null;
}
