import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oracleTable } from '../oracle/sets.fixture.ts';
import { refusal } from '../refusal.fixture.ts';
import { categoryColumn } from '../table.ts';
import { rowsOf } from './agreement.comparisons.fixture.ts';
import { intraclassCorrelation } from './clusters.ts';
import { explainIntraclassCorrelation } from './explain.ts';
import { close } from './made.fixture.ts';
import { raterIntraclassCorrelation } from './raters.ts';

const labels = (sizes: readonly number[]) =>
  sizes.flatMap((size, group) => Array.from({ length: size }, () => `g${group}`));

/** Values in groups of unequal size, never all alike within. */
const grouped = fc
  .array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }), {
    minLength: 2,
    maxLength: 9,
  })
  .map((groups) => [[1, 2, 4], ...groups])
  .map((groups) => ({ values: groups.flat(), names: labels(groups.map(({ length }) => length)) }));

const icc = (values: readonly number[], names: readonly (string | null)[]) =>
  intraclassCorrelation(values, categoryColumn(names));

const codes = (values: readonly number[], names: readonly string[]) =>
  icc(values, names).warnings.map(({ code }) => code);

describe('rule 11: ICC(1) is the share of variance between groups, ICC(1,k) how sure a group’s mean is', () => {
  test('in groups of one size it is the one-way form of raters', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }), {
          minLength: 3,
          maxLength: 12,
        }),
        (groups) => {
          const subjects = [[1, 2, 9], ...groups];
          const clusters = icc(subjects.flat(), labels(subjects.map(() => 3)));
          const raters = raterIntraclassCorrelation([0, 1, 2].map((j) => subjects.map((row) => row[j])));
          expect(clusters.k0).toBe(3);
          close(clusters.coefficients[0].estimate, raters.coefficients[0].estimate);
          close(clusters.coefficients[0].ci?.[0], raters.coefficients[0].ci?.[0]);
          if (raters.coefficients[3].estimate !== null) {
            close(clusters.coefficients[1].estimate, raters.coefficients[3].estimate);
          }
        },
      ),
    );
  });

  test('shifting, stretching, the order of rows and the names of groups change nothing', () => {
    fc.assert(
      fc.property(grouped, fc.integer({ min: -99, max: 99 }), ({ values, names }, shift) => {
        const before = icc(values, names);
        for (const after of [
          icc(
            values.map((value) => 3 * value + shift),
            names,
          ),
          icc(values.toReversed(), names.toReversed()),
          icc(
            values,
            names.map((name) => `x${name}`),
          ),
        ]) {
          close(after.coefficients[0].estimate, before.coefficients[0].estimate);
          close(after.coefficients[0].p, before.coefficients[0].p);
          close(after.designEffect, before.designEffect);
        }
      }),
    );
  });

  test('everybody twice looks like resemblance: the correlation rises', () => {
    fc.assert(
      fc.property(grouped, ({ values, names }) => {
        const once = icc(values, names);
        const twice = icc([...values, ...values], [...names, ...names]);
        expect(twice.coefficients[0].estimate).toBeGreaterThan(once.coefficients[0].estimate ?? 1);
      }),
    );
  });

  test('a result holds no figure that is not a number', () => {
    fc.assert(
      fc.property(grouped, ({ values, names }) => {
        const result = icc(values, names);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
    // Equal means: no variance between groups at all, and no figure for a group's mean.
    const equal = icc([1, 3, 1, 3], ['a', 'a', 'b', 'b']);
    expect(equal.coefficients).toMatchObject([
      { estimate: -1, F: 0, p: 1 },
      { estimate: null, ci: null },
    ]);
    const [one, mean] = equal.coefficients;
    const without = { ...equal, coefficients: [{ ...one, estimate: null }, mean] as const };
    expect(explainIntraclassCorrelation(without, 'en')).toMatch(/does not exist/);
  });

  test('what is missing does not count, and an empty group neither', () => {
    const gap = Number.NaN;
    const result = icc([1, 2, gap, 4, 6, gap, 9], ['a', 'a', 'a', 'b', 'b', 'c', null]);
    expect(result).toMatchObject({ n: 4, groups: 2, k0: 2 });
    expect(result.dropped).toMatchObject([{ count: 3 }]);
  });
});

describe('rule 12: a negative estimate is kept and said; groups of unequal size too', () => {
  test('the design effect then counts no resemblance', () => {
    const result = icc([1, 9, 2, 8, 1, 9], ['a', 'a', 'b', 'b', 'c', 'c']);
    expect(result.coefficients[0].estimate).toBeLessThan(0);
    expect(result.designEffect).toBe(1);
    expect(result.warnings.map(({ code }) => code)).toEqual(['negative-icc', 'few-groups']);
  });

  test('of unequal groups the interval is approximate', () => {
    expect(codes([1, 2, 5, 6, 7], ['a', 'a', 'b', 'b', 'b'])).toEqual(['unbalanced', 'few-groups']);
  });

  test.each([
    ['too-few-groups', [1, 2, 3], ['a', 'a', 'a']],
    ['too-few-per-group', [1, 2, 3], ['a', 'b', 'c']],
    ['constant-outcome', [2, 2, 2], ['a', 'a', 'b']],
    ['constant-within', [2, 2, 3, 3], ['a', 'a', 'b', 'b']],
    ['unequal-columns', [2, 2, 3, 3], ['a', 'a', 'b']],
  ])('refused: %s', (code, values, names) => {
    expect(refusal(() => icc(values, names))).toBe(code);
  });
});

describe('rule 13: beside it stands the share from a multilevel model, with an interval exact for any sizes', () => {
  const sizes = (size: number) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: size, maxLength: size }), {
      minLength: 4,
      maxLength: 12,
    });

  test('in groups of one size both are one where positive, and so are the intervals', () => {
    fc.assert(
      fc.property(sizes(3), (groups) => {
        const subjects = [[1, 2, 9], ...groups];
        const { reml, coefficients } = icc(subjects.flat(), labels(subjects.map(() => 3)));
        const [one] = coefficients;
        expect(Math.abs(reml.icc - Math.max(0, one.estimate ?? 0))).toBeLessThan(1e-6);
        expect(reml.singular).toBe(reml.icc === 0);
        close(reml.ci[0], Math.max(0, one.ci?.[0] ?? 0));
        close(reml.ci[1], Math.max(0, one.ci?.[1] ?? 0));
      }),
    );
  });

  test('in groups of any size it is a share, with its interval in order, and unmoved by shifting and stretching', () => {
    fc.assert(
      fc.property(grouped, ({ values, names }) => {
        const { reml } = icc(values, names);
        const moved = icc(
          values.map((value) => 50 - 4 * value),
          names,
        ).reml;
        expect(reml.ci[0]).toBeGreaterThanOrEqual(0);
        expect(reml.ci[1]).toBeGreaterThanOrEqual(reml.ci[0]);
        expect(reml.ci[1]).toBeLessThan(1);
        expect(Math.abs(moved.icc - reml.icc)).toBeLessThan(1e-6);
        close(moved.ci[1], reml.ci[1]);
      }),
    );
  });
});

describe('rule 10: in plain words', () => {
  test('enthusiasm in schools', () => {
    const { values, groups } = rowsOf(oracleTable('study', 'barometer'), 'enth', 'school', () => true);
    const result = intraclassCorrelation(values, groups);
    expect(explainIntraclassCorrelation(result, 'nl')).toMatchInlineSnapshot(
      `"Van alle verschillen ligt 26% tussen de 212 groepen en de rest tussen mensen of metingen binnen een groep (ICC(1) = 0,26). Dat aandeel ligt waarschijnlijk tussen 22% en 31%. Wie in één groep zit, lijkt op elkaar: voor een gemiddelde over alles tellen de 4.846 waarden als ongeveer 718 losse."`,
    );
    expect(explainIntraclassCorrelation(result, 'en')).toMatchInlineSnapshot(
      `"Of all differences, 26% lies between the 212 groups and the rest between people or measurements within a group (ICC(1) = 0.26). That share probably lies between 22% and 31%. People in one group resemble each other: for an average over all, the 4,846 values count as about 718 separate ones."`,
    );
  });

  test('no resemblance', () => {
    const result = icc([1, 9, 2, 8, 1, 9], ['a', 'a', 'b', 'b', 'c', 'c']);
    expect(explainIntraclassCorrelation(result, 'nl')).toMatchInlineSnapshot(
      `"Van alle verschillen ligt 0% tussen de 3 groepen en de rest tussen mensen of metingen binnen een groep (ICC(1) = -1,00). Mensen in één groep lijken dus niet meer op elkaar dan mensen uit verschillende groepen. Let op: dit zijn maar 3 groepen; een volgende keer kan de uitkomst flink anders zijn."`,
    );
    expect(explainIntraclassCorrelation(result, 'en')).toMatchInlineSnapshot(
      `"Of all differences, 0% lies between the 3 groups and the rest between people or measurements within a group (ICC(1) = -1.00). So people in one group resemble each other no more than people from different groups. Note: these are only 3 groups; another time the outcome may well differ."`,
    );
  });
});
