import * as z from 'zod/mini';
import { type Day, field, type Refusal, refuse } from '#packages/kernel';
import { changesOf, commandOver } from '#packages/sync';
import { overlapping, weeksOf } from './periods.ts';
import type { RhythmRecords, RhythmState } from './records.ts';
import { fixedMomentOf } from './sessions.ts';

const command = commandOver<RhythmState>();
const { put, remove } = changesOf<RhythmRecords>();

const periodId = field.id;
const described = {
  number: field.wholeNumber(1, 20),
  name: field.nullable(field.line(60)),
  firstDay: field.day,
  lastDay: field.day,
};

const MOST_WEEKS = 27;

/** R2: what cannot be a period. Fewer than 4 or more than 8 weeks is advised against, not refused. */
function cannotBe(state: RhythmState, days: { firstDay: Day; lastDay: Day }, id: string): Refusal | null {
  if (days.lastDay < days.firstDay) return refuse('rhythm.period-backwards');
  if (weeksOf(days) > MOST_WEEKS) return refuse('rhythm.period-too-long');
  const other = overlapping(state, days, id);
  return other ? refuse('rhythm.periods-overlap', { number: other.number }) : null;
}

export const periodCommands = {
  /** R6 */
  'fixedMoment.set': command({
    capability: 'rhythm.arrange',
    payload: z.object({
      weekday: field.wholeNumber(1, 5),
      startsAt: field.clockTime,
      minutes: field.wholeNumber(5, 60),
      place: field.nullable(field.line(80)),
    }),
    run: (_, moment, { stream }) => [put('fixedMoment', { id: stream.id, ...moment })],
    undo: (before) => {
      const moment = fixedMomentOf(before);
      if (moment === null) return { name: 'fixedMoment.clear', payload: {} };
      const { weekday, startsAt, minutes, place } = moment;
      return { name: 'fixedMoment.set', payload: { weekday, startsAt, minutes, place } };
    },
  }),

  'fixedMoment.clear': command({
    capability: 'rhythm.arrange',
    payload: z.object({}),
    run: (state, _, { stream }) =>
      state.fixedMoment.get(stream.id) ? [remove('fixedMoment', stream.id)] : [],
    undo: (before) => {
      const moment = fixedMomentOf(before);
      if (moment === null) return null;
      const { weekday, startsAt, minutes, place } = moment;
      return { name: 'fixedMoment.set', payload: { weekday, startsAt, minutes, place } };
    },
  }),

  'period.add': command({
    capability: 'rhythm.plan',
    payload: z.object({ id: field.id, ...described }),
    run: (state, { id, ...period }) => {
      if (state.period.get(id)) return [];
      return cannotBe(state, period, id) ?? [put('period', { id, ...period, removedAt: null })];
    },
    undo: (_, { id }) => ({ name: 'period.remove', payload: { periodId: id } }),
  }),

  'period.edit': command({
    capability: 'rhythm.plan',
    payload: z.object({ periodId, ...described }),
    run: (state, { periodId, ...edited }) => {
      const period = state.period.get(periodId);
      if (!period || period.removedAt !== null) return refuse('rhythm.period-gone');
      return cannotBe(state, edited, periodId) ?? [put('period', { ...period, ...edited })];
    },
    undo: (before, { periodId }) => {
      const period = before.period.get(periodId);
      if (!period) return null;
      const { number, name, firstDay, lastDay } = period;
      return { name: 'period.edit', payload: { periodId, number, name, firstDay, lastDay } };
    },
  }),

  'period.remove': command({
    capability: 'rhythm.plan',
    payload: z.object({ periodId }),
    run: (state, { periodId }, { now }) => {
      const period = state.period.get(periodId);
      if (!period) return refuse('rhythm.period-gone');
      return period.removedAt === null ? [put('period', { ...period, removedAt: now })] : [];
    },
    undo: (_, { periodId }) => ({ name: 'period.restore', payload: { periodId } }),
  }),

  /** R5: put back, unless its days have been given to another period meanwhile. */
  'period.restore': command({
    capability: 'rhythm.plan',
    payload: z.object({ periodId }),
    run: (state, { periodId }) => {
      const period = state.period.get(periodId);
      if (!period) return refuse('rhythm.period-gone');
      if (period.removedAt === null) return [];
      return cannotBe(state, period, periodId) ?? [put('period', { ...period, removedAt: null })];
    },
    undo: (_, { periodId }) => ({ name: 'period.remove', payload: { periodId } }),
  }),
} as const;
