import { peoplePart } from '#features/people/domain';
import { useTeam } from './use-team.ts';

/** The team's people, as its stream tells them. */
export const usePeople = () => useTeam(peoplePart);
