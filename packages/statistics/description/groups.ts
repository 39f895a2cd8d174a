import { type Language, StatisticsError } from '../result.ts';
import { type CategoryColumn, categoriesOf, type Table } from '../table.ts';

/** Rows that share a level of every grouping column. */
export interface Group {
  /** Per grouping column its level: `{ test: "IEP", year: "2018" }`; empty when nothing groups. */
  readonly labels: Readonly<Record<string, string>>;
  readonly rows: readonly number[];
}

export interface Grouping {
  /** In the order of the levels, the first column changing slowest; only groups that have rows. */
  readonly groups: readonly Group[];
  /** Rows of which a grouping column is missing. */
  readonly ungrouped: number;
}

/** @throws StatisticsError `unknown-column`, `repeated-column`. */
export function groupRows(data: Table, by: readonly string[]): Grouping {
  const twice = by.find((name, place) => by.indexOf(name) !== place);
  if (twice !== undefined) {
    throw new StatisticsError('repeated-column', {
      nl: `De kolom ${twice} staat twee keer bij de groepen. Noem elke kolom één keer.`,
      en: `Column ${twice} is named twice among the groups. Name every column once.`,
    });
  }
  const columns = by.map((name) => categoriesOf(data, name));
  const rowsOf = new Map<number, number[]>();
  let ungrouped = 0;
  for (let row = 0; row < data.rows; row++) {
    const key = placeOf(columns, row);
    const rows = rowsOf.get(key);
    if (key < 0) ungrouped += 1;
    else if (rows) rows.push(row);
    else rowsOf.set(key, [row]);
  }
  const groups = [...rowsOf]
    .sort(([a], [b]) => a - b)
    .map(([, rows]) => ({
      labels: Object.fromEntries(
        columns.map((column, place) => [by[place], column.levels[column.codes[rows[0]]]]),
      ),
      rows,
    }));
  return { groups, ungrouped };
}

/** The levels of a row as one number, in which the first column weighs most; −1 when one is missing. */
function placeOf(columns: readonly CategoryColumn[], row: number): number {
  let place = 0;
  for (const { levels, codes } of columns) {
    if (codes[row] < 0) return -1;
    place = place * levels.length + codes[row];
  }
  return place;
}

/** “IEP 2018 (4); IEP 2019 (7)”: the first five, for a sentence; the group of everybody is “all rows”. */
export function listGroups(
  groups: readonly { readonly labels: Readonly<Record<string, string>>; readonly n: number }[],
  language: Language,
): string {
  const all = language === 'nl' ? 'alle rijen' : 'all rows';
  const named = groups.slice(0, 5).map(({ labels, n }) => `${nameOf(labels) || all} (${n})`);
  const more = groups.length - named.length;
  if (more > 0) named.push(language === 'nl' ? `en nog ${more}` : `and ${more} more`);
  return named.join('; ');
}

/** “IEP 2018”; empty for the group of everybody. */
export const nameOf = (labels: Readonly<Record<string, string>>): string => Object.values(labels).join(' ');
