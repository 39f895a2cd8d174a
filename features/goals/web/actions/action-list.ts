import {
  type Action,
  actionsForGoal,
  actionsOf,
  doneSince,
  type GoalState,
  isOverdue,
  openActions,
} from '#features/goals/domain';
import { sessionDays } from '#features/rhythm/domain';
import { addDays, type Day, instantAt, isWorkday, weekday } from '#packages/kernel';

/** What a list of actions holds, and in which order: decided here, drawn elsewhere. */

export type ActionFilter = 'all' | 'mine';

export type ActionList = {
  /** To be done: overdue first, then by date, without a date last. */
  readonly open: readonly Action[];
  /** Ticked off in the last seven days, the latest first: still seen, struck through. */
  readonly done: readonly Action[];
  readonly late: number;
};

const isWith = (action: Action, memberId: string): boolean =>
  action.ownerId === memberId || action.alsoIds.includes(memberId);

/** `memberId` narrows the list to one person, `goalId` to one goal. */
export function actionList(
  state: Pick<GoalState, 'action'>,
  today: Day,
  only: { readonly memberId?: string | null; readonly goalId?: string } = {},
): ActionList {
  const { memberId = null, goalId } = only;
  const isWanted = (action: Action) =>
    (memberId === null || isWith(action, memberId)) && (goalId === undefined || action.goalId === goalId);
  const all = memberId === null ? openActions(state) : actionsOf(state, memberId);
  const open = goalId === undefined ? all : actionsForGoal(state, goalId).filter(isWanted);
  const weekAgo = instantAt(addDays(today, -6), '00:00').toISOString();
  return {
    open,
    done: doneSince(state, weekAgo).filter(isWanted),
    late: open.filter((action) => isOverdue(action, today)).length,
  };
}

export type CutList = {
  readonly rows: readonly Action[];
  /** What is out of sight, so that it can be said. */
  readonly hiddenOpen: number;
  readonly hiddenDone: number;
};

/** As many rows as fit; what is open goes before what is done. Null: everything. */
export function cutList({ open, done }: ActionList, fits: number | null): CutList {
  const rows = [...open, ...done];
  if (fits === null || rows.length <= fits) return { rows, hiddenOpen: 0, hiddenDone: 0 };
  const shown = rows.slice(0, fits);
  const shownOpen = Math.min(fits, open.length);
  return {
    rows: shown,
    hiddenOpen: open.length - shownOpen,
    hiddenDone: done.length - (shown.length - shownOpen),
  };
}

type Planned = Parameters<typeof sessionDays>[0];

/** The first day after today on which the team meets; null when nothing is known. */
export function sessionAfter(state: Planned, today: Day): Day | null {
  for (const session of sessionDays(state, addDays(today, 1))) return session.day;
  return null;
}

export type Postponement = { readonly to: 'week-later' | 'next-session'; readonly day: Day };

/** One tap each: a week later than agreed (never a day gone by), or the next session. */
export function postponements(state: Planned, action: Pick<Action, 'due'>, today: Day): Postponement[] {
  const afterDue = action.due === null ? null : addDays(action.due, 7);
  const later = afterDue !== null && afterDue > today ? afterDue : addDays(today, 7);
  const session = sessionAfter(state, today);
  const offered: Postponement[] = [{ to: 'week-later', day: later }];
  if (session !== null && session !== action.due && session !== later)
    offered.push({ to: 'next-session', day: session });
  return offered;
}

export type DayChoice = { readonly day: Day; readonly isSession: boolean };

/** Days to choose with one tap: tomorrow, the coming Friday, the next session, the Friday after. Soonest first. */
export function dayChoices(state: Planned, today: Day): DayChoice[] {
  const tomorrow = addDays(today, 1);
  const friday = addDays(today, weekday(today) < 5 ? 5 - weekday(today) : 12 - weekday(today));
  const session = sessionAfter(state, today);
  const days = [friday, addDays(friday, 7), ...(isWorkday(tomorrow) ? [tomorrow] : [])];
  if (session !== null) days.push(session);
  return [...new Set(days)].sort().map((day) => ({ day, isSession: day === session }));
}
