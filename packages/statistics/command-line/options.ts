import { parseArgs } from 'node:util';
import { StatisticsError, type Text } from '../result.ts';

/** How an option is given, and what help says of it. */
export interface Option {
  /**
   * `text` once; `list` comma separated or repeated; `pairs` a list of column=value, or of one of `choices` alone;
   * `number`; `choice` from `choices`; `flag` without a value.
   */
  readonly kind: 'text' | 'list' | 'pairs' | 'number' | 'choice' | 'flag';
  /** What stands for the value in help: `a,b,c`. A flag has none. */
  readonly value?: string;
  readonly help: string;
  readonly choices?: readonly string[];
  readonly required?: boolean;
}

export type Options = Readonly<Record<string, Option>>;

/** What was given on the command line, read by the names that the analysis declares. */
export interface Given {
  readonly has: (name: string) => boolean;
  readonly flag: (name: string) => boolean;
  readonly text: (name: string) => string | undefined;
  readonly list: (name: string) => readonly string[];
  readonly number: (name: string) => number | undefined;
  /** Throws `missing-option` when it is not there. */
  readonly required: (name: string) => string;
  readonly positionals: readonly string[];
}

/** @throws StatisticsError `unknown-option`, `missing-option`, `bad-option`. */
export function readOptions(words: readonly string[], options: Options): Given {
  const values = new Map<string, readonly (string | boolean)[]>();
  const positionals: string[] = [];
  const known = Object.entries(options).map(
    ([name, { kind }]) =>
      [name, { type: kind === 'flag' ? ('boolean' as const) : ('string' as const), multiple: true }] as const,
  );
  const { tokens } = parseArgs({
    args: joinNegativeNumbers(words),
    options: Object.fromEntries(known),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind === 'option') {
      const value = checkedValue(token.name, token.rawName, token.value, options);
      values.set(token.name, [...(values.get(token.name) ?? []), value]);
    }
  }
  const given = reader(values, positionals, options);
  for (const [name, { required }] of Object.entries(options)) if (required) given.required(name);
  return given;
}

/** `--mean -1` is a value, though it looks like an option. */
function joinNegativeNumbers(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last !== undefined && /^--[a-z-]+$/.test(last) && /^-[\d.,]/.test(word))
      joined[joined.length - 1] = `${last}=${word}`;
    else joined.push(word);
  }
  return joined;
}

function checkedValue(
  name: string,
  rawName: string,
  value: string | undefined,
  options: Options,
): string | boolean {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!option) throw unknownOption(rawName, options);
  if (option.kind === 'flag') {
    if (value === undefined) return true;
    throw badOption({ nl: `--${name} heeft geen waarde.`, en: `--${name} takes no value.` });
  }
  // Without this, a forgotten value would take the next option for one.
  if (value === undefined || value === '' || value.startsWith('--')) {
    const wanted = option.value ?? '…';
    throw badOption({
      nl: `--${name} mist een waarde: --${name} ${wanted}.`,
      en: `--${name} lacks a value: --${name} ${wanted}.`,
    });
  }
  if (option.kind === 'pairs') checkPairs(name, value, option.choices ?? []);
  else if (option.choices && !option.choices.includes(value)) throw notAChoice(name, value, option.choices);
  return value;
}

function checkPairs(name: string, value: string, alone: readonly string[]): void {
  for (const item of value.split(',')) {
    if (item.includes('=') || alone.includes(item)) continue;
    throw badOption({
      nl: `--${name} wordt geschreven als kolom=waarde${alone.map((word) => ` of ${word}`).join('')}, en is “${item}”.`,
      en: `--${name} is written as column=value${alone.map((word) => ` or ${word}`).join('')}, and is “${item}”.`,
    });
  }
}

const notAChoice = (name: string, value: string, choices: readonly string[]): StatisticsError =>
  badOption({
    nl: `--${name} kan niet “${value}” zijn. Kies uit: ${choices.join(' ')}`,
    en: `--${name} cannot be “${value}”. Choose from: ${choices.join(' ')}`,
  });

function reader(
  values: ReadonlyMap<string, readonly (string | boolean)[]>,
  positionals: readonly string[],
  options: Options,
): Given {
  const texts = (name: string): readonly string[] => (values.get(name) ?? []).map(String);
  const text = (name: string): string | undefined => {
    const all = texts(name);
    if (all.length < 2) return all[0];
    throw badOption({ nl: `Geef --${name} maar één keer.`, en: `Give --${name} only once.` });
  };
  return {
    has: (name) => values.has(name),
    flag: (name) => values.has(name),
    text,
    list: (name) =>
      texts(name)
        .flatMap((value) => value.split(','))
        .map((value) => value.trim())
        .filter((value) => value !== ''),
    number: (name) => numberOf(name, text(name)),
    required: (name) => {
      const value = options[name].kind === 'list' ? texts(name).join(',') : text(name);
      if (value) return value;
      const wanted = `--${name} ${options[name].value ?? '…'}`;
      throw new StatisticsError('missing-option', {
        nl: `Er ontbreekt ${wanted}. Met --help staat er bij elke optie wat zij doet.`,
        en: `${wanted} is missing: ${options[name].help}.`,
      });
    },
    positionals,
  };
}

function numberOf(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value.replace(',', '.'));
  if (Number.isFinite(number)) return number;
  throw badOption({
    nl: `--${name} moet een getal zijn, en is “${value}”.`,
    en: `--${name} must be a number, and is “${value}”.`,
  });
}

function unknownOption(rawName: string, options: Options): StatisticsError {
  const known = Object.keys(options)
    .map((name) => `--${name}`)
    .join(', ');
  return new StatisticsError('unknown-option', {
    nl: `De optie ${rawName} bestaat hier niet. De opties zijn: ${known}.`,
    en: `There is no option ${rawName} here. The options are: ${known}.`,
  });
}

export const badOption = (text: Text): StatisticsError => new StatisticsError('bad-option', text);

/** The pairs of an option of that kind, split at the first equals sign. */
export const pairsOf = (given: Given, name: string): readonly (readonly [column: string, value: string])[] =>
  given
    .list(name)
    .filter((item) => item.includes('='))
    .map(pair);

export function pair(item: string): readonly [column: string, value: string] {
  const place = item.indexOf('=');
  return [item.slice(0, place).trim(), item.slice(place + 1).trim()];
}

/** Two numbers between a comma: `1,5`. */
export function twoNumbers(option: string, given: Given): readonly [number, number] | undefined {
  if (!given.has(option)) return undefined;
  const [low, high, more] = given.list(option).map(Number);
  if (more === undefined && Number.isFinite(low) && Number.isFinite(high)) return [low, high];
  throw badOption({
    nl: `--${option} zijn twee getallen, zoals 1,5.`,
    en: `--${option} is two numbers, such as 1,5.`,
  });
}

/** Options that every analysis of a data file takes. */
export const DATA_OPTIONS = {
  data: {
    kind: 'text',
    value: 'file.csv',
    help: 'the data: .csv, .tsv or .csv.gz with a heading; - reads standard input',
    required: true,
  },
  decimal: {
    kind: 'choice',
    value: '.|,',
    choices: ['.', ','],
    help: 'decimal sign in the data (default .)',
  },
  type: {
    kind: 'pairs',
    value: 'column=number|category',
    help: 'the type of a column, where the guess is wrong',
  },
  reference: { kind: 'pairs', value: 'column=level', help: 'reference level of a column of categories' },
  missing: {
    kind: 'list',
    value: '0,9 or column=0',
    help: 'codes that mean missing, everywhere or in one column (patterns as in d1_*=0)',
  },
  where: {
    kind: 'pairs',
    value: 'column=value',
    help: 'only these rows; one column twice means either value',
  },
} as const satisfies Options;

/** Options that everything takes. */
export const GENERAL_OPTIONS = {
  language: {
    kind: 'choice',
    value: 'nl|en',
    choices: ['nl', 'en'],
    help: 'of results and complaints (default en)',
  },
  json: { kind: 'flag', help: 'print the result as JSON and nothing else' },
  help: { kind: 'flag', help: 'this text' },
} as const satisfies Options;

/** The width of intervals, for the analyses that have them. */
export const LEVEL = {
  level: { kind: 'number', value: '0.95', help: 'confidence level of the intervals (default 0.95)' },
} as const satisfies Options;

/** As it was given; the analysis refuses what is no level. */
export function levelOf(given: Given): { readonly level?: number } {
  const level = given.number('level');
  return level === undefined ? {} : { level };
}
