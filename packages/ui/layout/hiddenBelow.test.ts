import { expect, test } from 'vitest';
import { hiddenBelow } from './hiddenBelow.ts';

test('counts what ends below the fold, also when its top is still in sight', () => {
  expect(hiddenBelow([100, 200, 300], 250)).toBe(1);
  expect(hiddenBelow([100, 200, 300], 90)).toBe(3);
});

test('nothing is hidden when everything fits, or sticks out by a rounding', () => {
  expect(hiddenBelow([], 250)).toBe(0);
  expect(hiddenBelow([100, 250], 250)).toBe(0);
  expect(hiddenBelow([252], 250)).toBe(0);
});
