import { type Interval, StatisticsError } from '../result.ts';

/** The answers to one question, one per respondent; NaN is missing. */
export interface Item {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

export interface ItemOptions {
  /** Items that ask the opposite: an answer x counts as low + high − x. Needs `range`. */
  readonly reversed?: readonly string[];
  /** The ends of the answer scale, such as [1, 5]. With it, an answer outside is refused. */
  readonly range?: Interval;
  /** Codes that mean “no answer”: in ICALT a 0 is “not seen”. */
  readonly missingValues?: readonly number[];
}

export interface PreparedItem {
  readonly name: string;
  readonly reversed: boolean;
  readonly values: Float64Array;
}

/**
 * The answers as they are to be counted: codes for missing taken out, reversed items turned.
 *
 * @throws StatisticsError `too-few-items`, `duplicate-item`, `unequal-columns`, `unknown-item`, `range-needed`,
 *   `outside-range`.
 */
export function prepareItems(
  items: readonly Item[],
  options: ItemOptions,
  minimum: number,
): readonly PreparedItem[] {
  refuseFewItems(items.length, minimum);
  refuseNames(items, options);
  const missing = new Set(options.missingValues ?? []);
  const reversed = new Set(options.reversed ?? []);
  const range = rangeOf(options);
  return items.map(({ name, values }) => ({
    name,
    reversed: reversed.has(name),
    values: Float64Array.from(values, (value) => {
      if (Number.isNaN(value) || missing.has(value)) return Number.NaN;
      if (!(value >= range[0] && value <= range[1])) throw outside(name, value, options.range);
      return reversed.has(name) ? range[0] + range[1] - value : value;
    }),
  }));
}

/** The items of the respondents who answered all of them. */
export function completeCases(items: readonly PreparedItem[]): readonly PreparedItem[] {
  const rows = Array.from(items[0].values.keys()).filter((row) =>
    items.every(({ values }) => !Number.isNaN(values[row])),
  );
  return items.map((item) => ({ ...item, values: Float64Array.from(rows, (row) => item.values[row]) }));
}

/** Without a stated range every finite number will do. */
const rangeOf = ({ range }: ItemOptions): Interval => range ?? [-Number.MAX_VALUE, Number.MAX_VALUE];

function refuseFewItems(given: number, minimum: number): void {
  if (given >= minimum) return;
  throw new StatisticsError('too-few-items', {
    nl: `Hiervoor zijn minstens ${minimum} vragen nodig; er ${given === 1 ? 'is er' : 'zijn er'} ${given}.`,
    en: `This needs at least ${minimum} items; there ${given === 1 ? 'is' : 'are'} ${given}.`,
  });
}

function refuseNames(items: readonly Item[], { reversed = [], range }: ItemOptions): void {
  const names = items.map(({ name }) => name);
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  if (twice !== undefined) {
    throw new StatisticsError('duplicate-item', {
      nl: `De vraag ${twice} staat er twee keer in. Noem elke vraag één keer.`,
      en: `Item ${twice} is given twice. Name every item once.`,
    });
  }
  const rows = items[0].values.length;
  const uneven = items.find(({ values }) => values.length !== rows);
  if (uneven) {
    throw new StatisticsError('unequal-columns', {
      nl: `De vraag ${uneven.name} heeft ${uneven.values.length} antwoorden; de vraag ${items[0].name} heeft er ${rows}.`,
      en: `Item ${uneven.name} has ${uneven.values.length} answers; item ${items[0].name} has ${rows}.`,
    });
  }
  const unknown = reversed.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new StatisticsError('unknown-item', {
      nl: `De om te keren vraag ${unknown} hoort niet bij de vragen: ${names.join(', ')}.`,
      en: `The item to reverse, ${unknown}, is not one of the items: ${names.join(', ')}.`,
    });
  }
  if (reversed.length > 0 && !range) {
    throw new StatisticsError('range-needed', {
      nl: 'Om een vraag om te keren zijn de uiteinden van de antwoordschaal nodig, zoals 1 en 5.',
      en: 'To reverse an item, the ends of the answer scale are needed, such as 1 and 5.',
    });
  }
}

function outside(name: string, value: number, range: Interval | undefined): StatisticsError {
  if (!range) {
    return new StatisticsError('outside-range', {
      nl: `Vraag ${name} heeft een antwoord dat geen eindig getal is.`,
      en: `Item ${name} has an answer that is not a finite number.`,
    });
  }
  return new StatisticsError('outside-range', {
    nl: `Vraag ${name} heeft het antwoord ${value}; de antwoordschaal loopt van ${range[0]} tot ${range[1]}. Is ${value} een code voor “geen antwoord”, noem die dan bij de ontbrekende waarden.`,
    en: `Item ${name} has the answer ${value}; the answer scale runs from ${range[0]} to ${range[1]}. If ${value} is a code for “no answer”, name it among the missing values.`,
  });
}
