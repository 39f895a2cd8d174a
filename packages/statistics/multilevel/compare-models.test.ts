import { describe, expect, test } from 'vitest';
import { likelihoodRatioTest, multilevelModel, varianceReduction } from './index.ts';
import { rowsWhere, slopesTable } from './multilevel.comparisons.fixture.ts';

const data = slopesTable();
const ml = (formula: string) => multilevelModel(data, { formula, method: 'ML' });
const reml = (formula: string) => multilevelModel(data, { formula });

describe('rule 11: likelihood-ratio test', () => {
  const small = ml('y ~ time + (1 | school)');
  const large = ml('y ~ time * kind + (1 | school)');

  test('of fixed terms, without a warning', () => {
    const result = likelihoodRatioTest(small, large);
    expect(result.df).toBe(4);
    expect(result.chiSquare).toBeCloseTo(2 * (large.logLik - small.logLik), 8);
    expect(result.warnings).toEqual([]);
    expect(result.larger.aic).toBe(large.aic);
  });

  test('of a variance, with a warning', () => {
    const result = likelihoodRatioTest(small, ml('y ~ time + (time | school)'));
    expect(result.df).toBe(2);
    expect(result.warnings.map(({ code }) => code)).toEqual(['boundary-test']);
    expect(result.warnings[0].text.en).toMatch(
      /one variance only, half.*mean of the p at 1 and at 2 degrees/,
    );
  });

  test('REML fits are refused', () => {
    expect(() => likelihoodRatioTest(reml('y ~ time + (1 | school)'), large)).toThrow('estimated by ML');
  });

  test('other rows are refused', () => {
    const rows = data.rows;
    const half = data.columns.get('half');
    if (half?.kind !== 'category') throw new Error('half');
    const codes = half.codes.map((code, row) => (row < 3 ? -1 : code));
    const holes = { rows, columns: new Map([...data.columns, ['half', { ...half, codes }] as const]) };
    const other = multilevelModel(holes, { formula: 'y ~ time * kind + half + (1 | school)', method: 'ML' });
    expect(() => likelihoodRatioTest(small, other)).toThrow('other rows');
    const complete = multilevelModel(holes, {
      formula: 'y ~ time + (1 | school)',
      method: 'ML',
      complete: ['half'],
    });
    expect(likelihoodRatioTest(complete, other).df).toBe(5);
  });

  test('as many rows, but others, are refused', () => {
    const without = (row: number) =>
      multilevelModel(
        rowsWhere(data, (other) => other !== row),
        { formula: 'y ~ time * kind + (1 | school)', method: 'ML' },
      );
    const formula = 'y ~ time + (1 | school)';
    const first = multilevelModel(
      rowsWhere(data, (row) => row !== 0),
      { formula, method: 'ML' },
    );
    expect(first.n).toBe(without(9).n);
    expect(() => likelihoodRatioTest(first, without(9))).toThrow('other rows');
    expect(likelihoodRatioTest(first, without(0)).df).toBe(4);
  });

  test('another outcome is refused', () => {
    expect(() => likelihoodRatioTest(small, ml('flat ~ time * kind + (1 | school)'))).toThrow('other rows');
  });

  test('models that do not contain each other are refused', () => {
    expect(() => likelihoodRatioTest(large, small)).toThrow('It lacks: kind, time:kind');
    expect(() => likelihoodRatioTest(small, small)).toThrow('and more');
    expect(() => likelihoodRatioTest(small, ml('y ~ kind * half + (1 | school)'))).toThrow('It lacks: time');
  });
});

describe('rule 9: reduction of variance', () => {
  test('per level and in all', () => {
    const reference = reml('y ~ 1 + (1 | school/teacher)');
    const model = reml('y ~ time + (1 | school/teacher)');
    const reduction = varianceReduction(model, reference);
    expect(reduction.levels.map(({ group }) => group)).toEqual(['teacher:school', 'school', 'residual']);
    const [, , residual] = reduction.levels;
    expect(residual.reduction).toBeCloseTo(1 - model.residual.variance / reference.residual.variance, 12);
  });

  test('with a slope, or other groups, it is refused', () => {
    const model = reml('y ~ time + (1 | school)');
    expect(() => varianceReduction(reml('y ~ time + (time | school)'), model)).toThrow('slope per group');
    expect(() => varianceReduction(reml('y ~ time + (1 | teacher)'), model)).toThrow('the same groups');
    expect(() => varianceReduction(reml('flat ~ time + (1 | school)'), model)).toThrow('other rows');
  });
});
