import * as z from 'zod/mini';
import { field, refuse } from '#packages/kernel';
import { changesOf, commandOver } from '#packages/sync';
import { type InspirationKind, inspirationKinds } from './parts.ts';
import type { BoardRecords, Inspiration } from './records.ts';
import type { BoardState } from './state.ts';

const command = commandOver<BoardState>();
const { put } = changesOf<BoardRecords>();

const inspirationId = field.id;
const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(2000));
const day = field.nullable(field.day);

/** What hangs on the inspiration side of one kind, in the team's order. */
export function inspirationOf(state: Pick<BoardState, 'inspiration'>, kind: InspirationKind): Inspiration[] {
  return Object.values(state.inspiration)
    .filter((item) => item.kind === kind && item.removedAt === null)
    .sort((a, b) => a.position - b.position || a.id.localeCompare(b.id));
}

const onTheBoard = (state: BoardState, id: string): Inspiration | null => {
  const item = state.inspiration[id];
  return item && item.removedAt === null ? item : null;
};

const endOf = (items: readonly Inspiration[]): number =>
  Math.max(-1, ...items.map((item) => item.position)) + 1;

export const inspirationCommands = {
  /** B35: a new one comes last among its own kind. */
  'inspiration.add': command({
    capability: 'board.use',
    payload: z.object({ id: field.id, kind: z.enum(inspirationKinds), text, day }),
    run: (state, { id, kind, text, day }, { now }) => {
      if (state.inspiration[id]) return [];
      const position = Math.min(endOf(inspirationOf(state, kind)), 10_000);
      return [put('inspiration', { id, kind, text, day, position, addedAt: now, removedAt: null })];
    },
    undo: (_, { id }) => ({ name: 'inspiration.remove', payload: { inspirationId: id } }),
  }),

  'inspiration.edit': command({
    capability: 'board.use',
    payload: z.object({ inspirationId, text, day }),
    run: (state, { inspirationId, text, day }) => {
      const item = onTheBoard(state, inspirationId);
      return item ? [put('inspiration', { ...item, text, day })] : refuse('board.inspiration-gone');
    },
    undo: (before, { inspirationId }) => {
      const item = before.inspiration[inspirationId];
      return item
        ? { name: 'inspiration.edit', payload: { inspirationId, text: item.text, day: item.day } }
        : null;
    },
  }),

  /** B36: `index` counts from 0 among the others of its kind; beyond the end is the end. */
  'inspiration.move': command({
    capability: 'board.use',
    payload: z.object({ inspirationId, index: field.wholeNumber(0, 10_000) }),
    run: (state, { inspirationId, index }) => {
      const item = onTheBoard(state, inspirationId);
      if (!item) return refuse('board.inspiration-gone');
      const others = inspirationOf(state, item.kind).filter((other) => other.id !== item.id);
      return [...others.slice(0, index), item, ...others.slice(index)]
        .map((one, position) => ({ one, position }))
        .filter(({ one, position }) => one.position !== position)
        .map(({ one, position }) => put('inspiration', { ...one, position }));
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
      const item = state.inspiration[inspirationId];
      if (!item) return refuse('board.inspiration-gone');
      return item.removedAt === null ? [put('inspiration', { ...item, removedAt: now })] : [];
    },
    undo: (_, { inspirationId }) => ({ name: 'inspiration.restore', payload: { inspirationId } }),
  }),

  'inspiration.restore': command({
    capability: 'board.use',
    payload: z.object({ inspirationId }),
    run: (state, { inspirationId }) => {
      const item = state.inspiration[inspirationId];
      if (!item) return refuse('board.inspiration-gone');
      return item.removedAt === null ? [] : [put('inspiration', { ...item, removedAt: null })];
    },
    undo: (_, { inspirationId }) => ({ name: 'inspiration.remove', payload: { inspirationId } }),
  }),
} as const;
