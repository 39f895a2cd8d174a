/** One figure of ours beside the same figure of somebody else. */
export interface Comparison {
  /** The analysis as the command line names it: `lmm`, `alpha`. */
  readonly analysis: string;
  /** What is compared, in few words; figures of one name are one row of the page: `Satterthwaite df`. */
  readonly figure: string;
  /** Which one of them, for when it does not fit: `second-seed enth_final sectorvo`. */
  readonly which: string;
  readonly ours: number;
  readonly theirs: number;
  /** How far apart at most, relative to theirs (absolute where theirs is zero). */
  readonly tolerance: number;
  /** Who says so: `lme4 1.1-31 (closed form)`, `Krippendorff 2011, table 3`. */
  readonly source: string;
}

/** What closed formulas must reach, and what models that are searched for must reach. */
export const CLOSED = 1e-8;
export const SEARCHED = 1e-6;

/** How far ours is from theirs, relative to theirs; absolute where theirs is zero; infinite when one is not a number. */
export function distance({ ours, theirs }: Pick<Comparison, 'ours' | 'theirs'>): number {
  if (ours === theirs) return 0;
  const apart = Math.abs(ours - theirs) / (theirs === 0 ? 1 : Math.abs(theirs));
  return Number.isNaN(apart) ? Number.POSITIVE_INFINITY : apart;
}
