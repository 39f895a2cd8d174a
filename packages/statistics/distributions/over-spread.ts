import { logGamma } from './central.ts';
import { integrateHill } from './quadrature.ts';

/**
 * The mean of exp(logChance(s)) over the distribution of s, the square root of χ² divided by its degrees of freedom:
 * how an estimated standard deviation lies around the real one. Integrated over u = log s, where the density is
 * smooth for every df.
 */
export function meanOverSpread(logChance: (s: number) => number, df: number): number {
  const a = df / 2;
  const constant = logConstant(a);
  const g = (u: number): number => constant - a * excess(2 * u) + logChance(Math.exp(u));
  return integrateHill(g, 0, 1 / Math.sqrt(df + 1));
}

/** log of 2aᵃe⁻ᵃ/Γ(a); for a large a by what Stirling's formula leaves, because the terms themselves cancel. */
function logConstant(a: number): number {
  if (a < 15) return Math.LN2 + a * Math.log(a) - a - logGamma(a);
  const b = 1 / (a * a);
  const stirling = (1 / 12 - b * (1 / 360 - b * (1 / 1260 - b * (1 / 1680 - b / 1188)))) / a;
  return Math.LN2 + Math.log(a / (2 * Math.PI)) / 2 - stirling;
}

/** eˣ − 1 − x, without losing digits near zero. */
function excess(x: number): number {
  if (Math.abs(x) > 0.5) return Math.expm1(x) - x;
  let term = (x * x) / 2;
  let total = term;
  for (let k = 3; Math.abs(term) > 1e-17 * total; k++) {
    term *= x / k;
    total += term;
  }
  return total;
}
