import type { Frame, Shape } from '../chart.ts';
import { fitted, label, textWidth } from '../text.ts';
import { type Fill, filled } from './fills.ts';

/** What each fill stands for, in lines from the left; used where the words have no room in the picture itself. */
export function key(
  entries: readonly { readonly fill: Fill; readonly text: string }[],
  { left, right, top }: { left: number; right: number; top: number },
  { em, theme }: Frame,
): { shapes: readonly Shape[]; height: number } {
  const size = em * 0.9;
  let x = left;
  let y = top;
  const shapes = entries.flatMap(({ fill, text }): Shape[] => {
    const shown = fitted(text, right - left - em * 1.6, size);
    const width = em * 1.5 + textWidth(shown, size);
    if (x > left && x + width > right) {
      x = left;
      y += em * 1.5;
    }
    const at = x;
    x += width + em;
    return [
      ...filled(fill, { left: at, right: at + em * 1.1, top: y + em * 0.1, bottom: y + em * 1.1 }, em, theme),
      label(shown, { x: at + em * 1.5, y: y + em * 0.95, fontSize: size, fill: theme.ink2 }),
    ];
  });
  return { shapes, height: entries.length === 0 ? 0 : y - top + em * 1.6 };
}
