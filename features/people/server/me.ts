import { type Actor, can, type Me, type Team } from '#features/people/domain';
import type { Database } from '#packages/database';
import type { Language } from '#packages/i18n';
import { schoolsOf } from './find-team.ts';
import { isDemonstration } from './is-demonstration.ts';

type Named = { readonly name: string; readonly email: string | null; readonly language: Language };
type School = Me['schools'][number] & { readonly teams: Me['teams'] };

/** Who this browser is, with the teams whose board may be opened; null when person or screen is no longer there. */
export async function describeMe(database: Database, actor: Actor): Promise<Me | null> {
  const [named, schools, demonstration] = await Promise.all([
    actor.kind === 'person' ? personNamed(database, actor.personId) : displayNamed(database, actor),
    Promise.all([...schoolsOf(actor)].map((schoolId) => describeSchool(database, actor, schoolId))),
    isDemonstration(database),
  ]);
  if (!named) return null;
  const teams = schools.flatMap((school) => school?.teams ?? []);
  return {
    actor,
    ...named,
    teams: [
      ...teams.filter((team) => team.memberId !== null),
      ...teams.filter((team) => team.memberId === null),
    ],
    schools: schools.flatMap((school) =>
      school ? [{ id: school.id, name: school.name, roles: school.roles }] : [],
    ),
    demonstration,
  };
}

async function personNamed(database: Database, personId: string): Promise<Named | undefined> {
  const [person] = await database.within(
    { scope: 'person', person: personId },
    (sql) => sql<Named[]>`select name, email, language from person where id = ${personId}`,
  );
  return person;
}

async function displayNamed(
  database: Database,
  { displayId, schoolId }: Extract<Actor, { kind: 'display' }>,
): Promise<Named | undefined> {
  const [display] = await database.within(
    { scope: 'school', school: schoolId, person: null },
    (sql) =>
      sql<{ name: string }[]>`select name from display where id = ${displayId} and unpaired_at is null`,
  );
  return display && { name: display.name, email: null, language: 'nl' };
}

async function describeSchool(database: Database, actor: Actor, schoolId: string): Promise<School | null> {
  const person = actor.kind === 'person' ? actor.personId : null;
  return database.within({ scope: 'school', school: schoolId, person }, async (sql) => {
    const [[school], teams] = await Promise.all([
      sql<{ id: string; name: string }[]>`select id, name from school where id = ${schoolId}`,
      sql<Team[]>`select id, name, kind, accent from team order by name, id`,
    ]);
    if (!school) return null;
    const places = actor.kind === 'person' ? actor.memberships : [];
    const roles = actor.kind === 'person' ? actor.roles.filter((held) => held.schoolId === schoolId) : [];
    return {
      ...school,
      roles: [...new Set(roles.map((held) => held.role))],
      teams: teams
        .filter((team) => can(actor, 'board.read', { schoolId, teamId: team.id, kind: team.kind }))
        .map((team) => ({
          ...team,
          schoolId,
          schoolName: school.name,
          memberId: places.find((place) => place.teamId === team.id)?.memberId ?? null,
        })),
    };
  });
}
