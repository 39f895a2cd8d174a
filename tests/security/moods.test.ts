import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { newId } from '#packages/kernel';
import { type Community, settle } from './community.ts';
import { Follower } from './follower.ts';
import { cookie, House, listen } from './house.ts';
import { until } from './until.ts';
import { whoMay } from './who-may.ts';

/**
 * B32: moods are for the team. Whoever may read the board and is not inside learns who was there, never how they arrived,
 * whichever way the board comes to them.
 */

let house: House;
let community: Community;
let app: FastifyInstance;
let port: number;
let before: number;
let session: string;
let member: string;
let checkIn: string;
const mark = 'rough';
const remark = `slecht geslapen ${newId()}`;

const linde = () => community.places['De Linde'];
const bovenbouw = () => community.places.Bovenbouw;
const board = () => `team:${bovenbouw()}`;
const readers = (inside: boolean) =>
  Object.keys(whoMay).filter((who) => {
    const may = whoMay[who]?.Bovenbouw ?? [];
    return may.includes('read') && may.includes('inside') === inside;
  });

const arrive = () =>
  house.command(linde(), bovenbouw(), {
    name: 'checkIn.mark',
    // So that doing it again changes something.
    payload: { id: newId(), sessionId: session, memberId: member, mark, remark: `${remark} ${newId()}` },
  });

beforeAll(async () => {
  house = await House.open();
  community = await settle(house);
  app = await house.http();
  port = await listen(app);
  member = await house.join(linde(), bovenbouw(), await house.person('Yasmin'));
  session = newId();
  await house.command(linde(), bovenbouw(), {
    name: 'session.start',
    payload: { id: session, leaderId: member },
  });
  before = (await house.standing(linde(), bovenbouw())).seq;
  await arrive();
  const [row] = await house.owner`select id from check_in where member_id = ${member}`;
  checkIn = String(row?.id);
});
afterAll(() => house.close());

const seqNow = async () => (await house.standing(linde(), bovenbouw())).seq;

const get = (who: string, path: string) =>
  app.inject({ url: `/api${path}`, headers: cookie(community.tokens[who] ?? null) });

function follow(who: string, after: number): Follower {
  const follower = new Follower(port, community.tokens[who] ?? null, `/follow?from=${board()}@${after}`);
  onTestFinished(() => follower.close());
  return follower;
}

/** Everything that comes to somebody of this board. */
const ways: Readonly<Record<string, (who: string) => Promise<string>>> = {
  'the whole board': async (who) => (await get(who, `/snapshot?of=${board()}`)).body,
  'what changed since': async (who) => (await get(who, `/changes?from=${board()}@${before}`)).body,
  'what changed, waited for': async (who) => {
    const answer = get(who, `/changes?from=${board()}@${await seqNow()}&wait=5`);
    await until(() => house.hub.isAwaited(board()), 'somebody waits');
    await arrive();
    return (await answer).body;
  },
  'the log, followed from before': async (who) => {
    const follower = follow(who, before);
    await follower.hears('event: presence');
    return follower.text;
  },
  'the log, as it happens': async (who) => {
    const follower = follow(who, await seqNow());
    await follower.hears('event: presence');
    expect(follower.text).not.toContain('event: change');
    await arrive();
    await follower.hears('event: change');
    return follower.text;
  },
  'a record by its id': async (who) =>
    (await get(who, `/streams/${board()}/archive?kind=checkIn&ids=${checkIn}`)).body,
  'the archive': async (who) => {
    await house.owner`update check_in set archived = true where id = ${checkIn}`;
    const { body } = await get(who, `/streams/${board()}/archive?kind=checkIn`);
    await house.owner`update check_in set archived = false where id = ${checkIn}`;
    return body;
  },
};

describe('B32 how somebody arrives', () => {
  test.each(Object.entries(ways))('reaches the team itself: %s', async (_, read) => {
    expect(readers(true).length).toBeGreaterThan(2);
    for (const who of readers(true))
      expect([who, await read(who)]).toEqual([who, expect.stringContaining(remark)]);
  });

  test.each(Object.entries(ways))(
    'reaches nobody else, though they see who was there: %s',
    async (_, read) => {
      expect(readers(false).length).toBeGreaterThan(4);
      for (const who of readers(false)) {
        const text = await read(who);
        expect([who, text]).toEqual([who, expect.stringContaining(`"memberId":"${member}"`)]);
        expect([who, text.includes(remark), text.includes(`"mark":"${mark}"`)]).toEqual([who, false, false]);
      }
    },
  );

  test('is one frame for all of the team and one for all others, and the second is not made for nobody', async () => {
    const heard = { inside: [] as Buffer[], outside: [] as Buffer[] };
    const sit = (isInside: boolean) => {
      const frames = isInside ? heard.inside : heard.outside;
      const listener = { sessionId: newId(), personId: newId(), send: (f: Buffer) => void frames.push(f) };
      const closing = { ...listener, close: () => {} };
      house.hub.enter(board(), closing, { memberId: null, isInside });
      onTestFinished(() => house.hub.leave(board(), closing));
    };
    const stringify = vi.spyOn(JSON, 'stringify');
    onTestFinished(() => stringify.mockRestore());
    const writtenDuring = async () => {
      stringify.mockClear();
      await arrive();
      return stringify.mock.calls.filter(([value]) => value?.name === 'checkIn.mark' && value.seq).length;
    };
    sit(true);
    const alone = await writtenDuring();
    for (let count = 0; count < 3; count++) sit(false);
    sit(true);
    expect(await writtenDuring()).toBe(alone + 1);
    const changes = (frames: Buffer[]) => frames.filter((frame) => String(frame).includes('event: change'));
    const [inside, outside] = [changes(heard.inside).slice(-2), changes(heard.outside)];
    expect([inside.length, outside.length]).toEqual([2, 3]);
    expect([new Set(inside).size, new Set(outside).size]).toEqual([1, 1]);
  });
});
