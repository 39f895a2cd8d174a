import { gunzipSync } from 'node:zlib';
import { type CsvOptions, readCsv } from '../csv.ts';
import { StatisticsError } from '../result.ts';
import { type CategoryColumn, type Column, columnOf, type Table, table } from '../table.ts';
import { expandColumns } from './columns.ts';
import { badOption, type Given, pair, pairsOf } from './options.ts';

/** Where bytes come from: a file's name, or `-` for standard input. */
export type ReadBytes = (name: string) => Promise<Uint8Array>;

/**
 * The text of a file, unpacked when its first bytes say that it is gzip.
 *
 * @throws StatisticsError `unreadable-file`.
 */
export async function readText(name: string, read: ReadBytes): Promise<string> {
  const bytes = await bytesOf(name, read);
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    throw unreadable(name, {
      nl: 'het is een Excel- of zipbestand; bewaar het als CSV',
      en: 'it is an Excel or zip file; save it as CSV',
    });
  }
  if (!startsWith(bytes, [0x1f, 0x8b])) return decode(bytes);
  try {
    return decode(gunzipSync(bytes));
  } catch {
    throw unreadable(name, { nl: 'het gz-bestand is beschadigd', en: 'the gz file is damaged' });
  }
}

async function bytesOf(name: string, read: ReadBytes): Promise<Uint8Array> {
  try {
    return await read(name);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const why =
      code === 'ENOENT'
        ? {
            nl: 'het bestaat niet; kijk de naam en de map na',
            en: 'it does not exist; check its name and folder',
          }
        : { nl: `het kan niet gelezen worden (${code})`, en: `it cannot be read (${code})` };
    throw unreadable(name, why);
  }
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, place) => bytes[place] === byte);

/** UTF-8, or else what Excel writes on Windows. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const unreadable = (name: string, why: { readonly nl: string; readonly en: string }): StatisticsError =>
  new StatisticsError('unreadable-file', {
    nl: `Het bestand ${name} is niet te gebruiken: ${why.nl}.`,
    en: `The file ${name} cannot be used: ${why.en}.`,
  });

/** The table that the options of `DATA_OPTIONS` describe. */
export async function readData(given: Given, read: ReadBytes): Promise<Table> {
  const text = await readText(given.required('data'), read);
  const decimal = given.text('decimal') === ',' ? ',' : '.';
  const data = readCsv(text, { decimal, types: types(given), references: references(given) });
  return selected(withMissing(data, given), given);
}

function types(given: Given): NonNullable<CsvOptions['types']> {
  return Object.fromEntries(
    pairsOf(given, 'type').map(([column, type]) => {
      if (type === 'number' || type === 'category') return [column, type];
      throw badOption({
        nl: `Een kolom is number of category, en niet “${type}”.`,
        en: `A column is number or category, and not “${type}”.`,
      });
    }),
  );
}

const references = (given: Given): NonNullable<CsvOptions['references']> =>
  Object.fromEntries(pairsOf(given, 'reference'));

/** Codes as missing: `0,9` everywhere, `d1_*=0,9` in those columns (a bare code goes with the columns before it). */
function withMissing(data: Table, given: Given): Table {
  const items = given.list('missing');
  if (items.length === 0) return data;
  const codes = new Map<string, Set<string>>();
  let names: readonly string[] = [...data.columns.keys()];
  for (const item of items) {
    const [columns, code] = item.includes('=') ? pair(item) : [undefined, item];
    if (columns !== undefined) names = expandColumns(data, [columns]);
    for (const name of names) codes.set(name, (codes.get(name) ?? new Set()).add(code));
  }
  return mapColumns(data, (column, name) => {
    const missing = codes.get(name);
    return missing ? without(column, missing) : column;
  });
}

function without(column: Column, codes: ReadonlySet<string>): Column {
  if (column.kind === 'number') {
    const numbers = new Set([...codes].map(Number));
    return {
      kind: 'number',
      values: column.values.map((value) => (numbers.has(value) ? Number.NaN : value)),
    };
  }
  return usedLevels({
    ...column,
    codes: column.codes.map((code) => (code >= 0 && codes.has(column.levels[code]) ? -1 : code)),
  });
}

/** Rows for which every named column has one of its values. */
function selected(data: Table, given: Given): Table {
  const wanted = Map.groupBy(pairsOf(given, 'where'), ([column]) => column);
  if (wanted.size === 0) return data;
  const tests = [...wanted].map(([name, pairs]) =>
    rowTest(
      name,
      columnOf(data, name),
      pairs.map(([, value]) => value),
    ),
  );
  const rows = Array.from({ length: data.rows }, (_, row) => row).filter((row) =>
    tests.every((fits) => fits(row)),
  );
  return mapColumns(data, (column) => rowsOf(column, rows));
}

function rowTest(name: string, column: Column, values: readonly string[]): (row: number) => boolean {
  if (column.kind === 'number') {
    const numbers = new Set(values.map((value) => Number(value.replace(',', '.'))));
    const unknown = values.find((value) => !column.values.includes(Number(value.replace(',', '.'))));
    if (unknown !== undefined) throw noSuchValue(name, unknown);
    return (row) => numbers.has(column.values[row]);
  }
  const unknown = values.find((value) => !column.levels.includes(value));
  if (unknown !== undefined) throw noSuchValue(name, unknown, column.levels);
  const codes = new Set(values.map((value) => column.levels.indexOf(value)));
  return (row) => codes.has(column.codes[row]);
}

function noSuchValue(name: string, value: string, levels?: readonly string[]): StatisticsError {
  const known = levels?.slice(0, 12).join(', ');
  return new StatisticsError('unknown-level', {
    nl: `Geen rij heeft “${value}” in kolom ${name}.${known ? ` Er staan: ${known}.` : ''}`,
    en: `No row has “${value}” in column ${name}.${known ? ` It holds: ${known}.` : ''}`,
  });
}

function rowsOf(column: Column, rows: readonly number[]): Column {
  if (column.kind === 'number') {
    return { kind: 'number', values: Float64Array.from(rows, (row) => column.values[row]) };
  }
  return usedLevels({ ...column, codes: Int32Array.from(rows, (row) => column.codes[row]) });
}

/** A level without rows would be a group without members. */
function usedLevels(column: CategoryColumn): CategoryColumn {
  const used = new Set(column.codes);
  const kept = column.levels.map((_, code) => code).filter((code) => used.has(code));
  const places = new Map(kept.map((code, place) => [code, place]));
  return {
    kind: 'category',
    levels: kept.map((code) => column.levels[code]),
    codes: column.codes.map((code) => places.get(code) ?? -1),
  };
}

const mapColumns = (data: Table, change: (column: Column, name: string) => Column): Table =>
  table(Object.fromEntries([...data.columns].map(([name, column]) => [name, change(column, name)])));
