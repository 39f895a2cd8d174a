import * as z from 'zod/mini';
import { takesPart } from '#features/people/domain';
import { sessionLed } from '#features/rhythm/domain';
import { field, type Refusal, refuse } from '#packages/kernel';
import {
  applyChanges,
  type Change,
  type CommandCall,
  type CommandContext,
  changesOf,
  commandOver,
} from '#packages/sync';
import { checkInsOf } from './check-in.ts';
import { isForgotten, settled } from './clock.ts';
import { stepsOf } from './parts.ts';
import { type BoardRecords, type BoardSession, step } from './records.ts';
import { type BoardState, boardOf, runningSession } from './state.ts';
import { summaryOf } from './summary.ts';

const command = commandOver<BoardState>();
const { put, remove } = changesOf<BoardRecords>();

const sessionId = field.id;
/** The step that the person saw when they tapped. */
const from = step;

const MINUTE_IN_SECONDS = 60;
/** B30: so long after its start a session can be taken back as if it had never been. */
const CANCEL_WITHIN_MS = 2 * 60_000;
/** B10: a step grows by ten minutes at most. */
const MOST_EXTRA = 10 * MINUTE_IN_SECONDS;

type Outcome = readonly Change[] | Refusal;

/** Runs `then` on a session that still goes on; otherwise says so. */
function ongoing(state: BoardState, sessionId: string, then: (session: BoardSession) => Outcome): Outcome {
  const session = state.boardSession.get(sessionId);
  return session && session.endedAt === null ? then(session) : refuse('board.session-over');
}

/** B8: to another step. Its clock goes on where it stood, and runs again after a pause. */
function toStep(session: BoardSession, to: number, now: string): readonly Change[] {
  return [put('boardSession', { ...settled(session, now), step: to, pausedAt: null, handledAt: now })];
}

/** B7: a tap on a step that the session has left already was meant for that step, and changes nothing. */
function neighbour(state: BoardState, sessionId: string, from: number, by: 1 | -1, now: string): Outcome {
  return ongoing(state, sessionId, (session) => {
    const to = session.steps[session.steps.indexOf(session.step) + by];
    return session.step !== from || to === undefined ? [] : toStep(session, to, now);
  });
}

const backTo = (sessionId: string, from: number | undefined, to: number): CommandCall | null =>
  from === undefined || from === to ? null : { name: 'session.goTo', payload: { sessionId, from, to } };

function stepBeside(before: BoardState, sessionId: string, from: number, by: 1 | -1): number | undefined {
  const session = before.boardSession.get(sessionId);
  return session?.step === from ? session.steps[session.steps.indexOf(from) + by] : undefined;
}

/** B12, B19: the session with its summary, and the leader's turn counted. */
function ended(
  state: BoardState,
  session: BoardSession,
  endedBy: 'leader' | 'clock',
  { now, stream }: CommandContext,
): readonly Change[] {
  const closed: BoardSession = {
    ...settled(session, now),
    pausedAt: null,
    handledAt: now,
    endedAt: now,
    endedBy,
  };
  const led = sessionLed(
    state,
    { sessionId: session.id, day: session.day, leaderId: session.leaderId },
    stream.id,
  );
  const summary = summaryOf(applyChanges(state, led), closed);
  return [put('boardSession', { ...closed, summary }), ...led];
}

export const sessionCommands = {
  /** B5: one session at a time. The screen joins the one that runs. */
  'session.start': command({
    capability: 'board.use',
    payload: z.object({ id: field.id, leaderId: field.id }),
    run: (state, { id, leaderId }, { now, today, stream }) => {
      if (state.boardSession.get(id)) return [];
      if (runningSession(state)) return refuse('board.session-runs');
      if (!takesPart(state, leaderId)) return refuse('people.member-gone');
      const { parts, budgets, moodScale, chime } = boardOf(state, stream.id);
      const steps = stepsOf(state, parts);
      return [
        put('boardSession', {
          id,
          day: today,
          startedAt: now,
          leaderId,
          steps,
          step: steps[0] ?? 1,
          runningSince: now,
          pausedAt: null,
          handledAt: now,
          budgets,
          extra: [0, 0, 0, 0, 0],
          spentMs: [0, 0, 0, 0, 0],
          moodScale,
          chime,
          revealedAt: null,
          endedAt: null,
          endedBy: null,
          summary: null,
        }),
      ];
    },
    undo: (before, { id }) =>
      before.boardSession.get(id) ? null : { name: 'session.cancel', payload: { sessionId: id } },
  }),

  /** B30: started by mistake. Nothing of it stays: no summary, no mail, nobody's turn. Taken back twice is taken back. */
  'session.cancel': command({
    capability: 'board.use',
    payload: z.object({ sessionId }),
    run: (state, { sessionId }, { now }) => {
      if (!state.boardSession.get(sessionId)) return [];
      return ongoing(state, sessionId, ({ startedAt }) => {
        if (Date.parse(now) - Date.parse(startedAt) > CANCEL_WITHIN_MS)
          return refuse('board.session-under-way');
        const marks = checkInsOf(state, sessionId).map(({ id }) => remove('checkIn', id));
        return [...marks, remove('boardSession', sessionId)];
      });
    },
  }),

  /** B6: on to the next step that the board shows; in the last one nothing changes. */
  'session.next': command({
    capability: 'board.use',
    payload: z.object({ sessionId, from }),
    run: (state, { sessionId, from }, { now }) => neighbour(state, sessionId, from, 1, now),
    undo: (before, { sessionId, from }) => backTo(sessionId, stepBeside(before, sessionId, from, 1), from),
  }),

  'session.back': command({
    capability: 'board.use',
    payload: z.object({ sessionId, from }),
    run: (state, { sessionId, from }, { now }) => neighbour(state, sessionId, from, -1, now),
    undo: (before, { sessionId, from }) => backTo(sessionId, stepBeside(before, sessionId, from, -1), from),
  }),

  /** Skipping, or looking back at, any step of this session. */
  'session.goTo': command({
    capability: 'board.use',
    payload: z.object({ sessionId, from, to: step }),
    run: (state, { sessionId, from, to }, { now }) =>
      ongoing(state, sessionId, (session) => {
        if (!session.steps.includes(to)) return refuse('board.step-hidden');
        return session.step !== from || to === from ? [] : toStep(session, to, now);
      }),
    undo: (before, { sessionId, from, to }) =>
      before.boardSession.get(sessionId)?.step === from ? backTo(sessionId, to, from) : null,
  }),

  /** B10: one more minute for the step in view. */
  'session.addMinute': command({
    capability: 'board.use',
    payload: z.object({ sessionId, from }),
    run: (state, { sessionId, from }, { now }) =>
      ongoing(state, sessionId, (session) => {
        if (session.step !== from) return [];
        if ((session.extra[from - 1] ?? 0) >= MOST_EXTRA) return refuse('board.no-more-minutes');
        const extra = session.extra.map((seconds, index) =>
          index === from - 1 ? seconds + MINUTE_IN_SECONDS : seconds,
        );
        return [put('boardSession', { ...session, extra, handledAt: now })];
      }),
  }),

  /** B9: the clock stands still; pausing twice is pausing once. */
  'session.pause': command({
    capability: 'board.use',
    payload: z.object({ sessionId }),
    run: (state, { sessionId }, { now }) =>
      ongoing(state, sessionId, (session) =>
        session.pausedAt === null
          ? [put('boardSession', { ...settled(session, now), pausedAt: now, handledAt: now })]
          : [],
      ),
    undo: (before, { sessionId }) =>
      before.boardSession.get(sessionId)?.pausedAt === null
        ? { name: 'session.resume', payload: { sessionId } }
        : null,
  }),

  'session.resume': command({
    capability: 'board.use',
    payload: z.object({ sessionId }),
    run: (state, { sessionId }, { now }) =>
      ongoing(state, sessionId, (session) =>
        session.pausedAt === null
          ? []
          : [put('boardSession', { ...session, pausedAt: null, runningSince: now, handledAt: now })],
      ),
    undo: (before, { sessionId }) => {
      const session = before.boardSession.get(sessionId);
      return session && session.pausedAt !== null ? { name: 'session.pause', payload: { sessionId } } : null;
    },
  }),

  /** B11: "I take over": only a person's word changes the leader, never a dropped connection. */
  'session.takeOver': command({
    capability: 'board.use',
    payload: z.object({ sessionId, memberId: field.id }),
    run: (state, { sessionId, memberId }, { now }) =>
      ongoing(state, sessionId, (session) => {
        if (session.leaderId === memberId) return [];
        if (!takesPart(state, memberId)) return refuse('people.member-gone');
        return [put('boardSession', { ...session, leaderId: memberId, handledAt: now })];
      }),
    undo: (before, { sessionId }) => {
      const session = before.boardSession.get(sessionId);
      return session
        ? { name: 'session.takeOver', payload: { sessionId, memberId: session.leaderId } }
        : null;
    },
  }),

  /** B17: the leader shows the check-in before everybody is in. */
  'session.reveal': command({
    capability: 'board.use',
    payload: z.object({ sessionId }),
    run: (state, { sessionId }, { now }) =>
      ongoing(state, sessionId, (session) =>
        session.revealedAt === null
          ? [put('boardSession', { ...session, revealedAt: now, handledAt: now })]
          : [],
      ),
  }),

  /** B12: anybody of the team may close it; two who do it at once close it once. There is no way back: the summary goes out. */
  'session.close': command({
    capability: 'board.use',
    payload: z.object({ sessionId }),
    run: (state, { sessionId }, context) => {
      const session = state.boardSession.get(sessionId);
      if (!session) return refuse('board.session-over');
      return session.endedAt === null ? ended(state, session, 'leader', context) : [];
    },
  }),

  /** B13: a forgotten session is closed by the clock, with what there is. */
  'session.closeForgotten': command({
    capability: 'internal',
    payload: z.object({ sessionId }),
    run: (state, { sessionId }, context) => {
      const session = state.boardSession.get(sessionId);
      return session && isForgotten(session, Date.parse(context.now))
        ? ended(state, session, 'clock', context)
        : [];
    },
  }),
} as const;
