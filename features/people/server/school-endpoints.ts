import { newTeam, type Role, schoolContract, type Team, teamIn } from '#features/people/domain';
import { type Implementation, implement, implementWithin } from '#packages/http/server';
import { dayIn, isRefusal, refuse } from '#packages/kernel';
import type { House } from './house.ts';
import { invite, openInvitations, withdraw } from './invitations.ts';
import { leaveWhereNotLetIn } from './joining-in.ts';
import { makeTeam } from './make-team.ts';
import { giveRole, schoolPeople, takeRole } from './school-people.ts';
import { schoolsInSight } from './schools-in-sight.ts';
import { teamColumns } from './team-columns.ts';
import { voidJoinCodes } from './team-people.ts';

export function schoolEndpoints(parts: House): readonly Implementation[] {
  const { database, sessions, rights, find } = parts;
  const settlesTeams = (role: Role) =>
    rights.capabilities.get('team.manage')?.may.some(({ who }) => who === role) ?? false;
  return [
    implementWithin(schoolContract.inSight)(({ sql, page, query }) =>
      page(sql, schoolsInSight(sql, query.text)),
    ),

    implementWithin(schoolContract.teams)(async ({ sql, actor, school }) => {
      const [[named], teams] = await Promise.all([
        sql<{ name: string }[]>`select name from school where id = ${school.schoolId}`,
        // A second board is the team's, not another team (P19).
        sql<
          Team[]
        >`select ${teamColumns(sql)} from team where improvement_board_id is null order by name, id`,
      ]);
      const mayRead = (team: Team) =>
        rights.can(actor, 'team.read', teamIn(school, team, dayIn(database.now())));
      return {
        name: named?.name ?? '',
        school,
        teams: teams.map((team) => ({ ...team, mayRead: mayRead(team) })),
      };
    }),

    implementWithin(schoolContract.settle)(async ({ sql, school: { schoolId }, body }) => {
      const { count } = await sql`
        update school set members_invite = ${body.membersInvite}
        where id = ${schoolId} and members_invite <> ${body.membersInvite}`;
      // Members who were shown a team code hand it out no more (P12).
      if (count > 0 && !body.membersInvite) await voidJoinCodes(sql, null);
      find.forget(schoolId);
      return body;
    }),

    implement(schoolContract.makeTeam)(({ school: { schoolId }, body, within }) =>
      makeTeam(parts, within, { schoolId, team: newTeam(body) }),
    ),

    implementWithin(schoolContract.people)(({ sql, page, query }) =>
      page(sql, schoolPeople(sql, query.text)),
    ),

    implementWithin(schoolContract.invitations)(({ sql, page }) =>
      page(sql, openInvitations(sql, null, database.now())),
    ),

    implement(schoolContract.giveRole)(async ({ actor, school: { schoolId }, body, within }) => {
      const given = await within((sql) =>
        giveRole(sql, { ...body, schoolId, by: actor.personId, now: database.now() }),
      );
      if (isRefusal(given)) return given;
      await sessions.personChanged(body.personId);
      return given;
    }),

    implement(schoolContract.takeRole)(async ({ params, within }) => {
      const taken = await within((sql) => takeRole(sql, params.grant, settlesTeams));
      if (isRefusal(taken)) return taken;
      await leaveWhereNotLetIn(parts, taken.personId);
      return { taken: true };
    }),

    implement(schoolContract.invite)(async ({ actor, school: { schoolId }, body, within }) => {
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
