import * as z from 'zod/mini';
import { strangers } from '#features/people/domain';
import { type Day, field, refuse } from '#packages/kernel';
import { changesOf, commandOver } from '#packages/sync';
import type { PlannedSession, RhythmRecords, RhythmState } from './records.ts';
import { plannedOn } from './sessions.ts';

const command = commandOver<RhythmState>();
const { put } = changesOf<RhythmRecords>();

const plannedSessionId = field.id;
const described = {
  day: field.day,
  subject: field.nullable(field.line(200)),
  leaderId: field.nullable(field.id),
  note: field.prose(1000),
};

const planned = (state: RhythmState, id: string): PlannedSession | null => {
  const session = state.plannedSession.get(id);
  return session && session.removedAt === null ? session : null;
};

/** R9: one session per day. */
const takenBy = (state: RhythmState, day: Day, except: string) => {
  const other = plannedOn(state, day);
  return other && other.id !== except ? refuse('rhythm.day-taken', { day }) : null;
};

export const sessionCommands = {
  'plannedSession.add': command({
    capability: 'rhythm.plan',
    payload: z.object({ id: field.id, ...described }),
    run: (state, { id, ...session }) => {
      if (state.plannedSession.get(id)) return [];
      return (
        strangers(state, [session.leaderId]) ??
        takenBy(state, session.day, id) ?? [
          put('plannedSession', { id, ...session, calledOff: false, removedAt: null }),
        ]
      );
    },
    undo: (_, { id }) => ({ name: 'plannedSession.remove', payload: { plannedSessionId: id } }),
  }),

  'plannedSession.edit': command({
    capability: 'rhythm.plan',
    payload: z.object({ plannedSessionId, ...described }),
    run: (state, { plannedSessionId, ...edited }) => {
      const session = planned(state, plannedSessionId);
      if (!session) return refuse('rhythm.session-gone');
      return (
        strangers(state, [edited.leaderId], [session.leaderId]) ??
        takenBy(state, edited.day, plannedSessionId) ?? [put('plannedSession', { ...session, ...edited })]
      );
    },
    undo: (before, { plannedSessionId }) => {
      const session = before.plannedSession.get(plannedSessionId);
      if (!session) return null;
      const { day, subject, leaderId, note } = session;
      return { name: 'plannedSession.edit', payload: { plannedSessionId, day, subject, leaderId, note } };
    },
  }),

  /** R10: no session on this day; the fixed moment included. `id` is for when nothing was planned on it yet. */
  'plannedSession.callOff': command({
    capability: 'rhythm.plan',
    payload: z.object({ id: field.id, day: field.day }),
    run: (state, { id, day }) => {
      const session = plannedOn(state, day);
      if (session) return session.calledOff ? [] : [put('plannedSession', { ...session, calledOff: true })];
      if (state.plannedSession.get(id)) return [];
      const nothing = { subject: null, leaderId: null, note: '' };
      return [put('plannedSession', { id, day, ...nothing, calledOff: true, removedAt: null })];
    },
    undo: (before, { id, day }) => {
      const session = plannedOn(before, day);
      if (!session) return { name: 'plannedSession.remove', payload: { plannedSessionId: id } };
      return session.calledOff ? null : { name: 'plannedSession.goOn', payload: { day } };
    },
  }),

  /** R10: the session goes on after all, as it was planned. */
  'plannedSession.goOn': command({
    capability: 'rhythm.plan',
    payload: z.object({ day: field.day }),
    run: (state, { day }) => {
      const session = plannedOn(state, day);
      if (!session) return refuse('rhythm.session-gone');
      return session.calledOff ? [put('plannedSession', { ...session, calledOff: false })] : [];
    },
    undo: (before, { day }) => {
      const session = plannedOn(before, day);
      return session?.calledOff ? { name: 'plannedSession.callOff', payload: { id: session.id, day } } : null;
    },
  }),

  'plannedSession.remove': command({
    capability: 'rhythm.plan',
    payload: z.object({ plannedSessionId }),
    run: (state, { plannedSessionId }, { now }) => {
      const session = state.plannedSession.get(plannedSessionId);
      if (!session) return refuse('rhythm.session-gone');
      return session.removedAt === null ? [put('plannedSession', { ...session, removedAt: now })] : [];
    },
    undo: (_, { plannedSessionId }) => ({ name: 'plannedSession.restore', payload: { plannedSessionId } }),
  }),

  'plannedSession.restore': command({
    capability: 'rhythm.plan',
    payload: z.object({ plannedSessionId }),
    run: (state, { plannedSessionId }) => {
      const session = state.plannedSession.get(plannedSessionId);
      if (!session) return refuse('rhythm.session-gone');
      if (session.removedAt === null) return [];
      return (
        takenBy(state, session.day, session.id) ?? [put('plannedSession', { ...session, removedAt: null })]
      );
    },
    undo: (_, { plannedSessionId }) => ({ name: 'plannedSession.remove', payload: { plannedSessionId } }),
  }),
} as const;
