import * as z from 'zod/mini';
import { field, inOrder, lastPosition, moved, refuse } from '#packages/kernel';
import { changesOf, commandOver } from '#packages/sync';
import { type InspirationKind, inspirationKinds } from './parts.ts';
import { type BoardRecords, type Inspiration, inspirationText } from './records.ts';
import type { BoardState } from './state.ts';

const command = commandOver<BoardState>();
const { put } = changesOf<BoardRecords>();

const inspirationId = field.id;
const day = field.nullable(field.day);

/** What hangs on the inspiration side of one kind, in the team's order. */
export function inspirationOf(state: Pick<BoardState, 'inspiration'>, kind: InspirationKind): Inspiration[] {
  return inOrder(state.inspiration.all().filter((item) => item.kind === kind && item.removedAt === null));
}

const onTheBoard = (state: BoardState, id: string): Inspiration | null => {
  const item = state.inspiration.get(id);
  return item && item.removedAt === null ? item : null;
};

export const inspirationCommands = {
  /** B26: a new one comes last among its own kind. */
  'inspiration.add': command({
    capability: 'board.use',
    payload: z.object({ id: field.id, kind: z.enum(inspirationKinds), text: inspirationText, day }),
    run: (state, { id, kind, text, day }, { now }) => {
      if (state.inspiration.get(id)) return [];
      const position = lastPosition(state.inspiration.all().filter((item) => item.kind === kind));
      return [put('inspiration', { id, kind, text, day, position, addedAt: now, removedAt: null })];
    },
    undo: (_, { id }) => ({ name: 'inspiration.remove', payload: { inspirationId: id } }),
  }),

  'inspiration.edit': command({
    capability: 'board.use',
    payload: z.object({ inspirationId, text: inspirationText, day }),
    run: (state, { inspirationId, text, day }) => {
      const item = onTheBoard(state, inspirationId);
      return item ? [put('inspiration', { ...item, text, day })] : refuse('board.inspiration-gone');
    },
    undo: (before, { inspirationId }) => {
      const item = before.inspiration.get(inspirationId);
      return item
        ? { name: 'inspiration.edit', payload: { inspirationId, text: item.text, day: item.day } }
        : null;
    },
  }),

  /** B27: `index` counts from 0 among the others of its kind; beyond the end is the end. */
  'inspiration.move': command({
    capability: 'board.use',
    payload: z.object({ inspirationId, index: field.wholeNumber(0, 1000) }),
    run: (state, { inspirationId, index }) => {
      const item = onTheBoard(state, inspirationId);
      if (!item) return refuse('board.inspiration-gone');
      return moved(inspirationOf(state, item.kind), item.id, index).map((one) => put('inspiration', one));
    },
    undo: (before, { inspirationId }) => {
      const item = onTheBoard(before, inspirationId);
      if (!item) return null;
      const index = inspirationOf(before, item.kind).findIndex((other) => other.id === item.id);
      return { name: 'inspiration.move', payload: { inspirationId, index } };
    },
  }),

  'inspiration.remove': command({
    capability: 'board.use',
    payload: z.object({ inspirationId }),
    run: (state, { inspirationId }, { now }) => {
      const item = state.inspiration.get(inspirationId);
      if (!item) return refuse('board.inspiration-gone');
      return item.removedAt === null ? [put('inspiration', { ...item, removedAt: now })] : [];
    },
    undo: (_, { inspirationId }) => ({ name: 'inspiration.restore', payload: { inspirationId } }),
  }),

  'inspiration.restore': command({
    capability: 'board.use',
    payload: z.object({ inspirationId }),
    run: (state, { inspirationId }) => {
      const item = state.inspiration.get(inspirationId);
      if (!item) return refuse('board.inspiration-gone');
      return item.removedAt === null ? [] : [put('inspiration', { ...item, removedAt: null })];
    },
    undo: (_, { inspirationId }) => ({ name: 'inspiration.remove', payload: { inspirationId } }),
  }),
} as const;
