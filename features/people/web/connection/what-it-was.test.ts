import { expect, test } from 'vitest';
import { kindOf, typedIn } from './what-it-was.ts';

test('the words of a note, a goal or a programme line are found', () => {
  expect(typedIn({ name: 'success.add', payload: { id: 'x', text: 'Gelukt!' } })).toBe('Gelukt!');
  expect(typedIn({ name: 'programmeItem.add', payload: { subject: 'Les ontwerpen', who: null } })).toBe(
    'Les ontwerpen',
  );
  expect(typedIn({ name: 'checkIn.mark', payload: { mark: 'good', remark: 'moe' } })).toBe('moe');
});

test('several pasted lines stay several lines', () => {
  const payload = {
    actions: [
      { id: 'a', text: 'een' },
      { id: 'b', text: 'twee' },
    ],
  };
  expect(typedIn({ name: 'action.addMany', payload })).toBe('een\ntwee');
});

test('a tap holds no words', () => {
  expect(typedIn({ name: 'action.tick', payload: { actionId: 'a', doneAt: null } })).toBeNull();
  expect(typedIn({ name: 'rota.arrange', payload: { queue: ['a', 'b'] } })).toBeNull();
});

test('the kind is the first half of the name', () => {
  expect(kindOf({ name: 'success.add', payload: {} })).toBe('success');
});
