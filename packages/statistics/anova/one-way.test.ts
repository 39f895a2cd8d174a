import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fTail, studentizedRangeTail, tQuantile, tTwoSided } from '../distributions.ts';
import { refusal } from '../refusal.fixture.ts';
import { categoryColumn } from '../table.ts';
import { normals } from './made.fixture.ts';
import { type OneWayResult, oneWayAnova } from './one-way.ts';

const run = (groups: Readonly<Record<string, readonly number[]>>): OneWayResult =>
  oneWayAnova(
    Float64Array.from(Object.values(groups).flat()),
    categoryColumn(
      Object.entries(groups).flatMap(([level, values]) => values.map(() => level)),
      Object.keys(groups),
    ),
  );

/** Three groups of 4 to 9. */
const made = (seed: number): Record<string, number[]> => ({
  a: normals(seed, 4),
  b: normals(seed + 1, 9).map((value) => value + 1),
  c: normals(seed + 2, 6).map((value) => 2 * value),
});

const seeds = fc.integer({ min: 1, max: 1e6 });

const codes = (result: OneWayResult): string[] => result.warnings.map((warning) => warning.code);

test('by hand: means 2, 4, 6 with a variance of 1', () => {
  const result = run({ a: [1, 2, 3], b: [3, 4, 5], c: [5, 6, 7] });
  expect(result).toMatchObject({ n: 9, F: 12, df1: 2, df2: 6, sumSq: { between: 24, within: 6 }, eta2: 0.8 });
  expect(result.omega2).toBeCloseTo((24 - 2) / (30 + 1), 14);
  expect(result.p).toBe(fTail(12, 2, 6));
  expect(result.groups[1]).toMatchObject({ name: 'b', n: 3, mean: 4, sd: 1 });
  expect(result.tukey.map(({ pair, estimate, d }) => [...pair, estimate, d])).toEqual([
    ['a', 'b', 2, 2],
    ['a', 'c', 4, 4],
    ['b', 'c', 2, 2],
  ]);
  expect(result.brownForsythe).toMatchObject({ F: 0, p: 1 });
});

describe('rule 1: who has no value or no group is left out, and counted', () => {
  test('both kinds', () => {
    const groups = categoryColumn(['a', 'a', 'b', 'b', null, 'b'], ['a', 'b', 'nobody']);
    const result = oneWayAnova(Float64Array.from([1, 2, 3, 5, 4, Number.NaN]), groups);
    expect(result).toMatchObject({ n: 4, dropped: [{ count: 2 }] });
    expect(result.groups.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(codes(result)).toContain('incomplete-cases');
  });
});

describe('rule 2: with two groups', () => {
  test('F is t², Tukey’s p is that of F, and d is the t-test’s', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { a, b } = made(seed);
        const { F, p, df2, tukey } = run({ a, b });
        expect(p).toBeCloseTo(tTwoSided(Math.sqrt(F), df2), 12);
        expect(tukey[0].p).toBeCloseTo(p, 12);
        expect(tukey[0].p).toBeCloseTo(studentizedRangeTail(tukey[0].q ?? Number.NaN, 2, df2), 8);
        expect(Math.abs(tukey[0].d ?? Number.NaN)).toBeCloseTo(Math.sqrt(F * (1 / 4 + 1 / 9)), 10);
      }),
      { numRuns: 3 },
    );
  });

  test('Welch’s F is the t² of Games–Howell', () => {
    const { welch, gamesHowell } = run({ a: [1, 2, 4, 9], b: [2, 4, 4, 5, 6] });
    expect(welch?.F).toBeCloseTo((gamesHowell[0].q ?? Number.NaN) ** 2 / 2, 12);
    expect(welch?.df2).toBeCloseTo(gamesHowell[0].df ?? Number.NaN, 12);
  });
});

test('rule 4: intervals are of the level that is asked for', () => {
  const groups = { a: [1, 2, 4, 9], b: [2, 4, 4, 5, 6], c: [5, 6, 9] };
  const values = Float64Array.from(Object.values(groups).flat());
  const names = categoryColumn(Object.entries(groups).flatMap(([name, own]) => own.map(() => name)));
  const at = (level: number) => oneWayAnova(values, names, { level });
  expect(run(groups)).toEqual(at(0.95));
  expect(at(0.9).level).toBe(0.9);
  const { ci, mean, n, sd } = at(0.9).groups[1];
  expect(ci[1]).toBeCloseTo(mean + (tQuantile(0.95, n - 1) * sd) / Math.sqrt(n), 12);
  // At a level of 1 − p the interval ends at zero.
  for (const kind of ['tukey', 'gamesHowell'] as const) {
    const [pair] = at(0.95)[kind];
    const ends = at(1 - (pair.p ?? Number.NaN))[kind][0].ci ?? [9, 9];
    expect(Math.min(...ends.map(Math.abs))).toBeCloseTo(0, 7);
  }
  expect(refusal(() => at(95))).toBe('bad-level');
});

describe('what changes nothing', () => {
  test('the order of the rows', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const groups = made(seed);
        const values = Object.values(groups).flat();
        const names = Object.entries(groups).flatMap(([level, own]) => own.map(() => level));
        const order = names.map((_, i) => i).sort((i, j) => values[i] - values[j]);
        const turned = oneWayAnova(
          Float64Array.from(order, (i) => values[i]),
          categoryColumn(order.map((i) => names[i])),
        );
        const result = run(groups);
        expect(turned.F).toBeCloseTo(result.F, 10);
        expect(turned.welch?.p).toBeCloseTo(result.welch?.p ?? Number.NaN, 10);
        expect(turned.brownForsythe?.F).toBeCloseTo(result.brownForsythe?.F ?? Number.NaN, 10);
      }),
      { numRuns: 3 },
    );
  });

  test('a constant in all scores, and another unit', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.constantFrom(-3, 0.001, 1000),
        (seed, c, unit) => {
          const groups = made(seed);
          const moved = run(
            Object.fromEntries(
              Object.entries(groups).map(([level, values]) => [level, values.map((y) => (y + c) * unit)]),
            ),
          );
          const result = run(groups);
          expect(moved.F / result.F).toBeCloseTo(1, 7);
          expect(moved.eta2 / result.eta2).toBeCloseTo(1, 7);
          expect(moved.tukey[1].estimate / unit).toBeCloseTo(result.tukey[1].estimate, 7);
          expect(moved.levene?.F).toBeCloseTo(result.levene?.F ?? Number.NaN, 6);
        },
      ),
      { numRuns: 3 },
    );
  });

  test('the names of the groups', () => {
    const { a, b, c } = made(3);
    const [one, other] = [run({ a, b, c }), run({ z: c, y: b, x: a })];
    expect(other.F).toBeCloseTo(one.F, 12);
    expect(other.tukey[1]).toMatchObject({ pair: ['z', 'x'], estimate: -one.tukey[1].estimate });
  });
});

test('rule 4: Tukey’s interval excludes zero exactly when p is below .05', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { tukey, gamesHowell } = run(made(seed));
      for (const { ci, p } of [...tukey, ...gamesHowell]) {
        expect(ci !== null && ci[0] * ci[1] > 0).toBe(p !== null && p < 0.05);
      }
    }),
    { numRuns: 3 },
  );
});

describe('rule 13: refused', () => {
  test.each([
    ['unequal-columns', () => oneWayAnova(Float64Array.from([1, 2]), categoryColumn(['a']))],
    ['one-level', () => run({ a: [1, 2, 3] })],
    ['one-level', () => oneWayAnova(new Float64Array(0), categoryColumn([]))],
    ['too-few-cases', () => run({ a: [1, 2, 3], b: [4] })],
    ['constant-outcome', () => run({ a: [0.1, 0.1, 0.1], b: [0.1, 0.1] })],
    ['no-spread', () => run({ a: [0.1, 0.1, 0.1], b: [0.7, 0.7] })],
  ])('%s', (expected, act) => {
    expect(refusal(act)).toBe(expected);
  });
});

describe('rule 14: a group without spread', () => {
  const result = run({ a: [2, 2, 2], b: [1, 3, 5], c: [4, 4, 4] });

  test('has no Welch, and a pair of such groups has no test', () => {
    expect(result.welch).toBeNull();
    expect(result.gamesHowell[1]).toEqual({
      pair: ['a', 'c'],
      estimate: 2,
      se: 0,
      q: null,
      df: null,
      p: null,
      ci: null,
      d: null,
    });
  });

  test('and every figure is a number or null', () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});

describe('rules 3 and 14: warned', () => {
  test('unequal spread in unequal groups', () => {
    const wide = normals(1, 40).map((value) => 10 * value);
    expect(codes(run({ a: normals(2, 12), b: wide }))).toEqual(['unequal-variances']);
    expect(codes(run({ a: normals(2, 40), b: wide }))).toEqual([]);
  });

  test('small groups are those below 10', () => {
    const { warnings } = run({ a: normals(2, 9), b: normals(3, 10) });
    expect(warnings.map(({ code, text }) => [code, text.en.match(/\w+ \(\d+\)/g)])).toEqual([
      ['small-groups', ['a (9)']],
    ]);
  });
});

test('of very many groups only the lowest and the highest are compared, and that is said', () => {
  const groups = Array.from({ length: 60 }, (_, group) => group);
  const result = oneWayAnova(
    Float64Array.from(groups.flatMap((group) => [0, 1, 3].map((value) => value + ((group * 7) % 60) / 20))),
    categoryColumn(groups.flatMap((group) => [group, group, group].map((name) => `g${name}`))),
  );
  expect(result.tukey.map(({ pair }) => pair)).toEqual([['g0', 'g17']]);
  expect(result.gamesHowell).toHaveLength(1);
  expect(result.warnings.map(({ code }) => code)).toContain('many-groups');
});
