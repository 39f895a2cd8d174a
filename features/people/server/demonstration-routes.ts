import * as z from 'zod/mini';
import type { SchoolRole, TeamKind } from '#features/people/domain';
import type { Database } from '#packages/database';
import { field, refuse } from '#packages/kernel';
import { mailbox } from '#packages/mail';
import { isDemonstration } from './is-demonstration.ts';
import { type PeopleParts, sessionCookie } from './parts.ts';
import { type AnyRoute, route } from './route.ts';
import { actorOfPerson } from './sessions.ts';

/**
 * The open doors of a demonstration (rule P14): come in as anybody with one click, and read everybody's mail.
 * Only a server in demonstration mode has these routes at all; and each asks the database itself, which was marked at
 * its first start, so that real people's data stays closed even if a server were built wrongly.
 */
export function demonstrationRoutes(parts: Pick<PeopleParts, 'database' | 'sessions'>): AnyRoute[] {
  const { database, sessions } = parts;
  return [
    route({
      method: 'GET',
      url: '/demonstration/people',
      access: { of: 'anyone' },
      summary: 'Everybody whom one can be in the demonstration, by school and team.',
      handle: async () => {
        if (!(await isDemonstration(database))) return refuse('not-found');
        return { body: { schools: await peopleToBe(database) } };
      },
    }),

    route({
      method: 'POST',
      url: '/demonstration/enter',
      access: { of: 'anyone' },
      summary: 'Comes in as one of them; the token in the answer is for clients that are no browser.',
      body: z.object({ personId: field.id }),
      handle: async ({ body, actor, sessionId, userAgent }) => {
        if (!(await isDemonstration(database))) return refuse('not-found');
        const known = await demonstrationPeople(database);
        if (!known.some((person) => person.id === body.personId)) return refuse('not-found');
        if (actor && sessionId !== null) await sessions.end({ actor, sessionId });
        const { token } = await sessions.open({ personId: body.personId }, userAgent);
        return { body: { personId: body.personId, token }, cookies: [sessionCookie(token)] };
      },
    }),

    route({
      method: 'GET',
      url: '/demonstration/mail',
      access: { of: 'anyone' },
      summary: 'The mail that would have been sent, newest first.',
      handle: async () => {
        if (!(await isDemonstration(database))) return refuse('not-found');
        return { body: { mails: await mailbox(database) } };
      },
    }),
  ];
}

type Known = { readonly id: string; readonly name: string };

function demonstrationPeople(database: Database): Promise<readonly Known[]> {
  return database.within(
    { scope: 'sign-in' },
    (sql) => sql<Known[]>`select id, name from person where is_demonstration order by name, id`,
  );
}

type Group = {
  /** Null: people with a role in the school who are in no team. */
  readonly team: { readonly id: string; readonly name: string; readonly kind: TeamKind } | null;
  readonly people: {
    readonly personId: string;
    readonly name: string;
    readonly roles: readonly SchoolRole[];
  }[];
};

async function peopleToBe(
  database: Database,
): Promise<readonly { name: string; groups: readonly Group[] }[]> {
  const known = await demonstrationPeople(database);
  const actors = await Promise.all(known.map(({ id }) => actorOfPerson(database, id)));
  const schoolIds = new Set(
    actors.flatMap(({ memberships, roles }) => [...memberships, ...roles].map((place) => place.schoolId)),
  );
  const schools = await Promise.all([...schoolIds].map((schoolId) => schoolWithTeams(database, schoolId)));
  return schools
    .map(({ id, name, teams }) => {
      const groups: Group[] = [...teams.map((team) => ({ team, people: [] })), { team: null, people: [] }];
      for (const [index, { id: personId, name: personName }] of known.entries()) {
        const actor = actors[index];
        const roles = (actor?.roles ?? []).filter((held) => held.schoolId === id).map((held) => held.role);
        const places = (actor?.memberships ?? []).filter((place) => place.schoolId === id);
        const person = { personId, name: personName, roles: [...new Set(roles)] };
        for (const group of groups) {
          const belongs =
            group.team === null
              ? places.length === 0 && roles.length > 0
              : places.some((place) => place.teamId === group.team?.id);
          if (belongs) group.people.push(person);
        }
      }
      return { name, groups: groups.filter((group) => group.people.length > 0) };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

function schoolWithTeams(database: Database, schoolId: string) {
  return database.within({ scope: 'school', school: schoolId, person: null }, async (sql) => {
    const [school] = await sql<{ name: string }[]>`select name from school where id = ${schoolId}`;
    const teams = await sql<
      { id: string; name: string; kind: TeamKind }[]
    >`select id, name, kind from team order by name, id`;
    return { id: schoolId, name: school?.name ?? '', teams: [...teams] };
  });
}
