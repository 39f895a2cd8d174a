import { checkNumbers, checkPositive, checkProbability } from './domain.ts';
import { logNormalAbove, normalAbove } from './incomplete.ts';
import { meanOverSpread } from './over-spread.ts';
import { integrateBetween } from './quadrature.ts';
import { rootFrom } from './root.ts';

/**
 * P(Q > q) of Tukey's studentized range of `groups` means: the mean of P(range > q·s) over the distribution of s
 * (Lund & Lund 1983, Applied Statistics 32, 204–210, have the same two integrals; the upper tail is taken directly
 * here, so that small p-values keep their digits).
 */
export function studentizedRangeTail(q: number, groups: number, df: number): number {
  checkNumbers({ q });
  checkPositive({ df });
  checkGroups(groups);
  if (q <= 0) return 1;
  if (q === Number.POSITIVE_INFINITY) return 0;
  if (df === Number.POSITIVE_INFINITY) return Math.exp(logRangeTail(q, groups));
  return Math.min(
    1,
    meanOverSpread((s) => logRangeTail(q * s, groups), df),
  );
}

/** The q below which a share p of the studentized range lies. */
export function studentizedRangeQuantile(p: number, groups: number, df: number): number {
  checkProbability(p);
  checkPositive({ df });
  checkGroups(groups);
  if (p === 0) return 0;
  if (p === 1) return Number.POSITIVE_INFINITY;
  const target = Math.log1p(-p);
  return Math.exp(rootFrom((u) => target - Math.log(studentizedRangeTail(Math.exp(u), groups, df)), 1));
}

/** Far out the range is beyond w through one pair only, and the chances of all pairs add up. */
function logRangeTail(w: number, k: number): number {
  if (w > 50) return Math.log(k * (k - 1)) + logNormalAbove(w * Math.SQRT1_2);
  const start = Math.floor(w);
  return interpolate(piece(start, k), w - start);
}

/**
 * The logarithm of the range's tail between `start` and `start` + 1, at Chebyshev's points. It does not hang on the degrees
 * of freedom, and the integral over s asks for it hundreds of times: kept, a comparison of groups takes a hundredth of
 * the time. A polynomial of degree 16 through these points is exact to the last digits.
 */
function piece(start: number, k: number): Float64Array {
  const known = pieces.get(k) ?? new Map<number, Float64Array>();
  pieces.set(k, known);
  const found = known.get(start) ?? POINTS.map((point) => Math.log(rangeTail(start + point, k)));
  known.set(start, found);
  return found;
}

const pieces = new Map<number, Map<number, Float64Array>>();

const DEGREE = 16;
const POINTS = Float64Array.from(
  { length: DEGREE + 1 },
  (_, i) => (1 - Math.cos((Math.PI * i) / DEGREE)) / 2,
);

/** Through values at POINTS, by the barycentric formula (Berrut & Trefethen 2004, SIAM Review 46, 501–517, eq. 5.4). */
function interpolate(values: Float64Array, x: number): number {
  let above = 0;
  let below = 0;
  for (let i = 0; i <= DEGREE; i++) {
    const apart = x - POINTS[i];
    if (apart === 0) return values[i];
    const weight = (i % 2 === 0 ? 1 : -1) * (i === 0 || i === DEGREE ? 0.5 : 1);
    above += (weight / apart) * values[i];
    below += weight / apart;
  }
  return above / below;
}

/**
 * P(range of k standard normal values > w) = k ∫ φ(z)[Φ(z)ᵏ⁻¹ − (Φ(z) − Φ(z − w))ᵏ⁻¹] dz: the highest value is z and
 * not all others lie within w below it. The difference of powers is written as Φ(z)ᵏ⁻¹(1 − (1 − share)ᵏ⁻¹), in which
 * nothing cancels.
 */
function rangeTail(w: number, k: number): number {
  if (w === 0) return 1;
  const others = k - 1;
  const f = (z: number): number => {
    const below = normalAbove(-z);
    const share = normalAbove(w - z) / below;
    const notAllNear = -Math.expm1(others * Math.log1p(-share));
    return Math.exp((w * w) / 4 - 0.5 * z * z) * below ** others * notAllNear;
  };
  // Around w/2 this falls as exp(−(z − w/2)²), and beyond w as exp(−z²/2): outside these ends it is below 1e-17.
  const area = integrateBetween(f, Math.max(-7, w / 2 - 7), w / 2 + 9.5);
  return (k / Math.sqrt(2 * Math.PI)) * area * Math.exp((-w * w) / 4);
}

function checkGroups(groups: number): void {
  if (!Number.isInteger(groups) || groups < 2) {
    throw new RangeError(`groups must be a whole number from 2 and is ${groups}`);
  }
}
