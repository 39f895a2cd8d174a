import { chiSquareTail } from '../distributions.ts';
import { cholesky, choleskySolve, type Matrix, matrix } from '../linear-algebra.ts';
import type { Warning } from '../result.ts';
import { crossDeviation, mean, standardDeviation } from '../sums.ts';
import { columnOf, type Table } from '../table.ts';

/** Little's test: do the rows with different gaps differ in what they do have? A small p speaks against “at random”. */
export interface LittleTest {
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
  /** Rows with at least one value of these columns. */
  readonly n: number;
  readonly patterns: number;
  /** The columns of numbers, over which the test is. */
  readonly columns: readonly string[];
}

/** More than this, and the covariances are not to be estimated from the data of schools. */
const MOST_COLUMNS = 50;

/**
 * Little, R. J. A. (1988). A test of missing completely at random for multivariate data with missing values. JASA,
 * 83(404), 1198–1202, with maximum-likelihood means and covariances by the EM algorithm (Dempster, Laird & Rubin 1977), as
 * naniar and Stata's mcartest compute it.
 */
export function littleTest(
  data: Table,
  columns: readonly string[],
): { readonly test: LittleTest | null; readonly warnings: readonly Warning[] } {
  const names = columns.filter((name) => columnOf(data, name).kind === 'number');
  const values = names.map((name) => {
    const column = columnOf(data, name);
    return column.kind === 'number' ? column.values : new Float64Array();
  });
  const patterns = patternsOf(values, data.rows);
  const none = { test: null, warnings: [] };
  if (patterns.length < 2) return none;
  const n = patterns.reduce((total, pattern) => total + pattern.rows.length, 0);
  if (names.length > MOST_COLUMNS || n <= 2 * names.length)
    return { test: null, warnings: [TOO_MANY_COLUMNS] };
  const scaled = values.map(standardised);
  const moments = patterns.map((pattern) => momentsOf(pattern, scaled));
  const estimate = maximumLikelihood(moments, names.length, n);
  if (!estimate) return { test: null, warnings: [SINGULAR] };
  let chiSquare = 0;
  let df = -names.length;
  for (const { observed, count, means } of moments) {
    const lower = cholesky(part(estimate.covariances, observed, observed));
    if (!lower) return { test: null, warnings: [SINGULAR] };
    const apart = observed.map((place, i) => means[i] - estimate.means[place]);
    const weighted = choleskySolve(lower, apart);
    for (let i = 0; i < apart.length; i++) chiSquare += count * apart[i] * weighted[i];
    df += observed.length;
  }
  if (df <= 0) return none;
  const test = {
    chiSquare,
    df,
    p: chiSquareTail(chiSquare, df),
    n,
    patterns: patterns.length,
    columns: names,
  };
  return { test, warnings: [] };
}

const TOO_MANY_COLUMNS: Warning = {
  code: 'little-too-many-columns',
  text: {
    nl: 'Voor Littles toets zijn er te veel kolommen bij zo weinig rijen. Noem minder kolommen.',
    en: 'There are too many columns for Little’s test with so few rows. Name fewer columns.',
  },
};

const SINGULAR: Warning = {
  code: 'little-not-possible',
  text: {
    nl: 'Littles toets kan hier niet: een kolom volgt uit andere kolommen, is overal gelijk, of heeft te weinig waarden samen met een andere. Noem alleen de kolommen waar het om gaat.',
    en: 'Little’s test cannot be done here: a column follows from others, is the same everywhere, or has too few values together with another. Name only the columns that matter.',
  },
};

interface Pattern {
  /** Places of the columns that have a value. */
  readonly observed: readonly number[];
  readonly rows: number[];
}

/** Rows with no value at all say nothing, and are left out. */
function patternsOf(values: readonly Float64Array[], rows: number): Pattern[] {
  const found = new Map<string, Pattern>();
  for (let row = 0; row < rows; row++) {
    const observed = values.flatMap((own, place) => (Number.isNaN(own[row]) ? [] : [place]));
    if (observed.length === 0) continue;
    const key = observed.join(' ');
    const pattern = found.get(key);
    if (pattern) pattern.rows.push(row);
    else found.set(key, { observed, rows: [row] });
  }
  return [...found.values()];
}

/** The test does not depend on units; EM's stopping rule and the pivots of a covariance matrix do. */
function standardised(values: Float64Array): Float64Array {
  const there = values.filter((value) => !Number.isNaN(value));
  const middle = mean(there);
  const sd = there.length > 1 ? standardDeviation(there) : 0;
  return values.map((value) => (sd > 0 ? (value - middle) / sd : value - middle));
}

/** What EM needs of a pattern: count, means and cross products of what is observed. */
interface Moments {
  readonly observed: readonly number[];
  readonly missing: readonly number[];
  readonly count: number;
  readonly means: readonly number[];
  /** Around the pattern's own means. */
  readonly products: Matrix;
}

function momentsOf({ observed, rows }: Pattern, values: readonly Float64Array[]): Moments {
  const own = observed.map((place) => Float64Array.from(rows, (row) => values[place][row]));
  const products = matrix(observed.length, observed.length);
  own.forEach((a, i) => {
    own.forEach((b, j) => {
      products.values[i + j * observed.length] = crossDeviation(a, b);
    });
  });
  const missing = values.flatMap((_, place) => (observed.includes(place) ? [] : [place]));
  return { observed, missing, count: rows.length, means: own.map(mean), products };
}

interface Estimate {
  readonly means: Float64Array;
  readonly covariances: Matrix;
}

/** EM creeps along when much is missing; then the last digits are not worth the wait. */
const MOST_STEPS = 5000;

function maximumLikelihood(patterns: readonly Moments[], size: number, n: number): Estimate | undefined {
  const covariances = matrix(size, size);
  for (let i = 0; i < size; i++) covariances.values[i + i * size] = 1;
  let estimate: Estimate = { means: new Float64Array(size), covariances };
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = emStep(patterns, estimate, n);
    if (!next) return undefined;
    const moved = Math.max(
      largestStep(estimate.means, next.means),
      largestStep(estimate.covariances.values, next.covariances.values),
    );
    estimate = next;
    if (moved < 1e-13) break;
  }
  return estimate;
}

function largestStep(from: Float64Array, to: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < from.length; i++) largest = Math.max(largest, Math.abs(to[i] - from[i]));
  return largest;
}

/** Expected sums and cross products given the estimate, and the means and covariances that they make. */
function emStep(
  patterns: readonly Moments[],
  { means, covariances }: Estimate,
  n: number,
): Estimate | undefined {
  const size = means.length;
  const shift = new Float64Array(size);
  const products = matrix(size, size);
  for (const pattern of patterns) {
    const weights = regressionOnObserved(pattern, covariances);
    if (!weights) return undefined;
    expect(pattern, weights, means, covariances, shift, products);
  }
  const moved = shift.map((total) => total / n);
  const next = products.values.map(
    (total, at) => total / n - moved[at % size] * moved[Math.floor(at / size)],
  );
  return { means: means.map((middle, i) => middle + moved[i]), covariances: matrix(size, size, next) };
}

/** Per column of the pattern (observed or not) its weights on the observed ones. */
function regressionOnObserved(
  { observed, missing }: Moments,
  covariances: Matrix,
): Map<number, Float64Array> | undefined {
  const lower = cholesky(part(covariances, observed, observed));
  if (!lower) return undefined;
  const weights = new Map<number, Float64Array>();
  observed.forEach((place, i) => {
    const unit = new Float64Array(observed.length);
    unit[i] = 1;
    weights.set(place, unit);
  });
  for (const place of missing)
    weights.set(place, choleskySolve(lower, part(covariances, observed, [place]).values));
  return weights;
}

/** Adds a pattern's expected deviations from `means`, and their products, to the totals. */
function expect(
  pattern: Moments,
  weights: ReadonlyMap<number, Float64Array>,
  means: Float64Array,
  covariances: Matrix,
  shift: Float64Array,
  products: Matrix,
): void {
  const { observed, missing, count } = pattern;
  const size = means.length;
  const apart = observed.map((place, i) => pattern.means[i] - means[place]);
  const k = observed.length;
  const around = pattern.products.values.map(
    (value, at) => value + count * apart[at % k] * apart[Math.floor(at / k)],
  );
  for (const [place, own] of weights) {
    for (let i = 0; i < k; i++) shift[place] += count * own[i] * apart[i];
    const carried = new Float64Array(k);
    for (let j = 0; j < k; j++) for (let i = 0; i < k; i++) carried[j] += own[i] * around[i + j * k];
    for (const [other, its] of weights) {
      for (let j = 0; j < k; j++) products.values[place + other * size] += carried[j] * its[j];
    }
  }
  for (const a of missing) {
    const own = weights.get(a) ?? new Float64Array(k);
    for (const b of missing) {
      let explained = 0;
      for (let i = 0; i < k; i++) explained += own[i] * covariances.values[observed[i] + b * size];
      products.values[a + b * size] += count * (covariances.values[a + b * size] - explained);
    }
  }
}

function part(of: Matrix, rows: readonly number[], columns: readonly number[]): Matrix {
  const taken = matrix(rows.length, columns.length);
  columns.forEach((column, j) => {
    rows.forEach((row, i) => {
      taken.values[i + j * rows.length] = of.values[row + column * of.rows];
    });
  });
  return taken;
}
