import { type Day, daysBetween, inOrder } from '#packages/kernel';
import type { Goal, GoalState, Measurement } from './records.ts';

type Goals = Pick<GoalState, 'goal'>;
type Measured = Pick<GoalState, 'measurement'>;

/** Goals that the team is working on, in its own order. */
export function openGoals(state: Goals): Goal[] {
  return inOrder(state.goal.all().filter((goal) => goal.removedAt === null && goal.closedOn === null));
}

/** Goals that are done with, the latest first. */
export function closedGoals(state: Goals): Goal[] {
  return state.goal
    .all()
    .filter((goal) => goal.removedAt === null && goal.closedOn !== null)
    .sort((a, b) => (b.closedOn ?? '').localeCompare(a.closedOn ?? '') || b.id.localeCompare(a.id));
}

/** More goals at once than lessons can change for (method 1.3). */
const MANY_GOALS = 3;

/** G3: a hint, never a refusal. */
export const hasManyGoals = (state: Goals): boolean => openGoals(state).length > MANY_GOALS;

/** In order of period; P0 first. */
export function measurementsOf(state: Measured, goalId: string): Measurement[] {
  return state.measurement
    .all()
    .filter((measurement) => measurement.goalId === goalId && measurement.removedAt === null)
    .sort((a, b) => a.period - b.period || a.id.localeCompare(b.id));
}

export const measurementOf = (state: Measured, goalId: string, period: number): Measurement | null =>
  measurementsOf(state, goalId).find((measurement) => measurement.period === period) ?? null;

export const baselineOf = (state: Measured, goalId: string): Measurement | null =>
  measurementOf(state, goalId, 0);

export const latestMeasurement = (state: Measured, goalId: string): Measurement | null =>
  measurementsOf(state, goalId).at(-1) ?? null;

/** G2: a goal has three measuring periods, P1 to P3, of equal length; after its weeks P4, P5 … go on at the same pace. */
export const PERIODS_PER_GOAL = 3;
const LAST_PERIOD = 30;

const daysPerPeriod = (goal: Pick<Goal, 'weeks'>): number => (goal.weeks * 7) / PERIODS_PER_GOAL;

/** Where a day falls along the goal's periods: 0 is the start, 1 the end of P1, 3 the end of its weeks. */
export const placeInPeriods = (goal: Pick<Goal, 'startedOn' | 'weeks'>, day: Day): number =>
  Math.max(0, daysBetween(goal.startedOn, day) / daysPerPeriod(goal));

/**
 * G2: the period that a measurement of today belongs to: P0 on the day of the start, and as long as P1 runs with
 * nothing measured yet (the first measurement is the baseline); then P1, P2 …
 */
export function currentMeasurementPeriod(goal: Goal, state: Measured, today: Day): number {
  const daysSince = daysBetween(goal.startedOn, today);
  const period = Math.min(Math.ceil(daysSince / daysPerPeriod(goal)), LAST_PERIOD);
  if (period > 1) return period;
  return period < 1 || measurementsOf(state, goal.id).length === 0 ? 0 : 1;
}

/** Whole weeks that the goal still has, today's included; 0 when its time is up. */
export const weeksLeft = (goal: Pick<Goal, 'startedOn' | 'weeks'>, today: Day): number =>
  Math.max(0, Math.min(goal.weeks, goal.weeks - Math.floor(daysBetween(goal.startedOn, today) / 7)));

export type GoalAttention = 'not-measured' | 'below-target' | null;

/** G6: what makes a goal come up by itself in a session. A baseline below the target is no news. */
export function goalAttention(state: Measured, goal: Goal, today: Day): GoalAttention {
  if (goal.removedAt !== null || goal.closedOn !== null) return null;
  const period = currentMeasurementPeriod(goal, state, today);
  const measured = measurementOf(state, goal.id, period);
  if (!measured) return 'not-measured';
  return period > 0 && measured.value < goal.target ? 'below-target' : null;
}

/** The goal stands at its target, or above: the moment to ask whether it can be closed. */
export function isAtTarget(state: Measured, goal: Goal): boolean {
  const latest = latestMeasurement(state, goal.id);
  return latest !== null && latest.value >= goal.target;
}
