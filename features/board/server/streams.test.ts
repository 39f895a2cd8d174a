import postgres from 'postgres';
import { expect, onTestFinished, test } from 'vitest';
import { boardPart } from '#features/board/domain';
import { newTeam, teamStreams } from '#features/people/domain';
import { Database } from '#packages/database';
import { newId } from '#packages/kernel';
import { type AnyState, assemble, type LogEntry, plainOf, refText, withNeeds } from '#packages/sync';
import { Hub, Streams } from '#packages/sync/server';
import { testDatabase } from '#packages/testing/database';

const definitions = assemble([teamStreams], withNeeds(boardPart));

type Place = { ref: { kind: string; id: string }; school: string };

type Given = {
  database: Database;
  place: Place;
  member: string;
  streams: Streams;
  hub: Hub;
  another: () => { streams: Streams; hub: Hub };
};

async function given(): Promise<Given> {
  const own = await testDatabase();
  const database = new Database(own.appUrl, { connections: 4 });
  onTestFinished(async () => {
    await database.close();
    await own.drop();
  });
  const another = () => {
    const hub = new Hub();
    return { hub, streams: new Streams({ database, definitions, hub }) };
  };
  const { hub, streams } = another();
  const [school, team, member, person] = [newId(), newId(), newId(), newId()];
  const place = { ref: { kind: 'team', id: team }, school };
  const owner = postgres(own.ownerUrl, { max: 1 });
  await owner`insert into person (id, name, email, language) values (${person}, 'Sam de Boer', 'sam@delinde.example', 'nl')`;
  await owner.end();
  await database.within({ scope: 'school', school, person: null }, async (sql) => {
    await sql`insert into school (id, name, sector) values (${school}, 'De Linde', 'po')`;
    await streams.openStream(sql, place, [
      { put: 'team', value: newTeam({ id: team, name: 'Bovenbouw', kind: 'teachers', accent: 'teal' }) },
      {
        put: 'member',
        value: {
          id: member,
          personId: person,
          place: 'member',
          name: 'Sam de Boer',
          initials: 'SB',
          workDays: [1, 2, 4],
          awayUntil: null,
          joinedOn: '2026-08-24',
          leftOn: null,
        },
      },
    ]);
  });
  return { database, place, member, streams, hub, another };
}

const success = (text: string, id = newId()) => ({
  id: newId(),
  name: 'success.add',
  payload: { id, text, byId: null, aboutId: null, goalId: null },
});

const INSIDE = { memberId: null, isInside: true };

function listener(heard: string[]) {
  return {
    sessionId: 's',
    personId: null,
    send: (frame: Buffer) => void heard.push(String(frame)),
    close: () => {},
  };
}

const plain = (standing: { state: AnyState } | null) => standing && plainOf(standing.state);

const entriesIn = (frames: readonly string[]): LogEntry[] =>
  frames
    .filter((frame) => frame.includes('event: change'))
    .map((frame) => JSON.parse(frame.slice(frame.indexOf('data: ') + 6)) as LogEntry);

test('a command is acknowledged when it is in the log and in the rows, and a fresh server reads the same', async () => {
  const { streams, place, member, another } = await given();
  const message = success('Groep 7 legde zelf het lesdoel uit.');
  expect(await streams.run({ ...place, person: null, member, message })).toEqual({
    id: message.id,
    seq: 1,
  });
  const here = await streams.snapshot(place);
  const afresh = await another().streams.snapshot(place);
  expect(plain(afresh)).toEqual(plain(here));
  expect(afresh?.state.success?.all()).toMatchObject([{ text: 'Groep 7 legde zelf het lesdoel uit.' }]);
  expect(afresh?.state.member?.get(member)).toMatchObject({ workDays: [1, 2, 4], awayUntil: null });
});

test('the same command twice is done once, with the same answer; also on a server that never saw it', async () => {
  const { streams, place, member, another } = await given();
  const message = success('Drie lesbezoeken in één week.');
  const order = { ...place, person: null, member, message };
  const [first, second] = await Promise.all([streams.run(order), streams.run(order)]);
  expect(second).toEqual(first);
  expect(await another().streams.run(order)).toEqual(first);
  expect((await streams.snapshot(place))?.seq).toBe(1);
});

test('S2 what came to nothing, or was refused, comes to nothing when the network brings it once more', async () => {
  const { streams, place, member } = await given();
  const act = (name: string, payload: object, id = newId()) =>
    streams.run({ ...place, person: null, member, message: { id, name, payload } });
  const successId = newId();
  const early = newId();
  const refused = await act('success.remove', { successId }, early);
  expect(refused).toMatchObject({ refused: 'board.success-gone' });
  await act('success.add', success('Iedereen was op tijd.', successId).payload);
  expect(await act('success.remove', { successId }, early)).toEqual(refused);

  const idle = newId();
  const nothing = await act('success.restore', { successId }, idle);
  expect(nothing).toEqual({ id: idle, seq: 1 });
  await act('success.remove', { successId });
  expect(await act('success.restore', { successId }, idle)).toEqual(nothing);
  const standing = await streams.snapshot(place);
  expect(standing?.seq).toBe(2);
  expect(standing?.state.success?.get(successId)).toMatchObject({ removedAt: expect.any(String) });
});

test('a refused command leaves no trace', async () => {
  const { streams, place, member } = await given();
  expect(await streams.run({ ...place, person: null, member, message: success('') })).toMatchObject({
    refused: 'invalid',
  });
  expect(
    await streams.run({
      ...place,
      person: null,
      member,
      message: { id: newId(), name: 'nothing.known', payload: {} },
    }),
  ).toMatchObject({ refused: 'unknown-command' });
  expect((await streams.snapshot(place))?.seq).toBe(0);
});

test('two servers on one database never write the same number: who comes second reads on and runs again', async () => {
  const { streams, place, member, another } = await given();
  const other = another();
  const orders = Array.from({ length: 40 }, (_, index) => ({
    ...place,
    person: null,
    member,
    message: success(`succes ${index}`),
  }));
  const results = await Promise.all(
    orders.map((order, index) => (index % 2 === 0 ? streams : other.streams).run(order)),
  );
  expect(results.map((result) => ('seq' in result ? result.seq : 0)).sort((a, b) => a - b)).toEqual(
    orders.map((_, index) => index + 1),
  );
  await Promise.all([streams.heard(place.ref, 40), other.streams.heard(place.ref, 40)]);
  const [one, two, afresh] = [
    await streams.snapshot(place),
    await other.streams.snapshot(place),
    await another().streams.snapshot(place),
  ];
  expect(plain(one)).toEqual(plain(afresh));
  expect(plain(two)).toEqual(plain(afresh));
});

test('a listener hears what it missed first, then everything as it happens, without a gap', async () => {
  const { streams, hub, place, member } = await given();
  for (const text of ['een', 'twee', 'drie'])
    await streams.run({ ...place, person: null, member, message: success(text) });
  const heard: string[] = [];
  const late = listener(heard);
  await streams.follow(place, 1, late, INSIDE);
  await streams.run({ ...place, person: null, member, message: success('vier') });
  expect(entriesIn(heard).map((entry) => entry.seq)).toEqual([2, 3, 4]);
  hub.leave(refText(place.ref), late);
  await streams.run({ ...place, person: null, member, message: success('vijf') });
  expect(entriesIn(heard)).toHaveLength(3);
});

test('a listener of another server hears it too, once that server is told', async () => {
  const { streams, place, member, another } = await given();
  const other = another();
  const heard: string[] = [];
  await other.streams.follow(place, 0, listener(heard), INSIDE);
  await streams.run({ ...place, person: null, member, message: success('van de andere kant') });
  await other.streams.heard(place.ref, 1);
  expect(entriesIn(heard)).toMatchObject([{ seq: 1, name: 'success.add', changes: [{ put: 'success' }] }]);
});

test('what another server wrote while this one could not hear it is heard as soon as it can', async () => {
  const { streams, place, member, another } = await given();
  const [followed, idle] = [another(), another()];
  const heard: string[] = [];
  await followed.streams.follow(place, 0, listener(heard), INSIDE);
  await idle.streams.snapshot(place);
  await streams.run({ ...place, person: null, member, message: success('ongehoord') });
  expect((await idle.streams.snapshot(place))?.seq).toBe(0);
  followed.streams.missed();
  idle.streams.missed();
  expect((await followed.streams.snapshot(place))?.seq).toBe(1);
  expect((await idle.streams.snapshot(place))?.seq).toBe(1);
  expect(entriesIn(heard)).toMatchObject([{ seq: 1 }]);
});

test('a number from a future that this log does not have asks for a fresh start', async () => {
  const { streams, place } = await given();
  expect(await streams.entriesAfter(place, 99)).toBe('reset');
});

test('another school does not find the team, whatever it asks', async () => {
  const { streams, database, place, another } = await given();
  const stranger = newId();
  const theirs = { ...place, school: stranger };
  await database.within(
    { scope: 'school', school: stranger, person: null },
    (sql) => sql`insert into school (id, name, sector) values (${stranger}, 'Elders', 'vo')`,
  );
  await streams.snapshot(place);
  for (const server of [streams, another().streams]) {
    expect(await server.snapshot(theirs)).toBeNull();
    expect(await server.entriesAfter(theirs, 0)).toBeNull();
    expect(
      await server.run({ ...theirs, person: null, member: null, message: success('inbraak') }),
    ).toMatchObject({ refused: 'not-found' });
    expect(await server.follow(theirs, 0, listener([]), INSIDE)).toBe(false);
  }
});

test('an effect that fails takes the command back as a whole', async () => {
  const { database, place, member } = await given();
  const streams = new Streams({
    database,
    definitions,
    hub: new Hub(),
    effects: [() => ({ work: () => Promise.reject(new Error('no mail today')) })],
  });
  await expect(streams.run({ ...place, person: null, member, message: success('half') })).rejects.toThrow(
    'no mail today',
  );
  expect((await streams.snapshot(place))?.seq).toBe(0);
  expect((await streams.snapshot(place))?.state.success?.all()).toEqual([]);
});
