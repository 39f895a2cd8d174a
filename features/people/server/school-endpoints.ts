import { can, schoolContract, type Team } from '#features/people/domain';
import { type Implementation, implement, implementWithin } from '#packages/http/server';
import { isRefusal, refuse } from '#packages/kernel';
import { invite, openInvitations, withdraw } from './invitations.ts';
import { makeTeam } from './make-team.ts';
import type { PeopleParts } from './parts.ts';
import { giveRole, schoolPeople, takeRole } from './school-people.ts';

export function schoolEndpoints(parts: PeopleParts): readonly Implementation[] {
  const { database, sessions } = parts;
  return [
    implementWithin(schoolContract.teams)(async ({ sql, actor, schoolId }) => {
      const teams = await sql<Team[]>`select id, name, kind, accent from team order by name, id`;
      const mayRead = ({ id, kind }: Team) => can(actor, 'board.read', { schoolId, teamId: id, kind });
      return { teams: teams.map((team) => ({ ...team, mayRead: mayRead(team) })) };
    }),

    implement(schoolContract.makeTeam)(({ schoolId, body, within }) =>
      makeTeam(parts, within, { schoolId, team: body }),
    ),

    implementWithin(schoolContract.people)(({ sql, page, query }) =>
      page(sql, schoolPeople(sql, query.text)),
    ),

    implementWithin(schoolContract.invitations)(({ sql, page }) =>
      page(sql, openInvitations(sql, null, database.now())),
    ),

    implement(schoolContract.giveRole)(async ({ actor, schoolId, body, within }) => {
      const given = await within((sql) =>
        giveRole(sql, { ...body, schoolId, by: actor.personId, now: database.now() }),
      );
      if (isRefusal(given)) return given;
      await sessions.personChanged(body.personId);
      return given;
    }),

    implement(schoolContract.takeRole)(async ({ params, within }) => {
      const taken = await within((sql) => takeRole(sql, params.grant));
      if (isRefusal(taken)) return taken;
      await sessions.personChanged(taken.personId);
      return { taken: true };
    }),

    implement(schoolContract.invite)(async ({ actor, schoolId, body, within }) => {
      const { email, name, role, teamId } = body;
      const purpose = { schoolId, teamId, role };
      return invite(parts, within, { purpose, by: actor.personId, invitees: [{ email, name }] });
    }),

    implementWithin(schoolContract.withdrawInvitation)(async ({ sql, params }) =>
      (await withdraw(sql, params.invitation, null, database.now()))
        ? { withdrawn: true }
        : refuse('not-found'),
    ),
  ];
}
