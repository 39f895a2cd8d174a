import Papa from 'papaparse';
import { StatisticsError } from './result.ts';
import { type Column, categoryColumn, numberColumn, type Table, table } from './table.ts';

export interface CsvOptions {
  /** What stands between whole and fraction; with a comma, columns are split by semicolon or tab. Default a point. */
  readonly decimal?: '.' | ',';
  /** Columns whose type should not be guessed. */
  readonly types?: Readonly<Record<string, Column['kind']>>;
  /** Per column of categories, the level that comes first. */
  readonly references?: Readonly<Record<string, string>>;
}

const MISSING = new Set(['', 'NA', 'NaN', 'nan', '.']);

/**
 * A table with a heading from the text of a CSV file; what separates the columns is found from the text.
 *
 * A column is numbers when every value in it is one; a leading zero (`0123`, a school's BRIN) makes it words, because
 * such zeros mean something. Empty and `NA` are missing.
 *
 * @throws StatisticsError `no-rows`, `unequal-rows`, `duplicate-column`, `unknown-column` (in the options),
 *   `not-numeric` (a value in a column said to be numbers), `unknown-level` (a reference that does not occur).
 */
export function readCsv(text: string, options: CsvOptions = {}): Table {
  const lines = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    skipEmptyLines: true,
    ...(options.decimal === ',' ? { delimitersToGuess: [';', '\t', '|'] } : {}),
  }).data;
  const names = (lines.shift() ?? []).map((name) => name.trim());
  if (names.length === 0 || lines.length === 0) {
    throw new StatisticsError('no-rows', {
      nl: 'Er staan geen rijen in de gegevens: een kopregel en minstens één rij zijn nodig.',
      en: 'The data have no rows: a heading and at least one row are needed.',
    });
  }
  refuseDuplicates(names);
  for (const [row, line] of lines.entries()) {
    if (line.length === names.length) continue;
    throw new StatisticsError('unequal-rows', {
      nl: `Regel ${row + 2} heeft ${line.length} waarden; de kopregel heeft ${names.length} kolommen.`,
      en: `Line ${row + 2} has ${line.length} values; the heading has ${names.length} columns.`,
    });
  }
  for (const name of [...Object.keys(options.types ?? {}), ...Object.keys(options.references ?? {})]) {
    if (names.includes(name)) continue;
    throw new StatisticsError('unknown-column', {
      nl: `Er is geen kolom ${name}. De kolommen zijn: ${names.join(', ')}.`,
      en: `There is no column ${name}. The columns are: ${names.join(', ')}.`,
    });
  }
  const columns = names.map((name, place) => {
    const values = lines.map((line) => clean(line[place]));
    return [name, readColumn(name, values, options)] as const;
  });
  return table(Object.fromEntries(columns));
}

function clean(value: string): string | null {
  const trimmed = value.trim();
  return MISSING.has(trimmed) ? null : trimmed;
}

function readColumn(name: string, values: readonly (string | null)[], options: CsvOptions): Column {
  const decimal = options.decimal ?? '.';
  const reference = options.references?.[name];
  const kind = options.types?.[name] ?? (reference === undefined ? guess(values, decimal) : 'category');
  if (kind === 'category') return readCategories(name, values, reference);
  return numberColumn(
    values.map((value, row) => {
      if (value === null) return null;
      const number = toNumber(value, decimal);
      if (number !== undefined) return number;
      throw new StatisticsError('not-numeric', {
        nl: `In kolom ${name}, regel ${row + 2}, staat “${value}”; dat is geen getal.`,
        en: `Column ${name}, line ${row + 2}, says “${value}”; that is not a number.`,
      });
    }),
  );
}

function readCategories(
  name: string,
  values: readonly (string | null)[],
  reference: string | undefined,
): Column {
  const column = categoryColumn(values);
  if (reference === undefined) return column;
  if (!column.levels.includes(reference)) {
    throw new StatisticsError('unknown-level', {
      nl: `Kolom ${name} heeft geen waarde “${reference}”. De waarden zijn: ${column.levels.join(', ')}.`,
      en: `Column ${name} has no value “${reference}”. The values are: ${column.levels.join(', ')}.`,
    });
  }
  return categoryColumn(values, [reference, ...column.levels.filter((level) => level !== reference)]);
}

const guess = (values: readonly (string | null)[], decimal: '.' | ','): Column['kind'] =>
  values.every(
    (value) => value === null || (!/^[+-]?0\d/.test(value) && toNumber(value, decimal) !== undefined),
  )
    ? 'number'
    : 'category';

const FORM = { '.': /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i, ',': /^[+-]?(\d+,?\d*|,\d+)(e[+-]?\d+)?$/i };

function toNumber(value: string, decimal: '.' | ','): number | undefined {
  return FORM[decimal].test(value) ? Number(value.replace(',', '.')) : undefined;
}

function refuseDuplicates(names: readonly string[]): void {
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice === undefined) return;
  throw new StatisticsError('duplicate-column', {
    nl: `De kop noemt de kolom ${twice} twee keer. Geef elke kolom een eigen naam.`,
    en: `The heading names column ${twice} twice. Give every column a name of its own.`,
  });
}
