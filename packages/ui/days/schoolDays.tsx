import { createContext, type ReactNode, useContext } from 'react';
import { addDays, type Day, isWorkday, weekday } from '#packages/kernel';

export type Holiday = { readonly name: string; readonly firstDay: Day; readonly lastDay: Day };

const HolidaysContext = /* @__PURE__ */ createContext<readonly Holiday[]>([]);

/** The holidays of whoever's calendar is on the screen; none where nobody said them. */
export function HolidaysProvider({
  holidays,
  children,
}: {
  holidays: readonly Holiday[];
  children: ReactNode;
}) {
  return <HolidaysContext value={holidays}>{children}</HolidaysContext>;
}

export const useHolidays = (): readonly Holiday[] => useContext(HolidaysContext);

export const holidayOn = (day: Day, holidays: readonly Holiday[]): Holiday | undefined =>
  holidays.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);

/** A day on which there is school. */
const isSchoolDay = (day: Day, holidays: readonly Holiday[]): boolean =>
  isWorkday(day) && holidayOn(day, holidays) === undefined;

/** Tomorrow, this Friday, the Monday and the Friday after it: what people say most. Never a day without school. */
export function quickDays(today: Day, holidays: readonly Holiday[]): readonly Day[] {
  const friday = addDays(today, (5 - weekday(today) + 7) % 7);
  const days = [addDays(today, 1), friday, addDays(friday, 3), addDays(friday, 7)];
  return [...new Set(days)].filter((day) => isSchoolDay(day, holidays)).sort();
}
