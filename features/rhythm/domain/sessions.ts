import { addDays, type ClockTime, type Day, startOfWeek } from '#packages/kernel';
import { periodsOf } from './periods.ts';
import type { FixedMoment, PlannedSession, RhythmState } from './records.ts';

/** A year ahead is far enough for every question about what comes next. */
const WEEKS_AHEAD = 53;

/** The team's fixed moment; null as long as none was chosen. A stream holds one team. */
export const fixedMomentOf = (state: Pick<RhythmState, 'fixedMoment'>): FixedMoment | null =>
  state.fixedMoment.all()[0] ?? null;

/** Everything planned, called-off days included, in order of time. */
export function plannedSessionsOf(state: Pick<RhythmState, 'plannedSession'>): PlannedSession[] {
  return state.plannedSession
    .all()
    .filter((session) => session.removedAt === null)
    .sort((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id));
}

export const plannedOn = (state: Pick<RhythmState, 'plannedSession'>, day: Day): PlannedSession | null =>
  plannedSessionsOf(state).find((session) => session.day === day) ?? null;

/** A day on which the team meets at its board. Time and place are null as long as there is no fixed moment. */
export type SessionDay = {
  readonly day: Day;
  readonly startsAt: ClockTime | null;
  readonly minutes: number;
  readonly place: string | null;
  readonly planned: PlannedSession | null;
};

type Planning = Pick<RhythmState, 'fixedMoment' | 'plannedSession' | 'period'>;

/**
 * R7: the days on which the team meets, from `from` on, at most a year ahead.
 * Every week has the fixed moment, unless something is planned or called off in that week: then that counts instead.
 * Before the first period and between two periods the fixed moment rests; after the last it goes on.
 */
export function* sessionDays(state: Planning, from: Day): Generator<SessionDay> {
  const moment = fixedMomentOf(state);
  const planned = plannedSessionsOf(state);
  const periods = periodsOf(state);
  const rests = (day: Day): boolean =>
    periods.some((period) => period.firstDay > day) &&
    !periods.some((period) => period.firstDay <= day && day <= period.lastDay);
  const met = (day: Day, plan: PlannedSession | null): SessionDay => ({
    day,
    startsAt: moment?.startsAt ?? null,
    minutes: moment?.minutes ?? 15,
    place: moment?.place ?? null,
    planned: plan,
  });

  for (let week = 0; week < WEEKS_AHEAD; week += 1) {
    const monday = addDays(startOfWeek(from), week * 7);
    const sunday = addDays(monday, 6);
    const thisWeek = planned.filter((session) => session.day >= monday && session.day <= sunday);
    for (const session of thisWeek) {
      if (!session.calledOff && session.day >= from) yield met(session.day, session);
    }
    if (thisWeek.length > 0 || moment === null) continue;
    const day = addDays(monday, moment.weekday - 1);
    if (day >= from && !rests(day)) yield met(day, null);
  }
}

/** R8: the session that comes next, today's included until it has been held; null when nothing is known. */
export function nextSession(
  state: Planning & Pick<RhythmState, 'ledSession'>,
  today: Day,
): SessionDay | null {
  const held = new Set(state.ledSession.all().map((led) => led.day));
  for (const session of sessionDays(state, today)) {
    if (session.day !== today || !held.has(today)) return session;
  }
  return null;
}

/** The next `count` sessions. */
export function comingSessions(
  state: Planning & Pick<RhythmState, 'ledSession'>,
  today: Day,
  count: number,
): SessionDay[] {
  const next = nextSession(state, today);
  return next === null ? [] : [...sessionDays(state, next.day).take(count)];
}
