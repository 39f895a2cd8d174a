import { type Day, daysBetween, schoolYearOf, startOfWeek } from '#packages/kernel';
import type { Period, RhythmState } from './records.ts';

/** Periods in order of time. */
export function periodsOf(state: Pick<RhythmState, 'period'>): Period[] {
  return state.period
    .all()
    .filter((period) => period.removedAt === null)
    .sort((a, b) => a.firstDay.localeCompare(b.firstDay) || a.id.localeCompare(b.id));
}

/** R3: the period that holds this day; null between periods. */
export function currentPeriod(state: Pick<RhythmState, 'period'>, today: Day): Period | null {
  return periodsOf(state).find((period) => period.firstDay <= today && today <= period.lastDay) ?? null;
}

/** The first period that is still to begin. */
export function comingPeriod(state: Pick<RhythmState, 'period'>, today: Day): Period | null {
  return periodsOf(state).find((period) => period.firstDay > today) ?? null;
}

const weeksApart = (from: Day, to: Day): number => daysBetween(startOfWeek(from), startOfWeek(to)) / 7;

/** R4: calendar weeks, Monday to Sunday, that the period touches. */
export const weeksOf = (period: Pick<Period, 'firstDay' | 'lastDay'>): number =>
  weeksApart(period.firstDay, period.lastDay) + 1;

export type WeekOfPeriod = { readonly period: Period; readonly week: number; readonly of: number };

/** R4: "periode 2, week 3 van 7"; null between periods. */
export function weekOfPeriod(state: Pick<RhythmState, 'period'>, today: Day): WeekOfPeriod | null {
  const period = currentPeriod(state, today);
  return period && { period, week: weeksApart(period.firstDay, today) + 1, of: weeksOf(period) };
}

/** R2: advice, never a refusal: a period works best at 4 to 8 weeks (method 2.4). */
export function periodAdvice(period: Pick<Period, 'firstDay' | 'lastDay'>): 'short' | 'long' | null {
  const weeks = weeksOf(period);
  if (weeks < 4) return 'short';
  return weeks > 8 ? 'long' : null;
}

/** R1: the number that a new period would get: one on from the last that begins before it in the same school year. */
export function nextPeriodNumber(state: Pick<RhythmState, 'period'>, firstDay: Day): number {
  const year = schoolYearOf(firstDay);
  const earlier = periodsOf(state).filter(
    (period) => period.firstDay >= year.first && period.firstDay < firstDay,
  );
  return Math.min((earlier.at(-1)?.number ?? 0) + 1, 20);
}

/** R2: another period that shares a day with these days. */
export function overlapping(
  state: Pick<RhythmState, 'period'>,
  days: Pick<Period, 'firstDay' | 'lastDay'>,
  except: string,
): Period | null {
  const shares = (period: Period) => period.firstDay <= days.lastDay && days.firstDay <= period.lastDay;
  return periodsOf(state).find((period) => period.id !== except && shares(period)) ?? null;
}
