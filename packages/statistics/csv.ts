import Papa from 'papaparse';
import { StatisticsError } from './result.ts';
import { type Column, type Table, table } from './table.ts';

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
 *   `not-numeric` (a value in a column said to be numbers), `out-of-range` (beyond 1e±100), `unknown-level` (a reference that does not occur).
 */
export function readCsv(text: string, options: CsvOptions = {}): Table {
  const { names, columns } = readCells(text, options);
  for (const name of [...Object.keys(options.types ?? {}), ...Object.keys(options.references ?? {})]) {
    if (names.includes(name)) continue;
    throw new StatisticsError('unknown-column', {
      nl: `Er is geen kolom ${name}. De kolommen zijn: ${names.join(', ')}.`,
      en: `There is no column ${name}. The columns are: ${names.join(', ')}.`,
    });
  }
  return table(
    Object.fromEntries(names.map((name, place) => [name, readColumn(name, columns[place], options)])),
  );
}

/** A column as it was written: its different values, and which of them each row has. Answers repeat themselves. */
interface Cells {
  readonly places: Map<string, number>;
  /** Per place the value; null is missing. */
  readonly values: (string | null)[];
  readonly rows: number[];
}

interface WrittenTable {
  readonly names: readonly string[];
  readonly columns: readonly Cells[];
}

function readCells(text: string, options: CsvOptions): WrittenTable {
  let names: readonly string[] | undefined;
  let columns: readonly Cells[] = [];
  let line = 1;
  const take = (cells: readonly string[]): void => {
    if (names === undefined) {
      names = cells.map((name) => name.trim());
      refuseDuplicates(names);
      columns = names.map(() => ({ places: new Map(), values: [], rows: [] }));
      return;
    }
    line += 1;
    if (cells.length !== names.length) throw unequalRows(line, cells.length, names.length);
    for (let place = 0; place < cells.length; place++) addCell(columns[place], cells[place]);
  };
  Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    skipEmptyLines: true,
    // In pieces: a whole file as lists of words is many times its size.
    chunkSize: 1 << 18,
    chunk: ({ data }: Papa.ParseResult<string[]>) => {
      for (const cells of data) take(cells);
    },
    // A text is read before parse() returns; the types do not know that.
    complete: () => undefined,
    ...(options.decimal === ',' ? { delimitersToGuess: [';', '\t', '|'] } : {}),
  });
  if (names === undefined || line === 1) {
    throw new StatisticsError('no-rows', {
      nl: 'Er staan geen rijen in de gegevens: een kopregel en minstens één rij zijn nodig.',
      en: 'The data have no rows: a heading and at least one row are needed.',
    });
  }
  return { names, columns };
}

function unequalRows(line: number, values: number, names: number): StatisticsError {
  return new StatisticsError('unequal-rows', {
    nl: `Regel ${line} heeft ${values} waarden; de kopregel heeft ${names} kolommen.`,
    en: `Line ${line} has ${values} values; the heading has ${names} columns.`,
  });
}

function addCell(cells: Cells, written: string): void {
  let place = cells.places.get(written);
  if (place === undefined) {
    place = cells.values.length;
    cells.places.set(written, place);
    const value = written.trim();
    cells.values.push(MISSING.has(value) ? null : value);
  }
  cells.rows.push(place);
}

function readColumn(name: string, cells: Cells, options: CsvOptions): Column {
  const decimal = options.decimal ?? '.';
  const reference = options.references?.[name];
  const kind = options.types?.[name] ?? (reference === undefined ? guess(cells.values, decimal) : 'category');
  return kind === 'category' ? readCategories(name, cells, reference) : readNumbers(name, cells, decimal);
}

function readNumbers(name: string, cells: Cells, decimal: '.' | ','): Column {
  const numbers = cells.values.map((value, place) => {
    if (value === null) return Number.NaN;
    const number = toNumber(value, decimal);
    if (number !== undefined && isComputable(number)) return number;
    const line = cells.rows.indexOf(place) + 2;
    if (number !== undefined) throw outOfRange(name, line, value);
    throw new StatisticsError('not-numeric', {
      nl: `In kolom ${name}, regel ${line}, staat “${value}”; dat is geen getal.`,
      en: `Column ${name}, line ${line}, says “${value}”; that is not a number.`,
    });
  });
  return { kind: 'number', values: Float64Array.from(cells.rows, (place) => numbers[place]) };
}

/** Squares, and sums of many squares, must still be numbers. */
const isComputable = (value: number): boolean =>
  value === 0 || (Math.abs(value) < 1e100 && Math.abs(value) > 1e-100);

const outOfRange = (name: string, line: number, value: string): StatisticsError =>
  new StatisticsError('out-of-range', {
    nl: `In kolom ${name}, regel ${line}, staat ${value}: te ver van gewone getallen om mee te rekenen. Kies een andere eenheid, of verbeter het getal.`,
    en: `Column ${name}, line ${line}, says ${value}: too far from ordinary numbers to compute with. Choose another unit, or mend the number.`,
  });

function readCategories(name: string, cells: Cells, reference: string | undefined): Column {
  const sorted = [...new Set(cells.values.filter((value) => value !== null))].sort();
  if (reference !== undefined && !sorted.includes(reference)) {
    throw new StatisticsError('unknown-level', {
      nl: `Kolom ${name} heeft geen waarde “${reference}”. De waarden zijn: ${sorted.join(', ')}.`,
      en: `Column ${name} has no value “${reference}”. The values are: ${sorted.join(', ')}.`,
    });
  }
  const levels =
    reference === undefined ? sorted : [reference, ...sorted.filter((level) => level !== reference)];
  const places = new Map(levels.map((level, place) => [level, place]));
  const codes = cells.values.map((value) => (value === null ? -1 : (places.get(value) ?? -1)));
  return { kind: 'category', levels, codes: Int32Array.from(cells.rows, (place) => codes[place]) };
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
