import { useEffect, useRef } from 'react';
import { type BoardSession, clockOf } from '#features/board/domain';
import { useBoard } from '../use-board.ts';
import { allowChime, chime } from './chime.ts';

/** Sounds when the time of a step is up, once per step and added minute; not on a phone, where it would sound eight times. */
export function useChime(session: BoardSession, isPhone: boolean): void {
  const { now } = useBoard();
  const clock = useRef(now);
  clock.current = now;

  useEffect(() => {
    const events = ['pointerdown', 'keydown'] as const;
    for (const event of events) document.addEventListener(event, allowChime, { passive: true });
    return () => {
      for (const event of events) document.removeEventListener(event, allowChime);
    };
  }, []);

  useEffect(() => {
    const { running, step } = clockOf(session, clock.current());
    if (!session.chime || isPhone || !running || step.remainingMs === 0) return;
    const timer = setTimeout(chime, step.remainingMs);
    return () => clearTimeout(timer);
  }, [session, isPhone]);
}
