import type { Connection } from '#packages/sync/client';

/** Nobody has touched the screen for this long: nobody stands at it. */
const QUIET_MS = 60_000;
/** A new version that is still on its way to all servers is not asked for over and over. */
const NOT_AGAIN_WITHIN_MS = 10 * 60_000;

/**
 * Whether a screen on the wall loads itself anew. A new version asks for it (S11), and nobody may be there to tap; but never in the middle
 * of a session, and never under somebody's finger. What is not sent yet is kept on the device.
 *
 * @param sinceReloadMs since it last did so by itself; null when it never did
 */
export const mayReload = (screen: {
  readonly connection: Connection;
  readonly isSessionRunning: boolean;
  readonly untouchedMs: number;
  readonly sinceReloadMs: number | null;
}): boolean =>
  screen.connection === 'outdated' &&
  !screen.isSessionRunning &&
  screen.untouchedMs >= QUIET_MS &&
  (screen.sinceReloadMs === null || screen.sinceReloadMs >= NOT_AGAIN_WITHIN_MS);
