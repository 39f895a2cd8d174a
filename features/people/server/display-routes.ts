import * as z from 'zod/mini';
import { field, isRefusal, refuse } from '#packages/kernel';
import {
  collectSession,
  pairDisplay,
  pairingState,
  renameDisplay,
  startPairing,
  unpairDisplay,
} from './displays.ts';
import { noCookie, type PeopleParts, pairingCookieName, sessionCookie } from './parts.ts';
import { type AnyRoute, route, teamParams } from './route.ts';
import { typedCode } from './secrets.ts';

const PAIRING_COOKIE_SECONDS = 3600;

/** A wall screen becomes a team's board (rule P13). */
export function displayRoutes(parts: PeopleParts): AnyRoute[] {
  return [
    route({
      method: 'POST',
      url: '/display/pairing',
      access: { of: 'anyone' },
      summary: 'Gives a wall screen a code to show; only this browser can collect what comes of it.',
      callsPerMinute: 20,
      handle: async ({ cookies }) => {
        const { code, browser, expiresAt } = await startPairing(parts, cookies[pairingCookieName]);
        return {
          body: { code, expiresAt },
          cookies: [{ name: pairingCookieName, value: browser, maxAge: PAIRING_COOKIE_SECONDS }],
        };
      },
    }),

    route({
      method: 'GET',
      url: '/display/pairing',
      access: { of: 'anyone' },
      summary: 'Whether somebody has entered the code that this browser shows: none, waiting or paired.',
      handle: async ({ cookies }) => ({ body: await pairingState(parts, cookies[pairingCookieName]) }),
    }),

    route({
      method: 'POST',
      url: '/display/session',
      access: { of: 'anyone' },
      summary: 'Signs a paired screen in as its team’s board; whoever was signed in on it is signed out.',
      callsPerMinute: 20,
      handle: async ({ cookies, actor, sessionId, userAgent }) => {
        const collected = await collectSession(parts, { browser: cookies[pairingCookieName], userAgent });
        if (isRefusal(collected)) return collected;
        if (actor?.kind === 'person' && sessionId !== null) await parts.sessions.end({ actor, sessionId });
        return {
          body: { paired: true },
          cookies: [sessionCookie(collected.token), noCookie(pairingCookieName)],
        };
      },
    }),

    route({
      method: 'POST',
      url: '/teams/:team/displays',
      access: { of: 'team', capability: 'team.manage' },
      summary: 'Pairs the wall screen that shows this code with the team.',
      params: teamParams,
      body: z.object({ code: z.string().check(z.minLength(1), z.maxLength(20)), name: field.line(60) }),
      callsPerMinute: 15,
      handle: async ({ actor, team, body }) => {
        if (actor.kind !== 'person') return refuse('not-found');
        const { schoolId, teamId } = team;
        const paired = await pairDisplay(parts, {
          schoolId,
          teamId,
          by: actor.personId,
          code: typedCode(body.code),
          name: body.name,
        });
        return isRefusal(paired) ? paired : { body: paired };
      },
    }),

    route({
      method: 'PUT',
      url: '/teams/:team/displays/:display',
      access: { of: 'team', capability: 'team.manage' },
      summary: 'Gives a wall screen another name.',
      params: z.extend(teamParams, { display: field.id }),
      body: z.object({ name: field.line(60) }),
      handle: async ({ team, params, body }) => {
        const { schoolId, teamId } = team;
        const done = await renameDisplay(parts, {
          schoolId,
          teamId,
          displayId: params.display,
          name: body.name,
        });
        return done ? { body: { renamed: true } } : refuse('not-found');
      },
    }),

    route({
      method: 'DELETE',
      url: '/teams/:team/displays/:display',
      access: { of: 'team', capability: 'team.manage' },
      summary: 'Un-pairs a wall screen; its board closes at once.',
      params: z.extend(teamParams, { display: field.id }),
      handle: async ({ team, params }) => {
        const { schoolId, teamId } = team;
        const done = await unpairDisplay(parts, { schoolId, teamId, displayId: params.display });
        return done ? { body: { unpaired: true } } : refuse('not-found');
      },
    }),
  ];
}
