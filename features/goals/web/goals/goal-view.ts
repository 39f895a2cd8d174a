import {
  currentMeasurementPeriod,
  type Goal,
  type GoalState,
  goalAttention,
  isAtTarget,
  latestMeasurement,
  type Measurement,
  measurementOf,
  openGoals,
  runChart,
  weeksLeft,
} from '#features/goals/domain';
import type { RunData } from '#packages/charts';
import type { Day } from '#packages/kernel';
import type { GoalWords } from './goal-messages.ts';

/** What a screen shows of a goal, worked out apart from how it is drawn. */

type Measured = Pick<GoalState, 'measurement'>;
type Charted = Pick<GoalState, 'measurement' | 'action'>;
type SayNumber = (value: number) => string;

/** The one thing about a goal that asks for words beside its figures. */
export type GoalStanding = 'not-measured' | 'below-target' | 'reached' | 'on-the-way';

export function goalStanding(state: Measured, goal: Goal, today: Day): GoalStanding {
  const attention = goalAttention(state, goal, today);
  if (attention) return attention;
  return goal.closedOn === null && isAtTarget(state, goal) ? 'reached' : 'on-the-way';
}

/** How far the latest measurement is from the target; null when it is there, or nothing was measured. */
export function toGo(state: Measured, goal: Goal): number | null {
  const latest = latestMeasurement(state, goal.id);
  return latest === null || latest.value >= goal.target ? null : goal.target - latest.value;
}

/** "norm 8", "nu 6,5", "nog 4 weken" */
export function figuresOf(
  state: Measured,
  goal: Goal,
  today: Day,
  say: GoalWords,
  number: SayNumber,
): string[] {
  const latest = latestMeasurement(state, goal.id);
  const standing =
    latest === null
      ? say.noMeasurement
      : latest.period === 0
        ? say.baseline(number(latest.value))
        : say.now(number(latest.value));
  const time = goal.closedOn === null ? [say.weeksLeft(weeksLeft(goal, today))] : [];
  return [say.norm(number(goal.target)), standing, ...time];
}

/** For a place with room for a few words. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const space = text[length] === ' ' ? length : cut.lastIndexOf(' ');
  return `${(space > length / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** The course of a goal as a run chart takes it. A period's measurement stands in the middle of its place, so marks move half a place on. */
export function goalCourse(state: Charted, goal: Goal, say: GoalWords): Omit<RunData, 'language'> {
  const { target, lastPeriod, points, marks } = runChart(state, goal);
  const periods = Array.from({ length: lastPeriod + 1 }, (_, period) => period);
  return {
    title: goal.text,
    target,
    slots: periods.map(say.periodName),
    values: periods.map((period) => points.find((point) => point.period === period)?.value ?? null),
    marks: marks.map(({ at, action }) => ({ kind: 'action', name: action.text, at: at + 0.5 })),
  };
}

export type PeriodRow = {
  readonly period: number;
  readonly measurement: Measurement | null;
  readonly isCurrent: boolean;
};

/** Every period that can be filled in: from the baseline to now, or further where somebody measured further. */
export function periodRows(state: Measured, goal: Goal, today: Day): PeriodRow[] {
  const current = currentMeasurementPeriod(goal, state, today);
  const latest = latestMeasurement(state, goal.id)?.period ?? 0;
  const last = Math.max(latest, goal.closedOn === null ? current : 0);
  return Array.from({ length: last + 1 }, (_, period) => ({
    period,
    measurement: measurementOf(state, goal.id, period),
    isCurrent: goal.closedOn === null && period === current,
  }));
}

/** The number by which a team calls a goal: its place on the board. Null for a goal that is not open. */
export function goalNumber(state: Pick<GoalState, 'goal'>, goalId: string | null): number | null {
  const place = openGoals(state).findIndex((goal) => goal.id === goalId);
  return place < 0 ? null : place + 1;
}

/** G6: in a session the goals that need attention come first, each kind in the team's own order. */
export function sessionOrder(state: Pick<GoalState, 'goal' | 'measurement'>, today: Day): string[] {
  const goals = openGoals(state);
  const standings = new Map(goals.map((goal) => [goal.id, goalStanding(state, goal, today)]));
  const order: GoalStanding[] = ['not-measured', 'below-target', 'reached', 'on-the-way'];
  return order.flatMap((standing) =>
    goals.filter((goal) => standings.get(goal.id) === standing).map((goal) => goal.id),
  );
}

/** How goals share a column: one has it whole, two have a chart each, more have a low chart each. */
export type GoalsSharing = 'alone' | 'both' | 'many';

export const goalsSharing = (count: number): GoalsSharing =>
  count <= 1 ? 'alone' : count === 2 ? 'both' : 'many';
