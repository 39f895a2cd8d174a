import { normalQuantile, normalTail } from '../distributions.ts';
import { levelOf } from '../level.ts';
import { ENGINE, type Interval, type Result, StatisticsError, type Text, type Warning } from '../result.ts';
import { sum } from '../sums.ts';
import { categoriesIn, type Rating, ratedByBoth } from './ratings.ts';

export type KappaWeights = 'none' | 'linear' | 'quadratic';

export interface KappaOptions {
  /** `none` (default): equal or not. `linear`, `quadratic`: near misses count in part, by places in the categories. */
  readonly weights?: KappaWeights;
  /** All categories in their order; without it those that occur, numbers by size and words by alphabet. */
  readonly categories?: readonly (number | string)[];
  /** Of the interval; default 0.95. */
  readonly level?: number;
}

export interface Kappa extends Result {
  readonly analysis: 'kappa';
  readonly kappa: number;
  /** For the interval: Fleiss, Cohen & Everitt 1969, not supposing that kappa is 0. */
  readonly se: number;
  readonly level: number;
  /** Within [−1, 1]. */
  readonly ci: Interval;
  /** Of the hypothesis that agreement is chance; null where its standard error is 0. */
  readonly z: number | null;
  readonly p: number | null;
  readonly weights: KappaWeights;
  /** Agreement as seen and as chance alone would give, weighted where kappa is. */
  readonly observed: number;
  readonly expected: number;
  /** The highest kappa that these marginals allow. */
  readonly maximum: number;
  readonly categories: readonly string[];
  /** Counts: a row per category of the first rater, a column per category of the second. */
  readonly table: readonly (readonly number[])[];
  /** How often each rater used each category. */
  readonly marginals: { readonly a: readonly number[]; readonly b: readonly number[] };
}

/**
 * Cohen's kappa of two raters over the same units, plain or weighted. `n` is the number of units that both rated.
 *
 * Sources: Cohen 1960, Educational and Psychological Measurement 20, 37–46; Cohen 1968, Psychological Bulletin 70,
 * 213–220; Fleiss, Cohen & Everitt 1969, Psychological Bulletin 72, 323–327; paradox: Feinstein & Cicchetti 1990,
 * Journal of Clinical Epidemiology 43, 543–549.
 *
 * @throws StatisticsError `unequal-columns`, `too-few-cases`, `unknown-category`, `constant-ratings`.
 */
export function cohensKappa(a: readonly Rating[], b: readonly Rating[], options: KappaOptions = {}): Kappa {
  const weights = options.weights ?? 'none';
  const level = levelOf(options);
  const { pairs, dropped } = ratedByBoth(a, b);
  const categories = categoriesIn(pairs.flat(), options.categories);
  const counts = crossTable(pairs, categories);
  const found = agreementIn(counts, weights);
  // Both always the same one category: chance agreement is complete, and kappa is 0/0.
  if (categories.length < 2 || found.expected > 1 - 1e-12) throw constantRatings(String(pairs[0][0]));
  const kappa = beyondChance(found.observed, found.expected);
  const se = standardError(found, kappa);
  const z = testStatistic(found, kappa);
  const reach = normalQuantile((1 + level) / 2) * se;
  return {
    analysis: 'kappa',
    method: METHODS[weights],
    engine: ENGINE,
    n: found.n,
    dropped:
      dropped === 0
        ? []
        : [{ count: dropped, why: { nl: 'niet door beide beoordeeld', en: 'not rated by both' } }],
    warnings: warningsOf(found, kappa, categories, weights),
    kappa,
    se,
    level,
    ci: [Math.max(-1, kappa - reach), Math.min(1, kappa + reach)],
    z,
    p: z === null ? null : 2 * normalTail(Math.abs(z)),
    weights,
    observed: found.observed,
    expected: found.expected,
    maximum: beyondChance(highestAgreement(found), found.expected),
    categories: categories.map(String),
    table: counts,
    marginals: { a: counts.map(sum), b: columnSums(counts) },
  };
}

const METHODS: Readonly<Record<KappaWeights, Text>> = {
  none: { nl: 'Cohens kappa', en: "Cohen's kappa" },
  linear: { nl: 'gewogen kappa, lineaire gewichten', en: 'weighted kappa, linear weights' },
  quadratic: { nl: 'gewogen kappa, kwadratische gewichten', en: 'weighted kappa, quadratic weights' },
};

interface Agreement {
  readonly n: number;
  /** Shares of all pairs, and of each rater's ratings. */
  readonly shares: readonly (readonly number[])[];
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** How much a pair of categories agrees: 1 on the diagonal. */
  readonly weight: (i: number, j: number) => number;
  readonly observed: number;
  readonly expected: number;
}

function agreementIn(counts: readonly (readonly number[])[], weights: KappaWeights): Agreement {
  const n = sum(counts.map(sum));
  const weight = weightOf(weights, counts.length);
  const shares = counts.map((row) => row.map((value) => value / n));
  const a = counts.map((row) => sum(row) / n);
  const b = columnSums(counts).map((value) => value / n);
  return {
    n,
    shares,
    a,
    b,
    weight,
    observed: total(counts, (value, i, j) => value * weight(i, j)) / n,
    expected: total(shares, (_, i, j) => a[i] * b[j] * weight(i, j)),
  };
}

function weightOf(weights: KappaWeights, k: number): Agreement['weight'] {
  if (weights === 'none') return (i, j) => (i === j ? 1 : 0);
  const power = weights === 'linear' ? 1 : 2;
  return (i, j) => 1 - (Math.abs(i - j) / (k - 1)) ** power;
}

const beyondChance = (observed: number, expected: number): number => (observed - expected) / (1 - expected);

/** Fleiss, Cohen & Everitt 1969: not supposing that kappa is 0. */
function standardError({ n, shares, expected, ...rest }: Agreement, kappa: number): number {
  const mean = averageWeights(rest);
  const spread = total(
    shares,
    (share, i, j) => share * (rest.weight(i, j) - (mean.a[i] + mean.b[j]) * (1 - kappa)) ** 2,
  );
  const variance = spread - (kappa - expected * (1 - kappa)) ** 2;
  return Math.sqrt(Math.max(0, variance) / n) / (1 - expected);
}

/** With the standard error that holds when agreement is chance: the same paper. */
function testStatistic({ n, shares, expected, ...rest }: Agreement, kappa: number): number | null {
  const mean = averageWeights(rest);
  const spread = total(
    shares,
    (_, i, j) => rest.a[i] * rest.b[j] * (rest.weight(i, j) - (mean.a[i] + mean.b[j])) ** 2,
  );
  const variance = spread - expected ** 2;
  return variance > 1e-14 ? (kappa * (1 - expected)) / Math.sqrt(variance / n) : null;
}

/** The weight that a category of one rater gets on average, over the other rater's ratings. */
function averageWeights({ a, b, weight }: Pick<Agreement, 'a' | 'b' | 'weight'>) {
  return {
    a: a.map((_, i) => sum(b.map((share, j) => share * weight(i, j)))),
    b: b.map((_, j) => sum(a.map((share, i) => share * weight(i, j)))),
  };
}

/**
 * The most agreement that these marginals allow. Plain: what the two share of each category. Weighted: both raters'
 * ratings laid side by side in order, as disagreement grows at least as fast as the distance.
 */
function highestAgreement({ a, b, weight, shares }: Agreement): number {
  if (shares.length > 2 && weight(0, 1) > 0) return inOrder(a, b, weight);
  return sum(a.map((share, place) => Math.min(share, b[place])));
}

function inOrder(a: readonly number[], b: readonly number[], weight: Agreement['weight']): number {
  const [left, right] = [[...a], [...b]];
  let agreement = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const together = Math.min(left[i], right[j]);
    agreement += together * weight(i, j);
    left[i] -= together;
    right[j] -= together;
    if (left[i] <= right[j]) i++;
    else j++;
  }
  return agreement;
}

function crossTable(
  pairs: readonly (readonly [number | string, number | string])[],
  categories: readonly (number | string)[],
): number[][] {
  const places = new Map(categories.map((category, place) => [category, place]));
  const counts = categories.map(() => categories.map(() => 0));
  for (const [first, second] of pairs) counts[places.get(first) ?? 0][places.get(second) ?? 0] += 1;
  return counts;
}

const columnSums = (counts: readonly (readonly number[])[]): number[] =>
  counts.map((_, j) => sum(counts.map((row) => row[j])));

const total = (
  cells: readonly (readonly number[])[],
  of: (value: number, i: number, j: number) => number,
): number => sum(cells.flatMap((row, i) => row.map((value, j) => of(value, i, j))));

function warningsOf(
  { n, shares, expected }: Agreement,
  kappa: number,
  categories: readonly (number | string)[],
  weights: KappaWeights,
): readonly Warning[] {
  const same = sum(shares.map((row, place) => row[place]));
  const warnings: Warning[] = [];
  if (weights === 'none' && same >= 0.8 && kappa < 0.6) {
    const [seen, chance] = [same, expected].map((share) => Math.round(share * 100));
    warnings.push({
      code: 'kappa-paradox',
      text: {
        nl: `De beoordelaars zijn het vaak eens (${seen}%), maar één categorie komt zo veel voor dat toeval alleen al ${chance}% geeft. Daardoor is kappa laag; noem het percentage erbij.`,
        en: `The raters often agree (${seen}%), but one category is so common that chance alone gives ${chance}%. That makes kappa low; give the percentage beside it.`,
      },
    });
  }
  if (weights !== 'none' && gapIn(categories)) {
    warnings.push({
      code: 'gap-in-categories',
      text: {
        nl: `Tussen ${categories.join(', ')} ontbreekt een getal dat niemand gaf. De gewichten tellen plaatsen: geef alle categorieën op.`,
        en: `Among ${categories.join(', ')} a number is missing that nobody gave. The weights count places: name all categories.`,
      },
    });
  }
  if (n < 30) {
    warnings.push({
      code: 'few-cases',
      text: {
        nl: `Maar ${n} dubbele beoordelingen: kappa kan bij een andere steekproef flink anders uitvallen.`,
        en: `Only ${n} units rated twice: kappa may well be different in another sample.`,
      },
    });
  }
  return warnings;
}

const gapIn = (categories: readonly (number | string)[]): boolean =>
  categories.some((category, place) => {
    const before = categories[place - 1];
    return typeof category === 'number' && typeof before === 'number' && category - before > 1;
  });

const constantRatings = (category: string): StatisticsError =>
  new StatisticsError('constant-ratings', {
    nl: `Beide beoordelaars gaven altijd “${category}”. Overeenstemming boven toeval is dan niet te bepalen; gebruik het percentage.`,
    en: `Both raters always gave “${category}”. Agreement beyond chance cannot be determined then; use the percentage.`,
  });
