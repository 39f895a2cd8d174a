import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusal } from '../refusal.fixture.ts';
import { categoryColumn, numberColumn, type Table, table } from '../table.ts';
import {
  casesByPoint,
  columnTrend,
  compareLeavers,
  explainLeavers,
  explainMissing,
  explainTrend,
  missingPatterns,
  trendAtPoint,
} from './index.ts';

const gap = Number.NaN;

const codes = (result: { warnings: readonly { code: string }[] }) => result.warnings.map(({ code }) => code);

const answers = (): Table =>
  table({
    a: numberColumn([1, 2, gap, 4, gap, 6, 2, 5]),
    b: numberColumn([2, 1, 5, gap, gap, 5, 3, 4]),
    c: categoryColumn(['x', 'y', 'x', 'x', null, 'y', 'x', 'y']),
  });

describe('rule 3: patterns', () => {
  test('per column, and which ones together, the most frequent first', () => {
    const found = missingPatterns(answers());
    expect(found.columns).toEqual([
      { column: 'a', missing: 2, share: 0.25 },
      { column: 'b', missing: 2, share: 0.25 },
      { column: 'c', missing: 1, share: 0.125 },
    ]);
    expect(found.patterns.map(({ missing, count }) => [missing.join('+'), count])).toEqual([
      ['', 5],
      ['a', 1],
      ['b', 1],
      ['a+b+c', 1],
    ]);
    expect(found).toMatchObject({ n: 8, completeCases: 5, missingShare: 5 / 24 });
  });

  test('more than a third missing is said', () => {
    expect(codes(missingPatterns(table({ a: numberColumn([1, gap, 3]) })))).not.toContain('much-missing');
    expect(codes(missingPatterns(table({ a: numberColumn([1, gap, 3, gap, 5]) })))).toContain('much-missing');
  });

  test('nothing to look at is refused', () => {
    expect(refusal(() => missingPatterns(table({})))).toBe('no-rows');
    expect(refusal(() => missingPatterns(answers(), ['z']))).toBe('unknown-column');
  });
});

describe('rule 4: Little’s test', () => {
  const grid = (rows: readonly (readonly number[])[]) =>
    table(Object.fromEntries(rows[0].map((_, j) => [`v${j}`, numberColumn(rows.map((row) => row[j]))])));

  test('no test where nothing is missing, or one column follows from another', () => {
    const complete = missingPatterns(grid(Array.from({ length: 20 }, (_, i) => [i, (i * 7) % 5])));
    expect(complete.littleTest).toBeNull();
    expect(codes(complete)).toEqual([]);
    const twice = missingPatterns(
      grid(Array.from({ length: 20 }, (_, i) => [i, i % 4 === 0 ? gap : 2 * i, (i * 7) % 5])),
    );
    expect(twice.littleTest).toBeNull();
    expect(codes(twice)).toEqual(['little-not-possible']);
    const few = missingPatterns(
      grid([
        [1, 2],
        [gap, 3],
        [2, 2],
        [5, 4],
      ]),
    );
    expect(few.littleTest).toBeNull();
    expect(codes(few)).toContain('little-too-many-columns');
  });

  test('rows without any value say nothing', () => {
    const rows = Array.from({ length: 30 }, (_, i) => [i, i % 4 === 0 ? gap : (i * 7) % 11]);
    const test = missingPatterns(grid(rows)).littleTest;
    expect(missingPatterns(grid([...rows, [gap, gap]])).littleTest).toEqual(test);
  });

  test('sees that those who miss a score differ on another', () => {
    const rows = Array.from({ length: 60 }, (_, i) => [i, i > 30 ? gap : (i * 7) % 11]);
    expect(missingPatterns(grid(rows)).littleTest?.p).toBeLessThan(1e-6);
  });

  test('neither the order of rows, nor units, nor the order of columns matter', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(row, { minLength: 15, maxLength: 40 }), (rows) => {
        const own = rows.map(([a, b, lost]) => [a, lost ? gap : b + a / 3]);
        const before = missingPatterns(grid(own)).littleTest;
        const turned = [...own].reverse().map(([a, b]) => [1000 * b + 1e7, a / 8]);
        const after = missingPatterns(grid(turned)).littleTest;
        expect(after === null).toBe(before === null);
        expect(after?.df).toBe(before?.df);
        if (before && after) expect(after.chiSquare).toBeCloseTo(before.chiSquare, 6);
      }),
      { numRuns: 40 },
    );
  });
});

describe('rule 5: those who stay and those who leave', () => {
  const study = (): Table =>
    table({
      stayed: numberColumn([1, 1, 1, 1, 0, 0, 0, 0, gap]),
      score: numberColumn([3, 4, 5, 4, 2, 3, 2, 1, 9]),
      same: numberColumn([1, 1, 1, 1, 1, 1, 1, 1, 1]),
      sector: categoryColumn(['po', 'po', 'vo', 'po', 'vo', 'vo', 'po', 'vo', 'po']),
    });
  const compared = () =>
    compareLeavers(study(), { stayed: 'stayed', variables: ['score', 'same', 'sector'] });

  test('difference, t and d are of those who left minus those who stayed', () => {
    const [score] = compared().numbers;
    expect(score).toMatchObject({ stayed: { n: 4, mean: 4 }, left: { n: 4, mean: 2 }, difference: -2 });
    expect(score.d).toBeCloseTo(-2 / Math.sqrt(2 / 3), 12);
    expect(score.welch?.t).toBeCloseTo(-2 / Math.sqrt(1 / 3), 12);
    expect(score.pooled?.F).toBeCloseTo(12, 12);
    expect(score.dCi?.[0]).toBeLessThan(score.d ?? gap);
    expect(score.dCi?.[1]).toBeGreaterThan(score.d ?? gap);
  });

  test('categories by chi-square, and all p together by Holm', () => {
    const { categories, numbers } = compared();
    expect(categories[0]).toMatchObject({
      levels: ['po', 'vo'],
      stayed: [3, 1],
      left: [1, 3],
      cramersV: 0.5,
    });
    expect(numbers[0].pHolm).toBeCloseTo(2 * (numbers[0].welch?.p ?? gap), 12);
    expect(categories[0].pHolm).toBeCloseTo(categories[0].test?.p ?? gap, 12);
  });

  test('what cannot be tested has no figure and is named', () => {
    const found = compared();
    expect(found.numbers[1]).toMatchObject({
      difference: 0,
      welch: null,
      pooled: null,
      d: null,
      pHolm: null,
    });
    expect(codes(found)).toEqual(['small-groups', 'not-tested']);
    expect(found.warnings[1].text.en).toContain('same');
    expect(found.dropped).toMatchObject([{ count: 1 }]);
  });

  test('a category of one level has counts and no test', () => {
    const one = table({
      stayed: numberColumn([1, 1, 0, 0]),
      sector: categoryColumn(['po', 'po', 'po', null]),
    });
    const found = compareLeavers(one, { stayed: 'stayed', variables: ['sector'] });
    expect(found.categories).toMatchObject([
      { stayed: [2], left: [1], test: null, pHolm: null, cramersV: null },
    ]);
    expect(codes(found)).toContain('not-tested');
  });

  test('which value means “stayed” can be said; turning it round turns the signs', () => {
    const one = compareLeavers(study(), { stayed: 'stayed', variables: ['score'] }).numbers[0];
    const other = compareLeavers(study(), { stayed: 'stayed', value: '0', variables: ['score'] }).numbers[0];
    expect(other.d).toBeCloseTo(-(one.d ?? gap), 12);
    expect(other.welch?.p).toBe(one.welch?.p);
  });

  test.each([
    ['bad-levels', { stayed: 'same', variables: ['score'] }],
    ['unknown-level', { stayed: 'sector', variables: ['score'] }],
    ['unknown-column', { stayed: 'gone', variables: ['score'] }],
    ['no-variables', { stayed: 'stayed', variables: [] }],
  ])('%s', (code, options) => {
    expect(refusal(() => compareLeavers(study(), options))).toBe(code);
  });

  test('explained', () => {
    expect(explainLeavers(compared(), 'nl')).toMatch(
      /^Van de 8 vielen er 4 af \(50%\)\. Het grootste verschil is er op score: wie afviel scoorde gemiddeld 2,00 lager, een groot verschil \(d = 2,45; op zichzelf waarschijnlijk tussen/,
    );
    expect(explainLeavers(compared(), 'en')).toContain('(Holm), the difference is clear on score (');
  });
});

describe('explained', () => {
  const wide = casesByPoint(answers(), ['a', 'b']);

  test('trends', () => {
    expect(explainTrend(trendAtPoint(wide), 'nl')).toMatch(
      /^Van 7 gevallen zijn 2 ontbrekende waarden ingevuld \(12,5% van alle waarden\), uit de rechte lijn/,
    );
    expect(explainTrend(columnTrend(wide), 'en')).toContain('says nothing about the case itself');
  });

  test('patterns', () => {
    expect(explainMissing(missingPatterns(answers()), 'en')).toContain(
      'Of 8 rows, 5 are complete (63%). Missing most is a: 2 times (25.0%).',
    );
    expect(explainMissing(missingPatterns(table({ a: numberColumn([1, 2]) })), 'nl')).toBe(
      'Alle rijen (2) zijn compleet: er ontbreekt niets.',
    );
  });
});
