/**
 * Sums that keep their digits. A plain sum of 100,000 Likert scores makes the same rounding error over and over; it
 * costs five digits of a deviance. These carry the lost part along (Neumaier 1974, ZAMM 54, 39–51).
 */

export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** Σ aᵢbᵢ. The arrays are of one length. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < a.length; i++) {
    const value = a[i] * b[i];
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** NaN of no values. */
export function mean(values: ArrayLike<number>): number {
  return sum(values) / values.length;
}

/** Σ (aᵢ − ā)(bᵢ − b̄). */
export function crossDeviation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const meanA = mean(a);
  const meanB = mean(b);
  const products = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) products[i] = (a[i] - meanA) * (b[i] - meanB);
  return sum(products);
}

/** The sample covariance, divided by n − 1. */
export function covariance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return crossDeviation(a, b) / (a.length - 1);
}

/** The sample variance, divided by n − 1. */
export function variance(values: ArrayLike<number>): number {
  return covariance(values, values);
}

export function standardDeviation(values: ArrayLike<number>): number {
  return Math.sqrt(variance(values));
}
