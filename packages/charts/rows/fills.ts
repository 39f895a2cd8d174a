import type { Shape, TextShape } from '../chart.ts';
import { type Box, label, rimmed } from '../text.ts';
import type { ChartTheme } from '../theme.ts';

/** From little to much, or from no to yes. In grey, and in two colours only, each differs from the next: by its stripes, its edge, or by being full. */
const FILLS = ['dense', 'striped', 'plain', 'sunken', 'soft', 'softStriped', 'solid'] as const;
export type Fill = (typeof FILLS)[number];

const CHOSEN: Readonly<Record<number, readonly number[]>> = {
  1: [6],
  2: [2, 6],
  3: [2, 4, 6],
  4: [1, 2, 4, 6],
  5: [1, 2, 3, 4, 6],
  6: [0, 1, 2, 4, 5, 6],
};

/** A fill for each of so many steps; above seven the last ones look the same, and only their words tell. */
export const fillsOf = (count: number): readonly Fill[] =>
  Array.from({ length: count }, (_, step) => FILLS[CHOSEN[count]?.[step] ?? Math.min(step, 6)] ?? 'solid');

const groundOf = (fill: Fill, theme: ChartTheme): string => {
  if (fill === 'solid') return theme.accent;
  if (fill === 'sunken') return theme.sunken;
  return fill === 'soft' || fill === 'softStriped' ? theme.accentSoft : theme.ground;
};

const STRIPES: Partial<Record<Fill, number>> = { dense: 0.3, striped: 0.6, softStriped: 0.45 };

/** Words on a fill; on stripes they have a rim. */
export function wordsOn(
  fill: Fill,
  text: string,
  theme: ChartTheme,
  at: Omit<TextShape, 'tag' | 'text' | 'fill'>,
): TextShape {
  const place = { ...at, fill: fill === 'solid' ? theme.onAccent : theme.ink };
  return fill in STRIPES ? rimmed(text, groundOf(fill, theme), place) : label(text, place);
}

/** `stripesFrom`: no stripes above it, where words stand. */
export function filled(
  fill: Fill,
  { left, right, top, bottom }: Box,
  em: number,
  theme: ChartTheme,
  stripesFrom = top,
): Shape[] {
  const hair = Math.max(1.5, em * 0.09);
  const isAccent = fill === 'solid' || fill === 'soft' || fill === 'softStriped';
  const stroke = isAccent ? theme.accent : theme.edge;
  const apart = STRIPES[fill] ?? 0;
  const count = apart === 0 ? 0 : Math.max(0, Math.ceil((right - left) / (em * apart)) - 1);
  return [
    {
      tag: 'rect',
      x: left + hair / 2,
      y: top + hair / 2,
      width: Math.max(0.1, right - left - hair),
      height: Math.max(0.1, bottom - top - hair),
      rx: em * 0.15,
      fill: groundOf(fill, theme),
      stroke,
      strokeWidth: fill === 'soft' ? hair * 2 : hair,
      ...(fill === 'sunken' && { strokeDasharray: `${Math.round(em * 0.3)} ${Math.round(em * 0.2)}` }),
    },
    ...(count > 0
      ? [
          {
            tag: 'path' as const,
            d: Array.from({ length: count }, (_, place) => {
              const x = Math.round((left + (place + 1) * em * apart) * 100) / 100;
              return `M${x} ${Math.round(stripesFrom * 100) / 100}V${Math.round(bottom * 100) / 100}`;
            }).join(''),
            stroke,
            strokeWidth: Math.max(1, em * 0.06),
          },
        ]
      : []),
  ];
}
