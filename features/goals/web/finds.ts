import type { GoalState } from '#features/goals/domain';
import { teamAt } from '#features/people/web';
import type { Finds } from '#packages/search';

export const finds: readonly Finds[] = [
  {
    kind: 'goal',
    title: { nl: 'Doel', en: 'Goal' },
    of: ({ goal }: GoalState, { team }) =>
      goal
        .all()
        .filter(({ removedAt }) => removedAt === null)
        .map(({ id, text }) => ({ id, text, to: teamAt.to({ team }) })),
  },
  {
    kind: 'action',
    title: { nl: 'Actie', en: 'Action' },
    of: ({ action }: GoalState, { team }) =>
      action
        .all()
        .filter(({ removedAt }) => removedAt === null)
        .map(({ id, text }) => ({ id, text, to: teamAt.to({ team }) })),
  },
];
