import * as z from 'zod/mini';
import { strangers } from '#features/people/domain';
import { field, type Refusal, refuse } from '#packages/kernel';
import { changesOf, commandOver } from '#packages/sync';
import type { VisitPair, VisitRecords, VisitState } from './records.ts';
import { peopleIn } from './visits.ts';

const command = commandOver<VisitState>();
const { put } = changesOf<VisitRecords>();

const visitPairId = field.id;
const described = {
  visitorId: field.id,
  visitedId: field.id,
  alsoVisitorId: field.nullable(field.id),
  day: field.nullable(field.day),
  startsAt: field.nullable(field.clockTime),
  viewingQuestion: field.nullable(field.line(200)),
};

const onBoard = (state: VisitState, id: string): VisitPair | null => {
  const visit = state.visitPair.get(id);
  return visit && visit.removedAt === null ? visit : null;
};

/** V1: two different people, or three, all in the team. */
function cannotBe(state: VisitState, visit: VisitPair, before: readonly string[] = []): Refusal | null {
  const people = peopleIn(visit);
  if (new Set(people).size < people.length) return refuse('visits.same-person');
  return strangers(state, people, before);
}

export const visitCommands = {
  'visitPair.plan': command({
    capability: 'visits.plan',
    payload: z.object({ id: field.id, ...described }),
    run: (state, planned, { now }) => {
      if (state.visitPair.get(planned.id)) return [];
      const visit = { ...planned, tookPlaceOn: null, addedAt: now, removedAt: null };
      return cannotBe(state, visit) ?? [put('visitPair', visit)];
    },
    undo: (_, { id }) => ({ name: 'visitPair.remove', payload: { visitPairId: id } }),
  }),

  'visitPair.edit': command({
    capability: 'visits.plan',
    payload: z.object({ visitPairId, ...described }),
    run: (state, { visitPairId, ...edited }) => {
      const visit = onBoard(state, visitPairId);
      if (!visit) return refuse('visits.visit-gone');
      const changed = { ...visit, ...edited };
      return cannotBe(state, changed, peopleIn(visit)) ?? [put('visitPair', changed)];
    },
    undo: (before, { visitPairId }) => {
      const visit = before.visitPair.get(visitPairId);
      if (!visit) return null;
      const { visitorId, visitedId, alsoVisitorId, day, startsAt, viewingQuestion } = visit;
      return {
        name: 'visitPair.edit',
        payload: { visitPairId, visitorId, visitedId, alsoVisitorId, day, startsAt, viewingQuestion },
      };
    },
  }),

  /** V2: `on` null is the agreed day when that is over, else today. Saying it again with a day corrects the day. */
  'visitPair.tookPlace': command({
    capability: 'visits.plan',
    payload: z.object({ visitPairId, on: field.nullable(field.day) }),
    run: (state, { visitPairId, on }, { today }) => {
      const visit = onBoard(state, visitPairId);
      if (!visit) return refuse('visits.visit-gone');
      if (on !== null && on > today) return refuse('visits.day-to-come');
      if (on === null && visit.tookPlaceOn !== null) return [];
      const agreed = visit.day !== null && visit.day <= today ? visit.day : today;
      return [put('visitPair', { ...visit, tookPlaceOn: on ?? agreed })];
    },
    undo: (before, { visitPairId }) => {
      const on = before.visitPair.get(visitPairId)?.tookPlaceOn ?? null;
      return on === null
        ? { name: 'visitPair.notYet', payload: { visitPairId } }
        : { name: 'visitPair.tookPlace', payload: { visitPairId, on } };
    },
  }),

  'visitPair.notYet': command({
    capability: 'visits.plan',
    payload: z.object({ visitPairId }),
    run: (state, { visitPairId }) => {
      const visit = onBoard(state, visitPairId);
      if (!visit) return refuse('visits.visit-gone');
      return visit.tookPlaceOn === null ? [] : [put('visitPair', { ...visit, tookPlaceOn: null })];
    },
    undo: (before, { visitPairId }) => {
      const on = before.visitPair.get(visitPairId)?.tookPlaceOn ?? null;
      return on === null ? null : { name: 'visitPair.tookPlace', payload: { visitPairId, on } };
    },
  }),

  'visitPair.remove': command({
    capability: 'visits.plan',
    payload: z.object({ visitPairId }),
    run: (state, { visitPairId }, { now }) => {
      const visit = state.visitPair.get(visitPairId);
      if (!visit) return refuse('visits.visit-gone');
      return visit.removedAt === null ? [put('visitPair', { ...visit, removedAt: now })] : [];
    },
    undo: (_, { visitPairId }) => ({ name: 'visitPair.restore', payload: { visitPairId } }),
  }),

  'visitPair.restore': command({
    capability: 'visits.plan',
    payload: z.object({ visitPairId }),
    run: (state, { visitPairId }) => {
      const visit = state.visitPair.get(visitPairId);
      if (!visit) return refuse('visits.visit-gone');
      return visit.removedAt === null ? [] : [put('visitPair', { ...visit, removedAt: null })];
    },
    undo: (_, { visitPairId }) => ({ name: 'visitPair.remove', payload: { visitPairId } }),
  }),
} as const;
