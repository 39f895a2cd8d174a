import { chiSquareTail } from '../distributions.ts';
import { cholesky, choleskyLogDeterminant, type Matrix } from '../linear-algebra.ts';

/** What is done to the degrees of freedom of terms with the within factor, for lack of sphericity. */
export type Correction = 'gg' | 'hf' | 'none';

/** How far the spread of differences between levels is from equal: 1 is equal, `lowerBound` as unequal as can be. */
export interface Epsilon {
  /** Greenhouse & Geisser 1959, Psychometrika 24, 95–112. */
  readonly gg: number;
  /**
   * Huynh & Feldt 1976, J. Educational Statistics 1, 69–82, with Lecoutre's correction for groups (1991, same journal 16,
   * 371–372). May come out above 1, which counts as 1. Null when there are too few cases for it.
   */
  readonly hf: number | null;
  /** Without Lecoutre's correction, as older versions of SPSS. */
  readonly hfSpss: number | null;
  readonly lowerBound: number;
}

/** Test of sphericity (Mauchly 1940, Annals of Mathematical Statistics 11, 204–209). */
export interface Mauchly {
  readonly W: number;
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
}

/**
 * @param error sums of squares and products of orthonormal contrasts, within groups.
 * @param n cases; `errorDf` is n minus the number of groups.
 */
export function epsilonOf(error: Matrix, n: number, errorDf: number): Epsilon {
  const p = error.rows;
  const gg = trace(error) ** 2 / (p * sumOfSquares(error));
  const room = p * (errorDf - p * gg);
  const hf = (cases: number): number | null => (room > 1e-9 ? (cases * p * gg - 2) / room : null);
  return { gg, hf: hf(errorDf + 1), hfSpss: hf(n), lowerBound: 1 / p };
}

/**
 * Null for two levels, and when fewer error degrees of freedom than contrasts leave it undefined. The p-value has the
 * second term of Box's expansion (Anderson 2003, An Introduction to Multivariate Statistical Analysis, §10.7.4). In that
 * term R has 3k + 2 for k levels where Anderson has 3p + 2 for p = k − 1 contrasts; this follows R, to be comparable.
 */
export function mauchlyOf(error: Matrix, errorDf: number): Mauchly | null {
  const p = error.rows;
  if (p < 2 || errorDf < p) return null;
  const lower = cholesky(error);
  if (!lower) return null;
  const logW = choleskyLogDeterminant(lower) - p * Math.log(trace(error) / p);
  const df = (p * (p + 1)) / 2 - 1;
  const factor = errorDf - (2 * p * p + p + 2) / (6 * p);
  const polynomial = 2 * p ** 3 + 6 * p * p + 3 * (p + 1) + 2;
  const second = ((p + 2) * (p - 1) * (p - 2) * polynomial) / (288 * (p * factor) ** 2);
  const chiSquare = Math.max(0, -factor * logW);
  const first = chiSquareTail(chiSquare, df);
  const corrected = first + second * (chiSquareTail(chiSquare, df + 4) - first);
  return { W: Math.min(1, Math.exp(logW)), chiSquare, df, p: Math.min(1, Math.max(0, corrected)) };
}

function trace(a: Matrix): number {
  let total = 0;
  for (let i = 0; i < a.rows; i++) total += a.values[i + i * a.rows];
  return total;
}

const sumOfSquares = (a: Matrix): number => a.values.reduce((total, value) => total + value * value, 0);
