import { fitted, textWidth } from '../text.ts';

export type RunMark = {
  readonly kind: 'action' | 'visit';
  readonly name: string;
  /** Where on the axis: 1.5 is in the middle of the second place. */
  readonly at: number;
};

export type PlacedMark = {
  readonly x: number;
  readonly kind: RunMark['kind'];
  /** Its own words, where all marks have room for theirs. */
  readonly name: {
    readonly text: string;
    readonly row: number;
    readonly anchor: 'start' | 'middle' | 'end';
  } | null;
};

type Room = { readonly left: number; readonly right: number; readonly rows: number; readonly size: number };

/** Marks at their moment, each with its name when all names fit in the rows; otherwise all without. */
export function placeMarks(
  marks: readonly RunMark[],
  slots: number,
  { left, right, rows, size }: Room,
): readonly PlacedMark[] {
  const ends = Array.from({ length: rows }, () => Number.NEGATIVE_INFINITY);
  const placed = marks
    .filter(({ at }) => Number.isFinite(at))
    .sort((a, b) => a.at - b.at)
    .map(({ kind, name, at }): PlacedMark => {
      const x = left + (Math.min(slots, Math.max(0, at)) / Math.max(1, slots)) * (right - left);
      const text = fitted(name, (right - left) * 0.48, size);
      const width = textWidth(text, size);
      const anchor = x - width / 2 < left ? 'start' : x + width / 2 > right ? 'end' : 'middle';
      const begin = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
      const row = ends.findIndex((end) => begin > end + size * 0.6);
      if (row < 0) return { x, kind, name: null };
      ends[row] = begin + width;
      return { x, kind, name: { text, row, anchor } };
    });
  return placed.every(({ name }) => name !== null) ? placed : placed.map((mark) => ({ ...mark, name: null }));
}
