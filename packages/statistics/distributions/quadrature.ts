/**
 * ∫ exp(g(x)) dx over the whole line, of a g with one top that falls away on both sides.
 *
 * The trapezium rule with equal steps: for smooth functions that vanish at both ends its error falls exponentially
 * with the number of steps (Trefethen & Weideman 2014, SIAM Review 56, 385–458). All terms are positive, so that a
 * result of 1e-300 has as many right digits as one of 0.5.
 *
 * @param near a place not too far from the top; `width` roughly how wide the hill is.
 */
export function integrateHill(g: (x: number) => number, near: number, width: number): number {
  const top = summit(g, near, width);
  const height = g(top);
  if (height === Number.NEGATIVE_INFINITY) return 0;
  const left = foot(g, top, -width, height);
  const right = foot(g, top, width, height);
  return integrateBetween((x) => Math.exp(g(x) - height), left, right) * Math.exp(height);
}

/** ∫ f(x) dx of a smooth positive f that is next to nothing at both ends: the same rule. */
export function integrateBetween(f: (x: number) => number, left: number, right: number): number {
  let count = 32;
  let step = (right - left) / count;
  let total = 0;
  for (let i = 0; i <= count; i++) total += f(left + i * step);
  let area = total * step;
  for (let round = 0; round < 12; round++) {
    for (let i = 0; i < count; i++) total += f(left + (i + 0.5) * step);
    count *= 2;
    step /= 2;
    const before = area;
    area = total * step;
    // The error of a halved step is at most the square of the error before.
    if (Math.abs(area - before) <= 1e-8 * area) break;
  }
  return area;
}

/** Below exp(−40) of the top nothing counts any more, also when it goes on for long. */
const DEPTH = 40;

function foot(g: (x: number) => number, top: number, width: number, height: number): number {
  let step = width;
  let place = top + step;
  while (g(place) > height - DEPTH && Math.abs(step) < 1e12) {
    step *= 1.5;
    place = top + step;
  }
  return place;
}

/** Climbs with growing steps until the top lies between three places, then narrows down (golden section). */
function summit(g: (x: number) => number, near: number, width: number): number {
  let step = g(near + width) >= g(near - width) ? width : -width;
  let a = near - step;
  let b = near;
  let c = near + step;
  while (g(c) > g(b) && Math.abs(step) < 1e12) {
    step *= 2;
    [a, b, c] = [b, c, c + step];
  }
  const golden = 0.381966;
  for (let i = 0; i < 60 && Math.abs(c - a) > 0.3 * Math.abs(width); i++) {
    const longer = Math.abs(c - b) > Math.abs(b - a) ? c : a;
    const probe = b + golden * (longer - b);
    if (g(probe) > g(b)) {
      if (longer === c) a = b;
      else c = b;
      b = probe;
    } else if (longer === c) c = probe;
    else a = probe;
  }
  return b;
}
