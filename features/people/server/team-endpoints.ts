import { type Actor, type TeamThing, teamContract } from '#features/people/domain';
import { type Implementation, implement, implementWithin, type Within } from '#packages/http/server';
import { isRefusal, newId, type Refusal, refuse } from '#packages/kernel';
import type { House } from './house.ts';
import { invite, openInvitations, withdraw } from './invitations.ts';
import { joinIn } from './joining-in.ts';
import { describeTeam } from './me.ts';
import { openSecondBoard } from './second-board.ts';
import { joinCodeOf, renewJoinCode, teamDisplays, teamPeople } from './team-people.ts';

export function teamEndpoints(parts: House): readonly Implementation[] {
  const { database, rights } = parts;
  return [
    implementWithin(teamContract.read)(async ({ sql, actor, team }) => {
      const described = await describeTeam(sql, actor, team.teamId);
      return described ? { team: described } : refuse('not-found');
    }),

    implementWithin(teamContract.people)(({ sql, page, team }) => page(sql, teamPeople(sql, team.teamId))),

    implementWithin(teamContract.waysIn)(async ({ sql, actor, team }) => {
      const settles = rights.can(actor, 'team.manage', team);
      const [joinCode, displays] = await Promise.all([
        settles ? joinCodeOf(sql, team.schoolId, team.teamId, database.now()) : null,
        teamDisplays(sql, team.teamId),
      ]);
      return { joinCode, displays };
    }),

    implementWithin(teamContract.invitations)(({ sql, page, team }) =>
      page(sql, openInvitations(sql, team.teamId, database.now())),
    ),

    implement(teamContract.invite)(async ({ actor, team, body, within }) => {
      if (actor.kind !== 'person') return refuse('not-found');
      const purpose = { schoolId: team.schoolId, teamId: team.teamId, role: null };
      return invite(parts, within, { purpose, by: actor.personId, invitees: unique(body.people) });
    }),

    implementWithin(teamContract.withdrawInvitation)(async ({ sql, team, params }) =>
      (await withdraw(sql, params.invitation, team.teamId, database.now()))
        ? { withdrawn: true }
        : refuse('not-found'),
    ),

    implementWithin(teamContract.renewJoinCode)(({ sql, team }) =>
      renewJoinCode(sql, team.schoolId, team.teamId, database.now()),
    ),

    implement(teamContract.takeOut)(({ actor, team, params, within }) =>
      takeOut(parts, within, actor, team, params.member),
    ),

    implement(teamContract.joinIn)(async ({ actor, team }) => {
      if (actor.kind !== 'person') return refuse('not-found');
      const joined = await joinIn(parts, actor, team);
      return isRefusal(joined) ? joined : { joined: true };
    }),

    implement(teamContract.secondBoard)(async ({ actor, team }) =>
      actor.kind === 'person' ? openSecondBoard(parts, team, actor.personId) : refuse('not-found'),
    ),

    implement(teamContract.leave)(async ({ actor, team, within }) => {
      const mine = memberIn(team, actor);
      return mine === null ? refuse('not-found') : takeOut(parts, within, actor, team, mine);
    }),
  ];
}

/** What the person did stays on the board under their name; they themselves see nothing of it any more. */
async function takeOut(
  { database, streams, sessions }: House,
  within: Within,
  actor: Actor,
  team: TeamThing,
  memberId: string,
): Promise<Refusal | { readonly left: true }> {
  if (actor.kind !== 'person') return refuse('not-found');
  const [member] = await within(
    (sql) => sql<{ personId: string }[]>`
      select person_id as "personId" from member where team_id = ${team.teamId} and id = ${memberId}`,
  );
  if (!member) return refuse('not-found');
  const result = await streams.run({
    ref: { kind: 'team', id: team.teamId },
    school: team.schoolId,
    person: actor.personId,
    member: memberIn(team, actor),
    message: { id: newId(database.now()), name: 'member.leave', payload: { memberId } },
  });
  if ('refused' in result) return refuse(result.refused, result.detail);
  await sessions.personChanged(member.personId);
  return { left: true };
}

function memberIn({ teamId }: TeamThing, actor: Actor): string | null {
  if (actor.kind !== 'person') return null;
  return actor.memberships.find((membership) => membership.teamId === teamId)?.memberId ?? null;
}

function unique<T extends { readonly email: string }>(people: readonly T[]): T[] {
  return [...new Map(people.map((person) => [person.email, person])).values()];
}
