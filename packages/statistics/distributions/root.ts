/**
 * The place where an increasing function becomes zero, between two places where it is below and above zero
 * (Brent 1973, Algorithms for minimization without derivatives, ch. 4: interpolation that falls back on halving).
 * Infinite values count as far below or above.
 */
export function rootBetween(f: (x: number) => number, low: number, high: number): number {
  let a = low;
  let b = high;
  let fa = finite(f(a));
  let fb = finite(f(b));
  if (fa >= 0) return a;
  if (fb <= 0) return b;
  let c = a;
  let fc = fa;
  let step = b - a;
  let before = step;
  for (let i = 0; i < 300; i++) {
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const tolerance = 2 ** -53 * Math.abs(b);
    const half = (c - b) / 2;
    if (fb === 0 || Math.abs(half) <= tolerance) return b;
    if (Math.abs(before) >= tolerance && Math.abs(fa) > Math.abs(fb)) {
      const interpolated = interpolate(a, b, c, fa, fb, fc);
      const allowed = Math.min(1.5 * Math.abs(half) - tolerance / 2, Math.abs(before) / 2);
      const good = Math.sign(interpolated) === Math.sign(half) && Math.abs(interpolated) < allowed;
      before = good ? step : half;
      step = good ? interpolated : half;
    } else {
      before = half;
      step = half;
    }
    a = b;
    fa = fb;
    b += Math.abs(step) > tolerance ? step : Math.sign(half) * tolerance;
    fb = finite(f(b));
    if (Math.sign(fb) === Math.sign(fc)) {
      c = a;
      fc = fa;
      step = b - a;
      before = step;
    }
  }
  return b;
}

/** As `rootBetween`, on the whole line: first walks away from `start` with growing steps until the sign changes. */
export function rootFrom(f: (x: number) => number, start: number, firstStep = 1): number {
  const below = f(start) < 0;
  let near = start;
  let far = start;
  let step = below ? firstStep : -firstStep;
  for (let i = 0; i < 1100; i++) {
    far = near + step;
    if (f(far) < 0 !== below) break;
    near = far;
    step *= 2;
    if (!Number.isFinite(far)) return far;
  }
  return below ? rootBetween(f, near, far) : rootBetween(f, far, near);
}

function interpolate(a: number, b: number, c: number, fa: number, fb: number, fc: number): number {
  const s = fb / fa;
  if (a === c) return ((c - b) * s) / (s - 1);
  const q = fa / fc;
  const r = fb / fc;
  const above = s * ((c - b) * q * (q - r) - (b - a) * (r - 1));
  return -above / ((q - 1) * (r - 1) * (s - 1));
}

const finite = (value: number): number => Math.max(-1e300, Math.min(1e300, value));
