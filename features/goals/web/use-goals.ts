import { goalsPart } from '#features/goals/domain';
import { useTeam } from '#features/people/web';

/** The open team, as far as goals and actions know it. */
export const useGoals = () => useTeam(goalsPart);
