import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { newId } from '#packages/kernel';
import { type Community, settle, streamText } from './community.ts';
import { Follower } from './follower.ts';
import { cookie, House, listen } from './house.ts';
import { soon, until } from './until.ts';
import { mayIn, type StreamOf, strangers, streamsOfPlaces, whoMay } from './who-may.ts';

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
/** The stream of Bovenbouw. */
const board = () => `team:${bovenbouw()}`;

/** Streams, each from its beginning unless told. */
function follow(
  token: string | null,
  streams: string | readonly string[],
  at = port,
  headers = {},
): Follower {
  const from = [streams].flat().map((stream) => (stream.includes('@') ? stream : `${stream}@0`));
  const follower = new Follower(at, token, `/follow?from=${from.join(',')}`, headers);
  onTestFinished(() => follower.close());
  return follower;
}

function wait(token: string | null, from: string, at = port): Follower {
  const follower = new Follower(at, token, `/changes?from=${from}&wait=20`);
  onTestFinished(() => follower.close());
  return follower;
}

const seqOf = async (team: string) => (await house.standing(linde(), team)).seq;
const ask = (token: string | null, url: string) => app.inject({ url: `/api${url}`, headers: cookie(token) });
const closed = (stream: string) => `event: closed\ndata: {"stream":"${stream}","refused":"not-found"}\n\n`;

/** Each connection is told another time to wait, by chance. */
const withoutRetry = (text: string) => text.replace(/^retry: \d+$/m, '');

/** What a stream has told: its heartbeat, which tells nothing, left out. */
const wordsIn = (text: string) =>
  text.match(/^event: .*$/gm)?.filter((event) => event !== 'event: ping') ?? [];

describe('a stream opens', () => {
  const everybody = () => [...Object.keys(whoMay), ...strangers];
  const allStreams = (): readonly StreamOf[] => [
    ...streamsOfPlaces,
    ...Object.keys(community.people).map((name) => ({ kind: 'person' as const, name })),
  ];
  const like = ({ kind }: StreamOf) => `${kind}:${newId()}`;

  test('for whoever may read it, and for everybody else it is as if there were none', async () => {
    const faults: string[] = [];
    for (const who of everybody()) {
      const token = community.tokens[who] ?? null;
      const isStranger = (strangers as readonly string[]).includes(who);
      for (const of of [
        ...streamsOfPlaces,
        { kind: 'person', name: 'a teacher of Bovenbouw' } as const,
        { kind: 'person', name: 'their school leader' } as const,
      ]) {
        const [stream, nowhere] = [streamText(community, of), like(of)];
        const follower = follow(token, stream);
        const { statusCode } = await follower.answered;
        if (statusCode !== (isStranger ? 401 : 200)) faults.push(`${who}: ${statusCode}`);
        if (mayIn(who, of).includes('read')) {
          await follower.hears('event: hello');
          if (of.kind === 'team') await follower.hears('event: presence');
          follower.close();
        } else {
          const absent = withoutRetry(await soon(follow(token, nowhere).ended, 5000));
          if (withoutRetry(await soon(follower.ended, 5000)).replaceAll(stream, nowhere) !== absent)
            faults.push(`${who} can tell that ${of.name} exists`);
          if (!isStranger && !absent.endsWith(closed(nowhere))) faults.push(`${who} heard ${absent}`);
        }
      }
    }
    expect(faults).toEqual([]);
  }, 60_000);

  const shut = (stream: string) => ({ stream, refused: 'not-found' });

  test('and it is read, asked after and looked into by the same people, in any company', async () => {
    const faults: string[] = [];
    for (const who of everybody()) {
      const token = community.tokens[who] ?? null;
      const isStranger = (strangers as readonly string[]).includes(who);
      const all = allStreams();
      // One request is about twenty streams at most, theirs and others' together.
      for (let from = 0; from < all.length; from += 13) {
        const some = all.slice(from, from + 13);
        const streams = some.map((of) => streamText(community, of));
        const snapshot = await ask(token, `/snapshot?of=${streams}`);
        const changes = await ask(token, `/changes?from=${streams.map((stream) => `${stream}@0`)}`);
        if (isStranger) {
          for (const answer of [snapshot, changes])
            if (answer.body !== '{"refused":"sign-in-first"}') faults.push(`${who} heard ${answer.body}`);
          continue;
        }
        for (const [index, of] of some.entries()) {
          const stream = streams[index] ?? '';
          for (const answer of [snapshot, changes]) {
            const told = answer.json().streams[index];
            const isRight = mayIn(who, of).includes('read')
              ? told.stream === stream && told.version === 1
              : JSON.stringify(told) === JSON.stringify(shut(stream));
            if (!isRight)
              faults.push(`${who} in ${of.kind} ${of.name}: ${JSON.stringify(told).slice(0, 100)}`);
          }
        }
      }
      for (const of of all) {
        const answer = await ask(token, `/streams/${streamText(community, of)}/archive?kind=success`);
        const should = isStranger ? 401 : mayIn(who, of).includes('read') ? 200 : 404;
        if (answer.statusCode !== should)
          faults.push(`${who} in the archive of ${of.name}: ${answer.statusCode}`);
      }
    }
    expect(allStreams().length).toBeGreaterThan(20);
    expect(faults).toEqual([]);
  }, 60_000);

  test('of a school nobody is told who else follows it', async () => {
    const school = `school:${linde()}`;
    const teacher = community.tokens['a teacher of Bovenbouw'] ?? null;
    const follower = follow(teacher, [school, board()]);
    await follower.hears('event: presence');
    expect(follower.text).not.toMatch(/event: presence\ndata: \{"stream":"school/);
    const answer = await ask(teacher, `/changes?from=${school}@0,${board()}@0`);
    expect(answer.json().streams.map((told: { presence: unknown }) => told.presence)).toEqual([
      null,
      expect.objectContaining({ displays: expect.any(Number) }),
    ]);
  });

  test('an own stream is one’s own on every device, and a wall screen has none', async () => {
    const of = { kind: 'person', name: 'a teacher of Bovenbouw' } as const;
    const person = community.people[of.name] ?? '';
    const follower = follow(await house.signIn(person), streamText(community, of));
    await follower.hears('event: hello');
    const screen = community.tokens['the screen of Bovenbouw'] ?? null;
    const displayId = (await house.sessions.whoIs(screen))?.actor;
    expect(displayId?.kind).toBe('display');
    for (const id of [person, displayId?.kind === 'display' ? displayId.displayId : ''])
      expect((await follow(screen, `person:${id}`).ended).endsWith(closed(`person:${id}`))).toBe(true);
  });
});

/** Ways in which somebody comes to see a team, and ways in which that ends. */
type Ending = {
  readonly comesIn: () => Promise<{ token: string; end: () => Promise<unknown> }>;
  /** What asking again is answered with. */
  readonly hearsNow: 'sign-in-first' | 'not-found';
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
    hearsNow: 'sign-in-first',
    comesIn: async () => {
      const { token } = await newMember();
      return { token, end: () => call('POST', '/sign-out', token) };
    },
  },
  'they sign out everywhere, on another device': {
    hearsNow: 'sign-in-first',
    comesIn: async () => {
      const { token, person } = await newMember();
      const other = await house.signIn(person);
      return { token, end: () => call('POST', '/sign-out/everywhere', other) };
    },
  },
  'they end this one session, on another device': {
    hearsNow: 'sign-in-first',
    comesIn: async () => {
      const { token, person } = await newMember();
      const other = await house.signIn(person);
      const sessionId = (await house.sessions.whoIs(token))?.sessionId;
      return { token, end: () => call('DELETE', `/me/sessions/${sessionId}`, other) };
    },
  },
  'they leave the team': {
    hearsNow: 'not-found',
    comesIn: async () => {
      const { token } = await newMember();
      return { token, end: () => call('POST', `/teams/${bovenbouw()}/leave`, token) };
    },
  },
  'the coach takes them out of the team': {
    hearsNow: 'not-found',
    comesIn: async () => {
      const { token, member } = await newMember();
      const colleague = community.tokens['the school coach of Bovenbouw'] ?? null;
      return { token, end: () => call('DELETE', `/teams/${bovenbouw()}/members/${member}`, colleague) };
    },
  },
  'a command on the board takes them out': {
    hearsNow: 'not-found',
    comesIn: async () => {
      const { token, member } = await newMember();
      const colleague = community.tokens['the school coach of Bovenbouw'] ?? null;
      const commands = [
        { id: newId(), stream: board(), name: 'member.leave', payload: { memberId: member } },
      ];
      return { token, end: () => call('POST', '/commands', colleague, { commands }) };
    },
  },
  'the school leader takes their role': {
    hearsNow: 'not-found',
    comesIn: async () => {
      const coach = await house.person(`Coach ${newId()}`);
      const grant = await house.give(coach, {
        role: 'school-coach',
        over: 'team',
        overId: bovenbouw(),
        schoolId: linde(),
      });
      const leader = community.tokens['the school leader'] ?? null;
      return {
        token: await house.signIn(coach),
        end: () => call('DELETE', `/schools/${linde()}/roles/${grant}`, leader),
      };
    },
  },
  'the team un-pairs the screen': {
    hearsNow: 'sign-in-first',
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
    const stream = follow(token, board());
    await stream.hears('event: hello');
    // Leaving is a change of the board itself, which whoever leaves may still hear of.
    const poll = wait(token, `${board()}@${await seqOf(bovenbouw())}`);
    await until(() => house.hub.isAwaited(board()), 'somebody waits');

    await end();
    expect(await soon(stream.ended)).not.toBe('still open');
    const secret = `alleen voor wie er nog bij is: ${newId()}`;
    await house.celebrate(linde(), bovenbouw(), secret);
    expect(stream.text.includes(secret)).toBe(false);
    const polled = await soon(poll.ended);
    expect(polled).not.toBe('still open');
    expect(polled.includes(secret)).toBe(false);

    const again = await ask(token, `/changes?from=${board()}@0`);
    const streamAgain = follow(token, board());
    if (hearsNow === 'sign-in-first') {
      expect([again.statusCode, again.body]).toEqual([401, '{"refused":"sign-in-first"}']);
      expect((await streamAgain.answered).statusCode).toBe(401);
    } else {
      expect([again.statusCode, again.json().streams]).toEqual([
        200,
        [{ stream: board(), refused: 'not-found' }],
      ]);
      expect((await soon(streamAgain.ended)).endsWith(closed(board()))).toBe(true);
      expect(wordsIn(streamAgain.text).filter((word) => word !== 'event: closed')).toEqual([]);
    }
  });
});

test('a long poll ends with its session, though nothing happens in any of its streams', async () => {
  const { token, person } = await newMember();
  const school = `school:${linde()}`;
  const poll = wait(token, `${school}@0`);
  await until(() => house.hub.isAwaited(school), 'somebody waits');
  await house.sessions.revoke(person, 'all');
  expect(await soon(poll.ended)).toBe('{"refused":"sign-in-first"}');
});

describe('one connection follows several streams', () => {
  /** Somebody with a place in Bovenbouw and one in Onderbouw. */
  async function inTwoTeams() {
    const { person, member, token } = await newMember();
    await house.join(linde(), community.places.Onderbouw, person);
    return { member, token, other: `team:${community.places.Onderbouw}` };
  }
  const tell = (team: 'Bovenbouw' | 'Onderbouw', text: string) =>
    house.celebrate(linde(), community.places[team], text);

  test('and tells of each under its own name; of one that is not theirs, that it is closed', async () => {
    const { token, other } = await inTwoTeams();
    const theirs = `team:${community.places.Middenbouw}`;
    const nowhere = `team:${newId()}`;
    const follower = follow(token, [theirs, board(), nowhere, other]);
    for (const stream of [board(), other]) await follower.hears(`event: hello\ndata: {"stream":"${stream}"`);
    await follower.hears(closed(theirs));
    await follower.hears(closed(nowhere));
    const text = `alleen in Middenbouw: ${newId()}`;
    await house.celebrate(community.places['De Regenboog'], community.places.Middenbouw, text);
    for (const [team, stream] of [
      ['Bovenbouw', board()],
      ['Onderbouw', other],
    ] as const) {
      const said = `in ${team}: ${newId()}`;
      await tell(team, said);
      await follower.hears(said);
      const line = follower.text.split('\n').find((each) => each.includes(said));
      expect(line).toContain(`"stream":"${stream}"`);
    }
    expect(follower.text).not.toContain(text);
    expect(follower.text.match(new RegExp(theirs, 'g'))).toHaveLength(1);
  });

  test('whoever leaves one team is cut off from all, comes back, and goes on with the others', async () => {
    const { member, token, other } = await inTwoTeams();
    const streams = [board(), `school:${linde()}`, other];
    const follower = follow(token, streams);
    for (const stream of streams) await follower.hears(`event: hello\ndata: {"stream":"${stream}"`);
    const poll = wait(
      token,
      `${board()}@${await seqOf(bovenbouw())},${other}@${await seqOf(community.places.Onderbouw)}`,
    );
    await until(() => house.hub.isAwaited(other), 'somebody waits');

    await house.leave(linde(), bovenbouw(), member);
    expect(await soon(follower.ended)).not.toBe('still open');
    const secret = `alleen voor Bovenbouw: ${newId()}`;
    await tell('Bovenbouw', secret);
    expect(follower.text).not.toContain(secret);
    expect(await soon(poll.ended)).not.toContain(secret);

    const again = follow(token, streams);
    await again.hears(closed(board()));
    for (const stream of streams.slice(1)) await again.hears(`event: hello\ndata: {"stream":"${stream}"`);
    const said = `voor wie er is: ${newId()}`;
    await tell('Onderbouw', said);
    await tell('Bovenbouw', secret);
    await again.hears(said);
    expect(again.text).not.toContain(secret);
    expect(house.hub.presence(board()).members).not.toContain(member);

    const polled = (await ask(token, `/changes?from=${board()}@0,${other}@0`)).json().streams;
    expect(polled[0]).toEqual({ stream: board(), refused: 'not-found' });
    expect(JSON.stringify(polled[1])).toContain(said);
  });

  test('commands for several streams in one parcel: what is not theirs is not there, and the rest is done', async () => {
    const { token, other } = await inTwoTeams();
    const theirs = `team:${community.places.Middenbouw}`;
    const nowhere = `team:${newId()}`;
    const text = `van ${newId()}`;
    const commands = [board(), theirs, nowhere, `school:${community.places['De Regenboog']}`, other].map(
      (stream) => ({
        id: newId(),
        stream,
        name: 'success.add',
        payload: { id: newId(), text, byId: null, aboutId: null, goalId: null },
      }),
    );
    const answer = await app.inject({
      method: 'POST',
      url: '/api/commands',
      headers: cookie(token),
      payload: { commands },
    });
    const absent = (index: number) => ({ id: commands[index]?.id, refused: 'not-found' });
    expect([answer.statusCode, answer.json().results]).toEqual([
      200,
      [
        { id: commands[0]?.id, seq: await seqOf(bovenbouw()) },
        absent(1),
        absent(2),
        absent(3),
        { id: commands[4]?.id, seq: await seqOf(community.places.Onderbouw) },
      ],
    ]);
    const { state } = await house.standing(community.places['De Regenboog'], community.places.Middenbouw);
    expect(state.success?.all().some((success) => success.text === text)).toBe(false);
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

/** Through this door the first who comes has to wait, once they have been let in. */
async function slowDoor() {
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
  return { ...slow, port: await listen(slowApp) };
}

/** Holds everybody back who comes to this part of the streams, until the test is over. */
function holdBack(name: 'follow' | 'entriesAfter', pass: () => Promise<void>): void {
  const { streams } = house;
  const real = streams[name] as (...given: unknown[]) => unknown;
  Object.assign(streams, {
    [name]: async (...given: unknown[]) => {
      await pass();
      return real.apply(streams, given);
    },
  });
  onTestFinished(() => {
    Object.assign(streams, { [name]: real });
  });
}

describe('a session that ends while its stream is opening', () => {
  test('after the door and before the first word: the stream closes without one', async () => {
    const { token, person } = await newMember();
    const slow = await slowDoor();
    const stream = follow(token, [board(), `school:${linde()}`], slow.port);
    await slow.reached;
    await house.sessions.revoke(person, 'all');
    slow.open();
    expect(await soon(stream.ended)).not.toBe('still open');
    expect(wordsIn(stream.text)).toEqual([]);
    await house.celebrate(linde(), bovenbouw(), 'te laat');
    expect(stream.text).not.toContain('te laat');
  });

  test('after the door of a long poll: it is answered like a stranger', async () => {
    const { token, person } = await newMember();
    const slow = await slowDoor();
    const poll = wait(token, `${board()}@0`, slow.port);
    await slow.reached;
    await house.sessions.revoke(person, 'all');
    slow.open();
    expect((await poll.answered).statusCode).toBe(401);
    expect(await poll.ended).toBe('{"refused":"sign-in-first"}');
  });

  test('while it waits for its turn: it never comes in, and nobody sees it present', async () => {
    const { token, member, person } = await newMember();
    const turn = gate();
    holdBack('follow', turn.pass);
    const stream = follow(token, board());
    await turn.reached;
    await house.sessions.revoke(person, 'all');
    turn.open();
    expect(wordsIn(await soon(stream.ended))).toEqual([]);
    expect(house.hub.presence(board()).members).not.toContain(member);
  });

  test('a long poll that was let in just before hears nothing of what came after', async () => {
    const { token, person } = await newMember();
    const look = gate();
    const seq = await seqOf(bovenbouw());
    holdBack('entriesAfter', look.pass);
    const poll = wait(token, `${board()}@${seq}`);
    await look.reached;
    await house.sessions.revoke(person, 'all');
    await house.celebrate(linde(), bovenbouw(), 'na het afmelden');
    look.open();
    expect((await poll.answered).statusCode).toBe(401);
    expect(await poll.ended).not.toContain('na het afmelden');
  });

  test('commands that come in one parcel: the rest is not done', async () => {
    const { token, person } = await newMember();
    const parcel = await heldParcel(token);
    await house.sessions.revoke(person, 'all');
    parcel.open();
    expect((await parcel.answer).statusCode).toBe(401);
    expect(await parcel.done()).toEqual([true, true, false]);
  });
});

/** Three commands in one parcel, held back after the second. */
async function heldParcel(token: string) {
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
    stream: board(),
    name: 'success.add',
    payload: { id: newId(), text, byId: null, aboutId: null, goalId: null },
  }));
  const answer = app
    .inject({ method: 'POST', url: '/api/commands', headers: cookie(token), payload: { commands } })
    .then((each) => each);
  await half.reached;
  return {
    answer,
    open: half.open,
    done: async () => {
      const texted = JSON.stringify((await house.standing(linde(), bovenbouw())).state.success?.all());
      return texts.map((text) => texted.includes(text));
    },
  };
}

describe('a place that is lost while its stream is opening', () => {
  test('after the door and before the first word: it is closed, and the other goes on', async () => {
    const { token, member, person } = await newMember();
    await house.join(linde(), community.places.Onderbouw, person);
    const other = `team:${community.places.Onderbouw}`;
    const slow = await slowDoor();
    const stream = follow(token, [board(), other], slow.port);
    await slow.reached;
    await house.leave(linde(), bovenbouw(), member);
    await until(() => house.heardOf(person) === 3, 'heard of who left');
    slow.open();
    await stream.hears(closed(board()));
    await stream.hears(`event: hello\ndata: {"stream":"${other}"`);
    expect(stream.text).not.toContain(`event: hello\ndata: {"stream":"${board()}"`);
    await house.celebrate(linde(), bovenbouw(), 'niet meer voor jou');
    await house.celebrate(linde(), community.places.Onderbouw, 'wel nog voor jou');
    await stream.hears('wel nog voor jou');
    expect(stream.text).not.toContain('niet meer voor jou');
  });

  test('while it waits for its turn: the connection closes without a word, of any of its streams', async () => {
    const { token, member, person } = await newMember();
    const memberThere = await house.join(linde(), community.places.Onderbouw, person);
    const other = `team:${community.places.Onderbouw}`;
    const turn = gate();
    holdBack('follow', turn.pass);
    const stream = follow(token, [board(), other]);
    await turn.reached;
    await house.leave(linde(), bovenbouw(), member);
    await until(() => house.heardOf(person) === 3, 'heard of who left');
    turn.open();
    expect(wordsIn(await soon(stream.ended))).toEqual([]);
    expect(house.hub.presence(other).members).not.toContain(memberThere);
    expect(house.hub.presence(board()).members).not.toContain(member);
  });

  test('a long poll that waits hears nothing more of that team', async () => {
    const { token, member, person } = await newMember();
    const look = gate();
    const seq = await seqOf(bovenbouw());
    holdBack('entriesAfter', look.pass);
    const poll = wait(token, `${board()}@${seq}`);
    await look.reached;
    await house.leave(linde(), bovenbouw(), member);
    await until(() => house.heardOf(person) === 2, 'heard of who left');
    await house.celebrate(linde(), bovenbouw(), 'na het weggaan');
    look.open();
    expect(JSON.parse(await soon(poll.ended)).streams).toEqual([{ stream: board(), refused: 'not-found' }]);
  });

  test('commands that come in one parcel: the rest is not done', async () => {
    const { token, member, person } = await newMember();
    const parcel = await heldParcel(token);
    await house.leave(linde(), bovenbouw(), member);
    await until(() => house.heardOf(person) === 2, 'heard of who left');
    parcel.open();
    const { results } = (await parcel.answer).json();
    expect(results.map((result: { refused?: string }) => result.refused ?? 'done')).toEqual([
      'done',
      'done',
      'not-found',
    ]);
    expect(await parcel.done()).toEqual([true, true, false]);
  });
});

describe('a server that heard nothing for a while', () => {
  test('asks about everybody again: a session that was ended elsewhere meanwhile is closed', async () => {
    const { token, person } = await newMember();
    const stream = follow(token, board());
    await stream.hears('event: hello');
    const ended = house.owner`update web_session set revoked_at = now() where person_id = ${person}`;
    const broken = house.owner`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and query ilike 'listen%'`;
    expect((await Promise.all([ended, broken]))[1]).toHaveLength(1);
    expect(await soon(stream.ended, 5000)).not.toBe('still open');
    expect((await follow(token, board()).answered).statusCode).toBe(401);
  });
});

describe('too many, too slow, too late', () => {
  test('the thirteenth stream of one browser closes the first', async () => {
    const { token } = await newMember();
    const open: Follower[] = [];
    for (let count = 0; count < 13; count++) {
      const follower = follow(token, board());
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
      const stream = follow(token, board(), small, address ? { 'x-forwarded-for': address } : {});
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
    const asleep = follow(slow.token, board());
    const awake = follow(quick.token, board());
    await Promise.all([asleep.hears('event: presence'), awake.hears('event: presence')]);
    asleep.stopReading();
    const isThere = () => house.hub.presence(board()).members.includes(slow.member);
    expect(isThere()).toBe(true);
    const word = Buffer.from(`event: change\ndata: ${'x'.repeat(64 * 1024)}\n\n`);
    for (let count = 0; count < 200 && isThere(); count++) {
      house.hub.tell(board(), word);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(isThere()).toBe(false);
    expect(house.hub.presence(board()).members).toContain(quick.member);
    asleep.goOnReading();
    await asleep.ended;
  });

  test('who missed more than a listener may lag behind takes a fresh board instead of being let go for ever', async () => {
    const team = await house.team(linde(), 'Veel te lezen', 'teachers');
    const person = await house.person('Lezer');
    await house.join(linde(), team, person);
    const token = await house.signIn(person);
    for (let count = 0; count < 8; count++) {
      await house.owner`insert into stream_change (school_id, stream_id, seq, command_id, name, at, changes)
        values (${linde()}, ${team}, ${count + 2}, ${newId()}, 'imported', now(), ${house.owner.json([{ put: 'none', value: { id: 'x', text: 'x'.repeat(200_000) } }])})`;
    }
    await house.owner`update stream set seq = 9 where id = ${team}`;
    await house.streams.heard({ kind: 'team', id: team }, 9);
    const stream = follow(token, `team:${team}@1`);
    await stream.hears('event: reset');
    expect(stream.text.length).toBeLessThan(10_000);
    await house.celebrate(linde(), team, 'en het gaat door');
    await stream.hears('en het gaat door');
  });

  test.each([
    ['@0', 'event: change'],
    ['@1', 'event: change'],
    ['@99999', 'event: reset'],
    ['@999999999999999', 'event: reset'],
    ['@000000000000000', 'event: change'],
    // What is no number was never given by us.
    ['', '"refused":"invalid"'],
    ['@', '"refused":"invalid"'],
    ['@-1', '"refused":"invalid"'],
    ['@1.5', '"refused":"invalid"'],
    ['@1e4', '"refused":"invalid"'],
    ['@0x1', '"refused":"invalid"'],
    ['@9007199254740993', '"refused":"invalid"'],
    ['@٣', '"refused":"invalid"'],
    ['@x', '"refused":"invalid"'],
    ['@1@2', '"refused":"invalid"'],
    ['@1%00', '"refused":"invalid"'],
    ["@1'; drop table stream_change", '"refused":"invalid"'],
    ['@1,', '"refused":"invalid"'],
    ['@1&from=team:x@1', '"refused":"invalid"'],
    ['@1&__proto__=1&constructor=2&from[x]=1', 'event: change'],
  ])('from number %j: %s', async (number, heard) => {
    const token = community.tokens['a teacher of Bovenbouw'] ?? null;
    for (const streams of [[`${board()}${number}`], [`school:${linde()}@0`, `${board()}${number}`]]) {
      const from = encodeURI(streams.join(','));
      const stream = new Follower(port, token, `/follow?from=${from}`);
      onTestFinished(() => stream.close());
      await stream.hears(heard);
      if (heard.startsWith('event: ')) continue;
      // One that cannot be read spoils the whole list: nothing of it is opened by guessing.
      expect((await stream.answered).statusCode).toBe(400);
      expect((await ask(token, `/changes?from=${from}`)).json()).toMatchObject({ refused: 'invalid' });
    }
  });

  test('a number from the future asks for the whole stream, of that stream only', async () => {
    const token = community.tokens['a teacher of Bovenbouw'] ?? null;
    const from = `school:${linde()}@0,${board()}@99999`;
    const stream = follow(token, from.split(','));
    await stream.hears(`event: reset\ndata: {"stream":"${board()}"}`);
    expect(stream.text.match(/event: reset/g)).toHaveLength(1);
    const { streams } = (await ask(token, `/changes?from=${from}`)).json();
    expect(streams.map((told: { entries: unknown }) => told.entries)).toEqual([[], 'reset']);
    await house.celebrate(linde(), bovenbouw(), 'en het gaat hier door');
    await stream.hears('en het gaat hier door');
  });
});
