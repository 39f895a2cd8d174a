import * as z from 'zod/mini';
import { personName } from '#features/people/domain';
import { field, refuse } from '#packages/kernel';
import { deviceName } from './device.ts';
import { describeMe } from './me.ts';
import { type PeopleParts, sessionCookie, sessionCookieName } from './parts.ts';
import { type AnyRoute, route } from './route.ts';
import { isToken } from './secrets.ts';
import { language } from './sign-in-routes.ts';

/** About oneself (rules P9, P10). */
export function meRoutes({ database, sessions }: PeopleParts): AnyRoute[] {
  return [
    route({
      method: 'GET',
      url: '/me',
      access: { of: 'anyone' },
      summary: 'Who this browser is, a person or a board display, with its teams and schools.',
      handle: async ({ actor, cookies }) => {
        const me = actor && (await describeMe(database, actor));
        if (!me) return refuse('sign-in-first');
        const token = cookies[sessionCookieName];
        // Browsers forget a cookie after 400 days; a wall screen that is on every day must not be among them.
        return { body: me, cookies: isToken(token) ? [sessionCookie(token)] : [] };
      },
    }),

    route({
      method: 'PUT',
      url: '/me',
      access: { of: 'person' },
      summary: 'Changes the own name and language.',
      body: z.object({ name: personName, language }),
      handle: async ({ actor, body }) => {
        await database.within(
          { scope: 'person', person: actor.personId },
          (sql) =>
            sql`update person set name = ${body.name}, language = ${body.language} where id = ${actor.personId}`,
        );
        const me = await describeMe(database, actor);
        return me ? { body: me } : refuse('sign-in-first');
      },
    }),

    route({
      method: 'GET',
      url: '/me/sessions',
      access: { of: 'person' },
      summary: 'Browsers in which this person is signed in.',
      handle: async ({ actor, sessionId }) => {
        const devices = await sessions.listOf(actor.personId);
        return {
          body: {
            sessions: devices.map(({ userAgent, ...device }) => ({
              ...device,
              ...deviceName(userAgent),
              isThisOne: device.id === sessionId,
            })),
          },
        };
      },
    }),

    route({
      method: 'DELETE',
      url: '/me/sessions/:session',
      access: { of: 'person' },
      summary: 'Signs one of the own browsers out; what it has open closes at once.',
      params: z.object({ session: field.id }),
      handle: async ({ actor, params }) => {
        const ended = await sessions.revoke(actor.personId, params.session);
        return ended.length > 0 ? { body: { ended: 1 } } : refuse('not-found');
      },
    }),
  ];
}
