import * as z from 'zod/mini';
import { endpoint, list, type Told } from '#packages/http';
import { field } from '#packages/kernel';
import { ofSchool, schoolParams } from '../access-kinds.ts';
import { type RoleToGive, rolesToGive, schoolRoles } from '../actor.ts';
import { emailAddress, personName } from '../names.ts';
import { peopleRecords } from '../records.ts';
import { invited, invitee, openInvitation, withdrawn } from './invitations.ts';

const teamOfSchool = z.object({ ...peopleRecords.team.shape, mayRead: z.boolean() });
export type TeamOfSchool = Told<z.output<typeof teamOfSchool>>;

const heldRole = z.object({ id: field.id, role: z.enum(schoolRoles), teamId: field.nullable(field.id) });
export type HeldRole = Told<z.output<typeof heldRole>>;

const schoolPerson = z.object({
  personId: field.id,
  name: personName,
  email: emailAddress,
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
  teams: endpoint({
    method: 'GET',
    url: '/schools/:school/teams',
    access: ofSchool('school.teams'),
    summary: 'The teams of a school by name; what else may be known of them is told per team.',
    params: schoolParams,
    answer: z.object({ teams: z.array(teamOfSchool) }),
  }),
  makeTeam: endpoint({
    method: 'POST',
    url: '/schools/:school/teams',
    access: ofSchool('school.manage'),
    summary: 'Makes a team with its board; the id is made by the caller, so that asking twice makes one.',
    params: schoolParams,
    body: peopleRecords.team,
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
