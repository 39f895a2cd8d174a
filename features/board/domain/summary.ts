import { upcomingLeaders } from '#features/rhythm/domain';
import { checkInsOf, expectedMembers } from './check-in.ts';
import type { BoardSession, SessionSummary } from './records.ts';
import type { BoardState } from './state.ts';

/** What happened between the start and the end of a session (B18). */
export function summaryOf(state: BoardState, session: BoardSession): SessionSummary {
  const end = session.endedAt ?? session.startedAt;
  const within = (at: string | null): boolean => at !== null && at >= session.startedAt && at <= end;
  const [next] = upcomingLeaders(state, session.day, 1);
  return {
    checkedIn: checkInsOf(state, session.id).length,
    expected: expectedMembers(state, session).length,
    successIds: Object.values(state.success)
      .filter((success) => success.removedAt === null && within(success.addedAt))
      .map((success) => success.id),
    newGoalIds: [],
    measurementIds: [],
    closedGoalIds: [],
    parkedIds: [],
    settledIds: [],
    people: [],
    nextDay: next?.day ?? null,
    nextLeaderId: next?.leader?.memberId ?? null,
  };
}
