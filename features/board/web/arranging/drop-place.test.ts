import { expect, test } from 'vitest';
import { changedBudget, dropIndex } from './drop-place.ts';

const cards = [
  { part: 'a', middle: 100 },
  { part: 'b', middle: 200 },
  { part: 'c', middle: 300 },
];

test('a card from elsewhere lands before the first card whose middle is below the pointer', () => {
  expect(dropIndex(cards, 'x', 50)).toBe(0);
  expect(dropIndex(cards, 'x', 150)).toBe(1);
  expect(dropIndex(cards, 'x', 900)).toBe(3);
});

test('a card that is let go where it lay keeps its place', () => {
  expect(dropIndex(cards, 'b', 190)).toBe(1);
  expect(dropIndex(cards, 'b', 210)).toBe(1);
  expect(dropIndex(cards, 'b', 310)).toBe(2);
});

test('a step grows and shrinks by half minutes, within its limits', () => {
  expect([changedBudget(120, 1), changedBudget(120, -1)]).toEqual([150, 90]);
  expect([changedBudget(100, 1), changedBudget(100, -1)]).toEqual([120, 90]);
  expect([changedBudget(1800, 1), changedBudget(30, -1), changedBudget(15, 1)]).toEqual([1800, 15, 30]);
});
