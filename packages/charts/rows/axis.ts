import type { Frame, Shape } from '../chart.ts';
import { boxOf, fitted, label, textWidth } from '../text.ts';
import type { Row } from './place-rows.ts';

type Axis = {
  readonly ticks: readonly number[];
  readonly x: (value: number) => number;
  readonly say: (value: number) => string;
  readonly left: number;
  readonly right: number;
  readonly rows: readonly Row[];
  /** Words for both ends of the scale. */
  readonly ends?: readonly [least: string, most: string] | undefined;
};

/** The height of an axis above rows, in em. */
export const axisHeight = (ends: Axis['ends']): number => (ends ? 2.9 : 1.6);

/** A scale above rows: its figures, words for its ends, and thin lines down through each row. */
export function axis({ ticks, x, say, left, right, rows, ends }: Axis, { em, theme, width }: Frame): Shape[] {
  const size = em * 0.9;
  const y = em * (ends ? 2.2 : 0.9);
  let end = Number.NEGATIVE_INFINITY;
  const figures = ticks.flatMap((tick) => {
    const text = label(say(tick), { x: x(tick), y, fontSize: size, fill: theme.ink3, textAnchor: 'middle' });
    const box = boxOf(text);
    if (box.left < Math.max(0, end) || box.right > width) return [];
    end = box.right + size * 0.4;
    return [text];
  });
  const isWide = ends && textWidth(ends.join(' '), size) + em <= right - left;
  const [begin, finish] = isWide ? [left, right] : [0, width];
  const words = ends?.map((word) => fitted(word, (finish - begin) * (isWide ? 1 : 0.48), size));
  return [
    ...ticks.flatMap((tick) =>
      downRows(rows, { x: x(tick), stroke: theme.grid, strokeWidth: Math.max(1, em * 0.06) }, em),
    ),
    ...figures,
    ...(words
      ? [
          label(words[0] ?? '', { x: begin, y: em * 0.9, fontSize: size, fill: theme.ink2 }),
          label(words[1] ?? '', {
            x: finish,
            y: em * 0.9,
            fontSize: size,
            fill: theme.ink2,
            textAnchor: 'end',
          }),
        ]
      : []),
  ];
}

/** A line down through the pictures of all rows; not through a name that stands between them. */
export const downRows = (
  rows: readonly Row[],
  { x, stroke, strokeWidth }: { x: number; stroke: string; strokeWidth: number },
  em: number,
): Shape[] =>
  rows.map(({ top, height }) => ({
    tag: 'line',
    x1: x,
    x2: x,
    y1: top - em * 0.3,
    y2: top + height + em * 0.3,
    stroke,
    strokeWidth,
  }));
