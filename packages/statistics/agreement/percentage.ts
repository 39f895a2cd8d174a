import { normalQuantile } from '../distributions.ts';
import { levelOf } from '../level.ts';
import { ENGINE, type Interval, type Result, StatisticsError } from '../result.ts';
import { type Rating, ratedByBoth } from './ratings.ts';

export interface PercentageAgreementOptions {
  /** How far apart two numbers may be and still count as agreement: 0 (default) or 1. */
  readonly within?: 0 | 1;
  /** Of the interval; default 0.95. */
  readonly level?: number;
}

export interface PercentageAgreement extends Result {
  readonly analysis: 'percentage-agreement';
  /** Of the units that both rated, from 0 to 1. */
  readonly share: number;
  readonly agreed: number;
  readonly within: 0 | 1;
  readonly level: number;
  readonly ci: Interval;
}

/**
 * The share of units that two raters gave the same, or nearly the same. `n` is the number of units that both rated.
 * Interval: Wilson 1927, Journal of the American Statistical Association 22, 209–212.
 *
 * @throws StatisticsError `unequal-columns`, `too-few-cases`, `not-numeric` (words, with `within: 1`).
 */
export function percentageAgreement(
  a: readonly Rating[],
  b: readonly Rating[],
  options: PercentageAgreementOptions = {},
): PercentageAgreement {
  const within = options.within ?? 0;
  const level = levelOf(options);
  const { pairs, dropped } = ratedByBoth(a, b);
  const n = pairs.length;
  const agreed = pairs.filter(([first, second]) => agree(first, second, within)).length;
  return {
    analysis: 'percentage-agreement',
    method: {
      nl: `percentage overeenstemming${within === 0 ? '' : ', hoogstens 1 verschil'}; interval van Wilson`,
      en: `percentage agreement${within === 0 ? '' : ', at most 1 apart'}; Wilson interval`,
    },
    engine: ENGINE,
    n,
    dropped:
      dropped === 0
        ? []
        : [{ count: dropped, why: { nl: 'niet door beide beoordeeld', en: 'not rated by both' } }],
    warnings:
      n < 30
        ? [
            {
              code: 'few-cases',
              text: {
                nl: `Maar ${n} dubbele beoordelingen: het percentage is onzeker.`,
                en: `Only ${n} units rated twice: the percentage is uncertain.`,
              },
            },
          ]
        : [],
    share: agreed / n,
    agreed,
    within,
    level,
    ci: wilsonInterval(agreed, n, level),
  };
}

function agree(first: number | string, second: number | string, within: 0 | 1): boolean {
  if (within === 0) return first === second;
  if (typeof first === 'number' && typeof second === 'number') return Math.abs(first - second) <= within;
  throw new StatisticsError('not-numeric', {
    nl: 'Hoogstens 1 verschil telt alleen bij getallen; deze beoordelingen zijn woorden.',
    en: 'At most 1 apart counts for numbers only; these ratings are words.',
  });
}

function wilsonInterval(hits: number, n: number, level: number): Interval {
  const z2 = normalQuantile((1 + level) / 2) ** 2;
  const share = hits / n;
  const middle = share + z2 / (2 * n);
  const reach = Math.sqrt(z2 * ((share * (1 - share)) / n + z2 / (4 * n * n)));
  const scale = 1 + z2 / n;
  // At a share of 0 or 1 the end is exact, and rounding would take it a hair beyond.
  return [hits === 0 ? 0 : (middle - reach) / scale, hits === n ? 1 : (middle + reach) / scale];
}
