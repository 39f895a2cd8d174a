import type { Actor, Anyone, OfSchool, OfTeam, OnePerson } from '#features/people/domain';
import { type AnyAccessKind, accessKind, openKind } from '#packages/http/server';
import type { House } from './house.ts';

/** How everybody comes in that this feature knows of: anybody, a person, who may do something in a team or a school. */
export function accessKinds({ rights, find }: Pick<House, 'rights' | 'find'>): readonly AnyAccessKind[] {
  /** A capability that is in no row of the table is nobody's: whoever asks for it made a mistake. */
  const fault = ({ of, capability }: OfTeam | OfSchool): string | null =>
    rights.capabilities.get(capability)?.of === of
      ? null
      : `asks for ${capability}, which no feature knows of a ${of}`;
  return [
    openKind<Actor, Anyone>({
      of: 'anyone',
      given: (actor) => ({ actor }),
      context: { scope: 'sign-in' },
    }),
    accessKind<Actor, OnePerson>({
      of: 'person',
      find: ({ actor }) => (actor.kind === 'person' ? { actor } : null),
      context: ({ actor }) => ({ scope: 'person', person: actor.personId }),
    }),
    accessKind<Actor, OfTeam>({
      of: 'team',
      param: 'team',
      fault,
      find: async ({ actor, access, id }) => {
        const team = await find.team(actor, id);
        return team && rights.can(actor, access.capability, team) ? { actor, team } : null;
      },
      context: ({ actor, team }) => ({
        scope: 'school',
        school: team.schoolId,
        person: actor.kind === 'person' ? actor.personId : null,
      }),
    }),
    accessKind<Actor, OfSchool>({
      of: 'school',
      param: 'school',
      fault,
      find: async ({ actor, access, id }) => {
        if (actor.kind !== 'person') return null;
        const school = await find.school(actor, id);
        return school && rights.can(actor, access.capability, school) ? { actor, school } : null;
      },
      context: ({ actor, school }) => ({ scope: 'school', school: school.schoolId, person: actor.personId }),
    }),
  ];
}
