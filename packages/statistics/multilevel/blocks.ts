/**
 * The small algebra inside the deviance: 1 × 1 and 2 × 2 blocks, and rows as wide as [X y], at places in flat arrays, so that
 * nothing is allocated while it walks along the groups. Symmetric blocks are kept as 11, 12, 22.
 */

/** Covariance of a level's effects over σ²: elements 11, 12, 22 (the last two are 0 where there is one effect). */
export type Psi = readonly [number, number, number];

/**
 * K = (Ψ⁻¹ + N)⁻¹, written so that Ψ may be singular: (Ψ + |Ψ|·adj N) / |I + ΨN|, which holds for 2 × 2 matrices.
 * @returns |I + ΨN|
 */
export function innerInverse(
  [a, b, c]: Psi,
  squares: Float64Array,
  from: number,
  target: Float64Array,
  to: number,
): number {
  const na = squares[from];
  const nb = squares[from + 1];
  const nc = squares[from + 2];
  const size = a * c - b * b;
  const determinant = 1 + a * na + 2 * b * nb + c * nc + size * (na * nc - nb * nb);
  target[to] = (a + size * nc) / determinant;
  target[to + 1] = (b - size * nb) / determinant;
  target[to + 2] = (c + size * na) / determinant;
  return determinant;
}

/** S − S·K·S. */
export function upperInformation(s: Float64Array, k: Float64Array, target: Float64Array): void {
  const ha = k[0] * s[0] + k[1] * s[1];
  const hb = k[0] * s[1] + k[1] * s[2];
  const hc = k[1] * s[0] + k[2] * s[1];
  const hd = k[1] * s[1] + k[2] * s[2];
  target[0] = s[0] - s[0] * ha - s[1] * hc;
  target[1] = s[1] - s[0] * hb - s[1] * hd;
  target[2] = s[2] - s[1] * hb - s[2] * hd;
}

/** Q·N − Q·G·K·(Q·G)'. */
export function lowerInformation(
  k: Float64Array,
  qg: Float64Array,
  atQg: number,
  qn: Float64Array,
  atQn: number,
  target: Float64Array,
): void {
  const r11 = qg[atQg];
  const r12 = qg[atQg + 1];
  const r21 = qg[atQg + 2];
  const r22 = qg[atQg + 3];
  const k1 = k[0] * r11 + k[1] * r12;
  const k2 = k[1] * r11 + k[2] * r12;
  target[0] = qn[atQn] - r11 * k1 - r12 * k2;
  target[1] = qn[atQn + 1] - r21 * k1 - r22 * k2;
  target[2] = qn[atQn + 2] - r21 * (k[0] * r21 + k[1] * r22) - r22 * (k[1] * r21 + k[2] * r22);
}

/** Q times the rows of sums. */
export function turn(
  target: Float64Array,
  sums: Float64Array,
  at: number,
  q: Float64Array,
  atQ: number,
  w: number,
  size: number,
): void {
  for (let j = 0; j < w; j++) {
    const x = sums[at + j];
    if (size === 1) {
      target[j] = q[atQ] * x;
      continue;
    }
    const y = sums[at + w + j];
    target[j] = q[atQ] * x + q[atQ + 1] * y;
    target[w + j] = q[atQ + 2] * x + q[atQ + 3] * y;
  }
}

/** A weighted sum of a pattern's products: one kind, or three. */
export function addSquare(
  target: Float64Array,
  products: Float64Array,
  from: number,
  w: number,
  kinds: number,
  a: number,
  b: number,
  c: number,
): void {
  const size = w * w;
  for (let i = 0; i < size; i++) {
    let value = a * products[from + i];
    if (kinds === 3) value += b * products[from + size + i] + c * products[from + 2 * size + i];
    target[i] += value;
  }
}

export function addRow(
  target: Float64Array,
  to: number,
  values: Float64Array,
  from: number,
  w: number,
  factor: number,
): void {
  for (let j = 0; j < w; j++) target[to + j] += factor * values[from + j];
}

export function weighRow(values: Float64Array, from: number, weights: Float64Array, w: number): number {
  let total = 0;
  for (let j = 0; j < w; j++) total += values[from + j] * weights[j];
  return total;
}

/** Adds sign · left·right' to the upper half. */
export function addOuter(
  target: Float64Array,
  left: Float64Array,
  leftAt: number,
  right: Float64Array,
  rightAt: number,
  w: number,
  sign: number,
): void {
  for (let i = 0; i < w; i++) {
    const factor = sign * left[leftAt + i];
    for (let j = i; j < w; j++) target[i * w + j] += factor * right[rightAt + j];
  }
}
