import { summarise } from '../description/summary.ts';
import { chiSquareTail } from '../distributions.ts';
import { multiply, symmetricEigen, transpose } from '../linear-algebra.ts';
import type { Design } from '../model-matrix.ts';
import { crossDeviation, mean } from '../sums.ts';
import type { Fit } from './least-squares.ts';

/** One case under the model. */
export interface CaseDiagnostics {
  /** Of the data, from 1. */
  readonly row: number;
  readonly fitted: number;
  readonly residual: number;
  /** How much the case decides its own fitted value, from 1/n to 1. */
  readonly leverage: number;
  /** Residual in its own standard deviation; null at leverage 1, where the residual is 0 whatever the outcome. */
  readonly standardised: number | null;
  /** The same with the spread that the other cases have: a t with df2 − 1 degrees of freedom. */
  readonly studentised: number | null;
  /** How far all coefficients move without this case (Cook 1977, Technometrics, 19, 15–18). */
  readonly cook: number | null;
}

export interface RegressionDiagnostics {
  /** Cases whose Cook's distance is above 4/n, the largest first; at most ten are listed. */
  readonly influential: { readonly count: number; readonly cases: readonly CaseDiagnostics[] };
  /**
   * Does the spread of the residuals depend on the predictors? Koenker's studentised form (1981, Journal of Econometrics, 17,
   * 107–112) of Breusch & Pagan (1979, Econometrica, 47, 1287–1294).
   */
  readonly breuschPagan: { readonly chiSquare: number; readonly df: number; readonly p: number };
  /** Shape of the residuals: both 0 for a normal distribution; null with fewer than 3 or 4 cases. */
  readonly residuals: { readonly skewness: number | null; readonly excessKurtosis: number | null };
  /** Root of largest over smallest eigenvalue of the predictors' correlations: 1 when they are unrelated, above 30 is trouble. */
  readonly conditionNumber: number;
}

const MOST_LISTED = 10;

export function diagnose(design: Design, fit: Fit): RegressionDiagnostics {
  const limit = 4 / design.rows.length;
  const beyond = casesOf(design, fit)
    .filter(({ cook }) => cook !== null && cook > limit)
    .sort((a, b) => (b.cook ?? 0) - (a.cook ?? 0));
  const { skewness, excessKurtosis } = summarise(fit.residuals);
  return {
    influential: { count: beyond.length, cases: beyond.slice(0, MOST_LISTED) },
    breuschPagan: breuschPagan(design, fit),
    residuals: { skewness, excessKurtosis },
    conditionNumber: conditionNumber(fit),
  };
}

/** Standardised and studentised residuals after Cook, R. D., & Weisberg, S. (1982). Residuals and influence in regression, §2.2. */
export function casesOf(design: Design, { fitted, residuals, leverage, rss }: Fit): CaseDiagnostics[] {
  const size = design.names.length;
  const df = design.rows.length - size;
  const sigma = Math.sqrt(rss / df);
  return Array.from(design.rows, (row, i) => {
    const shown = { row: row + 1, fitted: fitted[i], residual: residuals[i], leverage: leverage[i] };
    const free = 1 - leverage[i];
    if (free < 1e-10) return { ...shown, standardised: null, studentised: null, cook: null };
    const standardised = residuals[i] / (sigma * Math.sqrt(free));
    const rest = df - standardised ** 2;
    return {
      ...shown,
      standardised,
      studentised: df > 1 && rest > 0 ? standardised * Math.sqrt((df - 1) / rest) : null,
      cook: (standardised ** 2 * leverage[i]) / (free * size),
    };
  });
}

function breuschPagan(design: Design, { residuals, explained }: Fit): RegressionDiagnostics['breuschPagan'] {
  const level = mean(residuals.map((value) => value ** 2));
  const squares = residuals.map((value) => value ** 2 / level);
  const total = crossDeviation(squares, squares);
  const df = design.names.length - 1;
  // Equal squares (two values at equal distances) have no spread to explain.
  const chiSquare = total > 0 ? (design.rows.length * explained(squares)) / total : 0;
  return { chiSquare, df, p: chiSquareTail(chiSquare, df) };
}

function conditionNumber({ triangle }: Fit): number {
  const { values } = symmetricEigen(multiply(transpose(triangle), triangle));
  return Math.sqrt(values[0] / values[values.length - 1]);
}
