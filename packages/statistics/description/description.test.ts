import fc from 'fast-check';
import { describe as about, expect, test } from 'vitest';
import { refusal } from '../refusal.fixture.ts';
import { categoryColumn, numberColumn, type Table, table } from '../table.ts';
import {
  type Breaks,
  boxPlot,
  boxPlots,
  chiSquareTest,
  describe,
  explainBoxPlot,
  explainChiSquare,
  explainDescribe,
  explainHistogram,
  explainStandardise,
  histogram,
  type QuantileType,
  quantile,
  standardise,
  summarise,
} from './index.ts';

const gap = Number.NaN;

const scores = (): Table =>
  table({
    test: categoryColumn(['IEP', 'IEP', 'IEP', 'Cito', 'Cito', 'Cito', 'Route 8', null, 'Cito']),
    year: numberColumn([2018, 2018, 2018, 2019, 2019, 2019, 2019, 2019, 2018]),
    score: numberColumn([70, 80, 90, 530, 535, gap, 200, 75, 540]),
  });

const codes = (result: { warnings: readonly { code: string }[] }) => result.warnings.map(({ code }) => code);

const value = fc
  .double({ min: -1000, max: 1000, noNaN: true })
  .map((one) => Math.round(one * 1000) / 1000 + 0);
const some = fc.array(value, { minLength: 1, maxLength: 40 });
const many = fc.array(value, { minLength: 5, maxLength: 40 }).filter((all) => new Set(all).size > 3);

about('rule 1: what is missing is left out and counted', () => {
  test('in a summary, with its figures as they are without', () => {
    expect(summarise([1, gap, 3, gap])).toEqual({ ...summarise([1, 3]), missing: 2 });
  });

  test('rows without a group are dropped and said', () => {
    const found = describe(scores(), { columns: ['score'], by: ['test'] });
    expect(found).toMatchObject({ n: 8, dropped: [{ count: 1 }] });
    expect(found.numbers.map(({ group, n, missing }) => [group.test, n, missing])).toEqual([
      ['Cito', 3, 1],
      ['IEP', 3, 0],
      ['Route 8', 1, 0],
    ]);
  });
});

about('rule 2: a figure that does not exist is null', () => {
  test.each([
    { values: [], has: [] },
    { values: [3], has: ['mean', 'median', 'q1', 'q3', 'min', 'max'] },
    { values: [3, 3, 3, 3], has: ['mean', 'median', 'q1', 'q3', 'min', 'max', 'sd', 'se', 'ci'] },
    { values: [1, 2], has: ['mean', 'median', 'q1', 'q3', 'min', 'max', 'sd', 'se', 'ci'] },
    { values: [1, 2, 4], has: ['mean', 'median', 'q1', 'q3', 'min', 'max', 'sd', 'se', 'ci', 'skewness'] },
  ])('$values', ({ values, has }) => {
    const { n: _, missing: __, ...figures } = summarise(values);
    const found = Object.entries(figures).filter(([, figure]) => figure !== null);
    expect(found.map(([name]) => name).sort()).toEqual([...has].sort());
    expect(JSON.stringify(figures)).not.toContain('NaN');
  });
});

about('rule 3: categories have frequencies and every mode', () => {
  test('shares are of the values that are there', () => {
    const data = table({ reason: categoryColumn(['a', 'b', null, 'b', 'a', 'c']) });
    expect(describe(data).categories).toEqual([
      {
        column: 'reason',
        group: {},
        n: 5,
        missing: 1,
        mode: ['a', 'b'],
        frequencies: [
          { value: 'a', count: 2, share: 0.4 },
          { value: 'b', count: 2, share: 0.4 },
          { value: 'c', count: 1, share: 0.2 },
        ],
      },
    ]);
  });

  test('fewer than ten values is said', () => {
    expect(codes(describe(table({ a: numberColumn(Array.from({ length: 10 }, (_, i) => i)) })))).toEqual([]);
    expect(codes(describe(table({ a: numberColumn(Array.from({ length: 9 }, (_, i) => i)) })))).toEqual([
      'small-groups',
    ]);
  });
});

about('rule 4: the box plot', () => {
  test('whiskers end at values; beyond 1.5 and 3 boxes lie outliers and far outliers', () => {
    const box = boxPlot([4, 1, 2, 3, 5, 8.5, 20, gap]);
    expect(box).toMatchObject({
      n: 7,
      missing: 1,
      q1: 2.5,
      median: 4,
      q3: 6.75,
      whiskers: [1, 8.5],
      outliers: [],
    });
    expect(box.farOutliers).toEqual([{ row: 7, value: 20 }]);
    expect(boxPlot([4, 1, 2, 3, 5, 8.5, 14]).outliers).toEqual([{ row: 7, value: 14 }]);
  });

  test('hinges are the medians of halves that share the middle', () => {
    expect(boxPlot([1, 2, 3, 4, 5], { type: 'hinges' })).toMatchObject({ q1: 2, q3: 4 });
    expect(boxPlot([1, 2, 3, 4, 5, 6], { type: 'hinges' })).toMatchObject({ q1: 2, q3: 5 });
  });

  test('per group, with the rows of the data', () => {
    const data = table({
      group: categoryColumn(['b', 'a', 'b', 'a', 'b', 'b', 'b', 'c']),
      y: numberColumn([1, 9, 2, 8, 3, 4, 99, gap]),
    });
    const found = boxPlots(data, { column: 'y', by: ['group'] });
    expect(found.boxes.map(({ group, n }) => [group.group, n])).toEqual([
      ['a', 2],
      ['b', 5],
    ]);
    expect(found.boxes[1].farOutliers).toEqual([{ row: 7, value: 99 }]);
    expect(found.dropped).toEqual([{ count: 1, why: expect.anything() }]);
  });
});

about('rule 5: the histogram', () => {
  test('a scale of whole numbers has a bin around each', () => {
    const found = histogram([1, 1, 2, 5, gap]);
    expect(found).toMatchObject({ n: 4, edges: [0.5, 1.5, 2.5, 3.5, 4.5, 5.5], counts: [2, 1, 0, 0, 1] });
    expect(found.dropped).toMatchObject([{ count: 1 }]);
  });

  test('other values have neat edges; an edge belongs to the bin on its left', () => {
    const found = histogram([0.1, 0.2, 0.25, 0.6], { breaks: [0, 0.2, 0.6] });
    expect(found.counts).toEqual([2, 2]);
    expect(histogram([0.1, 0.7, 0.3], { breaks: 3 }).edges).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
  });

  test('a rounding error above an edge is on it', () => {
    expect(histogram([0.1 + 0.2, 0.5], { breaks: [0, 0.3, 1] }).counts).toEqual([1, 1]);
  });

  test('equal values still have a bin', () => {
    for (const breaks of ['sturges', 'freedman-diaconis', 4] as const) {
      const { edges, counts } = histogram([0.5, 0.5, 0.5], { breaks });
      expect(counts.reduce((a, b) => a + b)).toBe(3);
      expect(edges.length).toBe(counts.length + 1);
    }
  });

  test('one value far from a middle that hardly spreads gives no hundred thousand bars', () => {
    const { counts } = histogram([0, -0.001, -116.961, 0, 0], { breaks: 'freedman-diaconis' });
    expect(counts.length).toBeLessThan(20);
  });

  test('every value is in a bin, and the area is 1', () => {
    fc.assert(
      fc.property(some, fc.constantFrom<Breaks>('sturges', 'freedman-diaconis', 7), (values, breaks) => {
        const { edges, counts, density } = histogram(values, { breaks });
        expect(counts.reduce((a, b) => a + b)).toBe(values.length);
        expect(edges[0]).toBeLessThanOrEqual(Math.min(...values));
        expect(edges[edges.length - 1]).toBeGreaterThanOrEqual(Math.max(...values));
        const area = density.reduce((total, one, bin) => total + one * (edges[bin + 1] - edges[bin]), 0);
        expect(area).toBeCloseTo(1, 9);
      }),
    );
  });
});

about('rule 6: standard scores per test and year', () => {
  test('mean 0 and sd 1 in each group; too small a group stays missing and is said', () => {
    const found = standardise(scores(), { column: 'score', within: ['test', 'year'] });
    expect(found.values.map((z) => z?.toFixed(3) ?? null)).toEqual([
      '-1.000',
      '0.000',
      '1.000',
      '-0.707',
      '0.707',
      null,
      null,
      null,
      null,
    ]);
    expect(found.n).toBe(5);
    expect(found.dropped.map(({ count }) => count)).toEqual([1, 1, 2]);
    expect(codes(found)).toEqual(['groups-left-out', 'small-groups']);
    expect(found.groups.map(({ labels, n, used }) => [labels.test, labels.year, n, used])).toEqual([
      ['Cito', '2018', 1, false],
      ['Cito', '2019', 2, true],
      ['IEP', '2018', 3, true],
      ['Route 8', '2019', 1, false],
    ]);
  });

  test('T-scores have mean 50 and sd 10', () => {
    const z = standardise(scores(), { column: 'score', within: ['test', 'year'] }).values;
    const t = standardise(scores(), { column: 'score', within: ['test', 'year'], score: 'T' }).values;
    expect(t).toEqual(z.map((one) => (one === null ? null : 50 + 10 * one)));
  });

  test('equal values have no spread', () => {
    expect(refusal(() => standardise(table({ y: numberColumn([2, 2, 2]) }), { column: 'y' }))).toBe(
      'no-spread',
    );
  });

  test('shifting and stretching a test changes no score', () => {
    fc.assert(
      fc.property(
        many,
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 1, max: 9 }),
        (values, shift, scale) => {
          const z = standardise(table({ y: numberColumn(values) }), { column: 'y' }).values;
          const moved = values.map((one) => one * scale + shift);
          standardise(table({ y: numberColumn(moved) }), { column: 'y' }).values.forEach((one, row) => {
            expect(one).toBeCloseTo(z[row] ?? gap, 6);
          });
        },
      ),
    );
  });
});

about('rule 7: the chi-square test', () => {
  const counts = (cells: readonly (readonly number[])[]) => {
    const pairs = cells.flatMap((row, i) =>
      row.flatMap((n, j) => Array.from({ length: n }, () => [`r${i}`, `c${j}`])),
    );
    return table({ a: categoryColumn(pairs.map(([a]) => a)), b: categoryColumn(pairs.map(([, b]) => b)) });
  };

  test('a known table', () => {
    const found = chiSquareTest(
      counts([
        [10, 20],
        [20, 10],
      ]),
      { rows: 'a', columns: 'b' },
    );
    expect(found).toMatchObject({
      n: 60,
      df: 1,
      expected: [
        [15, 15],
        [15, 15],
      ],
    });
    expect(found.chiSquare).toBeCloseTo(100 / 15, 12);
    expect(found.cramersV).toBeCloseTo(1 / 3, 12);
    expect(codes(found)).toEqual([]);
  });

  test('V is 1 when one follows from the other, and 0 when they have nothing to do with each other', () => {
    expect(
      chiSquareTest(
        counts([
          [8, 0],
          [0, 9],
        ]),
        { rows: 'a', columns: 'b' },
      ).cramersV,
    ).toBeCloseTo(1, 12);
    expect(
      chiSquareTest(
        counts([
          [6, 12],
          [9, 18],
        ]),
        { rows: 'a', columns: 'b' },
      ).cramersV,
    ).toBeCloseTo(0, 7);
  });

  test('few expected cases is said', () => {
    expect(
      codes(
        chiSquareTest(
          counts([
            [1, 2],
            [3, 1],
          ]),
          { rows: 'a', columns: 'b' },
        ),
      ),
    ).toEqual(['few-expected']);
  });

  test('needs two levels on both sides', () => {
    expect(refusal(() => chiSquareTest(counts([[3, 4]]), { rows: 'a', columns: 'b' }))).toBe('one-level');
  });
});

about('what cannot be', () => {
  const one = table({
    y: numberColumn([1, 2]),
    w: categoryColumn(['a', 'b']),
    none: numberColumn([gap, gap]),
  });
  test.each([
    ['no-rows', () => describe(table({}))],
    ['unknown-column', () => describe(one, { columns: ['z'] })],
    ['repeated-column', () => describe(one, { by: ['w', 'w'] })],
    ['no-values', () => quantile([gap], 0.5)],
    ['bad-share', () => quantile([1], 1.5)],
    ['no-values', () => boxPlots(one, { column: 'none' })],
    ['no-values', () => boxPlot([], { type: 'hinges' })],
    ['not-numeric', () => boxPlots(one, { column: 'w' })],
    ['no-values', () => histogram([])],
    ['bad-breaks', () => histogram([1, 2], { breaks: [1, 1.5] })],
    ['bad-breaks', () => histogram([1, 2], { breaks: [3, 0] })],
    ['bad-breaks', () => histogram([1, 2], { breaks: 0 })],
    ['bad-level', () => describe(one, { level: 1 })],
  ])('%s', (code, run) => {
    expect(refusal(run)).toBe(code);
  });
});

about('properties of quantiles and summaries', () => {
  const type = fc.constantFrom<QuantileType>(1, 2, 3, 4, 5, 6, 7, 8, 9);

  test('a share that falls on a value falls on it in a computer too', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
    // 100 × 0.07 is 7.000000000000001, and 100 × 0.29 is 28.999999999999996.
    expect(quantile(hundred, 0.07, 1)).toBe(7);
    expect(quantile(hundred, 0.29, 2)).toBe(29.5);
  });

  test('a value far from its neighbour is not lost in between', () => {
    expect(quantile([-1e16, 0.1], 0.9, 1)).toBe(0.1);
  });

  test('types 1 and 3 give a value that is there', () => {
    fc.assert(
      fc.property(
        some,
        fc.constantFrom<QuantileType>(1, 3),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, kind, p) => {
          expect(values).toContain(quantile(values, p, kind) + 0);
        },
      ),
    );
  });

  test('the order of the values does not matter', () => {
    fc.assert(
      fc.property(some, (values) => {
        expect(summarise([...values].reverse())).toEqual(summarise(values));
      }),
    );
  });

  test('a quantile rises with its share, and lies among the values', () => {
    fc.assert(
      fc.property(
        some,
        type,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, kind, p, q) => {
          const [low, high] = [
            quantile(values, Math.min(p, q), kind),
            quantile(values, Math.max(p, q), kind),
          ];
          expect(low).toBeLessThanOrEqual(high + 1e-9);
          expect(low).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
          expect(high).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        },
      ),
    );
  });

  test('shifting and stretching moves places, stretches spreads and leaves the shape', () => {
    fc.assert(
      fc.property(
        many,
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 1, max: 9 }),
        (values, shift, scale) => {
          const before = summarise(values);
          const after = summarise(values.map((one) => one * scale + shift));
          for (const name of ['mean', 'median', 'q1', 'q3', 'min', 'max'] as const) {
            expect(after[name]).toBeCloseTo((before[name] ?? gap) * scale + shift, 6);
          }
          expect(after.sd).toBeCloseTo((before.sd ?? gap) * scale, 6);
          expect(after.skewness).toBeCloseTo(before.skewness ?? gap, 5);
          expect(after.excessKurtosis).toBeCloseTo(before.excessKurtosis ?? gap, 5);
        },
      ),
    );
  });
});

about('explained', () => {
  test('numbers of one group, of more groups, and categories', () => {
    const all = describe(scores(), { columns: ['score'] });
    expect(explainDescribe(all, 'nl')).toMatch(/^score: gemiddeld 265,00 over 8 waarden \(1 ontbreekt\)\./);
    expect(explainDescribe(all, 'en')).toMatch(/^score: 265.00 on average over 8 values \(1 is missing\)\./);
    const groups = describe(scores(), { columns: ['score'], by: ['test'] });
    expect(explainDescribe(groups, 'nl')).toContain(
      'het hoogst bij Cito (535,00, n = 3) en het laagst bij IEP (80,00, n = 3)',
    );
    expect(explainDescribe(describe(scores(), { columns: ['test'] }), 'en')).toBe(
      'test: Cito is most frequent (50% of 8 values).',
    );
    expect(explainDescribe(describe(table({ y: numberColumn([gap]) })), 'en')).toBe(
      'There are no values to describe.',
    );
  });

  test('box plot, histogram, standard scores and chi-square', () => {
    const data = scores();
    expect(explainBoxPlot(boxPlots(data, { column: 'score' }), 'nl')).toContain(
      'ligt de middelste waarde op 145,00',
    );
    expect(explainBoxPlot(boxPlots(data, { column: 'score', by: ['test'] }), 'en')).toContain(
      'in Cito, the middle value is 535.00',
    );
    expect(explainHistogram(histogram([1, 2, 2, 3]), 'en')).toContain(
      'between 1.5 and 2.5: 2 of 4 values (50%)',
    );
    expect(
      explainStandardise(standardise(data, { column: 'score', within: ['test', 'year'] }), 'nl'),
    ).toContain('5 scores zijn per test en year (2 groepen) omgerekend: 0 is');
    const relation = chiSquareTest(data, { rows: 'test', columns: 'year' });
    expect(explainChiSquare(relation, 'en')).toMatch(
      /^The relation between test and year is (small|medium|large) /,
    );
  });
});
