import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import * as field from './fields.ts';

const takes = (schema: z.core.$ZodType, value: unknown) => z.safeParse(schema, value).success;

describe('fields', () => {
  it('a day exists, and lies where counting stays inside the calendar', () => {
    expect(takes(field.day, '2028-02-29')).toBe(true);
    expect(takes(field.day, '2027-02-29')).toBe(false);
    expect(takes(field.day, '0000-01-01')).toBe(false);
    expect(takes(field.day, '9999-12-31')).toBe(false);
  });

  it('text holds nothing that a database refuses', () => {
    expect(takes(field.line(20), 'exit tickets 👍')).toBe(true);
    expect(takes(field.line(20), 'exit\u0000tickets')).toBe(false);
    expect(takes(field.prose(20), 'half \ud83d')).toBe(false);
    expect(takes(field.line(20), 'two\nlines')).toBe(false);
    expect(takes(field.prose(20), 'two\nlines')).toBe(true);
    expect(takes(field.line(5), '      ')).toBe(false);
  });

  it('a clock time is on the clock', () => {
    expect(takes(field.clockTime, '15:45')).toBe(true);
    expect(takes(field.clockTime, '24:00')).toBe(false);
    expect(takes(field.clockTime, '9:00')).toBe(false);
  });

  it('a mark is 1 to 10 in halves', () => {
    for (const mark of [1, 6.5, 10]) expect(takes(field.mark, mark)).toBe(true);
    for (const mark of [0.5, 6.3, 10.5, Number.NaN, '7']) expect(takes(field.mark, mark)).toBe(false);
  });
});
