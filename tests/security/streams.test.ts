import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { newId } from '#packages/kernel';
import { type Community, settle } from './community.ts';
import { Follower } from './follower.ts';
import { cookie, House, listen } from './house.ts';
import { soon, until } from './until.ts';
import { strangers, teams, whoMay } from './who-may.ts';

/** What stays open: who may open it, and that it closes at once for whoever may not see it any more. */

let house: House;
let community: Community;
let app: FastifyInstance;
let port: number;
beforeAll(async () => {
  house = await House.open();
  community = await settle(house);
  app = await house.http();
  port = await listen(app);
});
afterAll(() => house.close());

const linde = () => community.places['De Linde'];
const bovenbouw = () => community.places.Bovenbouw;

function follow(token: string | null, team: string, at = port, headers = {}): Follower {
  const follower = new Follower(at, token, `/teams/${team}/stream`, headers);
  onTestFinished(() => follower.close());
  return follower;
}

function wait(token: string | null, team: string, after: number, at = port): Follower {
  const follower = new Follower(at, token, `/teams/${team}/changes?after=${after}&wait=20`);
  onTestFinished(() => follower.close());
  return follower;
}

const seqOf = async (team: string) => (await house.streams.snapshot(linde(), team))?.seq ?? 0;

describe('a stream opens', () => {
  test('for whoever may read the board, and for everybody else it is as if there were none', async () => {
    const faults: string[] = [];
    for (const who of [...Object.keys(whoMay), ...strangers]) {
      const token = community.tokens[who] ?? null;
      const absent = await follow(token, newId()).ended;
      for (const place of teams) {
        const follower = follow(token, community.places[place]);
        const { statusCode } = await follower.answered;
        const isIn = statusCode === 200;
        if (isIn !== (whoMay[who]?.[place]?.includes('read') ?? false))
          faults.push(`${who} in ${place}: ${statusCode}`);
        if (isIn) await follower.hears('event: presence');
        else if ((await follower.ended) !== absent) faults.push(`${who} can tell that ${place} exists`);
        follower.close();
      }
    }
    expect(faults).toEqual([]);
  });
});

/** Ways in which somebody comes to see a team, and ways in which that ends. */
type Ending = {
  readonly comesIn: () => Promise<{ token: string; end: () => Promise<unknown> }>;
  /** What asking again is answered with. */
  readonly hearsNow: 401 | 404;
};

const call = (method: 'POST' | 'DELETE', url: string, token: string | null, payload?: object) =>
  app
    .inject({ method, url: `/api${url}`, headers: cookie(token), ...(payload ? { payload } : {}) })
    .then((answer) => expect([answer.statusCode, answer.body]).toEqual([200, expect.any(String)]));

async function newMember() {
  const person = await house.person(`Kim ${newId()}`);
  const member = await house.join(linde(), bovenbouw(), person);
  return { person, member, token: await house.signIn(person) };
}

const endings: Record<string, Ending> = {
  'they sign out': {
    hearsNow: 401,
    comesIn: async () => {
      const { token } = await newMember();
      return { token, end: () => call('POST', '/sign-out', token) };
    },
  },
  'they sign out everywhere, on another device': {
    hearsNow: 401,
    comesIn: async () => {
      const { token, person } = await newMember();
      const other = await house.signIn(person);
      return { token, end: () => call('POST', '/sign-out/everywhere', other) };
    },
  },
  'they end this one session, on another device': {
    hearsNow: 401,
    comesIn: async () => {
      const { token, person } = await newMember();
      const other = await house.signIn(person);
      const sessionId = (await house.sessions.whoIs(token))?.sessionId;
      return { token, end: () => call('DELETE', `/me/sessions/${sessionId}`, other) };
    },
  },
  'they leave the team': {
    hearsNow: 404,
    comesIn: async () => {
      const { token } = await newMember();
      return { token, end: () => call('POST', `/teams/${bovenbouw()}/leave`, token) };
    },
  },
  'a colleague takes them out of the team': {
    hearsNow: 404,
    comesIn: async () => {
      const { token, member } = await newMember();
      const colleague = community.tokens['a teacher of Bovenbouw'] ?? null;
      return { token, end: () => call('DELETE', `/teams/${bovenbouw()}/members/${member}`, colleague) };
    },
  },
  'a command on the board takes them out': {
    hearsNow: 404,
    comesIn: async () => {
      const { token, member } = await newMember();
      const colleague = community.tokens['a teacher of Bovenbouw'] ?? null;
      const commands = [{ id: newId(), name: 'member.leave', payload: { memberId: member } }];
      return { token, end: () => call('POST', `/teams/${bovenbouw()}/commands`, colleague, { commands }) };
    },
  },
  'the school leader takes their role': {
    hearsNow: 404,
    comesIn: async () => {
      const coach = await house.person(`Coach ${newId()}`);
      const grant = await house.give(linde(), 'school-coach', coach, bovenbouw());
      const leader = community.tokens['the school leader'] ?? null;
      return {
        token: await house.signIn(coach),
        end: () => call('DELETE', `/schools/${linde()}/roles/${grant}`, leader),
      };
    },
  },
  'the team un-pairs the screen': {
    hearsNow: 401,
    comesIn: async () => {
      const { token, displayId } = await house.display(linde(), bovenbouw());
      const teacher = community.tokens['a teacher of Bovenbouw'] ?? null;
      return { token, end: () => call('DELETE', `/teams/${bovenbouw()}/displays/${displayId}`, teacher) };
    },
  },
};

describe('what is open closes at once, and tells nothing more, when', () => {
  test.each(Object.entries(endings))('%s', async (_, { comesIn, hearsNow }) => {
    const { token, end } = await comesIn();
    const stream = follow(token, bovenbouw());
    await stream.hears('event: hello');
    // Leaving is a change of the board itself, which whoever leaves may still hear of.
    const poll = wait(token, bovenbouw(), await seqOf(bovenbouw()));
    await until(() => house.hub.isAwaited(bovenbouw()), 'somebody waits');

    await end();
    expect(await soon(stream.ended)).not.toBe('still open');
    const secret = `alleen voor wie er nog bij is: ${newId()}`;
    await house.celebrate(linde(), bovenbouw(), secret);
    expect(stream.text.includes(secret)).toBe(false);
    const polled = await soon(poll.ended);
    expect(polled).not.toBe('still open');
    expect(polled.includes(secret)).toBe(false);

    const again = await app.inject({ url: `/api/teams/${bovenbouw()}/changes`, headers: cookie(token) });
    expect(again.statusCode).toBe(hearsNow);
    const streamAgain = follow(token, bovenbouw());
    expect((await streamAgain.answered).statusCode).toBe(hearsNow);
  });
});

/** A door that opens when the test says so. */
function gate() {
  const reached = Promise.withResolvers<void>();
  const open = Promise.withResolvers<void>();
  const pass = async () => {
    reached.resolve();
    await open.promise;
  };
  return { reached: reached.promise, open: () => open.resolve(), pass };
}

describe('a session that ends while its stream is opening', () => {
  test('after the door and before the first word: the stream closes without one', async () => {
    const { token, person } = await newMember();
    const slow = gate();
    let isFirst = true;
    const slowApp = await house.http({
      accessKinds: house.accessKinds.map((kind) => ({
        ...kind,
        admit: async (...asked) => {
          const admitted = await kind.admit(...asked);
          if (isFirst) {
            isFirst = false;
            await slow.pass();
          }
          return admitted;
        },
      })),
    });
    const stream = follow(token, bovenbouw(), await listen(slowApp));
    await slow.reached;
    await house.sessions.revoke(person, 'all');
    slow.open();
    expect(await soon(stream.ended)).not.toBe('still open');
    expect(stream.text).not.toContain('event:');
    await house.celebrate(linde(), bovenbouw(), 'te laat');
    expect(stream.text).not.toContain('te laat');
  });

  test('while it waits for its turn: it never comes in, and nobody sees it present', async () => {
    const { token, member, person } = await newMember();
    const turn = gate();
    const { streams } = house;
    const follows = streams.follow;
    streams.follow = async (...given) => {
      await turn.pass();
      return follows.apply(streams, given);
    };
    onTestFinished(() => {
      streams.follow = follows;
    });
    const stream = follow(token, bovenbouw());
    await turn.reached;
    await house.sessions.revoke(person, 'all');
    turn.open();
    expect(await soon(stream.ended)).not.toContain('event:');
    expect(house.hub.presence(bovenbouw()).members).not.toContain(member);
  });

  test('a long poll that was let in just before hears nothing of what came after', async () => {
    const { token, person } = await newMember();
    const look = gate();
    const { streams } = house;
    const entriesAfter = streams.entriesAfter;
    const seq = await seqOf(bovenbouw());
    streams.entriesAfter = async (...given) => {
      await look.pass();
      return entriesAfter.apply(streams, given);
    };
    onTestFinished(() => {
      streams.entriesAfter = entriesAfter;
    });
    const poll = wait(token, bovenbouw(), seq);
    await look.reached;
    await house.sessions.revoke(person, 'all');
    await house.celebrate(linde(), bovenbouw(), 'na het afmelden');
    look.open();
    expect((await poll.answered).statusCode).toBe(401);
    expect(await poll.ended).not.toContain('na het afmelden');
  });

  test('commands that come in one parcel: the rest is not done', async () => {
    const { token, person } = await newMember();
    const half = gate();
    const { streams } = house;
    const run = streams.run;
    let done = 0;
    streams.run = async (order) => {
      const result = await run.call(streams, order);
      done += 1;
      if (done === 2) await half.pass();
      return result;
    };
    onTestFinished(() => {
      streams.run = run;
    });
    const texts = ['eerste', 'tweede', 'derde'].map((text) => `${text} van ${newId()}`);
    const commands = texts.map((text) => ({
      id: newId(),
      name: 'success.add',
      payload: { id: newId(), text, byId: null, aboutId: null, goalId: null },
    }));
    const answer = app.inject({
      method: 'POST',
      url: `/api/teams/${bovenbouw()}/commands`,
      headers: cookie(token),
      payload: { commands },
    });
    await half.reached;
    await house.sessions.revoke(person, 'all');
    half.open();
    expect((await answer).statusCode).toBe(401);
    const board = JSON.stringify((await streams.snapshot(linde(), bovenbouw()))?.state);
    expect(texts.map((text) => board.includes(text))).toEqual([true, true, false]);
  });
});

describe('a server that heard nothing for a while', () => {
  test('asks about everybody again: a session that was ended elsewhere meanwhile is closed', async () => {
    const { token, person } = await newMember();
    const stream = follow(token, bovenbouw());
    await stream.hears('event: hello');
    const ended = house.owner`update web_session set revoked_at = now() where person_id = ${person}`;
    const broken = house.owner`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and query ilike 'listen%'`;
    expect((await Promise.all([ended, broken]))[1]).toHaveLength(1);
    expect(await soon(stream.ended, 5000)).not.toBe('still open');
    expect((await follow(token, bovenbouw()).answered).statusCode).toBe(401);
  });
});

describe('too many, too slow, too late', () => {
  test('the thirteenth stream of one browser closes the first', async () => {
    const { token } = await newMember();
    const open: Follower[] = [];
    for (let count = 0; count < 13; count++) {
      const follower = follow(token, bovenbouw());
      await follower.hears('event: hello');
      open.push(follower);
    }
    expect(await soon(open[0]?.ended ?? Promise.resolve(''))).not.toBe('still open');
    await house.celebrate(linde(), bovenbouw(), 'voor de anderen');
    await Promise.all(open.slice(1).map((follower) => follower.hears('voor de anderen')));
  });

  test('one address has so many streams at most, the oldest goes; a proxy that tells nothing is no address', async () => {
    const small = await listen(await house.http({ streamsPerAddress: 2 }));
    const from = async (address: string | null) => {
      const { token } = await newMember();
      const stream = follow(token, bovenbouw(), small, address ? { 'x-forwarded-for': address } : {});
      await stream.hears('event: hello');
      return stream;
    };
    const school = [await from('203.0.113.5'), await from('203.0.113.5')];
    const elsewhere = await from('203.0.113.6');
    const untold = [await from(null), await from(null), await from(null)];
    // What the client itself claims stands to the left of what the proxy saw.
    await from('198.51.100.1, 203.0.113.5');
    expect(await soon(school[0]?.ended ?? Promise.resolve(''))).not.toBe('still open');
    await house.celebrate(linde(), bovenbouw(), 'voor wie bleef');
    for (const stream of [school[1], elsewhere, ...untold]) await stream?.hears('voor wie bleef');
  });

  test('a listener that does not read is let go, and the others hear everything', async () => {
    const [slow, quick] = [await newMember(), await newMember()];
    const asleep = follow(slow.token, bovenbouw());
    const awake = follow(quick.token, bovenbouw());
    await Promise.all([asleep.hears('event: presence'), awake.hears('event: presence')]);
    asleep.stopReading();
    const isThere = () => house.hub.presence(bovenbouw()).members.includes(slow.member);
    expect(isThere()).toBe(true);
    const word = Buffer.from(`event: change\ndata: ${'x'.repeat(64 * 1024)}\n\n`);
    for (let count = 0; count < 200 && isThere(); count++) {
      house.hub.tell(bovenbouw(), word);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(isThere()).toBe(false);
    expect(house.hub.presence(bovenbouw()).members).toContain(quick.member);
    asleep.goOnReading();
    await asleep.ended;
  });

  test('who missed more than a listener may lag behind takes a fresh board instead of being let go for ever', async () => {
    const team = await house.team(linde(), 'Veel te lezen', 'teachers');
    const person = await house.person('Lezer');
    await house.join(linde(), team, person);
    const token = await house.signIn(person);
    for (let count = 0; count < 8; count++) {
      await house.owner`insert into team_change (school_id, team_id, seq, command_id, name, at, changes)
        values (${linde()}, ${team}, ${count + 2}, ${newId()}, 'imported', now(), ${house.owner.json([{ put: 'none', value: { id: 'x', text: 'x'.repeat(200_000) } }])})`;
    }
    await house.owner`update team_stream set seq = 9 where team_id = ${team}`;
    await house.streams.heard(team, 9);
    const stream = follow(token, team, port, { 'last-event-id': '1' });
    await stream.hears('event: reset');
    expect(stream.text.length).toBeLessThan(10_000);
    await house.celebrate(linde(), team, 'en het gaat door');
    await stream.hears('en het gaat door');
  });

  test.each([
    ['?after=0', {}, 'event: change'],
    ['?after=99999', {}, 'event: reset'],
    ['?after=9007199254740991', {}, 'event: reset'],
    ['?after=0', { 'last-event-id': '9007199254740991' }, 'event: reset'],
    // What is no number was never given by us: it is passed over.
    ['?after=99999', { 'last-event-id': '' }, 'event: reset'],
    ['?after=99999', { 'last-event-id': '-1' }, 'event: reset'],
    ['?after=99999', { 'last-event-id': '1e400' }, 'event: reset'],
    ['?after=99999', { 'last-event-id': "1'; drop table team_change" }, 'event: reset'],
    ['?after=-1', {}, '"refused":"invalid"'],
    ['?after=1.5', {}, '"refused":"invalid"'],
    ['?after=9007199254740993', {}, '"refused":"invalid"'],
    ['?after=1e400', {}, '"refused":"invalid"'],
    ['?after=x', {}, '"refused":"invalid"'],
    ['?after=1&after=2', {}, '"refused":"invalid"'],
    ['?after[]=1&after[x]=1', {}, 'event: change'],
    ['?__proto__=1&constructor=2', {}, 'event: change'],
  ])('from number %s with %j: %s', async (query, headers, heard) => {
    const token = community.tokens['a teacher of Bovenbouw'] ?? null;
    const stream = new Follower(port, token, `/teams/${bovenbouw()}/stream${query}`, headers);
    onTestFinished(() => stream.close());
    await stream.hears(heard);
  });
});
