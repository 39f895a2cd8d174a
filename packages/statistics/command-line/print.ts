import type { Interval, Language } from '../result.ts';
import { LABELS, type Label, WORDS } from './labels.ts';

/** Results as text for a terminal of 100 columns: tables with aligned columns, facts, and paragraphs. */

const WIDTH = 100;
const GAP = '  ';
const NOTHING = '–';

/** A part of the printed result; blocks are set apart by an empty line. */
export type Block = readonly string[];

type Align = 'left' | 'right';

/** A column of a printed table: how it writes its cells. */
export interface TableColumn<Row> {
  readonly head: string;
  /** Of all rows together, since a column has as many decimals as its numbers need. */
  readonly cells: (rows: readonly Row[]) => readonly string[];
  readonly align: Align;
}

/** Under its head stands what is taken from each row; `place` counts the rows from 0. */
type MakeColumn<Cell> = <Row>(head: Label, take: (row: Row, place: number) => Cell) => TableColumn<Row>;

/** Words of one language, so that a table has its decimal sign. */
export interface Printer {
  readonly language: Language;
  readonly text: (label: Label) => string;
  /** A word that results hold for programs. */
  readonly word: (code: string) => string;
  /** Over intervals: their level. */
  readonly intervalOf: (level: number) => string;
  /** Names with their values. */
  readonly facts: (facts: readonly (readonly [name: Label, value: string])[]) => Block;
  /** `chi-square(2) = 8.44, p = 0.015`. */
  readonly chiSquareTest: (df: number, chiSquare: number, p: number | null) => string;
  /** A line per row under the heads; without rows nothing, unless it has a title. A column that is `false` is left out. */
  readonly table: <Row>(
    rows: readonly Row[],
    columns: readonly (TableColumn<Row> | false)[],
    title?: string,
  ) => Block;
  readonly words: MakeColumn<string | number | null>;
  /** Whole numbers. */
  readonly counts: MakeColumn<number | null>;
  /** Numbers with as many decimals as the column needs. */
  readonly numbers: MakeColumn<number | null>;
  /** Numbers whose decimals count though they are large: likelihoods. */
  readonly hundredths: MakeColumn<number>;
  readonly pValues: MakeColumn<number | null>;
  readonly intervals: MakeColumn<Interval | null>;
  readonly number: (value: number | null) => string;
  readonly p: (value: number | null) => string;
  /** `p = 0.03`, `p < 0.001`. */
  readonly chance: (value: number | null) => string;
  readonly interval: (value: Interval | null) => string;
}

export function printer(language: Language): Printer {
  const local = (text: string): string => (language === 'nl' ? text.replaceAll('.', ',') : text);
  const fixed = (value: number | null, decimals: number): string =>
    value === null ? NOTHING : local(positiveZero(plain(value, decimals)));
  const text = (label: Label): string => (typeof label === 'string' ? label : label[language]);
  const number = (value: number | null): string => (value === null ? NOTHING : local(single(value)));
  const p = (value: number | null): string => {
    if (value === null) return NOTHING;
    return local(value < 0.001 ? '< 0.001' : value.toFixed(3));
  };
  const chance = (value: number | null): string => {
    if (value === null) return `p ${NOTHING}`;
    return value < 0.001 ? `p ${p(value)}` : `p = ${p(value)}`;
  };
  const interval = (value: Interval | null): string => {
    if (value === null) return NOTHING;
    const decimals = decimalsFor(value);
    return `[${value.map((end) => fixed(end, decimals)).join(' … ')}]`;
  };
  const share = (level: number): string => local(String(Number((100 * level).toPrecision(6))));
  const columnOfAll =
    <Cell>(align: Align, write: (cells: readonly Cell[]) => readonly string[]): MakeColumn<Cell> =>
    (head, take) => ({ head: text(head), cells: (rows) => write(rows.map(take)), align });
  const column = <Cell>(align: Align, write: (cell: Cell) => string): MakeColumn<Cell> =>
    columnOfAll(align, (cells) => cells.map(write));
  return {
    language,
    text,
    word: (code) => text(Object.hasOwn(WORDS, code) ? WORDS[code] : code),
    intervalOf: (level) => (language === 'nl' ? `${share(level)}%-interval` : `${share(level)}% interval`),
    facts: (facts) => factsBlock(facts.map(([name, value]) => [text(name), value])),
    chiSquareTest: (df, chiSquare, value) =>
      `${text(LABELS.chiSquare)}(${number(df)}) = ${number(chiSquare)}, ${chance(value)}`,
    number,
    p,
    chance,
    interval,
    table: tableBlock,
    words: column('left', (cell) => (typeof cell === 'string' ? cell : number(cell))),
    counts: column('right', (cell) => fixed(cell, 0)),
    numbers: columnOfAll('right', (cells) => {
      const decimals = decimalsFor(cells.filter((cell) => cell !== null));
      return cells.map((cell) => numberCell(cell, decimals, fixed, number));
    }),
    hundredths: column('right', (cell) => fixed(cell, 2)),
    pValues: column('right', p),
    intervals: columnOfAll('left', (cells) => {
      const decimals = decimalsFor(cells.flatMap((cell) => cell ?? []));
      const ends = cells.map((cell) => cell?.map((end) => fixed(end, decimals)));
      const [low, high] = [0, 1].map((end) => Math.max(0, ...ends.map((cell) => cell?.[end].length ?? 0)));
      const written = (cell: readonly string[] | undefined): string =>
        cell ? `[${cell[0].padStart(low)} … ${cell[1].padStart(high)}]` : NOTHING;
      return ends.map(written);
    }),
  };
}

/** A tiny number in a column of large ones keeps its size. */
function numberCell(
  cell: number | null,
  decimals: number,
  fixed: (value: number | null, decimals: number) => string,
  number: (value: number | null) => string,
): string {
  if (cell !== null && cell !== 0 && Math.abs(cell) < 0.5 / 10 ** decimals) return number(cell);
  return fixed(cell, decimals);
}

/** A figure that ran out of bounds does not fill the screen. */
const plain = (value: number, decimals: number): string =>
  Math.abs(value) < 1e15 ? value.toFixed(decimals) : value.toExponential(2);

const positiveZero = (text: string): string => (/^-[0.]+$/.test(text) ? text.slice(1) : text);

/** Four digits of the largest and two of the smallest, at most five decimals; none when all are whole. */
function decimalsFor(values: readonly number[]): number {
  const sizes = values.map(Math.abs).filter((size) => size > 0);
  if (values.every(Number.isInteger)) return 0;
  const digits = (size: number): number => Math.floor(Math.log10(size));
  const wanted = Math.max(3 - digits(Math.max(...sizes)), 1 - digits(Math.min(...sizes)));
  return Math.min(5, Math.max(0, wanted));
}

function single(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const size = Math.abs(value);
  if (size < 1e-5 || size >= 1e15) return value.toExponential(2);
  return String(Number(value.toFixed(decimalsFor([value]))));
}

/** Left columns are filled out, right columns stand against their right edge. */
function tableBlock<Row>(
  rows: readonly Row[],
  wanted: readonly (TableColumn<Row> | false)[],
  title?: string,
): Block {
  if (rows.length === 0 && title === undefined) return [];
  const columns = wanted
    .filter((column) => column !== false)
    .map(({ head, cells, align }) => ({ lines: [head, ...cells(rows)], align }));
  const filled = columns.map(({ lines, align }) => {
    const width = Math.max(...lines.map(length));
    return lines.map((line) => pad(line, width, align));
  });
  const lines = filled[0].map((_, line) =>
    filled
      .map((column) => column[line])
      .join(GAP)
      .trimEnd(),
  );
  return [...(title === undefined ? [] : [title]), ...lines];
}

const WIDEST_NAME = 34;

/** Names with their values beside them, each pair under the one before; a long name has its value on the next line. */
export function factsBlock(
  facts: readonly (readonly [name: string, value: string])[],
  title?: string,
): Block {
  const lengths = facts.map(([name]) => length(name)).filter((size) => size <= WIDEST_NAME);
  const width = Math.max(0, ...lengths);
  const indent = ' '.repeat(width + GAP.length);
  const lines = facts.flatMap(([name, value]) => {
    const [first = '', ...rest] = wrap(value, WIDTH - width - GAP.length).map((text) => indent + text);
    return length(name) > width
      ? [name, first, ...rest]
      : [pad(name, width, 'left') + first.slice(width), ...rest];
  });
  return [...(title === undefined ? [] : [title]), ...lines];
}

/** Running text, its lines broken between words. */
export const paragraph = (text: string): Block => wrap(text, WIDTH);

/** A line that belongs under a table and starts with a sign. */
export function bullet(text: string, sign = '!'): Block {
  const [first = '', ...rest] = wrap(text, WIDTH - 2);
  return [`${sign} ${first}`, ...rest.map((line) => `  ${line}`)];
}

export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  // `p = 0.03` stays on one line.
  for (const part of text.split(/(?<![=<>]) (?![=<>])/)) {
    const last = lines.at(-1);
    if (last !== undefined && length(last) + 1 + length(part) <= width)
      lines[lines.length - 1] = `${last} ${part}`;
    else lines.push(part);
  }
  return lines;
}

export const together = (blocks: readonly Block[]): string =>
  `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;

function pad(text: string, width: number, align: Align): string {
  const space = ' '.repeat(Math.max(0, width - length(text)));
  return align === 'left' ? text + space : space + text;
}

/** In characters as they are seen. */
const length = (text: string): number => [...text].length;
