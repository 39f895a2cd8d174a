import { expect, onTestFinished, test, vi } from 'vitest';
import { Database } from '#packages/database';
import { newId } from '#packages/kernel';
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
  return [await server(), await server()] as const;
}

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
