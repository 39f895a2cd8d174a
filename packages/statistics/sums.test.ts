import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { covariance, crossDeviation, dot, mean, standardDeviation, sum, variance } from './sums.ts';

describe('sums keep their digits', () => {
  test('where a plain sum loses everything', () => {
    expect(sum([1e16, 1, 1, -1e16])).toBe(2);
    expect(dot([1e16, 1, -1e16], [1, 1, 1])).toBe(1);
  });

  test('over 100,000 Likert scores', () => {
    const scores = Float64Array.from({ length: 100_000 }, () => 3.7);
    expect(sum(scores)).toBe(370_000);
    expect(scores.reduce((a, b) => a + b, 0)).not.toBe(370_000);
  });

  test('whatever the order of whole numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (values) => {
        expect(sum(values)).toBe(Number(values.reduce((total, value) => total + BigInt(value), 0n)));
      }),
    );
  });
});

test('mean and variance far from zero', () => {
  const values = [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16];
  expect(mean(values)).toBe(1e9 + 10);
  expect(variance(values)).toBe(30);
  expect(standardDeviation(values)).toBe(Math.sqrt(30));
});

test('covariance is of the deviations', () => {
  expect(covariance([1, 2, 3], [2, 4, 9])).toBe(3.5);
  expect(crossDeviation([1, 2, 3], [2, 4, 9])).toBe(7);
});
