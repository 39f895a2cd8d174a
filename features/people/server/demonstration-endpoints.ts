import {
  countsIn,
  demonstrationContract,
  type GroupToBe,
  type PersonToBe,
  type SchoolThing,
  type SchoolToBe,
  type TeamKind,
} from '#features/people/domain';
import type { Database } from '#packages/database';
import { type Implementation, implement } from '#packages/http/server';
import { LANGUAGES, type Language } from '#packages/i18n';
import { refuse } from '#packages/kernel';
import { keptMails } from '#packages/mail';
import { sessionCookie } from './cookies.ts';
import { schoolThing } from './find-things.ts';
import type { House } from './house.ts';
import { isDemonstration } from './is-demonstration.ts';
import { actorOfPerson } from './sessions.ts';

/**
 * Only a server in demonstration mode has these endpoints at all; and each asks the database itself, which was marked at
 * its first start, so that real people's data stays closed even if a server were built wrongly.
 */
export function demonstrationEndpoints({
  database,
  sessions,
}: Pick<House, 'database' | 'sessions'>): readonly Implementation[] {
  return [
    implement(demonstrationContract.people)(async () =>
      (await isDemonstration(database)) ? { schools: await peopleToBe(database) } : refuse('not-found'),
    ),

    implement(demonstrationContract.enter)(async ({ body, actor, sessionId, userAgent, setCookie }) => {
      if (!(await isDemonstration(database))) return refuse('not-found');
      const known = await demonstrationPeople(database);
      if (!known.some((person) => person.id === body.personId)) return refuse('not-found');
      if (actor && sessionId !== null) await sessions.end({ actor, sessionId });
      const { token } = await sessions.open({ personId: body.personId }, userAgent);
      setCookie(sessionCookie(token));
      return { personId: body.personId, token };
    }),

    implement(demonstrationContract.mail)(async ({ page }) =>
      (await isDemonstration(database))
        ? database.within({ scope: 'clock' }, (sql) => page(sql, keptMails(sql)))
        : refuse('not-found'),
    ),
  ];
}

type Known = { readonly id: string; readonly name: string; readonly language: Language };

function demonstrationPeople(database: Database): Promise<readonly Known[]> {
  return database.within(
    { scope: 'sign-in' },
    (sql) => sql<Known[]>`select id, name, language from person where is_demonstration order by name, id`,
  );
}

async function peopleToBe(database: Database): Promise<readonly SchoolToBe[]> {
  const known = await demonstrationPeople(database);
  const actors = await Promise.all(known.map(({ id }) => actorOfPerson(database, id)));
  const schoolIds = new Set(
    actors.flatMap(({ memberships, grants }) =>
      [...memberships, ...grants].flatMap(({ schoolId }) => schoolId ?? []),
    ),
  );
  const schools = await Promise.all([...schoolIds].map((schoolId) => schoolWithTeams(database, schoolId)));
  return schools
    .map(({ thing, name, teams }) => {
      const groups: { team: GroupToBe['team']; people: PersonToBe[] }[] = [
        ...teams.map((team) => ({ team, people: [] })),
        { team: null, people: [] },
      ];
      const languages: Language[] = [];
      for (const [index, { id: personId, name: personName, language }] of known.entries()) {
        const actor = actors[index];
        const roles = (actor?.grants ?? []).filter((held) => countsIn(held, thing)).map(({ role }) => role);
        const places = (actor?.memberships ?? []).filter(
          ({ schoolId, place }) => schoolId === thing.schoolId && place === 'member',
        );
        const person = { personId, name: personName, roles: [...new Set(roles)] };
        for (const group of groups) {
          const belongs =
            group.team === null
              ? places.length === 0 && roles.length > 0
              : places.some((place) => place.teamId === group.team?.id);
          if (!belongs) continue;
          group.people.push(person);
          languages.push(language);
        }
      }
      return { name, language: mostOf(languages), groups: groups.filter((group) => group.people.length > 0) };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** What a school speaks: one of its people may have chosen otherwise since. */
const mostOf = (spoken: readonly Language[]): Language => {
  const count = (language: Language) => spoken.filter((one) => one === language).length;
  return LANGUAGES.reduce((most, other) => (count(other) > count(most) ? other : most));
};

function schoolWithTeams(database: Database, schoolId: string) {
  return database.within({ scope: 'school', school: schoolId, person: null }, async (sql) => {
    const [school] = await sql<(SchoolThing & { name: string })[]>`
      select 'school' as of, school.name, ${schoolThing(sql)}
      from school left join region on region.id = school.region_id where school.id = ${schoolId}`;
    if (!school) throw new Error('a school in which somebody has a place is not there');
    const teams = await sql<
      { id: string; name: string; kind: TeamKind }[]
    >`select id, name, kind from team where improvement_board_id is null order by name, id`;
    const { name, ...thing } = school;
    return { thing, name, teams: [...teams] };
  });
}
