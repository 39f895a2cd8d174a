import * as z from 'zod/mini';
import { endpoint, type Told } from '#packages/http';
import { field } from '#packages/kernel';
import { anyone, onePerson } from '../access-kinds.ts';
import { actor, schoolRoles } from '../actor.ts';
import { language, personName } from '../names.ts';
import { peopleRecords } from '../records.ts';

/** What the server tells somebody about themselves; `can` answers from `actor`, on both sides. */
const me = z.object({
  actor,
  /** How the person is called; for a board display the name of the screen. */
  name: personName,
  /** Null for a board display. */
  email: field.nullable(z.string()),
  language,
  /** Teams whose board may be opened, own teams first. `memberId` is null in a team that is only looked at. */
  teams: z.array(
    z.object({
      ...peopleRecords.team.shape,
      schoolId: field.id,
      schoolName: z.string(),
      memberId: field.nullable(field.id),
    }),
  ),
  /** Schools in which this person has a place or a role, with the roles held there. */
  schools: z.array(z.object({ id: field.id, name: z.string(), roles: z.array(z.enum(schoolRoles)) })),
  demonstration: z.boolean(),
});
export type Me = Told<z.output<typeof me>>;

const device = z.object({
  id: field.id,
  /** Null where the browser does not say. */
  browser: field.nullable(z.string()),
  system: field.nullable(z.string()),
  signedInAt: field.instant,
  lastSeenAt: field.instant,
  isThisOne: z.boolean(),
});
export type Device = Told<z.output<typeof device>>;

/** About oneself, and going out (rules P9, P10). The shell of the web client reads this one; what it brings is always loaded. */
export const meContract = {
  read: endpoint({
    method: 'GET',
    url: '/me',
    access: anyone,
    summary: 'Who this browser is, a person or a board display, with its teams and schools.',
    answer: me,
  }),
  change: endpoint({
    method: 'PUT',
    url: '/me',
    access: onePerson,
    summary: 'Changes the own name and language.',
    body: z.object({ name: personName, language }),
    answer: me,
  }),
  sessions: endpoint({
    method: 'GET',
    url: '/me/sessions',
    access: onePerson,
    summary: 'Browsers in which this person is signed in.',
    answer: z.object({ sessions: z.array(device) }),
  }),
  endSession: endpoint({
    method: 'DELETE',
    url: '/me/sessions/:session',
    access: onePerson,
    summary: 'Signs one of the own browsers out; what it has open closes at once.',
    params: z.object({ session: field.id }),
    answer: z.object({ ended: z.literal(1) }),
  }),
  signOut: endpoint({
    method: 'POST',
    url: '/sign-out',
    access: anyone,
    summary: 'Signs this browser out; its open streams close at once.',
    answer: z.object({ signedOut: z.literal(true) }),
  }),
  signOutEverywhere: endpoint({
    method: 'POST',
    url: '/sign-out/everywhere',
    access: onePerson,
    summary: 'Signs this person out in every browser.',
    answer: z.object({ ended: z.int() }),
  }),
};
