import { logGamma, normalQuantile } from '../distributions.ts';
import { sizeOfD, type VerbalSize } from '../effect-size.ts';
import type { Interval, Text } from '../result.ts';

/** Every effect size by its own name: they differ, and “Cohen’s d” has been said of most of them. */
export type EffectName =
  | 'd'
  | 'd_z'
  | 'd_av'
  | 'd_av_mean_sd'
  | 'd_rm'
  | 'glass_delta'
  | 'g'
  | 'g_approximate'
  | 'g_z'
  | 'g_z_approximate'
  | 'r';

export interface EffectSize {
  readonly name: EffectName;
  /** Positive when the second is higher (of one sample: higher than the given mean). */
  readonly estimate: number;
  /** Null where there is no sound interval. */
  readonly ci: Interval | null;
  /** What it is divided by, and how the interval is made. */
  readonly definition: Text;
}

/** The word for the effect, and which effect size it is taken from. */
export interface EffectVerbalSize extends VerbalSize {
  readonly of: EffectName;
}

export function effectVerbalSize(effects: readonly EffectSize[], of: EffectName): EffectVerbalSize | null {
  const effect = effects.find(({ name }) => name === of);
  return effect ? { of, ...sizeOfD(effect.estimate) } : null;
}

/** An interval for t's noncentrality as one for an effect size that is `scale` times it. */
export const scaled = ([lower, upper]: Interval, scale: number): Interval => [lower * scale, upper * scale];

/**
 * Hedges' exact factor J(df) = Γ(df/2)/(√(df/2) Γ((df − 1)/2)), that makes d unbiased (Hedges 1981, Journal of
 * Educational Statistics 6, 107–128, eq. 6e). It does not exist at df = 1.
 */
function hedgesFactor(df: number): number {
  return Math.exp(logGamma(df / 2) - Math.log(df / 2) / 2 - logGamma((df - 1) / 2));
}

/** Hedges' own approximation, 1 − 3/(4df − 1), which most software uses. */
const hedgesApproximation = (df: number): number => 1 - 3 / (4 * df - 1);

/** d with its two corrections for small samples; the corrections need df of at least 2. */
export function withCorrections(
  d: EffectSize,
  df: number,
  names: readonly [exact: EffectName, approximate: EffectName],
): EffectSize[] {
  if (df < 2) return [d];
  const exact = hedgesFactor(df);
  const ci = d.ci && scaled(d.ci, exact);
  return [
    d,
    {
      name: names[0],
      estimate: d.estimate * exact,
      ci,
      definition: {
        nl: `${d.name} maal de exacte correctie van Hedges voor kleine groepen${ci ? '; het interval even zo' : ''}`,
        en: `${d.name} times the exact correction of Hedges for small groups${ci ? '; its interval likewise' : ''}`,
      },
    },
    {
      name: names[1],
      estimate: d.estimate * hedgesApproximation(df),
      ci: null,
      definition: {
        nl: `${d.name} maal de benadering 1 − 3/(4df − 1) van die correctie`,
        en: `${d.name} times the approximation 1 − 3/(4df − 1) of that correction`,
      },
    },
  ];
}

/** t/√(t² + df): with one spread for both groups, their point-biserial correlation (Cohen 1988, §2.2.2). */
export function rEffect(t: number, df: number): EffectSize {
  return {
    name: 'r',
    estimate: t / Math.hypot(t, Math.sqrt(df)),
    ci: null,
    definition: { nl: 't gedeeld door de wortel uit t² + df', en: 't divided by the root of t² + df' },
  };
}

/** The interval of a d by the average variance of two groups: Bonett 2008, Psychological Methods 13, 99–109, eq. 9. */
export function bonettInterval(
  d: number,
  variances: readonly [number, number],
  dfs: readonly [number, number],
  level: number,
): Interval {
  const average = (variances[0] + variances[1]) / 2;
  const fourth = variances[0] ** 2 / dfs[0] + variances[1] ** 2 / dfs[1];
  const second = variances[0] / dfs[0] + variances[1] / dfs[1];
  const se = Math.sqrt((d * d * fourth) / (8 * average ** 2) + second / average);
  const z = normalQuantile((1 + level) / 2);
  return [d - z * se, d + z * se];
}
