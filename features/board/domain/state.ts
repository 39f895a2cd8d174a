import type { GoalRecords } from '#features/goals/domain';
import type { PeopleRecords } from '#features/people/domain';
import type { RhythmRecords } from '#features/rhythm/domain';
import type { VisitRecords } from '#features/visits/domain';
import type { StateOf } from '#packages/sync';
import { boardParts } from './parts.ts';
import type { Board, BoardRecords, BoardSession } from './records.ts';
import { boardKindOf, standardBoard } from './standard-board.ts';

/** All that a team's board shows. */
export type BoardState = StateOf<PeopleRecords & RhythmRecords & GoalRecords & VisitRecords & BoardRecords>;

/** The team's board as it stands; the standard one of its kind (B1) as long as nobody arranged anything. */
export function boardOf(state: Pick<BoardState, 'board' | 'team'>, teamId: string): Board {
  const board = state.board.get(teamId);
  return board
    ? { ...board, parts: complete(board.parts) }
    : { id: teamId, ...standardBoard(boardKindOf(state.team.get(teamId))) };
}

/** B33: a part that came with a later version stands at the end of an arrangement of before, out of sight. */
function complete(parts: Board['parts']): Board['parts'] {
  const missing = boardParts.filter((part) => !parts.some((place) => place.part === part));
  if (missing.length === 0) return parts;
  return [...parts, ...missing.map((part) => ({ part, column: 3, hidden: true, title: null }))];
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
