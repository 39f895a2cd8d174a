/** Minimising a smooth function of few parameters to the last digit: quasi-Newton to come near, Newton to arrive. */
import { cholesky, choleskySolve, type Matrix, matrix } from '../linear-algebra.ts';

/** Gives the value, and writes the gradient. */
export type Objective = (theta: Float64Array, gradient: Float64Array) => number;

export interface Minimum {
  readonly theta: Float64Array;
  /** At the minimum. */
  readonly hessian: Matrix;
  /** False when the function is flat, or has no minimum. */
  readonly reached: boolean;
}

export function minimise(objective: Objective, start: Float64Array): Minimum {
  return polish(objective, approach(objective, start));
}

/** A step that promises less than this is taken unseen: the values themselves are no more exact than that. */
const UNSEEN = 1e-6;

/** BFGS with a shrinking step (Nocedal & Wright 2006, Numerical Optimization, algorithm 6.1). */
function approach(objective: Objective, start: Float64Array): Float64Array {
  const k = start.length;
  let theta = start.slice();
  let gradient = new Float64Array(k);
  let value = objective(theta, gradient);
  let inverse = scaledUnit(k, 0.3 / (norm(gradient) || 1));
  for (let iteration = 0; iteration < 200; iteration++) {
    const direction = times(inverse, gradient, -1);
    const slope = inner(direction, gradient);
    if (!(slope < -1e-20)) break;
    const nextGradient = new Float64Array(k);
    let next = theta;
    let nextValue = Number.POSITIVE_INFINITY;
    let step = Math.min(1, (1 + norm(theta)) / norm(direction));
    for (; step > 1e-8; step /= 3) {
      next = theta.map((at, i) => at + step * direction[i]);
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + 1e-4 * step * slope || slope > -UNSEEN) break;
    }
    if (step <= 1e-8) break;
    // Nearby, the gradient says whether it still comes nearer.
    if (slope > -UNSEEN && !(norm(nextGradient) < 0.5 * norm(gradient))) break;
    const moved = next.map((at, i) => at - theta[i]);
    const change = nextGradient.map((at, i) => at - gradient[i]);
    const curvature = inner(moved, change);
    if (curvature > 1e-12 * norm(moved) * norm(change)) {
      if (iteration === 0) inverse = scaledUnit(k, curvature / inner(change, change));
      inverse = update(inverse, moved, change, curvature);
    }
    theta = next;
    value = nextValue;
    gradient = nextGradient;
  }
  return theta;
}

/** Newton's steps with the matrix of second derivatives made once: from nearby, each step wins several digits. */
function polish(objective: Objective, start: Float64Array): Minimum {
  const k = start.length;
  let theta = start;
  let hessian = hessianOf(objective, theta);
  for (let round = 0; round < 5; round++) {
    const lower = cholesky(hessian, 1e-10);
    if (!lower) return { theta, hessian, reached: false };
    const gradient = new Float64Array(k);
    let first = Number.POSITIVE_INFINITY;
    let last = Number.POSITIVE_INFINITY;
    for (let iteration = 0; iteration < 20; iteration++) {
      objective(theta, gradient);
      const step = choleskySolve(lower, gradient);
      const length = norm(step) / (norm(theta) + 1e-3);
      // Steps no longer shrink: this is the rounding of the gradient.
      if (!(length < 0.5 * last)) break;
      theta = theta.map((at, i) => at - step[i]);
      if (iteration === 0) first = length;
      last = length;
      if (length < 1e-12) break;
    }
    // The second derivatives count too: they must be those of the place where it ends.
    if (first < 1e-9) return { theta, hessian, reached: true };
    hessian = hessianOf(objective, theta);
    if (last < 1e-9) return { theta, hessian, reached: cholesky(hessian, 1e-10) !== undefined };
  }
  return { theta, hessian, reached: false };
}

/** Central differences of the gradient, with an error of the fourth order of the step. */
function hessianOf(objective: Objective, theta: Float64Array): Matrix {
  const k = theta.length;
  const raw = matrix(k, k);
  const largest = Math.max(...theta.map(Math.abs));
  for (let j = 0; j < k; j++) {
    const step = 1e-3 * Math.max(Math.abs(theta[j]), 0.05 * largest, 1e-3);
    for (const [places, weight] of [
      [1, 8],
      [-1, -8],
      [2, -1],
      [-2, 1],
    ]) {
      const gradient = new Float64Array(k);
      objective(
        theta.map((at, i) => (i === j ? at + places * step : at)),
        gradient,
      );
      for (let i = 0; i < k; i++) raw.values[i + j * k] += (weight * gradient[i]) / (12 * step);
    }
  }
  return symmetric(raw);
}

function symmetric(a: Matrix): Matrix {
  const { rows: k, values } = a;
  return matrix(
    k,
    k,
    values.map((value, place) => (value + values[Math.floor(place / k) + (place % k) * k]) / 2),
  );
}

/** The BFGS update of the inverse of the second derivatives. */
function update(inverse: Matrix, moved: Float64Array, change: Float64Array, curvature: number): Matrix {
  const k = inverse.rows;
  const through = times(inverse, change, 1);
  const along = (1 + inner(change, through) / curvature) / curvature;
  return matrix(
    k,
    k,
    inverse.values.map((value, place) => {
      const i = place % k;
      const j = Math.floor(place / k);
      return (
        value + along * moved[i] * moved[j] - (through[i] * moved[j] + moved[i] * through[j]) / curvature
      );
    }),
  );
}

function scaledUnit(k: number, scale: number): Matrix {
  const unit = matrix(k, k);
  for (let i = 0; i < k; i++) unit.values[i + i * k] = scale;
  return unit;
}

function times(a: Matrix, b: Float64Array, sign: number): Float64Array {
  return b.map((_, i) => {
    let total = 0;
    for (let j = 0; j < b.length; j++) total += a.values[i + j * a.rows] * b[j];
    return sign * total;
  });
}

function inner(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i] * b[i];
  return total;
}

const norm = (a: Float64Array): number => Math.sqrt(inner(a, a));
