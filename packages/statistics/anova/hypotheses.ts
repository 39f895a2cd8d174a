import { column, inverseOfSquare, type Matrix, matrix, qr, solveUpper } from '../linear-algebra.ts';
import type { Cells } from './cells.ts';

/**
 * Sums of squares of an unbalanced crossing. Type III: a term against a model with all other terms, in sum-to-zero
 * coding, so that every cell counts equally. Type II: against the terms that do not contain it, so that every case does.
 */
export type SumsOfSquares = 'II' | 'III';

/** Places of the factors that it crosses; the empty term is the mean itself. */
export type Term = readonly number[];

/** The mean, the factors, and their crossings, in R's order. */
export function termsOf({ factors }: Cells): Term[] {
  let terms: Term[] = [[]];
  for (let f = 0; f < factors.length; f++) terms = [...terms, ...terms.map((term) => [...term, f])];
  return terms.sort((a, b) => a.length - b.length || compareInOrder(a, b));
}

function compareInOrder(a: Term, b: Term): number {
  const place = a.findIndex((factor, i) => factor !== b[i]);
  return place < 0 ? 0 : a[place] - b[place];
}

/** What the design says about one term, for any score that is known by its cell means. */
export interface Hypothesis {
  readonly df: number;
  sumSq(means: Float64Array): number;
  /** In sum-to-zero coding. */
  coefficients(means: Float64Array): Float64Array;
  /** Of the coefficients, for an error variance of 1. */
  readonly covariance: Matrix;
}

export function hypothesis(cells: Cells, term: Term, type: SumsOfSquares): Hypothesis {
  const others = termsOf(cells).filter((other) =>
    type === 'III' ? !same(other, term) : !term.every((factor) => other.includes(factor)),
  );
  const before = others.flatMap((other) => columnsOf(cells, other));
  const own = columnsOf(cells, term);
  const weights = cells.cells.map(({ rows }) => Math.sqrt(rows.length));
  const design = matrix(cells.cells.length, before.length + own.length);
  [...before, ...own].forEach((values, j) => {
    column(design, j).set(values.map((value, i) => value * weights[i]));
  });
  const { r, turn } = qr(design);
  const block = matrix(own.length, own.length);
  for (let j = 0; j < own.length; j++) {
    const from = before.length + (before.length + j) * r.rows;
    column(block, j).set(r.values.subarray(from, from + own.length));
  }
  const turned = (means: Float64Array): Float64Array =>
    turn(means.map((value, i) => value * weights[i])).subarray(before.length, before.length + own.length);
  return {
    df: own.length,
    sumSq: (means) => turned(means).reduce((total, value) => total + value * value, 0),
    coefficients: (means) => solveUpper(block, turned(means)),
    covariance: inverseOfSquare(block),
  };
}

const same = (a: Term, b: Term): boolean => a.length === b.length && a.every((factor, i) => factor === b[i]);

/** The term's columns, one value per cell. */
function columnsOf({ factors, cells }: Cells, term: Term): number[][] {
  return term.reduce(
    (columns, f) => {
      const size = factors[f].levels.length;
      return columns.flatMap((values) =>
        Array.from({ length: size - 1 }, (_, j) =>
          values.map((value, cell) => value * sumToZero(cells[cell].codes[f], size)[j]),
        ),
      );
    },
    [cells.map(() => 1)],
  );
}

/** A level's row in sum-to-zero coding: the last level is minus the others. */
export function sumToZero(level: number, size: number): number[] {
  return Array.from({ length: size - 1 }, (_, j) => (level === size - 1 ? -1 : Number(level === j)));
}
