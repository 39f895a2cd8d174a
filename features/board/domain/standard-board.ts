import type { Team, TeamKind } from '#features/people/domain';
import { type KnownParts, partsInOrder } from './parts.ts';
import type { Board, PartPlace } from './records.ts';

type BoardChoices = Omit<Board, 'id'>;

/** A team's improvement board, by the kind of team; or its second board, which is the same for all. */
export type BoardKind = TeamKind | 'organisational';

export const boardKindOf = (team: Pick<Team, 'kind' | 'improvementBoardId'> | undefined): BoardKind =>
  team?.improvementBoardId ? 'organisational' : (team?.kind ?? 'teachers');

/** 15:00 together. */
const usualBudgets = [120, 120, 240, 240, 180];
/** Day-to-day matters: the time goes to the actions. */
const budgetsOn: Readonly<Partial<Record<BoardKind, readonly number[]>>> = {
  organisational: [90, 90, 240, 540, 180],
};

/** The board that a team starts with (B1): the parts that the features bring. Seconds of the steps shown add up to 900. */
export function standardBoard(state: KnownParts, kind: BoardKind): BoardChoices {
  const parts = partsInOrder(state).map(
    ({ id, column, columnOn, hiddenOn }): PartPlace => ({
      part: id,
      column: columnOn[kind] ?? column,
      hidden: hiddenOn.includes(kind),
      title: null,
    }),
  );
  return {
    moodScale: 'smileys',
    chime: true,
    parts: parts.toSorted((a, b) => a.column - b.column),
    budgets: [...(budgetsOn[kind] ?? usualBudgets)],
  };
}
