import { expect, test } from 'vitest';
import { type Deed, kindOf } from '#packages/sync';
import { aboutWhat, byDay, doerOf, isOwnLeave } from './history-view.ts';

const id = (n: number): string => `00000000-0000-7000-8000-00000000000${n}`;

const deed = (name: string, at: string, rest: Partial<Deed> = {}): Deed => ({
  seq: 1,
  at,
  by: null,
  byOutsider: false,
  name,
  records: [],
  ...rest,
});

test('E7 by day at school; what is not told, and what is not known, is left out', () => {
  const days = byDay(
    [
      deed('goal.add', '2026-11-24T23:30:00.000Z'),
      deed('checkIn.mark', '2026-11-24T22:30:00.000Z'),
      deed('archive', '2026-11-24T22:20:00.000Z'),
      deed('toString', '2026-11-24T22:15:00.000Z'),
      deed('success.add', '2026-11-24T22:10:00.000Z'),
    ],
    { 'goal.add': 'stelde een doel', 'success.add': 'hing een succes op' },
  );
  expect(days.map(({ day, deeds }) => [day, deeds.map(({ name }) => name)])).toEqual([
    ['2026-11-25', ['goal.add']],
    ['2026-11-24', ['success.add']],
  ]);
});

test('E7 who comes in is named, and not who let them in', () => {
  const records = [{ kind: 'member', id: id(2) }];
  expect(doerOf(deed('member.join', '', { by: id(1), records }))).toBe(id(2));
  expect(doerOf(deed('member.leave', '', { by: id(1), records }))).toBe(id(1));
});

test('E7 who goes by themselves took nobody out', () => {
  const records = [{ kind: 'member', id: id(2) }];
  const leave = (by: string | null) => isOwnLeave(deed('member.leave', '', { by, records }));
  expect([leave(id(2)), leave(id(1)), leave(null)]).toEqual([true, false, false]);
});

test('E7 what it was about is said as long as it is there', () => {
  const state = {
    goal: kindOf<{ id: string }>([{ id: id(1), text: 'Lezen' } as { id: string }]),
    team: kindOf<{ id: string }>([{ id: id(9), name: 'Bovenbouw' } as { id: string }]),
  };
  const about = (kind: string, of: string) =>
    aboutWhat(deed('goal.edit', '', { records: [{ kind, id: of }] }), state);
  expect([about('goal', id(1)), about('goal', id(2)), about('team', id(9))]).toEqual(['Lezen', null, null]);
});
