import { ENGINE, type Interval, type Result, StatisticsError } from '../result.ts';
import { numbersOf, type Table } from '../table.ts';
import { WITHOUT_GROUP } from './describe.ts';
import { groupRows } from './groups.ts';
import { type QuantileType, quantileOfSorted, sorted } from './quantile.ts';

/** How the box is cut: a quantile type, or Tukey's hinges (the medians of both halves), as R's boxplot draws it. */
export type BoxType = QuantileType | 'hinges';

/** A value outside the whiskers. */
export interface Outlier {
  /** Of the data, from 1. */
  readonly row: number;
  readonly value: number;
}

export interface BoxPlot {
  readonly n: number;
  readonly missing: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly iqr: number;
  /** The last values within 1.5 box lengths of the box. */
  readonly whiskers: Interval;
  /** Further than 1.5 box lengths from the box, and at most 3. */
  readonly outliers: readonly Outlier[];
  /** Further than 3 box lengths. */
  readonly farOutliers: readonly Outlier[];
  /** Median ± 1.58 · iqr / √n: medians of two boxes whose notches do not overlap probably differ. */
  readonly notch: Interval;
}

/** A case is a value that is there, in a row whose groups are known. */
export interface BoxPlotResult extends Result {
  readonly analysis: 'box-plot';
  readonly column: string;
  readonly by: readonly string[];
  readonly type: BoxType;
  readonly boxes: readonly (BoxPlot & { readonly group: Readonly<Record<string, string>> })[];
}

/**
 * The figures of a box plot. Whiskers: Tukey, J. W. (1977). Exploratory data analysis, §2D. Notch: McGill, R., Tukey, J. W., &
 * Larsen, W. A. (1978). Variations of box plots. The American Statistician, 32(1), 12–16.
 *
 * @param values NaN is missing.
 * @throws StatisticsError `no-values`.
 */
export function boxPlot(values: ArrayLike<number>, options: { readonly type?: BoxType } = {}): BoxPlot {
  const inOrder = sorted(values);
  const n = inOrder.length;
  const [q1, median, q3] = box(inOrder, options.type ?? 7);
  const iqr = q3 - q1;
  const beyond = (value: number, lengths: number): boolean =>
    value < q1 - lengths * iqr || value > q3 + lengths * iqr;
  const inside = inOrder.filter((value) => !beyond(value, 1.5));
  const all = Array.from(values, (value, place) => ({ row: place + 1, value })).filter(({ value }) =>
    beyond(value, 1.5),
  );
  const notch = (1.58 * iqr) / Math.sqrt(n);
  return {
    n,
    missing: values.length - n,
    q1,
    median,
    q3,
    iqr,
    whiskers: [inside[0], inside[inside.length - 1]],
    outliers: all.filter(({ value }) => !beyond(value, 3)),
    farOutliers: all.filter(({ value }) => beyond(value, 3)),
    notch: [median - notch, median + notch],
  };
}

/**
 * A box per group; groups without values have none.
 *
 * @throws StatisticsError `unknown-column`, `not-numeric`, `repeated-column`, `no-values`.
 */
export function boxPlots(
  data: Table,
  options: { readonly column: string; readonly by?: readonly string[]; readonly type?: BoxType },
): BoxPlotResult {
  const { column, by = [], type = 7 } = options;
  const values = numbersOf(data, column);
  const { groups, ungrouped } = groupRows(data, by);
  const boxes = groups
    .filter(({ rows }) => rows.some((row) => !Number.isNaN(values[row])))
    .map(({ labels, rows }) => {
      const found = boxPlot(
        rows.map((row) => values[row]),
        { type },
      );
      const placed = ({ row, value }: Outlier): Outlier => ({ row: rows[row - 1] + 1, value });
      return {
        group: labels,
        ...found,
        outliers: found.outliers.map(placed),
        farOutliers: found.farOutliers.map(placed),
      };
    });
  if (boxes.length === 0) throw noValues();
  const n = boxes.reduce((total, one) => total + one.n, 0);
  const missing = data.rows - ungrouped - n;
  const cut =
    type === 'hinges'
      ? ['Tukey’s hinges', 'hinges van Tukey']
      : [`quantiles of type ${type}`, `kwantielen van type ${type}`];
  return {
    analysis: 'box-plot',
    method: {
      nl: `Boxplot: ${cut[1]}; snorharen tot 1,5 keer de doos (Tukey)`,
      en: `Box plot: ${cut[0]}; whiskers to 1.5 times the box (Tukey)`,
    },
    engine: ENGINE,
    n,
    dropped: [
      ...(ungrouped > 0 ? [{ count: ungrouped, why: WITHOUT_GROUP }] : []),
      ...(missing > 0 ? [{ count: missing, why: NO_VALUE }] : []),
    ],
    warnings: [],
    column,
    by,
    type,
    boxes,
  };
}

export const NO_VALUE = { nl: 'de waarde ontbreekt', en: 'the value is missing' };

function box(values: Float64Array, type: BoxType): readonly [number, number, number] {
  if (type !== 'hinges') {
    return [
      quantileOfSorted(values, 0.25, type),
      quantileOfSorted(values, 0.5, type),
      quantileOfSorted(values, 0.75, type),
    ];
  }
  if (values.length === 0) throw noValues();
  // Tukey's halves share the middle value when their number is odd.
  const half = Math.ceil(values.length / 2);
  const median = (part: Float64Array): number => quantileOfSorted(part, 0.5);
  return [median(values.subarray(0, half)), median(values), median(values.subarray(values.length - half))];
}

const noValues = (): StatisticsError =>
  new StatisticsError('no-values', {
    nl: 'Er zijn geen waarden om een boxplot van te maken.',
    en: 'There are no values to make a box plot of.',
  });
