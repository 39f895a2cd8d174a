import * as z from 'zod/mini';
import type { PeopleRecords } from '#features/people/domain';
import { field } from '#packages/kernel';
import type { RecordsOf, StateOf } from '#packages/sync';

export const visitRecords = {
  /**
   * One lesson visit that the team agreed on: who looks in whose lesson. That it took place is for the team to
   * know; what was seen and said is between those people and has no place here (V5).
   */
  visitPair: z.object({
    id: field.id,
    visitorId: field.id,
    visitedId: field.id,
    /** A third who looks along, where the team is odd in number. */
    alsoVisitorId: field.nullable(field.id),
    day: field.nullable(field.day),
    startsAt: field.nullable(field.clockTime),
    /** What to look at, agreed before the visit. */
    viewingQuestion: field.nullable(field.line(200)),
    tookPlaceOn: field.nullable(field.day),
    addedAt: field.instant,
    removedAt: field.nullable(field.instant),
  }),
} as const;

export type VisitRecords = RecordsOf<typeof visitRecords>;
export type VisitState = StateOf<PeopleRecords & VisitRecords>;
export type VisitPair = VisitRecords['visitPair'];
