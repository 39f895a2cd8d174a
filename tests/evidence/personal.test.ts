import { expect, test } from 'vitest';
import { newId } from '#packages/kernel';
import { kindOfChange, type LogEntry } from '#packages/sync';
import { entriesIn, School } from './school.ts';

const log = async (school: School): Promise<string> =>
  JSON.stringify(await school.owner`select changes from stream_change order by seq`);

test('E2 who somebody is does not stand in the log, and everybody who follows is told it', async () => {
  const school = await School.open();
  const heard = await school.listen(school, 0);
  const { member } = await school.join('Wietske Zonneveld', 'wz@delinde.example', 'WZ');
  const described = { memberId: member, name: 'Wietske Zon', initials: 'Wz', workDays: [1], awayUntil: null };
  await school.do('member.describe', described);

  expect(await log(school)).toContain(member);
  expect(await log(school)).not.toMatch(/wietske|"wz"/i);
  expect(entriesIn(heard).map(({ changes }) => changes)).toMatchObject([
    [{ put: 'member', value: { name: 'Wietske Zonneveld', initials: 'WZ' } }],
    [{ put: 'member', value: { name: 'Wietske Zon', initials: 'Wz', workDays: [1] } }],
  ]);
});

test('E2 whoever comes back later, and a server that was behind, are told it from the rows', async () => {
  const school = await School.open();
  const other = school.another();
  await other.streams.snapshot(school.place);
  const behind = await school.listen(other, 0);
  const { member } = await school.join('Wietske Zonneveld', 'wz@delinde.example', 'WZ');
  const described = { memberId: member, name: 'Wietske Zon', initials: 'Wz', workDays: [1], awayUntil: null };
  await school.do('member.describe', described);
  await other.streams.heard(school.place.ref, 2);

  const told = [
    [{ put: 'member', value: { name: 'Wietske Zon', initials: 'Wz', workDays: [1, 2, 3, 4, 5] } }],
    [{ put: 'member', value: { name: 'Wietske Zon', initials: 'Wz', workDays: [1] } }],
  ];
  expect((await school.streams.entriesAfter(school.place, 0)) as unknown).toMatchObject(
    told.map((changes) => ({ changes })),
  );
  expect(entriesIn(behind).map(({ changes }) => changes)).toMatchObject(told);
  expect((await other.streams.snapshot(school.place))?.state.member?.get(member)).toMatchObject({
    name: 'Wietske Zon',
    initials: 'Wz',
  });
});

test('E2 a remark at a check-in is not in the log, and gone once it is cleared', async () => {
  const school = await School.open();
  const { member } = await school.join('Wietske Zonneveld', 'wz@delinde.example', 'WZ');
  const sessionId = newId();
  await school.do('session.start', { id: sessionId, leaderId: member }, member);
  const mark = { id: newId(), sessionId, memberId: member, mark: 'good', remark: 'Slecht geslapen' };
  const seq = await school.do('checkIn.mark', mark, member);
  const marked = async () =>
    ((await school.streams.entriesAfter(school.place, seq - 1)) as LogEntry[])
      .flatMap(({ changes }) => changes)
      .filter((change) => kindOfChange(change) === 'checkIn');
  expect(await marked()).toMatchObject([
    { put: 'checkIn', value: { mark: 'good', remark: 'Slecht geslapen' } },
  ]);
  await school.do('checkIn.clear', { sessionId, memberId: member }, member);
  expect(await log(school)).not.toContain('geslapen');
  expect(await marked()).toMatchObject([
    { put: 'checkIn', value: { mark: 'good', remark: null } },
    { remove: 'checkIn' },
  ]);
});
