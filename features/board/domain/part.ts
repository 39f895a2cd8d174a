import { goalsPart } from '#features/goals/domain';
import { peoplePart } from '#features/people/domain';
import { rhythmPart } from '#features/rhythm/domain';
import { partOfBoard } from '#packages/feature';
import { isLongAgo } from '#packages/kernel';
import { type PayloadsOfPart, part, type StateOfPart } from '#packages/sync';
import { boardCommands } from './commands.ts';
import { membersOnly } from './members-only.ts';
import { ownParts } from './own-parts.ts';
import { boardRecords } from './records.ts';
import { type BoardState, endedSessions } from './state.ts';

const SESSIONS_KEPT = 10;

const latestSessions = (state: Pick<BoardState, 'boardSession'>): ReadonlySet<string> =>
  new Set(
    endedSessions(state)
      .slice(0, SESSIONS_KEPT)
      .map(({ id }) => id),
  );

/** What the board itself keeps; it shows what the parts that it needs keep. */
export const boardPart = part({
  of: 'team',
  needs: [peoplePart, rhythmPart, goalsPart],
  records: boardRecords,
  gathers: { partOfBoard },
  gives: { partOfBoard: ownParts },
  commands: boardCommands,
  membersOnly,
  // B35
  personal: { checkIn: ['remark'] },
  // B34: the last ten sessions stay whole; older ones, and what was said in them, are read from the archive.
  leaves: {
    boardSession: ({ id, endedAt }, { state }) => endedAt !== null && !latestSessions(state).has(id),
    checkIn: ({ sessionId, markedAt }, { state, today }) =>
      isLongAgo(markedAt, 14, today) && state.boardSession.get(sessionId)?.endedAt !== null,
    success: ({ addedAt, removedAt }, { today }) =>
      isLongAgo(removedAt, 30, today) || isLongAgo(addedAt, 56, today),
    parkedTopic: ({ settledAt, removedAt }, { today }) =>
      isLongAgo(removedAt, 30, today) || isLongAgo(settledAt, 28, today),
    inspiration: ({ removedAt }, { today }) => isLongAgo(removedAt, 30, today),
  },
});

/** All that hangs on a team's board, and all that can be done at it. */
export type TeamState = StateOfPart<typeof boardPart>;
export type TeamPayloads = PayloadsOfPart<typeof boardPart>;
export type TeamCommandName = keyof TeamPayloads;
