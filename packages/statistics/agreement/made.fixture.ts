import fc from 'fast-check';
import { expect } from 'vitest';

/** Equal but for rounding; null only equals null. */
export function close(ours: number | null | undefined, theirs: number | null | undefined): void {
  if (typeof ours !== 'number' || typeof theirs !== 'number') {
    expect(ours).toBe(theirs);
    return;
  }
  expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(theirs)));
}

/** Two or more raters over the same units, scores 1 to 5, never all alike. */
export function ratersOf(raters: number): fc.Arbitrary<number[][]> {
  const score = fc.integer({ min: 1, max: 5 });
  return fc
    .array(fc.array(score, { minLength: raters, maxLength: raters }), { minLength: 4, maxLength: 30 })
    .map((units) =>
      Array.from({ length: raters }, (_, rater) => [1, 5, ...units.map((unit) => unit[rater])]),
    );
}
