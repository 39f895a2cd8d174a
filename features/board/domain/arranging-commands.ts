import * as z from 'zod/mini';
import { field, refuse } from '#packages/kernel';
import { changesOf, commandOver } from '#packages/sync';
import { moodScales } from './mood-scales.ts';
import { stepsOf } from './parts.ts';
import { arrangement, type Board, type BoardRecords, budgets, type PartPlace } from './records.ts';
import { type BoardState, boardOf } from './state.ts';

const command = commandOver<BoardState>();
const { put } = changesOf<BoardRecords>();

const part = field.key;
/** More places than any column has, or any board. */
const MOST_PARTS = 100;

/** B3: a board always keeps at least one part that a session can walk. */
function arranged(state: BoardState, board: Board, parts: PartPlace[]) {
  if (stepsOf(state, parts).length === 0) return refuse('board.last-part');
  return [put('board', { ...board, parts: parts.toSorted((a, b) => a.column - b.column) })];
}

/** What a change makes of one part; a part that no feature brings (any more) is refused. */
function changed(state: BoardState, board: Board, name: string, parts: () => PartPlace[]) {
  return state.partOfBoard.has(name) ? arranged(state, board, parts()) : refuse('board.no-such-part');
}

function changePart(board: Board, name: string, change: Partial<PartPlace>): PartPlace[] {
  return board.parts.map((place) => (place.part === name ? { ...place, ...change } : place));
}

const placeOf = (board: Board, name: string): PartPlace | undefined =>
  board.parts.find((place) => place.part === name);

function indexInColumn(board: Board, name: string): number {
  const column = board.parts.find((place) => place.part === name)?.column;
  return board.parts.filter((place) => place.column === column).findIndex((place) => place.part === name);
}

/** B2: `index` counts from 0 among the other parts of that column; beyond the end is the end. */
function movePart(board: Board, name: string, column: number, index: number): PartPlace[] {
  const moved = board.parts.find((place) => place.part === name);
  if (!moved) return board.parts;
  const others = board.parts.filter((place) => place.part !== name);
  const next = others.filter((place) => place.column === column)[index];
  const at = next ? others.indexOf(next) : others.length;
  return [...others.slice(0, at), { ...moved, column }, ...others.slice(at)];
}

export const arrangingCommands = {
  'board.movePart': command({
    capability: 'board.arrange',
    payload: z.object({
      part,
      column: field.wholeNumber(1, 3),
      index: field.wholeNumber(0, MOST_PARTS),
    }),
    run: (state, { part, column, index }, { stream }) => {
      const board = boardOf(state, stream.id);
      return changed(state, board, part, () => movePart(board, part, column, index));
    },
    undo: (before, { part }, { stream }) => {
      const board = boardOf(before, stream.id);
      const place = placeOf(board, part);
      return place
        ? {
            name: 'board.movePart',
            payload: { part, column: place.column, index: indexInColumn(board, part) },
          }
        : null;
    },
  }),

  'board.hidePart': command({
    capability: 'board.arrange',
    payload: z.object({ part, hidden: z.boolean() }),
    run: (state, { part, hidden }, { stream }) => {
      const board = boardOf(state, stream.id);
      return changed(state, board, part, () => changePart(board, part, { hidden }));
    },
    undo: (before, { part }, { stream }) => {
      const place = placeOf(boardOf(before, stream.id), part);
      return place ? { name: 'board.hidePart', payload: { part, hidden: place.hidden } } : null;
    },
  }),

  /** null gives the part its standard name back. */
  'board.renamePart': command({
    capability: 'board.arrange',
    payload: z.object({ part, title: field.nullable(field.line(40)) }),
    run: (state, { part, title }, { stream }) => {
      const board = boardOf(state, stream.id);
      return changed(state, board, part, () => changePart(board, part, { title }));
    },
    undo: (before, { part }, { stream }) => {
      const place = placeOf(boardOf(before, stream.id), part);
      return place ? { name: 'board.renamePart', payload: { part, title: place.title } } : null;
    },
  }),

  /** The whole arrangement at once: back to the standard board, and back again. */
  'board.arrange': command({
    capability: 'board.arrange',
    payload: z.object({ parts: arrangement.check(z.maxLength(MOST_PARTS)) }),
    run: (state, { parts }, { stream }) => arranged(state, boardOf(state, stream.id), parts),
    undo: (before, _, { stream }) => ({
      name: 'board.arrange',
      payload: { parts: boardOf(before, stream.id).parts },
    }),
  }),

  /** B4: a session that already runs keeps the scale, the budgets and the chime that it started with. */
  'board.settings': command({
    capability: 'board.arrange',
    payload: z.object({ moodScale: z.enum(moodScales), budgets, chime: z.boolean() }),
    run: (state, settings, { stream }) => [put('board', { ...boardOf(state, stream.id), ...settings })],
    undo: (before, _, { stream }) => {
      const { moodScale, budgets, chime } = boardOf(before, stream.id);
      return { name: 'board.settings', payload: { moodScale, budgets, chime } };
    },
  }),
} as const;
