import { describe, expect, it } from 'vitest';
import { clockMood, clockText } from './clock.ts';

describe('the clock', () => {
  it.each([
    [478_000, '7:58'],
    [900_000, '15:00'],
    [500, '0:01'],
    [0, '0:00'],
    [-999, '+0:00'],
    [-72_000, '+1:12'],
  ])('writes %i ms as %s', (ms, text) => expect(clockText(ms)).toBe(text));

  it('goes from calm to soon to over', () => {
    expect([60_001, 60_000, 0, -1].map((ms) => clockMood(ms, 60_000))).toEqual([
      'calm',
      'soon',
      'soon',
      'over',
    ]);
  });
});
