import { levelOf } from '../level.ts';
import { ENGINE, type Interval, type Result, StatisticsError, type Text, type Warning } from '../result.ts';
import { dot, sum } from '../sums.ts';
import { type Draw, seededDraw } from './random.ts';
import { categoriesIn, isGiven, type Rating, unequal } from './ratings.ts';

export type MeasurementScale = 'nominal' | 'ordinal' | 'interval' | 'ratio';

export interface KrippendorffOptions {
  /** What the values mean: names, an order, equal steps, or amounts from zero. */
  readonly scale: MeasurementScale;
  /** Ordinal words in their order. */
  readonly categories?: readonly (number | string)[];
  /** Draws of the bootstrap; default 2000, 0 for no interval. */
  readonly replicates?: number;
  /** Of the bootstrap; the same seed gives the same interval. Default 1. */
  readonly seed?: number;
  /** Of the interval; default 0.95. */
  readonly level?: number;
}

export interface KrippendorffsAlpha extends Result {
  readonly analysis: 'krippendorff';
  readonly alpha: number;
  readonly scale: MeasurementScale;
  readonly raters: number;
  /** Ratings that are paired with another rating of the same unit. */
  readonly ratings: number;
  /** Disagreement as seen, and as chance alone would give. */
  readonly observedDisagreement: number;
  readonly expectedDisagreement: number;
  readonly level: number;
  /** Null without a bootstrap, or when too many of its draws had no alpha. */
  readonly ci: Interval | null;
  readonly bootstrap: {
    readonly method: Text;
    readonly replicates: number;
    readonly seed: number;
    /** Draws in which everything was rated alike, so that there was no alpha. */
    readonly withoutAlpha: number;
  };
}

/**
 * Krippendorff's alpha of any number of raters, with or without gaps. `n` is the number of units with two ratings or
 * more.
 *
 * Sources: Krippendorff 2011, Computing Krippendorff's alpha-reliability (University of Pennsylvania); Hayes &
 * Krippendorff 2007, Communication Methods and Measures 1, 77–89.
 *
 * @param ratings per rater one value per unit; null and NaN are missing.
 * @throws StatisticsError `too-few-raters`, `unequal-columns`, `too-few-cases`, `not-numeric`, `unknown-category`,
 *   `constant-ratings`.
 */
export function krippendorffsAlpha(
  ratings: readonly (readonly Rating[])[],
  options: KrippendorffOptions,
): KrippendorffsAlpha {
  const replicates = options.replicates ?? 2000;
  const seed = options.seed ?? 1;
  const level = levelOf(options);
  const units = pairedUnits(ratings);
  const categories = categoriesIn(units.flat(), options.categories);
  const values = valuesOf(categories, options.scale);
  const counts = countsOf(units, categories);
  const found = disagreement(counts, values, options.scale);
  if (found.expected === 0) throw constantRatings(String(units[0][0]));
  const draws = resample(counts, values, options.scale, replicates, seededDraw(seed));
  const dropped = ratings[0].length - units.length;
  return {
    analysis: 'krippendorff',
    method: {
      nl: `Krippendorffs alfa, ${SCALES[options.scale].nl}`,
      en: `Krippendorff's alpha, ${SCALES[options.scale].en}`,
    },
    engine: ENGINE,
    n: units.length,
    dropped:
      dropped === 0
        ? []
        : [{ count: dropped, why: { nl: 'minder dan twee beoordelingen', en: 'fewer than two ratings' } }],
    warnings: warningsOf(units.length),
    alpha: 1 - found.observed / found.expected,
    scale: options.scale,
    raters: ratings.length,
    ratings: units.flat().length,
    observedDisagreement: found.observed,
    expectedDisagreement: found.expected,
    level,
    ci: draws.length > 0.95 * replicates ? percentileInterval(draws, level) : null,
    bootstrap: {
      method: {
        nl: 'dingen met teruglegging getrokken; percentielen',
        en: 'units drawn with replacement; percentiles',
      },
      replicates,
      seed,
      withoutAlpha: replicates - draws.length,
    },
  };
}

const SCALES: Readonly<Record<MeasurementScale, Text>> = {
  nominal: { nl: 'nominaal', en: 'nominal' },
  ordinal: { nl: 'ordinaal', en: 'ordinal' },
  interval: { nl: 'interval', en: 'interval' },
  ratio: { nl: 'ratio', en: 'ratio' },
};

/** The ratings of each unit that has at least two. */
function pairedUnits(ratings: readonly (readonly Rating[])[]): readonly (readonly (number | string)[])[] {
  if (ratings.length < 2) {
    throw new StatisticsError('too-few-raters', {
      nl: 'Voor overeenstemming zijn minstens twee beoordelaars nodig.',
      en: 'Agreement takes at least two raters.',
    });
  }
  const uneven = ratings.find(({ length }) => length !== ratings[0].length);
  if (uneven) throw unequal(ratings[0].length, uneven.length);
  const units = ratings[0]
    .map((_, unit) => ratings.map((rater) => rater[unit]).filter(isGiven))
    .filter(({ length }) => length >= 2);
  if (units.length >= 2) return units;
  throw new StatisticsError('too-few-cases', {
    nl: `Er ${units.length === 1 ? 'is' : 'zijn'} ${units.length} dingen met twee beoordelingen of meer; minstens 2 zijn nodig.`,
    en: `There ${units.length === 1 ? 'is' : 'are'} ${units.length} units with two ratings or more; at least 2 are needed.`,
  });
}

/** What the distances are computed from: the numbers themselves, or places. */
function valuesOf(categories: readonly (number | string)[], scale: MeasurementScale): readonly number[] {
  if (scale === 'nominal' || scale === 'ordinal') return categories.map((_, place) => place);
  return categories.map((category) => {
    if (Number.isFinite(category) && (scale === 'interval' || Number(category) >= 0)) return Number(category);
    throw new StatisticsError('not-numeric', {
      nl: `Voor een ${scale === 'ratio' ? 'ratioschaal zijn getallen vanaf 0' : 'intervalschaal zijn getallen'} nodig; “${category}” is dat niet.`,
      en: `${scale === 'ratio' ? 'A ratio scale takes numbers from 0 on' : 'An interval scale takes numbers'}; “${category}” is not one.`,
    });
  });
}

/** The categories given to one unit, and how often each. */
interface Unit {
  readonly places: readonly number[];
  readonly counts: readonly number[];
  /** Its number of ratings. */
  readonly m: number;
}

function countsOf(
  units: readonly (readonly (number | string)[])[],
  categories: readonly (number | string)[],
): readonly Unit[] {
  const places = new Map(categories.map((category, place) => [category, place]));
  return units.map((ratings) => {
    const counts = new Map<number, number>();
    for (const rating of ratings) {
      const place = places.get(rating) ?? 0;
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    return { places: [...counts.keys()], counts: [...counts.values()], m: ratings.length };
  });
}

/**
 * Over all pairs c, d of values: observed Σ o·δ²/n and expected Σ n(c)·n(d)·δ²/(n(n − 1)), o the coincidences within units
 * (a unit's pairs divided by its number of ratings less one), n(c) how often c was given, n the number of ratings.
 */
function disagreement(
  units: readonly Unit[],
  values: readonly number[],
  scale: MeasurementScale,
): { observed: number; expected: number } {
  const totals = new Float64Array(values.length);
  for (const { places, counts } of units) {
    for (let i = 0; i < places.length; i++) totals[places[i]] += counts[i];
  }
  const n = sum(totals);
  const metric = metricOf(values, totals, scale);
  let observed = 0;
  for (const { places, counts, m } of units) {
    for (let i = 0; i < places.length; i++) {
      for (let j = 0; j < i; j++) {
        observed += (2 * counts[i] * counts[j] * metric.between(places[i], places[j])) / (m - 1);
      }
    }
  }
  return { observed: observed / n, expected: metric.overall() / (n * (n - 1)) };
}

/** The squared differences δ² of Krippendorff 2011. */
interface Metric {
  /** Between the values at two places. */
  between(c: number, d: number): number;
  /** Σ n(c)·n(d)·δ² over all c and d: where that can be, without walking along all pairs. */
  overall(): number;
}

function metricOf(values: readonly number[], totals: Float64Array, scale: MeasurementScale): Metric {
  if (scale === 'nominal') return nominal(totals);
  if (scale === 'ratio') return ratio(values, totals);
  return onLine(scale === 'interval' ? values : ranksOf(totals), totals);
}

const nominal = (totals: Float64Array): Metric => ({
  between: () => 1,
  overall: () => sum(totals) ** 2 - dot(totals, totals),
});

/** As far as their places on a line: then the sum over all pairs is a variance. */
function onLine(places: ArrayLike<number>, totals: Float64Array): Metric {
  return {
    between: (c, d) => (places[c] - places[d]) ** 2,
    overall: () => {
      const n = sum(totals);
      const centre = dot(totals, places) / n;
      return 2 * n * sum(totals.map((total, c) => total * (places[c] - centre) ** 2));
    },
  };
}

/** Ordinal: how many ratings lie below, one's own counting half. */
function ranksOf(totals: Float64Array): Float64Array {
  let running = 0;
  return totals.map((total) => {
    running += total;
    return running - total / 2;
  });
}

function ratio(values: readonly number[], totals: Float64Array): Metric {
  const between = (c: number, d: number): number => ((values[c] - values[d]) / (values[c] + values[d])) ** 2;
  const overall = (): number => {
    let all = 0;
    for (let c = 0; c < totals.length; c++) {
      for (let d = 0; d < c; d++) all += 2 * totals[c] * totals[d] * between(c, d);
    }
    return all;
  };
  return { between, overall };
}

/** The alphas of samples of as many units, drawn with replacement; without the draws that have none. */
function resample(
  units: readonly Unit[],
  values: readonly number[],
  scale: MeasurementScale,
  replicates: number,
  draw: Draw,
): readonly number[] {
  const alphas: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate++) {
    const sample = units.map(() => units[draw(units.length)]);
    const { observed, expected } = disagreement(sample, values, scale);
    if (expected > 0) alphas.push(1 - observed / expected);
  }
  return alphas;
}

/** Between the order statistics, as R's type 7. */
function percentileInterval(draws: readonly number[], level: number): Interval {
  const sorted = Float64Array.from(draws).sort();
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const below = Math.floor(place);
    const above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  };
  return [at((1 - level) / 2), at((1 + level) / 2)];
}

function warningsOf(n: number): readonly Warning[] {
  if (n >= 30) return [];
  return [
    {
      code: 'few-cases',
      text: {
        nl: `Maar ${n} dingen met twee beoordelingen of meer: alfa en het interval zijn onzeker.`,
        en: `Only ${n} units with two ratings or more: alpha and its interval are uncertain.`,
      },
    },
  ];
}

const constantRatings = (category: string): StatisticsError =>
  new StatisticsError('constant-ratings', {
    nl: `Alles is beoordeeld als “${category}”. Overeenstemming boven toeval is dan niet te bepalen.`,
    en: `Everything was rated “${category}”. Agreement beyond chance cannot be determined then.`,
  });
