import * as z from 'zod/mini';
import { inspirationRecord } from '#features/themes/domain';
import { field } from '#packages/kernel';
import type { RecordsOf } from '#packages/sync';
import { moodScales } from './mood-scales.ts';

/** What inspires the team itself; what inspires the whole school hangs on the school's stream (features/themes). */
export const inspirationKinds = ['arena', 'agreement'] as const;
export type InspirationKind = (typeof inspirationKinds)[number];

/** Seconds per step of the session, in standard order: check-in, successes, goals, actions, programme. */
const secondsPerStep = z.array(field.wholeNumber(0, 1800)).check(z.length(5));
const millisecondsPerStep = z.array(field.wholeNumber(0, 86_400_000)).check(z.length(5));

export const step = field.wholeNumber(1, 5);

/**
 * Parts by column and by place in that column, each at most once. One that is not named (it came with a later version)
 * stands at the end, out of sight; one that no feature brings any more is passed over (`boardOf`).
 */
export const arrangement = z
  .array(
    z.object({
      part: field.key,
      column: field.wholeNumber(1, 3),
      hidden: z.boolean(),
      /** The team's own name for the part; null shows the standard name. */
      title: field.nullable(field.line(40)),
    }),
  )
  .check(
    z.minLength(1),
    z.refine((places) => new Set(places.map((place) => place.part)).size === places.length),
  );

/** Adjustable per step; a hidden step's budget is kept for when it is shown again. */
export const budgets = z.array(field.wholeNumber(15, 1800)).check(z.length(5));

/** What a session leaves behind: ids and counts, so that every language and every device makes its own words of it. */
const summary = z.object({
  /** Members who checked in, and members who were expected. */
  checkedIn: field.wholeNumber(0, 1000),
  expected: field.wholeNumber(0, 1000),
  successIds: z.array(field.id),
  /** Decided about goals: new, measured, closed (in that session). */
  newGoalIds: z.array(field.id),
  measurementIds: z.array(field.id),
  closedGoalIds: z.array(field.id),
  parkedIds: z.array(field.id),
  settledIds: z.array(field.id),
  /** Per person in the order of the team; memberId null gathers actions of nobody in particular. */
  people: z.array(
    z.object({
      memberId: field.nullable(field.id),
      newActionIds: z.array(field.id),
      doneActionIds: z.array(field.id),
    }),
  ),
  /** The session after this one, as it was planned at the end. */
  nextDay: field.nullable(field.day),
  nextLeaderId: field.nullable(field.id),
});

export const boardRecords = {
  /** How the team arranged its board; its id is the id of the team. Until there is one, `standardBoard` holds. */
  board: z.object({
    id: field.id,
    parts: arrangement,
    moodScale: z.enum(moodScales),
    /** Seconds per step. */
    budgets,
    chime: z.boolean(),
  }),
  /** Something to celebrate. */
  success: z.object({
    id: field.id,
    text: field.line(280),
    /** Who tells it; null when the team does, at the wall. */
    byId: field.nullable(field.id),
    /** The colleague whom it is about. */
    aboutId: field.nullable(field.id),
    goalId: field.nullable(field.id),
    addedAt: field.instant,
    /** Members who cheered. */
    cheeredBy: z.array(field.id),
    removedAt: field.nullable(field.instant),
  }),
  /** A subject kept for later, so that the session can go on. */
  parkedTopic: z.object({
    id: field.id,
    text: field.line(280),
    byId: field.nullable(field.id),
    /** The goal or action that the team was talking about. */
    goalId: field.nullable(field.id),
    actionId: field.nullable(field.id),
    addedAt: field.instant,
    settledAt: field.nullable(field.instant),
    /** What became of it. */
    outcome: field.nullable(field.line(280)),
    removedAt: field.nullable(field.instant),
  }),
  /** What the team looks up to: the side of the board that changes slowly. */
  inspiration: inspirationRecord(inspirationKinds),
  /** One standing meeting at the board. Its clock is read with `clockOf`. */
  boardSession: z.object({
    id: field.id,
    /** The day at school on which it was held. */
    day: field.day,
    startedAt: field.instant,
    leaderId: field.id,
    /** The steps that it walks, as the board showed them at the start. */
    steps: z.array(step),
    step,
    /** Since when the clock runs in this step: when it came up, or after the last pause. */
    runningSince: field.instant,
    pausedAt: field.nullable(field.instant),
    /** When somebody last handled the session: a step, a minute, a pause, a leader. */
    handledAt: field.instant,
    /** Seconds per step, copied from the board at the start. */
    budgets,
    /** Seconds added per step. */
    extra: secondsPerStep,
    /** Milliseconds spent per step before `runningSince`. */
    spentMs: millisecondsPerStep,
    moodScale: z.enum(moodScales),
    chime: z.boolean(),
    revealedAt: field.nullable(field.instant),
    endedAt: field.nullable(field.instant),
    endedBy: field.nullable(z.enum(['leader', 'clock'])),
    summary: field.nullable(summary),
  }),
  /** How one member arrives at one session. */
  checkIn: z.object({
    id: field.id,
    sessionId: field.id,
    memberId: field.id,
    /** A key of the session's scale ('sunny'), '1' to '10', or the member's own word. Null: not for whoever reads this (B32). */
    mark: field.nullable(field.line(20)),
    remark: field.nullable(field.line(140)),
    markedAt: field.instant,
  }),
} as const;

export type BoardRecords = RecordsOf<typeof boardRecords>;
export type Board = BoardRecords['board'];
export type PartPlace = Board['parts'][number];
export type Success = BoardRecords['success'];
export type ParkedTopic = BoardRecords['parkedTopic'];
export type Inspiration = BoardRecords['inspiration'];
export type BoardSession = BoardRecords['boardSession'];
export type CheckIn = BoardRecords['checkIn'];
export type SessionSummary = NonNullable<BoardSession['summary']>;
