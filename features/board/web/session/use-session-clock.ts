import { useEffect, useReducer, useRef } from 'react';
import { type BoardSession, clockOf, type SessionClock } from '#features/board/domain';
import { useBoard } from '../use-board.ts';

const LOOK_EVERY_MS = 200;

const seconds = (ms: number): number => Math.ceil(ms / 1000);

/** What a clock shows changes once a second; nothing is drawn again in between. */
const shownBy = ({ step, session, running }: SessionClock): string =>
  [running, step.state, seconds(step.remainingMs), seconds(step.overMs), seconds(session.remainingMs)]
    .concat(seconds(session.overMs))
    .join();

/** The session's clock by the server's time. Use it in small components: they are drawn again every second. */
export function useSessionClock(session: BoardSession): SessionClock {
  const { now } = useBoard();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const clock = clockOf(session, now());
  const latest = useRef({ now, session, shown: '' });
  latest.current = { now, session, shown: shownBy(clock) };

  useEffect(() => {
    const timer = setInterval(() => {
      const { now, session, shown } = latest.current;
      if (shownBy(clockOf(session, now())) !== shown) redraw();
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return clock;
}
