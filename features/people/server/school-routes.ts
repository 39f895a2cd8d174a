import * as z from 'zod/mini';
import { accents, can, emailAddress, personName, type Team, teamKinds } from '#features/people/domain';
import { field, isRefusal, refuse } from '#packages/kernel';
import { invitableRoles, invite, openInvitations, withdraw } from './invitations.ts';
import { makeTeam } from './make-team.ts';
import type { PeopleParts } from './parts.ts';
import { type AnyRoute, route, schoolParams } from './route.ts';
import { giveRole, schoolPeople, takeRole } from './school-people.ts';

/** A school coach coaches a team; every other role is about the school. */
const roleAndTeam = z
  .object({ role: z.enum(invitableRoles), teamId: z._default(z.nullable(field.id), null) })
  .check(
    z.refine(({ role, teamId }) => (role === 'school-coach') === (teamId !== null), { path: ['teamId'] }),
  );

/** A school's teams and roles (P15, P6). */
export function schoolRoutes(parts: PeopleParts): AnyRoute[] {
  const { database, sessions } = parts;
  return [
    route({
      method: 'GET',
      url: '/schools/:school/teams',
      access: { of: 'school', capability: 'school.teams' },
      summary: 'The teams of a school by name; what else may be known of them is told per team.',
      params: schoolParams,
      handle: async ({ actor, schoolId }) => {
        const teams = await database.within(
          { scope: 'school', school: schoolId, person: actor.personId },
          (sql) => sql<Team[]>`select id, name, kind, accent from team order by name, id`,
        );
        const mayRead = (team: Team) =>
          can(actor, 'board.read', { schoolId, teamId: team.id, kind: team.kind });
        return { body: { teams: teams.map((team) => ({ ...team, mayRead: mayRead(team) })) } };
      },
    }),

    route({
      method: 'POST',
      url: '/schools/:school/teams',
      access: { of: 'school', capability: 'school.manage' },
      summary: 'Makes a team with its board; the id is made by the caller, so that asking twice makes one.',
      params: schoolParams,
      body: z.object({
        id: field.id,
        name: field.line(60),
        kind: z.enum(teamKinds),
        accent: z.enum(accents),
      }),
      handle: async ({ actor, schoolId, body }) => {
        const made = await makeTeam(parts, { schoolId, by: actor.personId, team: body });
        return isRefusal(made) ? made : { body: made };
      },
    }),

    route({
      method: 'GET',
      url: '/schools/:school/people',
      access: { of: 'school', capability: 'school.manage' },
      summary: 'Everybody with a place or a role in the school, and open invitations to a role.',
      params: schoolParams,
      handle: async ({ actor, schoolId }) => ({
        body: await database.within(
          { scope: 'school', school: schoolId, person: actor.personId },
          async (sql) => {
            const [people, invitations] = await Promise.all([
              schoolPeople(sql),
              openInvitations(sql, null, database.now()),
            ]);
            return { people, invitations };
          },
        ),
      }),
    }),

    route({
      method: 'POST',
      url: '/schools/:school/roles',
      access: { of: 'school', capability: 'school.manage' },
      summary: 'Gives somebody of the school a role.',
      params: schoolParams,
      body: z.intersection(z.object({ personId: field.id }), roleAndTeam),
      handle: async ({ actor, schoolId, body }) => {
        const given = await database.within(
          { scope: 'school', school: schoolId, person: actor.personId },
          (sql) => giveRole(sql, { ...body, schoolId, by: actor.personId, now: database.now() }),
        );
        if (isRefusal(given)) return given;
        await sessions.personChanged(body.personId);
        return { body: given };
      },
    }),

    route({
      method: 'DELETE',
      url: '/schools/:school/roles/:grant',
      access: { of: 'school', capability: 'school.manage' },
      summary: 'Takes a role; what it gave sight of closes at once.',
      params: z.extend(schoolParams, { grant: field.id }),
      handle: async ({ actor, schoolId, params }) => {
        const taken = await database.within(
          { scope: 'school', school: schoolId, person: actor.personId },
          (sql) => takeRole(sql, params.grant),
        );
        if (isRefusal(taken)) return taken;
        await sessions.personChanged(taken.personId);
        return { body: { taken: true } };
      },
    }),

    route({
      method: 'POST',
      url: '/schools/:school/invitations',
      access: { of: 'school', capability: 'school.manage' },
      summary: 'Invites somebody by mail to a role in the school.',
      params: schoolParams,
      body: z.intersection(
        z.object({ email: emailAddress, name: z._default(z.nullable(personName), null) }),
        roleAndTeam,
      ),
      callsPerMinute: 20,
      handle: async ({ actor, schoolId, body }) => {
        const { email, name, role, teamId } = body;
        const purpose = { schoolId, teamId, role };
        const outcomes = await invite(parts, { purpose, by: actor.personId, invitees: [{ email, name }] });
        return isRefusal(outcomes) ? outcomes : { body: { outcomes } };
      },
    }),

    route({
      method: 'DELETE',
      url: '/schools/:school/invitations/:invitation',
      access: { of: 'school', capability: 'school.manage' },
      summary: 'Withdraws an invitation to a role; its link is void at once.',
      params: z.extend(schoolParams, { invitation: field.id }),
      handle: async ({ actor, schoolId, params }) => {
        const done = await database.within(
          { scope: 'school', school: schoolId, person: actor.personId },
          (sql) => withdraw(sql, params.invitation, null, database.now()),
        );
        return done ? { body: { withdrawn: true } } : refuse('not-found');
      },
    }),
  ];
}
