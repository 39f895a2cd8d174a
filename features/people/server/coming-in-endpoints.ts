import { comingInContract } from '#features/people/domain';
import { type Implementation, implement } from '#packages/http/server';
import { isRefusal, refuse } from '#packages/kernel';
import { acceptInvitation, readInvitation } from './accepting.ts';
import { browserCookie, browserCookieName, sessionCookie } from './cookies.ts';
import type { House } from './house.ts';
import { joinTeam, teamOfJoinCode } from './joining.ts';
import { askForCode } from './sign-in.ts';

export function comingInEndpoints(parts: House): readonly Implementation[] {
  return [
    implement(comingInContract.readInvitation)(({ body, actor }) => readInvitation(parts, body.token, actor)),

    implement(comingInContract.acceptInvitation)(async ({ body, actor, userAgent, setCookie }) => {
      const accepted = await acceptInvitation(parts, { ...body, actor });
      if (isRefusal(accepted)) return accepted;
      const { isNew, ...place } = accepted;
      if (isNew) {
        const { token } = await parts.sessions.open({ personId: place.personId }, userAgent);
        setCookie(sessionCookie(token));
      }
      return place;
    }),

    implement(comingInContract.teamOfCode)(async ({ params }) => {
      const place = await teamOfJoinCode(parts, params.code);
      if (!place) return refuse('people.join-code-wrong');
      return { teamName: place.teamName, schoolName: place.schoolName };
    }),

    implement(comingInContract.mailCode)(async ({ body, cookies, setCookie }) => {
      const place = await teamOfJoinCode(parts, body.code);
      if (!place) return refuse('people.join-code-wrong');
      const asked = await askForCode(parts, {
        email: body.email,
        language: body.language,
        browser: cookies[browserCookieName],
        joining: { schoolId: place.schoolId, teamId: place.teamId, name: body.name },
      });
      if (isRefusal(asked)) return asked;
      setCookie(browserCookie(asked.browser));
      return { asked: true };
    }),

    implement(comingInContract.join)(async ({ actor, body }) => {
      const place = await teamOfJoinCode(parts, body.code);
      if (!place) return refuse('people.join-code-wrong');
      const joined = await joinTeam(parts, place, actor.personId);
      return isRefusal(joined) ? joined : { schoolId: place.schoolId, teamId: place.teamId };
    }),
  ];
}
