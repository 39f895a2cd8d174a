/**
 * Days and moments without time zone surprises.
 *
 * A `Day` is a date on the school's calendar, not a moment: no time, no zone. Only `dayIn`, `timeIn` and
 * `instantAt` cross between days and moments, and they name the zone. All counting is done on whole days.
 */

/** ISO 'YYYY-MM-DD'. Plain text, as it travels; text from outside passes `isDay` first. */
export type Day = string;

/** Local time on the clock, 'HH:mm'. */
export type ClockTime = string;

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const SCHOOL_ZONE = 'Europe/Amsterdam';

const MS_PER_DAY = 86_400_000;
const FIRST_DAY_NUMBER = toUtc(1, 1, 1) / MS_PER_DAY;
const LAST_DAY_NUMBER = toUtc(9999, 12, 31) / MS_PER_DAY;

/** Date.UTC reads the years 0–99 as 1900–1999; setUTCFullYear does not. */
function toUtc(year: number, month: number, dayOfMonth: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, dayOfMonth);
}

const two = (n: number) => String(n).padStart(2, '0');

/** Days since 1970-01-01. Throws a RangeError on text that is no day. */
function dayNumber(day: Day): number {
  if (!isDay(day)) throw new RangeError(`Not a day: ${String(day)}`);
  return toUtc(yearOf(day), monthOf(day), dayOfMonth(day)) / MS_PER_DAY;
}

function dayFromNumber(n: number): Day {
  if (!Number.isInteger(n)) throw new RangeError(`Not a whole number of days: ${n}`);
  if (n < FIRST_DAY_NUMBER || n > LAST_DAY_NUMBER) throw new RangeError('Outside the years 1 to 9999');
  return new Date(n * MS_PER_DAY).toISOString().slice(0, 10);
}

/** True for an existing date written as 'YYYY-MM-DD' (years 1 to 9999). */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string') return false;
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  return parts !== null && makeDay(Number(parts[1]), Number(parts[2]), Number(parts[3])) === value;
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const lengthOfMonth = (year: number, month: number) =>
  month === 2
    ? isLeap(year)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;

/** The day with these numbers, or null where the calendar has none (31 April, month 13). */
export function makeDay(year: number, month: number, dayOfMonth: number): Day | null {
  if (![year, month, dayOfMonth].every(Number.isInteger)) return null;
  if (year < 1 || year > 9999 || month < 1 || month > 12) return null;
  if (dayOfMonth < 1 || dayOfMonth > lengthOfMonth(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** 1 is January. */
export const monthOf = (day: Day): number => Number(day.slice(5, 7));

export const dayOfMonth = (day: Day): number => Number(day.slice(8, 10));

/** `count` whole days later; negative is earlier. */
export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + count);
}

/** The same date `count` months later; the last day of that month where it is shorter (31 Jan + 1 = 28 Feb). */
export function addMonths(day: Day, count: number): Day {
  const index = yearOf(day) * 12 + monthOf(day) - 1 + count;
  const last = lastDayOfMonth(Math.floor(index / 12), (index % 12) + 1);
  return dayOfMonth(day) < dayOfMonth(last) ? addDays(last, dayOfMonth(day) - dayOfMonth(last)) : last;
}

/** Throws a RangeError when there is no such month. */
export function lastDayOfMonth(year: number, month: number): Day {
  const last = makeDay(year, month, lengthOfMonth(year, month));
  if (last === null) throw new RangeError(`No such month: ${year}-${month}`);
  return last;
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

export function weekday(day: Day): Weekday {
  // 1970-01-01 was a Thursday; the double remainder keeps days before it right.
  return (((((dayNumber(day) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Monday to Friday. A school's holidays are the school's own and not known here. */
export function isWorkday(day: Day): boolean {
  return weekday(day) <= 5;
}

/** The Monday of the day's ISO week. */
export function startOfWeek(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}

/** ISO week. Its year can differ from the day's own: 2027-01-01 lies in week 53 of 2026. */
export function weekOf(day: Day): { year: number; week: number } {
  const thursday = addDays(startOfWeek(day), 3);
  const year = yearOf(thursday);
  const dayOfYear = (toUtc(year, monthOf(thursday), dayOfMonth(thursday)) - toUtc(year, 1, 1)) / MS_PER_DAY;
  return { year, week: Math.floor(dayOfYear / 7) + 1 };
}

/** The Monday of an ISO week, or null where the year has no such week (most years end at 52). */
export function mondayOfWeek(year: number, week: number): Day | null {
  const fourthOfJanuary = makeDay(year, 1, 4);
  if (fourthOfJanuary === null || !Number.isInteger(week) || week < 1 || week > 53) return null;
  const monday = addDays(startOfWeek(fourthOfJanuary), (week - 1) * 7);
  return weekOf(monday).year === year ? monday : null;
}

/** The school year, 1 August to 31 July, that holds the day; its name is '2026-2027'. */
export function schoolYearOf(day: Day): { name: string; first: Day; last: Day } {
  const start = monthOf(day) >= 8 ? yearOf(day) : yearOf(day) - 1;
  const year = (n: number) => String(n).padStart(4, '0');
  return {
    name: `${year(start)}-${year(start + 1)}`,
    first: `${year(start)}-08-01`,
    last: `${year(start + 1)}-07-31`,
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, format);
  return format;
}

function localParts(instant: Date | number, zone: string): Record<string, number> {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatFor(zone).formatToParts(instant)) parts[type] = Number(value);
  return parts;
}

/** Per zone the day that was asked for last, and when it begins and ends: nearly every question is about today. */
const lastDays = new Map<string, { readonly day: Day; readonly from: number; readonly until: number }>();

/** The calendar day that it is at a moment in a zone. Throws a RangeError on an invalid moment or zone. */
export function dayIn(instant: Date | number, zone: string = SCHOOL_ZONE): Day {
  const at = Number(instant);
  const last = lastDays.get(zone);
  if (last && at >= last.from && at < last.until) return last.day;
  const day = computedDay(at, zone);
  if (day > '0001-01-01' && day < '9999-12-31') {
    const from = instantAt(day, '00:00', zone).getTime();
    const until = instantAt(addDays(day, 1), '00:00', zone).getTime();
    // A zone has left out a whole day before (Samoa, 30 December 2011): what comes before or after that is not kept.
    if (computedDay(from, zone) === day && computedDay(until - 1, zone) === day)
      lastDays.set(zone, { day, from, until });
  }
  return day;
}

function computedDay(instant: Date | number, zone: string): Day {
  const { year = 0, month = 0, day = 0 } = localParts(instant, zone);
  const result = makeDay(year, month, day);
  if (result === null) throw new RangeError('Outside the years 1 to 9999');
  return result;
}

/** What the clock on the wall says at a moment in a zone, 'HH:mm'. */
export function timeIn(instant: Date | number, zone: string = SCHOOL_ZONE): ClockTime {
  const { hour = 0, minute = 0 } = localParts(instant, zone);
  return `${two(hour)}:${two(minute)}`;
}

/** True for 'HH:mm' between 00:00 and 23:59. */
export function isClockTime(value: unknown): value is ClockTime {
  return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}

/** How far the zone's clock is ahead of UTC at a moment, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = localParts(instant, zone);
  return toUtc(year, month, day) + ((hour * 60 + minute) * 60 + second) * 1000 - instant;
}

/**
 * The moment at which the clock in a zone shows this time on this day.
 * A time that the clock skips in spring (02:30) moves on with the clock (03:30); a time that comes twice in
 * autumn is the first of the two. Throws a RangeError on a wrong day, time or zone.
 */
export function instantAt(day: Day, time: ClockTime, zone: string = SCHOOL_ZONE): Date {
  if (!isClockTime(time)) throw new RangeError(`Not a time: ${String(time)}`);
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  const asUtc = dayNumber(day) * MS_PER_DAY + minutes * 60_000;
  const before = asUtc - offsetAt(asUtc - MS_PER_DAY, zone);
  const after = asUtc - offsetAt(asUtc + MS_PER_DAY, zone);
  const fits = [before, after].filter((instant) => instant + offsetAt(instant, zone) === asUtc);
  return new Date(fits.length > 0 ? Math.min(...fits) : before);
}

/** Whether a day or a moment lies more than so many days before today; what never was, is not long ago. */
export const isLongAgo = (when: string | null, days: number, today: Day): boolean =>
  when !== null && when.slice(0, 10) < addDays(today, -days);
