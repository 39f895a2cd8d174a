/**
 * The deviance of a model with one or two nested levels of groups, as a function of the covariances of the groups'
 * effects relative to the residual variance, with everything that its derivatives need.
 *
 * V/σ² = I + Z₂Ψ₂Z₂' + Z₁Ψ₁Z₁'. Both terms are inverted by Woodbury's formula, group by group, so that only small sums
 * per group are needed (sufficient-statistics.ts). README.md gives the formulas. Of a name, a, b and c (or 11, 12, 22)
 * are the elements of a small symmetric matrix.
 */

import { cholesky, choleskyInverse, choleskyLogDeterminant, type Matrix, matrix } from '../linear-algebra.ts';
import {
  addOuter,
  addRow,
  addSquare,
  innerInverse,
  lowerInformation,
  type Psi,
  turn,
  upperInformation,
  weighRow,
} from './blocks.ts';
import type { Statistics } from './sufficient-statistics.ts';

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

/** Memory of one evaluation, made once. */
interface Workspace {
  /** [X y]'V⁻¹[X y], upper half. */
  readonly total: Float64Array;
  /** Upper level first. */
  readonly derivatives: readonly LevelDerivatives[];
  readonly patterns: PatternWork;
  /** Of the upper group at hand: M = Z₁'V₂⁻¹[X y] for V₂ without Z₁, then K·M, then Z₁'V⁻¹[X y]. */
  readonly m: Float64Array;
  readonly km: Float64Array;
  readonly scores: Float64Array;
  /** S = Z₁'V₂⁻¹Z₁ and K = (Ψ₁⁻¹ + S)⁻¹. */
  readonly s: Float64Array;
  readonly k: Float64Array;
  /** Of a cell, Q·Σb; and what the lower products get from an upper group. */
  readonly turned: Float64Array;
  readonly along: Float64Array;
}

/** Per pattern of lower groups, with N = Z₂'Z₂ and G = Z₂'Z₁. */
interface PatternWork {
  /** K = (Ψ₂⁻¹ + N)⁻¹: 11, 12, 22. */
  readonly k: Float64Array;
  /** G'K: by upper effect, then by lower effect. */
  readonly gk: Float64Array;
  /** G'KG: 11, 12, 22. */
  readonly gkg: Float64Array;
  /** Q = I − N·K, Q·G and Q·N. */
  readonly q: Float64Array;
  readonly qg: Float64Array;
  readonly qn: Float64Array;
}

function workspace({ width: w, lower }: Statistics): Workspace {
  const level = (): LevelDerivatives => ({
    trace: new Float64Array(3),
    products: [new Float64Array(w * w), new Float64Array(w * w), new Float64Array(w * w)],
  });
  const patterns = lower.patterns.counts.length;
  return {
    total: new Float64Array(w * w),
    derivatives: [level(), level()],
    patterns: {
      k: new Float64Array(3 * patterns),
      gk: new Float64Array(4 * patterns),
      gkg: new Float64Array(3 * patterns),
      q: new Float64Array(4 * patterns),
      qg: new Float64Array(4 * patterns),
      qn: new Float64Array(3 * patterns),
    },
    m: new Float64Array(2 * w),
    km: new Float64Array(2 * w),
    scores: new Float64Array(2 * w),
    s: new Float64Array(3),
    k: new Float64Array(3),
    turned: new Float64Array(2 * w),
    along: new Float64Array(2 * w),
  };
}

/** Once through all groups: fills the workspace, returns log|V/σ²|. */
function walk(
  statistics: Statistics,
  work: Workspace,
  [upperPsi, lowerPsi = NOTHING]: readonly Psi[],
  derivatives: boolean,
): number {
  work.total.set(statistics.total);
  for (const { trace, products } of work.derivatives) {
    trace.fill(0);
    for (const product of products) product.fill(0);
  }
  let logDeterminant = preparePatterns(statistics, work, lowerPsi, derivatives);
  for (let group = 0; group < statistics.upper.count; group++) {
    logDeterminant += visitUpper(statistics, work, upperPsi, group);
    if (!derivatives) continue;
    noteUpper(statistics, work);
    noteLower(statistics, work, group);
  }
  return logDeterminant;
}

const NOTHING: Psi = [0, 0, 0];

/** What all lower groups of a pattern share, and their part in the total and in the lower level's products. */
function preparePatterns(
  { width: w, lower }: Statistics,
  { total, patterns: work, derivatives: [, below] }: Workspace,
  psi: Psi,
  derivatives: boolean,
): number {
  const { counts, squares, cross, products } = lower.patterns;
  const kinds = 2 * lower.size - 1;
  const { k, gk, gkg, q, qg, qn } = work;
  let logDeterminant = 0;
  for (let c = 0; c < counts.length; c++) {
    logDeterminant += counts[c] * Math.log(innerInverse(psi, squares, 3 * c, k, 3 * c));
    const ka = k[3 * c];
    const kb = k[3 * c + 1];
    const kc = k[3 * c + 2];
    const na = squares[3 * c];
    const nb = squares[3 * c + 1];
    const nc = squares[3 * c + 2];
    const g11 = cross[4 * c];
    const g12 = cross[4 * c + 1];
    const g21 = cross[4 * c + 2];
    const g22 = cross[4 * c + 3];
    gk[4 * c] = g11 * ka + g21 * kb;
    gk[4 * c + 1] = g11 * kb + g21 * kc;
    gk[4 * c + 2] = g12 * ka + g22 * kb;
    gk[4 * c + 3] = g12 * kb + g22 * kc;
    gkg[3 * c] = gk[4 * c] * g11 + gk[4 * c + 1] * g21;
    gkg[3 * c + 1] = gk[4 * c] * g12 + gk[4 * c + 1] * g22;
    gkg[3 * c + 2] = gk[4 * c + 2] * g12 + gk[4 * c + 3] * g22;
    const q11 = 1 - na * ka - nb * kb;
    const q12 = -na * kb - nb * kc;
    const q21 = -nb * ka - nc * kb;
    const q22 = 1 - nb * kb - nc * kc;
    q[4 * c] = q11;
    q[4 * c + 1] = q12;
    q[4 * c + 2] = q21;
    q[4 * c + 3] = q22;
    qg[4 * c] = q11 * g11 + q12 * g21;
    qg[4 * c + 1] = q11 * g12 + q12 * g22;
    qg[4 * c + 2] = q21 * g11 + q22 * g21;
    qg[4 * c + 3] = q21 * g12 + q22 * g22;
    qn[3 * c] = q11 * na + q12 * nb;
    qn[3 * c + 1] = q11 * nb + q12 * nc;
    qn[3 * c + 2] = q21 * nb + q22 * nc;
    const from = c * kinds * w * w;
    addSquare(total, products, from, w, kinds, -ka, -kb, -kc);
    if (!derivatives) continue;
    addSquare(below.products[0], products, from, w, kinds, q11 * q11, q11 * q12, q12 * q12);
    if (lower.size === 1) continue;
    addSquare(
      below.products[1],
      products,
      from,
      w,
      kinds,
      2 * q11 * q21,
      q11 * q22 + q12 * q21,
      2 * q12 * q22,
    );
    addSquare(below.products[2], products, from, w, kinds, q21 * q21, q21 * q22, q22 * q22);
  }
  return logDeterminant;
}

/** M, S, K and K·M of one upper group, and its part in the total. @returns log|I + Ψ₁S| */
function visitUpper(
  { width: w, upper, lower }: Statistics,
  { total, patterns, m, km, s, k }: Workspace,
  psi: Psi,
  group: number,
): number {
  const { cells } = lower;
  const { gk, gkg } = patterns;
  const two = upper.size === 2;
  const rows = upper.size * w;
  for (let j = 0; j < rows; j++) m[j] = upper.sums[group * rows + j];
  for (let element = 0; element < 3; element++) s[element] = upper.squares[3 * group + element];
  for (let cell = cells.first[group]; cell < cells.first[group + 1]; cell++) {
    const c = cells.pattern[cell];
    const count = cells.counts[cell];
    for (let element = 0; element < 3; element++) s[element] -= count * gkg[3 * c + element];
    const at = cell * lower.size * w;
    addRow(m, 0, cells.sums, at, w, -gk[4 * c]);
    if (two) addRow(m, w, cells.sums, at, w, -gk[4 * c + 2]);
    if (lower.size === 1) continue;
    addRow(m, 0, cells.sums, at + w, w, -gk[4 * c + 1]);
    if (two) addRow(m, w, cells.sums, at + w, w, -gk[4 * c + 3]);
  }
  const determinant = innerInverse(psi, s, 0, k, 0);
  for (let j = 0; j < w; j++) {
    km[j] = k[0] * m[j];
    if (!two) continue;
    km[j] += k[1] * m[w + j];
    km[w + j] = k[1] * m[j] + k[2] * m[w + j];
  }
  addOuter(total, m, 0, km, 0, w, -1);
  if (two) addOuter(total, m, w, km, w, w, -1);
  return Math.log(determinant);
}

/** Z₁'V⁻¹[X y] = M − S·K·M and Z₁'V⁻¹Z₁ = S − S·K·S of the upper group that was visited last. */
function noteUpper({ width: w, upper }: Statistics, work: Workspace): void {
  const { m, km, scores, s, k } = work;
  const [{ trace, products }] = work.derivatives;
  upperInformation(s, k, information);
  trace[0] += information[0];
  if (upper.size === 1) {
    for (let j = 0; j < w; j++) scores[j] = m[j] - s[0] * km[j];
    addOuter(products[0], scores, 0, scores, 0, w, 1);
    return;
  }
  trace[1] += 2 * information[1];
  trace[2] += information[2];
  for (let j = 0; j < w; j++) {
    scores[j] = m[j] - s[0] * km[j] - s[1] * km[w + j];
    scores[w + j] = m[w + j] - s[1] * km[j] - s[2] * km[w + j];
  }
  addOuter(products[0], scores, 0, scores, 0, w, 1);
  addOuter(products[1], scores, 0, scores, w, w, 1);
  addOuter(products[1], scores, w, scores, 0, w, 1);
  addOuter(products[2], scores, w, scores, w, w, 1);
}

/**
 * What the lower groups of the upper group visited last add to the lower level's derivatives. With b̃ = Q·b, a group's
 * Z₂'V⁻¹[X y] is b̃ − Q·G·K·M. Its square is b̃b̃' (done per pattern) less what has K·M in it (done here, for all of the
 * upper group's lower groups at once).
 */
function noteLower({ width: w, upper, lower }: Statistics, work: Workspace, group: number): void {
  const { cells } = lower;
  const { km, k, turned, along, patterns } = work;
  const [, { trace, products }] = work.derivatives;
  const { q, qg, qn } = patterns;
  const first = cells.first[group];
  const end = cells.first[group + 1];
  for (let cell = first; cell < end; cell++) {
    const c = cells.pattern[cell];
    lowerInformation(k, qg, 4 * c, qn, 3 * c, information);
    trace[0] += cells.counts[cell] * information[0];
    if (lower.size === 1) continue;
    trace[1] += 2 * cells.counts[cell] * information[1];
    trace[2] += cells.counts[cell] * information[2];
  }
  // Elements 11, 12 and 22 of the lower effects.
  for (let element = 0; element < 2 * lower.size - 1; element++) {
    const a = element === 2 ? 1 : 0;
    const b = element === 0 ? 0 : 1;
    const half = a === b ? 0.5 : 1;
    along.fill(0);
    for (let cell = first; cell < end; cell++) {
      const c = cells.pattern[cell];
      const count = cells.counts[cell];
      turn(turned, cells.sums, cell * lower.size * w, q, 4 * c, w, lower.size);
      for (let l = 0; l < upper.size; l++) {
        const byA = half * qg[4 * c + 2 * a + l];
        const byB = half * qg[4 * c + 2 * b + l];
        addRow(along, l * w, turned, a * w, w, byB);
        addRow(along, l * w, turned, b * w, w, byA);
        for (let other = 0; other < upper.size; other++) {
          const together = byA * qg[4 * c + 2 * b + other] + byB * qg[4 * c + 2 * a + other];
          addRow(along, l * w, km, other * w, w, (-count * together) / 2);
        }
      }
    }
    for (let l = 0; l < upper.size; l++) {
      addOuter(products[element], km, l * w, along, l * w, w, -1);
      addOuter(products[element], along, l * w, km, l * w, w, -1);
    }
  }
}

/**
 * Of every group Z'V⁻¹e and Z'V⁻¹Z, from which its effects and their uncertainty follow. Upper level first.
 * @param residual the weights of [X y] that give e = y − Xβ.
 */
export function groupScores(
  statistics: Statistics,
  [upperPsi, lowerPsi = NOTHING]: readonly Psi[],
  residual: Float64Array,
): readonly GroupScores[] {
  const { width: w, upper, lower, first } = statistics;
  const work = workspace(statistics);
  const [above, below] = [upper, lower].map(({ count }) => ({
    scores: new Float64Array(2 * count),
    information: new Float64Array(3 * count),
  }));
  const { m, km, s, k, turned, patterns } = work;
  const { q, qg, qn } = patterns;
  preparePatterns(statistics, work, lowerPsi, false);
  for (let group = 0; group < upper.count; group++) {
    visitUpper(statistics, work, upperPsi, group);
    const km1 = weighRow(km, 0, residual, w);
    const km2 = upper.size === 2 ? weighRow(km, w, residual, w) : 0;
    above.scores[2 * group] = weighRow(m, 0, residual, w) - s[0] * km1 - s[1] * km2;
    if (upper.size === 2) above.scores[2 * group + 1] = weighRow(m, w, residual, w) - s[1] * km1 - s[2] * km2;
    upperInformation(s, k, information);
    above.information.set(information, 3 * group);
    for (let t = first[group]; t < first[group + 1]; t++) {
      const c = lower.pattern[t];
      turn(turned, lower.sums, t * lower.size * w, q, 4 * c, w, lower.size);
      for (let effect = 0; effect < lower.size; effect++) {
        below.scores[2 * t + effect] =
          weighRow(turned, effect * w, residual, w) -
          qg[4 * c + 2 * effect] * km1 -
          qg[4 * c + 2 * effect + 1] * km2;
      }
      lowerInformation(k, qg, 4 * c, qn, 3 * c, information);
      below.information.set(information, 3 * t);
    }
  }
  return [above, below];
}

/** Of the group last looked at, Z'V⁻¹Z. */
const information = new Float64Array(3);
