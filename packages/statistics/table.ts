import { StatisticsError, type Text } from './result.ts';

/** Numbers, one per row; NaN is missing. */
export interface NumberColumn {
  readonly kind: 'number';
  readonly values: Float64Array;
}

/** Categories, one per row: `codes` are places in `levels`, −1 is missing. The first level is the reference. */
export interface CategoryColumn {
  readonly kind: 'category';
  readonly levels: readonly string[];
  readonly codes: Int32Array;
}

export type Column = NumberColumn | CategoryColumn;

/** Data as the analyses take them: named columns of one length. */
export interface Table {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
}

export function numberColumn(values: ArrayLike<number | null | undefined>): NumberColumn {
  return { kind: 'number', values: Float64Array.from(values, (value) => value ?? Number.NaN) };
}

/**
 * @param levels the order of the levels; without it they are sorted as R does by code point, so that the first one in
 *   the alphabet is the reference.
 */
export function categoryColumn(
  values: ArrayLike<string | null | undefined>,
  levels?: readonly string[],
): CategoryColumn {
  const all = Array.from(values, (value) => value ?? null);
  const order = levels ?? [...new Set(all.filter((value) => value !== null))].sort();
  const places = new Map(order.map((level, place) => [level, place]));
  const codes = Int32Array.from(all, (value) => (value === null ? -1 : (places.get(value) ?? -1)));
  return { kind: 'category', levels: order, codes };
}

export function table(columns: Readonly<Record<string, Column>>): Table {
  const entries = Object.entries(columns);
  const rows = entries.length === 0 ? 0 : length(entries[0][1]);
  for (const [name, column] of entries) {
    if (length(column) !== rows) {
      throw new StatisticsError('unequal-columns', {
        nl: `De kolom ${name} heeft ${length(column)} waarden; de andere kolommen hebben er ${rows}.`,
        en: `Column ${name} has ${length(column)} values; the other columns have ${rows}.`,
      });
    }
  }
  return { rows, columns: new Map(entries) };
}

const length = (column: Column): number =>
  column.kind === 'number' ? column.values.length : column.codes.length;

/** @throws StatisticsError `unknown-column`, naming the columns that there are. */
export function columnOf(data: Table, name: string): Column {
  const found = data.columns.get(name);
  if (found) return found;
  const known = [...data.columns.keys()].join(', ');
  throw new StatisticsError('unknown-column', {
    nl: `Er is geen kolom ${name}. De kolommen zijn: ${known}.`,
    en: `There is no column ${name}. The columns are: ${known}.`,
  });
}

/** @throws StatisticsError `unknown-column`, or `not-numeric` when the column holds words. */
export function numbersOf(data: Table, name: string): Float64Array {
  const column = columnOf(data, name);
  if (column.kind === 'number') return column.values;
  const found = examples(column);
  const text: Text = hasDecimalCommas(column)
    ? {
        nl: `De kolom ${name} bevat getallen met een komma (${found}). Lees het bestand met een decimale komma: --decimal ,`,
        en: `Column ${name} holds numbers with a comma (${found}). Read the file with a decimal comma: --decimal ,`,
      }
    : {
        nl: `De kolom ${name} bevat woorden (${found}), en hier zijn getallen nodig.`,
        en: `Column ${name} holds words (${found}), and numbers are needed here.`,
      };
  throw new StatisticsError('not-numeric', text);
}

/** Any column as categories; numbers become levels in numeric order, as R's factor() orders them. */
export function categoriesOf(data: Table, name: string): CategoryColumn {
  const column = columnOf(data, name);
  if (column.kind === 'category') return column;
  const distinct = Float64Array.from(new Set(column.values.filter((value) => !Number.isNaN(value)))).sort();
  const places = new Map(Array.from(distinct, (value, place) => [value, place]));
  return {
    kind: 'category',
    levels: Array.from(distinct, String),
    codes: Int32Array.from(column.values, (value) => places.get(value) ?? -1),
  };
}

export const isMissing = (column: Column, row: number): boolean =>
  column.kind === 'number' ? Number.isNaN(column.values[row]) : column.codes[row] < 0;

const examples = (column: CategoryColumn): string => column.levels.slice(0, 3).join('; ');

const hasDecimalCommas = ({ levels }: CategoryColumn): boolean =>
  levels.every((level) => /^[+-]?\d*(,\d+)?$/.test(level)) && levels.some((level) => level.includes(','));
