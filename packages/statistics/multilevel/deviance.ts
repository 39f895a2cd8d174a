/**
 * The deviance of a model with one or two nested levels of groups, as a function of the covariances of the groups'
 * effects relative to the residual variance, with everything that its derivatives need.
 *
 * V/σ² = I + Z₂Ψ₂Z₂' + Z₁Ψ₁Z₁'. Both terms are inverted by Woodbury's formula, group by group, so that only small sums
 * per group are needed (sufficient-statistics.ts). README.md gives the formulas.
 */
import { cholesky, choleskyInverse, choleskyLogDeterminant, type Matrix, matrix } from '../linear-algebra.ts';
import type { Statistics } from './sufficient-statistics.ts';

/** Covariance of a level's effects over σ²: elements 11, 12, 22 (the last two are 0 where there is one effect). */
export type Psi = readonly [number, number, number];

/** Derivatives by the elements 11, 12 (both places at once) and 22 of a level's Ψ. */
export interface LevelDerivatives {
  /** Σ Z'V⁻¹Z. */
  readonly trace: Float64Array;
  /** Σ W'V⁻¹Z·Z'V⁻¹W for W = [X y]; w × w each, upper halves. */
  readonly products: readonly Float64Array[];
}

export interface Evaluation {
  readonly deviance: number;
  readonly beta: Float64Array;
  /** (X'V⁻¹X)⁻¹ for V/σ². */
  readonly inverse: Matrix;
  readonly sigma2: number;
  /** Upper level first; empty when not asked for. */
  readonly derivatives: readonly LevelDerivatives[];
}

/** Per group Z'V⁻¹e (two places) and Z'V⁻¹Z (three). */
export interface GroupScores {
  readonly scores: Float64Array;
  readonly information: Float64Array;
}

export type DevianceFunction = (psi: readonly Psi[], derivatives: boolean) => Evaluation;

/** @param statistics of standardised data; its deviance differs from that of the data by a constant. */
export function devianceOf(statistics: Statistics, reml: boolean): DevianceFunction {
  const { width: w, n } = statistics;
  const p = w - 1;
  const degrees = n - (reml ? p : 0);
  const work = workspace(statistics);
  return (psi, derivatives) => {
    const logDeterminant = walk(statistics, work, psi, derivatives);
    const q = work.total;
    const square = matrix(p, p);
    for (let i = 0; i < p; i++) {
      for (let j = i; j < p; j++) square.values[j + i * p] = q[i * w + j];
    }
    const lower = cholesky(square);
    if (!lower) return { ...nowhere, derivatives: [] };
    const inverse = choleskyInverse(lower);
    const beta = new Float64Array(p);
    let rest = q[w * w - 1];
    for (let i = 0; i < p; i++) {
      for (let j = 0; j < p; j++) beta[i] += inverse.values[i + j * p] * q[j * w + p];
      rest -= beta[i] * q[i * w + p];
    }
    const sigma2 = rest / degrees;
    const deviance =
      logDeterminant +
      (reml ? choleskyLogDeterminant(lower) : 0) +
      degrees * (1 + Math.log(2 * Math.PI * sigma2));
    return { deviance, beta, inverse, sigma2, derivatives: derivatives ? work.derivatives : [] };
  };
}

const nowhere = {
  deviance: Number.POSITIVE_INFINITY,
  beta: new Float64Array(0),
  inverse: matrix(0, 0),
  sigma2: Number.NaN,
};

/** @param residual the weights of [X y] that give y − Xβ. Upper level first. */
export function groupScores(
  statistics: Statistics,
  psi: readonly Psi[],
  residual: Float64Array,
): readonly GroupScores[] {
  const work = workspace(statistics);
  const kept = [statistics.upper, statistics.lower].map(({ count }) => ({
    scores: new Float64Array(2 * count),
    information: new Float64Array(3 * count),
  }));
  walk(statistics, work, psi, true, { residual, kept });
  return kept;
}

/** Memory of one evaluation, made once. */
interface Workspace {
  /** [X y]'V⁻¹[X y], upper half. */
  readonly total: Float64Array;
  readonly derivatives: readonly LevelDerivatives[];
  /** Per lower group (Ψ⁻¹ + Z'Z)⁻¹. */
  readonly inner: Float64Array;
  readonly weighted: Float64Array;
  readonly sums: Float64Array;
  readonly spread: Float64Array;
  readonly scores: Float64Array;
}

function workspace({ width: w, lower }: Statistics): Workspace {
  const level = (): LevelDerivatives => ({
    trace: new Float64Array(3),
    products: [new Float64Array(w * w), new Float64Array(w * w), new Float64Array(w * w)],
  });
  return {
    total: new Float64Array(w * w),
    derivatives: [level(), level()],
    inner: new Float64Array(3 * lower.count),
    weighted: new Float64Array(2 * w),
    sums: new Float64Array(2 * w),
    spread: new Float64Array(2 * w),
    scores: new Float64Array(2 * w),
  };
}

interface Sink {
  readonly residual: Float64Array;
  readonly kept: readonly GroupScores[];
}

/**
 * Once through all groups: fills the workspace, returns log|V/σ²|. Per level one or two effects; a, b, c of a name are
 * the elements 11, 12 and 22 of a small symmetric matrix.
 */
function walk(
  { width: w, total: sums, upper, lower }: Statistics,
  work: Workspace,
  [upperPsi, lowerPsi = [0, 0, 0]]: readonly Psi[],
  derivatives: boolean,
  sink?: Sink,
): number {
  const { total, inner, weighted, sums: m, spread, scores } = work;
  total.set(sums);
  for (const { trace, products } of work.derivatives) {
    trace.fill(0);
    for (const product of products) product.fill(0);
  }
  const [upperWork, lowerWork] = work.derivatives;
  const two = upper.size === 2;
  const lowerTwo = lower.size === 2;
  let logDeterminant = 0;
  for (let s = 0; s < upper.count; s++) {
    const first = upper.first[s];
    const end = upper.first[s + 1];
    for (let j = 0; j < upper.size * w; j++) m[j] = upper.sums[s * upper.size * w + j];
    let sa = upper.squares[3 * s];
    let sb = upper.squares[3 * s + 1];
    let sc = upper.squares[3 * s + 2];
    for (let t = first; t < end; t++) {
      const at = t * lower.size * w;
      const determinant = innerInverse(lowerPsi, lower.squares, 3 * t, inner, 3 * t);
      logDeterminant += Math.log(determinant);
      const ka = inner[3 * t];
      const kb = inner[3 * t + 1];
      const kc = inner[3 * t + 2];
      apply(ka, kb, kc, lower.sums, at, weighted, w, lower.size);
      takeProduct(total, lower.sums, at, weighted, 0, w);
      if (lowerTwo) takeProduct(total, lower.sums, at + w, weighted, w, w);
      // Cross products of the lower effects (rows) with the upper ones (columns).
      const g11 = lower.cross[4 * t];
      const g12 = lower.cross[4 * t + 1];
      const g21 = lower.cross[4 * t + 2];
      const g22 = lower.cross[4 * t + 3];
      for (let j = 0; j < w; j++) {
        m[j] -= g11 * weighted[j];
        if (lowerTwo) m[j] -= g21 * weighted[w + j];
        if (two) m[w + j] -= g12 * weighted[j] + (lowerTwo ? g22 * weighted[w + j] : 0);
      }
      sa -= g11 * (ka * g11 + kb * g21) + g21 * (kb * g11 + kc * g21);
      sb -= g11 * (ka * g12 + kb * g22) + g21 * (kb * g12 + kc * g22);
      sc -= g12 * (ka * g12 + kb * g22) + g22 * (kb * g12 + kc * g22);
    }
    own[0] = sa;
    own[1] = sb;
    own[2] = sc;
    logDeterminant += Math.log(innerInverse(upperPsi, own, 0, own, 3));
    const ua = own[3];
    const ub = own[4];
    const uc = own[5];
    apply(ua, ub, uc, m, 0, spread, w, upper.size);
    takeProduct(total, m, 0, spread, 0, w);
    if (two) takeProduct(total, m, w, spread, w, w);
    if (!derivatives) continue;
    // Z₁'V⁻¹[X y] = M − S·K·M, and Z₁'V⁻¹Z₁ = S − S·K·S.
    for (let j = 0; j < w; j++) {
      const x = spread[j];
      const y = two ? spread[w + j] : 0;
      scores[j] = m[j] - sa * x - sb * y;
      if (two) scores[w + j] = m[w + j] - sb * x - sc * y;
    }
    const ha = ua * sa + ub * sb;
    const hb = ua * sb + ub * sc;
    const hc = ub * sa + uc * sb;
    const hd = ub * sb + uc * sc;
    note(upperWork, scores, w, two, sa - sa * ha - sb * hc, sb - sa * hb - sb * hd, sc - sb * hb - sc * hd);
    if (sink) keep(sink, 0, s, scores, w, two);
    for (let t = first; t < end; t++) {
      const at = t * lower.size * w;
      const na = lower.squares[3 * t];
      const nb = lower.squares[3 * t + 1];
      const nc = lower.squares[3 * t + 2];
      const ka = inner[3 * t];
      const kb = inner[3 * t + 1];
      const kc = inner[3 * t + 2];
      const g11 = lower.cross[4 * t];
      const g12 = lower.cross[4 * t + 1];
      const g21 = lower.cross[4 * t + 2];
      const g22 = lower.cross[4 * t + 3];
      // Q = I − N·K; Z₂'V⁻¹[X y] = Q(B − G·K₁·M), and Z₂'V⁻¹Z₂ = Q·N − Q·G·K₁·G'·Q'.
      const q11 = 1 - na * ka - nb * kb;
      const q12 = -na * kb - nb * kc;
      const q21 = -nb * ka - nc * kb;
      const q22 = 1 - nb * kb - nc * kc;
      for (let j = 0; j < w; j++) {
        const x = lower.sums[at + j] - g11 * spread[j] - (two ? g12 * spread[w + j] : 0);
        if (!lowerTwo) {
          scores[j] = q11 * x;
          continue;
        }
        const y = lower.sums[at + w + j] - g21 * spread[j] - (two ? g22 * spread[w + j] : 0);
        scores[j] = q11 * x + q12 * y;
        scores[w + j] = q21 * x + q22 * y;
      }
      const r11 = q11 * g11 + q12 * g21;
      const r12 = q11 * g12 + q12 * g22;
      const r21 = q21 * g11 + q22 * g21;
      const r22 = q21 * g12 + q22 * g22;
      note(
        lowerWork,
        scores,
        w,
        lowerTwo,
        q11 * na + q12 * nb - r11 * (ua * r11 + ub * r12) - r12 * (ub * r11 + uc * r12),
        q11 * nb + q12 * nc - r11 * (ua * r21 + ub * r22) - r12 * (ub * r21 + uc * r22),
        q21 * nb + q22 * nc - r21 * (ua * r21 + ub * r22) - r22 * (ub * r21 + uc * r22),
      );
      if (sink) keep(sink, 1, t, scores, w, lowerTwo);
    }
  }
  return logDeterminant;
}

/** Scratch for one upper group: its S, then its K. */
const own = new Float64Array(6);

/** Of the group last noted, Z'V⁻¹Z. */
const information = new Float64Array(3);

/**
 * K = (Ψ⁻¹ + N)⁻¹, written so that Ψ may be singular: (Ψ + |Ψ|·adj N) / |I + ΨN|, which holds for 2 × 2 matrices.
 * @returns |I + ΨN|
 */
function innerInverse(
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

/** A small symmetric matrix times the rows of a group's sums. */
function apply(
  a: number,
  b: number,
  c: number,
  values: Float64Array,
  at: number,
  target: Float64Array,
  w: number,
  size: number,
): void {
  if (size === 1) {
    for (let j = 0; j < w; j++) target[j] = a * values[at + j];
    return;
  }
  for (let j = 0; j < w; j++) {
    const x = values[at + j];
    const y = values[at + w + j];
    target[j] = a * x + b * y;
    target[w + j] = b * x + c * y;
  }
}

function takeProduct(
  total: Float64Array,
  left: Float64Array,
  leftAt: number,
  right: Float64Array,
  rightAt: number,
  w: number,
): void {
  for (let i = 0; i < w; i++) {
    const factor = left[leftAt + i];
    for (let j = i; j < w; j++) total[i * w + j] -= factor * right[rightAt + j];
  }
}

function addProduct(
  total: Float64Array,
  left: Float64Array,
  leftAt: number,
  rightAt: number,
  w: number,
): void {
  for (let i = 0; i < w; i++) {
    const factor = left[leftAt + i];
    for (let j = i; j < w; j++) total[i * w + j] += factor * left[rightAt + j];
  }
}

function note(
  { trace, products }: LevelDerivatives,
  scores: Float64Array,
  w: number,
  two: boolean,
  a: number,
  b: number,
  c: number,
): void {
  information[0] = a;
  information[1] = b;
  information[2] = c;
  trace[0] += a;
  addProduct(products[0], scores, 0, 0, w);
  if (!two) return;
  trace[1] += 2 * b;
  trace[2] += c;
  addProduct(products[1], scores, 0, w, w);
  addProduct(products[1], scores, w, 0, w);
  addProduct(products[2], scores, w, w, w);
}

function keep(
  { residual, kept }: Sink,
  level: number,
  group: number,
  scores: Float64Array,
  w: number,
  two: boolean,
): void {
  const target = kept[level];
  for (let effect = 0; effect < (two ? 2 : 1); effect++) {
    let score = 0;
    for (let j = 0; j < w; j++) score += scores[effect * w + j] * residual[j];
    target.scores[2 * group + effect] = score;
  }
  target.information.set(information, 3 * group);
}
