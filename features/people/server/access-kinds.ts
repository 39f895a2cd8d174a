import {
  type Actor,
  type Anyone,
  can,
  type OfSchool,
  type OfTeam,
  type OnePerson,
} from '#features/people/domain';
import type { Database } from '#packages/database';
import { type AnyAccessKind, accessKind, openKind } from '#packages/http/server';
import { teamFinder } from './find-team.ts';

/** How everybody comes in that this feature knows of: anybody, a person, who may do something in a team or a school. */
export function accessKinds(database: Database): readonly AnyAccessKind[] {
  const findTeam = teamFinder(database);
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
      find: async ({ actor, access, id }) => {
        const team = await findTeam(actor, id);
        return team && can(actor, access.capability, team) ? { actor, team } : null;
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
      find: ({ actor, access, id }) =>
        actor.kind === 'person' && can(actor, access.capability, { schoolId: id })
          ? { actor, schoolId: id }
          : null,
      context: ({ actor, schoolId }) => ({ scope: 'school', school: schoolId, person: actor.personId }),
    }),
  ];
}
