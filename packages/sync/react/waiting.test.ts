import { expect, test } from 'vitest';
import { recordsWaiting } from './waiting.ts';

const waiting = (name: string, payload: unknown) => [...recordsWaiting([{ name, payload }])];

test('a new record is waiting, what it only points at is not', () => {
  expect(waiting('success.add', { id: 's1', aboutId: 'm1', goalId: 'g1' })).toEqual(['s1']);
});

test('a changed record is waiting by the id that carries the name of its kind', () => {
  expect(waiting('goal.edit', { goalId: 'g1', ownerId: 'm1' })).toEqual(['g1']);
  expect(waiting('success.cheer', { successId: 's1', memberId: 'm1' })).toEqual(['s1']);
  expect(waiting('parked.edit', { topicId: 't1' })).toEqual(['t1']);
});

test('several records in one go are all waiting', () => {
  expect(waiting('action.addMany', { actions: [{ id: 'a1' }, { id: 'a2' }] })).toEqual(['a1', 'a2']);
});

test('a payload without ids marks nothing', () => {
  expect(waiting('fixedMoment.clear', {})).toEqual([]);
  expect(waiting('x', null)).toEqual([]);
});
