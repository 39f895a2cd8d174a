import { describe, expect, it } from 'vitest';
import { dayAfterKey, weeksOfMonth } from './monthGrid.ts';
import { quickDays } from './schoolDays.tsx';

describe('U12: a month', () => {
  it('has whole weeks, from Monday', () => {
    const weeks = weeksOfMonth('2026-12-15');
    expect(weeks).toHaveLength(5);
    expect(weeks[0]?.[0]).toBe('2026-11-30');
    expect(weeks.at(-1)?.at(-1)).toBe('2027-01-03');
    // A February that fits: four weeks, nothing of other months.
    expect(weeksOfMonth('2027-02-10').flat()).toHaveLength(28);
  });

  it.each([
    ['ArrowLeft', false, '2026-12-30'],
    ['ArrowRight', false, '2027-01-01'],
    ['ArrowUp', false, '2026-12-24'],
    ['ArrowDown', false, '2027-01-07'],
    ['Home', false, '2026-12-28'],
    ['End', false, '2027-01-03'],
    ['PageUp', false, '2026-11-30'],
    ['PageDown', false, '2027-01-31'],
    ['PageUp', true, '2025-12-31'],
    ['PageDown', true, '2027-12-31'],
    ['Tab', false, null],
  ])('%s (shift %s) goes to %s', (key, withShift, day) =>
    expect(dayAfterKey('2026-12-31', key, withShift)).toBe(day),
  );
});

describe('U12: days to choose quickly', () => {
  const christmas = { name: 'kerstvakantie', firstDay: '2026-12-19', lastDay: '2027-01-03' };

  it('are tomorrow, Friday, Monday and the next Friday', () => {
    expect(quickDays('2026-12-01', [])).toEqual(['2026-12-02', '2026-12-04', '2026-12-07', '2026-12-11']);
  });

  it('on a Friday tomorrow is a Saturday, and is not offered', () => {
    expect(quickDays('2026-12-04', [])).toEqual(['2026-12-04', '2026-12-07', '2026-12-11']);
  });

  it('are never in a holiday', () => {
    expect(quickDays('2026-12-17', [christmas])).toEqual(['2026-12-18']);
  });
});
