import type { Team, TeamKind } from '#features/people/domain';
import type { BoardPart } from './parts.ts';
import type { Board, PartPlace } from './records.ts';

type BoardChoices = Omit<Board, 'id'>;

/** A team's improvement board, by the kind of team; or its second board, which is the same for all. */
export type BoardKind = TeamKind | 'organisational';

export const boardKindOf = (team: Pick<Team, 'kind' | 'improvementBoardId'> | undefined): BoardKind =>
  team?.improvementBoardId ? 'organisational' : (team?.kind ?? 'teachers');

const shown = (part: BoardPart, column: number): PartPlace => ({ part, column, hidden: false, title: null });
const hidden = (part: BoardPart, column: number): PartPlace => ({ part, column, hidden: true, title: null });

const full: readonly PartPlace[] = [
  shown('check-in', 1),
  shown('successes', 1),
  shown('parking', 1),
  shown('goals', 2),
  shown('inspiration', 2),
  shown('actions', 3),
  shown('programme', 3),
  shown('visits', 3),
];

/** The same board, with some parts out of sight: the team can show them whenever it wants. */
const without = (...parts: readonly BoardPart[]): PartPlace[] =>
  full.map((place) => (parts.includes(place.part) ? { ...place, hidden: true } : place));

/** Day-to-day matters: actions in the middle, no goals and no visits. */
const dayToDay: readonly PartPlace[] = [
  shown('check-in', 1),
  shown('successes', 1),
  hidden('inspiration', 1),
  shown('actions', 2),
  hidden('goals', 2),
  shown('parking', 3),
  shown('programme', 3),
  hidden('visits', 3),
];

/** 15:00 together. */
const usualBudgets = [120, 120, 240, 240, 180];

/** The board that a team starts with (B1). Seconds of the steps shown add up to 900. */
export function standardBoard(kind: BoardKind): BoardChoices {
  const choices = { moodScale: 'smileys', chime: true } as const;
  switch (kind) {
    case 'teachers':
    case 'lead':
    case 'management':
      return { ...choices, parts: [...full], budgets: [...usualBudgets] };
    case 'preparation':
      return { ...choices, parts: without('visits'), budgets: [...usualBudgets] };
    case 'organisational':
      return { ...choices, parts: [...dayToDay], budgets: [90, 90, 240, 540, 180] };
  }
}
