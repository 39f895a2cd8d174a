import * as z from 'zod/mini';
import { field } from '#packages/kernel';

/**
 * One part of a team's board, as a feature brings it (`gives: { partOfBoard: [ … ] }` of its part of the team's stream). The
 * board gathers them: where each stands until a team arranges its board otherwise, and which step of the session walks it.
 */
export const partOfBoard = z.object({
  /** As it is stored in an arrangement, and as its face on the screen is called: 'goals'. */
  id: field.key,
  /** The step of the session that walks it (method 1.3); null for what stands around them. */
  step: field.nullable(z.literal([1, 2, 3, 4, 5])),
  /** Before others in the same column, and in the list of all parts, goes the lower one. */
  order: field.wholeNumber(0, 1000),
  column: field.wholeNumber(1, 3),
  /** Kinds of board that begin with it out of sight. */
  hiddenOn: z.array(z.string()),
  /** Kind of board -> another column. */
  columnOn: z.record(z.string(), field.wholeNumber(1, 3)),
});
export type PartOfBoard = z.output<typeof partOfBoard>;
