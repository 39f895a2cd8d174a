import type { Frame, Shape } from '../chart.ts';
import type { Box } from '../text.ts';
import { label, textWidth } from '../text.ts';

/** Stands where figures of too few people would stand. */
export function refused(texts: readonly string[], { left, right, top, bottom }: Box, frame: Frame): Shape[] {
  const { em, theme } = frame;
  const text = texts.find((one) => textWidth(one, em * 0.9) <= right - left - em);
  return [
    {
      tag: 'rect',
      x: left,
      y: top,
      width: right - left,
      height: bottom - top,
      rx: em * 0.35,
      fill: theme.sunken,
      stroke: theme.edge,
      strokeWidth: Math.max(1, em * 0.06),
      strokeDasharray: `${Math.round(em * 0.3)} ${Math.round(em * 0.25)}`,
    },
    ...(text
      ? [
          label(text, {
            x: (left + right) / 2,
            y: (top + bottom) / 2 + em * 0.3,
            fontSize: em * 0.9,
            fill: theme.ink,
            textAnchor: 'middle',
          }),
        ]
      : []),
  ];
}
