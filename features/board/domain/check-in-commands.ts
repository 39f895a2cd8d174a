import * as z from 'zod/mini';
import { isMember } from '#features/people/domain';
import { field, refuse } from '#packages/kernel';
import { applyChanges, type Change, type CommandCall, changesOf, commandOver } from '#packages/sync';
import { checkInStatus, checkInsOf } from './check-in.ts';
import { fitsScale } from './parts.ts';
import type { BoardRecords, CheckIn } from './records.ts';
import type { BoardState } from './state.ts';

const command = commandOver<BoardState>();
const { put, remove } = changesOf<BoardRecords>();

const sessionId = field.id;
const memberId = field.id;

const checkInOf = (state: BoardState, sessionId: string, memberId: string): CheckIn | undefined =>
  checkInsOf(state, sessionId).find((checkIn) => checkIn.memberId === memberId);

const asBefore = (before: BoardState, sessionId: string, memberId: string): CommandCall | null => {
  const checkIn = checkInOf(before, sessionId, memberId);
  if (!checkIn) return null;
  const { id, mark, remark } = checkIn;
  return { name: 'checkIn.mark', payload: { id, sessionId, memberId, mark, remark } };
};

export const checkInCommands = {
  /** B14: anybody may check in for anybody of the team; doing it again replaces the mark. */
  'checkIn.mark': command({
    capability: 'board.use',
    payload: z.object({
      id: field.id,
      sessionId,
      memberId,
      mark: field.line(20),
      remark: field.nullable(field.line(140)),
    }),
    run: (state, { id, sessionId, memberId, mark, remark }, { now }) => {
      const session = state.boardSession.get(sessionId);
      if (!session || session.endedAt !== null) return refuse('board.session-over');
      if (!isMember(state, memberId)) return refuse('people.member-gone');
      if (!fitsScale(session.moodScale, mark)) return refuse('board.mark-unknown');
      const before = checkInOf(state, sessionId, memberId);
      const checkIn = put('checkIn', {
        id: before?.id ?? id,
        sessionId,
        memberId,
        mark,
        remark,
        markedAt: now,
      });
      // B17: once everybody is in, the marks stay in view, whoever joins or changes a mark later.
      const { allIn } = checkInStatus(applyChanges(state, [checkIn]), session);
      const shown: Change[] =
        allIn && session.revealedAt === null ? [put('boardSession', { ...session, revealedAt: now })] : [];
      return [checkIn, ...shown];
    },
    undo: (before, { sessionId, memberId }) =>
      asBefore(before, sessionId, memberId) ?? { name: 'checkIn.clear', payload: { sessionId, memberId } },
  }),

  'checkIn.clear': command({
    capability: 'board.use',
    payload: z.object({ sessionId, memberId }),
    run: (state, { sessionId, memberId }) => {
      const session = state.boardSession.get(sessionId);
      if (!session || session.endedAt !== null) return refuse('board.session-over');
      const before = checkInOf(state, sessionId, memberId);
      return before ? [remove('checkIn', before.id)] : [];
    },
    undo: (before, { sessionId, memberId }) => asBefore(before, sessionId, memberId),
  }),
} as const;
