import { expect, test } from 'vitest';
import { openRhythm, today } from '#features/rhythm/testing';
import { face } from './face.tsx';

test('the programme asks on the day of a session', () => {
  const team = openRhythm();
  const asks = (today: string) =>
    face.parts?.programme?.asks?.some(({ when }) => when(team.state as never, { memberId: null, today }));
  expect(asks(today)).toBe(false);
  team.do('fixedMoment.set', { weekday: 2, startsAt: '15:45', minutes: 15, place: null });
  expect([asks(today), asks('2026-11-25')]).toEqual([true, false]);
});
