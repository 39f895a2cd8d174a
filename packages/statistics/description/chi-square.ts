import { chiSquareTail } from '../distributions.ts';
import { ENGINE, type Result, StatisticsError, type Warning } from '../result.ts';
import { sum } from '../sums.ts';
import { type CategoryColumn, categoriesOf, type Table } from '../table.ts';

/** A case is a row that has both values. */
export interface ChiSquareResult extends Result {
  readonly analysis: 'chi-square';
  readonly rows: { readonly column: string; readonly levels: readonly string[] };
  readonly columns: { readonly column: string; readonly levels: readonly string[] };
  /** Row by row; levels that nobody has are left out. */
  readonly counts: readonly (readonly number[])[];
  /** What the counts would be if the two had nothing to do with each other. */
  readonly expected: readonly (readonly number[])[];
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
  /** From 0 (nothing to do with each other) to 1 (one follows from the other). */
  readonly cramersV: number;
}

/**
 * Whether two columns of categories hang together: Pearson's chi-square without continuity correction, and Cramér's V
 * (Cramér, H. (1946). Mathematical methods of statistics, p. 282).
 *
 * @throws StatisticsError `unknown-column`, `one-level` when a column has fewer than two levels that occur.
 */
export function chiSquareTest(
  data: Table,
  options: { readonly rows: string; readonly columns: string },
): ChiSquareResult {
  const down = categoriesOf(data, options.rows);
  const across = categoriesOf(data, options.columns);
  const all = down.levels.map(() => across.levels.map(() => 0));
  for (let row = 0; row < data.rows; row++) {
    if (down.codes[row] >= 0 && across.codes[row] >= 0) all[down.codes[row]][across.codes[row]] += 1;
  }
  const usedDown = places(down, (place) => all[place].some((count) => count > 0));
  const usedAcross = places(across, (place) => all.some((counts) => counts[place] > 0));
  refuseOneLevel(options.rows, usedDown);
  refuseOneLevel(options.columns, usedAcross);
  const counts = usedDown.map((i) => usedAcross.map((j) => all[i][j]));
  const rowTotals = counts.map((row) => sum(row));
  const columnTotals = usedAcross.map((_, j) => sum(counts.map((row) => row[j])));
  const n = sum(rowTotals);
  const expected = rowTotals.map((row) => columnTotals.map((column) => (row * column) / n));
  const chiSquare = sum(
    expected.flatMap((row, i) => row.map((count, j) => (counts[i][j] - count) ** 2 / count)),
  );
  const df = (usedDown.length - 1) * (usedAcross.length - 1);
  const missing = data.rows - n;
  return {
    analysis: 'chi-square',
    method: {
      nl: 'Chi-kwadraattoets van Pearson, zonder continuïteitscorrectie; Cramérs V',
      en: 'Pearson’s chi-square test, without continuity correction; Cramér’s V',
    },
    engine: ENGINE,
    n,
    dropped:
      missing > 0
        ? [
            {
              count: missing,
              why: { nl: 'een van de twee waarden ontbreekt', en: 'one of the two values is missing' },
            },
          ]
        : [],
    warnings: fewExpected(expected),
    rows: { column: options.rows, levels: usedDown.map((place) => down.levels[place]) },
    columns: { column: options.columns, levels: usedAcross.map((place) => across.levels[place]) },
    counts,
    expected,
    chiSquare,
    df,
    p: chiSquareTail(chiSquare, df),
    cramersV: Math.sqrt(chiSquare / n / Math.min(usedDown.length - 1, usedAcross.length - 1)),
  };
}

const places = (column: CategoryColumn, used: (place: number) => boolean): number[] =>
  column.levels.map((_, place) => place).filter(used);

function refuseOneLevel(name: string, used: readonly number[]): void {
  if (used.length >= 2) return;
  throw new StatisticsError('one-level', {
    nl: `De kolom ${name} heeft hier maar ${used.length === 1 ? 'één waarde' : 'lege waarden'}; er zijn er minstens twee nodig om te vergelijken.`,
    en: `Column ${name} has ${used.length === 1 ? 'only one value' : 'no values'} here; at least two are needed to compare.`,
  });
}

/** Cochran's rule: no expected count under 1, and at most one in five under 5 (1954, Biometrics, 10, 417–451). */
function fewExpected(expected: readonly (readonly number[])[]): Warning[] {
  const all = expected.flat();
  const under = all.filter((count) => count < 5).length;
  if (under <= all.length / 5 && all.every((count) => count >= 1)) return [];
  return [
    {
      code: 'few-expected',
      text: {
        nl: `In ${under} van de ${all.length} vakken worden minder dan 5 gevallen verwacht: de p-waarde is dan een ruwe schatting. Voeg waarden samen.`,
        en: `In ${under} of ${all.length} cells fewer than 5 cases are expected: the p-value is then a rough guess. Combine values.`,
      },
    },
  ];
}
