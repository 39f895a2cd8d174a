import type { GoalRecords } from '#features/goals/domain';
import type { PeopleRecords } from '#features/people/domain';
import type { RhythmRecords } from '#features/rhythm/domain';
import type { PartOfBoard } from '#packages/feature';
import type { StateOf } from '#packages/sync';
import { partsInOrder } from './parts.ts';
import type { Board, BoardRecords, BoardSession } from './records.ts';
import { boardKindOf, standardBoard } from './standard-board.ts';

/** All that a team's board shows, and the parts that features have for it. */
export type BoardState = StateOf<
  PeopleRecords & RhythmRecords & GoalRecords & BoardRecords & { partOfBoard: PartOfBoard }
>;

type Known = Pick<BoardState, 'board' | 'team' | 'partOfBoard'>;

/** The team's board as it stands; the standard one of its kind (B1) as long as nobody arranged anything. */
export function boardOf(state: Known, teamId: string): Board {
  const board = state.board.get(teamId);
  return board
    ? { ...board, parts: complete(state, board.parts) }
    : { id: teamId, ...standardBoard(state, boardKindOf(state.team.get(teamId))) };
}

/** B33: a part that came with a later version stands at the end of an arrangement of before, out of sight. */
function complete(state: Known, parts: Board['parts']): Board['parts'] {
  const known = parts.filter(({ part }) => state.partOfBoard.has(part));
  const missing = partsInOrder(state).filter(({ id }) => !parts.some(({ part }) => part === id));
  if (missing.length === 0 && known.length === parts.length) return parts;
  return [...known, ...missing.map(({ id }) => ({ part: id, column: 3, hidden: true, title: null }))];
}

/** The session that runs now, or null. There is never more than one (B5). */
export function runningSession(state: Pick<BoardState, 'boardSession'>): BoardSession | null {
  return state.boardSession.all().find((session) => session.endedAt === null) ?? null;
}

/** Sessions that have ended, the latest first. */
export function endedSessions(state: Pick<BoardState, 'boardSession'>): BoardSession[] {
  return state.boardSession
    .all()
    .filter((session) => session.endedAt !== null)
    .sort((a, b) => b.startedAt.localeCompare(a.startedAt) || b.id.localeCompare(a.id));
}
