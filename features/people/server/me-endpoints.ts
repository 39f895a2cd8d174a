import { meContract } from '#features/people/domain';
import { type Implementation, implement } from '#packages/http/server';
import { refuse } from '#packages/kernel';
import { noCookie, sessionCookie, sessionCookieName } from './cookies.ts';
import { deviceName } from './device.ts';
import type { House } from './house.ts';
import { describeMe } from './me.ts';
import { isToken } from './secrets.ts';

export function meEndpoints(parts: House): readonly Implementation[] {
  const { sessions } = parts;
  return [
    implement(meContract.read)(async ({ actor, cookies, setCookie }) => {
      const me = actor && (await describeMe(parts, actor));
      if (!me) return refuse('sign-in-first');
      const token = cookies[sessionCookieName];
      // Browsers forget a cookie after 400 days; a wall screen that is on every day must not be among them.
      if (isToken(token)) setCookie(sessionCookie(token));
      return me;
    }),

    implement(meContract.change)(async ({ actor, body, within }) => {
      const { name, language } = body;
      await within(
        (sql) => sql`update person set name = ${name}, language = ${language} where id = ${actor.personId}`,
      );
      return (await describeMe(parts, actor)) ?? refuse('sign-in-first');
    }),

    implement(meContract.sessions)(async ({ actor, sessionId }) => {
      const devices = await sessions.listOf(actor.personId);
      return {
        sessions: devices.map(({ userAgent, ...device }) => ({
          ...device,
          ...deviceName(userAgent),
          isThisOne: device.id === sessionId,
        })),
      };
    }),

    implement(meContract.endSession)(async ({ actor, params }) => {
      const ended = await sessions.revoke(actor.personId, params.session);
      return ended.length > 0 ? { ended: 1 } : refuse('not-found');
    }),

    implement(meContract.signOut)(async ({ actor, sessionId, setCookie }) => {
      // A board display is un-paired by its team, not by whoever stands in front of it.
      if (actor?.kind === 'display') return refuse('not-found');
      if (actor && sessionId !== null) await sessions.end({ actor, sessionId });
      setCookie(noCookie(sessionCookieName));
      return { signedOut: true };
    }),

    implement(meContract.signOutEverywhere)(async ({ actor, setCookie }) => {
      const ended = await sessions.revoke(actor.personId, 'all');
      setCookie(noCookie(sessionCookieName));
      return { ended: ended.length };
    }),
  ];
}
