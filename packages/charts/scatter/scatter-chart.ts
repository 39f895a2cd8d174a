import { type Language, sayNumber } from '#packages/i18n';
import type { Chart, Frame, Picture, Shape } from '../chart.ts';
import { type Ends, roundScale, scaled } from '../scale.ts';
import { type Box, boxOf, fitted, label, rimmed, textWidth, touch } from '../text.ts';
import { chartWords } from '../words.ts';
import { scatterWords } from './words.ts';

type Side = { readonly name: string; readonly scale?: Ends };

export type ScatterData = {
  readonly title: string;
  readonly language: Language;
  readonly x: Side;
  readonly y: Side;
  readonly points: readonly { readonly name: string; readonly x: number; readonly y: number }[];
  /** The line of an analysis, which says by its own means how sure it is. */
  readonly fit?: { readonly intercept: number; readonly slope: number };
};

type Point = ScatterData['points'][number];

/** Two figures of each: do they go up and down together? */
export function scatterChart(data: ScatterData): Chart {
  const { title, language } = data;
  const points = data.points.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  const say = (value: number) => sayNumber(value, language, 2);
  const cell = (value: number) => (Number.isFinite(value) ? say(value) : chartWords[language].noFigure);
  return {
    title,
    sentence: sentenceOf(data, points, say),
    table: {
      name: chartWords[language].tableName,
      head: [scatterWords[language].point, data.x.name, data.y.name],
      rows: data.points.map(({ name, x, y }) => [name, cell(x), cell(y)]),
    },
    draw: (frame) => draw(data, points, frame, say),
  };
}

function sentenceOf(
  { language, x, y, fit }: ScatterData,
  points: readonly Point[],
  say: (value: number) => string,
): string {
  const words = scatterWords[language];
  const n = points.length;
  if (n === 0) return chartWords[language].nothing;
  if (fit) {
    const told = fit.slope > 0 ? words.together : fit.slope < 0 ? words.against : words.apart;
    return told(n, x.name, y.name);
  }
  const reach = (values: readonly number[]) => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return least === most ? say(least) : words.fromTo(say(least), say(most));
  };
  return words.reach({
    n,
    x: x.name,
    y: y.name,
    xs: reach(points.map((point) => point.x)),
    ys: reach(points.map((point) => point.y)),
  });
}

function draw(
  { x: across, y: up, fit }: ScatterData,
  points: readonly Point[],
  { width, height: given, em, theme }: Frame,
  say: (value: number) => string,
): Picture {
  const height = given ?? Math.max(em * 14, Math.min(width * 0.62, em * 26));
  const size = em * 0.9;
  const hair = Math.max(1, em * 0.06);
  const sides = [
    sideOf(
      across,
      points.map(({ x }) => x),
      width < em * 25 ? 4 : 7,
    ),
    sideOf(
      up,
      points.map(({ y }) => y),
      5,
    ),
  ] as const;
  const [xSide, ySide] = sides;
  const left = Math.max(0, ...ySide.ticks.map((tick) => textWidth(say(tick), size))) + em * 0.6;
  const right = width - Math.max(em, textWidth(say(xSide.ticks.at(-1) ?? 0), size) / 2);
  const [top, bottom] = [em * 2.2, height - em * 3.1];
  const x = scaled(xSide.ends, [left + em * 0.6, right]);
  const y = scaled(ySide.ends, [bottom - em * 0.4, top]);

  const dots = together(points, x, y, points.length > 200 ? em * 0.18 : em * 0.3);
  const ends = (fit ? clipped(fit, xSide.ends, ySide.ends) : null)?.map(([px, py]) => ({
    x: x(px),
    y: y(py),
  }));
  const shapes: Shape[] = [
    ...ySide.ticks.flatMap((tick): Shape[] => [
      { tag: 'line', x1: left, x2: right, y1: y(tick), y2: y(tick), stroke: theme.grid, strokeWidth: hair },
      label(say(tick), {
        x: left - em * 0.5,
        y: y(tick) + size * 0.34,
        fontSize: size,
        fill: theme.ink3,
        textAnchor: 'end',
      }),
    ]),
    ...apart(
      xSide.ticks.map((tick) =>
        label(say(tick), {
          x: x(tick),
          y: bottom + em * 1.1,
          fontSize: size,
          fill: theme.ink3,
          textAnchor: 'middle',
        }),
      ),
      width,
    ),
    label(fitted(`↑ ${up.name}`, width, em), {
      x: 0,
      y: em,
      fontSize: em,
      fill: theme.ink2,
      fontWeight: 650,
    }),
    label(fitted(`${across.name} →`, right, em), {
      x: right,
      y: height - em * 0.5,
      fontSize: em,
      fill: theme.ink2,
      fontWeight: 650,
      textAnchor: 'end',
    }),
    ...(ends?.[0] && ends[1]
      ? [
          {
            tag: 'line' as const,
            x1: ends[0].x,
            y1: ends[0].y,
            x2: ends[1].x,
            y2: ends[1].y,
            stroke: theme.ink,
            strokeWidth: Math.max(2, em * 0.12),
            strokeDasharray: `${Math.round(em * 0.5)} ${Math.round(em * 0.3)}`,
          },
        ]
      : []),
    ...dots.map(
      ({ cx, cy, r }): Shape => ({
        tag: 'circle',
        cx,
        cy,
        r,
        fill: theme.accentSoft,
        stroke: theme.accent,
        strokeWidth: Math.max(1.5, em * 0.1),
      }),
    ),
    ...names(dots, { left, right: width, top: top - em, bottom }, size, theme.ground, theme.ink),
  ];
  return { width, height, shapes };
}

function sideOf({ scale }: Side, values: readonly number[], most: number) {
  if (!scale && values.length === 0) return { ends: [0, 1] as const, ticks: [] };
  const found = roundScale(scale ?? values, most);
  return scale
    ? { ends: scale, ticks: found.ticks.filter((tick) => tick >= scale[0] && tick <= scale[1]) }
    : found;
}

type Dot = { readonly cx: number; readonly cy: number; readonly r: number; readonly name: string };

/** Points at one place are one larger dot: what lies under another would not be seen. */
function together(
  points: readonly Point[],
  x: (value: number) => number,
  y: (value: number) => number,
  r: number,
): Dot[] {
  const places = new Map<string, { cx: number; cy: number; names: string[] }>();
  for (const point of points) {
    const [cx, cy] = [x(point.x), y(point.y)];
    const at = `${Math.round(cx)} ${Math.round(cy)}`;
    const there = places.get(at);
    if (there) there.names.push(point.name);
    else places.set(at, { cx, cy, names: [point.name] });
  }
  return [...places.values()].map(({ cx, cy, names }) => ({
    cx,
    cy,
    r: r * Math.min(2.5, Math.sqrt(names.length)),
    name: names.length === 1 ? (names[0] ?? '') : '',
  }));
}

/** The part of a line that lies within the picture, from its begin to its end; null where none does. */
function clipped(
  { intercept, slope }: NonNullable<ScatterData['fit']>,
  [fromX, toX]: Ends,
  [fromY, toY]: Ends,
): [number, number][] | null {
  const at = (value: number) => intercept + slope * value;
  const crossings = slope === 0 ? [] : [fromY, toY].map((value) => (value - intercept) / slope);
  const inside = [fromX, toX, ...crossings]
    .filter((value) => value >= fromX && value <= toX && at(value) >= fromY - 1e-9 && at(value) <= toY + 1e-9)
    .sort((a, b) => a - b);
  const [first, last] = [inside[0], inside.at(-1)];
  return first === undefined || last === undefined || first === last
    ? null
    : [
        [first, at(first)],
        [last, at(last)],
      ];
}

/** Names at their dots, where nothing is in the way; the table has all. */
function names(dots: readonly Dot[], room: Box, size: number, ground: string, fill: string): Shape[] {
  const taken: Box[] = dots.map(({ cx, cy, r }) => ({
    left: cx - r,
    right: cx + r,
    top: cy - r,
    bottom: cy + r,
  }));
  if (dots.length > 30) return [];
  return dots.flatMap(({ cx, cy, r, name }) => {
    const places = (['start', 'end'] as const).map((textAnchor) =>
      rimmed(name, ground, {
        x: textAnchor === 'start' ? cx + r + size * 0.3 : cx - r - size * 0.3,
        y: cy + size * 0.34,
        fontSize: size,
        fill,
        textAnchor,
      }),
    );
    const free = places.find((place) => {
      const box = boxOf(place);
      const isInside =
        box.left >= room.left && box.right <= room.right && box.top >= room.top && box.bottom <= room.bottom;
      return name !== '' && isInside && !taken.some((other) => touch(box, other));
    });
    if (!free) return [];
    taken.push(boxOf(free));
    return [free];
  });
}

/** Texts in one line, without those that would touch the one before. */
function apart(texts: readonly ReturnType<typeof label>[], width: number): Shape[] {
  let end = 0;
  return texts.filter((text) => {
    const box = boxOf(text);
    if (box.left < end || box.right > width) return false;
    end = box.right + text.fontSize * 0.4;
    return true;
  });
}
