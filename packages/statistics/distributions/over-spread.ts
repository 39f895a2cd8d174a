import { exponentialExcess, stirlingRemainder } from './incomplete.ts';
import { integrateHill } from './quadrature.ts';

/**
 * The mean of exp(logChance(s)) over the distribution of s, the square root of χ² divided by its degrees of freedom:
 * how an estimated standard deviation lies around the real one. Integrated over u = log s, where the density is
 * smooth for every df.
 */
export function meanOverSpread(logChance: (s: number) => number, df: number): number {
  const a = df / 2;
  const constant = logConstant(a);
  const g = (u: number): number => constant - a * exponentialExcess(2 * u) + logChance(Math.exp(u));
  return integrateHill(g, 0, 1 / Math.sqrt(df + 1));
}

/** log of 2aᵃe⁻ᵃ/Γ(a). */
const logConstant = (a: number): number => Math.LN2 + Math.log(a / (2 * Math.PI)) / 2 - stirlingRemainder(a);
