import { column as columnOf, type Matrix, matrix } from '../linear-algebra.ts';
import { ENGINE, type Result, StatisticsError, type Text, type Warning } from '../result.ts';
import { crossDeviation, mean } from '../sums.ts';
import { numbersOf, type Table } from '../table.ts';

/** A place in the data; both count from 1. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Data with their gaps filled by straight lines. A case is one row of the data. */
export interface TrendResult extends Result {
  readonly analysis: 'trend-at-point' | 'column-trend';
  /** Per column its values, filled where a line could be drawn; null is still missing. */
  readonly values: readonly (readonly (number | null)[])[];
  readonly filled: readonly Cell[];
  /** Cases that had every value, and so are as they were. */
  readonly completeCases: number;
  /** Lines of one valid value, which stay level. */
  readonly fromOneValue: number;
}

/**
 * Columns of a table as the matrix that the trends take: cases × columns, NaN where missing.
 *
 * @throws StatisticsError `unknown-column`, `not-numeric`.
 */
export function casesByPoint(data: Table, columns: readonly string[]): Matrix {
  const cases = matrix(data.rows, columns.length);
  columns.forEach((name, place) => {
    cases.values.set(numbersOf(data, name), place * data.rows);
  });
  return cases;
}

/**
 * Linear trend at point, per case over time: a line through the valid values of that case alone, on the number of the
 * point (1, 2, …), read off where the case has none. One valid value: that value everywhere. None: stays missing.
 *
 * @param data cases × points in time, NaN where missing.
 * @throws StatisticsError `too-few-points` for fewer than two points, `no-values` when every value is missing.
 */
export function trendAtPoint(data: Matrix): TrendResult {
  refuse(data, data.columns);
  const values = Float64Array.from(data.values);
  const filled: Cell[] = [];
  let fromOneValue = 0;
  for (let row = 0; row < data.rows; row++) {
    const own = Float64Array.from({ length: data.columns }, (_, point) => values[row + point * data.rows]);
    const line = lineThrough(own);
    if (!line || line.gaps.length === 0) continue;
    if (line.count === 1) fromOneValue += 1;
    for (const point of line.gaps) {
      values[row + point * data.rows] = line.at(point);
      filled.push({ row: row + 1, column: point + 1 });
    }
  }
  return result(data, values, filled, {
    analysis: 'trend-at-point',
    method: {
      nl: 'Lineaire trend op het punt: per geval een kleinste-kwadratenlijn over de tijd',
      en: 'Linear trend at point: a least-squares line over time for each case',
    },
    fromOneValue,
    warnings: [],
  });
}

/**
 * What SPSS's `RMV … TREND` does with data that have a column per point in time: a line through each column on the
 * number of the row, 1 to n. It is here to recompute published figures; use {@link trendAtPoint} for new work.
 *
 * @param data cases × columns, NaN where missing.
 * @throws StatisticsError `too-few-points` for fewer than two cases, `no-values` when every value is missing.
 */
export function columnTrend(data: Matrix): TrendResult {
  refuse(data, data.rows);
  const values = Float64Array.from(data.values);
  const filled: Cell[] = [];
  let fromOneValue = 0;
  for (let column = 0; column < data.columns; column++) {
    const own = values.subarray(column * data.rows, (column + 1) * data.rows);
    const line = lineThrough(own);
    if (!line || line.gaps.length === 0) continue;
    if (line.count === 1) fromOneValue += 1;
    for (const row of line.gaps) {
      own[row] = line.at(row);
      filled.push({ row: row + 1, column: column + 1 });
    }
  }
  return result(data, values, filled, {
    analysis: 'column-trend',
    method: {
      nl: 'Kolomtrend (SPSS RMV TREND): per kolom een kleinste-kwadratenlijn over de rijnummers',
      en: 'Column trend (SPSS RMV TREND): a least-squares line over the row numbers for each column',
    },
    fromOneValue,
    warnings: [MIXES_CASES],
  });
}

const MIXES_CASES: Warning = {
  code: 'mixes-cases',
  text: {
    nl: 'Deze methode vult een gat met de waarden van ándere gevallen en hangt af van de volgorde van de rijen. Voor een trend per geval is er trendAtPoint.',
    en: 'This method fills a gap from the values of other cases, and depends on the order of the rows. For a trend per case there is trendAtPoint.',
  },
};

interface Line {
  readonly count: number;
  readonly gaps: readonly number[];
  at(place: number): number;
}

/** The least-squares line of the valid values on their places; undefined without any. */
function lineThrough(values: Float64Array): Line | undefined {
  const places: number[] = [];
  const gaps: number[] = [];
  for (let place = 0; place < values.length; place++)
    (Number.isNaN(values[place]) ? gaps : places).push(place);
  if (places.length === 0) return undefined;
  const valid = places.map((place) => values[place]);
  const middle = mean(places);
  const height = mean(valid);
  const slope = places.length === 1 ? 0 : crossDeviation(places, valid) / crossDeviation(places, places);
  return { count: places.length, gaps, at: (place) => height + slope * (place - middle) };
}

function result(
  data: Matrix,
  values: Float64Array,
  filled: readonly Cell[],
  kind: Pick<TrendResult, 'analysis' | 'method' | 'fromOneValue' | 'warnings'>,
): TrendResult {
  let completeCases = 0;
  let empty = 0;
  for (let row = 0; row < data.rows; row++) {
    let valid = 0;
    for (let column = 0; column < data.columns; column++) {
      if (!Number.isNaN(data.values[row + column * data.rows])) valid += 1;
    }
    if (valid === data.columns) completeCases += 1;
    if (valid === 0) empty += 1;
  }
  return {
    analysis: kind.analysis,
    method: kind.method,
    engine: ENGINE,
    n: data.rows - (kind.analysis === 'trend-at-point' ? empty : 0),
    dropped: kind.analysis === 'trend-at-point' && empty > 0 ? [{ count: empty, why: NO_VALUE }] : [],
    warnings: [...kind.warnings, ...cautions(data, values, filled, kind.fromOneValue)],
    values: Array.from({ length: data.columns }, (_, column) =>
      Array.from(values.subarray(column * data.rows, (column + 1) * data.rows), (value) =>
        Number.isNaN(value) ? null : value,
      ),
    ),
    filled,
    completeCases,
    fromOneValue: kind.fromOneValue,
  };
}

const NO_VALUE: Text = {
  nl: 'geen enkele geldige waarde: een lijn is er dan niet',
  en: 'not one valid value, so there is no line',
};

function cautions(
  data: Matrix,
  values: Float64Array,
  filled: readonly Cell[],
  fromOneValue: number,
): Warning[] {
  if (filled.length === 0) return [];
  const warnings: Warning[] = [
    {
      code: 'single-imputation',
      text: {
        nl: 'Ingevulde waarden tellen hierna mee alsof ze gemeten zijn: intervallen worden iets te smal en p-waarden iets te klein.',
        en: 'Filled-in values count as if they were measured: intervals become a little too narrow and p-values a little too small.',
      },
    },
  ];
  const ranges = Array.from({ length: data.columns }, (_, column) => range(columnOf(data, column)));
  const outside = filled.filter(({ row, column }) => {
    const [low, high] = ranges[column - 1];
    const value = values[row - 1 + (column - 1) * data.rows];
    return value < low || value > high;
  }).length;
  if (outside > 0) {
    warnings.push({
      code: 'outside-range',
      text: {
        nl: `${outside} ingevulde waarden liggen buiten wat er in hun kolom gemeten is: daar loopt de lijn verder dan de gegevens.`,
        en: `${outside} filled-in values lie outside what was measured in their column: there the line runs on beyond the data.`,
      },
    });
  }
  if (fromOneValue > 0) {
    warnings.push({
      code: 'one-value',
      text: {
        nl: `${fromOneValue} keer was er maar één geldige waarde; die is overal ingevuld, alsof er niets veranderde.`,
        en: `${fromOneValue} times there was only one valid value; it is filled in everywhere, as if nothing changed.`,
      },
    });
  }
  return warnings;
}

/** Infinite, so that nothing lies outside, of a column without values. */
function range(values: Float64Array): readonly [low: number, high: number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low > high ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : [low, high];
}

function refuse(data: Matrix, places: number): void {
  if (places < 2) {
    throw new StatisticsError('too-few-points', {
      nl: `Voor een trend zijn minstens twee punten nodig; er is er ${places}.`,
      en: `A trend needs at least two points; there is ${places}.`,
    });
  }
  if (data.values.every(Number.isNaN)) {
    throw new StatisticsError('no-values', {
      nl: 'Alle waarden ontbreken: er is niets om een trend uit te halen.',
      en: 'Every value is missing: there is nothing to take a trend from.',
    });
  }
}
