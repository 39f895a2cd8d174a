import { describe, expect, it } from 'vitest';
import type { Day } from '#packages/kernel';
import {
  plural,
  sayCount,
  sayDay,
  sayDistance,
  sayDuration,
  sayFullDay,
  sayList,
  sayMoment,
  sayNumber,
  sayWeek,
} from './index.ts';

const TODAY: Day = '2026-11-24'; // a Tuesday

describe('days', () => {
  it.each([
    ['2026-11-24', 'vandaag', 'today'],
    ['2026-11-25', 'morgen', 'tomorrow'],
    ['2026-11-23', 'gisteren', 'yesterday'],
    ['2026-11-26', 'do 26 nov', 'Thu 26 Nov'],
    ['2026-11-27', 'vr 27 nov', 'Fri 27 Nov'],
    ['2026-11-22', 'zo 22 nov', 'Sun 22 Nov'],
    ['2027-03-01', 'ma 1 mrt', 'Mon 1 Mar'],
    ['2027-05-05', 'wo 5 mei', 'Wed 5 May'],
    ['2026-10-06', 'di 6 okt', 'Tue 6 Oct'],
    ['2027-08-21', 'za 21 aug', 'Sat 21 Aug'],
    ['2027-08-22', 'zo 22 aug 2027', 'Sun 22 Aug 2027'],
    ['2025-11-24', 'ma 24 nov 2025', 'Mon 24 Nov 2025'],
  ] as const)('%s is "%s" / "%s"', (day, dutch, english) => {
    expect([sayDay(day, TODAY, 'nl'), sayDay(day, TODAY, 'en')]).toEqual([dutch, english]);
  });

  it.each([
    ['2026-11-27', 'vrijdag 27 november 2026', 'Friday 27 November 2026'],
    ['2027-03-01', 'maandag 1 maart 2027', 'Monday 1 March 2027'],
    ['2027-08-22', 'zondag 22 augustus 2027', 'Sunday 22 August 2027'],
  ] as const)('%s in full is "%s" / "%s"', (day, dutch, english) => {
    expect([sayFullDay(day, 'nl'), sayFullDay(day, 'en')]).toEqual([dutch, english]);
  });

  it.each([
    ['2026-11-24', 'vandaag', 'today'],
    ['2026-11-25', 'morgen', 'tomorrow'],
    ['2026-11-26', 'over 2 dagen', 'in 2 days'],
    ['2026-11-27', 'over 3 dagen', 'in 3 days'],
    ['2026-12-07', 'over 13 dagen', 'in 13 days'],
    ['2026-12-08', 'over 2 weken', 'in 2 weeks'],
    ['2026-12-14', 'over 3 weken', 'in 3 weeks'],
    ['2026-11-23', '1 dag te laat', '1 day late'],
    ['2026-11-22', '2 dagen te laat', '2 days late'],
    ['2026-11-03', '3 weken te laat', '3 weeks late'],
  ] as const)('%s is "%s" / "%s" away', (day, dutch, english) => {
    expect([sayDistance(day, TODAY, 'nl'), sayDistance(day, TODAY, 'en')]).toEqual([dutch, english]);
  });

  it.each([
    ['2026-11-23', 'gisteren', 'yesterday'],
    ['2026-11-22', '2 dagen geleden', '2 days ago'],
    ['2026-11-03', '3 weken geleden', '3 weeks ago'],
    ['2026-11-27', 'over 3 dagen', 'in 3 days'],
  ] as const)('%s, when nobody is late, is "%s" / "%s"', (day, dutch, english) => {
    const say = (language: 'nl' | 'en') => sayDistance(day, TODAY, language, 'ago');
    expect([say('nl'), say('en')]).toEqual([dutch, english]);
  });

  it('a moment is told by the clock of the zone', () => {
    const instant = Date.UTC(2026, 10, 24, 14, 45);
    expect(sayMoment(instant, 'nl')).toBe('di 24 nov, 15:45');
    expect(sayMoment(new Date(instant), 'en')).toBe('Tue 24 Nov, 15:45');
    expect(sayMoment(instant, 'nl', 'America/Curacao')).toBe('di 24 nov, 10:45');
    expect(sayMoment(Date.UTC(2026, 10, 24, 23, 5), 'nl')).toBe('wo 25 nov, 00:05');
  });

  it('a week is its ISO number', () => {
    expect(sayWeek('2026-11-27')).toBe('week 48');
    expect(sayWeek('2027-01-01')).toBe('week 53');
    expect(sayWeek('2027-01-04')).toBe('week 1');
  });
});

describe('numbers', () => {
  it.each([
    [6.5, '6,5', '6.5'],
    [7, '7', '7'],
    [6.25, '6,3', '6.3'],
    [1250, '1.250', '1,250'],
    [-0.5, '-0,5', '-0.5'],
    [-0.01, '0', '0'],
    [0, '0', '0'],
  ])('%d is "%s" / "%s"', (value, dutch, english) => {
    expect([sayNumber(value, 'nl'), sayNumber(value, 'en')]).toEqual([dutch, english]);
  });

  it('as many decimals as asked', () => {
    expect(sayNumber(6.256, 'nl', 2)).toBe('6,26');
    expect(sayNumber(6.5, 'nl', 0)).toBe('7');
  });

  it('one day, several days, no days', () => {
    expect([0, 1, 2].map((n) => plural(n, 'dag', 'dagen'))).toEqual(['dagen', 'dag', 'dagen']);
    expect(sayCount(1.5, 'punt', 'punten', 'nl')).toBe('1,5 punten');
    expect(sayCount(1, 'point', 'points', 'en')).toBe('1 point');
  });

  it.each([
    [900, '15:00'],
    [65, '01:05'],
    [0.2, '00:01'],
    [0, '00:00'],
    [-0.4, '00:00'],
    [-12, '−00:12'],
    [3600, '60:00'],
  ])('%d seconds is "%s"', (seconds, clock) => {
    expect(sayDuration(seconds)).toBe(clock);
  });
});

describe('lists', () => {
  it.each([
    [[], '', ''],
    [['Sam'], 'Sam', 'Sam'],
    [['Sam', 'Tom'], 'Sam en Tom', 'Sam and Tom'],
    [['Sam', 'Tom', 'Noor'], 'Sam, Tom en Noor', 'Sam, Tom and Noor'],
  ])('%j is "%s" / "%s"', (items, dutch, english) => {
    expect([sayList(items, 'nl'), sayList(items, 'en')]).toEqual([dutch, english]);
  });
});
