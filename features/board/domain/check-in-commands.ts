import * as z from 'zod/mini';
import { takesPart } from '#features/people/domain';
import { field, refuse } from '#packages/kernel';
import { applyChanges, type Change, type CommandCall, changesOf, commandOver } from '#packages/sync';
import { checkInStatus, checkInsOf } from './check-in.ts';
import { fitsScale } from './mood-scales.ts';
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
  // Whoever is not of the team was never told what the mark was (B32), and cannot put it back.
  if (!checkIn || checkIn.mark === null) return null;
  const { id, mark, remark } = checkIn;
  return { name: 'checkIn.mark', payload: { id, sessionId, memberId, mark, remark } };
};

/** B31: a guest's own device says how they arrive, and nothing about the team. */
const isForAnother = (state: BoardState, by: string | null, memberId: string): boolean =>
  by !== null && by !== memberId && state.member.get(by)?.place === 'guest';

export const checkInCommands = {
  /** B14, B31: anybody may check in for anybody of the team, a guest for nobody else; doing it again replaces the mark. */
  'checkIn.mark': command({
    capability: 'board.takePart',
    payload: z.object({
      id: field.id,
      sessionId,
      memberId,
      mark: field.line(20),
      remark: field.nullable(field.line(140)),
    }),
    run: (state, { id, sessionId, memberId, mark, remark }, { now, memberId: by }) => {
      const session = state.boardSession.get(sessionId);
      if (!session || session.endedAt !== null) return refuse('board.session-over');
      if (!takesPart(state, memberId)) return refuse('people.member-gone');
      if (isForAnother(state, by, memberId)) return refuse('board.guest-for-another');
      if (!fitsScale(session.moodScale, mark)) return refuse('board.mark-unknown');
      const before = checkInOf(state, sessionId, memberId);
      // `id` is for the first; it is never that of somebody else's, or of another session's.
      if (!before && state.checkIn.has(id)) return [];
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
      checkInOf(before, sessionId, memberId)
        ? asBefore(before, sessionId, memberId)
        : { name: 'checkIn.clear', payload: { sessionId, memberId } },
  }),

  'checkIn.clear': command({
    capability: 'board.takePart',
    payload: z.object({ sessionId, memberId }),
    run: (state, { sessionId, memberId }, { memberId: by }) => {
      const session = state.boardSession.get(sessionId);
      if (!session || session.endedAt !== null) return refuse('board.session-over');
      if (isForAnother(state, by, memberId)) return refuse('board.guest-for-another');
      const before = checkInOf(state, sessionId, memberId);
      return before ? [remove('checkIn', before.id)] : [];
    },
    undo: (before, { sessionId, memberId }) => asBefore(before, sessionId, memberId),
  }),
} as const;
