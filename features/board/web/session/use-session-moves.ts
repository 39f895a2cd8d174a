import { useRef } from 'react';
import type { BoardSession, Step } from '#features/board/domain';
import { useBoard } from '../use-board.ts';
import { stepBeside, stepNow } from './session-view.ts';

/** Two people tap "next" together: the second tap, meant for the step that has just gone, does not count. */
const TAP_MEANT_FOR_BEFORE_MS = 700;

export type SessionMoves = {
  readonly next: () => void;
  readonly back: () => void;
  readonly goTo: (step: Step) => void;
  readonly addMinute: () => void;
  /** Stops the clock, or lets it go on. */
  readonly pause: () => void;
};

/** What can be done to the running session. Each tap names the step that was seen (B7). */
export function useSessionMoves(session: BoardSession): SessionMoves {
  const { send } = useBoard();
  const seen = useRef({ step: session.step, since: 0 });
  if (seen.current.step !== session.step) seen.current = { step: session.step, since: performance.now() };
  const isMeant = () => performance.now() - seen.current.since > TAP_MEANT_FOR_BEFORE_MS;

  const sessionId = session.id;
  const from = stepNow(session);
  return {
    next: () => {
      if (stepBeside(session, 1) !== null && isMeant()) void send('session.next', { sessionId, from });
    },
    back: () => {
      if (stepBeside(session, -1) !== null && isMeant()) void send('session.back', { sessionId, from });
    },
    goTo: (to) => {
      if (to !== from) void send('session.goTo', { sessionId, from, to });
    },
    addMinute: () => void send('session.addMinute', { sessionId, from }),
    pause: () => void send(session.pausedAt === null ? 'session.pause' : 'session.resume', { sessionId }),
  };
}
