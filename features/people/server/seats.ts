import type { Actor } from '#features/people/domain';
import type { Definitions, Seat, Seats, StreamRef } from '#packages/sync';
import type { House } from './house.ts';

/** How somebody sits in streams of one kind; null for whoever has nothing to do there. */
type Seating = (actor: Actor, ref: StreamRef) => Promise<Place | null> | Place | null;
type Place = Omit<Seat, 'isInside'>;

/**
 * Where somebody sits: in a team's stream, in a school's, in their own. Whoever may not read a stream has no seat in it,
 * and hears the same as about one that is not there.
 */
export function seatsIn(
  { rights, find }: Pick<House, 'rights' | 'find'>,
  definitions: Definitions,
): (actor: Actor) => Seats {
  const kinds: Readonly<Record<string, Seating>> = {
    team: async (actor, ref) => {
      const team = await find.team(actor, ref.id);
      if (!team) return null;
      return {
        ref,
        school: team.schoolId,
        person: personOf(actor),
        member: memberOf(actor, ref.id),
        may: (capability) => rights.can(actor, capability, team),
      };
    },
    school: async (actor, ref) => {
      const school = await find.school(actor, ref.id);
      if (!school) return null;
      return {
        ref,
        school: school.schoolId,
        person: personOf(actor),
        member: null,
        may: (capability) => rights.can(actor, capability, school),
      };
    },
    person: (actor, ref) =>
      personOf(actor) === ref.id
        ? { ref, school: null, person: ref.id, member: null, may: (capability) => capability === 'own' }
        : null,
  };
  return (actor) => async (ref) => {
    const definition = definitions.get(ref.kind);
    const place = (definition && (await kinds[ref.kind]?.(actor, ref))) ?? null;
    if (!definition || !place?.may(definition.read)) return null;
    return { ...place, isInside: place.may(definition.inside) };
  };
}

const personOf = (actor: Actor): string | null => (actor.kind === 'person' ? actor.personId : null);

function memberOf(actor: Actor, teamId: string): string | null {
  if (actor.kind === 'display') return null;
  return actor.memberships.find((membership) => membership.teamId === teamId)?.memberId ?? null;
}
