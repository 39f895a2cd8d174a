import { fQuantile } from '../distributions.ts';
import { levelOf } from '../level.ts';
import type { Matrix } from '../linear-algebra.ts';
import {
  type Dropped,
  ENGINE,
  type Interval,
  type Result,
  StatisticsError,
  type Warning,
} from '../result.ts';
import { sum } from '../sums.ts';
import {
  answers,
  completeCovariances,
  correlationsOf,
  pairwiseCovariances,
  refuseConstantItems,
} from './covariances.ts';
import { completeCases, type Item, type ItemOptions, type PreparedItem, prepareItems } from './items.ts';

export interface AlphaOptions extends ItemOptions {
  /** `listwise` (default, as SPSS): only who answered everything. `pairwise`: per pair of items, who answered both. */
  readonly missing?: 'listwise' | 'pairwise';
  /** Of the interval; default 0.95. */
  readonly level?: number;
}

export interface AlphaItem {
  readonly item: string;
  /** Answers used. */
  readonly n: number;
  /** After reversing, where the item is reversed. */
  readonly mean: number;
  readonly sd: number;
  readonly reversed: boolean;
  /** Correlation of the item with the sum of the other items; null where that sum does not vary. */
  readonly itemRest: number | null;
  /** Alpha of the other items; null when only one would be left. */
  readonly alphaIfDeleted: number | null;
}

export interface Alpha extends Result {
  readonly analysis: 'alpha';
  readonly alpha: number;
  /** Of the items after standardising each: from the average correlation. */
  readonly standardised: number | null;
  readonly se: number;
  readonly level: number;
  readonly ci: Interval;
  /** Number of items. */
  readonly k: number;
  readonly missing: 'listwise' | 'pairwise';
  readonly averageInterItemCorrelation: number;
  readonly items: readonly AlphaItem[];
}

/**
 * Cronbach's alpha: how far the items of a scale go together. `n` is the number of respondents used: listwise those
 * who answered every item, pairwise those who answered at least one.
 *
 * Sources: Cronbach 1951, Psychometrika 16, 297–334; interval Feldt 1965, Psychometrika 30, 357–370; standard error
 * Duhachek & Iacobucci 2004, Journal of Applied Psychology 89, 792–808.
 *
 * @throws StatisticsError those of `prepareItems`, and `too-few-cases`, `too-few-pairs`, `constant-item`,
 *   `constant-total`.
 */
export function cronbachAlpha(given: readonly Item[], options: AlphaOptions = {}): Alpha {
  const missing = options.missing ?? 'listwise';
  const level = levelOf(options);
  const prepared = prepareItems(given, options, 2);
  const rows = prepared[0].values.length;
  const items = missing === 'listwise' ? completeCases(prepared) : prepared;
  const n = missing === 'listwise' ? items[0].values.length : answeredSomething(items);
  if (n < 3) throw tooFew(n, missing);
  refuseConstantItems(items);
  const covariances = missing === 'listwise' ? completeCovariances(items) : pairwiseCovariances(items);
  const k = items.length;
  const alpha = alphaOf(covariances);
  if (alpha === null) throw constantTotal();
  const average = averageCorrelation(covariances);
  const described = items.map((item, place) => describe(item, place, covariances));
  return {
    analysis: 'alpha',
    method: {
      nl: `Cronbachs alfa, ${missing === 'listwise' ? 'alleen volledige antwoorden (listwise)' : 'per paar vragen (pairwise)'}; interval van Feldt`,
      en: `Cronbach's alpha, ${missing === 'listwise' ? 'complete answers only (listwise)' : 'per pair of items (pairwise)'}; Feldt interval`,
    },
    engine: ENGINE,
    n,
    dropped: droppedRows(rows - n, missing),
    warnings: warningsOf(
      described,
      alpha,
      n,
      missing === 'pairwise' && n > completeCases(items)[0].values.length,
    ),
    alpha,
    standardised: standardisedAlpha(average, k),
    se: standardError(covariances, n),
    level,
    ci: feldtInterval(alpha, n, k, level),
    k,
    missing,
    averageInterItemCorrelation: average,
    items: described,
  };
}

/** k/(k − 1) · (1 − Σ variances / variance of the sum); null when the sum does not vary. */
function alphaOf(covariances: Matrix): number | null {
  const k = covariances.rows;
  const own = trace(covariances);
  const total = sum(covariances.values);
  return varies(total, own) ? (k / (k - 1)) * (1 - own / total) : null;
}

/** A sum of items whose variance is this much smaller than theirs is constant but for rounding. */
const varies = (total: number, own: number): boolean => total > 1e-12 * own;

function feldtInterval(alpha: number, n: number, k: number, level: number): Interval {
  const tail = (1 - level) / 2;
  const end = (p: number): number => 1 - (1 - alpha) * fQuantile(p, n - 1, (n - 1) * (k - 1));
  return [end(1 - tail), end(tail)];
}

/** Duhachek & Iacobucci 2004: normal answers, large samples. */
function standardError(covariances: Matrix, n: number): number {
  const k = covariances.rows;
  const total = sum(covariances.values);
  const own = trace(covariances);
  let squares = 0;
  let around = 0;
  for (let i = 0; i < k; i++) {
    const row = covariances.values.subarray(i * k, (i + 1) * k);
    squares += sum(row.map((value) => value * value));
    around += sum(row) ** 2;
  }
  const q = ((2 * k * k) / ((k - 1) ** 2 * total ** 3)) * (total * (squares + own * own) - 2 * own * around);
  return Math.sqrt(Math.max(0, q) / n);
}

function describe(item: PreparedItem, place: number, covariances: Matrix): AlphaItem {
  const k = covariances.rows;
  const own = covariances.values[place + place * k];
  const withAll = sum(covariances.values.subarray(place * k, (place + 1) * k));
  const rest = sum(covariances.values) - 2 * withAll + own;
  const restOwn = trace(covariances) - own;
  const used = varies(rest, restOwn);
  return {
    item: item.name,
    ...answers(item),
    reversed: item.reversed,
    itemRest: used ? (withAll - own) / Math.sqrt(own * rest) : null,
    alphaIfDeleted: used && k > 2 ? ((k - 1) / (k - 2)) * (1 - restOwn / rest) : null,
  };
}

function averageCorrelation(covariances: Matrix): number {
  const k = covariances.rows;
  return (sum(correlationsOf(covariances).values) - k) / (k * (k - 1));
}

function standardisedAlpha(average: number, k: number): number | null {
  const total = 1 + (k - 1) * average;
  return varies(total, 1) ? (k * average) / total : null;
}

const trace = (a: Matrix): number => sum(a.values.filter((_, place) => place % (a.rows + 1) === 0));

const answeredSomething = (items: readonly PreparedItem[]): number =>
  Array.from(items[0].values.keys()).filter((row) => items.some(({ values }) => !Number.isNaN(values[row])))
    .length;

function droppedRows(count: number, missing: 'listwise' | 'pairwise'): readonly Dropped[] {
  if (count === 0) return [];
  const why =
    missing === 'listwise'
      ? { nl: 'niet alle vragen beantwoord', en: 'did not answer every item' }
      : { nl: 'geen enkele vraag beantwoord', en: 'answered no item' };
  return [{ count, why }];
}

function warningsOf(
  items: readonly AlphaItem[],
  alpha: number,
  n: number,
  incomplete: boolean,
): readonly Warning[] {
  const warnings: Warning[] = [];
  const against = items.filter(({ itemRest }) => itemRest !== null && itemRest < 0);
  if (against.length > 0) {
    const names = against.map(({ item }) => item).join(', ');
    warnings.push({
      code: 'negative-item-rest',
      text: {
        nl: `Tegen de andere vragen in gaat: ${names}. Moet die misschien (niet) worden omgekeerd?`,
        en: `Going against the other items: ${names}. Perhaps it must (not) be reversed?`,
      },
    });
  }
  if (alpha < 0) {
    warnings.push({
      code: 'negative-alpha',
      text: {
        nl: 'Alfa is negatief: de vragen spreken elkaar eerder tegen dan dat ze samengaan. Dit is geen schaal.',
        en: 'Alpha is negative: the items contradict each other more than they go together. This is not a scale.',
      },
    });
  }
  if (items.length === 2) {
    warnings.push({
      code: 'two-items',
      text: {
        nl: 'Een schaal van twee vragen: alfa hangt dan aan één correlatie.',
        en: 'A scale of two items: alpha then hangs on one correlation.',
      },
    });
  }
  if (n < 30) {
    warnings.push({
      code: 'few-cases',
      text: {
        nl: `Maar ${n} mensen: alfa kan bij een andere groep flink anders uitvallen.`,
        en: `Only ${n} people: alpha may well be different in another group.`,
      },
    });
  }
  if (incomplete) {
    warnings.push({
      code: 'pairwise-interval',
      text: {
        nl: 'Het interval telt iedereen mee, ook wie een deel van de vragen oversloeg; het is daardoor iets te smal.',
        en: 'The interval counts everybody, also who skipped some of the items; it is a little too narrow for that.',
      },
    });
  }
  return warnings;
}

function tooFew(n: number, missing: 'listwise' | 'pairwise'): StatisticsError {
  return new StatisticsError('too-few-cases', {
    nl: `Er ${n === 1 ? 'is' : 'zijn'} ${n} ${missing === 'listwise' ? 'volledige antwoorden' : 'mensen met een antwoord'}; minstens 3 zijn nodig.`,
    en: `There ${n === 1 ? 'is' : 'are'} ${n} ${missing === 'listwise' ? 'complete answers' : 'people with an answer'}; at least 3 are needed.`,
  });
}

const constantTotal = (): StatisticsError =>
  new StatisticsError('constant-total', {
    nl: 'De vragen heffen elkaar op: de som is bij iedereen gelijk. Moet een vraag worden omgekeerd?',
    en: 'The items cancel each other: the sum is the same for everybody. Must an item be reversed?',
  });
