import { type Matrix, matrix } from '../linear-algebra.ts';
import { sum } from '../sums.ts';
import type { Measures } from './measures.ts';

/**
 * Per case the sum over levels divided by √k, and k − 1 orthonormal contrasts of the levels. The contrasts are taken from
 * differences with the first level, so that what is constant in a case takes no digits away from what changes.
 */
export function rotated({ scores, rows }: Measures): Float64Array[] {
  const k = scores.length;
  const turned = scores.map((score) => new Float64Array(score.length));
  const own = new Float64Array(k);
  const contrasts = new Float64Array(k - 1);
  for (const row of rows) {
    for (let level = 0; level < k; level++) own[level] = scores[level][row];
    turned[0][row] = sum(own) / Math.sqrt(k);
    helmert(own, contrasts);
    for (let j = 0; j < k - 1; j++) turned[j + 1][row] = contrasts[j];
  }
  return turned;
}

/** Every level against the mean of the levels before it, scaled to length 1; of a contrast's weights, its coordinates. */
export function helmert(
  levels: ArrayLike<number>,
  contrasts = new Float64Array(levels.length - 1),
): Float64Array {
  let before = 0;
  for (let j = 1; j < levels.length; j++) {
    const change = levels[j] - levels[0];
    contrasts[j - 1] = (change - before / j) * Math.sqrt(j / (j + 1));
    before += change;
  }
  return contrasts;
}

/** Of the rotated scores' sums of products, what belongs to the contrasts. */
export function withinBlock(error: Matrix): Matrix {
  const size = error.rows - 1;
  const block = matrix(size, size);
  for (let j = 0; j < size; j++) {
    for (let i = 0; i < size; i++) block.values[i + j * size] = error.values[i + 1 + (j + 1) * error.rows];
  }
  return block;
}

/** w′Aw; zero when it is no more than the rounding of its parts. */
export function quadratic(a: Matrix, weights: Float64Array): number {
  let total = 0;
  let parts = 0;
  for (let j = 0; j < a.columns; j++) {
    for (let i = 0; i < a.rows; i++) total += weights[i] * a.values[i + j * a.rows] * weights[j];
    parts += weights[j] ** 2 * a.values[j + j * a.rows];
  }
  return total > 1e-14 * parts ? total : 0;
}

export function traceOf(a: Matrix): number {
  return Array.from({ length: a.rows }, (_, i) => a.values[i + i * a.rows]).reduce(
    (all, one) => all + one,
    0,
  );
}
