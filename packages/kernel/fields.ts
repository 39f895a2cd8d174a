import * as z from 'zod/mini';
import { isClockTime } from './calendar.ts';

/** The kinds of field that records and commands are made of. Every text has a limit, so that no request can fill a board. */

/** Text that every database and every screen can hold: no NUL, no halves of a character. */
const storable = z.refine<string>((text) => !text.includes('\u0000') && text.isWellFormed());

/** In small letters only: two ways of writing one id would be two records here and one row in the database. */
export const id = z.uuid().check(z.lowercase());
/** A calendar day, 'YYYY-MM-DD', without a time zone; in this century or the next, so that counting never leaves the calendar. */
export const day = z.iso.date().check(z.regex(/^2[01]/));
/** A moment, ISO 8601 in UTC with milliseconds. */
export const instant = z.iso.datetime();
/** Local time on the clock, 'HH:mm'. */
export const clockTime = z.string().check(z.refine(isClockTime));
/** What something is called in code: small letters, with dashes between words. */
export const key = z.string().check(z.maxLength(40), z.regex(/^[a-z]+(-[a-z]+)*$/));
/** One line: trimmed, 1 to `max` characters, no line breaks. */
export const line = (max: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(max), z.regex(/^[^\r\n]*$/), storable);
/** Several lines: trimmed, 0 to `max` characters. */
export const prose = (max: number) => z.string().check(z.trim(), z.maxLength(max), storable);
export const wholeNumber = (min: number, max: number) => z.int().check(z.minimum(min), z.maximum(max));
/** A mark on the scale of 1 to 10, in halves. */
export const mark = z.number().check(z.minimum(1), z.maximum(10), z.multipleOf(0.5));
export const nullable = z.nullable;
