import { allSteps } from './parts.ts';
import type { BoardSession } from './records.ts';

/**
 * The session's clock belongs to the server: a record says since when it runs, and anybody who knows the server's
 * time can read it. Nothing ticks in the data.
 */
type Timed = Pick<
  BoardSession,
  | 'startedAt'
  | 'steps'
  | 'step'
  | 'runningSince'
  | 'pausedAt'
  | 'handledAt'
  | 'budgets'
  | 'extra'
  | 'spentMs'
  | 'endedAt'
>;

/** calm: time enough; soon: nearly through; over: through. */
export type ClockState = 'calm' | 'soon' | 'over';

export type ClockFace = {
  readonly budgetMs: number;
  readonly spentMs: number;
  /** Never below 0. */
  readonly remainingMs: number;
  /** Beyond the budget; 0 as long as there is time. */
  readonly overMs: number;
  readonly state: ClockState;
};

export type SessionClock = {
  readonly running: boolean;
  /** The step that the session is in. */
  readonly step: ClockFace;
  /** All its steps together. A minute saved in one step is there for another. */
  readonly session: ClockFace;
  /** Milliseconds spent in each of the five steps, up to this moment. */
  readonly spentMs: readonly number[];
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** `soon` begins 30 seconds before the end of a step, later in a short one: in its last quarter. */
const soonFor = (budgetMs: number): number => Math.min(30 * SECOND, budgetMs / 4);

function face(budgetMs: number, spentMs: number): ClockFace {
  const left = budgetMs - spentMs;
  const state = left <= 0 ? 'over' : left <= soonFor(budgetMs) ? 'soon' : 'calm';
  return { budgetMs, spentMs, remainingMs: Math.max(0, left), overMs: Math.max(0, -left), state };
}

const at = (list: readonly number[], step: number): number => list[step - 1] ?? 0;

/** Budget and added time of one step, in milliseconds. */
const plannedMs = (session: Pick<Timed, 'budgets' | 'extra'>, step: number): number =>
  (at(session.budgets, step) + at(session.extra, step)) * SECOND;

/** Budgets and added time of the steps that the session walks, in milliseconds. */
export const plannedTotalMs = (session: Pick<Timed, 'budgets' | 'extra' | 'steps'>): number =>
  session.steps.reduce((sum, step) => sum + plannedMs(session, step), 0);

const isRunning = (session: Timed): boolean => session.pausedAt === null && session.endedAt === null;

/** What was spent per step up to `nowMs`. A clock that is behind the server's never takes time back. */
function spentAt(session: Timed, nowMs: number): number[] {
  const inThisStep = isRunning(session) ? Math.max(0, nowMs - Date.parse(session.runningSince)) : 0;
  return allSteps.map((step) => at(session.spentMs, step) + (step === session.step ? inThisStep : 0));
}

/** The clock at a moment of the server's time (milliseconds since 1970). */
export function clockOf(session: Timed, nowMs: number): SessionClock {
  const spentMs = spentAt(session, nowMs);
  return {
    running: isRunning(session),
    step: face(plannedMs(session, session.step), at(spentMs, session.step)),
    session: face(
      plannedTotalMs(session),
      spentMs.reduce((sum, spent) => sum + spent, 0),
    ),
    spentMs,
  };
}

/** B13: nobody handled it for this long. Longer than any step can be (30 minutes and 10 added). */
const UNHANDLED_MS = 45 * MINUTE;
/** B13: this long after its start, or this long after it should have ended, whichever is later. */
const LONGEST_MS = 90 * MINUTE;
const AFTER_PLAN_MS = 45 * MINUTE;

/** The moment (ms) at which a running session will count as forgotten when nobody touches it any more. */
export function forgottenFrom(session: Timed): number {
  const longest = Math.max(LONGEST_MS, plannedTotalMs(session) + AFTER_PLAN_MS);
  return Math.min(Date.parse(session.handledAt) + UNHANDLED_MS, Date.parse(session.startedAt) + longest);
}

/** B13: true when the clock may close this session with what there is. */
export const isForgotten = (session: Timed, nowMs: number): boolean =>
  session.endedAt === null && nowMs >= forgottenFrom(session);

/** The same session with the time up to now written down per step, so that its clock can go on from here. */
export function settled<S extends Timed>(session: S, now: string): S {
  return { ...session, spentMs: spentAt(session, Date.parse(now)), runningSince: now };
}
