import type { PeopleState, peopleCommands } from '#features/people/domain';
import type { PayloadsOf } from '#packages/sync';
import { useTeam } from '#packages/sync/react';

/** The team's people, as its stream tells them. */
export const usePeople = () => useTeam<PeopleState, PayloadsOf<typeof peopleCommands>>();
