import { describe, expect, it } from 'vitest';
import { boxesTouch, layoutRunChart, type RunChartInput, scaleStart } from './runChartLayout.ts';

const base: RunChartInput = {
  width: 640,
  height: 320,
  em: 17,
  points: [],
  target: 8,
  periods: 4,
  targetText: 'norm 8',
  valueText: (value) => String(value).replace('.', ','),
};
const crossesTarget = (layout: ReturnType<typeof layoutRunChart>) =>
  layout.points.some(({ box }) => box.top < layout.target.y && layout.target.y < box.bottom);

describe('labels of a run chart', () => {
  it('puts a value above its point where the target line leaves room', () => {
    const layout = layoutRunChart({ ...base, points: [{ label: 'P0', value: 4 }] });
    expect(layout.points[0]?.side).toBe('above');
  });

  it('puts a value below its point just under the target line', () => {
    const layout = layoutRunChart({
      ...base,
      points: [
        { label: 'P0', value: 5 },
        { label: 'P1', value: 7.5 },
      ],
    });
    expect(layout.points[1]?.side).toBe('below');
    expect(crossesTarget(layout)).toBe(false);
  });

  it('puts the value below in a valley, where the line would run through it', () => {
    const points = [9, 3, 9].map((value, slot) => ({ label: `P${slot}`, value }));
    const layout = layoutRunChart({ ...base, width: 300, target: 10, points });
    expect(layout.points[1]?.side).toBe('below');
  });

  it('never puts a value on the far side of the target line when the near side is free', () => {
    const points = [5, 6, 7].map((value, slot) => ({ label: `P${slot}`, value }));
    const layout = layoutRunChart({ ...base, width: 820, height: 220, em: 24, points });
    for (const { box } of layout.points) expect(box.top).toBeGreaterThan(layout.target.y);
  });

  it('begins the scale two below the lowest number, and never below its own start', () => {
    expect(scaleStart([5.5, 8], 1)).toBe(3);
    expect(scaleStart([2, 8], 1)).toBe(1);
  });

  it('lets no value cross the target line or leave the picture, whatever the numbers and the room', () => {
    for (const [width, height, em] of [
      [300, 200, 16],
      [640, 320, 17],
      [900, 420, 30],
    ] as const)
      for (let target = 1; target <= 10; target += 0.5)
        for (let value = 1; value <= 10; value += 0.25) {
          const points = [5, value, 6].map((at, slot) => ({ label: `P${slot}`, value: at }));
          const layout = layoutRunChart({ ...base, width, height, em, target, points });
          const told = `target ${target}, value ${value}, ${width}×${height}`;
          expect(crossesTarget(layout), told).toBe(false);
          for (const { box } of layout.points) {
            expect(box.top, told).toBeGreaterThanOrEqual(0);
            expect(box.bottom, told).toBeLessThan(layout.slotY - em * 0.7);
            expect(box.right, told).toBeLessThan(layout.target.textX);
          }
        }
  });

  it('keeps values of neighbouring points apart', () => {
    const points = Array.from({ length: 6 }, (_, slot) => ({ label: `P${slot}`, value: 6.5 }));
    const { points: placed } = layoutRunChart({ ...base, width: 340, periods: 6, points });
    for (const [index, point] of placed.entries())
      for (const other of placed.slice(index + 1)) expect(boxesTouch(point.box, other.box)).toBe(false);
  });

  it('leaves a period without a measurement empty', () => {
    const layout = layoutRunChart({
      ...base,
      points: [
        { label: 'P0', value: 4 },
        { label: 'P2', value: 6 },
      ],
      periodText: (slot) => `P${slot}`,
    });
    expect(layout.points.map((point) => point.slot)).toEqual([0, 2]);
    expect(layout.slots.map((slot) => slot.text)).toEqual(['P0', 'P1', 'P2', 'P3']);
    expect(layout.points[1]?.x).toBe(layout.slots[2]?.x);
  });

  it('makes only the last point large', () => {
    const points = [4, 5, 6].map((value, slot) => ({ label: `P${slot}`, value }));
    expect(layoutRunChart({ ...base, points }).points.map((point) => point.last)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('gives marks their words in two rows and keeps the words of a third out', () => {
    const marks = [0.3, 0.31, 0.32].map((at) => ({ at, label: 'lesbezoek bij Noor' }));
    const layout = layoutRunChart({ ...base, marks });
    expect(layout.marks.map((mark) => mark.shown)).toEqual([true, true, false]);
    expect(layout.marks.map((mark) => mark.row)).toEqual([0, 1, 0]);
  });

  it('gives the room of their words to the picture where marks go unnamed', () => {
    const marks = [{ at: 0.3, label: 'lesbezoek bij Noor' }];
    const named = layoutRunChart({ ...base, marks });
    const unnamed = layoutRunChart({ ...base, marks, marksNamed: false });
    expect(unnamed.marks.map((mark) => mark.shown)).toEqual([false]);
    expect(unnamed.plot.bottom).toBeGreaterThan(named.plot.bottom);
  });
});
