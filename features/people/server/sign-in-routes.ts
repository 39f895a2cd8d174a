import * as z from 'zod/mini';
import { emailAddress, personName } from '#features/people/domain';
import { isRefusal, refuse } from '#packages/kernel';
import { joinTeam, teamOfJoinCode } from './joining.ts';
import { browserCookieName, noCookie, type PeopleParts, sessionCookie, sessionCookieName } from './parts.ts';
import { type AnyRoute, route } from './route.ts';
import { askForCode, tryCode } from './sign-in.ts';

/** A browser keeps its mark a little longer than a code is valid. */
const BROWSER_COOKIE_SECONDS = 3600;

export const language = z.enum(['nl', 'en']);

/** Coming in and going out (rules P7–P10). */
export function signInRoutes(parts: PeopleParts): AnyRoute[] {
  const { sessions } = parts;
  const browserCookie = (value: string) => ({
    name: browserCookieName,
    value,
    maxAge: BROWSER_COOKIE_SECONDS,
  });
  return [
    route({
      method: 'POST',
      url: '/sign-in/code',
      access: { of: 'anyone' },
      summary: 'Mails a one-time code; the answer is the same for an address that is not known.',
      body: z.object({ email: emailAddress, language: z._default(language, 'nl') }),
      callsPerMinute: 30,
      handle: async ({ body, cookies }) => {
        const asked = await askForCode(parts, {
          ...body,
          browser: cookies[browserCookieName],
          joining: null,
        });
        return isRefusal(asked) ? asked : { body: { asked: true }, cookies: [browserCookie(asked.browser)] };
      },
    }),

    route({
      method: 'POST',
      url: '/join/code',
      access: { of: 'anyone' },
      summary:
        'Mails a one-time code to somebody who comes with a team code; the place is given when they sign in.',
      body: z.object({
        code: z.string().check(z.maxLength(40)),
        name: personName,
        email: emailAddress,
        language: z._default(language, 'nl'),
      }),
      callsPerMinute: 15,
      handle: async ({ body, cookies }) => {
        const place = await teamOfJoinCode(parts, body.code);
        if (!place) return refuse('people.join-code-wrong');
        const asked = await askForCode(parts, {
          email: body.email,
          language: body.language,
          browser: cookies[browserCookieName],
          joining: { schoolId: place.schoolId, teamId: place.teamId, name: body.name },
        });
        return isRefusal(asked) ? asked : { body: { asked: true }, cookies: [browserCookie(asked.browser)] };
      },
    }),

    route({
      method: 'POST',
      url: '/sign-in',
      access: { of: 'anyone' },
      summary: 'Signs in with a mailed code, in the browser that asked for it.',
      body: z.object({ email: emailAddress, code: z.string().check(z.trim(), z.regex(/^\d{6}$/)) }),
      callsPerMinute: 60,
      handle: async ({ body, cookies, actor, sessionId, userAgent }) => {
        const proven = await tryCode(parts, { ...body, browser: cookies[browserCookieName] });
        if (isRefusal(proven)) return proven;
        if (proven.joining) {
          const joined = await joinTeam(parts, proven.joining, proven.personId);
          if (isRefusal(joined)) return joined;
        }
        if (actor && sessionId !== null) await sessions.end({ actor, sessionId });
        const { token } = await sessions.open({ personId: proven.personId }, userAgent);
        return {
          body: { personId: proven.personId, joinedTeam: proven.joining?.teamId ?? null },
          cookies: [sessionCookie(token), noCookie(browserCookieName)],
        };
      },
    }),

    route({
      method: 'POST',
      url: '/sign-out',
      access: { of: 'anyone' },
      summary: 'Signs this browser out; its open streams close at once.',
      handle: async ({ actor, sessionId }) => {
        // A board display is un-paired by its team, not by whoever stands in front of it.
        if (actor?.kind === 'display') return refuse('not-found');
        if (actor && sessionId !== null) await sessions.end({ actor, sessionId });
        return { body: { signedOut: true }, cookies: [noCookie(sessionCookieName)] };
      },
    }),

    route({
      method: 'POST',
      url: '/sign-out/everywhere',
      access: { of: 'person' },
      summary: 'Signs this person out in every browser.',
      handle: async ({ actor }) => {
        const ended = await sessions.revoke(actor.personId, 'all');
        return { body: { ended: ended.length }, cookies: [noCookie(sessionCookieName)] };
      },
    }),
  ];
}
