import { expect, test } from 'vitest';
import { isRefusal, newId } from '#packages/kernel';
import type { Seat } from '#packages/sync';
import { StreamDesk } from '#packages/sync/server';
import { School } from './school.ts';

/** The desk, for somebody who sits there with this place in the stream; null: who may look, and has none. */
function asking(school: School, member: string | null) {
  const seat: Seat = { ...school.place, person: newId(), member, isInside: member !== null, may: () => true };
  const seats = async (ref: Seat['ref']) => (ref.id === school.team ? seat : null);
  const caller = { sessionId: newId(), personId: seat.person, seats, seatsNow: async () => seats };
  const desk = new StreamDesk(school);
  return async (page: { before: number | null; most: number } = { before: null, most: 100 }) => {
    const deeds = await desk.history(school.place.ref, page, caller);
    return isRefusal(deeds) ? deeds.refused : deeds;
  };
}

test('E7 the team reads who did what, the latest first, and nothing of what was written', async () => {
  const school = await School.open();
  const { person, member } = await school.join('Wietske Zonneveld', 'wz@delinde.example', 'WZ');
  const success = await school.celebrate('Groep 7 legde het lesdoel uit', member);
  const sessionId = newId();
  await school.do('session.start', { id: sessionId, leaderId: member }, member);
  const checkIn = newId();
  const mark = { id: checkIn, sessionId, memberId: member, mark: 'rough', remark: 'Slecht geslapen' };
  await school.do('checkIn.mark', mark, member);
  const message = { id: newId(), name: 'team.describe', payload: { name: 'Bovenbouw 2', accent: 'plum' } };
  await school.streams.run({ ...school.place, person, member: null, message });

  const deeds = await asking(school, member)();
  expect(deeds).toMatchObject([
    {
      seq: 5,
      name: 'team.describe',
      by: null,
      byOutsider: true,
      records: [{ kind: 'team', id: school.team }],
    },
    { seq: 4, name: 'checkIn.mark', by: member, byOutsider: false },
    { seq: 3, name: 'session.start', by: member },
    {
      seq: 2,
      name: 'success.add',
      by: member,
      at: '2026-11-24T14:45:00.000Z',
      records: [{ kind: 'success', id: success }],
    },
    { seq: 1, name: 'member.join', by: null, byOutsider: false },
  ]);
  expect(JSON.stringify(deeds)).not.toMatch(/lesdoel|rough|geslapen|Bovenbouw|Wietske|value/);
});

test('E7 a page at a time, from before a number', async () => {
  const school = await School.open();
  const { member } = await school.join('Wietske Zonneveld', 'wz@delinde.example', 'WZ');
  for (const text of ['een', 'twee', 'drie']) await school.celebrate(text, member);
  const ask = asking(school, member);
  const numbers = async (before: number | null) => {
    const deeds = await ask({ before, most: 2 });
    return typeof deeds === 'string' ? deeds : deeds.map(({ seq }) => seq);
  };
  expect([await numbers(null), await numbers(3), await numbers(1)]).toEqual([[4, 3], [2, 1], []]);
});

test('E7 who may look at the board and has no place in the team does not read it', async () => {
  const school = await School.open();
  await school.celebrate('een');
  expect(await asking(school, null)()).toBe('not-found');
});
