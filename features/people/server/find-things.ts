import {
  type Actor,
  countsIn,
  type SchoolThing,
  type Team,
  type TeamThing,
  teamIn,
} from '#features/people/domain';
import type { Context, Database, Transaction } from '#packages/database';
import { dayIn } from '#packages/kernel';
import { teamColumns } from './team-columns.ts';

/** A school may move to another governing body, and settle anew what it leaves to its teams; other servers know that after so long. */
const KEPT_MS = 30_000;

export type FindThings = {
  /**
   * The team with what it lies under, as far as this actor could possibly know of it: the database looks only in the schools
   * that the actor has sight of. Whether the actor may do anything there is for `can` to say.
   */
  readonly team: (actor: Actor, teamId: string) => Promise<TeamThing | null>;
  readonly school: (actor: Actor, schoolId: string) => Promise<SchoolThing | null>;
  /** What is known of a school has changed: the next question about it is answered afresh. */
  readonly forget: (schoolId: string) => void;
};

/** Every command asks where its team belongs, so an answer is kept for a while. */
export function thingsFinder(database: Database): FindThings {
  const teams = keptAnswers<TeamThing>(database);
  const schools = keptAnswers<SchoolThing>(database);
  return {
    team: (actor, teamId) =>
      teams.find(actor, teamId, () =>
        database.within(contextOf(actor), async (sql) => {
          const [team] = await sql<(Team & SchoolThing)[]>`
            select 'school' as of, ${teamColumns(sql)}, ${schoolThing(sql)}
            from team join school on school.id = team.school_id left join region on region.id = school.region_id
            where team.id = ${teamId}`;
          if (!team) return null;
          return teamIn(thingOfSchool(team), team, dayIn(database.now()));
        }),
      ),
    school: (actor, schoolId) =>
      schools.find(actor, schoolId, () =>
        database.within(contextOf(actor), async (sql) => {
          const [school] = await sql<SchoolThing[]>`
            select 'school' as of, ${schoolThing(sql)}
            from school left join region on region.id = school.region_id where school.id = ${schoolId}`;
          return school ?? null;
        }),
      ),
    forget: (schoolId) => {
      teams.forget(schoolId);
      schools.forget(schoolId);
    },
  };
}

/** What a thing knows of its school, read from `school left join region`. */
export const schoolThing = (sql: Transaction) => sql`
  school.id as "schoolId", school.governing_body_id as "bodyId", school.region_id as "regionId",
  region.programme_id as "programmeId", school.members_invite as "membersInvite"`;

/** Only what a thing knows of its school, of a row that holds more. */
export const thingOfSchool = (row: Omit<SchoolThing, 'of'>): SchoolThing => ({
  of: 'school',
  schoolId: row.schoolId,
  bodyId: row.bodyId,
  regionId: row.regionId,
  programmeId: row.programmeId,
  membersInvite: row.membersInvite,
});

/** For whom the database works when somebody asks what there is. */
export const contextOf = (actor: Actor): Context =>
  actor.kind === 'person'
    ? { scope: 'person', person: actor.personId }
    : { scope: 'school', school: actor.schoolId, person: null };

/** Whether a place or role of this actor lies in the same school, or over what the thing lies under. */
function hasSightOf(actor: Actor, thing: TeamThing | SchoolThing): boolean {
  if (actor.kind === 'display') return actor.schoolId === thing.schoolId;
  return (
    actor.memberships.some(({ schoolId }) => schoolId === thing.schoolId) ||
    actor.grants.some((grant) => countsIn(grant, thing))
  );
}

function keptAnswers<T extends TeamThing | SchoolThing>(database: Database) {
  const kept = new Map<string, { readonly thing: T; readonly until: number }>();
  return {
    find: async (actor: Actor, id: string, look: () => Promise<T | null>): Promise<T | null> => {
      const before = kept.get(id);
      // What lies elsewhere takes as long as what does not exist: it is looked for all the same.
      if (before && before.until > database.now() && hasSightOf(actor, before.thing)) return before.thing;
      const thing = await look();
      if (thing) kept.set(id, { thing, until: database.now() + KEPT_MS });
      return thing;
    },
    forget: (schoolId: string) => {
      for (const [id, { thing }] of kept) if (thing.schoolId === schoolId) kept.delete(id);
    },
  };
}
