import { columnOf, type Table } from '../table.ts';
import { type Printed, printed, type ReportedP, reportedP, writtenTest } from './notation.ts';

/** One row of published figures, each cell as the paper prints it. README.md says what may stand in each column. */
export interface PublishedFigure {
  readonly id: string;
  readonly section: string;
  readonly test: string;
  readonly statistic: string;
  readonly df1: string;
  readonly df2: string;
  readonly reported_p: string;
  /** `key=value` pairs, fractions, sums and lists, split by semicolons. */
  readonly other: string;
  readonly note: string;
}

const COLUMNS = [
  'id',
  'section',
  'test',
  'statistic',
  'df1',
  'df2',
  'reported_p',
  'other',
  'note',
] as const satisfies readonly (keyof PublishedFigure)[];

/** How to read each column, so that the digits stay as they were printed: for `readCsv(text, { types })`. */
export const FIGURE_TYPES = Object.fromEntries(COLUMNS.map((name) => [name, 'category' as const]));

/**
 * @param table with the columns of `PublishedFigure`, all of them categories (`FIGURE_TYPES`).
 * @throws StatisticsError `unknown-column`.
 */
export function figuresOf(table: Table): readonly PublishedFigure[] {
  const cells = (name: string): readonly string[] => {
    const column = columnOf(table, name);
    return column.kind === 'category'
      ? Array.from(column.codes, (code) => (code < 0 ? '' : column.levels[code]))
      : Array.from(column.values, (value) => (Number.isNaN(value) ? '' : String(value)));
  };
  const [id, section, test, statistic, df1, df2, reportedP, other, note] = COLUMNS.map(cells);
  return id.map((name, row) => ({
    id: name,
    section: section[row],
    test: test[row],
    statistic: statistic[row],
    df1: df1[row],
    df2: df2[row],
    reported_p: reportedP[row],
    other: other[row],
    note: note[row],
  }));
}

export type Kind =
  | 'F'
  | 't'
  | 'r'
  | 'z'
  | 'chi-square'
  | 'd'
  | 'icc'
  | 'r2'
  | 'percentages'
  | 'counts'
  | 'mean'
  | 'row-mean'
  | 'weighted-mean'
  | 'text'
  | 'other';

/** A row, read. */
export interface Figure {
  readonly id: string;
  /** The first word of the section: rows of `4.2 fn46` and `4.2 fn48` stand in 4.2. */
  readonly chapter: string;
  readonly kind: Kind;
  /** Two measurements of the same cases. */
  readonly paired: boolean;
  readonly test: string;
  readonly text: string;
  /** When it is one number. */
  readonly statistic: Printed | undefined;
  /** Its parts between semicolons. */
  readonly items: readonly string[];
  readonly df1: Printed | undefined;
  readonly df2: Printed | undefined;
  readonly p: ReportedP | undefined;
  readonly keys: ReadonlyMap<string, readonly string[]>;
  /** What stands in `other` without a key: fractions, sums, numbers. */
  readonly loose: readonly string[];
  readonly note: string;
}

export function readFigure(row: PublishedFigure): Figure {
  const written = writtenTest(row.statistic) ?? writtenTest(row.test);
  const text = written?.statistic || row.statistic;
  const [df1 = '', df2 = ''] = written?.degreesOfFreedom ?? [];
  return {
    id: row.id,
    chapter: row.section.trim().split(/\s/)[0],
    kind: kindOf(row.test || written?.test || ''),
    paired: /pair|\brm\b|repeated|gepaard/i.test(row.test),
    test: row.test,
    text,
    statistic: printed(text),
    items: split(text),
    df1: printed(row.df1 || df1),
    df2: printed(row.df2 || df2),
    p: reportedP(row.reported_p || written?.p || ''),
    ...readOther(row.other),
    note: row.note,
  };
}

const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/^F\b/i, 'F'],
  [/^(chi|χ|x2)/i, 'chi-square'],
  [/^z\b/i, 'z'],
  [/^r\b(?!2)/i, 'r'],
  [/\bt$|^t\b|pairwise|t-test|t-toets/i, 't'],
  [/effect size|effectgrootte|^d$/i, 'd'],
  [/^icc/i, 'icc'],
  [/^r2|^r²/i, 'r2'],
  [/percentage/i, 'percentages'],
  [/row mean/i, 'row-mean'],
  [/weighted mean/i, 'weighted-mean'],
  [/\bmean|gemiddelde/i, 'mean'],
  [/count|sum|difference|aantal/i, 'counts'],
  [/^text/i, 'text'],
];

function kindOf(test: string): Kind {
  return KINDS.find(([pattern]) => pattern.test(test.trim()))?.[1] ?? 'other';
}

const split = (text: string): readonly string[] =>
  text
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');

const KEY = /^(\p{L}[\p{L}\d_]*)\s*=\s*(.*)$/u;
const NAMED_LIST = /^(\p{L}[\p{L} ]*?)\s+([\d.,]+%?)$/u;

/** A bare number behind a key goes on with that key's list: `long=37;28;22` is three values of `long`. */
function readOther(other: string): Pick<Figure, 'keys' | 'loose'> {
  const keys = new Map<string, string[]>();
  const loose: string[] = [];
  let last: string[] | undefined;
  for (const item of split(other)) {
    const [, key, value] = KEY.exec(item) ?? NAMED_LIST.exec(item) ?? [];
    if (key !== undefined) {
      last = [value];
      keys.set(key, last);
    } else if (last && printed(item)) last.push(item);
    else loose.push(item);
  }
  return { keys, loose };
}

/** The number behind a key, when there is exactly one. */
export function keyed(figure: Figure, key: string): Printed | undefined {
  const values = figure.keys.get(key);
  return values?.length === 1 ? printed(values[0]) : undefined;
}

/** The group sizes `n1`, `n2`, `n3` … as far as they go. */
export function groupSizes(figure: Figure): readonly number[] {
  const sizes: number[] = [];
  for (;;) {
    const size = keyed(figure, `n${sizes.length + 1}`);
    if (!size) return sizes;
    sizes.push(size.value);
  }
}
