import {
  allSteps,
  type BoardSession,
  type BoardState,
  endedSessions,
  runningSession,
  type SessionAgenda,
  type SessionClock,
  type Step,
} from '#features/board/domain';
import type { Action, Goal } from '#features/goals/domain';
import { addDays, type Day, startOfWeek } from '#packages/kernel';
import { clockText } from '#packages/ui';

/** What the session's screen shows, decided here and drawn elsewhere. */

const MINUTE_MS = 60_000;
/** So long after its end a session is still what people want to see: nobody starts a second one by mistake. */
const SHOW_ENDED_FOR_MS = 30 * MINUTE_MS;

export type Shown =
  | { readonly is: 'running'; readonly session: BoardSession }
  | { readonly is: 'ended'; readonly session: BoardSession }
  | { readonly is: 'none' };

/** The session that runs; else the one that has just ended; else nothing. */
export function sessionToShow(state: Pick<BoardState, 'boardSession'>, nowMs: number): Shown {
  const running = runningSession(state);
  if (running) return { is: 'running', session: running };
  const last = endedSessions(state)[0];
  const endedMs = last?.endedAt ? Date.parse(last.endedAt) : 0;
  return last && nowMs - endedMs < SHOW_ENDED_FOR_MS ? { is: 'ended', session: last } : { is: 'none' };
}

/** The steps that this session walks, in order. */
export const stepsOfSession = (session: BoardSession): Step[] =>
  allSteps.filter((step) => session.steps.includes(step));

export const asStep = (number: number): Step | null => allSteps.find((step) => step === number) ?? null;

export const stepNow = (session: BoardSession): Step => asStep(session.step) ?? 1;

export function stepBeside(session: BoardSession, by: 1 | -1): Step | null {
  const steps = stepsOfSession(session);
  return steps[steps.indexOf(stepNow(session)) + by] ?? null;
}

export type RailStep = {
  readonly step: Step;
  readonly state: 'done' | 'current' | 'toCome' | 'skipped';
  /** Spent where the team has been, else what is planned, as '2:10'. */
  readonly time: string;
  /** Its share of the session, and how much of it is used (0–1). */
  readonly plannedMs: number;
  readonly used: number;
};

export function railSteps(session: BoardSession, spentMs: readonly number[]): RailStep[] {
  const steps = stepsOfSession(session);
  const place = steps.indexOf(stepNow(session));
  return steps.map((step, index) => {
    const spent = spentMs[step - 1] ?? 0;
    const planned = ((session.budgets[step - 1] ?? 0) + (session.extra[step - 1] ?? 0)) * 1000;
    const wasThere = spent >= 1000;
    const state = index === place ? 'current' : wasThere ? 'done' : index < place ? 'skipped' : 'toCome';
    return {
      step,
      state,
      time: clockText(state === 'done' ? Math.floor(spent / 1000) * 1000 : planned),
      plannedMs: planned,
      used: planned > 0 ? Math.min(1, spent / planned) : 1,
    };
  });
}

export type ClockWords = {
  readonly calm: (step: string, left: string) => string;
  readonly soon: (step: string, left: string) => string;
  readonly over: (step: string, over: string) => string;
  readonly paused: string;
};

/** The big figures, and the words below them: calm, nearly time, over. */
export function clockTexts(
  clock: SessionClock,
  step: string,
  say: ClockWords,
): { big: string; words: string } {
  const { session, step: face } = clock;
  const big = clockText(session.overMs > 0 ? -session.overMs : session.remainingMs);
  if (!clock.running) return { big, words: say.paused };
  const left = face.state === 'over' ? clockText(-Math.max(1, face.overMs)) : clockText(face.remainingMs);
  return { big, words: say[face.state](step, left) };
}

export type ActionGroup =
  | { readonly is: 'week' | 'loose'; readonly actions: readonly Action[] }
  | {
      readonly is: 'goal';
      readonly goal: Goal;
      readonly number: number;
      readonly actions: readonly Action[];
    };

/** What is to be done after what is late: due this week, then per goal in the team's order, then the rest. */
export function actionGroups(
  agenda: Pick<SessionAgenda, 'actions'>,
  goals: readonly Goal[],
  today: Day,
): ActionGroup[] {
  const sunday = addDays(startOfWeek(today), 6);
  const isThisWeek = (action: Action) => action.due !== null && action.due <= sunday;
  const later = agenda.actions.open.filter((action) => !isThisWeek(action));
  const groups: ActionGroup[] = [
    { is: 'week', actions: agenda.actions.open.filter(isThisWeek) },
    ...goals.map((goal, index) => ({
      is: 'goal' as const,
      goal,
      number: index + 1,
      actions: later.filter((action) => action.goalId === goal.id),
    })),
    { is: 'loose', actions: later.filter((action) => !goals.some((goal) => goal.id === action.goalId)) },
  ];
  return groups.filter((group) => group.actions.length > 0);
}

/** Whose mark comes next, after the one who was just marked: on through the team, round to its beginning. */
export function nextToMark(
  order: readonly string[],
  missing: readonly string[],
  after: string | null,
): string | null {
  const start = after === null ? 0 : order.indexOf(after) + 1;
  const turned = [...order.slice(start), ...order.slice(0, start)];
  return turned.find((id) => missing.includes(id) && id !== after) ?? null;
}

/** Tiles in two even rows; three when the team is large; one when it is small. */
export function tileColumns(count: number): number {
  const rows = count <= 4 ? 1 : count <= 12 ? 2 : 3;
  return Math.max(1, Math.ceil(count / rows));
}
