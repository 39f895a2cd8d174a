import { type ClockTime, type Day, inOrder } from '#packages/kernel';
import type { ProgrammeItem, RhythmState } from './records.ts';
import { fixedMomentOf } from './sessions.ts';

export function programmeItemsOf(state: Pick<RhythmState, 'programmeItem'>, day: Day): ProgrammeItem[] {
  return inOrder(state.programmeItem.all().filter((item) => item.day === day && item.removedAt === null));
}

export type ProgrammeLine = {
  readonly item: ProgrammeItem;
  /** When it begins; null when that cannot be known (no fixed moment, or a line before it has no minutes). */
  readonly startsAt: ClockTime | null;
};

const clock = (minutes: number): ClockTime | null =>
  minutes < 24 * 60
    ? `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    : null;

/** R12: a day's programme with clock times: it begins when the board session ends. */
export function programmeOf(
  state: Pick<RhythmState, 'programmeItem' | 'fixedMoment'>,
  day: Day,
): ProgrammeLine[] {
  const moment = fixedMomentOf(state);
  let at: number | null = moment
    ? Number(moment.startsAt.slice(0, 2)) * 60 + Number(moment.startsAt.slice(3)) + moment.minutes
    : null;
  return programmeItemsOf(state, day).map((item) => {
    const startsAt = at === null ? null : clock(at);
    at = at === null || item.minutes === null ? null : at + item.minutes;
    return { item, startsAt };
  });
}
