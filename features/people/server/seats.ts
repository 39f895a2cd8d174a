import { type Actor, can, type SchoolCapability, type TeamCapability } from '#features/people/domain';
import type { Database } from '#packages/database';
import type { Definitions, Seat, Seats, StreamRef } from '#packages/sync';
import { schoolsOf, teamFinder } from './find-team.ts';

/** How somebody sits in streams of one kind; null for whoever has nothing to do there. */
type Seating = (actor: Actor, ref: StreamRef) => Promise<Seat | null> | Seat | null;

/**
 * Where somebody sits: in a team's stream, in a school's, in their own. Whoever may not read a stream has no seat in it,
 * and hears the same as about one that is not there.
 */
export function seatsIn(database: Database, definitions: Definitions): (actor: Actor) => Seats {
  const findTeam = teamFinder(database);
  const kinds: Readonly<Record<string, Seating>> = {
    team: async (actor, ref) => {
      const team = await findTeam(actor, ref.id);
      if (!team) return null;
      return {
        ref,
        school: team.schoolId,
        person: personOf(actor),
        member: memberOf(actor, ref.id),
        may: (capability) => can(actor, capability as TeamCapability, team),
      };
    },
    school: (actor, ref) =>
      schoolsOf(actor).has(ref.id)
        ? {
            ref,
            school: ref.id,
            person: personOf(actor),
            member: null,
            may: (capability) => can(actor, capability as SchoolCapability, { schoolId: ref.id }),
          }
        : null,
    person: (actor, ref) =>
      personOf(actor) === ref.id
        ? { ref, school: null, person: ref.id, member: null, may: (capability) => capability === 'own' }
        : null,
  };
  return (actor) => async (ref) => {
    const definition = definitions.get(ref.kind);
    const seat = (definition && (await kinds[ref.kind]?.(actor, ref))) ?? null;
    return seat?.may(definition?.read ?? '') ? seat : null;
  };
}

const personOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.personId : null);

function memberOf(actor: Actor, teamId: string): string | null {
  if (actor.kind === 'display') return null;
  return actor.memberships.find((membership) => membership.teamId === teamId)?.memberId ?? null;
}
