import type { Shape } from '../chart.ts';
import { boxOf, label } from '../text.ts';

/** Names of the places on the axis, as many as fit beside each other. */
export function slotNames(
  slots: readonly string[],
  {
    left,
    step,
    width,
    y,
    size,
    fill,
  }: Record<'left' | 'step' | 'width' | 'y' | 'size', number> & { fill: string },
): Shape[] {
  let end = 0;
  return slots.flatMap((slot, place) => {
    const x = left + (place + 0.5) * step;
    const text = label(slot, { x, y, fontSize: size, fill, textAnchor: 'middle' });
    const box = boxOf(text);
    if (box.left < end || box.right > width) return [];
    end = box.right + size * 0.2;
    return [text];
  });
}
