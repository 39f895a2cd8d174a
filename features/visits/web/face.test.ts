import { expect, test } from 'vitest';
import { lise, sam, tom } from '#features/people/testing';
import { newVisit, openVisitsStream, today } from '#features/visits/testing';
import { face } from './face.tsx';

test('V8 on a phone the part asks whoever has a visit to come, and nobody else', () => {
  const team = openVisitsStream();
  team.do('visitPair.plan', newVisit);
  const asks = (memberId: string | null) =>
    face.parts?.visits?.asks?.some(({ when }) => when(team.state as never, { memberId, today }));
  expect([tom, sam, lise, null].map(asks)).toEqual([true, true, false, false]);
  team.do('visitPair.tookPlace', { visitPairId: newVisit.id, on: null });
  expect(asks(tom)).toBe(false);
});
