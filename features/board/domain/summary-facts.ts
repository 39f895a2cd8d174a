import type { Action, Goal, Measurement } from '#features/goals/domain';
import { sessionLed, type UpcomingLeader, upcomingLeaders } from '#features/rhythm/domain';
import { applyChanges, type Kind } from '#packages/sync';
import type { BoardSession, ParkedTopic, SessionSummary, Success } from './records.ts';
import type { BoardState } from './state.ts';

/** A summary with the things themselves instead of their ids, for a screen or a letter to put into words. */
export type SummaryFacts = {
  /** How long it took without its pauses, in whole minutes, at least 1; null where the clock closed it: nobody knows. */
  readonly minutes: number | null;
  readonly checkedIn: number;
  readonly expected: number;
  readonly successes: readonly Success[];
  readonly newGoals: readonly Goal[];
  readonly closedGoals: readonly Goal[];
  readonly measured: readonly { readonly goal: Goal; readonly measurement: Measurement }[];
  /** memberId null: of nobody in particular. */
  readonly people: readonly {
    readonly memberId: string | null;
    readonly newActions: readonly Action[];
    readonly doneActions: readonly Action[];
  }[];
  /** Different actions, however many people share one. */
  readonly newActionCount: number;
  readonly doneActionCount: number;
  readonly parked: readonly ParkedTopic[];
  readonly settled: readonly ParkedTopic[];
};

const MINUTE_MS = 60_000;

/** What a session left behind, as it stands on the board now; null while it runs. What was taken away since is left out. */
export function summaryFacts(state: BoardState, session: BoardSession): SummaryFacts | null {
  const { summary } = session;
  if (summary === null) return null;
  const goals = find(state.goal);
  const actions = find(state.action);
  const people = summary.people
    .map(({ memberId, newActionIds, doneActionIds }) => ({
      memberId,
      newActions: actions(newActionIds),
      doneActions: actions(doneActionIds),
    }))
    .filter(({ newActions, doneActions }) => newActions.length + doneActions.length > 0);
  return {
    minutes: session.endedBy === 'clock' ? null : wholeMinutes(session.spentMs),
    checkedIn: summary.checkedIn,
    expected: summary.expected,
    successes: find(state.success)(summary.successIds),
    newGoals: goals(summary.newGoalIds),
    closedGoals: goals(summary.closedGoalIds),
    measured: find(state.measurement)(summary.measurementIds).flatMap((measurement) =>
      goals([measurement.goalId]).map((goal) => ({ goal, measurement })),
    ),
    people,
    newActionCount: new Set(people.flatMap((person) => person.newActions)).size,
    doneActionCount: new Set(people.flatMap((person) => person.doneActions)).size,
    parked: find(state.parkedTopic)(summary.parkedIds),
    settled: find(state.parkedTopic)(summary.settledIds),
  };
}

const wholeMinutes = (spentMs: readonly number[]): number =>
  Math.max(1, Math.round(spentMs.reduce((sum, ms) => sum + ms, 0) / MINUTE_MS));

const find =
  <T extends { readonly removedAt: string | null }>(things: Kind<T>) =>
  (ids: readonly string[]): T[] =>
    ids.flatMap((id) => {
      const thing = things.get(id);
      return thing && thing.removedAt === null ? [thing] : [];
    });

/** What the summaries of these sessions point at: kind of record -> ids. */
export function meantBy(sessions: readonly BoardSession[]): Readonly<Record<string, readonly string[]>> {
  const summaries = sessions.flatMap(({ summary }) => summary ?? []);
  const all = <K extends string>(ids: (summary: (typeof summaries)[number]) => readonly string[], kind: K) =>
    [kind, summaries.flatMap(ids)] as const;
  return Object.fromEntries([
    all((summary) => summary.successIds, 'success'),
    all((summary) => [...summary.newGoalIds, ...summary.closedGoalIds], 'goal'),
    all((summary) => summary.measurementIds, 'measurement'),
    all((summary) => [...summary.parkedIds, ...summary.settledIds], 'parkedTopic'),
    all(
      (summary) => summary.people.flatMap((person) => [...person.newActionIds, ...person.doneActionIds]),
      'action',
    ),
  ]);
}

/** B29: nobody checked in and nothing was written: started by mistake, or left alone. */
export function nothingHappened(summary: SessionSummary): boolean {
  const { successIds, newGoalIds, measurementIds, closedGoalIds, parkedIds, settledIds, people } = summary;
  const lists = [successIds, newGoalIds, measurementIds, closedGoalIds, parkedIds, settledIds, people];
  return summary.checkedIn === 0 && lists.every((list) => list.length === 0);
}

/** Who leads the session after this one, if this one ended now; null when nobody can be named. */
export function nextTurn(state: BoardState, session: BoardSession, teamId: string): UpcomingLeader | null {
  const led = sessionLed(
    state,
    { sessionId: session.id, day: session.day, leaderId: session.leaderId },
    teamId,
  );
  return upcomingLeaders(applyChanges(state, led), session.day, 1)[0] ?? null;
}
