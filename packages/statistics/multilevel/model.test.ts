import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StatisticsError } from '../result.ts';
import { type Column, categoryColumn, numberColumn, type Table, table } from '../table.ts';
import { type MultilevelModel, type MultilevelOptions, multilevelModel } from './index.ts';
import { barometer, rowsWhere, slopesTable } from './multilevel.comparisons.fixture.ts';
import { jointDegrees } from './satterthwaite.ts';

/** A made-up study: schools × teachers × waves, with gaps. */
function study(seed: number, { schools = 12, teachers = 4, waves = 3, gaps = true } = {}): Table {
  const random = generator(seed);
  const normal = (): number => random() + random() + random() + random() - 2;
  const rows: { school: number; teacher: number; time: number; kind: string; x: number; y: number }[] = [];
  for (let school = 1; school <= schools; school++) {
    const high = normal();
    const slope = 0.5 * normal();
    for (let teacher = 1; teacher <= teachers; teacher++) {
      const own = normal();
      for (let time = 0; time < waves; time++) {
        if (gaps && random() < 0.2) continue;
        const x = normal();
        const y = 3 + 0.2 * time + 0.3 * x + high + slope * time + own + normal();
        rows.push({ school, teacher: school * 100 + teacher, time, kind: school % 2 ? 'a' : 'b', x, y });
      }
    }
  }
  return table({
    school: numberColumn(rows.map((row) => row.school)),
    teacher: numberColumn(rows.map((row) => row.teacher)),
    within: numberColumn(rows.map((row) => row.teacher % 100)),
    time: numberColumn(rows.map((row) => row.time)),
    kind: categoryColumn(rows.map((row) => row.kind)),
    x: numberColumn(rows.map((row) => row.x)),
    y: numberColumn(rows.map((row) => row.y)),
  });
}

/** Lehmer's generator. */
function generator(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function withColumn(data: Table, name: string, change: (value: number) => number): Table {
  const old = data.columns.get(name);
  if (old?.kind !== 'number') throw new Error(`no numbers in ${name}`);
  const columns = new Map<string, Column>(data.columns);
  columns.set(name, numberColumn(old.values.map(change)));
  return { ...data, columns };
}

const NESTED = 'y ~ time * kind + x + (1 | school) + (1 | teacher)';
const SLOPE = 'y ~ time + kind + x + (1 + time | school) + (1 | teacher)';

const fit = (data: Table, formula: string, rest: Partial<MultilevelOptions> = {}): MultilevelModel =>
  multilevelModel(data, { formula, ...rest });

/** Equal to about eight digits, except for what is left out. */
function expectSame(ours: readonly number[], theirs: readonly number[], digits = 7): void {
  expect(ours.length).toBe(theirs.length);
  for (const [i, value] of ours.entries()) {
    const scale = Math.max(1e-3, Math.abs(theirs[i]));
    expect(value / scale).toBeCloseTo(theirs[i] / scale, digits);
  }
}

const tests = (model: MultilevelModel): number[] => [
  ...model.fixed.flatMap(({ t, df }) => [t, df]),
  ...model.anova.flatMap(({ F, df2 }) => [F, df2]),
];
const variances = (model: MultilevelModel): number[] => [
  ...model.random.map((row) => row.variance),
  model.residual.variance,
];
const estimates = (model: MultilevelModel): number[] => model.fixed.map((row) => row.estimate);

const seeds = fc.integer({ min: 1, max: 1e6 });
const runs = { numRuns: 12 };

describe.each([NESTED, SLOPE])('%s', (formula) => {
  test('the order of the rows does not count', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const data = study(seed);
        const order = Array.from({ length: data.rows }, (_, row) => row);
        const random = generator(seed + 7);
        const keys = order.map(() => random());
        order.sort((a, b) => keys[a] - keys[b]);
        const turned = new Map<string, Column>(
          [...data.columns].map(([name, column]) => [
            name,
            column.kind === 'number'
              ? { ...column, values: Float64Array.from(order, (row) => column.values[row]) }
              : { ...column, codes: Int32Array.from(order, (row) => column.codes[row]) },
          ]),
        );
        const before = fit(data, formula);
        const after = fit({ ...data, columns: turned }, formula);
        expectSame(tests(after), tests(before), 6);
        expectSame(variances(after), variances(before), 6);
      }),
      runs,
    );
  });

  test('another zero and unit of the outcome change the estimates by as much, and no test but that of the intercept', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.double({ min: -1e4, max: 1e4, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        (seed, shift, factor) => {
          const before = fit(study(seed), formula);
          const after = fit(
            withColumn(study(seed), 'y', (value) => shift + factor * value),
            formula,
          );
          expectSame(tests(after).slice(2), tests(before).slice(2), 5);
          expectSame(
            variances(after).map((variance) => variance / factor ** 2),
            variances(before),
            5,
          );
        },
      ),
      runs,
    );
  });

  test('other names for the groups change nothing', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const renamed = withColumn(
          withColumn(study(seed), 'school', (school) => 1000 - school),
          'teacher',
          (teacher) => (teacher * 7919) % 104729,
        );
        const before = fit(study(seed), formula);
        const after = fit(renamed, formula);
        expectSame(tests(after), tests(before), 6);
        expect(after.groups).toEqual(before.groups);
      }),
      runs,
    );
  });

  test('another unit of a predictor changes its coefficient by as much', () => {
    const before = fit(study(5), formula);
    const after = fit(
      withColumn(study(5), 'x', (value) => 1e6 + value / 1000),
      formula,
    );
    const place = before.fixed.findIndex((row) => row.term === 'x');
    expect(after.fixed[place].estimate / 1000).toBeCloseTo(before.fixed[place].estimate, 7);
    expect(after.fixed[place].t).toBeCloseTo(before.fixed[place].t, 5);
    expect(after.fixed[place].df).toBeCloseTo(before.fixed[place].df, 4);
  });
});

describe('rule 6: the scale of the data does not count', () => {
  test.each([1e6, 1e-6])('outcome × %d', (factor) => {
    const before = fit(study(3), SLOPE);
    const after = fit(
      withColumn(study(3), 'y', (value) => value * factor),
      SLOPE,
    );
    expectSame(tests(after), tests(before));
    expectSame(
      estimates(after).map((value) => value / factor),
      estimates(before),
    );
  });

  test('years may be counted from the birth of Christ, in an interaction too', () => {
    const near = fit(slopesTable(), 'y ~ kind * time + (1 | school)');
    const far = fit(slopesTable(), 'y ~ kind * I(time + 20160) + (1 | school)');
    const slopes = ['time', 'kindb:time', 'kindc:time'];
    expect(far.deviance).toBeCloseTo(near.deviance, 8);
    for (const term of slopes) {
      const one = near.fixed.find((row) => row.term === term);
      const other = far.fixed.find((row) => row.term === term.replace('time', 'I(time + 20160)'));
      expect([other?.estimate, other?.se, other?.df]).toEqual([
        expect.closeTo(one?.estimate ?? 0, 9),
        expect.closeTo(one?.se ?? 0, 9),
        expect.closeTo(one?.df ?? 0, 5),
      ]);
    }
  });

  test('years, in so few rows that the search once gave up', () => {
    const few = table({
      school: numberColumn([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]),
      group: categoryColumn([...'babbabaaaaba']),
      year: numberColumn([0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3].map((year) => 20160 + year)),
      y: numberColumn([1.5, 2, 1.8, 1.8, 1, 0.5, 0.2, 0.3, 1, 1.7, 1.7, 1]),
    });
    expect(fit(few, 'y ~ group * year + (1 | school)').deviance).toBeCloseTo(17.353632, 5);
  });

  test('a correlated slope may be shifted: the fit is the same model', () => {
    const before = fit(study(4), SLOPE);
    const after = fit(
      withColumn(study(4), 'time', (value) => value + 2016),
      SLOPE,
    );
    expect(after.logLik).toBeCloseTo(before.logLik, 8);
    const [, beforeSlope] = before.random.filter((row) => row.group === 'school');
    const [, afterSlope] = after.random.filter((row) => row.group === 'school');
    expect(afterSlope.variance).toBeCloseTo(beforeSlope.variance, 8);
    expect(after.fixed[1].t).toBeCloseTo(before.fixed[1].t, 6);
  });
});

describe('what is known without R', () => {
  test('balanced groups: the variances of the analysis of variance', () => {
    const data = study(11, { schools: 20, teachers: 5, waves: 2, gaps: false });
    const model = fit(data, 'y ~ 1 + (1 | school)');
    const y = data.columns.get('y');
    if (y?.kind !== 'number') throw new Error('y');
    const size = 10;
    const means = Array.from({ length: 20 }, (_, school) => average(y.values, school * size, size));
    const grand = average(y.values, 0, 200);
    let inside = 0;
    for (const [row, value] of y.values.entries()) inside += (value - means[Math.floor(row / size)]) ** 2;
    const msw = inside / (200 - 20);
    const msb = means.reduce((sum, mean) => sum + size * (mean - grand) ** 2, 0) / 19;
    expect(model.residual.variance).toBeCloseTo(msw, 10);
    expect(model.random[0].variance).toBeCloseTo((msb - msw) / size, 10);
    expect(model.fixed[0].estimate).toBeCloseTo(grand, 12);
    expect(model.fixed[0].df).toBeCloseTo(19, 6);
    expect(model.shares[0].share).toBeCloseTo((msb - msw) / (msb + (size - 1) * msw), 8);
  });

  test('all rows twice: the same coefficients by ML', () => {
    const data = study(8);
    const columns = new Map<string, Column>(
      [...data.columns].map(([name, column]) => [
        name,
        column.kind === 'number'
          ? numberColumn([
              ...column.values,
              ...column.values.map((value) => (/school|teacher/.test(name) ? value + 1e5 : value)),
            ])
          : { ...column, codes: Int32Array.from([...column.codes, ...column.codes]) },
      ]),
    );
    const once = fit(data, NESTED, { method: 'ML' });
    const twice = fit({ rows: 2 * data.rows, columns }, NESTED, { method: 'ML' });
    expectSame(estimates(twice), estimates(once));
    expectSame(variances(twice), variances(once));
    expect(twice.logLik).toBeCloseTo(2 * once.logLik, 6);
    for (const [i, row] of twice.fixed.entries()) {
      expect(row.se).toBeCloseTo(once.fixed[i].se / Math.SQRT2, 8);
    }
  });

  test('rule 5: a level without variance leaves the model of the other level', () => {
    const data = withoutGroups(study(21));
    const two = fit(data, 'y ~ time + (1 | school) + (1 | teacher)');
    const one = fit(data, 'y ~ time + (1 | teacher)');
    const school = two.random.find((row) => row.group === 'school');
    expect(school).toEqual({ group: 'school', term: '(Intercept)', variance: 0, sd: 0 });
    expect(two.singular).toBe(true);
    expect(two.warnings.map((warning) => warning.code)).toContain('singular');
    expectSame(tests(two), tests(one), 8);
    expect(two.deviance).toBeCloseTo(one.deviance, 9);
    expect(two.parameters).toBe(one.parameters + 1);
  });

  test('rule 5: at a correlation of ±1 intercept and slope stay, as one; parameters count as asked', () => {
    const [asked, apart] = ['(time | school)', '(1 | school)'].map((random) =>
      fit(slopesTable(), `flat ~ time + ${random}`),
    );
    const [intercept, slope] = asked.random;
    expect(slope.variance).toBeGreaterThan(0);
    expect(intercept.variance).toBeGreaterThan(0);
    expect(Math.abs(slope.correlation ?? 0)).toBeCloseTo(1, 12);
    expect(asked.deviance).toBeLessThan(apart.deviance - 1e-3);
    expect(asked.parameters).toBe(apart.parameters + 2);
    expect(asked.singular).toBe(true);
    const [{ code: kind, text }] = asked.warnings;
    expect(kind).toBe('singular');
    expect(text.en).toMatch(/correlation 1 or −1.*both stay in it, but as one/);
    expect(text.en).not.toContain('without this part');
  });

  test('rule 5: a variance hardly above zero is found, not refused', () => {
    const sizes = [3, 3, 3, 6, 2, 6, 2, 6];
    const y = [1, 2, 4, 1, 7, 3, 2, 1, 5, 1, 8, 6, 3, 7, 1, 8, 3, 5, 3, 4, 9, 7, 3, 9, 4, 6, 9, 4, 4, 9, 4];
    const group = numberColumn(sizes.flatMap((size, g) => new Array<number>(size).fill(g)));
    const model = fit(table({ group, y: numberColumn(y) }), 'y ~ 1 + (1 | group)');
    // lme4 1.1-31.
    expect(model.random[0].sd).toBeCloseTo(0.01015, 4);
    expect(model.deviance).toBeCloseTo(147.702990152, 8);
  });

  test('rule 5: a variance that is small but not zero is kept', () => {
    // 100 groups of 100; msb is 1.001 msw, so that the sd between groups is 0.003 of that within.
    const [groups, size] = [100, 100];
    const group = Array.from({ length: groups * size }, (_, row) => Math.floor(row / size));
    const msw = size / (size - 1);
    const spread = Math.sqrt((1.001 * msw) / size) * Math.sqrt((groups - 1) / groups);
    const y = group.map((g, row) => (row % 2 ? 1 : -1) + (g % 2 ? spread : -spread));
    const model = fit(table({ group: numberColumn(group), y: numberColumn(y) }), 'y ~ 1 + (1 | group)');
    expect(model.singular).toBe(false);
    expect(model.random[0].variance / ((0.001 * msw) / size)).toBeCloseTo(1, 6);
  });

  test('rule 8: degrees of freedom of a joint test from those of its parts', () => {
    // lmerTest 3.1-3, get_Fstat_ddf.
    expect(jointDegrees([2.5, 10, 30])).toBeCloseTo(3.38843, 5);
    expect(jointDegrees([1.5, 10])).toBe(2);
    expect(jointDegrees([10, 10 + 1e-9])).toBe(10);
    expect(jointDegrees([7.25])).toBe(7.25);
  });

  test('rule 3: nested by notation or by the data is the same model', () => {
    const data = study(2);
    const byData = fit(data, 'y ~ time + (1 | school) + (1 | teacher)');
    const byName = fit(data, 'y ~ time + (1 | school/within)');
    expectSame(tests(byName), tests(byData), 9);
    expect(Object.keys(byData.groups)).toEqual(['school', 'teacher']);
    expect(Object.keys(byName.groups)).toEqual(['school', 'within:school']);
    expect(byName.random.map((row) => row.group)).toEqual(['within:school', 'school']);
  });

  test('fitted plus residual is the outcome', () => {
    const data = slopesTable();
    const model = fit(data, 'y ~ time * kind + (time | school) + (1 | teacher)', { residuals: true });
    const y = data.columns.get('y');
    if (y?.kind !== 'number' || !model.residuals) throw new Error('y');
    const { row, fitted, standardised } = model.residuals;
    expect(row).toHaveLength(data.rows);
    for (const [i, one] of row.entries()) {
      expect(fitted[i] + model.residual.sd * standardised[i]).toBeCloseTo(y.values[one - 1], 10);
    }
  });

  test('effects of the groups add up to nothing, within their level', () => {
    const model = fit(slopesTable(), 'y ~ time + (time | school) + (1 | teacher)', {
      effects: ['school', 'teacher'],
    });
    expect(model.effects?.map(({ group, term }) => [group, term])).toEqual([
      ['school', '(Intercept)'],
      ['school', 'time'],
      ['teacher', '(Intercept)'],
    ]);
    for (const { estimate } of model.effects ?? []) {
      expect(estimate.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 8);
    }
  });
});

const average = (values: Float64Array, from: number, size: number): number =>
  values.subarray(from, from + size).reduce((a, b) => a + b, 0) / size;

/** The outcome less almost all of its school means, so that schools differ less than chance gives. */
function withoutGroups(data: Table): Table {
  const school = data.columns.get('school');
  const y = data.columns.get('y');
  if (school?.kind !== 'number' || y?.kind !== 'number') throw new Error('school, y');
  const sums = new Map<number, [number, number]>();
  for (const [row, group] of school.values.entries()) {
    const [total, count] = sums.get(group) ?? [0, 0];
    sums.set(group, [total + y.values[row], count + 1]);
  }
  const values = y.values.map((value, row) => {
    const [total, count] = sums.get(school.values[row]) ?? [0, 1];
    return value - total / count;
  });
  return { ...data, columns: new Map<string, Column>([...data.columns, ['y', numberColumn(values)]]) };
}

describe('rule 12: warnings', () => {
  const codes = (model: MultilevelModel): readonly string[] => model.warnings.map(({ code }) => code);

  test('few groups', () => {
    const few = fit(study(9, { schools: 6 }), 'y ~ time + (1 | school)');
    expect(codes(few)).toContain('few-groups');
    expect(codes(fit(study(9), 'y ~ time + (1 | school)'))).not.toContain('few-groups');
  });

  test('residuals with a long tail', () => {
    const data = withColumn(study(9), 'y', (value) => Math.exp(2 * value));
    const model = fit(data, 'y ~ time + (1 | school)');
    expect(codes(model)).toContain('residuals-not-normal');
    expect(codes(model)).toContain('uneven-spread');
  });

  test('a group that stands out', () => {
    const data = study(10, { schools: 30 });
    const school = data.columns.get('school');
    if (school?.kind !== 'number') throw new Error('school');
    let row = 0;
    const odd = withColumn(data, 'y', (value) => (school.values[row++] === 7 ? value + 9 : value));
    const model = fit(odd, 'y ~ time + (1 | school)');
    expect(model.diagnostics.outlying).toEqual([{ group: 'school', term: '(Intercept)', label: '7' }]);
    expect(codes(model)).toContain('outlying-groups');
  });
});

describe('rule 2: rows without a value', () => {
  test('of a group too are left out and counted', () => {
    const data = study(13);
    let row = 0;
    const holes = withColumn(data, 'school', (value) => (row++ < 5 ? Number.NaN : value));
    const model = fit(holes, 'y ~ time + (1 | school)');
    expect(model.n).toBe(data.rows - 5);
    expect(model.dropped).toEqual([
      { count: 5, why: { nl: 'zonder waarde: school (5)', en: 'without a value: school (5)' } },
    ]);
  });
});

describe('rule 14: refused', () => {
  const data = study(14);
  const code = (run: () => unknown): string => {
    try {
      run();
    } catch (error) {
      if (error instanceof StatisticsError) return error.code;
      throw error;
    }
    return 'nothing';
  };
  const plus = (name: string, column: Column): Table => ({
    ...data,
    columns: new Map<string, Column>([...data.columns, [name, column]]),
  });
  const every = Array.from({ length: data.rows }, (_, row) => row);

  test.each<[string, string, Table]>([
    ['no-groups', 'y ~ time', data],
    ['too-many-levels', 'y ~ (1 | school) + (1 | teacher) + (1 | kind)', data],
    ['crossed-groups', 'y ~ (1 | school) + (1 | within)', data],
    [
      'crossed-groups',
      'y ~ (1 | school) + (1 | same)',
      plus('same', numberColumn(columnValues(data, 'school'))),
    ],
    ['too-few-groups', 'y ~ (1 | one)', plus('one', numberColumn(every.map(() => 1)))],
    ['too-few-per-group', 'y ~ (1 | row)', plus('row', numberColumn(every))],
    ['random-slope', 'y ~ (time + x | school)', data],
    ['random-slope', 'y ~ (kind | teacher)', data],
    ['random-slope', 'y ~ (time:x | school)', data],
    ['constant-outcome', 'k ~ (1 | school)', plus('k', numberColumn(every.map(() => 3)))],
    ['one-level', 'y ~ k + (1 | school)', plus('k', categoryColumn(every.map(() => 'a')))],
    ['singular-design', 'y ~ time + t2 + (1 | school)', plus('t2', numberColumn(columnValues(data, 'time')))],
    [
      'perfect-fit',
      'f ~ time + (1 | school)',
      plus('f', numberColumn([...columnValues(data, 'time')].map((v) => 2 * v + 1))),
    ],
    ['not-identified', 'school ~ (1 | school)', data],
    // As many schools as coefficients that differ between schools: nothing is left to see how schools differ.
    [
      'not-identified',
      'y ~ group + (1 | school)',
      table({
        y: numberColumn([1, 2, 3, 4]),
        group: categoryColumn(['a', 'a', 'b', 'b']),
        school: numberColumn([1, 1, 2, 2]),
      }),
    ],
    ['too-few-cases', 'y ~ m + (1 | school)', plus('m', numberColumn(every.map(() => null)))],
    ['unknown-column', 'y ~ nothing + (1 | school)', data],
    ['formula', 'y ~ (1 | school', data],
  ])('%s: %s', (expected, formula, rows) => {
    expect(code(() => fit(rows, formula))).toBe(expected);
  });

  test('crossed groups name an example and say what to write', () => {
    expect(() => fit(data, 'y ~ (1 | school) + (1 | within)')).toThrow(
      /within 1 occurs in school 1 and in school 2\..*\(1 \| school\/within\)/,
    );
  });

  test('effects of a group that is not in the formula', () => {
    expect(code(() => fit(data, NESTED, { effects: ['class'] }))).toBe('unknown-group');
  });

  test('tiny data say what is wrong', () => {
    const tiny = rowsWhere(data, (row) => row < 3);
    expect(['too-few-cases', 'too-few-groups']).toContain(
      code(() => fit(tiny, 'y ~ time + x + (1 | school)')),
    );
  });
});

function columnValues(data: Table, name: string): Float64Array {
  const column = data.columns.get(name);
  if (column?.kind !== 'number') throw new Error(name);
  return column.values;
}

test('a result is plain JSON, and stays small', () => {
  const model = fit(barometer('study'), 'enth ~ time * sector + (1 | school/teacher)');
  expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  expect(JSON.stringify(model).length).toBeLessThan(6000);
});
