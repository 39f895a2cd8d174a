import { peoplePart } from '#features/people/domain';
import { rhythmPart } from '#features/rhythm/domain';
import { isLongAgo } from '#packages/kernel';
import { part } from '#packages/sync';
import { goalCommands } from './commands.ts';
import { goalRecords } from './records.ts';

export const goalsPart = part({
  of: 'team',
  needs: [peoplePart, rhythmPart],
  records: goalRecords,
  commands: goalCommands,
  gives: {
    partOfBoard: [
      { id: 'goals', step: 3, order: 30, column: 2, hiddenOn: ['organisational'], columnOn: {} },
      { id: 'actions', step: 4, order: 40, column: 3, hiddenOn: [], columnOn: { organisational: 2 } },
    ],
  },
  // G18: what was taken off a month ago, and what was done that no open goal shows in its chart.
  leaves: {
    goal: ({ closedOn, removedAt }, { today }) =>
      isLongAgo(removedAt, 30, today) || isLongAgo(closedOn, 180, today),
    measurement: ({ goalId, removedAt }, { state, today }) =>
      isLongAgo(removedAt, 30, today) || !state.goal.has(goalId),
    action: ({ goalId, doneAt, removedAt }, { state, today }) =>
      isLongAgo(removedAt, 30, today) ||
      (isLongAgo(doneAt, 28, today) && (goalId === null || state.goal.get(goalId)?.closedOn !== null)),
  },
});
