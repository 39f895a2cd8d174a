import { expect, test } from 'vitest';
import { plainOf } from '#packages/sync';
import { compactLog } from '#packages/sync/server';
import { definitions } from '../../apps/features.ts';
import { School } from './school.ts';

const textsOf = (state: Awaited<ReturnType<School['streams']['stateAt']>>) =>
  state === null || state === 'compacted' ? state : state.success?.all().map(({ text }) => text);

/** A team of some years ago, so that the machine's own clock has no say in the outcome. */
async function years() {
  const school = await School.open('2020-09-01T07:00:00.000Z');
  const { member } = await school.join('Wietske Zonneveld', 'wz@delinde.example', 'WZ');
  for (const [at, text] of [
    ['2020-10-06T14:00:00.000Z', 'oktober 2020'],
    // 23:30 on 31 July at school, and half past midnight on 1 August.
    ['2021-07-31T21:30:00.000Z', 'juli 2021'],
    ['2021-07-31T22:30:00.000Z', 'augustus 2021'],
    ['2021-10-05T14:00:00.000Z', 'oktober 2021'],
    ['2022-10-04T14:00:00.000Z', 'oktober 2022'],
  ] as const) {
    school.now = at;
    await school.celebrate(text);
  }
  return { school, member };
}

const lines = async (school: School) =>
  (await school.owner<{ seq: string }[]>`select seq from stream_change order by seq`).map(({ seq }) =>
    Number(seq),
  );

test('E6 the board of October still opens: the names, the archive of now, and nothing of later', async () => {
  const { school, member } = await years();
  school.now = '2022-11-01T08:00:00.000Z';
  await school.do('team.describe', { name: 'Bovenbouw en plusklas', accent: 'plum' });
  // What was celebrated in October 2020 has left the working set long ago.
  expect(textsOf((await school.streams.snapshot(school.place))?.state ?? null)).not.toContain('oktober 2020');
  const october = await school.streams.stateAt(school.place, '2020-10-06');
  expect(textsOf(october)).toEqual(['oktober 2020']);
  if (october === null || october === 'compacted') throw new Error('no board');
  expect(october.team?.all()).toMatchObject([{ name: 'Bovenbouw', accent: 'teal' }]);
  expect(october.member?.get(member)).toMatchObject({ name: 'Wietske Zonneveld', initials: 'WZ' });
  expect(textsOf(await school.streams.stateAt(school.place, '2020-10-05'))).toEqual([]);
  expect(textsOf(await school.streams.stateAt(school.place, '2020-08-31'))).toBeNull();
});

test('E6 a record whose shape has changed since is read in the shape of now', async () => {
  const { school } = await years();
  const before = await school.streams.stateAt(school.place, '2020-10-06');
  // Before there were colleagues whom a success is about, and with another name for its text.
  await school.owner`
    update stream_change set changes = jsonb_set(changes #- '{0,value,text}' #- '{0,value,aboutId}', '{0,value,words}', changes #> '{0,value,text}')
    where name = 'success.add'`;
  const known = new Map(definitions);
  const team = known.get('team');
  if (!team) throw new Error('no teams');
  known.set('team', {
    ...team,
    upgrades: {
      ...team.upgrades,
      success: (old) => {
        const { words, ...same } = old;
        return words === undefined ? old : { ...same, text: words, aboutId: null };
      },
    },
  });
  const { streams } = school.another(known);
  const after = await streams.stateAt(school.place, '2020-10-06');
  if (before === null || before === 'compacted' || after === null || after === 'compacted')
    throw new Error('no board');
  expect(plainOf(after)).toEqual(plainOf(before));
  // The same of a snapshot, in which the old shape stands still.
  school.now = '2022-11-01T08:00:00.000Z';
  expect(await compactLog(school.database)).toBe(1);
  expect(JSON.stringify(await school.owner`select state from stream_snapshot`)).toContain('words');
  expect(textsOf(await streams.stateAt(school.place, '2021-10-05'))).toContain('oktober 2021');
  expect(textsOf(await streams.stateAt(school.place, '2021-10-05'))).not.toContain(undefined);
});

test('E5 once a school year is over, what was before the last whole one becomes a snapshot', async () => {
  const { school, member } = await years();
  school.now = '2022-07-31T21:30:00.000Z';
  expect(await compactLog(school.database)).toBe(0);
  school.now = '2022-07-31T22:30:00.000Z';
  const before = await school.streams.stateAt(school.place, '2021-09-01');
  expect(await compactLog(school.database)).toBe(1);
  expect(await compactLog(school.database)).toBe(0);

  expect((await lines(school))[0]).toBe(5);
  expect(await school.owner`select seq::int, at from stream_snapshot`).toEqual([
    { seq: 4, at: new Date('2021-07-31T21:30:00.000Z') },
  ]);
  const after = await school.streams.stateAt(school.place, '2021-09-01');
  expect(after === null || after === 'compacted' ? after : plainOf(after)).toEqual(
    before === null || before === 'compacted' ? before : plainOf(before),
  );
  expect(textsOf(after)).toContain('augustus 2021');
  expect(after === null || after === 'compacted' ? null : after.member?.get(member)?.name).toBe(
    'Wietske Zonneveld',
  );
  expect(JSON.stringify(await school.owner`select state from stream_snapshot`)).not.toContain('Wietske');
  expect(await school.streams.stateAt(school.place, '2020-10-06')).toBe('compacted');
});

test('E5 compacted twice it comes to the same as compacted once', async () => {
  const { school } = await years();
  const { school: other } = await years();
  for (const now of ['2022-09-01T08:00:00.000Z', '2023-09-01T08:00:00.000Z']) {
    school.now = now;
    expect(await compactLog(school.database)).toBe(1);
  }
  other.now = '2023-09-01T08:00:00.000Z';
  await compactLog(other.database);
  const state = async (one: School) => {
    const [row] = await one.owner<
      { seq: string; state: Record<string, { text?: string; name?: string }[]> }[]
    >`
      select seq, state from stream_snapshot`;
    return [
      row?.seq,
      row?.state.success?.map(({ text }) => text),
      row?.state.member?.length,
      row?.state.team?.map(({ name }) => name),
    ];
  };
  expect(await state(school)).toEqual(await state(other));
});

test('E5 who asks for more than is kept reads the stream afresh', async () => {
  const { school } = await years();
  school.now = '2022-11-01T08:00:00.000Z';
  const { seq = 0 } = (await school.streams.snapshot(school.place)) ?? {};
  expect(await school.streams.entriesAfter(school.place, 1)).not.toBe('reset');
  await compactLog(school.database);
  expect(await school.streams.entriesAfter(school.place, 1)).toBe('reset');
  expect(await school.streams.entriesAfter(school.place, 4)).toHaveLength(seq - 4);
  const heard = await school.listen(school.another(), 1);
  expect(heard.join('')).toContain('event: reset');
});

test('E5 an application that says it is much later gets no more taken away for it', async () => {
  const { school } = await years();
  school.now = new Date().toISOString();
  await school.celebrate('vandaag');
  const last = (await lines(school)).at(-1);
  school.now = '2099-09-01T08:00:00.000Z';
  await compactLog(school.database);
  expect((await lines(school)).at(-1)).toBe(last);
});

test('E1 the application writes no snapshot of what has a log, and changes none', async () => {
  const { school } = await years();
  const within = (statement: string) =>
    school.database.within({ scope: 'school', school: school.school, person: null }, (sql) =>
      sql.unsafe(statement),
    );
  for (const statement of [
    `update stream_snapshot set state = '{}'`,
    'delete from stream_snapshot',
    `insert into stream_snapshot (school_id, stream_id, seq, at, state) values ('${school.school}', '${school.team}', 4, app_now(), '{}')`,
  ])
    await expect(within(statement)).rejects.toMatchObject({ code: '42501' });
});
