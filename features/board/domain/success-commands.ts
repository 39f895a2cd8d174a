import * as z from 'zod/mini';
import { strangers, takesPart } from '#features/people/domain';
import { field, refuse } from '#packages/kernel';
import { changesOf, commandOver } from '#packages/sync';
import { unknownSubject } from './linked.ts';
import type { BoardRecords } from './records.ts';
import type { BoardState } from './state.ts';

const command = commandOver<BoardState>();
const { put } = changesOf<BoardRecords>();

const successId = field.id;
const text = field.line(280);
const someone = field.nullable(field.id);

export const successCommands = {
  'success.add': command({
    capability: 'board.takePart',
    payload: z.object({ id: field.id, text, byId: someone, aboutId: someone, goalId: someone }),
    run: (state, { id, text, byId, aboutId, goalId }, { now }) => {
      if (state.success.get(id)) return [];
      return (
        strangers(state, [byId, aboutId]) ??
        unknownSubject(state, goalId, null) ?? [
          put('success', { id, text, byId, aboutId, goalId, addedAt: now, cheeredBy: [], removedAt: null }),
        ]
      );
    },
    undo: (_, { id }) => ({ name: 'success.remove', payload: { successId: id } }),
  }),

  'success.edit': command({
    capability: 'board.takePart',
    payload: z.object({ successId, text, byId: someone, aboutId: someone, goalId: someone }),
    run: (state, { successId, ...edited }) => {
      const success = state.success.get(successId);
      if (!success || success.removedAt !== null) return refuse('board.success-gone');
      return (
        strangers(state, [edited.byId, edited.aboutId], [success.byId, success.aboutId]) ??
        unknownSubject(state, edited.goalId, null) ?? [put('success', { ...success, ...edited })]
      );
    },
    undo: (before, { successId }) => {
      const success = before.success.get(successId);
      if (!success) return null;
      const { text, byId, aboutId, goalId } = success;
      return { name: 'success.edit', payload: { successId, text, byId, aboutId, goalId } };
    },
  }),

  /** B22: one cheer per member; cheering again, or taking back what is not there, changes nothing. */
  'success.cheer': command({
    capability: 'board.takePart',
    payload: z.object({ successId, memberId: field.id, cheer: z.boolean() }),
    run: (state, { successId, memberId, cheer }) => {
      const success = state.success.get(successId);
      if (!success || success.removedAt !== null) return refuse('board.success-gone');
      if (success.cheeredBy.includes(memberId) === cheer) return [];
      if (cheer && !takesPart(state, memberId)) return refuse('people.member-gone');
      const others = success.cheeredBy.filter((id) => id !== memberId);
      return [put('success', { ...success, cheeredBy: cheer ? [...others, memberId] : others })];
    },
    undo: (before, { successId, memberId }) => {
      const success = before.success.get(successId);
      return success
        ? {
            name: 'success.cheer',
            payload: { successId, memberId, cheer: success.cheeredBy.includes(memberId) },
          }
        : null;
    },
  }),

  /** B23: what is taken off the board is kept, and can be put back. */
  'success.remove': command({
    capability: 'board.takePart',
    payload: z.object({ successId }),
    run: (state, { successId }, { now }) => {
      const success = state.success.get(successId);
      if (!success) return refuse('board.success-gone');
      return success.removedAt === null ? [put('success', { ...success, removedAt: now })] : [];
    },
    undo: (_, { successId }) => ({ name: 'success.restore', payload: { successId } }),
  }),

  'success.restore': command({
    capability: 'board.takePart',
    payload: z.object({ successId }),
    run: (state, { successId }) => {
      const success = state.success.get(successId);
      if (!success) return refuse('board.success-gone');
      return success.removedAt === null ? [] : [put('success', { ...success, removedAt: null })];
    },
    undo: (_, { successId }) => ({ name: 'success.remove', payload: { successId } }),
  }),
} as const;
