import { type Day, dayIn } from '#packages/kernel';
import { measurementsOf, PERIODS_PER_GOAL, placeInPeriods } from './goals.ts';
import type { Action, Goal, GoalState } from './records.ts';

export type RunChartPoint = { readonly period: number; readonly value: number; readonly measuredOn: Day };

export type RunChart = {
  readonly target: number;
  /** The last period on the axis: P3, or further when more was measured. */
  readonly lastPeriod: number;
  readonly points: readonly RunChartPoint[];
  /** Actions for this goal that were done, each at its place along the periods. */
  readonly marks: readonly { readonly at: number; readonly action: Action }[];
};

/** G8: how far the goal is, over its periods. A period without a measurement has no point: nothing is filled in. */
export function runChart(state: Pick<GoalState, 'measurement' | 'action'>, goal: Goal): RunChart {
  const points = measurementsOf(state, goal.id).map(({ period, value, measuredOn }) => ({
    period,
    value,
    measuredOn,
  }));
  const lastPeriod = Math.max(PERIODS_PER_GOAL, points.at(-1)?.period ?? 0);
  const marks = state.action
    .all()
    .filter((action) => action.goalId === goal.id && action.removedAt === null)
    .flatMap((action) =>
      action.doneAt === null
        ? []
        : [{ at: Math.min(placeInPeriods(goal, dayIn(new Date(action.doneAt))), lastPeriod), action }],
    )
    .sort((a, b) => a.at - b.at || a.action.id.localeCompare(b.action.id));
  return { target: goal.target, lastPeriod, points, marks };
}
