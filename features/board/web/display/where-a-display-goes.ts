/** A board display that nobody touches goes back to the board after this long, in milliseconds. */
export const BACK_AFTER_MS = 10 * 60_000;

export type DisplayStands = {
  readonly page: 'board' | 'session' | 'other';
  /** The session that runs, if any. */
  readonly runningId: string | null;
  /** The session that this screen was last brought to. */
  readonly broughtTo: string | null;
  readonly untouchedMs: number;
};

/**
 * Where a screen on the wall goes by itself: to a session that has begun, once (whoever goes back to the board on
 * purpose is left there); and back to the board from another page that nobody touches. A running session is never left.
 */
export function whereADisplayGoes({
  page,
  runningId,
  broughtTo,
  untouchedMs,
}: DisplayStands): 'session' | 'board' | null {
  if (runningId !== null && runningId !== broughtTo && page !== 'session') return 'session';
  if (page === 'board' || untouchedMs < BACK_AFTER_MS) return null;
  return page === 'session' && runningId !== null ? null : 'board';
}
