import * as z from 'zod/mini';
import { strangers } from '#features/people/domain';
import { field, lastPosition, moved, type Refusal, refuse } from '#packages/kernel';
import { changesOf, commandOver } from '#packages/sync';
import { openGoals } from './goals.ts';
import { type Goal, type GoalRecords, type GoalState, goalOutcomes } from './records.ts';

const command = commandOver<GoalState>();
const { put } = changesOf<GoalRecords>();

const goalId = field.id;
const described = {
  text: field.line(300),
  pupils: field.nullable(field.line(80)),
  target: field.mark,
  weeks: field.wholeNumber(4, 8),
  startedOn: field.day,
  periodId: field.nullable(field.id),
  ownerId: field.nullable(field.id),
};

/** G4: the goal as it stands on the board, open or closed; null when it was taken off. */
export const goalOnBoard = (state: Pick<GoalState, 'goal'>, id: string): Goal | null => {
  const goal = state.goal.get(id);
  return goal && goal.removedAt === null ? goal : null;
};

/** A period that was taken out of the planning later stays with the goals that were set in it. */
const unknownPeriod = (state: GoalState, periodId: string | null): Refusal | null =>
  periodId !== null && !state.period.get(periodId) ? refuse('goals.period-gone') : null;

export const commandsOnGoals = {
  /** G1: a new goal comes last; with a baseline (P0) if there is one already. */
  'goal.add': command({
    capability: 'goals.set',
    payload: z.object({
      id: field.id,
      ...described,
      baseline: field.nullable(
        z.object({ id: field.id, value: field.mark, byMemberId: field.nullable(field.id) }),
      ),
    }),
    run: (state, { id, baseline, ...goal }, { today }) => {
      if (state.goal.get(id)) return [];
      const refusal =
        strangers(state, [goal.ownerId, baseline?.byMemberId ?? null]) ?? unknownPeriod(state, goal.periodId);
      if (refusal) return refusal;
      const position = lastPosition(state.goal.all());
      const open = { closedOn: null, outcome: null, position, removedAt: null };
      const added = put('goal', { id, ...goal, ...open });
      if (baseline === null || state.measurement.get(baseline.id)) return [added];
      const about = { goalId: id, period: 0, measuredOn: today, note: null, removedAt: null };
      return [added, put('measurement', { ...baseline, ...about })];
    },
    undo: (_, { id }) => ({ name: 'goal.remove', payload: { goalId: id } }),
  }),

  'goal.edit': command({
    capability: 'goals.set',
    payload: z.object({ goalId, ...described }),
    run: (state, { goalId, ...edited }) => {
      const goal = goalOnBoard(state, goalId);
      if (!goal) return refuse('goals.goal-gone');
      return (
        strangers(state, [edited.ownerId], [goal.ownerId]) ??
        unknownPeriod(state, edited.periodId) ?? [put('goal', { ...goal, ...edited })]
      );
    },
    undo: (before, { goalId }) => {
      const goal = before.goal.get(goalId);
      if (!goal) return null;
      const { text, pupils, target, weeks, startedOn, periodId, ownerId } = goal;
      const payload = { goalId, text, pupils, target, weeks, startedOn, periodId, ownerId };
      return { name: 'goal.edit', payload };
    },
  }),

  /** G5: reached, or stopped; on a given day, or today when `closedOn` is null. Its actions stay as they are. */
  'goal.close': command({
    capability: 'goals.set',
    payload: z.object({ goalId, outcome: z.enum(goalOutcomes), closedOn: field.nullable(field.day) }),
    run: (state, { goalId, outcome, closedOn }, { today }) => {
      const goal = goalOnBoard(state, goalId);
      if (!goal) return refuse('goals.goal-gone');
      const day = closedOn ?? today;
      if (day > today) return refuse('goals.day-to-come');
      return [put('goal', { ...goal, outcome, closedOn: day })];
    },
    undo: (before, { goalId }) => {
      const goal = before.goal.get(goalId);
      if (!goal) return null;
      const { closedOn, outcome } = goal;
      return closedOn === null || outcome === null
        ? { name: 'goal.reopen', payload: { goalId } }
        : { name: 'goal.close', payload: { goalId, outcome, closedOn } };
    },
  }),

  'goal.reopen': command({
    capability: 'goals.set',
    payload: z.object({ goalId }),
    run: (state, { goalId }) => {
      const goal = goalOnBoard(state, goalId);
      if (!goal) return refuse('goals.goal-gone');
      return goal.closedOn === null ? [] : [put('goal', { ...goal, closedOn: null, outcome: null })];
    },
    undo: (before, { goalId }) => {
      const goal = before.goal.get(goalId);
      if (!goal || goal.closedOn === null || goal.outcome === null) return null;
      const { closedOn, outcome } = goal;
      return { name: 'goal.close', payload: { goalId, outcome, closedOn } };
    },
  }),

  /** G1: `index` counts from 0 among the other open goals; beyond the end is the end. */
  'goal.move': command({
    capability: 'goals.set',
    payload: z.object({ goalId, index: field.wholeNumber(0, 1000) }),
    run: (state, { goalId, index }) => {
      if (!goalOnBoard(state, goalId)) return refuse('goals.goal-gone');
      return moved(openGoals(state), goalId, index).map((goal) => put('goal', goal));
    },
    undo: (before, { goalId }) => {
      const index = openGoals(before).findIndex((goal) => goal.id === goalId);
      return index < 0 ? null : { name: 'goal.move', payload: { goalId, index } };
    },
  }),

  /** G4: measurements and actions stay with it, and come back with it. */
  'goal.remove': command({
    capability: 'goals.set',
    payload: z.object({ goalId }),
    run: (state, { goalId }, { now }) => {
      const goal = state.goal.get(goalId);
      if (!goal) return refuse('goals.goal-gone');
      return goal.removedAt === null ? [put('goal', { ...goal, removedAt: now })] : [];
    },
    undo: (_, { goalId }) => ({ name: 'goal.restore', payload: { goalId } }),
  }),

  'goal.restore': command({
    capability: 'goals.set',
    payload: z.object({ goalId }),
    run: (state, { goalId }) => {
      const goal = state.goal.get(goalId);
      if (!goal) return refuse('goals.goal-gone');
      return goal.removedAt === null ? [] : [put('goal', { ...goal, removedAt: null })];
    },
    undo: (_, { goalId }) => ({ name: 'goal.remove', payload: { goalId } }),
  }),
} as const;
