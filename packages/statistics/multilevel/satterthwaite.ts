/**
 * Tests of fixed effects with Satterthwaite's degrees of freedom: Satterthwaite 1946, Biometrics Bulletin 2, 110–114;
 * several contrasts at once as Fai & Cornelius 1996, Journal of Statistical Computation and Simulation 54, 363–378,
 * and Kuznetsova et al. 2017, JSS 82(13), section 2.
 */
import { fTail } from '../distributions.ts';
import {
  cholesky,
  choleskyInverse,
  column,
  type Matrix,
  matrix,
  multiply,
  symmetricEigen,
  transpose,
} from '../linear-algebra.ts';
import { slopesOf, weigh } from './covariance.ts';
import { type Fit, quadratic } from './fit.ts';
import type { Standardised } from './sufficient-statistics.ts';

export interface FTest {
  readonly df1: number;
  readonly df2: number;
  readonly F: number;
  readonly p: number;
}

/** The fixed effects on the scale of the data, and how sure they are. */
export interface FixedEffects {
  readonly estimates: Float64Array;
  readonly covariance: Matrix;
  /** Degrees of freedom of one contrast of the coefficients. */
  degreesOf(contrast: Float64Array): number;
}

export function fixedEffects(fit: Fit, { back, start, outcomeScale }: Standardised): FixedEffects {
  const { evaluation, theta, layout, degrees } = fit;
  const { beta, inverse, sigma2 } = evaluation;
  const p = beta.length;
  const w = p + 1;
  const estimates = multiply(
    back,
    matrix(
      p,
      1,
      beta.map((value, j) => start[j] + outcomeScale * value),
    ),
  ).values;
  const toData = (a: Matrix): Matrix => {
    const through = multiply(multiply(back, a), transpose(back));
    return matrix(
      p,
      p,
      through.values.map((value) => value * outcomeScale ** 2),
    );
  };
  const parameters = slopesOf(layout, theta);
  // How (X'V⁻¹X)⁻¹ changes with each parameter.
  const changes = parameters.map(({ level, weights }) => {
    const { products } = evaluation.derivatives[level];
    const change = matrix(p, p);
    for (let i = 0; i < p; i++) {
      for (let j = 0; j < p; j++) {
        const place = Math.min(i, j) * w + Math.max(i, j);
        change.values[i + j * p] = weigh(weights, (element) => products[element][place]);
      }
    }
    return toData(multiply(multiply(inverse, change), inverse));
  });
  const uncertainty = parameterCovariance(fit, parameters, sigma2, degrees);
  const unit = toData(inverse);
  const covariance = matrix(
    p,
    p,
    unit.values.map((value) => value * sigma2),
  );
  const degreesOf = (contrast: Float64Array): number => {
    const variance = form(covariance, contrast);
    const gradient = [...changes.map((change) => sigma2 * form(change, contrast)), variance / sigma2];
    return (2 * variance ** 2) / form(uncertainty, Float64Array.from(gradient));
  };
  return { estimates, covariance, degreesOf };
}

/** Asymptotic covariance of theta and the residual variance: twice the inverse of the second derivatives. */
function parameterCovariance(
  { hessian, evaluation, residual }: Fit,
  parameters: ReturnType<typeof slopesOf>,
  sigma2: number,
  degrees: number,
): Matrix {
  const k = parameters.length;
  const size = k + 1;
  const bySigma = degrees / sigma2 ** 2;
  const cross = parameters.map(
    ({ level, weights }) =>
      weigh(weights, (element) => quadratic(evaluation.derivatives[level].products[element], residual)) /
      sigma2 ** 2,
  );
  const full = matrix(size, size);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      // The search went along the best residual variance; here that variance is a parameter of its own.
      full.values[i + j * size] = hessian.values[i + j * k] + (cross[i] * cross[j]) / bySigma;
    }
    full.values[i + k * size] = cross[i];
    full.values[k + i * size] = cross[i];
  }
  full.values[k + k * size] = bySigma;
  const lower = cholesky(full);
  if (!lower) throw new RangeError('second derivatives at a minimum are positive definite');
  const inverse = choleskyInverse(lower);
  return matrix(
    size,
    size,
    inverse.values.map((value) => 2 * value),
  );
}

function form(a: Matrix, v: Float64Array): number {
  let total = 0;
  for (let i = 0; i < v.length; i++) {
    for (let j = 0; j < v.length; j++) total += v[i] * a.values[i + j * a.rows] * v[j];
  }
  return total;
}

/**
 * Whether all contrasts are zero.
 * @param contrasts one per row of `contrasts`, by coefficient.
 */
export function testContrasts(effects: FixedEffects, contrasts: Matrix): FTest {
  const { estimates, covariance, degreesOf } = effects;
  const { values, vectors } = symmetricEigen(multiply(multiply(contrasts, covariance), transpose(contrasts)));
  const kept = Array.from(values.keys()).filter((m) => values[m] > Math.sqrt(Number.EPSILON) * values[0]);
  // Contrasts turned so that their estimates do not hang together: then each has a t of its own.
  const turned = multiply(transpose(contrasts), vectors);
  let total = 0;
  const degrees = kept.map((m) => {
    const contrast = column(turned, m);
    let estimate = 0;
    for (let j = 0; j < contrast.length; j++) estimate += contrast[j] * estimates[j];
    total += estimate ** 2 / values[m];
    return degreesOf(contrast);
  });
  const df1 = kept.length;
  const F = total / df1;
  const df2 = jointDegrees(degrees);
  return { df1, df2, F, p: fTail(F, df1, df2) };
}

/** Degrees of freedom of an F from those of its parts: the F has the mean of the squared t's. */
export function jointDegrees(parts: readonly number[]): number {
  const [first] = parts;
  if (parts.every((df) => Math.abs(df - first) < 1e-8)) return first;
  if (parts.some((df) => df <= 2)) return 2;
  let expected = 0;
  for (const df of parts) expected += df / (df - 2);
  return (2 * expected) / (expected - parts.length);
}
