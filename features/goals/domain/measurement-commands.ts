import * as z from 'zod/mini';
import { strangers } from '#features/people/domain';
import { field, refuse } from '#packages/kernel';
import { changesOf, commandOver } from '#packages/sync';
import { goalOnBoard } from './goal-commands.ts';
import { measurementOf } from './goals.ts';
import type { GoalRecords, GoalState } from './records.ts';

const command = commandOver<GoalState>();
const { put } = changesOf<GoalRecords>();

const measurementId = field.id;

export const commandsOnMeasurements = {
  /**
   * G7: one measurement per goal and period: measuring again replaces it (it keeps its own id, so `id` is only used
   * for the first). `measuredOn` null is today.
   */
  'goal.measure': command({
    capability: 'goals.set',
    payload: z.object({
      id: field.id,
      goalId: field.id,
      period: field.wholeNumber(0, 30),
      value: field.mark,
      measuredOn: field.nullable(field.day),
      byMemberId: field.nullable(field.id),
      note: field.nullable(field.line(300)),
    }),
    run: (state, { id, measuredOn, ...measured }, { today }) => {
      const { goalId, period, byMemberId } = measured;
      if (!goalOnBoard(state, goalId)) return refuse('goals.goal-gone');
      if (measuredOn !== null && measuredOn > today) return refuse('goals.day-to-come');
      const before = measurementOf(state, goalId, period);
      const stranger = strangers(state, [byMemberId], [before?.byMemberId ?? null]);
      if (stranger) return stranger;
      if (before === null && state.measurement.get(id)) return [];
      const value = { ...measured, measuredOn: measuredOn ?? today, removedAt: null };
      return [put('measurement', { ...value, id: before?.id ?? id })];
    },
    undo: (state, { id, goalId, period }) => {
      const before = measurementOf(state, goalId, period);
      if (!before) return { name: 'goal.unmeasure', payload: { measurementId: id } };
      const { removedAt: _, ...measured } = before;
      return { name: 'goal.measure', payload: measured };
    },
  }),

  'goal.unmeasure': command({
    capability: 'goals.set',
    payload: z.object({ measurementId }),
    run: (state, { measurementId }, { now }) => {
      const measurement = state.measurement.get(measurementId);
      if (!measurement) return refuse('goals.measurement-gone');
      return measurement.removedAt === null ? [put('measurement', { ...measurement, removedAt: now })] : [];
    },
    undo: (_, { measurementId }) => ({ name: 'goal.remeasure', payload: { measurementId } }),
  }),

  /** G7: puts a measurement back, unless the period has been measured again meanwhile: the newer one stands. */
  'goal.remeasure': command({
    capability: 'goals.set',
    payload: z.object({ measurementId }),
    run: (state, { measurementId }) => {
      const measurement = state.measurement.get(measurementId);
      if (!measurement) return refuse('goals.measurement-gone');
      const { goalId, period } = measurement;
      if (measurementOf(state, goalId, period)) return [];
      return [put('measurement', { ...measurement, removedAt: null })];
    },
    undo: (_, { measurementId }) => ({ name: 'goal.unmeasure', payload: { measurementId } }),
  }),
} as const;
