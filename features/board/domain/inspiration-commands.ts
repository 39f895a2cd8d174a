import { hanging, inspiring } from '#features/themes/domain';
import type { Inspiration } from './records.ts';
import { type InspirationKind, inspirationKinds } from './records.ts';
import type { BoardState } from './state.ts';

/** What hangs on the team's own inspiration side of one kind, in the team's order. */
export const inspirationOf = (state: Pick<BoardState, 'inspiration'>, kind: InspirationKind): Inspiration[] =>
  hanging(state.inspiration, kind);

const own = inspiring('inspiration', inspirationKinds, 'board.use', (state: BoardState) => state.inspiration);

/** B26, B27. */
export const inspirationCommands = {
  'inspiration.add': own.add,
  'inspiration.edit': own.edit,
  'inspiration.move': own.move,
  'inspiration.remove': own.remove,
  'inspiration.restore': own.restore,
} as const;
