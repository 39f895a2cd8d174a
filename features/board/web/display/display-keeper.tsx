import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { runningSession } from '#features/board/domain';
import { addressOf } from '../addresses.ts';
import { useBoard } from '../use-board.ts';
import { useWakeLock } from './use-wake-lock.ts';
import { whereADisplayGoes } from './where-a-display-goes.ts';

const LOOK_EVERY_MS = 5_000;

/** Looks after a screen on the wall: awake, at the session when there is one, back at the board when left alone. */
export function DisplayKeeper() {
  const { state, teamId, isDisplay } = useBoard();
  const [page, navigate] = useLocation();
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
  }, [page]);

  useEffect(() => {
    if (!isDisplay) return;
    const look = () => {
      const to = whereADisplayGoes({
        page,
        runningId,
        broughtTo: broughtTo.current,
        untouchedMs: Date.now() - touchedAt.current,
      });
      if (page === '/session' || to === 'session') broughtTo.current = runningId;
      if (to === 'session') navigate(addressOf.session(teamId));
      else if (to === 'board') navigate(addressOf.board(teamId));
    };
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isDisplay, page, runningId, teamId, navigate]);

  return null;
}
