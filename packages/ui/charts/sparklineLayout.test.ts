import { describe, expect, it } from 'vitest';
import { layoutSparkline } from './sparklineLayout.ts';

const layout = (values: readonly (number | null)[], target = 8, periods = 4) =>
  layoutSparkline({
    points: values.flatMap((value, slot) => (value === null ? [] : [{ label: `P${slot}`, value }])),
    target,
    periods,
    minimum: 1,
    maximum: 10,
  });

describe('a small line', () => {
  it('stays inside its picture, from the lowest to the highest mark', () => {
    const { points, width, height } = layout([1, 10, 5.5, 10]);
    for (const { x, y } of points) {
      expect(x).toBeGreaterThanOrEqual(8);
      expect(x).toBeLessThanOrEqual(width - 8);
      expect(y).toBeGreaterThanOrEqual(8);
      expect(y).toBeLessThanOrEqual(height - 8);
    }
    expect(points[0]?.y).toBeGreaterThan(points[1]?.y ?? 0);
  });
  it('leaves the place of a period without a measurement empty', () => {
    const { points } = layout([4, null, 6]);
    expect(points.map(({ x }) => x)).toEqual([8, 104]);
    expect(points.map(({ last }) => last)).toEqual([false, true]);
  });
  it('has a point on the target line when the target is reached', () => {
    const { points, targetY } = layout([5, 8]);
    expect(points[1]?.y).toBe(targetY);
  });
  it('makes room for further periods, and is there without any', () => {
    expect(layout([4, 5, 6, 7, 8, 9]).points.at(-1)?.x).toBe(152);
    expect(layout([], 8, 1).points).toEqual([]);
  });
});
