import { checkInsOf, expectedMembers } from './check-in.ts';
import type { BoardSession, SessionSummary } from './records.ts';
import type { BoardState } from './state.ts';

/** What happened between the start and the end of a session (B23). */
export function summaryOf(state: BoardState, session: BoardSession): SessionSummary {
  const end = session.endedAt ?? session.startedAt;
  const within = (at: string | null): boolean => at !== null && at >= session.startedAt && at <= end;
  const kept = { removedAt: null };
  return {
    checkedIn: checkInsOf(state, session.id).length,
    expected: expectedMembers(state, session).length,
    successIds: Object.values(state.success)
      .filter((success) => success.removedAt === kept.removedAt && within(success.addedAt))
      .map((success) => success.id),
    newGoalIds: [],
    measurementIds: [],
    closedGoalIds: [],
    parkedIds: [],
    settledIds: [],
    people: [],
    nextLeaderId: null,
  };
}
