import { displayContract } from '#features/people/domain';
import { type Implementation, implement, implementWithin } from '#packages/http/server';
import { isRefusal, refuse } from '#packages/kernel';
import { noCookie, pairingCookie, pairingCookieName, sessionCookie } from './cookies.ts';
import {
  collectSession,
  pairDisplay,
  pairingState,
  renameDisplay,
  startPairing,
  unpairDisplay,
} from './displays.ts';
import type { House } from './house.ts';
import { typedCode } from './secrets.ts';

export function displayEndpoints(parts: House): readonly Implementation[] {
  const { database, sessions } = parts;
  return [
    implement(displayContract.startPairing)(async ({ cookies, setCookie }) => {
      const { code, browser, expiresAt } = await startPairing(parts, cookies[pairingCookieName]);
      setCookie(pairingCookie(browser));
      return { code, expiresAt };
    }),

    implement(displayContract.pairing)(({ cookies }) => pairingState(parts, cookies[pairingCookieName])),

    implement(displayContract.collectSession)(async ({ cookies, actor, sessionId, userAgent, setCookie }) => {
      const collected = await collectSession(parts, { browser: cookies[pairingCookieName], userAgent });
      if (isRefusal(collected)) return collected;
      if (actor?.kind === 'person' && sessionId !== null) await sessions.end({ actor, sessionId });
      setCookie(sessionCookie(collected.token));
      setCookie(noCookie(pairingCookieName));
      return { paired: true };
    }),

    implementWithin(displayContract.pair)(async ({ sql, actor, team, body }) => {
      if (actor.kind !== 'person') return refuse('not-found');
      return pairDisplay(sql, parts, {
        schoolId: team.schoolId,
        teamId: team.teamId,
        by: actor.personId,
        code: typedCode(body.code),
        name: body.name,
      });
    }),

    implementWithin(displayContract.rename)(async ({ sql, team, params, body }) =>
      (await renameDisplay(sql, team.teamId, params.display, body.name))
        ? { renamed: true }
        : refuse('not-found'),
    ),

    implement(displayContract.unpair)(async ({ team, params, within }) => {
      const { display } = params;
      if (!(await within((sql) => unpairDisplay(sql, team.teamId, display, database.now()))))
        return refuse('not-found');
      await sessions.revokeDisplay(team.schoolId, display);
      return { unpaired: true };
    }),
  ];
}
