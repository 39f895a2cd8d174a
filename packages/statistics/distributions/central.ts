import gammaln from '@stdlib/math-base-special-gammaln';
import { checkNumbers, checkPositive, checkProbability } from './domain.ts';
import { betaBelow, gammaAbove, gammaBelow, normalAbove } from './incomplete.ts';
import { rootBetween, rootFrom } from './root.ts';

/** log Γ(x), x > 0. */
export function logGamma(x: number): number {
  checkPositive({ x });
  return gammaln(x);
}

/** P(Z > z) of the standard normal distribution. */
export function normalTail(z: number): number {
  checkNumbers({ z });
  return normalAbove(z);
}

/** The z below which a share p of the standard normal distribution lies. */
export function normalQuantile(p: number): number {
  checkProbability(p);
  return symmetricQuantile(p, normalTail, normalMiddle);
}

/** P(T > t) of Student's t. */
export function tTail(t: number, df: number): number {
  const half = tTwoSided(t, df) / 2;
  return t >= 0 ? half : 1 - half;
}

/** P(|T| > |t|) of Student's t; df may be fractional or infinite. */
export function tTwoSided(t: number, df: number): number {
  checkNumbers({ t });
  checkPositive({ df });
  if (df === Number.POSITIVE_INFINITY) return 2 * normalTail(Math.abs(t));
  const size = Math.abs(t);
  // The same share either way; t² may be too large for a number.
  return size > 1 ? betaBelow(df / 2, 0.5, df / size, size) : betaBelow(df / 2, 0.5, df, t * t);
}

/** The t below which a share p of Student's t lies. */
export function tQuantile(p: number, df: number): number {
  checkProbability(p);
  checkPositive({ df });
  if (df === Number.POSITIVE_INFINITY) return normalQuantile(p);
  return symmetricQuantile(
    p,
    (t) => tTail(t, df),
    (t) => betaBelow(0.5, df / 2, t * t, df) / 2,
  );
}

/** P(F > f) of Fisher's F; either df may be fractional or infinite. */
export function fTail(f: number, df1: number, df2: number): number {
  checkNumbers({ f });
  checkPositive({ df1, df2 });
  return f <= 0 ? 1 : fUpper(f, df1, df2);
}

/** The F below which a share p of Fisher's F lies. */
export function fQuantile(p: number, df1: number, df2: number): number {
  checkProbability(p);
  checkPositive({ df1, df2 });
  // P(F < f) is P(1/F > 1/f), and 1/F has the degrees of freedom changed round.
  return positiveQuantile(
    p,
    (f) => fUpper(1 / f, df2, df1),
    (f) => fUpper(f, df1, df2),
  );
}

function fUpper(f: number, df1: number, df2: number): number {
  if (df1 === Number.POSITIVE_INFINITY && df2 === Number.POSITIVE_INFINITY) return f < 1 ? 1 : 0;
  if (df2 === Number.POSITIVE_INFINITY) return chiSquareTail(df1 * f, df1);
  if (df1 === Number.POSITIVE_INFINITY) return chiSquareBelow(df2 / f, df2);
  return betaBelow(df2 / 2, df1 / 2, df2, df1 * f);
}

/** P(χ² > x). */
export function chiSquareTail(x: number, df: number): number {
  checkNumbers({ x });
  checkPositive({ df });
  return x <= 0 ? 1 : gammaAbove(df / 2, x / 2);
}

/** The χ² below which a share p lies. */
export function chiSquareQuantile(p: number, df: number): number {
  checkProbability(p);
  checkPositive({ df });
  return positiveQuantile(
    p,
    (x) => chiSquareBelow(x, df),
    (x) => chiSquareTail(x, df),
  );
}

const chiSquareBelow = (x: number, df: number): number => gammaBelow(df / 2, x / 2);

/** P(0 < Z < z). */
const normalMiddle = (z: number): number => gammaBelow(0.5, (z * z) / 2) / 2;

/**
 * Of a distribution that is symmetric about zero: outside the middle half from the tail, inside it from the middle
 * part, because there the tail says nothing about the digits of a small quantile.
 */
function symmetricQuantile(p: number, tail: (x: number) => number, middle: (x: number) => number): number {
  if (p === 0.5) return 0;
  const outside = Math.min(p, 1 - p);
  const size = outside < 0.25 ? matchingTail(outside, tail) : matchingPart(Math.abs(0.5 - p), middle);
  return p < 0.5 ? -size : size;
}

/** Of a distribution of positive values: from the smaller of the two tails. */
function positiveQuantile(p: number, below: (x: number) => number, above: (x: number) => number): number {
  return p <= 0.5 ? matchingPart(p, below) : matchingTail(1 - p, above);
}

/** The x > 0 whose upper tail is p. */
function matchingTail(p: number, tail: (x: number) => number): number {
  if (p === 0) return Number.POSITIVE_INFINITY;
  return matching((x) => p / tail(x));
}

/** The x > 0 below which p lies, by a function that grows with x. */
function matchingPart(p: number, part: (x: number) => number): number {
  if (p === 0) return 0;
  return matching((x) => part(x) / p);
}

/** Where a growing ratio is 1: on logarithms, where tails are nearly straight lines, and then once more for the last digits. */
function matching(ratio: (x: number) => number): number {
  const x = Math.exp(rootFrom((u) => Math.log(ratio(Math.exp(u))), 0));
  return rootBetween((near) => ratio(near) - 1, x * (1 - 1e-12), x * (1 + 1e-12));
}
