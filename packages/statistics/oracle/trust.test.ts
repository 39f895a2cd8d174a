import { describe, expect, test } from 'vitest';
import { missingComparisons } from '../missing/missing.comparisons.fixture.ts';
import { type Comparison, distance } from './comparison.fixture.ts';

/** Every figure that somebody else has too. A list is a function, so that a fault in one does not hide the others. */
const lists: readonly (() => readonly Comparison[])[] = [missingComparisons];

describe.each(lists.map((list) => ({ name: list.name, list })))('$name', ({ list }) => {
  test('every figure is theirs, within its tolerance', () => {
    const comparisons = list();
    expect(comparisons.length).toBeGreaterThan(0);
    const apart = comparisons.filter((comparison) => !(distance(comparison) <= comparison.tolerance));
    expect(apart).toEqual([]);
  });
});
