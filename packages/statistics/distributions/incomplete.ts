import erfc from '@stdlib/math-base-special-erfc';
import gammaln from '@stdlib/math-base-special-gammaln';

/**
 * The special functions under the tails, right to about 13 digits down to 1e-300 and for degrees of freedom up to
 * millions. Both incomplete functions are a factor with the exponentials, in which nothing may cancel, times a sum or
 * continued fraction that is easy. The factor follows Loader 2000, Fast and accurate computation of binomial
 * probabilities: Stirling's formula with its remainder, and the deviance of what is observed from what is expected.
 */

/** P(X < u/(u + v)) of the beta distribution with a and b; u and v apart, because their shares may have lost digits. */
export function betaBelow(a: number, b: number, u: number, v: number): number {
  if (u === 0 || v === Number.POSITIVE_INFINITY) return 0;
  if (v === 0) return 1;
  const x = u / (u + v);
  const y = v / (u + v);
  const aboveMean = a * y < b * x;
  return aboveMean ? 1 - betaPart(b, a, y, x) : betaPart(a, b, x, y);
}

/** P(X > x) of the gamma distribution with shape a and scale 1. */
export function gammaAbove(a: number, x: number): number {
  return x > Math.max(a, 1) ? gammaUpperPart(a, x) : Math.max(0, 1 - gammaLowerPart(a, x));
}

/** P(X < x) of the gamma distribution with shape a and scale 1. */
export function gammaBelow(a: number, x: number): number {
  return x > Math.max(a, 1) ? 1 - gammaUpperPart(a, x) : gammaLowerPart(a, x);
}

/** P(Z > z) of the standard normal distribution. */
export function normalAbove(z: number): number {
  const h = z * Math.SQRT1_2;
  // h is rounded, and far out erfc feels that: give back what h² differs from z²/2.
  return (erfc(h) / 2) * (z > 3 && z < 40 ? 1 + squareError(h, z) : 1);
}

/** log P(Z > z), also where P itself is too small for a number. */
export function logNormalAbove(z: number): number {
  if (z < 25) return Math.log(normalAbove(z));
  const r = 1 / (z * z);
  // Abramowitz & Stegun 26.2.12; at z = 25 the next term is below 1e-16.
  const series = -r * (1 - r * (3 - r * (15 - r * (105 - r * (945 - r * 10395)))));
  return -0.5 * z * z - Math.log(z * Math.sqrt(2 * Math.PI)) + Math.log1p(series);
}

/** log Γ(z) − [(z − ½) log z − z + ½ log 2π]. */
export function stirlingRemainder(z: number): number {
  if (z < 15) return gammaln(z) - ((z - 0.5) * Math.log(z) - z + HALF_LOG_TWO_PI);
  const r = 1 / (z * z);
  return (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - (r * 691) / 360360))))) / z;
}

/** eᵘ − 1 − u, without losing digits near zero. */
export function exponentialExcess(u: number): number {
  if (Math.abs(u) > 0.5) return Math.expm1(u) - u;
  let term = (u * u) / 2;
  let total = term;
  for (let k = 3; Math.abs(term) > 1e-17 * total; k++) {
    term *= u / k;
    total += term;
  }
  return total;
}

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

/** The beta probability below x, for x up to about the mean: DiDonato & Morris 1992, ACM TOMS 18, eq. 9. */
function betaPart(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const lambda = a * y - b * x;
  const unlikely = deviance(a, n * x, -lambda) + deviance(b, n * y, lambda);
  const remainder = stirlingRemainder(n) - stirlingRemainder(a) - stirlingRemainder(b);
  const factor = Math.sqrt(((a / n) * b) / (2 * Math.PI)) * Math.exp(remainder - unlikely);
  const numerator = (k: number): number => {
    const m = k - 1;
    const odd = a + 2 * m - 1;
    return m === 0 ? 1 : ((a + m - 1) / odd) * ((n + m - 1) / odd) * m * (b - m) * x * x;
  };
  const denominator = (k: number): number => {
    const m = k - 1;
    const first = m === 0 ? 0 : (m * (b - m) * x) / (a + 2 * m - 1);
    return m + first + ((a + m) * (lambda + 1 + m * (1 + y))) / (a + 2 * m + 1);
  };
  return factor * continuedFraction(numerator, denominator);
}

/** DLMF 8.11.4. */
function gammaLowerPart(a: number, x: number): number {
  if (x <= 0) return 0;
  let term = 1 / a;
  let total = term;
  for (let k = 1; term > 1e-17 * total; k++) {
    term *= x / (a + k);
    total += term;
  }
  return gammaFactor(a, x) * total;
}

/** DLMF 8.9.2, contracted. */
function gammaUpperPart(a: number, x: number): number {
  if (x === Number.POSITIVE_INFINITY) return 0;
  const numerator = (k: number): number => (k === 1 ? 1 : (k - 1) * (a - k + 1));
  const denominator = (k: number): number => x - a + 2 * k - 1;
  return gammaFactor(a, x) * continuedFraction(numerator, denominator);
}

/** xᵃe⁻ˣ/Γ(a). */
function gammaFactor(a: number, x: number): number {
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(-stirlingRemainder(a) - deviance(a, x, x - a));
}

/** a log(a/m) + m − a for `apart` = m − a. */
function deviance(a: number, m: number, apart: number): number {
  const u = apart / a;
  if (u < -0.5 || u > 1) return a * Math.log(a / m) + apart;
  // u − log(1 + u) by the series of the inverse hyperbolic tangent.
  const r = u / (2 + u);
  const square = r * r;
  let power = 2 * r * square;
  let total = 0;
  for (let k = 3; Math.abs(power) > 1e-18 * Math.abs(u * r); k += 2) {
    total += power / k;
    power *= square;
  }
  return a * (u * r - total);
}

/** n₁/(d₁ + n₂/(d₂ + …)) by the method of Lentz, as modified by Thompson & Barnett 1986. */
function continuedFraction(numerator: (k: number) => number, denominator: (k: number) => number): number {
  // Small, and yet its inverse may be divided by something small.
  const tiny = 1e-150;
  let value = tiny;
  let c = value;
  let d = 0;
  for (let k = 1; k < 1_000_000; k++) {
    const n = numerator(k);
    const e = denominator(k);
    d = 1 / (e + n * d || tiny);
    c = e + n / c || tiny;
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) < 2 ** -52) break;
  }
  return value;
}

/** h² − z²/2, where h is z/√2 rounded: the squares as exact sums of two parts (Dekker 1971). */
function squareError(h: number, z: number): number {
  const [high, low] = exactSquare(h);
  const [zHigh, zLow] = exactSquare(z);
  return high - zHigh / 2 + (low - zLow / 2);
}

function exactSquare(x: number): readonly [high: number, low: number] {
  const scaled = 134217729 * x;
  const front = scaled - (scaled - x);
  const back = x - front;
  const high = x * x;
  return [high, front * front - high + 2 * front * back + back * back];
}
