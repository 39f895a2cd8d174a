import { type RefObject, useLayoutEffect, useRef } from 'react';

const MOVE_MS = 200;

/**
 * Rows that change place glide there, so that the eye can follow what a tick did. Rows carry `data-moves`.
 * Nothing moves for who asked for less motion.
 */
export function useMoves(list: RefObject<HTMLElement | null>): void {
  const places = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const now = new Map<string, number>();
    for (const row of element.querySelectorAll<HTMLElement>('[data-moves]')) {
      const key = row.dataset.moves ?? '';
      const top = row.offsetTop;
      const before = places.current.get(key);
      now.set(key, top);
      if (isStill || before === undefined || before === top) continue;
      row.animate([{ transform: `translateY(${before - top}px)` }, { transform: 'none' }], {
        duration: MOVE_MS,
        easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
      });
    }
    places.current = now;
  });
}
