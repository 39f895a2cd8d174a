import { address } from '#packages/feature/web';

/** Somebody's overview, or the front door when nobody is in. */
export const homeAt = address('/');
export const accountAt = address('/account');
export const schoolsAt = address('/schools');
export const schoolAt = address('/school/:school');

/** A team's own page: what stands below this path is shown within the team's open stream. */
export const teamAt = address('/team/:team');
export const teamPeopleAt = address('/team/:team/people');

export const signInAt = address('/sign-in');
export const joinAt = address('/join/:code?');
export const invitationAt = address('/invitation');
export const displayAt = address('/display');
export const pairScreenAt = address('/display/:code');
export const demonstrationAt = address('/demonstration');
export const mailboxAt = address('/mail');
