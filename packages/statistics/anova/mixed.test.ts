import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tQuantile, tTwoSided } from '../distributions.ts';
import { refusal } from '../refusal.fixture.ts';
import { standardDeviation } from '../sums.ts';
import {
  type Column,
  categoriesOf,
  categoryColumn,
  numberColumn,
  numbersOf,
  type Table,
  table,
} from '../table.ts';
import { factorialAnova } from './factorial.ts';
import { levelNames, madeWide, normals } from './made.fixture.ts';
import { type MixedResult, mixedAnova, repeatedMeasuresAnova } from './mixed.ts';
import { oneWayAnova } from './one-way.ts';
import type { Correction } from './sphericity.ts';

const seeds = fc.integer({ min: 1, max: 1e6 });
const few = { numRuns: 20 };

const effect = (result: MixedResult, term: string) => {
  const found = result.effects.find((one) => one.term === term);
  if (!found) throw new Error(`no effect ${term}`);
  return found;
};

const pair = (result: MixedResult, name: string) => {
  const found = result.contrasts.find(
    ({ family, contrast }) => family !== 'consecutive' && contrast === name,
  );
  if (!found) throw new Error(`no contrast ${name}`);
  return found;
};

const codes = (result: { readonly warnings: MixedResult['warnings'] }): string[] =>
  result.warnings.map((warning) => warning.code);

/** The same table with some of its columns replaced. */
const replaced = (data: Table, columns: Readonly<Record<string, Column>>): Table =>
  table({ ...Object.fromEntries(data.columns), ...columns });

/** Every score changed, knowing its row and level. */
function changed(
  data: Table,
  levels: number,
  by: (value: number, row: number, level: number) => number,
): Table {
  return replaced(
    data,
    Object.fromEntries(
      levelNames(levels).map((name, level) => [
        name,
        numberColumn(numbersOf(data, name).map((value, row) => by(value, row, level))),
      ]),
    ),
  );
}

const within = (result: MixedResult) =>
  result.effects
    .filter(({ uncorrected }) => uncorrected !== null)
    .map(({ term, F, df1, p }) => [term, F, df1, p]);

function closeTo(a: unknown, b: unknown, digits = 8): void {
  if (typeof a === 'number' && typeof b === 'number') expect(a).toBeCloseTo(b, digits);
  else if (Array.isArray(a) && Array.isArray(b)) {
    expect(a.length).toBe(b.length);
    for (const [i, value] of a.entries()) closeTo(value, b[i], digits);
  } else expect(a).toEqual(b);
}

describe('rule 5: with two levels it is a paired t-test', () => {
  test('F is t² and p is that of t', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const data = madeWide(seed, [15], 2);
        const [a, b] = [numbersOf(data, 'y1'), numbersOf(data, 'y2')];
        const change = b.map((value, i) => value - a[i]);
        const mean = change.reduce((all, value) => all + value, 0) / 15;
        const t = mean / (standardDeviation(change) / Math.sqrt(15));
        const result = repeatedMeasuresAnova(data, { within: ['y1', 'y2'] });
        const { F, df2, p, ges } = effect(result, 'within');
        expect(F).toBeCloseTo(t * t, 8);
        expect(df2).toBe(14);
        expect(p).toBeCloseTo(tTwoSided(t, 14), 10);
        expect(ges).toBeGreaterThan(0);
        expect(pair(result, 'y2 - y1')).toMatchObject({ df: 14 });
        expect(pair(result, 'y2 - y1').d_z).toBeCloseTo(t / Math.sqrt(15), 10);
      }),
      few,
    );
  });

  test('sphericity is no question then', () => {
    const result = repeatedMeasuresAnova(madeWide(1, [15], 2), { within: ['y1', 'y2'], correction: 'hf' });
    expect(result.mauchly).toBeNull();
    expect(result.epsilon).toEqual({ gg: 1, hf: 1, hfSpss: 1, lowerBound: 1 });
    expect(result.contrasts.map(({ family }) => family)).toEqual(['pairwise']);
    expect(codes(result)).toEqual([]);
  });

  test('time × group is the t² of the difference between groups in change', () => {
    const data = madeWide(5, [12, 20], 2);
    const change = numbersOf(data, 'y2').map((value, i) => value - numbersOf(data, 'y1')[i]);
    const result = mixedAnova(data, { within: ['y1', 'y2'], between: ['group'] });
    const oneWay = oneWayAnova(change, categoriesOf(data, 'group'));
    expect(effect(result, 'group:within').F).toBeCloseTo(oneWay.F, 10);
  });
});

describe('what changes nothing', () => {
  test('rule 6: a constant in all scores of a case leaves the within effects', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: -1000, max: 1000 }), (seed, size) => {
        const data = madeWide(seed, [6, 11], 4);
        const own = normals(seed + 1, 17);
        const moved = changed(data, 4, (value, row) => value + size * own[row]);
        const options = { within: levelNames(4), between: ['group'] };
        closeTo(within(mixedAnova(moved, options)), within(mixedAnova(data, options)));
      }),
      few,
    );
  });

  test('a constant in all scores, and another unit', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(-2, 0.001, 1000), (seed, unit) => {
        const data = madeWide(seed, [6, 11], 3);
        const moved = changed(data, 3, (value) => (value + 1e5) * unit);
        const options = { within: levelNames(3), between: ['group'], type: 'II' as const };
        const figures = (result: MixedResult) => [
          result.effects.map(({ F, p, ges, partialEta2 }) => [F, p, ges, partialEta2]),
          result.epsilon.gg,
          result.mauchly?.p,
        ];
        closeTo(figures(mixedAnova(moved, options)), figures(mixedAnova(data, options)), 6);
      }),
      few,
    );
  });

  test('the order of rows and of levels, and the names of groups', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const data = madeWide(seed, [6, 11, 4], 4);
        const order = Array.from({ length: 21 }, (_, i) => i).sort(
          (i, j) => numbersOf(data, 'y1')[i] - numbersOf(data, 'y1')[j],
        );
        const names = ['z', 'a', 'm'];
        const turned = table({
          ...Object.fromEntries(
            levelNames(4).map((name) => [name, numberColumn(order.map((i) => numbersOf(data, name)[i]))]),
          ),
          group: categoryColumn(order.map((i) => names[categoriesOf(data, 'group').codes[i]])),
        });
        const figures = (result: MixedResult) => [
          result.effects.map(({ F, p, ges }) => [F, p, ges]),
          result.epsilon.hf,
        ];
        closeTo(
          figures(mixedAnova(turned, { within: ['y3', 'y1', 'y4', 'y2'], between: ['group'] })),
          figures(mixedAnova(data, { within: levelNames(4), between: ['group'] })),
        );
      }),
      few,
    );
  });

  test('rule 12: long data say the same as wide data', () => {
    const data = madeWide(8, [7, 9], 3);
    const rows = levelNames(3).flatMap((name) =>
      Array.from(numbersOf(data, name), (y, i) => ({
        id: i,
        name,
        y,
        group: categoriesOf(data, 'group').codes[i],
      })),
    );
    const long = table({
      id: numberColumn(rows.map(({ id }) => id)),
      moment: categoryColumn(rows.map(({ name }) => name)),
      score: numberColumn(rows.map(({ y }) => y)),
      group: categoryColumn(rows.map(({ group }) => `g${group + 1}`)),
    });
    expect(mixedAnova(long, { id: 'id', within: 'moment', outcome: 'score', between: ['group'] })).toEqual(
      mixedAnova(data, { within: levelNames(3), between: ['group'] }),
    );
  });
});

describe('rule 7: types II and III', () => {
  const options = { within: levelNames(3), between: ['group'] };

  test('are one in groups of one size', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const data = madeWide(seed, [8, 8, 8], 3);
        const effects = (type: 'II' | 'III') =>
          mixedAnova(data, { ...options, type }).effects.map(({ F, sumSq }) => [F, sumSq]);
        closeTo(effects('II'), effects('III'));
      }),
      few,
    );
  });

  test('type III gives every group a vote, type II every case', () => {
    const data = changed(
      madeWide(2, [4, 60], 2),
      2,
      (value, row, level) => value + (row < 4 ? -8 : 0) * level,
    );
    const change = (type: 'II' | 'III') =>
      pair(mixedAnova(data, { within: levelNames(2), between: ['group'], type }), 'y2 - y1').estimate;
    const changes = numbersOf(data, 'y2').map((value, i) => value - numbersOf(data, 'y1')[i]);
    const mean = (values: Float64Array) => values.reduce((all, value) => all + value, 0) / values.length;
    expect(change('II')).toBeCloseTo(mean(changes), 12);
    expect(change('III')).toBeCloseTo((mean(changes.subarray(0, 4)) + mean(changes.subarray(4))) / 2, 12);
  });

  test('and that they disagree in very unequal groups is said', () => {
    const data = changed(
      madeWide(2, [4, 60], 3),
      3,
      (value, row, level) => value + (row < 4 ? -4 : 0) * level,
    );
    expect(codes(mixedAnova(data, options))).toContain('types-differ');
    expect(codes(mixedAnova(madeWide(2, [8, 60], 3), options))).not.toContain('types-differ');
  });

  test('a mixed design of equal levels reads the between factor as a one-way analysis of means', () => {
    const data = madeWide(4, [5, 9, 13], 3);
    const means = numbersOf(data, 'y1').map(
      (value, i) => (value + numbersOf(data, 'y2')[i] + numbersOf(data, 'y3')[i]) / 3,
    );
    const oneWay = oneWayAnova(means, categoriesOf(data, 'group'));
    const mixed = mixedAnova(data, options);
    expect(effect(mixed, 'group').F).toBeCloseTo(oneWay.F, 10);
    expect(effect(mixed, 'group').uncorrected).toBeNull();
    expect(mixed.equalVariances?.levene?.F).toBeCloseTo(oneWay.levene?.F ?? Number.NaN, 8);
  });

  test('a design of one factor is the one-way analysis', () => {
    const data = madeWide(4, [5, 9, 13], 2);
    const oneWay = oneWayAnova(numbersOf(data, 'y1'), categoriesOf(data, 'group'));
    const factorial = factorialAnova(data, { outcome: 'y1', factors: ['group'] });
    closeTo(
      [factorial.effects[0].F, factorial.effects[0].partialEta2, factorial.contrasts.map(({ d }) => d)],
      [oneWay.F, oneWay.eta2, oneWay.tukey.map(({ d }) => d)],
    );
  });
});

describe('rules 8 and 9: sphericity', () => {
  test('epsilon lies between its bounds, and Huynh–Feldt is the milder one', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 3, max: 6 }), (seed, levels) => {
        const { epsilon, mauchly } = repeatedMeasuresAnova(madeWide(seed, [14], levels), {
          within: levelNames(levels),
        });
        expect(epsilon.gg).toBeGreaterThanOrEqual(epsilon.lowerBound);
        expect(epsilon.gg).toBeLessThanOrEqual(1);
        expect(epsilon.hf).toBeGreaterThan(epsilon.gg);
        expect(mauchly?.W).toBeGreaterThan(0);
        expect(mauchly?.W).toBeLessThanOrEqual(1);
      }),
      few,
    );
  });

  test('the correction changes the degrees of freedom and p, not F', () => {
    const data = madeWide(9, [12], 4);
    const run = (correction: Correction) =>
      effect(repeatedMeasuresAnova(data, { within: levelNames(4), correction }), 'within');
    const [gg, hf, none] = [run('gg'), run('hf'), run('none')];
    expect([gg.F, hf.F]).toEqual([none.F, none.F]);
    expect(none).toMatchObject({ df1: 3, df2: 33, p: none.uncorrected?.p });
    expect(gg.df1).toBeLessThan(hf.df1);
    expect(hf.df1).toBeLessThanOrEqual(3);
  });

  test('an epsilon above 1 is shown, and counts as 1', () => {
    const data = changed(
      madeWide(1, [6], 3),
      3,
      (_, row, level) =>
        [
          [1, 0, 0],
          [0, 1, 0],
          [0, 0, 1],
          [1, 1, 0],
          [0, 1, 1],
          [1, 0, 1],
        ][row][level] + level,
    );
    const result = repeatedMeasuresAnova(data, { within: levelNames(3), correction: 'hf' });
    expect(result.epsilon.hf).toBeGreaterThan(1);
    expect(effect(result, 'within').df1).toBe(2);
    expect(codes(result)).toContain('hf-above-one');
  });

  test('more levels than the cases can carry: no Mauchly, and it is said', () => {
    const data = madeWide(3, [4], 6);
    const result = repeatedMeasuresAnova(data, { within: levelNames(6) });
    expect(result.mauchly).toBeNull();
    expect(codes(result)).toContain('sphericity-undefined');
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test('no Huynh–Feldt when there are too few cases for it', () => {
    const data = madeWide(3, [2], 3);
    expect(repeatedMeasuresAnova(data, { within: levelNames(3) }).epsilon.hf).toBeNull();
    expect(refusal(() => repeatedMeasuresAnova(data, { within: levelNames(3), correction: 'hf' }))).toBe(
      'too-few-cases',
    );
  });

  test('doubt about sphericity is said, louder when nothing corrects for it', () => {
    const data = changed(madeWide(3, [40], 3), 3, (value, _, level) => value * [1, 1, 9][level]);
    const text = (correction: Correction) =>
      repeatedMeasuresAnova(data, { within: levelNames(3), correction }).warnings.find(
        (warning) => warning.code === 'sphericity',
      )?.text.en;
    expect(text('gg')).toContain('corrected');
    expect(text('none')).toContain('too small');
  });
});

describe('rule 11: contrasts', () => {
  test('the trend of a straight line is its slope, without a bend', () => {
    const data = changed(madeWide(6, [20], 5), 5, (value, _, level) => value - level / 3 + 0.7 * level);
    const flat = repeatedMeasuresAnova(madeWide(6, [20], 5), { within: levelNames(5) });
    const steep = repeatedMeasuresAnova(data, { within: levelNames(5) });
    expect(pair(steep, 'linear').estimate - pair(flat, 'linear').estimate).toBeCloseTo(0.7 - 1 / 3, 12);
    expect(pair(steep, 'quadratic').estimate).toBeCloseTo(pair(flat, 'quadratic').estimate, 12);
  });

  test('the bend of a parabola is its quadratic coefficient', () => {
    const flat = repeatedMeasuresAnova(madeWide(6, [20], 5), { within: levelNames(5) });
    const bent = repeatedMeasuresAnova(
      changed(madeWide(6, [20], 5), 5, (value, _, level) => value + 0.25 * level ** 2),
      { within: levelNames(5) },
    );
    expect(pair(bent, 'quadratic').estimate - pair(flat, 'quadratic').estimate).toBeCloseTo(0.25, 12);
  });

  test('every family is adjusted for its own number of comparisons', () => {
    const { contrasts } = mixedAnova(madeWide(7, [9, 9, 12], 4), {
      within: levelNames(4),
      between: ['group'],
    });
    const counts = Object.entries(Object.groupBy(contrasts, ({ family }) => family)).map(([name, rows]) => [
      name,
      rows?.length,
    ]);
    expect(counts).toEqual([
      ['pairwise', 6],
      ['consecutive', 3],
      ['trend', 2],
      ['between', 3],
    ]);
    const [first] = contrasts;
    expect(first.pBonferroni).toBeCloseTo(Math.min(1, 6 * (first.p ?? Number.NaN)), 14);
  });

  test('their intervals, and those of means, are of the level that is asked for', () => {
    const data = madeWide(8, [15, 12], 3);
    const at = (level: number) => mixedAnova(data, { within: levelNames(3), between: ['group'], level });
    expect(mixedAnova(data, { within: levelNames(3), between: ['group'] })).toEqual(at(0.95));
    expect(at(0.8).level).toBe(0.8);
    for (const [i, { p, estimate }] of at(0.95).contrasts.entries()) {
      const ci = at(1 - (p ?? Number.NaN)).contrasts[i].ci ?? [9, 9];
      expect(Math.min(...ci.map(Math.abs)) / Math.abs(estimate)).toBeCloseTo(0, 9);
    }
    const [wide, narrow] = [at(0.95), at(0.5)].map(({ means: [{ ci }] }) => ci[1] - ci[0]);
    expect(wide / narrow).toBeCloseTo(tQuantile(0.975, 14) / tQuantile(0.75, 14), 12);
    expect(refusal(() => at(0))).toBe('bad-level');
  });

  test('each effect size stands under its own name', () => {
    const named = ({ contrasts }: Pick<MixedResult, 'contrasts'>) =>
      contrasts.map(({ family, d_z, d_av, d, d_means }) => [
        family,
        ...Object.entries({ d_z, d_av, d, d_means }).flatMap(([name, value]) =>
          value === null ? [] : [name],
        ),
      ]);
    const data = madeWide(8, [15, 12], 2);
    expect(named(mixedAnova(data, { within: levelNames(2), between: ['group'] }))).toEqual([
      ['pairwise', 'd_z', 'd_av'],
      ['between', 'd_means'],
    ]);
    expect(named(factorialAnova(data, { outcome: 'y1', factors: ['group'] }))).toEqual([['between', 'd']]);
  });

  test('a difference that is the same for every case has no test', () => {
    const base = madeWide(7, [12], 3);
    const first = numbersOf(base, 'y1');
    const data = replaced(base, {
      y2: numberColumn(first.map((value) => Math.round(value * 8) / 8 + 0.5)),
      y1: numberColumn(first.map((value) => Math.round(value * 8) / 8)),
    });
    const result = repeatedMeasuresAnova(data, { within: levelNames(3) });
    expect(pair(result, 'y2 - y1')).toMatchObject({
      se: 0,
      t: null,
      p: null,
      pHolm: null,
      ci: null,
      d_z: null,
    });
    expect(pair(result, 'y3 - y1').pBonferroni).toBeCloseTo(
      Math.min(1, 2 * (pair(result, 'y3 - y1').p ?? 9)),
      12,
    );
    expect(result.mauchly).toBeNull();
  });
});

describe('rules 1 and 12: who takes part', () => {
  test('incomplete cases and cases without a group are left out, counted, and warned of', () => {
    const data = replaced(madeWide(3, [12, 12], 3), {
      y2: numberColumn(
        numbersOf(madeWide(3, [12, 12], 3), 'y2').map((value, i) => (i < 3 ? Number.NaN : value)),
      ),
      group: categoryColumn(Array.from({ length: 24 }, (_, i) => (i === 23 ? null : i < 12 ? 'g1' : 'g2'))),
    });
    const result = mixedAnova(data, { within: levelNames(3), between: ['group'] });
    expect(result.n).toBe(20);
    expect(result.dropped.map(({ count }) => count)).toEqual([3, 1]);
    expect(codes(result)).toContain('incomplete-cases');
    expect(
      result.means.filter(({ within }) => within.within === 'y1').map(({ between, n }) => [between.group, n]),
    ).toEqual([
      ['g1', 9],
      ['g2', 11],
    ]);
  });

  const long = (rows: readonly (readonly [string | null, string, number, string])[]): Table =>
    table({
      id: categoryColumn(rows.map(([id]) => id)),
      moment: categoryColumn(rows.map(([, moment]) => moment)),
      y: numberColumn(rows.map(([, , y]) => y)),
      group: categoryColumn(rows.map(([, , , group]) => group)),
    });
  const layout = { id: 'id', within: 'moment', outcome: 'y', between: [] };
  const rows: [string | null, string, number, string][] = [
    ['a', '1', 1, 'x'],
    ['a', '2', 2, 'x'],
    ['b', '1', 2, 'x'],
    ['b', '2', 5, 'x'],
    ['c', '2', 3, 'x'],
  ];

  test('long data: a case without a row for a level is incomplete, a row without a case is loose', () => {
    const result = mixedAnova(long([...rows, [null, '1', 3, 'x']]), layout);
    expect(result.n).toBe(2);
    expect(result.dropped.map(({ count }) => count)).toEqual([1, 1]);
  });

  test('long data: two rows for one case and level are refused', () => {
    expect(refusal(() => mixedAnova(long([...rows, ['a', '1', 4, 'x']]), layout))).toBe('duplicate-measure');
  });

  test('long data: a group that changes within a case is refused', () => {
    const data = long([...rows, ['c', '1', 4, 'other']]);
    expect(refusal(() => mixedAnova(data, { ...layout, between: ['group'] }))).toBe('between-varies');
  });
});

describe('rule 13: refused', () => {
  const data = madeWide(1, [6, 6], 3);
  const wide = { within: levelNames(3), between: ['group'] };
  const set = (columns: Readonly<Record<string, Column>>) => replaced(data, columns);
  const parity = categoryColumn(Array.from({ length: 12 }, (_, i) => (i < 6 ? 'x' : 'y')));

  test.each([
    ['unknown-column', () => mixedAnova(data, { ...wide, within: ['y1', 'nothing'] })],
    ['not-numeric', () => mixedAnova(data, { within: ['y1', 'group'], between: [] })],
    ['one-level', () => mixedAnova(data, { ...wide, within: ['y1'] })],
    ['repeated-column', () => mixedAnova(data, { ...wide, within: ['y1', 'y1'] })],
    ['repeated-column', () => mixedAnova(data, { ...wide, withinName: 'group' })],
    ['one-level', () => mixedAnova(set({ group: categoryColumn(new Array(12).fill('same')) }), wide)],
    ['empty-cell', () => mixedAnova(set({ other: parity }), { ...wide, between: ['group', 'other'] })],
    [
      'too-few-cases',
      () => mixedAnova(set({ group: categoryColumn([...new Array(11).fill('a'), 'b']) }), wide),
    ],
    ['too-few-cases', () => mixedAnova(set({ y2: numberColumn(new Array(12).fill(null)) }), wide)],
    [
      'constant-outcome',
      () =>
        mixedAnova(
          changed(data, 3, () => 0.1),
          wide,
        ),
    ],
    [
      'no-spread',
      () =>
        mixedAnova(
          changed(data, 3, (_, row, level) => row + 0.1 * level),
          wide,
        ),
    ],
    [
      'no-spread',
      () =>
        mixedAnova(
          changed(data, 3, (_, row, level) => (level - 1) * (row % 5)),
          wide,
        ),
    ],
    [
      'no-spread',
      () =>
        factorialAnova(
          changed(data, 3, (_, row) => (row < 6 ? 1.1 : 2.3)),
          { outcome: 'y1', factors: ['group'] },
        ),
    ],
    [
      'constant-outcome',
      () =>
        factorialAnova(
          changed(data, 3, () => 7),
          { outcome: 'y1', factors: ['group'] },
        ),
    ],
  ])('%s', (expected, act) => {
    expect(refusal(act)).toBe(expected);
  });
});

test('few cases in all are no small group', () => {
  expect(codes(repeatedMeasuresAnova(madeWide(3, [9], 2), { within: levelNames(2) }))).toEqual(['few-cases']);
});

test('a factorial design drops and counts, and warns of small groups', () => {
  const data = replaced(madeWide(3, [12, 5], 2), {
    y1: numberColumn([...normals(3, 16), null]),
  });
  const result = factorialAnova(data, { outcome: 'y1', factors: ['group'] });
  expect(result).toMatchObject({ n: 16, dropped: [{ count: 1 }] });
  expect(codes(result)).toEqual(['small-groups', 'incomplete-cases']);
});
