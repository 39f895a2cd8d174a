import * as z from 'zod/mini';
import type { PeopleRecords } from '#features/people/domain';
import type { RhythmRecords } from '#features/rhythm/domain';
import { field } from '#packages/kernel';
import type { RecordsOf, StateOf } from '#packages/sync';

export const goalOutcomes = ['reached', 'stopped'] as const;
/** In the class (leraaractie), or anything else that the team has to do (teamactie). */
export const actionKinds = ['classroom', 'team'] as const;

export const goalRecords = {
  goal: z.object({
    id: field.id,
    /** "De leerlingen van … weten / kunnen / doen / voelen …" */
    text: field.line(300),
    /** The group of pupils, where the text does not name it. */
    pupils: field.nullable(field.line(80)),
    /** Where the team wants to be, 1 to 10 in halves. */
    target: field.mark,
    weeks: field.wholeNumber(4, 8),
    startedOn: field.day,
    /** The period of the school year in which it was set. */
    periodId: field.nullable(field.id),
    ownerId: field.nullable(field.id),
    closedOn: field.nullable(field.day),
    outcome: field.nullable(z.enum(goalOutcomes)),
    position: field.wholeNumber(0, 1_000_000),
    removedAt: field.nullable(field.instant),
  }),
  /** One per goal and period: P0 is the baseline, then P1, P2 … */
  measurement: z.object({
    id: field.id,
    goalId: field.id,
    period: field.wholeNumber(0, 30),
    value: field.mark,
    measuredOn: field.day,
    byMemberId: field.nullable(field.id),
    note: field.nullable(field.line(300)),
    removedAt: field.nullable(field.instant),
  }),
  action: z.object({
    id: field.id,
    kind: z.enum(actionKinds),
    text: field.line(300),
    /** Who sees to it; null until the team has named somebody. */
    ownerId: field.nullable(field.id),
    /** Who else does it. */
    alsoIds: z.array(field.id).check(z.maxLength(40)),
    goalId: field.nullable(field.id),
    due: field.nullable(field.day),
    addedAt: field.instant,
    doneAt: field.nullable(field.instant),
    doneById: field.nullable(field.id),
    removedAt: field.nullable(field.instant),
  }),
} as const;

export type GoalRecords = RecordsOf<typeof goalRecords>;
export type GoalState = StateOf<PeopleRecords & RhythmRecords & GoalRecords>;
export type Goal = GoalRecords['goal'];
export type Measurement = GoalRecords['measurement'];
export type Action = GoalRecords['action'];
export type ActionKind = (typeof actionKinds)[number];
