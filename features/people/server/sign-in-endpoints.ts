import { signInContract } from '#features/people/domain';
import { type Implementation, implement } from '#packages/http/server';
import { isRefusal } from '#packages/kernel';
import { browserCookie, browserCookieName, noCookie, sessionCookie } from './cookies.ts';
import type { House } from './house.ts';
import { joinTeam } from './joining.ts';
import { askForCode, tryCode } from './sign-in.ts';

export function signInEndpoints(parts: House): readonly Implementation[] {
  const { sessions } = parts;
  return [
    implement(signInContract.mailCode)(async ({ body, cookies, setCookie }) => {
      const browser = cookies[browserCookieName];
      const asked = await askForCode(parts, { ...body, browser, joining: null });
      if (isRefusal(asked)) return asked;
      setCookie(browserCookie(asked.browser));
      return { asked: true };
    }),

    implement(signInContract.signIn)(async ({ body, cookies, setCookie, actor, sessionId, userAgent }) => {
      const proven = await tryCode(parts, { ...body, browser: cookies[browserCookieName] });
      if (isRefusal(proven)) return proven;
      if (proven.joining) {
        const joined = await joinTeam(parts, proven.joining, proven.personId);
        if (isRefusal(joined)) return joined;
      }
      if (actor && sessionId !== null) await sessions.end({ actor, sessionId });
      const { token } = await sessions.open({ personId: proven.personId }, userAgent);
      setCookie(sessionCookie(token));
      setCookie(noCookie(browserCookieName));
      return { personId: proven.personId, joinedTeam: proven.joining?.teamId ?? null };
    }),
  ];
}
