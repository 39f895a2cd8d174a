import { expect, test } from 'vitest';
import { numberOfKey } from './numberOfKey.ts';

const oneToTen = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

test('a figure picks its number, 0 picks ten', () => {
  expect(numberOfKey('6', oneToTen)).toBe(6);
  expect(numberOfKey('0', oneToTen)).toBe(10);
});

test('a scale that begins at nought has its own 0', () => {
  expect(numberOfKey('0', [0, 1, 2])).toBe(0);
});

test('what is not on the scale picks nothing', () => {
  expect(numberOfKey('7', [1, 2, 3, 4, 5])).toBeNull();
  expect(numberOfKey('0', [1, 2, 3, 4, 5])).toBeNull();
  expect(numberOfKey('a', oneToTen)).toBeNull();
  expect(numberOfKey('Enter', oneToTen)).toBeNull();
});
