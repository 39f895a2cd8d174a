import { type RunPoint, scaleStart, slotOf } from './runChartLayout.ts';

/** Where the points of a sparkline go, in units of its own picture. Pure. */

export type SparklineInput = {
  points: readonly RunPoint[];
  target: number;
  periods: number;
  minimum: number;
  maximum: number;
};

const WIDTH = 160;
const HEIGHT = 64;
/** Room for the last point, which is the largest. */
const EDGE = 8;

export function layoutSparkline({ points, target, periods, maximum, ...scale }: SparklineInput) {
  const minimum = scaleStart([target, ...points.map((point) => point.value)], scale.minimum);
  const spots = points
    .map((point, index) => ({ value: point.value, slot: slotOf(point, index) }))
    .sort((a, b) => a.slot - b.slot);
  const slots = Math.max(periods, (spots.at(-1)?.slot ?? 0) + 1, 2);
  const xOf = (slot: number) => EDGE + (slot / (slots - 1)) * (WIDTH - 2 * EDGE);
  const part = (value: number) =>
    (Math.min(maximum, Math.max(minimum, value)) - minimum) / (maximum - minimum);
  const yOf = (value: number) => HEIGHT - EDGE - part(value) * (HEIGHT - 2 * EDGE);
  return {
    width: WIDTH,
    height: HEIGHT,
    targetY: yOf(target),
    points: spots.map(({ value, slot }, index) => ({
      x: xOf(slot),
      y: yOf(value),
      last: index === spots.length - 1,
    })),
  };
}
