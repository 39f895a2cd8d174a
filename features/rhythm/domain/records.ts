import * as z from 'zod/mini';
import type { PeopleRecords } from '#features/people/domain';
import { field } from '#packages/kernel';
import type { RecordsOf, StateOf } from '#packages/sync';

/** How somebody came to lead a session: own turn, for who was away or passed, agreed for that date, or taken over on the spot. */
export const ledHows = ['turn', 'stand-in', 'agreed', 'take-over'] as const;

export const rhythmRecords = {
  /** The team's fixed weekly moment; its id is the id of the team. */
  fixedMoment: z.object({
    id: field.id,
    /** 1 = Monday … 5 = Friday. */
    weekday: field.wholeNumber(1, 5),
    startsAt: field.clockTime,
    /** Length of the board session. */
    minutes: field.wholeNumber(5, 60),
    place: field.nullable(field.line(80)),
  }),
  /** A stretch of weeks in the school year. */
  period: z.object({
    id: field.id,
    /** Its number in the school year. */
    number: field.wholeNumber(1, 20),
    /** The team's own name for it, if it has one. */
    name: field.nullable(field.line(60)),
    firstDay: field.day,
    lastDay: field.day,
    removedAt: field.nullable(field.instant),
  }),
  /** What the team planned for one date. */
  plannedSession: z.object({
    id: field.id,
    day: field.day,
    /** What the work session is about. */
    subject: field.nullable(field.line(200)),
    /** Who leads, agreed for this date; null leaves it to the rota. */
    leaderId: field.nullable(field.id),
    note: field.prose(1000),
    /** No session on this day after all. */
    calledOff: z.boolean(),
    removedAt: field.nullable(field.instant),
  }),
  /** One line of a day's programme. */
  programmeItem: z.object({
    id: field.id,
    day: field.day,
    minutes: field.nullable(field.wholeNumber(1, 240)),
    subject: field.line(200),
    memberIds: z.array(field.id).check(z.maxLength(40)),
    /** Who, in words ("in duo's", "iedereen"), beside or instead of names. */
    who: field.nullable(field.line(80)),
    position: field.wholeNumber(0, 1_000_000),
    removedAt: field.nullable(field.instant),
  }),
  /** Whose turn it is; its id is the id of the team. */
  rota: z.object({
    id: field.id,
    /** Members, next one first. Read it with `leaderQueue`: who joined comes last, who left is passed over. */
    queue: z.array(field.id).check(z.maxLength(200)),
    /** Turns that somebody let pass, once. */
    skips: z.array(z.object({ day: field.day, memberId: field.id })).check(z.maxLength(200)),
    /** Sessions that somebody took over from whose turn it was; one per day. */
    takeOvers: z.array(z.object({ day: field.day, memberId: field.id })).check(z.maxLength(200)),
  }),
  /** The coach leads the sessions until the team is handed them; its id is the id of the team. */
  coachLead: z.object({
    id: field.id,
    /** The coach's place at the board. */
    memberId: field.id,
    since: field.day,
    /** From this day on the turn goes round; null: the coach leads. */
    handedOverOn: field.nullable(field.day),
  }),
  /** Who led a session; its id is the id of that session. */
  ledSession: z.object({
    id: field.id,
    day: field.day,
    leaderId: field.id,
    how: z.enum(ledHows),
  }),
} as const;

export type RhythmRecords = RecordsOf<typeof rhythmRecords>;
export type RhythmState = StateOf<PeopleRecords & RhythmRecords>;
export type FixedMoment = RhythmRecords['fixedMoment'];
export type Period = RhythmRecords['period'];
export type PlannedSession = RhythmRecords['plannedSession'];
export type ProgrammeItem = RhythmRecords['programmeItem'];
export type Rota = RhythmRecords['rota'];
export type CoachLead = RhythmRecords['coachLead'];
export type LedSession = RhythmRecords['ledSession'];
export type LedHow = (typeof ledHows)[number];
