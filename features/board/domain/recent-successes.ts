import { currentPeriod } from '#features/rhythm/domain';
import { addDays, type Day, dayIn } from '#packages/kernel';
import { successesOf } from './notes.ts';
import type { Success } from './records.ts';
import { type BoardState, endedSessions } from './state.ts';

const WEEKS_ON_THE_BOARD = 4;

/** On the board hang those of this period, and of the last four weeks; older ones are kept for looking back. */
export function recentSuccesses(state: Pick<BoardState, 'success' | 'period'>, today: Day): Success[] {
  const fourWeeks = addDays(today, -7 * WEEKS_ON_THE_BOARD);
  const period = currentPeriod(state, today)?.firstDay ?? fourWeeks;
  return successesOf(state).filter((success) => {
    const day = dayIn(new Date(success.addedAt));
    return day >= fourWeeks || day >= period;
  });
}

/** What came on the board after the last session: to be celebrated in the next. */
export function freshSuccesses(state: Pick<BoardState, 'success' | 'boardSession'>): Success[] {
  const last = endedSessions(state)[0];
  return successesOf(state, last ? (last.endedAt ?? last.startedAt) : null);
}
