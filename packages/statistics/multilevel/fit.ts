/** The covariances that fit best. A variance that would be negative is set to zero, and so is what hangs on it. */
import { type Matrix, matrix, symmetricEigen } from '../linear-algebra.ts';
import { StatisticsError } from '../result.ts';
import type { Psi } from './blocks.ts';
import { psiOf, type Shape, shapes, slopesOf, trianglesOf, weigh } from './covariance.ts';
import { type DevianceFunction, devianceOf, type Evaluation } from './deviance.ts';
import type { Level } from './grouping.ts';
import { minimise, type Objective } from './optimise.ts';
import type { Statistics } from './sufficient-statistics.ts';

export interface Fit {
  /** What was asked for, and what is left of it, per level (upper first). */
  readonly asked: readonly Shape[];
  readonly layout: readonly Shape[];
  readonly theta: Float64Array;
  readonly psi: readonly Psi[];
  /** Of the deviance by theta, at the best residual variance. */
  readonly hessian: Matrix;
  readonly evaluation: Evaluation;
  /** Weights of [X y] that give the residual. */
  readonly residual: Float64Array;
  /** n, less the coefficients for REML. */
  readonly degrees: number;
  readonly reml: boolean;
}

/**
 * @throws StatisticsError `not-identified` when the data cannot tell the variances apart.
 */
export function fitCovariances(statistics: Statistics, levels: readonly Level[], reml: boolean): Fit {
  const asked = levels.map(shapeOf);
  const deviance = devianceOf(statistics, reml);
  const [first, ...others] = guesses(deviance, asked);
  let best = settle(deviance, statistics, asked, first, reml);
  // Near an edge there can be more than one lowest point.
  if (!best.reached || best.layout.some((shape, level) => shape !== asked[level])) {
    for (const start of others) {
      const other = settle(deviance, statistics, asked, start, reml);
      const lower = other.evaluation.deviance < best.evaluation.deviance - 1e-9;
      if (other.reached && (lower || !best.reached)) best = other;
    }
  }
  if (best.reached) return { ...best, asked };
  throw new StatisticsError('not-identified', {
    nl: 'De verschillen tussen groepen zijn in deze gegevens niet van elkaar of van de rest te scheiden. Laat een groep of een helling weg, of een voorspeller die bijna elke groep haar eigen waarde geeft; hebben alle rijen van een groep dezelfde uitkomst, dan kan dit model niet.',
    en: 'The differences between groups cannot be told apart from each other or from the rest in these data. Leave out a group or a slope, or a predictor that gives nearly every group a value of its own; where all rows of a group have the same outcome, this model cannot be used.',
  });
}

/** The lowest point from a start; against an edge, that of the model without what is zero there. */
function settle(
  deviance: DevianceFunction,
  statistics: Statistics,
  asked: readonly Shape[],
  start: Float64Array,
  reml: boolean,
): Found {
  let best = search(deviance, statistics, asked, start, reml);
  let here = best;
  for (;;) {
    const smaller = reduced(here);
    if (!smaller) return best;
    here = search(deviance, statistics, smaller.layout, smaller.theta, reml);
    if (mayStay(here, asked, statistics)) best = here;
  }
}

function shapeOf({ intercept, slope, correlated }: Level): Shape {
  if (!slope || !intercept) return shapes.one;
  return correlated ? shapes.correlated : shapes.uncorrelated;
}

type Found = Omit<Fit, 'asked'> & { readonly reached: boolean };

function search(
  deviance: DevianceFunction,
  { n, width }: Statistics,
  layout: readonly Shape[],
  start: Float64Array,
  reml: boolean,
): Found {
  const objective: Objective = (theta, gradient) => {
    const evaluation = deviance(psiOf(layout, theta), true);
    if (evaluation.derivatives.length > 0) {
      for (const [k, { level, weights }] of slopesOf(layout, theta).entries()) {
        gradient[k] = weigh(weights, (element) => derivative(evaluation, level, element, reml));
      }
    }
    return evaluation.deviance;
  };
  const found =
    start.length > 0 ? minimise(objective, start) : { theta: start, hessian: matrix(0, 0), reached: true };
  const theta = upright(layout, found.theta);
  const psi = psiOf(layout, theta);
  const evaluation = deviance(psi, true);
  return {
    layout,
    theta,
    psi,
    hessian: signed(found.hessian, theta, found.theta),
    evaluation: copied(evaluation),
    residual: residualWeights(evaluation),
    degrees: n - (reml ? width - 1 : 0),
    reml,
    reached: found.reached && theta.every((value) => Math.abs(value) < 1e5) && !isFlat(found.hessian, theta),
  };
}

/**
 * Whether a parameter could be anything: the deviance does not rise when it changes by its own size. So it is with two
 * schools of which one is in each group that the model compares. Of a variance next to zero that says nothing: there
 * the deviance hardly knows it from zero itself.
 */
function isFlat({ rows, values }: Matrix, theta: Float64Array): boolean {
  const size = theta.reduce((total, value) => total + value * value, 0);
  return size > NEAR ** 2 && theta.some((_, i) => values[i + i * rows] * size < 1e-7);
}

function residualWeights({ beta }: Evaluation): Float64Array {
  const weights = new Float64Array(beta.length + 1);
  for (let j = 0; j < beta.length; j++) weights[j] = -beta[j];
  weights[beta.length] = 1;
  return weights;
}

/** d deviance / d Ψ of one element, the residual variance being the best one. */
function derivative(evaluation: Evaluation, level: number, element: number, reml: boolean): number {
  const { trace, products } = evaluation.derivatives[level];
  const { inverse, sigma2 } = evaluation;
  const p = inverse.rows;
  const product = products[element];
  const own = quadratic(product, residualWeights(evaluation)) / sigma2;
  if (!reml) return trace[element] - own;
  let explained = 0;
  for (let i = 0; i < p; i++) {
    explained += inverse.values[i + i * p] * product[i * (p + 1) + i];
    for (let j = i + 1; j < p; j++) explained += 2 * inverse.values[i + j * p] * product[i * (p + 1) + j];
  }
  return trace[element] - explained - own;
}

/** v'Av of an upper half, row by row. */
export function quadratic(a: Float64Array, v: Float64Array): number {
  const w = v.length;
  let total = 0;
  for (let i = 0; i < w; i++) {
    let row = a[i * w + i] * v[i];
    for (let j = i + 1; j < w; j++) row += 2 * a[i * w + j] * v[j];
    total += v[i] * row;
  }
  return total;
}

/** Starts, the best first: the groups of each level differing little or much. */
function guesses(deviance: DevianceFunction, layout: readonly Shape[]): readonly Float64Array[] {
  const sizes = [0.2, 1, 10];
  const combinations = layout.reduce<readonly (readonly number[])[]>(
    (all) => all.flatMap((guess) => sizes.map((size) => [...guess, size])),
    [[]],
  );
  return combinations
    .map((guess) => {
      const values = layout.flatMap((shape, level) =>
        [guess[level], 0, guess[level]].filter((_, element) => shape[element]),
      );
      const theta = Float64Array.from(values);
      return { theta, height: deviance(psiOf(layout, theta), false).deviance };
    })
    .toSorted((a, b) => a.height - b.height)
    .map(({ theta }) => theta);
}

/**
 * How near zero a standard deviation (over that of the residual) must be before zero itself is tried; farther off where
 * the search found no lowest point.
 */
const NEAR = 1e-2;
const NEAR_ENOUGH = 0.2;

/** The same model with one variance fewer, when the best fit lies against the edge. */
function reduced({
  layout,
  theta,
  reached,
}: Found): { layout: readonly Shape[]; theta: Float64Array } | undefined {
  const triangles = trianglesOf(layout, theta);
  for (const [level, shape] of layout.entries()) {
    const smaller = smallerShape(shape, triangles[level], reached ? NEAR : NEAR_ENOUGH);
    if (!smaller) continue;
    const next = layout.map((other, place) => (place === level ? smaller.shape : other));
    const values = next.flatMap((kept, place) => {
      const triangle = place === level ? smaller.triangle : triangles[place];
      return triangle.filter((_, element) => kept[element]);
    });
    return { layout: next, theta: Float64Array.from(values) };
  }
  return undefined;
}

function smallerShape(
  [one, low, two]: Shape,
  [a, b, c]: Psi,
  near: number,
): { readonly shape: Shape; readonly triangle: Psi } | undefined {
  const size = Math.hypot(a, b, c);
  if (!(one || low || two)) return undefined;
  // A correlation goes before the variances do.
  const both = one && two && low;
  if (size < (both ? NEAR : near)) return { shape: shapes.none, triangle: [0, 0, 0] };
  if (!one || !two) return undefined;
  if (low) {
    if (Math.abs(a * c) >= near * size) return undefined;
    const { values, vectors } = symmetricEigen(
      matrix(2, 2, Float64Array.of(a * a, a * b, a * b, b * b + c * c)),
    );
    const root = Math.sqrt(values[0]);
    return { shape: shapes.together, triangle: [root * vectors.values[0], root * vectors.values[1], 0] };
  }
  if (Math.abs(a) < near) return { shape: shapes.slopeOnly, triangle: [0, 0, c] };
  if (Math.abs(c) < near) return { shape: shapes.one, triangle: [a, 0, 0] };
  return undefined;
}

/** At the edge the deviance must not fall when a dropped variance becomes positive. */
function mayStay({ evaluation, reml, reached }: Found, asked: readonly Shape[], { n }: Statistics): boolean {
  if (!reached) return false;
  return asked.every(([one, low, two], level) => {
    const [a, b, c] = [0, 1, 2].map((element) => derivative(evaluation, level, element, reml));
    const tolerance = 1e-9 * n;
    if (low) return symmetricEigen(matrix(2, 2, Float64Array.of(a, b / 2, b / 2, c))).values[1] >= -tolerance;
    return (!one || a >= -tolerance) && (!two || c >= -tolerance);
  });
}

/** L and −L are the same covariance, column by column: the diagonal is shown positive. */
function upright(layout: readonly Shape[], theta: Float64Array): Float64Array {
  const values = trianglesOf(layout, theta).flatMap(([a, b, c], level) =>
    [Math.abs(a), a < 0 ? -b : b, Math.abs(c)].filter((_, element) => layout[level][element]),
  );
  return Float64Array.from(values);
}

/** Second derivatives after the signs of some parameters were turned. */
function signed(hessian: Matrix, theta: Float64Array, before: Float64Array): Matrix {
  const k = hessian.rows;
  const sign = theta.map((value, i) => (value === before[i] ? 1 : -1));
  return matrix(
    k,
    k,
    hessian.values.map((value, place) => value * sign[place % k] * sign[Math.floor(place / k)]),
  );
}

/** The engine uses its memory again at the next evaluation. */
const copied = (evaluation: Evaluation): Evaluation => ({
  ...evaluation,
  derivatives: evaluation.derivatives.map(({ trace, products }) => ({
    trace: trace.slice(),
    products: products.map((product) => product.slice()),
  })),
});
