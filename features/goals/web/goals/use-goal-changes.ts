import type { Goal } from '#features/goals/domain';
import { useMessages } from '#packages/i18n/react';
import { useGoals } from '../use-goals.ts';
import { goalMessages } from './goal-messages.ts';

/** What people do with a goal from a menu or a button; each says what happened and offers the way back. */
export function useGoalChanges(goal: Goal) {
  const { send } = useGoals();
  const { did } = useMessages(goalMessages);
  const goalId = goal.id;
  return {
    finish: () => send('goal.close', { goalId, outcome: 'reached', closedOn: null }, did.reached),
    stop: () => send('goal.close', { goalId, outcome: 'stopped', closedOn: null }, did.stopped),
    reopen: () => send('goal.reopen', { goalId }, did.reopened),
    move: (index: number) => send('goal.move', { goalId, index }, did.moved),
    remove: () => send('goal.remove', { goalId }, did.removed),
  };
}
