import * as z from 'zod/mini';
import { endpoint, list, type Told } from '#packages/http';
import { field } from '#packages/kernel';
import { ofSchool, onePerson, schoolParams } from '../access-kinds.ts';
import { emailAddress, personName } from '../names.ts';
import { peopleRecords } from '../records.ts';
import { type RoleToGive, roles, rolesToGive } from '../roles.ts';
import { schoolThing } from '../things.ts';
import { invited, invitee, openInvitation, withdrawn } from './invitations.ts';

/** A school that somebody has sight of. */
const schoolInSight = z.object({
  id: field.id,
  name: z.string(),
  /** Its number in the government's register, and that of the site. */
  brin: field.nullable(z.string()),
  site: field.nullable(z.int()),
  /** What its governing body is called. */
  body: field.nullable(z.string()),
});
export type SchoolInSight = Told<z.output<typeof schoolInSight>>;

const settings = z.object({ membersInvite: z.boolean() });

const { id, name, kind, accent } = peopleRecords.team.shape;
/** A preparation team comes with its theme and its last day, and no other kind has them (P20). */
const teamToMake = z
  .object({
    id,
    name,
    kind,
    accent,
    theme: z._default(field.nullable(field.line(80)), null),
    endsOn: z._default(field.nullable(field.day), null),
  })
  .check(
    z.refine((team) => (team.kind === 'preparation') === (team.theme !== null), { path: ['theme'] }),
    z.refine((team) => (team.kind === 'preparation') === (team.endsOn !== null), { path: ['endsOn'] }),
  );

const teamOfSchool = z.object({ ...peopleRecords.team.shape, mayRead: z.boolean() });
export type TeamOfSchool = Told<z.output<typeof teamOfSchool>>;

const heldRole = z.object({ id: field.id, role: z.enum(roles), teamId: field.nullable(field.id) });
export type HeldRole = Told<z.output<typeof heldRole>>;

const schoolPerson = z.object({
  personId: field.id,
  name: personName,
  /** Null: there is no address to write to. */
  email: field.nullable(emailAddress),
  teams: z.array(z.object({ teamId: field.id, memberId: field.id })),
  roles: z.array(heldRole),
});
export type SchoolPerson = Told<z.output<typeof schoolPerson>>;

const role = { role: z.enum(rolesToGive), teamId: z._default(z.nullable(field.id), null) };
/** A school coach coaches a team; every other role is about the school. */
const isWhole = z.refine<{ role: RoleToGive; teamId: string | null }>(
  ({ role, teamId }) => (role === 'school-coach') === (teamId !== null),
  { path: ['teamId'] },
);

/** A school's teams and roles (P15, P6). */
export const schoolContract = {
  inSight: list({
    url: '/schools',
    access: onePerson,
    summary: 'Schools that somebody has sight of; `text` finds part of a name, or the beginning of a number.',
    filters: { text: z._default(field.prose(120), '') },
    orders: { name: ['name', 'id'] },
    item: schoolInSight,
  }),
  teams: endpoint({
    method: 'GET',
    url: '/schools/:school/teams',
    access: ofSchool('school.teams'),
    summary: 'A school with its teams by name; what else may be known of them is told per team.',
    params: schoolParams,
    answer: z.object({ name: z.string(), school: schoolThing, teams: z.array(teamOfSchool) }),
  }),
  settle: endpoint({
    method: 'PUT',
    url: '/schools/:school/settings',
    access: ofSchool('school.manage'),
    summary: 'What the school leaves to its teams: whether members settle who is in their team.',
    params: schoolParams,
    body: settings,
    answer: settings,
  }),
  makeTeam: endpoint({
    method: 'POST',
    url: '/schools/:school/teams',
    access: ofSchool('school.manage'),
    summary: 'Makes a team with its board; the id is made by the caller, so that asking twice makes one.',
    params: schoolParams,
    body: teamToMake,
    answer: z.object({ teamId: field.id }),
  }),
  people: list({
    url: '/schools/:school/people',
    access: ofSchool('school.manage'),
    summary: 'Everybody with a place or a role in the school; `text` finds part of a name or an address.',
    params: schoolParams,
    filters: { text: z._default(field.prose(80), '') },
    orders: { name: ['name', 'personId'] },
    item: schoolPerson,
  }),
  giveRole: endpoint({
    method: 'POST',
    url: '/schools/:school/roles',
    access: ofSchool('school.manage'),
    summary: 'Gives somebody of the school a role.',
    params: schoolParams,
    body: z.object({ personId: field.id, ...role }).check(isWhole),
    answer: z.object({ id: field.id }),
  }),
  takeRole: endpoint({
    method: 'DELETE',
    url: '/schools/:school/roles/:grant',
    access: ofSchool('school.manage'),
    summary: 'Takes a role; what it gave sight of closes at once.',
    params: z.object({ school: field.id, grant: field.id }),
    answer: z.object({ taken: z.literal(true) }),
  }),
  invitations: list({
    url: '/schools/:school/invitations',
    access: ofSchool('school.manage'),
    summary: 'Invitations to a role in the school that nobody has taken up yet.',
    params: schoolParams,
    orders: { oldest: ['invitedAt', 'id'], newest: ['-invitedAt', '-id'] },
    item: openInvitation,
  }),
  invite: endpoint({
    method: 'POST',
    url: '/schools/:school/invitations',
    access: ofSchool('school.manage'),
    summary: 'Invites somebody by mail to a role in the school.',
    params: schoolParams,
    body: z.object({ ...invitee, ...role }).check(isWhole),
    answer: invited,
    callsPerMinute: 20,
  }),
  withdrawInvitation: endpoint({
    method: 'DELETE',
    url: '/schools/:school/invitations/:invitation',
    access: ofSchool('school.manage'),
    summary: 'Withdraws an invitation to a role; its link is void at once.',
    params: z.object({ school: field.id, invitation: field.id }),
    answer: withdrawn,
  }),
};
