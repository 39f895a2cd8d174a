import type { Interval } from '../result.ts';
import { normalTail } from './central.ts';
import { checkNumbers, checkPositive } from './domain.ts';
import { gammaAbove, gammaBelow, logNormalAbove } from './incomplete.ts';
import { meanOverSpread } from './over-spread.ts';
import { integrateHill } from './quadrature.ts';
import { rootFrom } from './root.ts';

/**
 * P(T > t) of the noncentral t distribution: of (Z + ncp)/s that is the mean of P(Z > t·s − ncp) over the
 * distribution of s. For the lower tail, change the sign of both t and ncp.
 */
export function noncentralTTail(t: number, df: number, ncp: number): number {
  checkNumbers({ t, ncp });
  checkPositive({ df });
  if (df === Number.POSITIVE_INFINITY) return normalTail(t - ncp);
  const farOut = Math.abs(ncp) > 40 && Math.abs(ncp) > 3 * Math.sqrt(df) && t * ncp > 0;
  return farOut ? meanOverNormal(t, df, ncp) : meanOverSpread((s) => logNormalAbove(t * s - ncp), df);
}

/**
 * The same the other way round, for a large ncp, where the normal tail above is nearly a step: the mean over Z of the
 * chance that s stays below (Z + ncp)/t, or above it when t is negative.
 */
function meanOverNormal(t: number, df: number, ncp: number): number {
  const share = t > 0 ? gammaBelow : gammaAbove;
  const g = (z: number): number => {
    const edge = Math.max(0, (z + ncp) / t);
    return Math.log(share(df / 2, (df / 2) * edge * edge)) - 0.5 * z * z;
  };
  return integrateHill(g, 0, 1) / Math.sqrt(2 * Math.PI);
}

/**
 * The interval for the noncentrality parameter that fits an observed t: below its lower end a t this high, above its
 * upper end a t this low would be rarer than half of 1 − level (Steiger & Fouladi 1997; Cumming & Finch 2001).
 */
export function noncentralityInterval(t: number, df: number, level: number): Interval {
  checkNumbers({ t });
  checkPositive({ df });
  if (!(level > 0 && level < 1)) throw new RangeError(`level must be between 0 and 1 and is ${level}`);
  const target = Math.log((1 - level) / 2);
  const step = 1 + Math.abs(t) / Math.sqrt(df);
  const lower = rootFrom((ncp) => Math.log(noncentralTTail(t, df, ncp)) - target, t - step, step);
  const upper = rootFrom((ncp) => target - Math.log(noncentralTTail(-t, df, -ncp)), t + step, step);
  return [lower, upper];
}
