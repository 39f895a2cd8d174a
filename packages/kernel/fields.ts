import * as z from 'zod/mini';

/** The kinds of field that records and commands are made of. Every text has a limit, so that no request can fill a board. */

export const id = z.uuid();
/** A calendar day, 'YYYY-MM-DD', without a time zone. */
export const day = z.iso.date();
/** A moment, ISO 8601 in UTC with milliseconds. */
export const instant = z.iso.datetime();
/** One line: trimmed, 1 to `max` characters, no line breaks. */
export const line = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max), z.regex(/^[^\r\n]*$/));
/** Several lines: trimmed, 0 to `max` characters. */
export const prose = (max: number) => z.string().check(z.trim(), z.maxLength(max));
export const wholeNumber = (min: number, max: number) => z.int().check(z.minimum(min), z.maximum(max));
export const nullable = z.nullable;
