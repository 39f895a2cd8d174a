import { ENGINE, type Result, StatisticsError, type Text } from '../result.ts';
import { quantileOfSorted, sorted } from './quantile.ts';

/** A rule for the number of bins, that number itself (both are rounded to neat edges), or the edges. */
export type Breaks = 'integers' | 'sturges' | 'freedman-diaconis' | number | readonly number[];

/** A case is a value that is there. */
export interface HistogramResult extends Result {
  readonly analysis: 'histogram';
  readonly breaks: Breaks;
  /** One more than there are bins. A value on an edge belongs to the bin on its left, and the first edge to the first bin. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  /** Count divided by n and by the width of the bin: the area is 1. */
  readonly density: readonly number[];
}

/**
 * How often values occur. Without `breaks`, whole numbers over at most 20 steps (a 1–5 scale) get a bin around each;
 * other values follow Sturges.
 *
 * Rules: Sturges, H. A. (1926). The choice of a class interval. JASA, 21, 65–66; Freedman, D., & Diaconis, P. (1981). On
 * the histogram as a density estimator. Zeitschrift für Wahrscheinlichkeitstheorie, 57, 453–476.
 *
 * @param values NaN is missing.
 * @throws StatisticsError `no-values`, `bad-breaks`.
 */
export function histogram(
  values: ArrayLike<number>,
  options: { readonly breaks?: Breaks } = {},
): HistogramResult {
  const inOrder = sorted(values);
  const n = inOrder.length;
  if (n === 0) {
    throw new StatisticsError('no-values', {
      nl: 'Er zijn geen waarden om een histogram van te maken.',
      en: 'There are no values to make a histogram of.',
    });
  }
  const breaks = options.breaks ?? (isScale(inOrder) ? 'integers' : 'sturges');
  const edges = edgesOf(inOrder, breaks);
  const counts = countBetween(inOrder, edges);
  const missing = values.length - n;
  return {
    analysis: 'histogram',
    method: methodOf(breaks),
    engine: ENGINE,
    n,
    dropped:
      missing > 0 ? [{ count: missing, why: { nl: 'de waarde ontbreekt', en: 'the value is missing' } }] : [],
    warnings: [],
    breaks,
    edges,
    counts,
    density: counts.map((count, bin) => count / n / (edges[bin + 1] - edges[bin])),
  };
}

const isScale = (values: Float64Array): boolean =>
  values[values.length - 1] - values[0] <= 20 && values.every(Number.isInteger);

function edgesOf(values: Float64Array, breaks: Breaks): readonly number[] {
  const low = values[0];
  const high = values[values.length - 1];
  if (breaks === 'integers') {
    const first = Math.round(low);
    return Array.from({ length: Math.round(high) - first + 2 }, (_, step) => first + step - 0.5);
  }
  if (typeof breaks === 'object') return givenEdges(breaks, low, high);
  const bins = numberOfBins(values, breaks);
  if (!(bins >= 1 && bins <= 1e5)) {
    throw badBreaks({
      nl: `Het aantal balken moet 1 of meer zijn (en hoogstens 100.000); gegeven is ${bins}.`,
      en: `The number of bins must be 1 or more (and at most 100,000); given is ${bins}.`,
    });
  }
  return neatEdges(low, high, bins);
}

function givenEdges(edges: readonly number[], low: number, high: number): readonly number[] {
  const rising = edges.every((edge, place) => place === 0 || edge > edges[place - 1]);
  if (edges.length >= 2 && rising && edges[0] <= low && edges[edges.length - 1] >= high) return edges;
  throw badBreaks({
    nl: `De grenzen moeten oplopen en alle waarden omvatten (van ${low} tot en met ${high}).`,
    en: `The edges must rise and hold every value (from ${low} to ${high}).`,
  });
}

function numberOfBins(values: Float64Array, rule: 'sturges' | 'freedman-diaconis' | number): number {
  if (typeof rule === 'number') return rule;
  const n = values.length;
  const sturges = Math.ceil(Math.log2(n) + 1);
  const iqr = quantileOfSorted(values, 0.75) - quantileOfSorted(values, 0.25);
  if (rule === 'sturges' || iqr === 0) return sturges;
  const bins = Math.max(1, Math.ceil(((values[n - 1] - values[0]) / (2 * iqr)) * Math.cbrt(n)));
  // A middle that hardly spreads beside one far value: no picture has so many bars.
  return bins > MOST_BINS ? sturges : bins;
}

const MOST_BINS = 1000;

/**
 * Edges on multiples of 1, 2 or 5 times a power of ten that lie about (high − low) / bins apart. The turning points
 * 1.4, 2.8 and 7 are those of S (Becker, Chambers & Wilks 1988, The new S language, pretty).
 */
function neatEdges(low: number, high: number, bins: number): number[] {
  const apart = (high - low) / bins || Math.max(Math.abs(high), 1) / (3 * bins);
  const power = Math.floor(Math.log10(apart) + 1e-10);
  const size = apart / 10 ** power;
  const digit = size > 7 ? 10 : size > 2.8 ? 5 : size > 1.4 ? 2 : 1;
  // Dividing by a whole number gives 0.3; multiplying by 0.1 gives 0.30000000000000004.
  const edge = power < 0 ? (k: number) => (k * digit) / 10 ** -power : (k: number) => k * digit * 10 ** power;
  const step = edge(1);
  const first = Math.floor(low / step + 1e-10);
  const last = Math.max(Math.ceil(high / step - 1e-10), first + 1);
  return Array.from({ length: last - first + 1 }, (_, k) => edge(first + k));
}

function countBetween(values: Float64Array, edges: readonly number[]): number[] {
  const counts = new Array<number>(edges.length - 1).fill(0);
  let bin = 0;
  for (const value of values) {
    // A rounding error above its edge is on its edge.
    while (bin < counts.length - 1 && value > edges[bin + 1] + 1e-7 * (edges[bin + 1] - edges[bin])) bin += 1;
    counts[bin] += 1;
  }
  return counts;
}

const badBreaks = (text: Text): StatisticsError => new StatisticsError('bad-breaks', text);

function methodOf(breaks: Breaks): Text {
  if (breaks === 'integers') {
    return {
      nl: 'Histogram met een balk rond elk geheel getal',
      en: 'Histogram with a bin around each whole number',
    };
  }
  if (breaks === 'sturges')
    return { nl: 'Histogram, aantal balken volgens Sturges', en: 'Histogram, number of bins by Sturges' };
  if (breaks === 'freedman-diaconis') {
    return {
      nl: 'Histogram, aantal balken volgens Freedman en Diaconis',
      en: 'Histogram, number of bins by Freedman and Diaconis',
    };
  }
  return typeof breaks === 'number'
    ? { nl: `Histogram met ongeveer ${breaks} balken`, en: `Histogram with about ${breaks} bins` }
    : { nl: 'Histogram met gegeven grenzen', en: 'Histogram with given edges' };
}
