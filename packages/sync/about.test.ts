import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { aboutOf } from './about.ts';
import type { AnyCommand } from './stream.ts';

const settle: AnyCommand = {
  capability: 'x',
  payload: z.object({ topicId: z.string() }),
  run: () => [],
  about: ({ topicId }: { topicId: string }) => [topicId],
} as AnyCommand;

const about = (name: string, payload: unknown) =>
  aboutOf({ commands: { 'parked.settle': settle } }, { name, payload });

test('a new record is what a command is about, what it only points at is not', () => {
  expect(about('success.add', { id: 's1', aboutId: 'm1', goalId: 'g1' })).toEqual(['s1']);
});

test('a changed record is named by the id that carries the name of its kind', () => {
  expect(about('goal.edit', { goalId: 'g1', ownerId: 'm1' })).toEqual(['g1']);
  expect(about('success.cheer', { successId: 's1', memberId: 'm1' })).toEqual(['s1']);
});

test('a command whose payload says it otherwise says it itself', () => {
  expect(about('parked.settle', { topicId: 't1' })).toEqual(['t1']);
});

test('several records in one go are all meant', () => {
  expect(about('action.addMany', { actions: [{ id: 'a1' }, { id: 'a2' }] })).toEqual(['a1', 'a2']);
});

test('a payload without ids is about nothing', () => {
  expect(about('fixedMoment.clear', {})).toEqual([]);
  expect(about('x', null)).toEqual([]);
});
