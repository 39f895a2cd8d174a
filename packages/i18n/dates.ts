import type { Day } from '#packages/kernel';
import { dayIn, dayOfMonth, daysBetween, monthOf, timeIn, weekday, weekOf, yearOf } from '#packages/kernel';
import type { Language } from './language.ts';
import { sayCount } from './numbers.ts';

/** Dates as teachers say them. Written out here, not left to Intl: browsers differ in dots and capitals. */

const WORDS = {
  nl: {
    weekdays: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
    weekdaysShort: ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'],
    months: [
      'januari',
      'februari',
      'maart',
      'april',
      'mei',
      'juni',
      'juli',
      'augustus',
      'september',
      'oktober',
      'november',
      'december',
    ],
    monthsShort: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
    near: { '-1': 'gisteren', '0': 'vandaag', '1': 'morgen' },
    day: ['dag', 'dagen'],
    week: ['week', 'weken'],
    ahead: (amount: string) => `over ${amount}`,
    late: (amount: string) => `${amount} te laat`,
    ago: (amount: string) => `${amount} geleden`,
  },
  en: {
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    weekdaysShort: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    monthsShort: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    near: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
    day: ['day', 'days'],
    week: ['week', 'weeks'],
    ahead: (amount: string) => `in ${amount}`,
    late: (amount: string) => `${amount} late`,
    ago: (amount: string) => `${amount} ago`,
  },
} as const;

/** Further away than this many days, a date without its year could be taken for another year's. */
const YEAR_NEEDED_AFTER = 270;

function shortDate(day: Day, language: Language): string {
  const words = WORDS[language];
  return `${words.weekdaysShort[weekday(day) - 1]} ${dayOfMonth(day)} ${words.monthsShort[monthOf(day) - 1]}`;
}

/** 'vr 27 nov', also when it is tomorrow: in a field a date stays the same date. With the year as in `sayDay`. */
export function sayDate(day: Day, today: Day, language: Language): string {
  const date = shortDate(day, language);
  return Math.abs(daysBetween(today, day)) > YEAR_NEEDED_AFTER ? `${date} ${yearOf(day)}` : date;
}

/** 'december 2026': over a month. */
export function sayMonth(day: Day, language: Language): string {
  return `${WORDS[language].months[monthOf(day) - 1]} ${yearOf(day)}`;
}

/** The seven days as columns are headed, Monday first. */
export const weekdaysOf = (language: Language) =>
  WORDS[language].weekdaysShort.map((short, index) => ({
    short,
    full: WORDS[language].weekdays[index] ?? short,
  }));

function nearWord(distance: number, language: Language): string | null {
  if (distance !== -1 && distance !== 0 && distance !== 1) return null;
  return WORDS[language].near[distance];
}

/** 'vandaag', 'morgen', 'gisteren', otherwise 'vr 27 nov'; with the year when it is more than nine months away. */
export function sayDay(day: Day, today: Day, language: Language): string {
  return nearWord(daysBetween(today, day), language) ?? sayDate(day, today, language);
}

/** 'vrijdag 27 november 2026': for headings, letters and screen readers. */
export function sayFullDay(day: Day, language: Language): string {
  const words = WORDS[language];
  const name = words.weekdays[weekday(day) - 1];
  return `${name} ${dayOfMonth(day)} ${words.months[monthOf(day) - 1]} ${yearOf(day)}`;
}

/**
 * How far away a day is: 'vandaag', 'morgen', 'over 3 dagen', '2 dagen te laat'; from two weeks on in weeks.
 * `past` says what a day gone by means: a promise that is late, or only something that was.
 */
export function sayDistance(day: Day, today: Day, language: Language, past: 'late' | 'ago' = 'late'): string {
  const words = WORDS[language];
  const distance = daysBetween(today, day);
  const isNear = distance === 0 || distance === 1 || (distance === -1 && past === 'ago');
  const near = isNear ? nearWord(distance, language) : null;
  if (near !== null) return near;
  const days = Math.abs(distance);
  const [one, many] = days < 14 ? words.day : words.week;
  const amount = sayCount(days < 14 ? days : Math.round(days / 7), one, many, language);
  return distance > 0 ? words.ahead(amount) : words[past](amount);
}

/** 'di 24 nov, 15:45', as the clock in the zone shows it (the school's own zone when none is given). */
export function sayMoment(instant: Date | number, language: Language, zone?: string): string {
  return `${shortDate(dayIn(instant, zone), language)}, ${timeIn(instant, zone)}`;
}

/** 'week 48': the same in both languages. */
export function sayWeek(day: Day): string {
  return `week ${weekOf(day).week}`;
}
