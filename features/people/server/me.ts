import {
  type Actor,
  countsIn,
  type Me,
  MOST_SCHOOLS_AT_ONCE,
  type MySchool,
  type MyTeam,
  type Rights,
  type SchoolThing,
  type Team,
  teamIn,
} from '#features/people/domain';
import type { Database, Statement, Transaction } from '#packages/database';
import type { Language } from '#packages/i18n';
import { dayIn } from '#packages/kernel';
import { contextOf, schoolThing, thingOfSchool } from './find-things.ts';
import { teamColumns } from './team-columns.ts';

/**
 * Who this browser is, with the teams that may be opened; null when person or screen is no longer there.
 * Three queries, however many schools somebody has sight of: the database knows which those are.
 */
export async function describeMe(
  { database, rights }: { readonly database: Database; readonly rights: Rights },
  actor: Actor,
): Promise<Me | null> {
  const [named, schools, teams] = await database.within(contextOf(actor), (sql) =>
    Promise.all([namedIn(sql, actor), schoolsInSight(sql), teamsInSight(sql, actor)]),
  );
  if (!named) return null;
  const { demonstration, ...person } = named;
  const readable = teams
    .filter((team) =>
      rights.can(actor, 'team.read', teamIn(thingOfSchool(team), team, dayIn(database.now()))),
    )
    .map((team) => myTeam(actor, team));
  return {
    actor,
    ...person,
    teams: nearestFirst.flatMap((place) => readable.filter((team) => team.place === place)),
    schools: schools.map((school) => mySchool(actor, school)),
    schoolsInAll: schools[0]?.inAll ?? 0,
    demonstration,
  };
}

/** One team as its readers know it; null when it is not there. */
export async function describeTeam(sql: Transaction, actor: Actor, teamId: string): Promise<MyTeam | null> {
  const [team] = await teamRows(sql, sql`team.id = ${teamId}`);
  return team ? myTeam(actor, team) : null;
}

type Named = {
  readonly name: string;
  readonly email: string | null;
  readonly language: Language;
  readonly demonstration: boolean;
};

async function namedIn(sql: Transaction, actor: Actor): Promise<Named | undefined> {
  const demonstration = sql`exists (select 1 from installation where kind = 'demonstration') as demonstration`;
  const [named] =
    actor.kind === 'person'
      ? await sql<
          Named[]
        >`select name, email, language, ${demonstration} from person where id = ${actor.personId}`
      : await sql<Named[]>`
          select name, null as email, 'nl' as language, ${demonstration}
          from display where id = ${actor.displayId} and unpaired_at is null`;
  return named;
}

const nearestFirst = ['member', 'coach', 'guest', null] as const;

type SchoolRow = Omit<SchoolThing, 'of'> & { readonly name: string; readonly inAll: number };
type TeamRow = Team & Omit<SchoolThing, 'of'> & { readonly schoolName: string };

const byName = (sql: Transaction) =>
  sql`order by lower(school.name), school.id limit ${MOST_SCHOOLS_AT_ONCE}`;

function schoolsInSight(sql: Transaction): Promise<readonly SchoolRow[]> {
  return sql<SchoolRow[]>`
    select ${schoolThing(sql)}, school.name, count(*) over ()::int as "inAll"
    from school left join region on region.id = school.region_id ${byName(sql)}`;
}

/** Own and coached teams, wherever they are, and all teams of the schools that are told of. */
function teamsInSight(sql: Transaction, actor: Actor): Promise<readonly TeamRow[]> {
  const own =
    actor.kind === 'person'
      ? [
          ...actor.memberships.map(({ teamId }) => teamId),
          ...actor.grants.flatMap(({ over, overId }) => (over === 'team' ? [overId] : [])),
        ]
      : [];
  return teamRows(
    sql,
    sql`team.school_id in (select school.id from school ${byName(sql)})
      ${own.length > 0 ? sql`or team.id in ${sql(own)}` : sql``}`,
  );
}

const teamRows = (sql: Transaction, which: Statement) => sql<TeamRow[]>`
  select ${teamColumns(sql)}, ${schoolThing(sql)}, school.name as "schoolName"
  from team join school on school.id = team.school_id left join region on region.id = school.region_id
  where ${which} order by team.name, team.improvement_board_id is not null, team.id`;

function myTeam(actor: Actor, row: TeamRow): MyTeam {
  const { id, name, kind, accent, theme, endsOn, organisationalBoardId, improvementBoardId } = row;
  const { schoolId, schoolName } = row;
  const common = {
    ...{ id, name, kind, accent, theme, endsOn, organisationalBoardId, improvementBoardId },
    ...{ school: thingOfSchool(row), schoolId, schoolName },
  };
  if (actor.kind === 'display') return { ...common, memberId: null, place: 'member' };
  const membership = actor.memberships.find(({ teamId }) => teamId === id);
  const coached = improvementBoardId ?? id;
  const isCoach = actor.grants.some(({ role, overId }) => role === 'school-coach' && overId === coached);
  const place = membership?.place === 'member' ? 'member' : isCoach ? 'coach' : membership ? 'guest' : null;
  return { ...common, memberId: membership?.memberId ?? null, place };
}

function mySchool(actor: Actor, row: SchoolRow): MySchool {
  const school = thingOfSchool(row);
  const held = actor.kind === 'person' ? actor.grants.filter((grant) => countsIn(grant, school)) : [];
  return { id: row.schoolId, name: row.name, school, roles: [...new Set(held.map(({ role }) => role))] };
}
