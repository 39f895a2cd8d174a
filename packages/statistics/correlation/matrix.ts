import { holm } from '../adjust.ts';
import { sizeOfR, type VerbalSize } from '../effect-size.ts';
import { levelOf } from '../level.ts';
import { ENGINE, type Interval, type Result, StatisticsError, type Warning } from '../result.ts';
import {
  associationOf,
  type CorrelationKind,
  completePairs,
  METHODS,
  obstacle,
  type Scores,
  smallGroup,
} from './correlation.ts';

/** One cell of the table. Its figures are null when the pair has no correlation; a warning then says why. */
export interface CorrelationPair {
  readonly names: readonly [x: string, y: string];
  /** Cases that have both scores. */
  readonly n: number;
  readonly r: number | null;
  readonly t: number | null;
  readonly df: number | null;
  readonly p: number | null;
  /** p for the whole table by Holm's method. */
  readonly pHolm: number | null;
  readonly pMethod: 't' | 'exact' | null;
  readonly ci: Interval | null;
  readonly size: VerbalSize | null;
}

export interface CorrelationMatrixResult extends Result {
  readonly analysis: 'correlation-matrix';
  readonly kind: CorrelationKind;
  readonly columns: readonly string[];
  readonly level: number;
  /** Every two columns once: the first with the second, the first with the third … */
  readonly pairs: readonly CorrelationPair[];
}

export interface CorrelationMatrixOptions {
  readonly kind?: CorrelationKind;
  /** Of the intervals; default 0.95. */
  readonly level?: number;
}

/**
 * The correlation of every two of several columns, each over the cases that have both scores. n of the result: rows that
 * count in at least one pair.
 *
 * @throws StatisticsError `too-few-columns`, `unequal-columns`, `bad-level`
 */
export function correlationMatrix(
  columns: Readonly<Record<string, Scores>>,
  options: CorrelationMatrixOptions = {},
): CorrelationMatrixResult {
  const { kind = 'pearson' } = options;
  const level = levelOf(options);
  const entries = Object.entries(columns);
  if (entries.length < 2) {
    throw new StatisticsError('too-few-columns', {
      nl: 'Een correlatie is van twee kolommen of meer. Noem er nog een.',
      en: 'A correlation is of two columns or more. Name another one.',
    });
  }
  const found = entries.flatMap(([nameX, x], place) =>
    entries.slice(place + 1).map(([nameY, y]) => pairOf(kind, [nameX, nameY], x, y, level)),
  );
  const rows = entries[0][1].length;
  const n = rowsWithAPair(entries.map(([, scores]) => scores));
  return {
    analysis: 'correlation-matrix',
    kind,
    method: METHODS[kind]({ pMethod: 't' }),
    engine: ENGINE,
    n,
    dropped:
      n === rows
        ? []
        : [{ count: rows - n, why: { nl: 'minder dan twee scores', en: 'fewer than two scores' } }],
    columns: entries.map(([name]) => name),
    level,
    pairs: withHolm(found.map(({ pair }) => pair)),
    warnings: [
      ...found.flatMap(({ warnings }) => warnings),
      ...smallGroup(Math.min(...found.map(({ pair }) => pair.n))),
    ],
  };
}

function pairOf(
  kind: CorrelationKind,
  names: readonly [string, string],
  x: Scores,
  y: Scores,
  level: number,
): { pair: CorrelationPair; warnings: readonly Warning[] } {
  const pairs = completePairs(x, y);
  const n = pairs.x.length;
  const none = { r: null, t: null, df: null, p: null, pHolm: null, pMethod: null, ci: null, size: null };
  const hindrance = obstacle(pairs, names);
  if (hindrance) return { pair: { names, n, ...none }, warnings: [hindrance] };
  const association = associationOf(kind, pairs, level);
  return { pair: { names, n, ...association, pHolm: null, size: sizeOfR(association.r) }, warnings: [] };
}

function withHolm(pairs: readonly CorrelationPair[]): CorrelationPair[] {
  const adjusted = holm(pairs.flatMap(({ p }) => (p === null ? [] : [p])));
  let next = 0;
  return pairs.map((pair) => (pair.p === null ? pair : { ...pair, pHolm: adjusted[next++] }));
}

function rowsWithAPair(columns: readonly Scores[]): number {
  let rows = 0;
  for (let row = 0; row < columns[0].length; row++) {
    const there = columns.filter((scores) => !Number.isNaN(scores[row] ?? Number.NaN)).length;
    if (there > 1) rows++;
  }
  return rows;
}
