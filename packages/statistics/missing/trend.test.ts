import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matrix } from '../linear-algebra.ts';
import { refusal } from '../refusal.fixture.ts';
import { numberColumn, table } from '../table.ts';
import { casesByPoint, columnTrend, type TrendResult, trendAtPoint } from './trend.ts';

const gap = Number.NaN;

const cases = (rows: readonly (readonly number[])[]) =>
  matrix(
    rows.length,
    rows[0].length,
    Float64Array.from(rows[0].flatMap((_, j) => rows.map((row) => row[j]))),
  );

const rowsOf = (result: TrendResult) =>
  result.values[0].map((_, row) => result.values.map((column) => column[row]));

const codes = (result: TrendResult) => result.warnings.map(({ code }) => code);

describe('rule 1: a gap is filled from the line of the case itself', () => {
  test('inside and beyond the measured years', () => {
    const filled = trendAtPoint(
      cases([
        [1, 2, gap, 4],
        [gap, 5, 4, gap],
        [1, 3, 2, 4],
      ]),
    );
    expect(rowsOf(filled)).toEqual([
      [1, 2, 3, 4],
      [6, 5, 4, 3],
      [1, 3, 2, 4],
    ]);
    expect(filled.filled).toEqual([
      { row: 1, column: 3 },
      { row: 2, column: 1 },
      { row: 2, column: 4 },
    ]);
    expect(filled).toMatchObject({ n: 3, dropped: [], completeCases: 1, fromOneValue: 0 });
  });

  test('one valid value stays level, and that is said', () => {
    const filled = trendAtPoint(
      cases([
        [gap, 7, gap],
        [1, 2, 3],
      ]),
    );
    expect(rowsOf(filled)[0]).toEqual([7, 7, 7]);
    expect(filled.fromOneValue).toBe(1);
    expect(codes(filled)).toContain('one-value');
  });

  test('no valid value stays missing, and that case is dropped', () => {
    const filled = trendAtPoint(
      cases([
        [gap, gap],
        [1, 2],
      ]),
    );
    expect(rowsOf(filled)).toEqual([
      [null, null],
      [1, 2],
    ]);
    expect(filled).toMatchObject({ n: 1, filled: [], dropped: [{ count: 1 }] });
  });

  test('nothing to fill, nothing to warn about', () => {
    expect(
      trendAtPoint(
        cases([
          [1, 2],
          [3, 4],
        ]),
      ).warnings,
    ).toEqual([]);
  });

  test('a line that runs beyond the data is said', () => {
    expect(
      codes(
        trendAtPoint(
          cases([
            [1, 5, gap],
            [1, 1, 2],
          ]),
        ),
      ),
    ).toContain('outside-range');
  });
});

describe('rule 2: the column trend is another method, and warns', () => {
  test('each column on the row numbers', () => {
    const filled = columnTrend(
      cases([
        [1, 4],
        [2, gap],
        [gap, 4],
        [4, 4],
      ]),
    );
    expect(rowsOf(filled)).toEqual([
      [1, 4],
      [2, 4],
      [3, 4],
      [4, 4],
    ]);
    expect(codes(filled)).toContain('mixes-cases');
  });

  test('a column without values stays missing', () => {
    expect(
      columnTrend(
        cases([
          [1, gap],
          [2, gap],
        ]),
      ).values[1],
    ).toEqual([null, null]);
  });
});

describe('what cannot be', () => {
  test('refused with a reason', () => {
    expect(refusal(() => trendAtPoint(cases([[1], [2]])))).toBe('too-few-points');
    expect(refusal(() => columnTrend(cases([[1, 2]])))).toBe('too-few-points');
    expect(refusal(() => trendAtPoint(cases([[gap, gap]])))).toBe('no-values');
    expect(refusal(() => casesByPoint(table({ a: numberColumn([1]) }), ['b']))).toBe('unknown-column');
  });
});

describe('properties', () => {
  const value = fc.option(fc.double({ min: -100, max: 100, noNaN: true }), { nil: gap, freq: 3 });
  const wide = fc
    .array(fc.array(value, { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 12 })
    .filter((rows) => rows.flat().some((one) => !Number.isNaN(one)));
  const near = (a: number | null, b: number | null) =>
    a === null || b === null ? expect(a).toBe(b) : expect(Math.abs(a - b)).toBeLessThan(1e-9);

  test('what was measured is never changed', () => {
    fc.assert(
      fc.property(wide, (rows) => {
        for (const filled of [trendAtPoint(cases(rows)), columnTrend(cases(rows))]) {
          rowsOf(filled).forEach((row, i) => {
            row.forEach((one, j) => {
              if (!Number.isNaN(rows[i][j])) expect(one).toBe(rows[i][j]);
            });
          });
        }
      }),
    );
  });

  test('per case: the order of the rows does not matter', () => {
    fc.assert(
      fc.property(wide, (rows) => {
        expect(rowsOf(trendAtPoint(cases([...rows].reverse())))).toEqual(
          rowsOf(trendAtPoint(cases(rows))).reverse(),
        );
      }),
    );
  });

  test('shifting and scaling the scores shifts and scales what is filled in', () => {
    fc.assert(
      fc.property(wide, fc.integer({ min: -9, max: 9 }), (rows, shift) => {
        const moved = rowsOf(trendAtPoint(cases(rows.map((row) => row.map((one) => 2 * one + shift)))));
        rowsOf(trendAtPoint(cases(rows))).forEach((row, i) => {
          row.forEach((one, j) => {
            near(moved[i][j], one === null ? null : 2 * one + shift);
          });
        });
      }),
    );
  });

  test('filling what is filled changes nothing', () => {
    fc.assert(
      fc.property(wide, (rows) => {
        const once = rowsOf(trendAtPoint(cases(rows)));
        const again = trendAtPoint(cases(once.map((row) => row.map((one) => one ?? gap))));
        expect(rowsOf(again)).toEqual(once);
      }),
    );
  });
});
