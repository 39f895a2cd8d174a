import * as z from 'zod/mini';
import { strangers } from '#features/people/domain';
import { field, refuse } from '#packages/kernel';
import { changesOf, commandOver } from '#packages/sync';
import { unknownSubject } from './linked.ts';
import type { BoardRecords, ParkedTopic } from './records.ts';
import type { BoardState } from './state.ts';

const command = commandOver<BoardState>();
const { put } = changesOf<BoardRecords>();

const topicId = field.id;
const text = field.line(280);
const someone = field.nullable(field.id);

const onTheBoard = (state: BoardState, id: string): ParkedTopic | null => {
  const topic = state.parkedTopic.get(id);
  return topic && topic.removedAt === null ? topic : null;
};

export const parkedCommands = {
  /** B24: "park it" in a session keeps the goal or action that the team was talking about. */
  'parked.add': command({
    capability: 'board.takePart',
    payload: z.object({ id: field.id, text, byId: someone, goalId: someone, actionId: someone }),
    run: (state, { id, text, byId, goalId, actionId }, { now }) => {
      if (state.parkedTopic.get(id)) return [];
      const topic = {
        id,
        text,
        byId,
        goalId,
        actionId,
        addedAt: now,
        settledAt: null,
        outcome: null,
        removedAt: null,
      };
      return (
        strangers(state, [byId]) ?? unknownSubject(state, goalId, actionId) ?? [put('parkedTopic', topic)]
      );
    },
    undo: (_, { id }) => ({ name: 'parked.remove', payload: { topicId: id } }),
  }),

  'parked.edit': command({
    capability: 'board.takePart',
    payload: z.object({ topicId, text }),
    about: ({ topicId }) => [topicId],
    run: (state, { topicId, text }) => {
      const topic = onTheBoard(state, topicId);
      return topic ? [put('parkedTopic', { ...topic, text })] : refuse('board.topic-gone');
    },
    undo: (before, { topicId }) => {
      const topic = before.parkedTopic.get(topicId);
      return topic ? { name: 'parked.edit', payload: { topicId, text: topic.text } } : null;
    },
  }),

  /** B25: settled with a word about what became of it, or without; settling again only changes the word. */
  'parked.settle': command({
    capability: 'board.takePart',
    payload: z.object({ topicId, outcome: field.nullable(field.line(280)) }),
    about: ({ topicId }) => [topicId],
    run: (state, { topicId, outcome }, { now }) => {
      const topic = onTheBoard(state, topicId);
      if (!topic) return refuse('board.topic-gone');
      return [put('parkedTopic', { ...topic, settledAt: topic.settledAt ?? now, outcome })];
    },
    undo: (before, { topicId }) => {
      const topic = before.parkedTopic.get(topicId);
      if (!topic) return null;
      return topic.settledAt === null
        ? { name: 'parked.unsettle', payload: { topicId } }
        : { name: 'parked.settle', payload: { topicId, outcome: topic.outcome } };
    },
  }),

  'parked.unsettle': command({
    capability: 'board.takePart',
    payload: z.object({ topicId }),
    about: ({ topicId }) => [topicId],
    run: (state, { topicId }) => {
      const topic = onTheBoard(state, topicId);
      if (!topic) return refuse('board.topic-gone');
      return topic.settledAt === null
        ? []
        : [put('parkedTopic', { ...topic, settledAt: null, outcome: null })];
    },
    undo: (before, { topicId }) => {
      const topic = before.parkedTopic.get(topicId);
      return topic && topic.settledAt !== null
        ? { name: 'parked.settle', payload: { topicId, outcome: topic.outcome } }
        : null;
    },
  }),

  'parked.remove': command({
    capability: 'board.takePart',
    payload: z.object({ topicId }),
    about: ({ topicId }) => [topicId],
    run: (state, { topicId }, { now }) => {
      const topic = state.parkedTopic.get(topicId);
      if (!topic) return refuse('board.topic-gone');
      return topic.removedAt === null ? [put('parkedTopic', { ...topic, removedAt: now })] : [];
    },
    undo: (_, { topicId }) => ({ name: 'parked.restore', payload: { topicId } }),
  }),

  'parked.restore': command({
    capability: 'board.takePart',
    payload: z.object({ topicId }),
    about: ({ topicId }) => [topicId],
    run: (state, { topicId }) => {
      const topic = state.parkedTopic.get(topicId);
      if (!topic) return refuse('board.topic-gone');
      return topic.removedAt === null ? [] : [put('parkedTopic', { ...topic, removedAt: null })];
    },
    undo: (_, { topicId }) => ({ name: 'parked.remove', payload: { topicId } }),
  }),
} as const;
