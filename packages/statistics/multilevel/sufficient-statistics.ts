/**
 * All that the deviance needs of the data, in one walk along the rows: cross products of [X y], and per group the sums
 * of [X y] and of the columns whose effects differ between groups.
 *
 * The columns are centred, scaled and made independent of each other first, and of the outcome what ordinary least
 * squares explains is taken off: so nothing cancels later. Scales are powers of two, so that scaling costs no digit.
 */
import { cholesky, choleskySolve, column, type Matrix, matrix } from '../linear-algebra.ts';
import type { Design } from '../model-matrix.ts';
import { StatisticsError } from '../result.ts';
import { mean } from '../sums.ts';
import type { Level, Levels } from './grouping.ts';

export interface LevelStatistics {
  /** Groups. */
  readonly count: number;
  /** Effects per group: 1 or 2. */
  readonly size: number;
  /** Per group Z'[X y], `size` rows of `width`. */
  readonly sums: Float64Array;
  /** Per group Z'Z: 11, 12, 22. */
  readonly squares: Float64Array;
}

export interface LowerStatistics extends LevelStatistics {
  /** Per lower group its pattern. */
  readonly pattern: Int32Array;
  readonly patterns: Patterns;
  readonly cells: Cells;
}

/**
 * Lower groups whose rows look the same to the random part: teachers with as many waves. The deviance treats them
 * alike, so that it needs their sums of squares only once, however many they are.
 */
export interface Patterns {
  /** Lower groups per pattern. */
  readonly counts: Int32Array;
  /** Z₂'Z₂: 11, 12, 22. */
  readonly squares: Float64Array;
  /** Z₂'Z₁: 11, 12, 21, 22. */
  readonly cross: Float64Array;
  /**
   * Σ of b₁b₁', b₁b₂' + b₂b₁' and b₂b₂' for the rows b of the groups' sums: w × w each, upper halves; only the first
   * where there is one effect.
   */
  readonly products: Float64Array;
}

/** The lower groups of one pattern within one upper group, taken together. */
export interface Cells {
  /** Per upper group its first cell; one more at the end. */
  readonly first: Int32Array;
  readonly pattern: Int32Array;
  readonly counts: Int32Array;
  /** Σ of the groups' sums. */
  readonly sums: Float64Array;
}

export interface Statistics {
  readonly n: number;
  /** Columns of [X y]. */
  readonly width: number;
  /** [X y]'[X y], upper half, row by row. */
  readonly total: Float64Array;
  readonly upper: LevelStatistics;
  /** Per upper group its first lower group; one more at the end. */
  readonly first: Int32Array;
  readonly lower: LowerStatistics;
}

/** The data as the engine sees them, and the way back. */
export interface Standardised {
  readonly statistics: Statistics;
  /** [X y], standardised. */
  readonly columns: readonly Float64Array[];
  /** Per level (upper first) its columns of effects; undefined is all ones. */
  readonly effects: readonly (readonly (Float64Array | undefined)[])[];
  /** Per level (upper first), per row the place of its group in the statistics. */
  readonly groups: readonly Int32Array[];
  /** Per group of the lower level its place in the statistics, where they are sorted by upper group. */
  readonly lowerPlaces: Int32Array;
  /** Coefficients of the data = `back` · (`start` + `outcomeScale` · those of the standardised data). */
  readonly back: Matrix;
  readonly start: Float64Array;
  readonly outcomeScale: number;
  /** 2 Σ log of the scales of X. */
  readonly logScale: number;
  /** Per level, what was taken off the slope's column and what it was divided by. */
  readonly slopes: readonly { readonly centre: number; readonly scale: number }[];
}

export function standardise({ x, outcome, formula }: Design, levels: Levels): Standardised {
  const p = x.columns;
  const centred = formula.intercept;
  const back = matrix(p, p);
  let logScale = 0;
  const columns = Array.from({ length: p }, (_, j) => {
    const isIntercept = centred && j === 0;
    const values = column(x, j);
    const centre = centred && !isIntercept ? mean(values) : 0;
    const scale = isIntercept ? 1 : spreadOf(values, centre);
    back.values[j + j * p] = 1 / scale;
    if (centre !== 0) back.values[j * p] = -centre / scale;
    logScale += 2 * Math.log(scale);
    return isIntercept ? values : scaled(values, centre, scale);
  });
  logScale += makeIndependent(columns, back);
  const centre = centred ? mean(outcome) : 0;
  const raw = scaled(outcome, centre, 1);
  const start = leastSquares(columns, raw);
  const residual = raw.slice();
  for (const [j, values] of columns.entries()) {
    for (let i = 0; i < residual.length; i++) residual[i] -= start[j] * values[i];
  }
  const outcomeScale = spreadOf(residual, 0);
  if (outcomeScale <= 1e-11 * spreadOf(raw, 0)) {
    throw new StatisticsError('perfect-fit', {
      nl: `De uitkomst ${formula.outcome.name} volgt precies uit de andere kolommen. Er is niets meer te verklaren; kijk of een term dezelfde gegevens bevat als de uitkomst.`,
      en: `The outcome ${formula.outcome.name} follows exactly from the other columns. Nothing is left to explain; see whether a term holds the same data as the outcome.`,
    });
  }
  if (centred) start[0] += centre;
  columns.push(scaled(residual, 0, outcomeScale));
  return { ...summarise(columns, levels), columns, back, start, outcomeScale, logScale };
}

/**
 * Takes off each column what earlier ones have of it (Gram–Schmidt; again where much was taken off), and puts the way
 * back behind `back`. Without it `sector:year` is nearly `sector`, because years lie so far from zero.
 *
 * @returns what the logarithm of |X'V⁻¹X| was less before.
 */
function makeIndependent(columns: Float64Array[], back: Matrix): number {
  const squares = new Float64Array(columns.length);
  let logScale = 0;
  for (const [j, values] of columns.entries()) {
    squares[j] = product(values, values);
    if (j === 0) continue;
    const way = column(back, j);
    let before: number;
    do {
      before = squares[j];
      for (let k = 0; k < j; k++) {
        const part = product(columns[k], values) / squares[k];
        if (part === 0) continue;
        takeOff(values, part, columns[k]);
        takeOff(way, part, column(back, k));
      }
      squares[j] = product(values, values);
    } while (squares[j] < 0.01 * before);
    const scale = spreadOf(values, 0);
    for (let i = 0; i < values.length; i++) values[i] /= scale;
    for (let i = 0; i < way.length; i++) way[i] /= scale;
    squares[j] /= scale ** 2;
    logScale += 2 * Math.log(scale);
  }
  return logScale;
}

function takeOff(values: Float64Array, part: number, other: Float64Array): void {
  for (let i = 0; i < values.length; i++) values[i] -= part * other[i];
}

function product(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i] * b[i];
  return total;
}

function scaled(values: Float64Array, centre: number, scale: number): Float64Array {
  const result = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) result[i] = (values[i] - centre) / scale;
  return result;
}

/** The power of two nearest to the root mean square around the centre. */
function spreadOf(values: Float64Array, centre: number): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i] - centre));
  if (largest === 0) return 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) total += ((values[i] - centre) / largest) ** 2;
  return 2 ** Math.round(Math.log2(largest * Math.sqrt(total / values.length)));
}

function leastSquares(columns: readonly Float64Array[], outcome: Float64Array): Float64Array {
  const p = columns.length;
  const w = p + 1;
  const products = crossProducts([...columns, outcome]);
  const square = matrix(p, p);
  const right = new Float64Array(p);
  for (let i = 0; i < p; i++) {
    for (let j = i; j < p; j++) square.values[j + i * p] = products[i * w + j];
    right[i] = products[i * w + p];
  }
  const lower = cholesky(square);
  return lower ? choleskySolve(lower, right) : new Float64Array(p);
}

const BLOCK = 256;

/** Upper half of A'A, row by row: sums of blocks, carried on with what each addition loses (Neumaier 1974). */
function crossProducts(columns: readonly Float64Array[]): Float64Array {
  const w = columns.length;
  const n = columns[0].length;
  const total = new Float64Array(w * w);
  const lost = new Float64Array(w * w);
  for (let from = 0; from < n; from += BLOCK) {
    const to = Math.min(n, from + BLOCK);
    for (let a = 0; a < w; a++) {
      const left = columns[a];
      for (let b = a; b < w; b++) {
        const right = columns[b];
        let block = 0;
        for (let i = from; i < to; i++) block += left[i] * right[i];
        const place = a * w + b;
        const next = total[place] + block;
        lost[place] +=
          Math.abs(total[place]) >= Math.abs(block)
            ? total[place] - next + block
            : block - next + total[place];
        total[place] = next;
      }
    }
  }
  return total.map((value, place) => value + lost[place]);
}

function summarise(
  columns: readonly Float64Array[],
  { upper, lower, parents }: Levels,
): Pick<Standardised, 'statistics' | 'effects' | 'groups' | 'lowerPlaces' | 'slopes'> {
  const { first, places } = sortByParent(parents, upper.labels.length);
  const outer = prepareEffects(upper);
  const inner = lower && prepareEffects(lower);
  const lowerGroups = lower?.codes.map((code) => places[code]) ?? new Int32Array(0);
  const lowerEffects = inner?.effects ?? [];
  const count = parents.length;
  const inside = levelSums(columns, lowerEffects, lowerGroups, count);
  const cross = crossOf(lowerEffects, outer.effects, lowerGroups, count);
  return {
    statistics: {
      n: upper.codes.length,
      width: columns.length,
      total: crossProducts(columns),
      upper: levelSums(columns, outer.effects, upper.codes, upper.labels.length),
      first,
      lower: {
        ...inside,
        ...compress(
          inside,
          cross,
          first,
          columns.length,
          upper.slope !== undefined || lower?.slope !== undefined,
        ),
      },
    },
    effects: lower ? [outer.effects, lowerEffects] : [outer.effects],
    groups: lower ? [upper.codes, lowerGroups] : [upper.codes],
    lowerPlaces: places,
    slopes: inner ? [outer.slope, inner.slope] : [outer.slope],
  };
}

/** Places for the lower groups, in the order of their upper groups; per upper group the first of them. */
function sortByParent(
  parents: Int32Array,
  count: number,
): { readonly first: Int32Array; readonly places: Int32Array } {
  const first = new Int32Array(count + 1);
  for (const parent of parents) first[parent + 1]++;
  for (let s = 0; s < count; s++) first[s + 1] += first[s];
  const next = first.slice(0, count);
  return { first, places: parents.map((parent) => next[parent]++) };
}

type Effects = readonly (Float64Array | undefined)[];

/** Centring a slope's column changes the model only when intercept and slope may not go together: then it stays. */
function prepareEffects({ intercept, slope, correlated }: Level): {
  readonly effects: Effects;
  readonly slope: { readonly centre: number; readonly scale: number };
} {
  if (!slope) return { effects: [undefined], slope: { centre: 0, scale: 1 } };
  const centre = intercept && correlated ? mean(slope.values) : 0;
  const scale = spreadOf(slope.values, centre);
  const values = scaled(slope.values, centre, scale);
  return { effects: intercept ? [undefined, values] : [values], slope: { centre, scale } };
}

function levelSums(
  columns: readonly Float64Array[],
  effects: Effects,
  groups: Int32Array,
  count: number,
): LevelStatistics {
  const w = columns.length;
  const size = effects.length;
  const sums = new Float64Array(count * size * w);
  for (const [effect, weights] of effects.entries()) {
    for (const [j, values] of columns.entries()) {
      addByGroup(sums, groups, size * w, effect * w + j, values, weights);
    }
  }
  const squares = new Float64Array(3 * count);
  for (let a = 0; a < size; a++) {
    for (let b = a; b < size; b++) addByGroup(squares, groups, 3, a + b, effects[a] ?? 1, effects[b]);
  }
  return { count, size, sums, squares };
}

function crossOf(lower: Effects, upper: Effects, groups: Int32Array, count: number): Float64Array {
  const cross = new Float64Array(4 * count);
  for (const [a, own] of lower.entries()) {
    for (const [b, other] of upper.entries()) addByGroup(cross, groups, 4, 2 * a + b, own ?? 1, other);
  }
  return cross;
}

function compress(
  { count, size, sums, squares }: LevelStatistics,
  cross: Float64Array,
  first: Int32Array,
  w: number,
  withSlope: boolean,
): Pick<LowerStatistics, 'pattern' | 'patterns' | 'cells'> {
  const pattern = new Int32Array(count);
  const known = new Map<string, number>();
  const members: number[] = [];
  for (let t = 0; t < count; t++) {
    let key = `${squares[3 * t]} ${cross[4 * t]}`;
    for (let i = 1; withSlope && i < 4; i++) key += ` ${squares[3 * t + (i % 3)]} ${cross[4 * t + i]}`;
    let place = known.get(key);
    if (place === undefined) {
      place = known.size;
      known.set(key, place);
      members.push(t);
    }
    pattern[t] = place;
  }
  const patterns = {
    counts: new Int32Array(known.size),
    squares: Float64Array.from(members.flatMap((t) => [...squares.subarray(3 * t, 3 * t + 3)])),
    cross: Float64Array.from(members.flatMap((t) => [...cross.subarray(4 * t, 4 * t + 4)])),
    products: new Float64Array(known.size * (2 * size - 1) * w * w),
  };
  for (let t = 0; t < count; t++) {
    patterns.counts[pattern[t]]++;
    const from = pattern[t] * (2 * size - 1) * w * w;
    const at = t * size * w;
    addOuter(patterns.products, from, sums, at, at, w);
    if (size === 1) continue;
    addOuter(patterns.products, from + w * w, sums, at, at + w, w);
    addOuter(patterns.products, from + w * w, sums, at + w, at, w);
    addOuter(patterns.products, from + 2 * w * w, sums, at + w, at + w, w);
  }
  return { pattern, patterns, cells: cellsOf(sums, pattern, first, size * w) };
}

function cellsOf(sums: Float64Array, pattern: Int32Array, first: Int32Array, stride: number): Cells {
  const firstCell = new Int32Array(first.length);
  const cellPatterns: number[] = [];
  const counts: number[] = [];
  const cellOf = new Int32Array(pattern.length);
  // Per pattern its cell in the upper group at hand.
  const open = new Map<number, number>();
  for (let s = 0; s + 1 < first.length; s++) {
    open.clear();
    for (let t = first[s]; t < first[s + 1]; t++) {
      let cell = open.get(pattern[t]);
      if (cell === undefined) {
        cell = counts.length;
        open.set(pattern[t], cell);
        cellPatterns.push(pattern[t]);
        counts.push(0);
      }
      counts[cell]++;
      cellOf[t] = cell;
    }
    firstCell[s + 1] = counts.length;
  }
  const cellSums = new Float64Array(counts.length * stride);
  for (let t = 0; t < cellOf.length; t++) {
    for (let j = 0; j < stride; j++) cellSums[cellOf[t] * stride + j] += sums[t * stride + j];
  }
  return {
    first: firstCell,
    pattern: Int32Array.from(cellPatterns),
    counts: Int32Array.from(counts),
    sums: cellSums,
  };
}

/** Adds a·b' of two rows of `values` to the upper half of a w × w square. */
function addOuter(
  target: Float64Array,
  to: number,
  values: Float64Array,
  a: number,
  b: number,
  w: number,
): void {
  for (let i = 0; i < w; i++) {
    for (let j = i; j < w; j++) target[to + i * w + j] += values[a + i] * values[b + j];
  }
}

function addByGroup(
  target: Float64Array,
  groups: Int32Array,
  stride: number,
  offset: number,
  values: Float64Array | 1,
  weights: Float64Array | undefined,
): void {
  for (let i = 0; i < groups.length; i++) {
    const value = values === 1 ? 1 : values[i];
    target[groups[i] * stride + offset] += weights ? value * weights[i] : value;
  }
}
