import type { Rights, TeamKind } from '#features/people/domain';
import type { Database } from '#packages/database';
import type { Cookie } from '#packages/http/server';
import type { Outbox } from '#packages/mail';
import type { Change } from '#packages/sync';
import type { Streams } from '#packages/sync/server';
import type { FindThings } from './find-things.ts';
import type { Secrets } from './secrets.ts';
import type { Sessions } from './sessions.ts';

/** What the endpoints of this feature are built from. */
export type PeopleParts = {
  readonly database: Database;
  readonly streams: Pick<Streams, 'run' | 'openStream' | 'snapshot'>;
  readonly outbox: Outbox;
  readonly sessions: Sessions;
  readonly secrets: Secrets;
  readonly rights: Rights;
  readonly find: FindThings;
  /** Where people reach the product, without a slash at the end: for links in mail. */
  readonly baseUrl: string;
  /** The first records of a team's board, beside the team itself: of its improvement board by the kind of team, or of its second. */
  readonly firstRecords: (board: {
    readonly teamId: string;
    readonly kind: TeamKind | 'organisational';
  }) => readonly Change[];
};

export const sessionCookieName = '__Host-session';
export const browserCookieName = '__Host-browser';
export const pairingCookieName = '__Host-pairing';

/** As long as browsers keep a cookie at all; it is given anew at every visit. The session itself decides. */
const LONGEST_COOKIE_SECONDS = 400 * 86_400;

export const sessionCookie = (token: string): Cookie => ({
  name: sessionCookieName,
  value: token,
  maxAge: LONGEST_COOKIE_SECONDS,
});

/** A browser keeps the mark by which it asked for a code a little longer than the code is valid. */
const HOUR_SECONDS = 3600;
export const browserCookie = (value: string): Cookie => ({
  name: browserCookieName,
  value,
  maxAge: HOUR_SECONDS,
});
export const pairingCookie = (value: string): Cookie => ({
  name: pairingCookieName,
  value,
  maxAge: HOUR_SECONDS,
});

export const noCookie = (name: string): Cookie => ({ name, value: '', maxAge: 0 });

export const isoIn = (now: number, minutes: number): string => new Date(now + minutes * 60_000).toISOString();
