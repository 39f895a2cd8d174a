import * as z from 'zod/mini';
import { endpoint, type Told } from '#packages/http';
import { field } from '#packages/kernel';
import { anyone, onePerson } from '../access-kinds.ts';
import { actor } from '../actor.ts';
import { language, personName } from '../names.ts';
import { peopleRecords, placesAtBoard } from '../records.ts';
import { roles } from '../roles.ts';
import { schoolThing } from '../things.ts';

/** So many schools stand in an answer about oneself; whoever has sight of more looks a school up (GET /schools). */
export const MOST_SCHOOLS_AT_ONCE = 12;

export const myTeam = z.object({
  ...peopleRecords.team.shape,
  school: schoolThing,
  schoolId: field.id,
  schoolName: z.string(),
  /** The place at the board, of the team or beside it; null where one has none. */
  memberId: field.nullable(field.id),
  /** As what one is there; null: a role lets one look. */
  place: field.nullable(z.enum(placesAtBoard)),
});
export type MyTeam = Told<z.output<typeof myTeam>>;

const mySchool = z.object({
  id: field.id,
  name: z.string(),
  school: schoolThing,
  /** Roles that are held in it, or over what it lies under. */
  roles: z.array(z.enum(roles)),
});
export type MySchool = Told<z.output<typeof mySchool>>;

/** What the server tells somebody about themselves; `can` answers from `actor`, on both sides. */
const me = z.object({
  actor,
  /** How the person is called; for a board display the name of the screen. */
  name: personName,
  /** Null for a board display. */
  email: field.nullable(z.string()),
  language,
  /** Own teams, those that one coaches, then others that may be opened in the schools below. */
  teams: z.array(myTeam),
  /** Schools that this person has sight of, by name, the first of them. */
  schools: z.array(mySchool),
  /** How many there are in all. */
  schoolsInAll: z.int(),
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
