import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayIn,
  daysBetween,
  instantAt,
  isClockTime,
  isDay,
  isWorkday,
  lastDayOfMonth,
  makeDay,
  mondayOfWeek,
  schoolYearOf,
  startOfWeek,
  timeIn,
  weekday,
  weekOf,
} from './calendar.ts';

const anyDay = fc.integer({ min: -200_000, max: 200_000 }).map((n) => addDays('2000-01-01', n));
const anyMinute = fc
  .integer({ min: 0, max: 1439 })
  .map((n) => new Date(n * 60_000).toISOString().slice(11, 16));

describe('a day', () => {
  it.each([
    ['2026-11-27', true],
    ['2024-02-29', true],
    ['0001-01-01', true],
    ['2026-02-29', false],
    ['1900-02-29', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-04-31', false],
    ['2026-1-1', false],
    ['2026-11-27T10:00', false],
    ['0000-01-01', false],
    ['vrijdag', false],
    [20261127, false],
    [null, false],
  ])('isDay(%j) is %j', (value, expected) => {
    expect(isDay(value)).toBe(expected);
  });

  it('is made from numbers, or not at all', () => {
    expect(makeDay(2026, 11, 27)).toBe('2026-11-27');
    expect(makeDay(50, 1, 2)).toBe('0050-01-02');
    expect(makeDay(2026, 2, 30)).toBeNull();
    expect(makeDay(2026, 1.5, 1)).toBeNull();
    expect(makeDay(2026, 0, 1)).toBeNull();
    expect(makeDay(10_000, 1, 1)).toBeNull();
  });

  it('agrees with Date on which days exist', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, n) => {
          const date = new Date(Date.UTC(year, month - 1, n));
          const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === n;
          expect(makeDay(year, month, n)).toBe(exists ? date.toISOString().slice(0, 10) : null);
        },
      ),
    );
  });

  it('refuses to count with what is no day', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => daysBetween('2026-02-01', '2026-2-3')).toThrow(RangeError);
    expect(() => addDays('2026-02-01', 0.5)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
  });
});

describe('counting', () => {
  it('knows short months, leap years and both changes of the clock', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-11-27', '2026-11-24')).toBe(-3);
  });

  it('adds months and stays inside them', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2026-11-15', 2)).toBe('2027-01-15');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
    expect(addMonths('2026-03-31', 0)).toBe('2026-03-31');
    expect(lastDayOfMonth(2024, 2)).toBe('2024-02-29');
    expect(lastDayOfMonth(2026, 12)).toBe('2026-12-31');
    expect(() => lastDayOfMonth(2026, 13)).toThrow(RangeError);
  });

  it('addDays and daysBetween undo each other', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
        const moved = addDays(day, n);
        expect(isDay(moved)).toBe(true);
        expect(daysBetween(day, moved)).toBe(n);
        expect(addDays(moved, -n)).toBe(day);
        expect(Math.sign(n)).toBe(moved < day ? -1 : moved > day ? 1 : 0);
      }),
    );
  });
});

describe('weeks', () => {
  it.each([
    ['2026-11-24', 2, 2026, 48],
    ['2026-11-29', 7, 2026, 48],
    ['2020-12-31', 4, 2020, 53],
    ['2021-01-03', 7, 2020, 53],
    ['2021-01-04', 1, 2021, 1],
    ['2026-12-31', 4, 2026, 53],
    ['2027-01-01', 5, 2026, 53],
    ['2024-12-30', 1, 2025, 1],
    ['2016-01-01', 5, 2015, 53],
    ['1969-12-31', 3, 1970, 1],
  ] as const)('%s is weekday %i of %i week %i', (day, number, year, week) => {
    expect(weekday(day)).toBe(number);
    expect(weekOf(day)).toEqual({ year, week });
  });

  it('finds the Monday of a week, and no week 53 where there is none', () => {
    expect(mondayOfWeek(2026, 48)).toBe('2026-11-23');
    expect(mondayOfWeek(2026, 53)).toBe('2026-12-28');
    expect(mondayOfWeek(2025, 53)).toBeNull();
    expect(mondayOfWeek(2026, 0)).toBeNull();
    expect(mondayOfWeek(2026, 54)).toBeNull();
  });

  it('every day lies in the week that starts on its Monday', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const monday = startOfWeek(day);
        const { year, week } = weekOf(day);
        expect(weekday(monday)).toBe(1);
        expect(daysBetween(monday, day)).toBe(weekday(day) - 1);
        expect(mondayOfWeek(year, week)).toBe(monday);
        expect(isWorkday(day)).toBe(daysBetween(monday, day) < 5);
      }),
    );
  });
});

describe('school year', () => {
  it('runs from 1 August to 31 July', () => {
    const year = { name: '2026-2027', first: '2026-08-01', last: '2027-07-31' };
    expect(schoolYearOf('2026-08-01')).toEqual(year);
    expect(schoolYearOf('2027-07-31')).toEqual(year);
    expect(schoolYearOf('2026-07-31').name).toBe('2025-2026');
  });
});

describe('days and moments', () => {
  it('it is already tomorrow in Amsterdam while it is still today in UTC', () => {
    expect(dayIn(Date.UTC(2026, 10, 26, 23, 30))).toBe('2026-11-27');
    expect(dayIn(new Date('2026-07-01T22:00:00Z'))).toBe('2026-07-02');
    expect(dayIn(Date.UTC(2026, 10, 26, 23, 30), 'UTC')).toBe('2026-11-26');
    expect(dayIn(Date.UTC(2026, 10, 27, 2), 'America/Curacao')).toBe('2026-11-26');
    expect(timeIn(Date.UTC(2026, 10, 26, 23, 5))).toBe('00:05');
  });

  it('refuses a moment or a zone that does not exist', () => {
    expect(() => dayIn(Number.NaN)).toThrow(RangeError);
    expect(() => dayIn(0, 'Europe/Nergens')).toThrow(RangeError);
    expect(() => instantAt('2026-11-27', '25:00')).toThrow(RangeError);
    expect(() => instantAt('2026-11-31', '10:00')).toThrow(RangeError);
  });

  it.each([
    ['2026-11-24', '15:45', '2026-11-24T14:45:00.000Z', 'winter'],
    ['2026-06-24', '15:45', '2026-06-24T13:45:00.000Z', 'summer'],
    ['2026-03-29', '01:59', '2026-03-29T00:59:00.000Z', 'just before the clock goes forward'],
    ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z', 'skipped in spring: becomes 03:30'],
    ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z', 'just after the clock went forward'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z', 'twice in autumn: the first'],
    ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z', 'just after the clock went back'],
    ['2026-10-25', '00:00', '2026-10-24T22:00:00.000Z', 'midnight of a long day'],
  ])('%s %s is %s (%s)', (day, time, iso) => {
    expect(instantAt(day, time).toISOString()).toBe(iso);
  });

  it('a local time comes back as the same day and time, except in the skipped hour', () => {
    const zones = fc.constantFrom(
      'Europe/Amsterdam',
      'America/Curacao',
      'Pacific/Auckland',
      'Asia/Kathmandu',
    );
    const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1990-01-01', n));
    fc.assert(
      fc.property(days, anyMinute, zones, (day, time, zone) => {
        const instant = instantAt(day, time, zone);
        expect(dayIn(instant, zone)).toBe(day);
        const shown = timeIn(instant, zone);
        if (shown !== time) expect(shown > time && time >= '02:00' && time < '03:00').toBe(true);
      }),
    );
  });

  it('a clock time is two digits, a colon, two digits', () => {
    expect(['00:00', '23:59'].every(isClockTime)).toBe(true);
    expect(['24:00', '9:00', '12:60', '12:00:00', '', 12].some(isClockTime)).toBe(false);
  });
});
