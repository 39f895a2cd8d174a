import {
  column as columnOf,
  inverseOfSquare,
  type Matrix,
  matrix,
  multiply,
  qr,
  solveUpper,
} from '../linear-algebra.ts';
import type { ModelMatrix } from '../model-matrix.ts';
import { crossDeviation, dot, mean, sum } from '../sums.ts';

/** A model with an intercept, fitted. Places of coefficients are those of the model matrix; 0 is the intercept. */
export interface Fit {
  readonly coefficients: Float64Array;
  /** (XᵀX)⁻¹; times σ² it is the covariance of the coefficients. */
  readonly inverse: Matrix;
  readonly fitted: Float64Array;
  readonly residuals: Float64Array;
  /** How much a case decides its own fitted value: the diagonal of the hat matrix. */
  readonly leverage: Float64Array;
  /** Sums of squares: explained, of the residuals, and of the outcome around its mean. */
  readonly ess: number;
  readonly rss: number;
  readonly tss: number;
  /**
   * The triangle R of the predictors around their means and of length 1 (Q·R, without the intercept). Its columns have the
   * angles that the predictors have, in few rows.
   */
  readonly triangle: Matrix;
  /** Qᵀy in those few rows: what the predictors explain of the outcome, direction by direction. */
  readonly effects: Float64Array;
  /** The sum of squares of another outcome that the same predictors explain. */
  explained(other: Float64Array): number;
}

/**
 * Least squares by Householder QR on centred columns of length 1: years (2016, 2017, …) then cost no digits.
 * Golub, G. (1965). Numerical methods for solving linear least squares problems. Numerische Mathematik, 7, 206–216.
 */
export function leastSquares({ x }: ModelMatrix, outcome: Float64Array): Fit {
  const n = x.rows;
  const k = x.columns - 1;
  const { scaled, means, lengths } = centredAndScaled(x);
  const { r, turn } = qr(scaled);
  const level = mean(outcome);
  const centred = outcome.map((value) => value - level);
  const effectsOf = (values: Float64Array): Float64Array => turn(values).slice(0, k);
  const effects = effectsOf(centred);
  const slopes = solveUpper(r, effects);
  const within = inverseOfSquare(r);
  const coefficients = new Float64Array(k + 1);
  for (let j = 0; j < k; j++) coefficients[j + 1] = slopes[j] / lengths[j];
  coefficients[0] = level - dot(means, coefficients.subarray(1));
  const apart = multiply(scaled, matrix(k, 1, slopes)).values;
  const residuals = centred.map((value, i) => value - apart[i]);
  return {
    coefficients,
    inverse: withIntercept(within, means, lengths, n),
    fitted: apart.map((value) => value + level),
    residuals,
    leverage: leverageOf(scaled, r),
    ess: dot(effects, effects),
    rss: dot(residuals, residuals),
    tss: dot(centred, centred),
    triangle: r,
    effects,
    explained: (other) => {
      const middle = mean(other);
      const found = effectsOf(other.map((value) => value - middle));
      return dot(found, found);
    },
  };
}

function centredAndScaled(x: Matrix): { scaled: Matrix; means: Float64Array; lengths: Float64Array } {
  const k = x.columns - 1;
  const scaled = matrix(x.rows, k);
  const means = new Float64Array(k);
  const lengths = new Float64Array(k);
  for (let j = 0; j < k; j++) {
    const own = columnOf(x, j + 1);
    means[j] = mean(own);
    lengths[j] = Math.sqrt(crossDeviation(own, own));
    const target = columnOf(scaled, j);
    for (let i = 0; i < own.length; i++) target[i] = (own[i] - means[j]) / lengths[j];
  }
  return { scaled, means, lengths };
}

/** From the inverse for centred, scaled columns to that for the columns as they were. */
function withIntercept(within: Matrix, means: Float64Array, lengths: Float64Array, n: number): Matrix {
  const k = means.length;
  const inverse = matrix(k + 1, k + 1);
  const at = (i: number, j: number): number => within.values[i + j * k] / lengths[i] / lengths[j];
  let corner = 1 / n;
  for (let i = 0; i < k; i++) {
    let edge = 0;
    for (let j = 0; j < k; j++) {
      inverse.values[i + 1 + (j + 1) * (k + 1)] = at(i, j);
      edge -= at(i, j) * means[j];
    }
    inverse.values[i + 1] = edge;
    inverse.values[(i + 1) * (k + 1)] = edge;
    corner -= edge * means[i];
  }
  inverse.values[0] = corner;
  return inverse;
}

/** 1/n + |R⁻ᵀxᵢ|². */
function leverageOf(scaled: Matrix, r: Matrix): Float64Array {
  const k = r.rows;
  const leverage = new Float64Array(scaled.rows);
  const own = new Float64Array(k);
  for (let i = 0; i < scaled.rows; i++) {
    let total = 1 / scaled.rows;
    for (let j = 0; j < k; j++) {
      let value = scaled.values[i + j * scaled.rows];
      for (let m = 0; m < j; m++) value -= r.values[m + j * k] * own[m];
      own[j] = value / r.values[j + j * k];
      total += own[j] ** 2;
    }
    leverage[i] = total;
  }
  return leverage;
}

/** The columns of a matrix at these places. */
export function columnsAt(from: Matrix, places: readonly number[]): Matrix {
  const taken = matrix(from.rows, places.length);
  places.forEach((place, to) => {
    taken.values.set(columnOf(from, place), to * from.rows);
  });
  return taken;
}

/** The sum of squares that `own` columns of a fit's triangle explain beyond the columns `before`. */
export function explainedBeyond(before: Matrix, own: Matrix, effects: Float64Array): number {
  const both = matrix(own.rows, before.columns + own.columns);
  both.values.set(before.values);
  both.values.set(own.values, before.values.length);
  const turned = qr(both).turn(effects);
  return sum(turned.subarray(before.columns, both.columns).map((value) => value ** 2));
}

/** log |AᵀA|. */
export function logDeterminant(a: Matrix): number {
  const { r } = qr(a);
  let total = 0;
  for (let j = 0; j < r.rows; j++) total += 2 * Math.log(Math.abs(r.values[j + j * r.rows]));
  return total;
}
