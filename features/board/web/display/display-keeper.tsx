import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { runningSession } from '#features/board/domain';
import { teamAt } from '#features/people/web';
import { sessionAt } from '../addresses.ts';
import { useBoard } from '../use-board.ts';
import { mayReload } from './may-reload.ts';
import { useWakeLock } from './use-wake-lock.ts';
import { whereADisplayGoes } from './where-a-display-goes.ts';

const LOOK_EVERY_MS = 5_000;
const RELOADED_AT = 'samenbeter-wall-reloaded-at';

/** How long ago this screen loaded itself anew; null when it never did since it was opened. */
function sinceReload(): number | null {
  const at = Number(sessionStorage.getItem(RELOADED_AT) ?? Number.NaN);
  return Number.isNaN(at) ? null : Date.now() - at;
}

/** Looks after a screen on the wall: awake, at the session when there is one, back at the board when left alone, of the newest version. */
export function DisplayKeeper() {
  const { state, teamId, isDisplay, connection } = useBoard();
  const [here, navigate] = useLocation();
  const board = teamAt.to({ team: teamId });
  const session = sessionAt.to({ team: teamId });
  const runningId = runningSession(state)?.id ?? null;
  const broughtTo = useRef<string | null>(null);
  const touchedAt = useRef(Date.now());
  useWakeLock(isDisplay);

  useEffect(() => {
    const touched = () => {
      touchedAt.current = Date.now();
    };
    const events = ['pointerdown', 'keydown', 'wheel'] as const;
    for (const event of events) document.addEventListener(event, touched, { passive: true });
    return () => {
      for (const event of events) document.removeEventListener(event, touched);
    };
  }, []);

  // A page that has just been opened starts its ten minutes anew.
  useEffect(() => {
    touchedAt.current = Date.now();
  }, [here]);

  useEffect(() => {
    if (!isDisplay) return;
    const look = () => {
      const untouchedMs = Date.now() - touchedAt.current;
      const isSessionRunning = runningId !== null;
      if (mayReload({ connection, isSessionRunning, untouchedMs, sinceReloadMs: sinceReload() })) {
        sessionStorage.setItem(RELOADED_AT, String(Date.now()));
        location.reload();
        return;
      }
      const to = whereADisplayGoes({
        page: here === session ? 'session' : here === board ? 'board' : 'other',
        runningId,
        broughtTo: broughtTo.current,
        untouchedMs,
      });
      if (here === session || to === 'session') broughtTo.current = runningId;
      if (to === 'session') navigate(session);
      else if (to === 'board') navigate(board);
    };
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isDisplay, here, board, session, runningId, connection, navigate]);

  return null;
}
