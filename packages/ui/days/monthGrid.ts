import {
  addDays,
  addMonths,
  type Day,
  makeDay,
  monthOf,
  startOfWeek,
  weekday,
  yearOf,
} from '#packages/kernel';

const firstOfMonth = (day: Day): Day => makeDay(yearOf(day), monthOf(day), 1) ?? day;

/** The weeks of a month, Monday first; days of the months around it fill them up. */
export function weeksOfMonth(month: Day): readonly (readonly Day[])[] {
  const first = firstOfMonth(month);
  const next = addMonths(first, 1);
  const weeks: Day[][] = [];
  for (let monday = startOfWeek(first); monday < next; monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(monday, index)));
  return weeks;
}

/** Where a key takes the focus in a month, as every grid of days does; null for other keys. */
export function dayAfterKey(day: Day, key: string, withShift: boolean): Day | null {
  if (key === 'ArrowLeft') return addDays(day, -1);
  if (key === 'ArrowRight') return addDays(day, 1);
  if (key === 'ArrowUp') return addDays(day, -7);
  if (key === 'ArrowDown') return addDays(day, 7);
  if (key === 'Home') return startOfWeek(day);
  if (key === 'End') return addDays(day, 7 - weekday(day));
  if (key === 'PageUp') return addMonths(day, withShift ? -12 : -1);
  if (key === 'PageDown') return addMonths(day, withShift ? 12 : 1);
  return null;
}
