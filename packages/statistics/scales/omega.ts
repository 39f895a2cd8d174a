import { chiSquareTail, normalQuantile } from '../distributions.ts';
import { levelOf } from '../level.ts';
import type { Matrix } from '../linear-algebra.ts';
import { ENGINE, type Interval, type Result, StatisticsError, type Warning } from '../result.ts';
import { dot, sum } from '../sums.ts';
import { answers, completeCovariances, correlationsOf, refuseConstantItems } from './covariances.ts';
import { completeCases, type Item, type ItemOptions, prepareItems } from './items.ts';
import { fitOneFactor, LOWEST_UNIQUENESS, type OneFactor, oneFactorCovariance } from './one-factor.ts';

export interface OmegaOptions extends ItemOptions {
  /** Of the interval; default 0.95. */
  readonly level?: number;
}

export interface OmegaItem {
  readonly item: string;
  readonly mean: number;
  readonly sd: number;
  readonly reversed: boolean;
  /** Correlation of the item with the factor. */
  readonly loading: number;
  /** Share of the item's variance that is its own. */
  readonly uniqueness: number;
}

export interface Omega extends Result {
  readonly analysis: 'omega';
  /** Of the sum (or mean) of the items as they were answered. */
  readonly omega: number;
  /** Of the sum of the items after standardising each. */
  readonly standardised: number;
  /** Null when a uniqueness lies at its boundary: the theory does not hold there. */
  readonly se: number | null;
  readonly level: number;
  readonly ci: Interval | null;
  readonly k: number;
  readonly items: readonly OmegaItem[];
  /** How well one factor fits; with three items it always fits, and then there is nothing to test. */
  readonly fit: {
    readonly chiSquare: number;
    readonly df: number;
    readonly p: number | null;
    readonly rmsea: number | null;
  };
}

/**
 * McDonald's omega total of a one-factor model by maximum likelihood: (Σλ)² / ((Σλ)² + Σθ), for the sum of the items.
 * Unlike alpha it does not ask that every item measures the factor equally strongly. Listwise; n is the number of
 * respondents who answered every item.
 *
 * Sources: McDonald 1999, Test Theory, ch. 6; Jöreskog 1967, Psychometrika 32, 443–482; interval by the delta method
 * on the logit: Raykov & Marcoulides 2011, Introduction to Psychometric Theory, ch. 7.
 *
 * @throws StatisticsError those of `prepareItems`, and `too-few-cases`, `constant-item`, `singular-items`,
 *   `no-common-factor`.
 */
export function mcdonaldOmega(given: readonly Item[], options: OmegaOptions = {}): Omega {
  const level = levelOf(options);
  const prepared = prepareItems(given, options, 3);
  const items = completeCases(prepared);
  const n = items[0].values.length;
  const k = items.length;
  if (n <= k) throw tooFew(n, k);
  refuseConstantItems(items);
  const covariances = completeCovariances(items);
  const factor = fitOneFactor(correlationsOf(covariances));
  const sds = Float64Array.from({ length: k }, (_, i) => Math.sqrt(covariances.values[i + i * k]));
  const omega = omegaOf(factor, sds);
  const uncertainty = factor.atBoundary.length > 0 ? undefined : oneFactorCovariance(factor, n);
  const se = uncertainty ? deltaError(factor, sds, uncertainty) : null;
  const dropped = prepared[0].values.length - n;
  return {
    analysis: 'omega',
    method: {
      nl: 'McDonalds omega totaal van een model met één factor (maximum likelihood, listwise)',
      en: "McDonald's omega total of a one-factor model (maximum likelihood, listwise)",
    },
    engine: ENGINE,
    n,
    dropped:
      dropped === 0
        ? []
        : [
            {
              count: dropped,
              why: { nl: 'niet alle vragen beantwoord', en: 'did not answer every item' },
            },
          ],
    warnings: warningsOf(items, factor, n),
    omega,
    standardised: omegaOf(
      factor,
      sds.map(() => 1),
    ),
    se,
    level,
    ci: se === null ? null : logitInterval(omega, se, level),
    k,
    items: items.map((item, place) => {
      const { mean, sd } = answers(item);
      return {
        item: item.name,
        mean,
        sd,
        reversed: item.reversed,
        loading: factor.loadings[place],
        uniqueness: factor.uniquenesses[place],
      };
    }),
    fit: fitOf(factor, n),
  };
}

function omegaOf({ loadings, uniquenesses }: OneFactor, sds: Float64Array): number {
  const common = dot(loadings, sds) ** 2;
  return common / (common + uniqueVariance(uniquenesses, sds));
}

const uniqueVariance = (uniquenesses: Float64Array, sds: Float64Array): number =>
  sum(uniquenesses.map((uniqueness, i) => uniqueness * sds[i] ** 2));

/** √(gᵀCg), g the derivatives of omega to (λ, ψ). */
function deltaError({ loadings, uniquenesses }: OneFactor, sds: Float64Array, uncertainty: Matrix): number {
  const strength = dot(loadings, sds);
  const unique = uniqueVariance(uniquenesses, sds);
  const total = (strength ** 2 + unique) ** 2;
  const slopes = [
    ...sds.map((sd) => (2 * strength * unique * sd) / total),
    ...sds.map((sd) => -((strength * sd) ** 2) / total),
  ];
  const size = slopes.length;
  const turned = slopes.map((_, i) => dot(uncertainty.values.subarray(i * size, (i + 1) * size), slopes));
  return Math.sqrt(dot(turned, slopes));
}

/** On the logit, so that the interval stays between 0 and 1. */
function logitInterval(omega: number, se: number, level: number): Interval {
  const middle = Math.log(omega / (1 - omega));
  const reach = (normalQuantile((1 + level) / 2) * se) / (omega * (1 - omega));
  return [1 / (1 + Math.exp(reach - middle)), 1 / (1 + Math.exp(-reach - middle))];
}

function fitOf({ loadings, discrepancy }: OneFactor, n: number): Omega['fit'] {
  const k = loadings.length;
  const df = (k * (k - 3)) / 2;
  const chiSquare = (n - 1) * discrepancy;
  if (df === 0) return { chiSquare, df, p: null, rmsea: null };
  const rmsea = Math.sqrt(Math.max(0, chiSquare - df) / (df * (n - 1)));
  return { chiSquare, df, p: chiSquareTail(chiSquare, df), rmsea };
}

function warningsOf(
  items: readonly { readonly name: string }[],
  factor: OneFactor,
  n: number,
): readonly Warning[] {
  const named = (which: readonly number[]): string => which.map((place) => items[place].name).join(', ');
  const against = items.map((_, place) => place).filter((place) => factor.loadings[place] < 0);
  const warnings: Warning[] = [];
  if (factor.atBoundary.length > 0) {
    const names = named(factor.atBoundary);
    warnings.push({
      code: 'boundary',
      text: {
        nl: `Het model past niet goed: van ${names} blijft bijna geen eigen variantie over (Heywood). Die is op ${LOWEST_UNIQUENESS * 100}% gezet; omega is hier niet te vertrouwen.`,
        en: `The model does not sit well: ${names} keeps almost no variance of its own (Heywood). It was set to ${LOWEST_UNIQUENESS * 100}%; omega is not to be trusted here.`,
      },
    });
  }
  if (against.length > 0) {
    const names = named(against);
    warnings.push({
      code: 'negative-loading',
      text: {
        nl: `Tegen de factor in gaat: ${names}. Moet die misschien (niet) worden omgekeerd?`,
        en: `Going against the factor: ${names}. Perhaps it must (not) be reversed?`,
      },
    });
  }
  if (n < 100) {
    warnings.push({
      code: 'few-cases',
      text: {
        nl: `Maar ${n} mensen: de factor is bij zo’n kleine groep onzeker.`,
        en: `Only ${n} people: the factor is uncertain in so small a group.`,
      },
    });
  }
  return warnings;
}

const tooFew = (n: number, k: number): StatisticsError =>
  new StatisticsError('too-few-cases', {
    nl: `Er ${n === 1 ? 'is' : 'zijn'} ${n} volledige antwoorden op ${k} vragen; voor een factormodel zijn er meer mensen dan vragen nodig.`,
    en: `There ${n === 1 ? 'is' : 'are'} ${n} complete answers to ${k} items; a factor model needs more people than items.`,
  });
