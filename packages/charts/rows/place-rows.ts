import type { Frame, Shape } from '../chart.ts';
import { label, wrapped } from '../text.ts';

export type Row = {
  /** Where the row's picture is. */
  readonly top: number;
  readonly height: number;
  readonly name: readonly Shape[];
};

export type Rows = {
  readonly left: number;
  readonly right: number;
  readonly rows: readonly Row[];
  /** Under the last row. */
  readonly bottom: number;
};

/** Narrower than this, in em, a name stands above its row instead of beside it. */
const NARROW = 30;

/** Rows below each other, each with its name and a picture of the same height; `after` is the room for a figure at the right. */
export function placeRows(
  names: readonly string[],
  { width, em, theme }: Frame,
  { top, height, after }: { top: number; height: number; after: number },
): Rows {
  const isNarrow = width < em * NARROW;
  const column = isNarrow ? 0 : width * 0.3;
  const leading = em * 1.25;
  const gap = em * 0.7;
  let y = top;
  const rows = names.map((name): Row => {
    const lines = wrapped(name, isNarrow ? width : column - em, em, 3);
    const text = lines.length * leading;
    const own = isNarrow ? height + text + em * 0.2 : Math.max(height, text);
    const begin = y + gap / 2;
    const first = isNarrow ? begin + em : begin + (own - text) / 2 + em;
    y += own + gap;
    return {
      top: isNarrow ? begin + text + em * 0.2 : begin + (own - height) / 2,
      height,
      name: lines.map((line, place) =>
        label(line, { x: 0, y: first + place * leading, fontSize: em, fill: theme.ink, fontWeight: 650 }),
      ),
    };
  });
  return { left: column, right: Math.max(column + em, width - after), rows, bottom: y };
}
