import * as z from 'zod/mini';
import { endpoint, type Told } from '#packages/http';
import { field } from '#packages/kernel';
import { anyone, onePerson } from '../access-kinds.ts';
import { emailAddress, language, personName } from '../names.ts';
import { rolesToGive } from '../roles.ts';

const invitationToken = z.string().check(z.regex(/^[\w-]{43}$/));
const teamCode = z.string().check(z.minLength(1), z.maxLength(40));

const invitation = z.object({
  schoolName: z.string(),
  /** Null: the invitation is to a role in the school. */
  teamName: field.nullable(z.string()),
  /** Null: a place in the team. */
  role: field.nullable(z.enum(rolesToGive)),
  email: emailAddress,
  name: field.nullable(personName),
  invitedBy: z.string(),
  /** new: give a name · accept: one tap · sign-in: prove first who you are · other: somebody else is signed in. */
  next: z.enum(['new', 'accept', 'sign-in', 'other']),
});
export type Invitation = Told<z.output<typeof invitation>>;

const teamBehindCode = z.object({ teamName: z.string(), schoolName: z.string() });
export type TeamBehindCode = Told<z.output<typeof teamBehindCode>>;

/** Getting a place in a team: by an invitation's link (P11) or by the team's code (P12). */
export const comingInContract = {
  readInvitation: endpoint({
    method: 'POST',
    url: '/invitations/read',
    access: anyone,
    summary: 'What an invitation is for, for whoever holds its link.',
    body: z.object({ token: invitationToken }),
    answer: invitation,
    callsPerMinute: 30,
  }),
  acceptInvitation: endpoint({
    method: 'POST',
    url: '/invitations/accept',
    access: anyone,
    summary:
      'Accepts an invitation; somebody new is made and signed in, somebody known has to be signed in already.',
    body: z.object({
      token: invitationToken,
      name: z._default(z.nullable(personName), null),
      language: z._default(language, 'nl'),
    }),
    answer: z.object({ personId: field.id, schoolId: field.id, teamId: field.nullable(field.id) }),
    callsPerMinute: 30,
  }),
  teamOfCode: endpoint({
    method: 'GET',
    url: '/join/:code',
    access: anyone,
    summary: 'The name of the team behind a valid team code.',
    params: z.object({ code: teamCode }),
    answer: teamBehindCode,
    callsPerMinute: 15,
  }),
  mailCode: endpoint({
    method: 'POST',
    url: '/join/code',
    access: anyone,
    summary:
      'Mails a one-time code to somebody who comes with a team code; the place is given when they sign in.',
    body: z.object({
      code: z.string().check(z.maxLength(40)),
      name: personName,
      email: emailAddress,
      language: z._default(language, 'nl'),
    }),
    answer: z.object({ asked: z.literal(true) }),
    callsPerMinute: 15,
  }),
  join: endpoint({
    method: 'POST',
    url: '/join',
    access: onePerson,
    summary: 'Joins a team by its code, for somebody who is signed in.',
    body: z.object({ code: teamCode }),
    answer: z.object({ schoolId: field.id, teamId: field.id }),
    callsPerMinute: 15,
  }),
};
