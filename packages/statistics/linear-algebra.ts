/**
 * The dense linear algebra that the models need, on small matrices: why of our own, see
 * docs/decisions/0010-statistics-libraries.md. Tested against ml-matrix.
 */

/** Column by column: element (i, j) is `values[i + j * rows]`. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

export function matrix(
  rows: number,
  columns: number,
  values: Float64Array = new Float64Array(rows * columns),
): Matrix {
  return { rows, columns, values };
}

/** Column j, sharing the matrix's memory. */
export function column(a: Matrix, j: number): Float64Array {
  return a.values.subarray(j * a.rows, (j + 1) * a.rows);
}

/** A·B. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  const product = matrix(a.rows, b.columns);
  for (let j = 0; j < b.columns; j++) {
    for (let k = 0; k < a.columns; k++) {
      const factor = b.values[k + j * b.rows];
      if (factor === 0) continue;
      for (let i = 0; i < a.rows; i++) product.values[i + j * a.rows] += a.values[i + k * a.rows] * factor;
    }
  }
  return product;
}

export function transpose(a: Matrix): Matrix {
  const turned = matrix(a.columns, a.rows);
  for (let j = 0; j < a.columns; j++) {
    for (let i = 0; i < a.rows; i++) turned.values[j + i * a.columns] = a.values[i + j * a.rows];
  }
  return turned;
}

/**
 * The lower L with A = L·Lᵀ of a symmetric positive definite matrix; only A's lower half is read.
 * @returns undefined when A is not positive definite to working precision: a pivot fell below `tolerance` times its
 *   own diagonal element.
 */
export function cholesky(a: Matrix, tolerance = 1e-13): Matrix | undefined {
  const n = a.rows;
  const lower = matrix(n, n);
  const l = lower.values;
  for (let j = 0; j < n; j++) {
    const diagonal = a.values[j + j * n];
    let pivot = diagonal;
    for (let k = 0; k < j; k++) pivot -= l[j + k * n] * l[j + k * n];
    if (!(pivot > tolerance * diagonal)) return undefined;
    const root = Math.sqrt(pivot);
    l[j + j * n] = root;
    for (let i = j + 1; i < n; i++) {
      let value = a.values[i + j * n];
      for (let k = 0; k < j; k++) value -= l[i + k * n] * l[j + k * n];
      l[i + j * n] = value / root;
    }
  }
  return lower;
}

/** A⁻¹·b from A = L·Lᵀ. */
export function choleskySolve(lower: Matrix, b: ArrayLike<number>): Float64Array {
  const n = lower.rows;
  const l = lower.values;
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] -= l[i + k * n] * x[k];
    x[i] /= l[i + i * n];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] -= l[k + i * n] * x[k];
    x[i] /= l[i + i * n];
  }
  return x;
}

/** A⁻¹ from A = L·Lᵀ. */
export function choleskyInverse(lower: Matrix): Matrix {
  const n = lower.rows;
  const inverse = matrix(n, n);
  const unit = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    unit.fill(0);
    unit[j] = 1;
    inverse.values.set(choleskySolve(lower, unit), j * n);
  }
  return inverse;
}

/** log|A| from A = L·Lᵀ. */
export function choleskyLogDeterminant(lower: Matrix): number {
  let total = 0;
  for (let j = 0; j < lower.rows; j++) total += Math.log(lower.values[j + j * lower.rows]);
  return 2 * total;
}

/** Eigenvalues from large to small, and the eigenvectors as columns in that order. */
export interface Eigen {
  readonly values: Float64Array;
  readonly vectors: Matrix;
}

/** Of a symmetric matrix, by cyclic Jacobi rotations: slow for large ones, and accurate in every small eigenvalue. */
export function symmetricEigen(a: Matrix): Eigen {
  const n = a.rows;
  const s = Float64Array.from(a.values);
  const vectors = matrix(n, n);
  const v = vectors.values;
  for (let i = 0; i < n; i++) v[i + i * n] = 1;
  for (let sweep = 0; sweep < 60; sweep++) {
    let rotated = false;
    for (let p = 0; p < n - 1; p++) {
      for (let q = p + 1; q < n; q++) rotated = rotate(s, v, n, p, q) || rotated;
    }
    if (!rotated) break;
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => s[j + j * n] - s[i + i * n]);
  const sorted = matrix(n, n);
  order.forEach((from, to) => {
    sorted.values.set(column(vectors, from), to * n);
  });
  return { values: Float64Array.from(order, (i) => s[i + i * n]), vectors: sorted };
}

/** One Jacobi rotation that makes s[p, q] zero; false when it already is, beside its diagonal. */
function rotate(s: Float64Array, v: Float64Array, n: number, p: number, q: number): boolean {
  const off = s[p + q * n];
  const scale = Math.sqrt(Math.abs(s[p + p * n] * s[q + q * n]));
  if (Math.abs(off) <= 1e-17 * scale || off === 0) return false;
  const theta = (s[q + q * n] - s[p + p * n]) / (2 * off);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(1, theta));
  const c = 1 / Math.hypot(1, t);
  const d = t * c;
  for (let k = 0; k < n; k++) {
    const kp = s[k + p * n];
    const kq = s[k + q * n];
    s[k + p * n] = c * kp - d * kq;
    s[k + q * n] = d * kp + c * kq;
  }
  for (let k = 0; k < n; k++) {
    const pk = s[p + k * n];
    const qk = s[q + k * n];
    s[p + k * n] = c * pk - d * qk;
    s[q + k * n] = d * pk + c * qk;
  }
  for (let k = 0; k < n; k++) {
    const kp = v[k + p * n];
    const kq = v[k + q * n];
    v[k + p * n] = c * kp - d * kq;
    v[k + q * n] = d * kp + c * kq;
  }
  return true;
}

/** Q·R of a tall matrix by Householder reflections, with the columns that add nothing set aside. */
export interface QR {
  /** Places of the columns that count, in their own order. */
  readonly independent: readonly number[];
  /** Places of the columns that are a combination of earlier ones. */
  readonly dependent: readonly number[];
  /** Upper triangle of the independent columns. */
  readonly r: Matrix;
  /** Qᵀ·b: the first `independent.length` elements belong to R, the rest is what the columns cannot reach. */
  turn(b: ArrayLike<number>): Float64Array;
}

/**
 * A column is set aside when the part of it that earlier columns do not explain is shorter than `tolerance` times
 * itself, as R's lm does (LINPACK dqrdc2, 1e-7).
 */
export function qr(a: Matrix, tolerance = 1e-7): QR {
  const { rows, columns } = a;
  const work = Float64Array.from(a.values);
  const reflections: { from: number; vector: Float64Array; scale: number }[] = [];
  const independent: number[] = [];
  const dependent: number[] = [];
  for (let j = 0; j < columns; j++) {
    const own = work.subarray(j * rows, (j + 1) * rows);
    for (const reflection of reflections) reflect(reflection, own);
    const from = independent.length;
    const rest = norm(own.subarray(from));
    if (from >= rows || rest <= tolerance * norm(column(a, j)) || rest === 0) {
      dependent.push(j);
      continue;
    }
    const vector = Float64Array.from(own.subarray(from));
    vector[0] += own[from] < 0 ? -rest : rest;
    let scale = 0;
    for (let i = 0; i < vector.length; i++) scale += vector[i] * vector[i];
    const reflection = { from, vector, scale: 2 / scale };
    reflect(reflection, own);
    reflections.push(reflection);
    independent.push(j);
  }
  const r = matrix(independent.length, independent.length);
  independent.forEach((from, to) => {
    for (let i = 0; i <= to; i++) r.values[i + to * r.rows] = work[i + from * rows];
  });
  const turn = (b: ArrayLike<number>): Float64Array => {
    const turned = Float64Array.from(b);
    for (const reflection of reflections) reflect(reflection, turned);
    return turned;
  };
  return { independent, dependent, r, turn };
}

function reflect(
  { from, vector, scale }: { from: number; vector: Float64Array; scale: number },
  b: Float64Array,
): void {
  let along = 0;
  for (let i = 0; i < vector.length; i++) along += vector[i] * b[from + i];
  const step = along * scale;
  for (let i = 0; i < vector.length; i++) b[from + i] -= step * vector[i];
}

function norm(values: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]));
  if (largest === 0) return 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) total += (values[i] / largest) ** 2;
  return largest * Math.sqrt(total);
}

/** R⁻¹·b of an upper triangle; b may be longer than R. */
export function solveUpper(r: Matrix, b: ArrayLike<number>): Float64Array {
  const n = r.rows;
  const x = new Float64Array(n);
  for (let i = n - 1; i >= 0; i--) {
    let value = b[i];
    for (let k = i + 1; k < n; k++) value -= r.values[i + k * n] * x[k];
    x[i] = value / r.values[i + i * n];
  }
  return x;
}

/** (RᵀR)⁻¹ of an upper triangle: of a regression, (XᵀX)⁻¹. */
export function inverseOfSquare(r: Matrix): Matrix {
  const n = r.rows;
  const inverse = matrix(n, n);
  const unit = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    unit.fill(0);
    unit[j] = 1;
    inverse.values.set(solveUpper(r, unit), j * n);
  }
  return multiply(inverse, transpose(inverse));
}
