import { type Language, sayNumber } from '#packages/i18n';
import type { Frame, Picture, Shape } from '../chart.ts';
import { axis, axisHeight } from '../rows/axis.ts';
import { placeRows } from '../rows/place-rows.ts';
import { refused } from '../rows/refused.ts';
import { roundScale, scaled } from '../scale.ts';
import { label, textWidth } from '../text.ts';
import { chartWords } from '../words.ts';
import type { SpreadData, SpreadRow } from './figures.ts';

export type Band = {
  readonly row: NonNullable<SpreadRow['shown']>;
  readonly x: (value: number) => number;
  readonly top: number;
  readonly bottom: number;
  readonly frame: Frame;
};

/** Rows on one scale, each drawn by `inside`, with its middle and its number at the right. */
export function drawSpread(
  data: SpreadData,
  rows: readonly SpreadRow[],
  frame: Frame,
  inside: (band: Band) => readonly Shape[],
  height = 2.6,
): Picture {
  const { em, theme, width } = frame;
  const words = chartWords[data.language];
  const say = (value: number) => sayNumber(value, data.language);
  const all = rows.flatMap(({ shown }) => shown?.values ?? []);
  const { ends, ticks } = scaleOf(data, all);
  const figures = rows.map(({ shown }) => ({
    middle: shown ? say(shown.box.median) : '',
    n: shown ? numberOf(shown.box.n, data.language) : '',
  }));
  const after =
    Math.max(
      0,
      ...figures.map(({ middle, n }) => Math.max(textWidth(middle, em * 1.15), textWidth(n, em * 0.9))),
    ) +
    em * 1.1;
  const placed = placeRows(
    rows.map(({ name }) => name),
    frame,
    { top: em * axisHeight(data.ends), height: em * height, after },
  );
  // A little room at both ends, for a dot that lies right there.
  const x = scaled(ends, [placed.left + em * 0.6, placed.right - em * 0.6]);
  const shapes: Shape[] = [
    ...axis(
      { ticks, x, say, left: placed.left, right: placed.right, rows: placed.rows, ends: data.ends },
      frame,
    ),
    ...rows.flatMap(({ shown }, index): readonly Shape[] => {
      const row = placed.rows[index];
      const figure = figures[index];
      if (!row || !figure) return [];
      const band = { top: row.top, bottom: row.top + row.height };
      if (!shown) {
        const box = { left: placed.left, right: placed.right, ...band };
        return [...row.name, ...refused([words.tooFewThan(data.threshold), words.tooFew], box, frame)];
      }
      const middle = (band.top + band.bottom) / 2;
      const at = placed.right + em * 0.7;
      return [
        ...row.name,
        ...inside({ row: shown, x, ...band, frame }),
        label(figure.middle, { x: at, y: middle, fontSize: em * 1.15, fill: theme.ink, fontWeight: 750 }),
        label(figure.n, { x: at, y: middle + em * 1.05, fontSize: em * 0.9, fill: theme.ink2 }),
      ];
    }),
  ];
  return { width, height: placed.bottom, shapes };
}

const numberOf = (n: number, language: Language) => `n ${sayNumber(n, language)}`;

function scaleOf({ scale }: SpreadData, values: readonly number[]) {
  const given = scale ?? (values.length > 0 ? null : ([0, 1] as const));
  if (!given) return roundScale(values);
  const [from, to] = given;
  const isShort = Number.isInteger(from) && Number.isInteger(to) && to - from <= 10;
  return {
    ends: given,
    ticks: isShort ? Array.from({ length: to - from + 1 }, (_, step) => from + step) : [from, to],
  };
}

/** The line at the middle of a row. */
export const medianLine = ({ row, x, top, bottom, frame: { em, theme } }: Band): Shape => ({
  tag: 'line',
  x1: x(row.box.median),
  x2: x(row.box.median),
  y1: top,
  y2: bottom,
  stroke: theme.ink,
  strokeWidth: Math.max(3, em * 0.2),
  strokeLinecap: 'round',
});

/** Every answer as a dot; equal ones on top of each other. Where they would melt together they are one column. */
export function dots({ row, x, top, bottom, frame: { em, theme } }: Band, isHollow = false): Shape[] {
  const r = em * 0.26;
  const stacks = new Map<number, number[]>();
  for (const value of row.values) {
    const place = Math.round(x(value) / (r * 2));
    const stack = stacks.get(place);
    if (stack) stack.push(value);
    else stacks.set(place, [value]);
  }
  const highest = Math.max(...[...stacks.values()].map((stack) => stack.length));
  const room = bottom - top - r * 2;
  const step = Math.min(r * 2.1, room / Math.max(1, highest - 1));
  return [...stacks].flatMap(([place, stack]): Shape[] => {
    const [first = 0] = stack;
    const cx = stack.every((value) => value === first) ? x(first) : place * r * 2;
    const tall = (stack.length - 1) * step;
    if (step < r * 0.9)
      return [
        {
          tag: 'rect',
          x: cx - r * 0.9,
          y: bottom - r * 2 - tall,
          width: r * 1.8,
          height: tall + r * 2,
          rx: r * 0.6,
          fill: theme.accent,
        },
      ];
    return stack.map((_, level) => ({
      tag: 'circle',
      cx,
      cy: bottom - r - level * step,
      r: isHollow ? r * 0.85 : r,
      fill: isHollow ? theme.ground : theme.accent,
      stroke: isHollow ? theme.accent : theme.ground,
      strokeWidth: isHollow ? Math.max(1.5, em * 0.1) : Math.max(0.5, em * 0.05),
    }));
  });
}
