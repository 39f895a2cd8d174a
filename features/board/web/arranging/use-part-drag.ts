import { type PointerEvent, useRef, useState } from 'react';
import { dropIndex } from './drop-place.ts';

export type Dragging = {
  readonly part: string;
  /** Where it would land. */
  readonly column: number;
  readonly index: number;
  /** How far the card follows the pointer, in pixels. */
  readonly byX: number;
  readonly byY: number;
};

const HOLD_STILL = 6;

/**
 * Dragging with a finger, a pen or a mouse, by pointer events (the browser's own drag does not work by touch).
 * Columns carry data-column, cards data-part.
 */
export function usePartDrag(onDrop: (part: string, column: number, index: number) => void) {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const start = useRef<{ x: number; y: number } | null>(null);

  const placeAt = (part: string, x: number, y: number): { column: number; index: number } | null => {
    const lists = [...document.querySelectorAll<HTMLElement>('[data-column]')];
    const list = lists.find((each) => {
      const { left, right, top, bottom } = each.getBoundingClientRect();
      // Beside each other the whole height of the screen belongs to a column; below each other only its own.
      const stacked = lists.some((other) => other !== each && other.getBoundingClientRect().left === left);
      return x >= left && x <= right && (!stacked || (y >= top && y <= bottom));
    });
    if (!list) return null;
    const cards = [...list.querySelectorAll<HTMLElement>('[data-part]')].map((card) => {
      const { top, height } = card.getBoundingClientRect();
      return { part: card.dataset.part ?? '', middle: top + height / 2 };
    });
    return { column: Number(list.dataset.column), index: dropIndex(cards, part, y) };
  };

  const handle = (part: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      start.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const from = start.current;
      if (!from) return;
      const byX = event.clientX - from.x;
      const byY = event.clientY - from.y;
      if (!dragging && Math.hypot(byX, byY) < HOLD_STILL) return;
      const place = placeAt(part, event.clientX, event.clientY);
      if (place) setDragging({ part, ...place, byX, byY });
    },
    onPointerUp: () => {
      start.current = null;
      if (dragging) onDrop(dragging.part, dragging.column, dragging.index);
      setDragging(null);
    },
    onPointerCancel: () => {
      start.current = null;
      setDragging(null);
    },
  });

  return { dragging, handle };
}
