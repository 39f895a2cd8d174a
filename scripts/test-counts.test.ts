import { expect, test } from 'vitest';
import { countPlaywright, countVitest, sum } from './test-counts.ts';

test('a skipped or planned test counts as failed', () => {
  const report = { numPassedTests: 40, numFailedTests: 1, numPendingTests: 2, numTodoTests: 3 };
  expect(countVitest(report)).toEqual({ passed: 40, failed: 6 });
});

test('a journey that needed a second attempt, or did not run, counts as failed', () => {
  const report = { stats: { expected: 9, unexpected: 1, flaky: 2, skipped: 3 } };
  expect(countPlaywright(report)).toEqual({ passed: 9, failed: 6 });
});

test('a report that says nothing is no success', () => {
  expect(() => countVitest({})).toThrow();
  expect(() => countPlaywright({})).toThrow();
});

test('all steps together', () => {
  expect(
    sum([
      { passed: 2, failed: 0 },
      { passed: 0, failed: 1 },
      { passed: 5, failed: 3 },
    ]),
  ).toEqual({ passed: 7, failed: 4 });
});
