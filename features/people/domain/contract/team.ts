import * as z from 'zod/mini';
import { endpoint, list, type Told } from '#packages/http';
import { field } from '#packages/kernel';
import { ofTeam, teamParams } from '../access-kinds.ts';
import { emailAddress } from '../names.ts';
import { peopleRecords } from '../records.ts';
import { roles } from '../roles.ts';
import { invited, invitee, openInvitation, withdrawn } from './invitations.ts';
import { myTeam } from './me.ts';

export const MOST_INVITED_AT_ONCE = 60;

const { name, initials, joinedOn } = peopleRecords.member.shape;

const memberOfTeam = z.object({
  memberId: field.id,
  personId: field.id,
  name,
  initials,
  /** Null: there is no address to write to. */
  email: field.nullable(emailAddress),
  joinedOn,
  roles: z.array(z.enum(roles)),
});
export type MemberOfTeam = Told<z.output<typeof memberOfTeam>>;

const display = z.object({
  id: field.id,
  name: field.line(60),
  pairedAt: field.instant,
  /** Null: paired, but the screen has not come by yet. */
  lastSeenAt: field.nullable(field.instant),
});
export type Display = Told<z.output<typeof display>>;

const joinCode = z.object({ code: z.string(), renewedAt: field.instant });
export type JoinCode = Told<z.output<typeof joinCode>>;

const left = z.object({ left: z.literal(true) });

/** The people of a team: who is in it, who is asked, and leaving (P3, P11, P12). */
export const teamContract = {
  read: endpoint({
    method: 'GET',
    url: '/teams/:team',
    access: ofTeam('team.read'),
    summary: 'The team with its school and what that lies under.',
    params: teamParams,
    answer: z.object({ team: myTeam }),
  }),
  people: list({
    url: '/teams/:team/people',
    access: ofTeam('team.people'),
    summary: 'Members with their addresses and their roles in the school.',
    params: teamParams,
    orders: { joined: ['joinedOn', 'memberId'], name: ['name', 'memberId'] },
    item: memberOfTeam,
  }),
  waysIn: endpoint({
    method: 'GET',
    url: '/teams/:team/ways-in',
    access: ofTeam('team.people'),
    summary:
      'The board displays that are signed in as this team; for whoever settles who is in it also the join code.',
    params: teamParams,
    answer: z.object({
      /** Null for whoever does not settle who is in the team (P3). */
      joinCode: field.nullable(joinCode),
      displays: z.array(display),
    }),
  }),
  invitations: list({
    url: '/teams/:team/invitations',
    access: ofTeam('team.manage'),
    summary: 'Invitations to the team that nobody has taken up yet.',
    params: teamParams,
    orders: { oldest: ['invitedAt', 'id'], newest: ['-invitedAt', '-id'] },
    item: openInvitation,
  }),
  invite: endpoint({
    method: 'POST',
    url: '/teams/:team/invitations',
    access: ofTeam('team.manage'),
    summary: 'Invites people to the team by mail.',
    params: teamParams,
    body: z.object({
      people: z.array(z.object(invitee)).check(z.minLength(1), z.maxLength(MOST_INVITED_AT_ONCE)),
    }),
    answer: invited,
    callsPerMinute: 20,
    itemsPerMinute: { most: MOST_INVITED_AT_ONCE, count: ({ people }) => people.length },
  }),
  withdrawInvitation: endpoint({
    method: 'DELETE',
    url: '/teams/:team/invitations/:invitation',
    access: ofTeam('team.manage'),
    summary: 'Withdraws an invitation; its link is void at once.',
    params: z.object({ team: field.id, invitation: field.id }),
    answer: withdrawn,
  }),
  renewJoinCode: endpoint({
    method: 'POST',
    url: '/teams/:team/join-code',
    access: ofTeam('team.manage'),
    summary: 'Gives the team a new join code; the old one is void at once.',
    params: teamParams,
    answer: joinCode,
    callsPerMinute: 20,
  }),
  takeOut: endpoint({
    method: 'DELETE',
    url: '/teams/:team/members/:member',
    access: ofTeam('team.manage'),
    summary: 'Takes somebody out of the team.',
    params: z.object({ team: field.id, member: field.id }),
    answer: left,
  }),
  joinIn: endpoint({
    method: 'POST',
    url: '/teams/:team/join-in',
    access: ofTeam('team.join'),
    summary: 'Gives whoever may join the team’s sessions a place at its board, beside the team.',
    params: teamParams,
    answer: z.object({ joined: z.literal(true) }),
  }),
  secondBoard: endpoint({
    method: 'POST',
    url: '/teams/:team/organisational-board',
    access: ofTeam('team.describe'),
    summary:
      'Opens the team’s second board, for day-to-day matters; asked again, it is the one that there is.',
    params: teamParams,
    answer: z.object({ boardId: field.id }),
  }),
  leave: endpoint({
    method: 'POST',
    url: '/teams/:team/leave',
    access: ofTeam('team.leave'),
    summary: 'Leaves the team oneself; the board is closed to this person at once.',
    params: teamParams,
    answer: left,
  }),
};
