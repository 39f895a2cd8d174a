import {
  type Action,
  doneSince,
  type Goal,
  type GoalAttention,
  goalAttention,
  openActions,
  openGoals,
  overdueActions,
} from '#features/goals/domain';
import { comingSessions, type ProgrammeLine, programmeOf, type SessionDay } from '#features/rhythm/domain';
import type { Day } from '#packages/kernel';
import { parkedTopics, successesOf } from './notes.ts';
import type { BoardSession, ParkedTopic, Success } from './records.ts';
import { type BoardState, endedSessions } from './state.ts';

/** What the team should look at in each step, without anybody having to look for it (B20). */
export type SessionAgenda = {
  /** New since the session before this one, the latest first. */
  readonly successes: readonly Success[];
  /** Every open goal: those that ask for attention first, in the team's own order. */
  readonly goals: readonly { readonly goal: Goal; readonly attention: GoalAttention }[];
  readonly actions: {
    /** Should have been done. */
    readonly overdue: readonly Action[];
    /** Still to do, soonest first. */
    readonly open: readonly Action[];
    /** Ticked off since the session before this one, the latest first. */
    readonly done: readonly Action[];
  };
  /** Today's programme, with clock times where they are known. */
  readonly programme: readonly ProgrammeLine[];
  /** The next dates, after today. */
  readonly comingDates: readonly SessionDay[];
  /** Waiting on the parking lot, the oldest first. */
  readonly parked: readonly ParkedTopic[];
};

const DATES_AHEAD = 3;

/** When the session before this one ended; null when there was none. */
export function previousEnd(state: Pick<BoardState, 'boardSession'>, session: BoardSession): string | null {
  return endedSessions(state).find((other) => other.startedAt < session.startedAt)?.endedAt ?? null;
}

/** What comes up by itself in a session, as the board stands now. `today` is the day at school. */
export function sessionAgenda(state: BoardState, session: BoardSession, today: Day): SessionAgenda {
  const since = previousEnd(state, session);
  const overdue = overdueActions(state, today);
  const goals = openGoals(state).map((goal) => ({ goal, attention: goalAttention(state, goal, today) }));
  return {
    successes: successesOf(state, since),
    goals: [
      ...goals.filter((each) => each.attention !== null),
      ...goals.filter((each) => each.attention === null),
    ],
    actions: {
      overdue,
      open: openActions(state).filter((action) => !overdue.includes(action)),
      done: doneSince(state, since ?? ''),
    },
    programme: programmeOf(state, today),
    comingDates: comingSessions(state, today, DATES_AHEAD + 1)
      .filter((date) => date.day > today)
      .slice(0, DATES_AHEAD),
    parked: parkedTopics(state),
  };
}
