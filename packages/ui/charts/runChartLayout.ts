/** Where everything of a run chart goes. Pure: numbers in, numbers out, all in pixels. */

export type RunPoint = {
  label: string;
  value: number;
  /** Which period it belongs to; otherwise the number in its label (P2 → 2), otherwise its place in the list. */
  slot?: number;
};
export type RunMark = { at: number; label: string };

export type RunChartInput = {
  width: number;
  height: number;
  /** Size of the text. */
  em: number;
  points: readonly RunPoint[];
  target: number;
  periods: number;
  marks?: readonly RunMark[];
  /** Without words a mark takes one line less room. */
  marksNamed?: boolean;
  /** Text beside the target line and at each value, to know how much room they take. */
  targetText: string;
  valueText: (value: number) => string;
  periodText?: (slot: number) => string;
  minimum?: number;
  maximum?: number;
};

export type Box = { left: number; right: number; top: number; bottom: number };
export type PlacedPoint = {
  slot: number;
  x: number;
  y: number;
  radius: number;
  text: string;
  side: 'above' | 'below';
  /** Baseline of the value, centred on `textX`. */
  textX: number;
  textY: number;
  box: Box;
  last: boolean;
};
export type PlacedMark = {
  x: number;
  label: string;
  row: number;
  shown: boolean;
  anchor: 'start' | 'middle' | 'end';
};

export type RunChartLayout = {
  plot: Box;
  points: PlacedPoint[];
  target: { y: number; textX: number; textY: number };
  grid: { y: number; value: number }[];
  slots: { x: number; text: string }[];
  slotY: number;
  marks: PlacedMark[];
  markY: number;
  markTextY: (row: number) => number;
};

/** Width of a text, near enough to keep labels apart: letters are about 0.56 em wide. */
const textWidth = (text: string, em: number): number => text.length * em * 0.56;

export const boxesTouch = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Which place on the axis a point has. */
export const slotOf = (point: RunPoint, index: number): number =>
  point.slot ?? Number(/\d+$/.exec(point.label)?.[0] ?? index);

/** Does a straight line run through a box? (Checked by halving; precise to a pixel.) */
function lineTouches(box: Box, from: { x: number; y: number }, to: { x: number; y: number }): boolean {
  const left = Math.max(box.left, Math.min(from.x, to.x));
  const right = Math.min(box.right, Math.max(from.x, to.x));
  if (left > right || from.x === to.x) return false;
  const at = (x: number) => from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x);
  const [high, low] = [Math.min(at(left), at(right)), Math.max(at(left), at(right))];
  return low > box.top && high < box.bottom;
}

/**
 * A value stands above its point, and below it where it would touch the target line there. Where both sides are
 * free of the target line, the side wins that the chart's own line does not run through.
 */
function placeValue(
  x: number,
  y: number,
  radius: number,
  width: number,
  em: number,
  targetY: number,
  plot: Box,
  segments: readonly (readonly [{ x: number; y: number }, { x: number; y: number }])[],
): { side: 'above' | 'below'; textY: number; box: Box } {
  const gap = em * 0.3;
  const tall = em * 0.95;
  const clear = em * 0.12;
  const at = (side: 'above' | 'below') => {
    const top = side === 'above' ? y - radius - gap - tall : y + radius + gap;
    const box: Box = { left: x - width / 2, right: x + width / 2, top, bottom: top + tall };
    return { side, textY: box.bottom - em * 0.14, box };
  };
  const cost = (place: { box: Box }) => {
    const { box } = place;
    const onTarget = box.top - clear < targetY && targetY < box.bottom + clear;
    const outside = box.top < 0 || box.bottom > plot.bottom + em * 0.5;
    const onLine = segments.some(([from, to]) => lineTouches(box, from, to));
    // A value beyond the target line looks as if it belonged to the other side.
    const middle = (box.top + box.bottom) / 2;
    const beyond = (targetY - y) * (targetY - middle) < 0;
    return (onTarget ? 100 : 0) + (outside ? 10 : 0) + (beyond ? 5 : 0) + (onLine ? 1 : 0);
  };
  const above = at('above');
  const below = at('below');
  return cost(below) < cost(above) ? below : above;
}

function placeMarks(
  marks: readonly RunMark[],
  plot: Box,
  em: number,
  most: number,
): { placed: PlacedMark[]; rows: number } {
  const ends: number[] = Array.from({ length: most }, () => Number.NEGATIVE_INFINITY);
  let rows = 0;
  const placed = [...marks]
    .sort((a, b) => a.at - b.at)
    .map((mark): PlacedMark => {
      const x = plot.left + Math.min(1, Math.max(0, mark.at)) * (plot.right - plot.left);
      const half = textWidth(mark.label, em) / 2;
      const anchor = x - half < plot.left ? 'start' : x + half > plot.right ? 'end' : 'middle';
      const left = anchor === 'start' ? x : anchor === 'end' ? x - half * 2 : x - half;
      const row = ends.findIndex((end) => left > end + em * 0.6);
      if (row < 0 || half * 2 > plot.right - plot.left)
        return { x, label: mark.label, row: 0, shown: false, anchor };
      ends[row] = left + half * 2;
      rows = Math.max(rows, row + 1);
      return { x, label: mark.label, row, shown: true, anchor };
    });
  return { placed, rows };
}

/**
 * Where the scale begins: two below the lowest number, so that a team sees its steps. The top is always the top of
 * the scale: how far there is to go is part of the picture.
 */
export function scaleStart(values: readonly number[], minimum: number): number {
  return Math.max(minimum, Math.floor(Math.min(...values)) - 2);
}

/** Places points, values, the target line with its words, period names and marks so that no text touches another. */
export function layoutRunChart(input: RunChartInput): RunChartLayout {
  const tight = place(input, 0.2, 0.3);
  const fits = tight.points.every(
    ({ box }) =>
      box.top >= 0 &&
      box.bottom <= tight.plot.bottom + input.em * 0.5 &&
      !(box.top < tight.target.y && tight.target.y < box.bottom),
  );
  return fits ? tight : place(input, 1.35, 1.55);
}

/** The layout with so much room, in em, above the top and below the bottom of the scale. */
function place(input: RunChartInput, roomAbove: number, roomBelow: number): RunChartLayout {
  const { width, height, em, points, target, periods, targetText, valueText } = input;
  const maximum = input.maximum ?? 10;
  const minimum = scaleStart([target, ...points.map((point) => point.value)], input.minimum ?? 1);
  const small = em * 0.9;
  const valueEm = em * 1.05;
  const radius = Math.max(4, em * 0.3);

  const left = textWidth(String(maximum), small) + em * 0.6;
  const right = width - textWidth(targetText, em) - em * 0.8;
  const sketch = { left, right, top: 0, bottom: 0 };
  const { placed: marks, rows } = placeMarks(
    input.marks ?? [],
    sketch,
    small,
    input.marksNamed === false ? 0 : 2,
  );
  const markRoom = marks.length > 0 ? em * 0.9 + rows * em * 1.2 : 0;
  const plot: Box = { left, right, top: em * 0.8, bottom: height - em * 1.7 - markRoom };

  const ceiling = plot.top + em * roomAbove;
  const floor = plot.bottom - em * roomBelow;
  const yOf = (value: number) => {
    const part = (Math.min(maximum, Math.max(minimum, value)) - minimum) / (maximum - minimum);
    return floor - part * (floor - ceiling);
  };
  const slotCount = Math.max(periods, ...points.map((point, index) => slotOf(point, index) + 1), 1);
  const step = (plot.right - plot.left) / slotCount;
  const xOf = (slot: number) => plot.left + (slot + 0.5) * step;
  const targetY = yOf(target);

  const spots = points
    .map((point, index) => ({ point, slot: slotOf(point, index) }))
    .sort((a, b) => a.slot - b.slot)
    .map(({ point, slot }) => ({ point, slot, x: xOf(slot), y: yOf(point.value) }));
  const segments = spots.slice(1).map((spot, index) => [spots[index] ?? spot, spot] as const);

  return {
    plot,
    points: spots.map(({ point, slot, x, y }, index) => {
      const last = index === spots.length - 1;
      const size = last ? radius * 1.5 : radius;
      const text = valueText(point.value);
      const room = textWidth(text, valueEm * (last ? 1.25 : 1));
      const spot = placeValue(x, y, size, room, valueEm * (last ? 1.25 : 1), targetY, plot, segments);
      return { slot, x, y, radius: size, text, textX: x, last, ...spot };
    }),
    target: { y: targetY, textX: plot.right + em * 0.5, textY: targetY + em * 0.35 },
    grid: [minimum, maximum].map((value) => ({ value, y: yOf(value) })),
    slots: Array.from({ length: slotCount }, (_, slot) => ({
      x: xOf(slot),
      text: spots.find((spot) => spot.slot === slot)?.point.label ?? input.periodText?.(slot) ?? '',
    })),
    slotY: plot.bottom + em * 1.35,
    marks,
    markY: plot.bottom + em * 2.15,
    markTextY: (row) => plot.bottom + em * 3.5 + row * em * 1.2,
  };
}
