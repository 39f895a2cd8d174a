import {
  cholesky,
  choleskyInverse,
  choleskySolve,
  type Matrix,
  matrix,
  symmetricEigen,
} from '../linear-algebra.ts';
import { StatisticsError } from '../result.ts';
import { dot, sum } from '../sums.ts';

/** A uniqueness below this share of an item's variance is held here, as is usual: the fit is then improper. */
export const LOWEST_UNIQUENESS = 0.005;

/** One common factor behind k items, on the scale of their correlations. */
export interface OneFactor {
  readonly loadings: Float64Array;
  readonly uniquenesses: Float64Array;
  /** Places of the items whose uniqueness lies at its lowest. */
  readonly atBoundary: readonly number[];
  /** log|Σ| + tr(RΣ⁻¹) − log|R| − k: times n − 1 it is the likelihood-ratio chi-square. */
  readonly discrepancy: number;
}

/**
 * The one-factor model by maximum likelihood. With the loadings at their best for given uniquenesses ψ, what is left
 * is a function of ψ alone, of the eigenvalues of Ψ^-½RΨ^-½ (Jöreskog 1967, Psychometrika 32, 443–482); it is
 * searched over y = log ψ by Newton's method with the exact second derivatives, worked out beside `profile`.
 *
 * @param correlations of three or more items.
 * @throws StatisticsError `singular-items`, `no-common-factor`.
 */
export function fitOneFactor(correlations: Matrix): OneFactor {
  const k = correlations.rows;
  const lower = cholesky(correlations, 1e-10);
  if (!lower) throw singular();
  const floor = Math.log(LOWEST_UNIQUENESS);
  const inverse = choleskyInverse(lower);
  // A little less than what the other items leave unexplained of each.
  let y = Float64Array.from({ length: k }, (_, i) =>
    Math.max(floor, Math.log((1 - 0.5 / k) / inverse.values[i + i * k])),
  );
  let here = profile(correlations, y);
  for (let round = 0; round < 200; round++) {
    const free = places(k).filter((i) => y[i] > floor || here.gradient[i] < 0);
    const steps = stepsFrom(here, free);
    if (largest(steps[0]) < 1e-10) return finish(here, y, floor);
    const next = firstBetter(correlations, y, steps, floor, here);
    if (!next) return finish(here, y, floor);
    y = next.y;
    here = next.at;
  }
  return finish(here, y, floor);
}

/** The discrepancy at y = log ψ, its first and second derivatives to y, and the first eigenpair. */
interface Profile {
  readonly value: number;
  readonly gradient: Float64Array;
  readonly hessian: Matrix;
  /** Always positive definite, near the Hessian when the model fits. */
  readonly approximate: Matrix;
  readonly first: { readonly value: number; readonly vector: Float64Array };
}

/**
 * With θ, v the eigenvalues and vectors of A = Ψ^-½RΨ^-½, largest first, and sums over all but the first:
 *   f = Σ (θ − 1 − log θ),  ∂f/∂yᵢ = Σ (1 − θ) vᵢ².
 * As dA/dyₗ = −½(EₗA + AEₗ), differentiating v once more gives, with P = Σ θvvᵀ, Q = Σ vvᵀ and u, φ the first pair:
 *   ∂²f/∂yᵢ∂yₗ = PᵢₗQᵢₗ + uᵢuₗ Σ (1 − θ)(φ + θ)/(φ − θ) vᵢvₗ.
 * Near a good fit every θ is near 1, and Qᵢₗ² is left.
 */
function profile(correlations: Matrix, y: Float64Array): Profile {
  const k = y.length;
  const scale = y.map((value) => Math.exp(-value / 2));
  const scaled = matrix(
    k,
    k,
    correlations.values.map((value, place) => value * scale[place % k] * scale[Math.floor(place / k)]),
  );
  const { values, vectors } = symmetricEigen(scaled);
  const first = { value: values[0], vector: vectors.values.slice(0, k) };
  const gradient = new Float64Array(k);
  const p = new Float64Array(k * k);
  const q = new Float64Array(k * k);
  const turn = new Float64Array(k * k);
  let value = 0;
  for (let j = 1; j < k; j++) {
    const theta = values[j];
    const v = vectors.values.subarray(j * k, (j + 1) * k);
    const away = theta - 1;
    value += away - Math.log1p(away);
    const weight = (-away * (first.value + theta)) / (first.value - theta);
    for (let i = 0; i < k; i++) {
      gradient[i] -= away * v[i] * v[i];
      for (let l = 0; l < k; l++) {
        const product = v[i] * v[l];
        q[i + l * k] += product;
        p[i + l * k] += theta * product;
        turn[i + l * k] += weight * product;
      }
    }
  }
  const u = first.vector;
  const hessian = matrix(
    k,
    k,
    p.map((entry, place) => entry * q[place] + u[place % k] * u[Math.floor(place / k)] * turn[place]),
  );
  return {
    value,
    gradient,
    hessian,
    approximate: matrix(
      k,
      k,
      q.map((entry) => entry * entry),
    ),
    first,
  };
}

/**
 * Ways to go, the fastest first: Newton's, the same with the approximate derivatives, straight down. Only the last is
 * sure to lead down where the floor cuts a step off. Zero for the places that are not free.
 */
function stepsFrom(
  { gradient, hessian, approximate }: Profile,
  free: readonly number[],
): readonly Float64Array[] {
  const slopes = free.map((i) => gradient[i]);
  return [hessian, approximate, undefined].flatMap((curvature) => {
    const lower = curvature && free.length > 0 ? cholesky(part(curvature, free)) : undefined;
    if (curvature && free.length > 0 && !lower) return [];
    const down = lower ? choleskySolve(lower, slopes) : slopes;
    const step = new Float64Array(gradient.length);
    // At most e times larger or smaller: further off, the derivatives say nothing.
    const share = 1 / Math.max(1, largest(down));
    free.forEach((i, place) => {
      step[i] = -share * down[place];
    });
    return [step];
  });
}

/** Along the first way that leads down, halved until it does; undefined when rounding is all that is left to win. */
function firstBetter(
  correlations: Matrix,
  y: Float64Array,
  steps: readonly Float64Array[],
  floor: number,
  from: Profile,
): { y: Float64Array<ArrayBuffer>; at: Profile } | undefined {
  for (const step of steps) {
    for (let share = 1; share > 1e-4; share /= 2) {
      const next = y.map((value, i) => Math.max(floor, value + share * step[i]));
      const at = profile(correlations, next);
      if (at.value <= from.value + ROUNDING) return { y: next, at };
    }
  }
  return undefined;
}

/** Of the sum of k logarithms. */
const ROUNDING = 1e-13;

const largest = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((all, value) => Math.max(all, Math.abs(value)), 0);

function finish({ value, first, gradient }: Profile, y: Float64Array, floor: number): OneFactor {
  const free = places(y.length).filter((i) => y[i] > floor);
  if (free.some((i) => Math.abs(gradient[i]) > 1e-8)) throw noFactor();
  const uniquenesses = y.map(Math.exp);
  const directions = first.vector.map((entry, i) => entry * Math.sqrt(uniquenesses[i]));
  const length = Math.sqrt(first.value - 1) * (sum(directions) < 0 ? -1 : 1);
  const loadings = directions.map((entry) => entry * length);
  // A factor of one item alone is no common factor: any loading of it fits as well.
  const [, second] = loadings.map(Math.abs).sort().toReversed();
  if (!(second > 1e-6)) throw noFactor();
  return {
    loadings,
    uniquenesses,
    atBoundary: places(y.length).filter((i) => y[i] <= floor),
    discrepancy: Math.max(0, value),
  };
}

/**
 * The covariance matrix of the estimates (λ₁…λₖ, ψ₁…ψₖ) when answers are normal: the inverse of the expected
 * information ½(n − 1)·tr(Σ⁻¹ ∂Σ Σ⁻¹ ∂Σ), with Σ = λλᵀ + Ψ.
 * @returns undefined when the information is singular.
 */
export function oneFactorCovariance({ loadings, uniquenesses }: OneFactor, n: number): Matrix | undefined {
  const k = loadings.length;
  // Σ⁻¹ by Sherman–Morrison.
  const scaled = loadings.map((loading, i) => loading / uniquenesses[i]);
  const spread = 1 + dot(loadings, scaled);
  const inverse = matrix(k, k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) inverse.values[i + j * k] = -(scaled[i] * scaled[j]) / spread;
    inverse.values[i + i * k] += 1 / uniquenesses[i];
  }
  const along = scaled.map((value) => value / spread);
  const strength = dot(loadings, along);
  const information = matrix(2 * k, 2 * k);
  const set = (row: number, column: number, value: number): void => {
    information.values[row + column * 2 * k] = ((n - 1) / 2) * value;
  };
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const entry = inverse.values[i + j * k];
      set(i, j, 2 * (along[i] * along[j] + entry * strength));
      set(i, k + j, 2 * entry * along[j]);
      set(k + j, i, 2 * entry * along[j]);
      set(k + i, k + j, entry * entry);
    }
  }
  const lower = cholesky(information);
  return lower && choleskyInverse(lower);
}

const places = (k: number): readonly number[] => Array.from({ length: k }, (_, i) => i);

function part(a: Matrix, which: readonly number[]): Matrix {
  const n = which.length;
  const values = Float64Array.from(
    { length: n * n },
    (_, place) => a.values[which[place % n] + which[Math.floor(place / n)] * a.rows],
  );
  return matrix(n, n, values);
}

const singular = (): StatisticsError =>
  new StatisticsError('singular-items', {
    nl: 'Een van de vragen volgt precies uit de andere (bijvoorbeeld een som ervan). Laat die weg.',
    en: 'One of the items follows exactly from the others (a sum of them, for instance). Leave it out.',
  });

const noFactor = (): StatisticsError =>
  new StatisticsError('no-common-factor', {
    nl: 'In deze antwoorden is geen gemeenschappelijke factor te vinden: de vragen hangen te weinig samen.',
    en: 'No common factor can be found in these answers: the items go together too little.',
  });
