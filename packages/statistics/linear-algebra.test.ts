import fc from 'fast-check';
import { EigenvalueDecomposition, inverse as inverseOf, Matrix as Peer, QrDecomposition } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import {
  cholesky,
  choleskyInverse,
  choleskyLogDeterminant,
  choleskySolve,
  column,
  inverseOfSquare,
  type Matrix,
  matrix,
  multiply,
  qr,
  solveUpper,
  symmetricEigen,
  transpose,
} from './linear-algebra.ts';

const entries = (count: number) =>
  fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: count, maxLength: count });

const size = fc.integer({ min: 1, max: 7 });

/** Any A of these sizes. */
const anyMatrix = (rows: number, columns: number) =>
  entries(rows * columns).map((values) => matrix(rows, columns, Float64Array.from(values)));

/** AᵀA + I: symmetric and positive definite. */
const positiveDefinite = size.chain((n) =>
  anyMatrix(n, n).map((a) => {
    const square = multiply(transpose(a), a);
    for (let i = 0; i < n; i++) square.values[i + i * n] += 1;
    return square;
  }),
);

const peer = (a: Matrix): Peer =>
  new Peer(
    Array.from({ length: a.rows }, (_, i) =>
      Array.from({ length: a.columns }, (_, j) => a.values[i + j * a.rows]),
    ),
  );

const largest = (values: ArrayLike<number>): number => Math.max(1, ...Array.from(values, Math.abs));

function expectSame(a: ArrayLike<number>, b: ArrayLike<number>, digits = 1e-9): void {
  expect(a.length).toBe(b.length);
  const scale = largest(b);
  for (let i = 0; i < a.length; i++) expect(Math.abs(a[i] - b[i]) / scale).toBeLessThan(digits);
}

describe('Cholesky', () => {
  test('L·Lᵀ is the matrix', () => {
    fc.assert(
      fc.property(positiveDefinite, (a) => {
        const lower = cholesky(a);
        if (!lower) throw new Error('refused');
        expectSame(multiply(lower, transpose(lower)).values, a.values, 1e-12);
      }),
    );
  });

  test('solves and inverts as ml-matrix does', () => {
    fc.assert(
      fc.property(positiveDefinite, (a) => {
        const lower = cholesky(a);
        if (!lower) throw new Error('refused');
        const b = Float64Array.from({ length: a.rows }, (_, i) => i - 1.5);
        const solved = choleskySolve(lower, b);
        expectSame(multiply(a, matrix(a.rows, 1, solved)).values, b);
        const inverse = choleskyInverse(lower);
        expectSame(inverse.values, inverseOf(peer(a)).to1DArray());
      }),
    );
  });

  test('says the logarithm of the determinant', () => {
    const lower = cholesky(matrix(2, 2, Float64Array.of(4, 2, 2, 3)));
    if (!lower) throw new Error('refused');
    expect(choleskyLogDeterminant(lower)).toBeCloseTo(Math.log(8), 14);
  });

  test('refuses a matrix that is not positive definite', () => {
    expect(cholesky(matrix(2, 2, Float64Array.of(1, 2, 2, 1)))).toBeUndefined();
    expect(cholesky(matrix(2, 2, Float64Array.of(1, 1, 1, 1)))).toBeUndefined();
    expect(cholesky(matrix(1, 1, Float64Array.of(Number.NaN)))).toBeUndefined();
  });
});

describe('Eigenvalues', () => {
  test('are those of ml-matrix, from large to small', () => {
    fc.assert(
      fc.property(positiveDefinite, (a) => {
        const theirs = new EigenvalueDecomposition(peer(a), { assumeSymmetric: true }).realEigenvalues;
        expectSame(
          symmetricEigen(a).values,
          theirs.toSorted((x, y) => y - x),
        );
      }),
    );
  });

  test('come with vectors that turn the matrix into its values', () => {
    fc.assert(
      fc.property(positiveDefinite, (a) => {
        const { values, vectors } = symmetricEigen(a);
        const turned = multiply(transpose(vectors), multiply(a, vectors));
        const diagonal = matrix(a.rows, a.rows);
        for (let i = 0; i < a.rows; i++) diagonal.values[i + i * a.rows] = values[i];
        expectSame(turned.values, diagonal.values);
      }),
    );
  });

  test('of a matrix with a zero eigenvalue', () => {
    const { values } = symmetricEigen(matrix(2, 2, Float64Array.of(1, 1, 1, 1)));
    expectSame(values, [2, 0], 1e-15);
  });
});

describe('QR', () => {
  const tall = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 6 }))
    .chain(([columns, more]) => anyMatrix(columns + more, columns));

  test('solves least squares as ml-matrix does', () => {
    fc.assert(
      fc.property(tall, (a) => {
        const theirs = new QrDecomposition(peer(a));
        const decomposed = qr(a);
        fc.pre(theirs.isFullRank() && decomposed.dependent.length === 0 && isSound(a));
        const b = Float64Array.from({ length: a.rows }, (_, i) => Math.sin(i) * 3);
        const solution = solveUpper(decomposed.r, decomposed.turn(b));
        expectSame(solution, theirs.solve(Peer.columnVector(Array.from(b))).to1DArray(), 1e-6);
      }),
    );
  });

  test('(RᵀR)⁻¹ is (XᵀX)⁻¹', () => {
    fc.assert(
      fc.property(tall, (a) => {
        fc.pre(isSound(a));
        const lower = cholesky(multiply(transpose(a), a));
        const { r, dependent } = qr(a);
        fc.pre(lower !== undefined && dependent.length === 0);
        if (lower) expectSame(inverseOfSquare(r).values, choleskyInverse(lower).values, 1e-6);
      }),
    );
  });

  test('sets a column aside that earlier columns make', () => {
    const a = matrix(4, 3, Float64Array.of(1, 1, 1, 1, 1, 2, 3, 4, 3, 5, 7, 9));
    const { independent, dependent } = qr(a);
    expect(independent).toEqual([0, 1]);
    expect(dependent).toEqual([2]);
  });

  test('sets columns aside beyond the number of rows, and empty ones', () => {
    expect(qr(matrix(1, 2, Float64Array.of(1, 2))).dependent).toEqual([1]);
    expect(qr(matrix(2, 1)).dependent).toEqual([0]);
  });

  /** Far enough from singular that two methods must agree in six digits. */
  function isSound(a: Matrix): boolean {
    const { values } = symmetricEigen(multiply(transpose(a), a));
    return values[values.length - 1] > 1e-4 * values[0] && values[0] > 1e-6;
  }
});

test('a column shares the memory of its matrix', () => {
  const a = matrix(2, 2);
  column(a, 1)[0] = 5;
  expect(a.values[2]).toBe(5);
});
