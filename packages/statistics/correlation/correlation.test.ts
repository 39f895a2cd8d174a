import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusal } from '../refusal.fixture.ts';
import {
  correlationMatrix,
  explainCorrelation,
  explainCorrelationMatrix,
  pearson,
  spearman,
} from './index.ts';
import { exactSpearmanP } from './permutations.ts';
import { midRanks } from './ranks.ts';

const x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const y = [2, 1, 4, 3, 7, 5, 8, 6, 10, 9];

const pairs = fc
  .array(fc.tuple(fc.integer({ min: 10, max: 50 }), fc.integer({ min: 10, max: 50 })), {
    minLength: 4,
    maxLength: 30,
  })
  .map((rows) => [rows.map(([a]) => a / 10), rows.map(([, b]) => b / 10)] as const)
  .filter(([a, b]) => [a, b].every((values) => new Set(values).size > 1));

describe('what data can be changed without changing r (rule 1)', () => {
  test('which column comes first, the order of the rows, zero point and unit', () => {
    fc.assert(
      fc.property(
        pairs,
        fc.integer({ min: -50, max: 50 }),
        fc.constantFrom(0.5, 4, 1e100, 1e-100),
        ([a, b], shift, unit) => {
          const turn = (values: readonly number[]) => [...values.slice(2), ...values.slice(0, 2)];
          const { r } = pearson(a, b);
          expect(pearson(b, a).r).toBeCloseTo(r, 12);
          expect(pearson(turn(a), turn(b)).r).toBeCloseTo(r, 12);
          expect(
            pearson(
              a.map((value) => (value + shift) * unit),
              b,
            ).r,
          ).toBeCloseTo(r, 9);
          expect(
            pearson(
              a.map((value) => -value),
              b,
            ).r,
          ).toBeCloseTo(-r, 12);
          expect(Math.abs(r)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  test('ranks: any rising change of scores', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const result = spearman(
          a.map((value) => Math.exp(value)),
          b.map((value) => value ** 3),
        );
        expect(result.r).toBeCloseTo(spearman(a, b).r, 12);
        expect(result.p).toBeCloseTo(spearman(a, b).p, 12);
      }),
    );
  });
});

describe('missing scores (rule 2)', () => {
  test('a case needs both; the rest is counted', () => {
    const result = pearson([...x, null, 3], [...y, 4, Number.NaN]);
    expect(result.n).toBe(10);
    expect(result.dropped[0].count).toBe(2);
    expect(result.r).toBe(pearson(x, y).r);
  });
});

describe('chance and interval (rule 3)', () => {
  test('on one line: r is 1, t does not exist, p is 0', () => {
    const result = pearson(
      x,
      x.map((value) => 0.1 * value + 7),
    );
    expect(result).toMatchObject({ t: null, df: 8, p: 0 });
    expect(result.r).toBeCloseTo(1, 14);
  });

  test('three cases have no interval, and n below four no Fisher z', () => {
    expect(pearson([1, 2, 3], [1, 3, 2]).ci).toBeNull();
    expect(pearson([1, 2, 3, 5], [1, 3, 2, 4]).ci).not.toBeNull();
  });

  test('the interval holds r, and grows with the level; that of Spearman is wider at the same r', () => {
    const [narrow, wide] = [pearson(x, y, { level: 0.8 }), pearson(x, y, { level: 0.99 })];
    expect(wide.ci?.[0]).toBeLessThan(narrow.ci?.[0] ?? -1);
    expect(narrow.ci?.[1]).toBeGreaterThan(narrow.r);
    // x and y are ranks already.
    expect(spearman(x, y).ci?.[0]).toBeLessThan(pearson(x, y).ci?.[0] ?? -1);
  });

  test('ranks of up to nine cases without ties: exact, as counting all orders gives', () => {
    expect(spearman(x.slice(0, 9), y.slice(0, 9))).toMatchObject({ pMethod: 'exact', t: null, df: null });
    expect(spearman(x, y).pMethod).toBe('t');
    expect(spearman([1, 2, 2, 4, 5], [1, 3, 2, 4, 5]).pMethod).toBe('t');
    const ranks = Float64Array.of(1, 2, 3, 4);
    const orders = permutations([1, 2, 3, 4]);
    for (const order of orders) {
      const sum = (values: readonly number[]) =>
        values.reduce((total, rank, i) => total + (rank - i - 1) ** 2, 0);
      const observed = sum(order);
      const low = orders.filter((other) => sum(other) <= observed).length;
      const high = orders.filter((other) => sum(other) >= observed).length;
      expect(exactSpearmanP(ranks, Float64Array.from(order))).toBeCloseTo(
        Math.min(1, (2 * Math.min(low, high)) / 24),
        15,
      );
    }
  });

  test('equal scores share the middle of their ranks', () => {
    expect([...midRanks(Float64Array.of(3, 1, 3, 2, 3))]).toEqual([4, 1, 4, 2, 4]);
  });
});

describe('a table of correlations (rule 4)', () => {
  const columns = { x, y, z: [1, null, 2, 5, 3, 4, null, 2, 6, 1] };

  test('every pair once, each with its own n, and Holm over the table', () => {
    const { pairs: cells, n, dropped } = correlationMatrix(columns);
    expect(cells.map(({ names }) => names.join())).toEqual(['x,y', 'x,z', 'y,z']);
    expect(cells.map((pair) => pair.n)).toEqual([10, 8, 8]);
    expect(cells[0].r).toBe(pearson(x, y).r);
    expect(cells[0].pHolm).toBeCloseTo(3 * (cells[0].p ?? Number.NaN), 14);
    expect([n, dropped]).toEqual([10, []]);
    expect(correlationMatrix(columns, { kind: 'spearman' }).pairs[0].r).toBe(spearman(x, y).r);
  });

  test('a pair that has none is null with its reason, and does not count for Holm', () => {
    const result = correlationMatrix({ ...columns, same: x.map(() => 4) });
    const same = result.pairs.filter(({ names }) => names.includes('same'));
    expect(same.map(({ r, p, size }) => [r, p, size])).toEqual(same.map(() => [null, null, null]));
    expect(result.warnings.filter(({ code }) => code === 'no-spread')).toHaveLength(3);
    expect(same.map(({ pHolm }) => pHolm)).toEqual([null, null, null]);
    const others = result.pairs.filter(({ names }) => !names.includes('same'));
    expect(others).toEqual(correlationMatrix(columns).pairs);
  });

  test('rows that count in no pair are dropped', () => {
    const result = correlationMatrix({ a: [...x, 4, null], b: [...y, null, null] });
    expect([result.n, result.dropped[0].count]).toEqual([10, 2]);
  });
});

describe('refusals (rule 5)', () => {
  test('too few, no spread, unequal columns, infinite, a level that is none', () => {
    expect(refusal(() => pearson([1, 2], [2, 1]))).toBe('too-few-cases');
    expect(refusal(() => spearman([1, 1, 1], [1, 2, 3]))).toBe('no-spread');
    expect(refusal(() => pearson([1, 2, 3], [1, 2]))).toBe('unequal-columns');
    expect(refusal(() => pearson([1, 2, Infinity], [1, 2, 3]))).toBe('not-finite');
    expect(refusal(() => pearson(x, y, { level: 1 }))).toBe('bad-level');
    expect(refusal(() => correlationMatrix({ x }))).toBe('too-few-columns');
  });
});

describe('in plain language (rule 6)', () => {
  test('which way, how strong, how sure, and not why', () => {
    expect(explainCorrelation(pearson(x, y, { names: ['bezoeken', 'klimaat'] }), 'nl')).toBe(
      'Wie hoger scoort op bezoeken, scoort gemiddeld ook hoger op klimaat (10 gevallen). De samenhang is groot (r = 0,90); de echte ligt waarschijnlijk tussen 0,63 en 0,98 (95%-interval). Zonder echte samenhang komt een minstens zo sterke uitkomst in minder dan 1 op de 1.000 onderzoeken voor: zij past slecht bij toeval alleen (p < 0,001). Let op: dit zijn maar 10 gevallen, en wat de oorzaak is, blijkt er niet uit.',
    );
    const turned = x.map((value) => -value);
    expect(explainCorrelation(spearman(turned, y), 'en')).toContain(
      'Those who score higher on x score lower on y on average (10 cases). The relation is large (rho = -0.90)',
    );
    expect(explainCorrelation(pearson([1, 2, 3, 4], [1, -1, -1, 1]), 'nl')).toContain(
      'geen samenhang te zien',
    );
    expect(explainCorrelation(pearson([1, 2, 3, 4], [1, -1, -1, 1]), 'en')).toContain('No relation shows');
  });

  test('a table: the strongest, and how many stand when all are counted', () => {
    const matrix = correlationMatrix({ x, y, z: [1, 5, 2, 5, 3, 4, 1, 2, 6, 1] });
    expect(explainCorrelationMatrix(matrix, 'en')).toContain(
      'That relation is large (r = 0.90). Of the 3 relations, 1 is clear when',
    );
    expect(explainCorrelationMatrix(matrix, 'nl')).toContain('Van de 3 samenhangen is er 1 duidelijk');
    const none = correlationMatrix({ x, same: x.map(() => 1) });
    expect(explainCorrelationMatrix(none, 'nl')).toContain('geen enkel paar');
    expect(explainCorrelationMatrix(none, 'en')).toContain('No two');
  });
});

function permutations(values: readonly number[]): number[][] {
  if (values.length === 0) return [[]];
  return values.flatMap((value, place) =>
    permutations(values.filter((_, other) => other !== place)).map((rest) => [value, ...rest]),
  );
}
