import { expect, test } from 'vitest';
import { kindOf } from '#packages/sync';
import { callNameOf } from './call-names.ts';
import type { Member } from './records.ts';

const team = (...names: string[]) => ({
  member: kindOf(
    names.map(
      (name, index): Member => ({
        id: `m${index}`,
        personId: `p${index}`,
        name,
        initials: 'XX',
        workDays: [1],
        awayUntil: null,
        place: 'member',
        joinedOn: '2026-08-24',
        leftOn: name.includes('(weg)') ? '2026-10-01' : null,
      }),
    ),
  ),
});

test('the first name is enough when nobody shares it', () => {
  expect(callNameOf(team('Yasmin el Amrani', 'Tom de Boer'), 'm0')).toBe('Yasmin');
});

test('a letter of the last name tells two apart', () => {
  const state = team('Sam Visser', 'Sam de Boer');
  expect([callNameOf(state, 'm0'), callNameOf(state, 'm1')]).toEqual(['Sam V.', 'Sam B.']);
});

test('the whole name where even that is the same, and for who has no last name', () => {
  expect(callNameOf(team('Sam Visser', 'Sam Vos'), 'm0')).toBe('Sam Visser');
  expect(callNameOf(team('Sam', 'Sam Vos'), 'm0')).toBe('Sam');
});

test('who left the team does not make the name of who stayed longer', () => {
  expect(callNameOf(team('Sam Visser', 'Sam Vos (weg)'), 'm0')).toBe('Sam');
});

test('an id that is not known is a question mark', () => {
  expect(callNameOf(team('Sam'), 'other')).toBe('?');
});
