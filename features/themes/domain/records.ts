import * as z from 'zod/mini';
import { field } from '#packages/kernel';
import type { RecordsOf, StateOf } from '#packages/sync';

/** What inspires a whole school. */
export const schoolInspirationKinds = ['ambition', 'year-board', 'story'] as const;
export type SchoolInspirationKind = (typeof schoolInspirationKinds)[number];

export const inspirationText = z.string().check(z.trim(), z.minLength(1), z.maxLength(2000));

/** What somebody looks up to, and may change now and then: of a school here, of a team on its board. */
export const inspirationRecord = <const Kinds extends readonly [string, ...string[]]>(kinds: Kinds) =>
  z.object({
    id: field.id,
    kind: z.enum(kinds),
    text: inspirationText,
    day: field.nullable(field.day),
    position: field.wholeNumber(0, 1_000_000),
    addedAt: field.instant,
    removedAt: field.nullable(field.instant),
  });

export const themeRecords = { schoolInspiration: inspirationRecord(schoolInspirationKinds) } as const;

export type ThemeRecords = RecordsOf<typeof themeRecords>;
export type ThemeState = StateOf<ThemeRecords>;
export type SchoolInspiration = ThemeRecords['schoolInspiration'];
