import type { Actor, TeamKind, TeamThing } from '#features/people/domain';
import type { Database } from '#packages/database';

/**
 * Where a team belongs, as far as this actor could possibly know: only schools in which the actor has a place are
 * asked. Whether the actor may do anything there is for `can` to say.
 * What a team is and to which school it belongs never changes, so an answer may be kept.
 */
export function teamFinder(database: Database): (actor: Actor, teamId: string) => Promise<TeamThing | null> {
  const known = new Map<string, TeamThing>();
  return async (actor, teamId) => {
    const schools = schoolsOf(actor);
    const before = known.get(teamId);
    // A team elsewhere takes as long as one that does not exist: it is looked for all the same.
    if (before && schools.has(before.schoolId)) return before;
    for (const schoolId of schools) {
      const [row] = await database.within(
        { scope: 'school', school: schoolId, person: null },
        (sql) => sql<{ kind: TeamKind }[]>`select kind from team where id = ${teamId}`,
      );
      if (row) {
        const thing = { schoolId, teamId, kind: row.kind };
        known.set(teamId, thing);
        return thing;
      }
    }
    return null;
  };
}

export function schoolsOf(actor: Actor): ReadonlySet<string> {
  if (actor.kind === 'display') return new Set([actor.schoolId]);
  return new Set([...actor.memberships, ...actor.roles].map((place) => place.schoolId));
}
