import * as z from 'zod/mini';
import { personName } from '#features/people/domain';
import { isRefusal, refuse } from '#packages/kernel';
import { acceptInvitation, readInvitation } from './accepting.ts';
import { joinTeam, teamOfJoinCode } from './joining.ts';
import { type PeopleParts, sessionCookie } from './parts.ts';
import { type AnyRoute, route } from './route.ts';
import { language } from './sign-in-routes.ts';

const invitationToken = z.string().check(z.regex(/^[\w-]{43}$/));
const joinCode = z.string().check(z.minLength(1), z.maxLength(40));

/** Getting a place in a team: by an invitation's link (P11) or by the team's code (P12). */
export function comingInRoutes(parts: PeopleParts): AnyRoute[] {
  return [
    route({
      method: 'POST',
      url: '/invitations/read',
      access: { of: 'anyone' },
      summary: 'What an invitation is for, for whoever holds its link.',
      body: z.object({ token: invitationToken }),
      callsPerMinute: 30,
      handle: async ({ body, actor }) => {
        const invitation = await readInvitation(parts, body.token, actor);
        return isRefusal(invitation) ? invitation : { body: invitation };
      },
    }),

    route({
      method: 'POST',
      url: '/invitations/accept',
      access: { of: 'anyone' },
      summary:
        'Accepts an invitation; somebody new is made and signed in, somebody known has to be signed in already.',
      body: z.object({
        token: invitationToken,
        name: z._default(z.nullable(personName), null),
        language: z._default(language, 'nl'),
      }),
      callsPerMinute: 30,
      handle: async ({ body, actor, userAgent }) => {
        const accepted = await acceptInvitation(parts, { ...body, actor });
        if (isRefusal(accepted)) return accepted;
        const { isNew, ...place } = accepted;
        if (!isNew) return { body: place };
        const { token } = await parts.sessions.open({ personId: place.personId }, userAgent);
        return { body: place, cookies: [sessionCookie(token)] };
      },
    }),

    route({
      method: 'GET',
      url: '/join/:code',
      access: { of: 'anyone' },
      summary: 'The name of the team behind a valid team code.',
      params: z.object({ code: joinCode }),
      callsPerMinute: 15,
      handle: async ({ params }) => {
        const place = await teamOfJoinCode(parts, params.code);
        if (!place) return refuse('people.join-code-wrong');
        return { body: { teamName: place.teamName, schoolName: place.schoolName } };
      },
    }),

    route({
      method: 'POST',
      url: '/join',
      access: { of: 'person' },
      summary: 'Joins a team by its code, for somebody who is signed in.',
      body: z.object({ code: joinCode }),
      callsPerMinute: 15,
      handle: async ({ actor, body }) => {
        const place = await teamOfJoinCode(parts, body.code);
        if (!place) return refuse('people.join-code-wrong');
        const joined = await joinTeam(parts, place, actor.personId);
        return isRefusal(joined) ? joined : { body: { schoolId: place.schoolId, teamId: place.teamId } };
      },
    }),
  ];
}
