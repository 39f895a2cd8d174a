import * as z from 'zod/mini';
import { emailAddress, personName } from '#features/people/domain';
import { field, isRefusal, newId, type Refusal, refuse } from '#packages/kernel';
import { invite, withdraw } from './invitations.ts';
import type { PeopleParts } from './parts.ts';
import { type AnyRoute, type Person, route, teamParams } from './route.ts';
import { renewJoinCode, teamPeople } from './team-people.ts';

const MOST_INVITED_AT_ONCE = 60;

/** The people of a team: who is in it, who is asked, and leaving (P3, P11, P12). */
export function teamRoutes(parts: PeopleParts): AnyRoute[] {
  const { database } = parts;
  return [
    route({
      method: 'GET',
      url: '/teams/:team/people',
      access: { of: 'team', capability: 'team.manage' },
      summary: 'Members with their addresses, open invitations, the join code and the board displays.',
      params: teamParams,
      handle: async ({ team }) => ({
        body: await database.within({ scope: 'school', school: team.schoolId, person: null }, (sql) =>
          teamPeople(sql, team.schoolId, team.teamId, database.now()),
        ),
      }),
    }),

    route({
      method: 'POST',
      url: '/teams/:team/invitations',
      access: { of: 'team', capability: 'team.manage' },
      summary: 'Invites people to the team by mail.',
      params: teamParams,
      body: z.object({
        people: z
          .array(z.object({ email: emailAddress, name: z._default(z.nullable(personName), null) }))
          .check(z.minLength(1), z.maxLength(MOST_INVITED_AT_ONCE)),
      }),
      callsPerMinute: 20,
      itemsPerMinute: { most: MOST_INVITED_AT_ONCE, count: ({ people }) => people.length },
      handle: async ({ actor, team, body }) => {
        if (actor.kind !== 'person') return refuse('not-found');
        const purpose = { schoolId: team.schoolId, teamId: team.teamId, role: null };
        const outcomes = await invite(parts, { purpose, by: actor.personId, invitees: unique(body.people) });
        return isRefusal(outcomes) ? outcomes : { body: { outcomes } };
      },
    }),

    route({
      method: 'DELETE',
      url: '/teams/:team/invitations/:invitation',
      access: { of: 'team', capability: 'team.manage' },
      summary: 'Withdraws an invitation; its link is void at once.',
      params: z.extend(teamParams, { invitation: field.id }),
      handle: async ({ team, params }) => {
        const done = await database.within({ scope: 'school', school: team.schoolId, person: null }, (sql) =>
          withdraw(sql, params.invitation, team.teamId, database.now()),
        );
        return done ? { body: { withdrawn: true } } : refuse('not-found');
      },
    }),

    route({
      method: 'POST',
      url: '/teams/:team/join-code',
      access: { of: 'team', capability: 'team.manage' },
      summary: 'Gives the team a new join code; the old one is void at once.',
      params: teamParams,
      callsPerMinute: 20,
      handle: async ({ team }) => ({
        body: await database.within({ scope: 'school', school: team.schoolId, person: null }, (sql) =>
          renewJoinCode(sql, team.schoolId, team.teamId, database.now()),
        ),
      }),
    }),

    route({
      method: 'DELETE',
      url: '/teams/:team/members/:member',
      access: { of: 'team', capability: 'team.manage' },
      summary: 'Takes somebody out of the team.',
      params: z.extend(teamParams, { member: field.id }),
      handle: async ({ actor, team, params }) => {
        if (actor.kind !== 'person') return refuse('not-found');
        const gone = await leave(parts, actor, { ...team, memberId: params.member });
        return isRefusal(gone) ? gone : { body: { left: true } };
      },
    }),

    route({
      method: 'POST',
      url: '/teams/:team/leave',
      access: { of: 'team', capability: 'board.use' },
      summary: 'Leaves the team oneself; the board is closed to this person at once.',
      params: teamParams,
      handle: async ({ actor, team }) => {
        if (actor.kind !== 'person') return refuse('not-found');
        const mine = actor.memberships.find((membership) => membership.teamId === team.teamId);
        if (!mine) return refuse('not-found');
        const gone = await leave(parts, actor, mine);
        return isRefusal(gone) ? gone : { body: { left: true } };
      },
    }),
  ];
}

/** What the person did stays on the board under their name; they themselves see nothing of it any more. */
async function leave(
  { database, streams, sessions }: PeopleParts,
  actor: Person,
  place: { readonly schoolId: string; readonly teamId: string; readonly memberId: string },
): Promise<Refusal | null> {
  const { schoolId, teamId, memberId } = place;
  const [member] = await database.within(
    { scope: 'school', school: schoolId, person: actor.personId },
    (sql) =>
      sql<
        { personId: string }[]
      >`select person_id as "personId" from member where team_id = ${teamId} and id = ${memberId}`,
  );
  if (!member) return refuse('not-found');
  const result = await streams.run({
    school: schoolId,
    team: teamId,
    person: actor.personId,
    member: actor.memberships.find((membership) => membership.teamId === teamId)?.memberId ?? null,
    message: { id: newId(database.now()), name: 'member.leave', payload: { memberId } },
  });
  if ('refused' in result) return refuse(result.refused, result.detail);
  await sessions.personChanged(member.personId);
  return null;
}

function unique<T extends { readonly email: string }>(people: readonly T[]): T[] {
  return [...new Map(people.map((person) => [person.email, person])).values()];
}
