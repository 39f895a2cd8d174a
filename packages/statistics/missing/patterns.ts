import { ENGINE, type Result, StatisticsError, type Warning } from '../result.ts';
import { columnOf, isMissing, type Table } from '../table.ts';
import { type LittleTest, littleTest } from './little.ts';

export interface MissingColumn {
  readonly column: string;
  readonly missing: number;
  /** Of all rows. */
  readonly share: number;
}

/** Rows that lack the same columns. */
export interface MissingPattern {
  /** Empty for the rows that have everything. */
  readonly missing: readonly string[];
  readonly count: number;
  readonly share: number;
}

/** A case is a row. */
export interface MissingResult extends Result {
  readonly analysis: 'missing';
  readonly columns: readonly MissingColumn[];
  /** The most frequent first. */
  readonly patterns: readonly MissingPattern[];
  readonly completeCases: number;
  /** Missing values among all values of these columns. */
  readonly missingShare: number;
  /** Over the columns of numbers; null where it cannot be done, and then a warning says why. */
  readonly littleTest: LittleTest | null;
}

/**
 * Where values are missing: per column, and which ones together.
 *
 * @param columns default all.
 * @throws StatisticsError `no-rows`, `unknown-column`.
 */
export function missingPatterns(
  data: Table,
  columns: readonly string[] = [...data.columns.keys()],
): MissingResult {
  if (data.rows === 0 || columns.length === 0) {
    throw new StatisticsError('no-rows', {
      nl: 'Er zijn geen rijen of geen kolommen: er is niets om naar te kijken.',
      en: 'There are no rows or no columns: there is nothing to look at.',
    });
  }
  const taken = columns.map((name) => columnOf(data, name));
  const counts = columns.map(() => 0);
  const found = new Map<string, { places: readonly number[]; count: number }>();
  for (let row = 0; row < data.rows; row++) {
    const places = taken.flatMap((column, place) => (isMissing(column, row) ? [place] : []));
    for (const place of places) counts[place] += 1;
    const key = places.join(' ');
    const pattern = found.get(key) ?? { places, count: 0 };
    pattern.count += 1;
    found.set(key, pattern);
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  const { test, warnings } = littleTest(data, columns);
  return {
    analysis: 'missing',
    method: {
      nl: 'Patronen van ontbrekende waarden; Littles toets op volledig toevallig ontbreken (MCAR)',
      en: 'Patterns of missing values; Little’s test of missing completely at random (MCAR)',
    },
    engine: ENGINE,
    n: data.rows,
    dropped: [],
    warnings: [...warnings, ...manyMissing(columns, counts, data.rows)],
    columns: columns.map((column, place) => ({
      column,
      missing: counts[place],
      share: counts[place] / data.rows,
    })),
    patterns: [...found.values()]
      .sort((a, b) => b.count - a.count || a.places.length - b.places.length)
      .map(({ places, count }) => ({
        missing: places.map((place) => columns[place]),
        count,
        share: count / data.rows,
      })),
    completeCases: found.get('')?.count ?? 0,
    missingShare: total / (data.rows * columns.length),
    littleTest: test,
  };
}

/** From a third missing, what is left may well be another group than what was asked. */
const MUCH = 1 / 3;

function manyMissing(columns: readonly string[], counts: readonly number[], rows: number): Warning[] {
  const much = columns.filter((_, place) => counts[place] / rows > MUCH);
  if (much.length === 0) return [];
  return [
    {
      code: 'much-missing',
      text: {
        nl: `Meer dan een derde ontbreekt bij: ${much.join(', ')}. Wat daar overblijft kan een andere groep zijn dan bedoeld.`,
        en: `More than a third is missing of: ${much.join(', ')}. What is left there may be another group than was meant.`,
      },
    },
  ];
}
