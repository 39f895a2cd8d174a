import { summarise } from '../description/summary.ts';
import { type Dropped, StatisticsError, type Text, type Warning } from '../result.ts';
import { mean, standardDeviation } from '../sums.ts';

/** Scores, one per case; null, undefined and NaN are missing. */
export type Scores = ArrayLike<number | null | undefined>;

/** The n, mean and standard deviation (divided by n − 1) of one set of scores. */
export interface GroupSummary {
  readonly name: string;
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
}

export interface TTestOptions {
  /** Of the intervals; default 0.95. */
  readonly level?: number;
}

/** Fewer cases than this get a warning. */
const SMALL = 10;

/** The scores that are there. */
export function present(scores: Scores): Float64Array {
  return Float64Array.from(scores, (score) => score ?? Number.NaN).filter((score) => !Number.isNaN(score));
}

/** @throws StatisticsError `not-finite` or `too-few-cases`. */
export function groupSummary(values: Float64Array, name: string): GroupSummary {
  if (values.some((value) => !Number.isFinite(value))) {
    throw new StatisticsError('not-finite', {
      nl: `In ${name} staat een oneindige waarde. Maak die leeg of verbeter haar.`,
      en: `${name} holds an infinite value. Empty it or mend it.`,
    });
  }
  if (values.length < 2) {
    throw new StatisticsError('too-few-cases', {
      nl: `In ${name} ${values.length === 1 ? 'is maar één score' : 'zijn geen scores'}. Een t-toets heeft er minstens twee nodig.`,
      en: `${name} has ${values.length === 1 ? 'only one score' : 'no scores'}. A t-test needs at least two.`,
    });
  }
  const constant = values.every((value) => value === values[0]);
  return {
    name,
    n: values.length,
    mean: constant ? values[0] : mean(values),
    sd: constant ? 0 : standardDeviation(values),
  };
}

/**
 * @param size of the means: a spread below their rounding errors is no spread.
 * @throws StatisticsError `no-spread`
 */
export function checkSpread(se: number, size: number, what: Text): void {
  if (se > 10 * Number.EPSILON * size) return;
  throw new StatisticsError('no-spread', {
    nl: `${what.nl} zijn allemaal gelijk. Zonder spreiding kan een t-toets niets zeggen.`,
    en: `${what.en} are all the same. Without spread, a t-test can say nothing.`,
  });
}

export function missing(count: number, why: Text): Dropped[] {
  return count === 0 ? [] : [{ count, why }];
}

export function smallGroup(groups: readonly Pick<GroupSummary, 'n'>[]): Warning[] {
  const smallest = Math.min(...groups.map(({ n }) => n));
  if (smallest >= SMALL) return [];
  return [
    {
      code: groups.length === 1 ? 'few-cases' : 'small-groups',
      text: {
        nl: `Met ${smallest} scores is dit een kleine groep: één andere score kan de uitkomst al veranderen.`,
        en: `With ${smallest} scores this is a small group: one other score can already change the outcome.`,
      },
    },
  ];
}

/** From about thirty cases on, a mean of skewed scores is near enough to normal. */
export function skewed(values: Float64Array, what: Text): Warning[] {
  const { skewness } = summarise(values);
  if (values.length >= 30 || skewness === null || Math.abs(skewness) <= 1) return [];
  return [
    {
      code: 'skewed',
      text: {
        nl: `${what.nl} zijn scheef verdeeld, en het zijn er weinig: neem de p-waarde en het interval ruim.`,
        en: `${what.en} are skewed, and they are few: take the p-value and the interval broadly.`,
      },
    },
  ];
}
