import { type Matrix, matrix } from '../linear-algebra.ts';
import { StatisticsError } from '../result.ts';
import { dot, mean } from '../sums.ts';
import type { CategoryColumn } from '../table.ts';

/** A between factor with the levels that occur among the cases used. */
export interface Factor {
  readonly name: string;
  readonly levels: readonly string[];
}

/** The cases with one combination of levels. */
export interface Cell {
  /** Place of its level, per factor. */
  readonly codes: readonly number[];
  readonly label: string;
  readonly rows: readonly number[];
}

/** The full crossing of the between factors; one cell of all cases when there are none. The last factor runs fastest. */
export interface Cells {
  readonly factors: readonly Factor[];
  readonly cells: readonly Cell[];
  readonly n: number;
  /** n − number of cells. */
  readonly errorDf: number;
}

/**
 * @param rows the cases used.
 * @throws StatisticsError `one-level`, `empty-cell`, `too-few-cases` (a cell with fewer than two).
 */
export function crossing(
  factors: readonly { readonly name: string; readonly column: CategoryColumn }[],
  rows: readonly number[],
): Cells {
  const used = factors.map(({ name, column }) => usedLevels(name, column, rows));
  const count = used.reduce((product, { factor }) => product * factor.levels.length, 1);
  const members = Array.from({ length: count }, (): number[] => []);
  for (const row of rows) {
    let place = 0;
    for (const { factor, codeOf } of used) place = place * factor.levels.length + codeOf(row);
    members[place].push(row);
  }
  const cells = members.map((own, place) => {
    const codes = codesAt(
      place,
      used.map(({ factor }) => factor.levels.length),
    );
    return { codes, label: codes.map((code, f) => used[f].factor.levels[code]).join(' × '), rows: own };
  });
  refuseThin(cells);
  return { factors: used.map(({ factor }) => factor), cells, n: rows.length, errorDf: rows.length - count };
}

function usedLevels(
  name: string,
  column: CategoryColumn,
  rows: readonly number[],
): { factor: Factor; codeOf: (row: number) => number } {
  const occurs = new Uint8Array(column.levels.length);
  for (const row of rows) occurs[column.codes[row]] = 1;
  const places = column.levels.map((_, code) => occurs.slice(0, code).reduce((all, one) => all + one, 0));
  const levels = column.levels.filter((_, code) => occurs[code] === 1);
  if (levels.length < 2) {
    throw new StatisticsError('one-level', {
      nl: `De kolom ${name} heeft bij de gebruikte gevallen maar één waarde${levels.length === 1 ? ` (${levels[0]})` : ''}. Om te vergelijken zijn er minstens twee nodig.`,
      en: `Among the cases used, column ${name} has only one value${levels.length === 1 ? ` (${levels[0]})` : ''}. To compare, at least two are needed.`,
    });
  }
  return { factor: { name, levels }, codeOf: (row) => places[column.codes[row]] };
}

function codesAt(place: number, sizes: readonly number[]): number[] {
  const codes: number[] = [];
  let rest = place;
  for (const size of [...sizes].reverse()) {
    codes.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return codes;
}

/** Factor to level: `{ sector: 'po' }`. */
export function levelsAt(factors: readonly Factor[], codes: readonly number[]): Record<string, string> {
  return Object.fromEntries(factors.map(({ name, levels }, f) => [name, levels[codes[f]]]));
}

function refuseThin(cells: readonly Cell[]): void {
  const empty = cells.filter(({ rows }) => rows.length === 0).map(({ label }) => label);
  if (empty.length > 0 && cells.length > 1) {
    throw new StatisticsError('empty-cell', {
      nl: `Deze combinaties komen niet voor: ${empty.join(', ')}. Voeg groepen samen, of laat een factor weg.`,
      en: `These combinations do not occur: ${empty.join(', ')}. Join groups, or leave a factor out.`,
    });
  }
  const thin = cells.filter(({ rows }) => rows.length < 2);
  if (thin.length === 0) return;
  const names = cells.length === 1 ? '' : `: ${thin.map(({ label }) => label).join(', ')}`;
  throw new StatisticsError('too-few-cases', {
    nl: `Er zijn minstens twee volledige gevallen per groep nodig${names}. Voeg groepen samen of laat die weg.`,
    en: `At least two complete cases per group are needed${names}. Join groups or leave these out.`,
  });
}

/** What the between design needs of some scores per case. */
export interface CellStatistics {
  /** Per score, its mean in every cell. */
  readonly means: readonly Float64Array[];
  /** Sums of squares and products of the scores around their cell's mean. */
  readonly error: Matrix;
}

/** @param scores each as long as the data; only the rows of the cells are read. */
export function cellStatistics({ cells, n }: Cells, scores: readonly Float64Array[]): CellStatistics {
  const means: Float64Array[] = [];
  const deviations: Float64Array[] = [];
  for (const score of scores) {
    const own = new Float64Array(cells.length);
    const around = new Float64Array(n);
    let from = 0;
    cells.forEach(({ rows }, place) => {
      const part = around.subarray(from, from + rows.length);
      for (let i = 0; i < rows.length; i++) part[i] = score[rows[i]];
      own[place] = centre(part);
      from += rows.length;
    });
    means.push(own);
    deviations.push(around);
  }
  const error = matrix(scores.length, scores.length);
  for (let i = 0; i < scores.length; i++) {
    for (let j = 0; j <= i; j++) {
      const product = dot(deviations[i], deviations[j]);
      error.values[i + j * scores.length] = product;
      error.values[j + i * scores.length] = product;
    }
  }
  return { means, error };
}

/** Takes the mean out of the values, and returns it. Twice, for what rounding leaves after the first time. */
function centre(values: Float64Array): number {
  const first = mean(values);
  for (let i = 0; i < values.length; i++) values[i] -= first;
  const rest = mean(values);
  for (let i = 0; i < values.length; i++) values[i] -= rest;
  return first + rest;
}
