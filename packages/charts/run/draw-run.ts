import type { Messages } from '#packages/i18n';
import type { Frame, Picture, Shape } from '../chart.ts';
import { type Ends, pathOf, scaled, shapePath } from '../scale.ts';
import { boxOf, label, rimmed, textWidth } from '../text.ts';
import type { ChartTheme } from '../theme.ts';
import { type PlacedMark, placeMarks, type RunMark } from './place-marks.ts';
import { placeValues } from './place-values.ts';
import { slotNames } from './slot-names.ts';
import type { runWords } from './words.ts';

export type Measured = { readonly slot: number; readonly value: number };

type Run = {
  readonly slots: readonly string[];
  readonly measured: readonly Measured[];
  readonly target: number | null;
  readonly marks: readonly RunMark[];
  readonly scale: Ends;
  readonly words: Messages<(typeof runWords)['nl']>;
  readonly say: (value: number) => string;
};

/** The shape by which a kind of mark is known without its colour. */
const MARKS = { action: 'diamond', visit: 'triangle' } as const;

/** As much of the course as the room allows: first its figures, then the marks, then the names of the marks. */
export function drawRun(run: Run, frame: Frame): Picture {
  const tight = draw(run, frame, 0.2, 0.3);
  return tight.fits || tight.isLow ? tight.picture : draw(run, frame, 1.35, 1.55).picture;
}

/** Draws with so much room, in em, above the top and below the foot of the scale; tells whether every value found a place. */
function draw(
  run: Run,
  frame: Frame,
  above: number,
  below: number,
): { picture: Picture; fits: boolean; isLow: boolean } {
  const { slots, measured, target, scale, words, say } = run;
  const { width, height = width * 0.5, em, theme } = frame;
  const small = em * 0.9;
  const hair = Math.max(1, em * 0.06);
  const targetText = target === null ? '' : width < em * 14 ? say(target) : words.target(say(target));
  const left = Math.max(...scale.map((end) => textWidth(say(end), small))) + em * 0.6;
  const right = Math.max(left + em, width - (textWidth(targetText, em) + em * 0.8));
  const step = (right - left) / Math.max(1, slots.length);

  const marks = marksFor(run, { left, right, width, height, em });
  const top = em * 0.6;
  const bottom = Math.max(top + em, height - em * 1.7 - marks.height);
  const y = scaled(scale, [bottom - em * below, top + em * above]);
  const targetY = target === null ? null : y(target);

  const radius = Math.min(Math.max(3, em * 0.3), Math.max(1.5, step * 0.4));
  const spots = measured.map(({ slot, value }, index) => {
    const isLast = index === measured.length - 1;
    return {
      x: left + (slot + 0.5) * step,
      y: y(value),
      text: say(value),
      size: em * (isLast ? 1.3125 : 1.05),
      radius: isLast ? Math.max(4, em * 0.42) : radius,
      isLast,
    };
  });
  const targetLabel =
    targetY === null
      ? null
      : label(targetText, {
          x: right + em * 0.5,
          y: Math.max(em * 0.8, targetY + em * 0.35),
          fontSize: em,
          fill: theme.accent,
          fontWeight: 700,
        });
  const areNear = spots.some(({ text, size }) => textWidth(text, size) > step);
  const { places, fits } = placeValues(spots, {
    targetY,
    top: 0,
    bottom: bottom + em * 0.4,
    left,
    right: width - em * 0.2,
    taken: targetLabel ? [boxOf(targetLabel)] : [],
    shown: (index) => !areNear || index === 0 || index === spots.length - 1,
  });

  const shapes: Shape[] = [
    ...scale.flatMap((end): Shape[] => [
      { tag: 'line', x1: left, x2: right, y1: y(end), y2: y(end), stroke: theme.grid, strokeWidth: hair },
      label(say(end), {
        x: left - em * 0.5,
        y: y(end) + small * 0.34,
        fontSize: small,
        fill: theme.ink3,
        textAnchor: 'end',
      }),
    ]),
    ...(targetLabel === null || targetY === null
      ? []
      : [
          {
            tag: 'line' as const,
            x1: left,
            x2: right,
            y1: targetY,
            y2: targetY,
            stroke: theme.accent,
            strokeWidth: Math.max(2, em * 0.11),
            strokeDasharray: `${Math.round(em * 0.5)} ${Math.round(em * 0.35)}`,
          },
          targetLabel,
        ]),
    {
      tag: 'path',
      d: pathOf(spots),
      fill: 'none',
      stroke: theme.ink,
      strokeWidth: Math.min(Math.max(2.5, em * 0.16), Math.max(1, step)),
      strokeLinejoin: 'round',
      strokeLinecap: 'round',
    },
    ...spots.map(
      ({ x, y: cy, radius: r, isLast }): Shape => ({
        tag: 'circle',
        cx: x,
        cy,
        r,
        fill: isLast ? theme.ground : theme.ink,
        ...(isLast && { stroke: theme.ink, strokeWidth: Math.max(3, em * 0.2) }),
      }),
    ),
    ...spots.flatMap(({ text, size, isLast }, index) => {
      const place = places[index];
      return place
        ? [
            rimmed(text, theme.ground, {
              x: place.x,
              y: place.y,
              fontSize: size,
              fill: theme.ink,
              textAnchor: 'middle',
              fontWeight: isLast ? 750 : 650,
            }),
          ]
        : [];
    }),
    ...slotNames(run.slots, { left, step, width, y: bottom + em * 1.35, size: em * 0.95, fill: theme.ink3 }),
    ...marks.draw(bottom + em * 2.15, theme),
  ];
  return { picture: { width, height, shapes }, fits, isLow: bottom - top < em * 6 };
}

type Marks = { readonly height: number; readonly draw: (y: number, theme: ChartTheme) => Shape[] };

const NO_MARKS: Marks = { height: 0, draw: () => [] };

/** Marks with their names where there is room for all; otherwise with one line that says what a mark is; in a low picture none. */
function marksFor(
  { marks, slots, words }: Run,
  { left, right, width, height, em }: Record<'left' | 'right' | 'width' | 'height' | 'em', number>,
): Marks {
  if (marks.length === 0 || height < em * 11) return NO_MARKS;
  const size = em * 0.9;
  const r = em * 0.24;
  const placed = placeMarks(marks, slots.length, { left, right, rows: height < em * 14 ? 0 : 2, size });
  const drawn = (mark: PlacedMark, y: number, theme: ChartTheme): Shape => ({
    tag: 'path',
    d: shapePath(MARKS[mark.kind], { x: mark.x, y }, r),
    fill: theme.mark,
  });
  const rows = Math.max(0, ...placed.map(({ name }) => (name ? name.row + 1 : 0)));
  if (rows > 0)
    return {
      height: em * 0.9 + rows * em * 1.2,
      draw: (y, theme) =>
        placed.flatMap((mark) => [
          drawn(mark, y, theme),
          ...(mark.name
            ? [
                label(mark.name.text, {
                  x: mark.x,
                  y: y + em * 1.35 + mark.name.row * em * 1.2,
                  fontSize: size,
                  fill: theme.ink2,
                  textAnchor: mark.name.anchor,
                }),
              ]
            : []),
        ]),
    };

  const kinds = (Object.keys(MARKS) as RunMark['kind'][]).filter((kind) =>
    marks.some((one) => one.kind === kind),
  );
  let end = left;
  const key = kinds.map((kind) => {
    const x = end + em * 0.4;
    end = x + em * 0.6 + textWidth(words.kinds[kind], size) + em;
    return { x, kind };
  });
  if (end - em > width) return NO_MARKS;
  return {
    height: em * 2.1,
    draw: (y, theme) => [
      ...placed.map((mark) => drawn(mark, y, theme)),
      ...key.flatMap(({ x, kind }): Shape[] => [
        drawn({ x, kind, name: null }, y + em * 1.05, theme),
        label(words.kinds[kind], { x: x + em * 0.6, y: y + em * 1.35, fontSize: size, fill: theme.ink2 }),
      ]),
    ],
  };
}
