import * as z from 'zod/mini';
import { strangers } from '#features/people/domain';
import { field, lastPosition, moved, refuse } from '#packages/kernel';
import { changesOf, commandOver } from '#packages/sync';
import { programmeItemsOf } from './programme.ts';
import type { ProgrammeItem, RhythmRecords, RhythmState } from './records.ts';

const command = commandOver<RhythmState>();
const { put } = changesOf<RhythmRecords>();

const programmeItemId = field.id;
const described = {
  minutes: field.nullable(field.wholeNumber(1, 240)),
  subject: field.line(200),
  memberIds: z.array(field.id).check(z.maxLength(40)),
  who: field.nullable(field.line(80)),
};

const onProgramme = (state: RhythmState, id: string): ProgrammeItem | null => {
  const item = state.programmeItem.get(id);
  return item && item.removedAt === null ? item : null;
};

const once = (ids: readonly string[]): string[] => [...new Set(ids)];

export const programmeCommands = {
  /** R11: a new line comes last on its day. */
  'programmeItem.add': command({
    capability: 'rhythm.plan',
    payload: z.object({ id: field.id, day: field.day, ...described }),
    run: (state, { id, memberIds, ...item }) => {
      if (state.programmeItem.get(id)) return [];
      const sameDay = state.programmeItem.all().filter((other) => other.day === item.day);
      const position = lastPosition(sameDay);
      return (
        strangers(state, memberIds) ?? [
          put('programmeItem', { id, ...item, memberIds: once(memberIds), position, removedAt: null }),
        ]
      );
    },
    undo: (_, { id }) => ({ name: 'programmeItem.remove', payload: { programmeItemId: id } }),
  }),

  'programmeItem.edit': command({
    capability: 'rhythm.plan',
    payload: z.object({ programmeItemId, ...described }),
    run: (state, { programmeItemId, memberIds, ...edited }) => {
      const item = onProgramme(state, programmeItemId);
      if (!item) return refuse('rhythm.item-gone');
      return (
        strangers(state, memberIds, item.memberIds) ?? [
          put('programmeItem', { ...item, ...edited, memberIds: once(memberIds) }),
        ]
      );
    },
    undo: (before, { programmeItemId }) => {
      const item = before.programmeItem.get(programmeItemId);
      if (!item) return null;
      const { minutes, subject, memberIds, who } = item;
      return { name: 'programmeItem.edit', payload: { programmeItemId, minutes, subject, memberIds, who } };
    },
  }),

  /** R11: `index` counts from 0 among the others of that day; beyond the end is the end. */
  'programmeItem.move': command({
    capability: 'rhythm.plan',
    payload: z.object({ programmeItemId, index: field.wholeNumber(0, 1000) }),
    run: (state, { programmeItemId, index }) => {
      const item = onProgramme(state, programmeItemId);
      if (!item) return refuse('rhythm.item-gone');
      const changed = moved(programmeItemsOf(state, item.day), programmeItemId, index);
      return changed.map((each) => put('programmeItem', each));
    },
    undo: (before, { programmeItemId }) => {
      const item = onProgramme(before, programmeItemId);
      if (!item) return null;
      const index = programmeItemsOf(before, item.day).findIndex((other) => other.id === item.id);
      return { name: 'programmeItem.move', payload: { programmeItemId, index } };
    },
  }),

  'programmeItem.remove': command({
    capability: 'rhythm.plan',
    payload: z.object({ programmeItemId }),
    run: (state, { programmeItemId }, { now }) => {
      const item = state.programmeItem.get(programmeItemId);
      if (!item) return refuse('rhythm.item-gone');
      return item.removedAt === null ? [put('programmeItem', { ...item, removedAt: now })] : [];
    },
    undo: (_, { programmeItemId }) => ({ name: 'programmeItem.restore', payload: { programmeItemId } }),
  }),

  'programmeItem.restore': command({
    capability: 'rhythm.plan',
    payload: z.object({ programmeItemId }),
    run: (state, { programmeItemId }) => {
      const item = state.programmeItem.get(programmeItemId);
      if (!item) return refuse('rhythm.item-gone');
      return item.removedAt === null ? [] : [put('programmeItem', { ...item, removedAt: null })];
    },
    undo: (_, { programmeItemId }) => ({ name: 'programmeItem.remove', payload: { programmeItemId } }),
  }),
} as const;
