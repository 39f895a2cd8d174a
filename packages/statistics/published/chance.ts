import {
  chiSquareQuantile,
  chiSquareTail,
  fQuantile,
  fTail,
  normalQuantile,
  normalTail,
  tQuantile,
  tTwoSided,
} from '../distributions.ts';
import { type Figure, keyed } from './figure.ts';

/** A test whose chance can be computed: from a size (the statistic without its sign) to p, and back. */
export interface TestOfSize {
  readonly p: (size: number) => number;
  readonly size: (p: number) => number;
}

/** The test of a row when its degrees of freedom are there; all but F and chi-square are two-sided. */
export function testOf(figure: Figure): TestOfSize | undefined {
  const df1 = figure.df1?.value;
  const df2 = figure.df2?.value;
  switch (figure.kind) {
    case 'F':
      return df1 && df2 ? fTest(df1, df2) : undefined;
    case 'chi-square':
      return df1
        ? { p: (x) => chiSquareTail(x, df1), size: (p) => chiSquareQuantile(1 - p, df1) }
        : undefined;
    case 't':
      return df1 ? tTest(df1) : undefined;
    case 'z':
      return { p: (z) => 2 * normalTail(z), size: (p) => normalQuantile(1 - p / 2) };
    case 'r': {
      const df = df1 ?? (keyed(figure, 'n')?.value ?? 0) - 2;
      return df > 0 ? rTest(df) : undefined;
    }
    default:
      return undefined;
  }
}

const fTest = (df1: number, df2: number): TestOfSize => ({
  p: (f) => fTail(f, df1, df2),
  size: (p) => fQuantile(1 - p, df1, df2),
});

export const tTest = (df: number): TestOfSize => ({
  p: (t) => tTwoSided(t, df),
  size: (p) => tQuantile(1 - p / 2, df),
});

function rTest(df: number): TestOfSize {
  const t = tTest(df);
  return {
    p: (r) => (r >= 1 ? 0 : t.p(tOfR(r, df))),
    size: (p) => {
      const size = t.size(p);
      return size / Math.sqrt(df + size * size);
    },
  };
}

/** t = r √(df / (1 − r²)). */
export const tOfR = (r: number, df: number): number => r * Math.sqrt(df / (1 - r * r));
