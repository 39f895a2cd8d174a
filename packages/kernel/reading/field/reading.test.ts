import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, isDay } from '../../calendar.ts';
import { readDay, readTime } from './index.ts';

/** A Tuesday. */
const today: Day = '2026-12-01';

describe('U12: a day as it is typed', () => {
  it.each([
    ['vr', '2026-12-04'],
    ['Vrijdag', '2026-12-04'],
    ['fri', '2026-12-04'],
    ['do', '2026-12-03'],
    ['zo', '2026-12-06'],
    ['4-12', '2026-12-04'],
    ['4.12', '2026-12-04'],
    ['4/12/2027', '2027-12-04'],
    ['2026-12-04', '2026-12-04'],
    ['4 dec', '2026-12-04'],
    ['vr 4 dec', '2026-12-04'],
    ['Friday 4 December', '2026-12-04'],
    ['4', '2026-12-04'],
    ['31', '2026-12-31'],
    ['1', '2026-12-01'],
    ['vandaag', '2026-12-01'],
    ['morgen', '2026-12-02'],
    ['tomorrow', '2026-12-02'],
    ['overmorgen', '2026-12-03'],
    ['week 50', '2026-12-11'],
    ['over 2 weken', '2026-12-15'],
    ['in two weeks', '2026-12-15'],
    ['volgende week di', '2026-12-08'],
    ['op 14 januari', '2027-01-14'],
    ['15 mrt', '2027-03-15'],
  ])('%s is %s', (typed, day) => expect(readDay(typed, today)).toBe(day));

  it.each(['', ' ', 'straks', '31-2', '32', '0', 'vr of za', 'vr exit tickets', 'groep 5', '4-13-2026x'])(
    '%j is no day',
    (typed) => expect(readDay(typed, today)).toBeNull(),
  );

  it('a bare number waits for a month that has it', () => {
    expect(readDay('31', '2027-02-10')).toBe('2027-03-31');
    expect(readDay('30', '2027-01-31')).toBe('2027-03-30');
  });

  it('whatever is typed, it is a day or nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 24 }), fc.integer({ min: 0, max: 800 }), (typed, days) => {
        const read = readDay(typed, addDays(today, days));
        expect(read === null || isDay(read)).toBe(true);
      }),
    );
  });
});

describe('U13: a time as it is typed', () => {
  it.each([
    ['1545', '15:45'],
    ['15:45', '15:45'],
    ['15.45', '15:45'],
    ['945', '09:45'],
    ['9', '09:00'],
    ['9 uur', '09:00'],
    ['9u30', '09:30'],
    ['15u', '15:00'],
    ['3:45 pm', '15:45'],
    ['12 am', '00:00'],
    ['12pm', '12:00'],
    ['kwart voor vier', '15:45'],
    ['Kwart over 3', '15:15'],
    ['half vier', '15:30'],
    ['vijf voor half vier', '15:25'],
    ['half past three', '15:30'],
    ['quarter to four', '15:45'],
    ['vier uur', '16:00'],
    ['half negen', '08:30'],
    ['om 15:45', '15:45'],
  ])('%s is %s', (typed, time) => expect(readTime(typed)).toBe(time));

  it.each(['', 'straks', '25:00', '15:60', '1560', '13 pm', 'half', 'kwart voor', '123456'])(
    '%j is no time',
    (typed) => expect(readTime(typed)).toBeNull(),
  );
});
