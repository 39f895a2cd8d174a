import postgres from 'postgres';
import { expect, onTestFinished, test, vi } from 'vitest';
import { newTeam } from '#features/people/domain';
import { Database } from '#packages/database';
import { newId } from '#packages/kernel';
import { refOf, refText } from '#packages/sync';
import { Hub, type Listener, Streams } from '#packages/sync/server';
import { testDatabase } from '#packages/testing/database';
import { definitions } from '../features.ts';
import { joinOtherServers } from './other-servers.ts';

const TEAM = `team:${newId()}`;

/** Word from the other server takes as long as the database is busy. */
const soon = { timeout: 15_000 };

async function twoServers() {
  const own = await testDatabase();
  onTestFinished(own.drop);
  const server = async () => {
    const database = new Database(own.appUrl, { connections: 4 });
    const hub = new Hub();
    const streams = new Streams({ database, definitions, hub });
    const others = await joinOtherServers({ database, streams, hub });
    onTestFinished(async () => {
      await others.leave();
      await database.close();
    });
    return { database, hub, streams };
  };
  return [await server(), await server(), own] as const;
}

/** Two servers with one team, which somebody follows on the second while the first writes to it. */
async function oneTeamOnTwoServers() {
  const [here, there, own] = await twoServers();
  const school = newId();
  const place = { ref: refOf(`team:${newId()}`), school };
  const room = refText(place.ref);
  const team = newTeam({ id: place.ref.id, name: 'Bovenbouw', kind: 'teachers', accent: 'teal' });
  await here.database.within({ scope: 'school', school, person: null }, async (sql) => {
    await sql`insert into school (id, name, sector) values (${school}, 'De Linde', 'po')`;
    await here.streams.openStream(sql, place, [{ put: 'team', value: team }]);
  });
  const follower = listener(newId());
  await there.streams.follow(place, 0, follower, { memberId: follower.memberId, isInside: true });
  const owner = postgres(own.ownerUrl, { max: 1, onnotice: () => {} });
  onTestFinished(() => owner.end());
  const write = async (count: number) => {
    for (let left = count; left > 0; left--) {
      const payload = { id: newId(), text: 'Iedereen was op tijd.', byId: null, aboutId: null, goalId: null };
      const message = { id: newId(), name: 'success.add', payload };
      await here.streams.run({ ...place, person: null, member: null, message });
    }
  };
  /** The numbers that the follower heard, in the order in which they came. */
  const numbers = () =>
    follower.heard
      .filter((frame) => frame.startsWith('event: change') && frame.includes(room))
      .map((frame) => JSON.parse(frame.split('data: ')[1] ?? '').seq as number);
  return { here, there, owner, place, follower, write, numbers };
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

function listener(memberId: string | null): Listener & { memberId: string | null; heard: string[] } {
  const heard: string[] = [];
  return {
    sessionId: newId(),
    personId: memberId,
    memberId,
    heard,
    send: (frame) => void heard.push(String(frame)),
    close: () => {},
  };
}

test('who is present on one server is seen on the other, and gone there when they leave', async () => {
  const [here, there] = await twoServers();
  const [sam, yasmin] = [listener(newId()), listener(newId())];
  here.hub.enter(TEAM, sam, { ...sam, isInside: true });
  there.hub.enter(TEAM, yasmin, { ...yasmin, isInside: true });
  const both = [sam.memberId, yasmin.memberId].sort();
  await vi.waitFor(() => expect(here.hub.presence(TEAM).members).toEqual(both), soon);
  await vi.waitFor(() => expect(there.hub.presence(TEAM).members).toEqual(both), soon);
  await vi.waitFor(() => expect(sam.heard.at(-1)).toContain(yasmin.memberId), soon);
  there.hub.leave(TEAM, yasmin);
  await vi.waitFor(() => expect(here.hub.presence(TEAM).members).toEqual([sam.memberId]), soon);
  await vi.waitFor(() => expect(sam.heard.at(-1)).not.toContain(yasmin.memberId), soon);
});

test('a board display on each of two servers counts as two, a person on both as one', async () => {
  const [here, there] = await twoServers();
  const member = newId();
  for (const { hub } of [here, there]) {
    for (const memberId of [member, null]) hub.enter(TEAM, listener(memberId), { memberId, isInside: true });
  }
  await vi.waitFor(
    () => expect(here.hub.presence(TEAM)).toEqual({ members: [member], displays: 2, guests: 0 }),
    soon,
  );
});

test('a server that died is not believed for ever', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const [here, there] = await twoServers();
  const yasmin = listener(newId());
  there.hub.enter(TEAM, yasmin, { ...yasmin, isInside: true });
  await vi.waitFor(() => expect(here.hub.presence(TEAM).members).toEqual([yasmin.memberId]), soon);
  // It stops saying so, without a word of farewell.
  there.hub.onPresence = null;
  vi.spyOn(there.hub, 'occupiedRooms').mockReturnValue([]);
  await vi.advanceTimersByTimeAsync(110_000);
  expect(here.hub.presence(TEAM).members).toEqual([]);
});

test('S17 changes of one server are heard on the other, many in one word', async () => {
  const { here, write, numbers } = await oneTeamOnTwoServers();
  const told = vi.spyOn(here.database, 'notify');
  await write(30);
  await vi.waitFor(() => expect(numbers()).toEqual(upTo(30)), soon);
  const words = told.mock.calls.filter(([channel]) => channel === 'stream_change').length;
  expect(words).toBeGreaterThan(0);
  expect(words).toBeLessThan(30);
});

test('S17 a word that got lost between commit and telling is found by number', async () => {
  const { here, write, numbers } = await oneTeamOnTwoServers();
  // As when the server dies there: written, and told to nobody.
  here.streams.onWritten = null;
  await write(3);
  await vi.waitFor(() => expect(numbers()).toEqual(upTo(3)), soon);
});

test('S17 a stream that nobody follows any more is not shown as it was before', async () => {
  const { here, there, place, follower, write } = await oneTeamOnTwoServers();
  there.hub.leaveAll(follower);
  here.streams.onWritten = null;
  await write(3);
  await vi.waitFor(async () => expect((await there.streams.snapshot(place))?.seq).toBe(3), soon);
});

test('S17 a server whose ear is cut off misses no number', async () => {
  const { here, owner, write, numbers } = await oneTeamOnTwoServers();
  const told = vi.spyOn(here.database, 'notify');
  let isCutting = true;
  let cuts = 0;
  const cutting = (async () => {
    while (isCutting) {
      const gone = await owner`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and query ilike 'listen %'`;
      cuts += gone.length;
    }
  })();
  await write(10);
  // Until the last word was spoken: nobody hears it, and none comes after it.
  await vi.waitFor(() => expect(told.mock.calls.at(-1)?.[1]).toMatch(/ 10$/), soon);
  await Promise.all(told.mock.results.map(({ value }) => value));
  isCutting = false;
  await cutting;
  expect(cuts).toBeGreaterThan(0);
  await vi.waitFor(() => expect(numbers()).toEqual(upTo(10)), soon);
});
