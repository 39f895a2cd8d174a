import fc from 'fast-check';
import { expect } from 'vitest';
import type { Item } from './items.ts';

/** Rows of answers as items i1, i2, … */
export function itemsFrom(rows: readonly (readonly number[])[]): Item[] {
  return rows[0].map((_, j) => ({ name: `i${j + 1}`, values: rows.map((row) => row[j]) }));
}

/** Answers of 1 to 5 by people who lean to one side on all k items, so that every item and the sum vary. */
export function answersOf(k: number): fc.Arbitrary<number[][]> {
  const person = fc
    .tuple(
      fc.integer({ min: 2, max: 4 }),
      fc.array(fc.integer({ min: -1, max: 1 }), { minLength: k, maxLength: k }),
    )
    .map(([lean, noise]) => noise.map((step) => lean + step));
  const low = Array.from({ length: k }, () => 1);
  const high = Array.from({ length: k }, () => 5);
  return fc
    .array(person, { minLength: 3 * k, maxLength: 40 })
    .map((people) => [low, ...people, high, low, high]);
}

/** Equal but for rounding. */
export function close(ours: number, theirs: number): void {
  expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(theirs)));
}
