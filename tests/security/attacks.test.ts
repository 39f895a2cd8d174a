import { connect } from 'node:net';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#packages/kernel';
import { serveWebFiles } from '../../apps/server/web-files.ts';
import { type Community, settle } from './community.ts';
import { cookie, House, hear, listen } from './house.ts';
import { oddValues } from './odd-values.ts';

/** Tricks on the door itself, whatever lies behind it. */

let house: House;
let community: Community;
let app: FastifyInstance;
let sam: string | null;
beforeAll(async () => {
  house = await House.open();
  community = await settle(house);
  app = await house.http();
  await serveWebFiles(app);
  sam = community.tokens['a teacher of Bovenbouw'] ?? null;
});
afterAll(() => house.close());

/** The stream of Bovenbouw. */
const stream = () => `team:${community.places.Bovenbouw}`;
const board = () => `/api/snapshot?of=${stream()}`;

const success = (fields: object = {}) => ({
  id: newId(),
  stream: stream(),
  name: 'success.add',
  payload: { id: newId(), text: 'goed gedaan', byId: null, aboutId: null, goalId: null, ...fields },
});

/** Raw text to the commands of Sam's team. */
const post = (payload: string | Buffer, headers: Record<string, string> = {}, token = sam) =>
  hear(app, {
    method: 'POST',
    url: '/api/commands',
    headers: { 'content-type': 'application/json', ...cookie(token), ...headers },
    payload,
  });

/** Sends the command for Sam, and gives it back. */
async function done<C extends { id: string }>(command: C): Promise<C> {
  const answer = await post(JSON.stringify({ commands: [command] }));
  expect(JSON.parse(answer.text).results).toEqual([{ id: command.id, seq: expect.any(Number) }]);
  return command;
}

const refusedAs = (answer: { text: string }): string => JSON.parse(answer.text).refused;

describe('a page of another website', () => {
  const ours = 'https://bord.example';
  test.each([
    ['our own page', { origin: ours, 'sec-fetch-site': 'same-origin' }, 200],
    ['a client that is no browser', {}, 200],
    ['another website', { origin: 'https://kwaad.example' }, 403],
    ['the same name without https', { origin: 'http://bord.example' }, 403],
    ['the same name on another port', { origin: 'https://bord.example:8443' }, 403],
    ['a name that begins like ours', { origin: 'https://bord.example.kwaad.example' }, 403],
    ['a name that ends like ours', { origin: 'https://kwaad-bord.example' }, 403],
    ['our name in capitals and with a slash', { origin: 'HTTPS://BORD.EXAMPLE/' }, 403],
    ['a page without an origin of its own', { origin: 'null' }, 403],
    ['an empty origin', { origin: '' }, 403],
    ['a neighbour under the same domain, without an origin', { 'sec-fetch-site': 'same-site' }, 403],
    ['elsewhere, without an origin', { 'sec-fetch-site': 'cross-site' }, 403],
    ['an address that was typed, which sends no changes', { 'sec-fetch-site': 'none' }, 403],
    [
      'another website that says to be our host',
      { origin: 'https://kwaad.example', host: 'kwaad.example' },
      403,
    ],
    [
      'another website through a proxy that repeats what it is told',
      { origin: 'https://kwaad.example', 'x-forwarded-host': 'kwaad.example' },
      403,
    ],
  ])('%s', async (_, headers, status) => {
    const answer = await post(JSON.stringify({ commands: [success()] }), headers as Record<string, string>);
    expect(answer.status).toBe(status);
    if (status === 403) expect(refusedAs(answer)).toBe('wrong-origin');
  });

  test('changes nothing, by any endpoint that is not a question', async () => {
    const changing = house.contracts.filter(({ method }) => method !== 'GET');
    expect(changing.length).toBeGreaterThan(20);
    for (const { method, url } of changing) {
      const answer = await hear(app, {
        method,
        url: `/api${url.replace(/:\w+/g, newId())}`,
        headers: { ...cookie(sam), origin: 'https://kwaad.example' },
      });
      expect([url, answer.status]).toEqual([url, 403]);
    }
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/json',
    '',
  ])('a form sends %j, which is read by nobody', async (type) => {
    const answer = await post('{"commands":[]}', { 'content-type': type });
    expect([answer.status, answer.text]).toEqual([
      400,
      '{"refused":"invalid","detail":{"field":"","code":"not-json"}}',
    ]);
  });

  test('is not told anything by permission: no CORS, whatever is asked', async () => {
    for (const method of ['OPTIONS', 'GET'] as const) {
      const answer = await hear(app, {
        method,
        url: board(),
        headers: { ...cookie(sam), origin: 'https://kwaad.example', 'access-control-request-method': 'POST' },
      });
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      if (method === 'OPTIONS') expect(answer.status).toBe(404);
    }
  });

  test.each([
    ['http://localhost:4180', 'localhost:4180', 200],
    ['http://127.0.0.1:4180', '127.0.0.1:4180', 200],
    ['http://192.168.1.20:4180', '192.168.1.20:4180', 200],
    ['http://[::1]:4180', '[::1]:4180', 200],
    ['https://demo.example', 'demo.example', 200],
    ['http://localhost:4181', 'localhost:4180', 403],
    // Any website can point its own name at this machine.
    ['http://kwaad.example', 'kwaad.example', 403],
    ['http://127.0.0.1.kwaad.example', '127.0.0.1.kwaad.example', 403],
    ['http://localhost.kwaad.example', 'localhost.kwaad.example', 403],
  ])('of a demonstration: from %s to %s', async (origin, host, status) => {
    const open = await house.http({ isDemonstration: true, origin: 'https://demo.example' });
    const answer = await open.inject({ method: 'POST', url: '/api/sign-out', headers: { origin, host } });
    expect(answer.statusCode).toBe(status);
  });
});

describe('cookies', () => {
  test('belong to this host alone, to no script, and to no other website', async () => {
    const personId = (await house.sessions.whoIs(sam))?.actor;
    const entered = await app.inject({
      method: 'POST',
      url: '/api/demonstration/enter',
      payload: { personId: personId?.kind === 'person' ? personId.personId : '' },
    });
    const paired = await app.inject({ method: 'POST', url: '/api/display/pairing' });
    const asked = await app.inject({
      method: 'POST',
      url: '/api/sign-in/code',
      payload: { email: 'sam@school.example' },
    });
    for (const [name, answer] of [
      ['__Host-session', entered],
      ['__Host-pairing', paired],
      ['__Host-browser', asked],
    ] as const) {
      const header = String(answer.headers['set-cookie']);
      expect(header).toMatch(
        new RegExp(`^${name}=[\\w-]{43}; Max-Age=\\d+; Path=/; HttpOnly; Secure; SameSite=Lax$`),
      );
    }
  });

  test('a session that was brought along is never the session that one signs in to', async () => {
    const vera = await house.person('Vera Mol');
    const planted = await house.signIn(await house.person('Een ander'));
    const answer = await app.inject({
      method: 'POST',
      url: '/api/demonstration/enter',
      headers: cookie(planted),
      payload: { personId: vera },
    });
    expect(answer.json().personId).toBe(vera);
    expect(String(answer.headers['set-cookie'])).not.toContain(planted);
    expect(await house.sessions.whoIs(planted)).toBeNull();
  });

  test.each([
    '',
    'x',
    'a'.repeat(43),
    '../../etc/passwd',
    "' or 1=1 --",
    '%00',
    '[object Object]',
    '__proto__',
  ])('the token %j lets nobody in', async (token) => {
    for (const headers of [cookie(token), { authorization: `Bearer ${token}` }]) {
      expect((await hear(app, { url: board(), headers })).status).toBe(401);
    }
  });

  test('a second cookie of the same name does not step in for the first', async () => {
    const first = 'a'.repeat(43);
    const answer = await hear(app, {
      url: board(),
      headers: { cookie: `__Host-session=${first}; __Host-session=${sam}` },
    });
    expect(answer.status).toBe(401);
  });
});

describe('what is sent', () => {
  const nested = (depth: number) => `{"commands":${'['.repeat(depth)}${']'.repeat(depth)}}`;
  test.each<[string, string | Buffer | (() => string), number, string]>([
    ['no JSON', '{', 400, 'invalid'],
    ['nothing at all', '', 400, 'invalid'],
    ['half a character', Buffer.from('{"commands":"\xc3"}', 'latin1'), 400, 'invalid'],
    ['a list instead of an object', '[]', 400, 'invalid'],
    ['null', 'null', 400, 'invalid'],
    ['no commands', '{"commands":[]}', 400, 'invalid'],
    ['a hundred thousand lists in each other', nested(100_000), 400, 'invalid'],
    ['a number without end', `{"commands":${'9'.repeat(100_000)}}`, 400, 'invalid'],
    ['more than is read', JSON.stringify({ commands: ['x'.repeat(300_000)] }), 413, 'too-large'],
    [
      '51 commands',
      () => JSON.stringify({ commands: Array.from({ length: 51 }, () => success()) }),
      400,
      'invalid',
    ],
    ['a key that is every object’s parent', '{"__proto__":{"commands":[]},"commands":[]}', 400, 'invalid'],
    [
      'a key that is every object’s maker',
      '{"constructor":{"prototype":{"isAdmin":true}},"commands":[]}',
      400,
      'invalid',
    ],
    [
      'an id in capitals',
      () => JSON.stringify({ commands: [{ ...success(), id: newId().toUpperCase() }] }),
      400,
      'invalid',
    ],
    [
      'an id in braces',
      () => JSON.stringify({ commands: [{ ...success(), id: `{${newId()}}` }] }),
      400,
      'invalid',
    ],
  ])('%s', async (_, payload, status, refused) => {
    const answer = await post(typeof payload === 'function' ? payload() : payload);
    expect([answer.status, refusedAs(answer)]).toEqual([status, refused]);
    expect(answer.requestId).toMatch(/^[\da-f-]{36}$/);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(({} as { isAdmin?: true }).isAdmin).toBeUndefined();
  });

  test('whoever stays outside hears the same, whatever is sent', async () => {
    const bodies = [
      '{',
      '',
      '{"commands":[]}',
      'x'.repeat(300_000),
      JSON.stringify({ commands: [success()] }),
    ];
    const heard = new Set<string>();
    for (const body of bodies) {
      const { requestId: _, ...answer } = await post(body, {}, null);
      expect(answer.status).toBe(401);
      heard.add(JSON.stringify({ ...answer, headers: { ...answer.headers, connection: '' } }));
    }
    expect(heard.size).toBe(1);
  });

  test('whoever has no place in a stream hears the same, whatever command is sent', async () => {
    const heard = new Set<string>();
    for (const command of [
      success(),
      { ...success(), stream: `team:${newId()}` },
      { ...success(), payload: null },
      { ...success(), payload: 'x'.repeat(60_000) },
      { ...success(), name: 'no.such' },
      { ...success(), name: 'member.join' },
      { ...success(), name: '__proto__' },
      // As it was done already by somebody who may.
      await done(success()),
    ]) {
      const sent = JSON.stringify({ commands: [command] });
      const answer = await post(sent, {}, community.tokens['a teacher of Middenbouw'] ?? null);
      expect(answer.status).toBe(200);
      heard.add(JSON.stringify(JSON.parse(answer.text).results).replaceAll(command.id, 'ID'));
    }
    expect([...heard]).toEqual(['[{"id":"ID","refused":"not-found"}]']);
  });

  test('of a key that comes twice the last counts, for every reader alike', async () => {
    const command = success();
    const text = JSON.stringify({ commands: [command] }).replace('"name":', '"name":"member.join","name":');
    const answer = await post(text);
    expect(JSON.parse(answer.text).results[0]).toMatchObject({ id: command.id, seq: expect.any(Number) });
  });

  test.each([
    ['__proto__', 'invalid'],
    ['constructor', 'invalid'],
    ['../../board', 'invalid'],
    [newId().toUpperCase(), 'invalid'],
    [`${newId()}\u0000`, 'invalid'],
    [`urn:uuid:${newId()}`, 'invalid'],
    ['', 'invalid'],
    [7, 'invalid'],
    [['a'], 'invalid'],
    [{ toString: 'x' }, 'invalid'],
  ])('a record by the id %j is no record', async (id, refused) => {
    for (const command of [
      success({ id }),
      { id: newId(), stream: stream(), name: 'success.remove', payload: { successId: id } },
      { id: newId(), stream: stream(), name: 'goal.close', payload: { goalId: id } },
    ]) {
      const answer = await post(JSON.stringify({ commands: [command] }));
      const became = JSON.parse(answer.text).results[0].refused;
      expect([command.name, became]).toEqual([command.name, became === 'unknown-command' ? '' : refused]);
    }
  });

  test.each([
    ['a NUL', 'wis\u0000 dit', 'invalid'],
    ['half a character', '\ud800', 'invalid'],
    ['a line break', 'een\r\nSet-Cookie: x=1', 'invalid'],
    ['only spaces', ' \u2003\ufeff ', 'invalid'],
    ['300 000 letters', 'a'.repeat(200_000), 'invalid'],
    ['Arabic', 'أحسنت يا سام', undefined],
    ['a family in one sign', '👩‍👩‍👧‍👦 lazen samen', undefined],
    ['markup', '<script>alert(1)</script><img src=x onerror=alert(1)>', undefined],
    ['a line separator of Unicode', 'een\u2028twee', undefined],
    ['what looks like an event', 'data: x event: reset', undefined],
  ])('a text with %s', async (_, text, refused) => {
    const answer = await post(JSON.stringify({ commands: [success({ text })] }));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text).results[0].refused).toBe(refused);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  });
});

describe('which streams are named', () => {
  /** What Sam hears of streams, with each id that stands in the question left out. */
  const read = async (list: string) => {
    const answer = await hear(app, { url: `/api/snapshot?of=${list}`, headers: cookie(sam) });
    return { status: answer.status, body: JSON.parse(answer.text) };
  };
  const absent = (name: string) => ({ stream: name, refused: 'not-found' });

  test('those of another school among my own: mine are answered, theirs are like none at all', async () => {
    const theirs = [
      `school:${community.places['De Regenboog']}`,
      `team:${community.places.Middenbouw}`,
      `person:${community.people['their school leader']}`,
    ];
    const nowhere = [`school:${newId()}`, `team:${newId()}`, `person:${newId()}`];
    const mine = `school:${community.places['De Linde']}`;
    for (const others of [theirs, nowhere]) {
      const { status, body } = await read([others[0], stream(), others[1], mine, others[2]].join(','));
      expect(status).toBe(200);
      expect(body.streams).toEqual([
        absent(others[0] ?? ''),
        { stream: stream(), version: 1, seq: expect.any(Number), state: expect.anything() },
        absent(others[1] ?? ''),
        { stream: mine, version: 1, seq: expect.any(Number), state: expect.anything() },
        absent(others[2] ?? ''),
      ]);
    }
  });

  test('asking for what is not one’s own makes nothing, not even where a stream opens itself', async () => {
    const others = ['school', 'person', 'team'].map((kind) => `${kind}:${newId()}`);
    others.push(`school:${community.places.Bovenbouw}`, `person:${community.places['De Linde']}`);
    const before = await house.owner`select id from stream order by id`;
    for (const url of [`/snapshot?of=${others}`, `/changes?from=${others.map((each) => `${each}@0`)}`]) {
      const answer = await hear(app, { url: `/api${url}`, headers: cookie(sam) });
      expect(JSON.parse(answer.text).streams).toEqual(others.map(absent));
    }
    expect(await house.owner`select id from stream order by id`).toEqual(before);
  });

  test.each(['garden', 'room', 'teams', 'constructor', 'prototype', 'valueof'])(
    'a kind of stream that there is not (%s) is a stream that is not there',
    async (kind) => {
      const name = `${kind}:${community.places.Bovenbouw}`;
      const { status, body } = await read(`${name},${stream()}`);
      expect([status, body.streams[0]]).toEqual([200, absent(name)]);
      expect(body.streams[1].seq).toEqual(expect.any(Number));
      const command = { ...success(), stream: name };
      const answer = await post(JSON.stringify({ commands: [command] }));
      expect(JSON.parse(answer.text).results).toEqual([{ id: command.id, refused: 'not-found' }]);
    },
  );

  const malformed = (): Record<string, string> => ({
    nothing: '',
    'only a comma': ',',
    'a comma too many': `${stream()},`,
    'a hole': `${stream()},,${stream()}`,
    'a space': `${stream()},%20${stream()}`,
    'an id without a kind': community.places.Bovenbouw,
    'a kind without an id': 'team:',
    'a kind in capitals': `TEAM:${community.places.Bovenbouw}`,
    'an id in capitals': `team:${community.places.Bovenbouw.toUpperCase()}`,
    'an id in braces': `team:{${community.places.Bovenbouw}}`,
    'an id with something behind it': `${stream()}x`,
    'an id with a line break behind it': `${stream()}%0A`,
    'an id with a NUL behind it': `${stream()}%00`,
    'two colons': `team::${community.places.Bovenbouw}`,
    'a kind that every object has': `__proto__:${community.places.Bovenbouw}`,
    'a kind that is too long': `${'a'.repeat(21)}:${community.places.Bovenbouw}`,
    SQL: `${stream()}'; drop table stream; --`,
    'a number where none belongs': `${stream()}@1`,
    'twenty-one': Array.from({ length: 21 }, () => `team:${newId()}`).join(','),
    'ten thousand': Array.from({ length: 10_000 }, () => 'team:x').join(','),
    'the list twice': `${stream()}&of=${stream()}`,
  });

  test('a list that cannot be read is refused as a whole, also by whoever could read some of it', async () => {
    for (const [what, list] of Object.entries(malformed())) {
      const answer = await read(encodeURI(decodeURI(list)));
      expect([what, answer]).toEqual([
        what,
        { status: 400, body: { refused: 'invalid', detail: { field: 'of', code: expect.any(String) } } },
      ]);
    }
    for (const query of ['', '?from=x', '?OF=team:x'])
      expect(await hear(app, { url: `/api/snapshot${query}`, headers: cookie(sam) })).toMatchObject({
        status: 400,
      });
  });

  test('twenty are answered, and to follow or ask after twenty-one is refused', async () => {
    const twenty = [...Array.from({ length: 19 }, () => `team:${newId()}`), stream()];
    expect((await read(twenty.join(','))).body.streams).toHaveLength(20);
    const from = [...twenty, `team:${newId()}`].map((each) => `${each}@0`);
    for (const url of [`/api/follow?from=${from}`, `/api/changes?from=${from}`])
      expect(await hear(app, { url, headers: cookie(sam) })).toMatchObject({ status: 400 });
    expect(
      await hear(app, { url: `/api/changes?from=${from.slice(1)}`, headers: cookie(sam) }),
    ).toMatchObject({ status: 200 });
  });

  test('a command for a stream that cannot be read refuses the parcel, and nothing of it is done', async () => {
    const text = `half: ${newId()}`;
    for (const bad of [
      undefined,
      null,
      7,
      '',
      'team',
      `TEAM:${community.places.Bovenbouw}`,
      { kind: 'team', id: community.places.Bovenbouw },
      [stream()],
      `${stream()},${stream()}`,
      `${stream()}@1`,
      `${stream()}\n`,
    ]) {
      const good = success({ text });
      const answer = await post(JSON.stringify({ commands: [good, { ...success({ text }), stream: bad }] }));
      expect([bad, answer.status, refusedAs(answer)]).toEqual([bad, 400, 'invalid']);
    }
    const { state } = await house.standing(community.places['De Linde'], community.places.Bovenbouw);
    expect(state.success?.all().filter((each) => each.text === text)).toEqual([]);
  });

  test('the same command id for another stream is another command: nothing is told of the first', async () => {
    const first = await done(success());
    const elsewhere = { ...first, stream: `team:${community.places.Onderbouw}` };
    const token = community.tokens['a teacher of Onderbouw'] ?? null;
    const answer = await post(JSON.stringify({ commands: [elsewhere] }), {}, token);
    const { seq } = await house.standing(community.places['De Linde'], community.places.Onderbouw);
    expect(JSON.parse(answer.text).results).toEqual([{ id: first.id, seq }]);
  });

  test('a team by the id of a person or of a school is not made, and does not stand in the way of their stream', async () => {
    const leader = community.tokens['the school leader'] ?? null;
    const school = community.places['De Linde'];
    for (const [id, stream, token] of [
      [
        community.people['a teacher of Onderbouw'],
        `person:${community.people['a teacher of Onderbouw']}`,
        community.tokens['a teacher of Onderbouw'],
      ],
      [school, `school:${school}`, leader],
    ] as const) {
      const made = await hear(app, {
        method: 'POST',
        url: `/api/schools/${school}/teams`,
        headers: cookie(leader),
        payload: { id, name: 'Kaper', kind: 'teachers', accent: 'teal' },
      });
      expect([made.status, made.text]).toEqual([
        400,
        '{"refused":"invalid","detail":{"field":"id","code":"taken"}}',
      ]);
      const read = await hear(app, { url: `/api/snapshot?of=${stream}`, headers: cookie(token ?? null) });
      expect(JSON.parse(read.text).streams).toMatchObject([{ stream, seq: expect.any(Number) }]);
    }
  });

  test('the archive is asked for in words that it knows, or refused', async () => {
    const ids = (count: number) => Array.from({ length: count }, newId).join(',');
    for (const [query, status] of [
      ['kind=success', 200],
      [`kind=success&ids=${ids(100)}`, 200],
      ['', 400],
      [`kind=${'a'.repeat(41)}`, 400],
      [`kind=success&ids=${ids(101)}`, 400],
      ['kind=success&ids=', 400],
      ['kind=success&ids=x', 400],
      [`kind=success&ids=${newId()},`, 400],
      [`kind=success&ids=${newId().toUpperCase()}`, 400],
      [`kind=success&ids=${newId()}&ids=${newId()}`, 400],
      ['kind=success&before=x', 400],
      ["kind=success&before=' or 1=1", 400],
      ['kind=success&kind=member', 400],
    ] as const) {
      const url = `/api/streams/${stream()}/archive?${encodeURI(query)}`;
      expect([query, (await hear(app, { url, headers: cookie(sam) })).status]).toEqual([query, status]);
    }
  });
});

describe('every field of every endpoint', () => {
  test('an odd value is refused in words; nothing breaks', async () => {
    const bodies: Record<string, object> = {
      'POST /sign-in/code': { email: 'sam@school.example', language: 'nl' },
      'POST /sign-in': { email: 'sam@school.example', code: '123456' },
      'PUT /me': { name: 'Sam', language: 'nl' },
      'POST /invitations/read': { token: 'a'.repeat(43) },
      'POST /invitations/accept': { token: 'a'.repeat(43), name: 'Sam', language: 'nl' },
      'POST /join/code': { code: 'ABCDEFGH', name: 'Sam', email: 'sam@school.example', language: 'nl' },
      'POST /join': { code: 'ABCDEFGH' },
      'POST /commands': { commands: [success()] },
      'POST /teams/:team/invitations': { people: [{ email: 'x@y.example', name: 'X' }] },
      'POST /teams/:team/displays': { code: 'ABCDEF', name: 'Gang' },
      'PUT /teams/:team/displays/:display': { name: 'Gang' },
      'POST /schools/:school/teams': { id: newId(), name: 'T', kind: 'teachers', accent: 'teal' },
      'PUT /schools/:school/settings': { membersInvite: true },
      'POST /schools/:school/roles': { personId: newId(), role: 'expert-coach', teamId: null },
      'POST /schools/:school/invitations': {
        email: 'x@y.example',
        name: 'X',
        role: 'expert-coach',
        teamId: null,
      },
      'POST /demonstration/enter': { personId: newId() },
    };
    const withBody = house.contracts.filter(({ body }) => body).map(({ method, url }) => `${method} ${url}`);
    expect(Object.keys(bodies).sort()).toEqual(withBody.sort());

    const faults: string[] = [];
    let calls = 0;
    const fire = async (request: InjectOptions, what: string) => {
      calls += 1;
      const answer = await app.inject({ ...request, remoteAddress: `10.1.${calls % 250}.${calls % 200}` });
      if (answer.statusCode >= 500) faults.push(`${what}: ${answer.statusCode} ${answer.body}`);
    };
    for (const name of withBody) {
      const [method = 'POST', url = ''] = name.split(' ');
      const token = url.startsWith('/schools') ? community.tokens['the school leader'] : sam;
      const to = `/api${url.replace(':team', community.places.Bovenbouw).replace(':school', community.places['De Linde']).replace(':display', newId())}`;
      const good = bodies[name] ?? {};
      for (const key of Object.keys(good)) {
        for (const value of oddValues) {
          const request = { method: method as 'POST', url: to, headers: cookie(token ?? null) };
          await fire(
            { ...request, payload: { ...good, [key]: value } },
            `${name} ${key}=${JSON.stringify(value)}`,
          );
        }
      }
    }
    for (const value of ['%00', '%ED%A0%80', '%E2%80%AE', '..%2f..', "'", '%25', 'constructor']) {
      await fire({ url: `/api/join/${value}` }, `join ${value}`);
      for (const url of [
        `/api/teams/${value}/people`,
        `/api/snapshot?of=${value}`,
        `/api/snapshot?of=team:${value}`,
        `/api/snapshot?of=${value}:${newId()}`,
        `/api/follow?from=${value}`,
        `/api/changes?from=${stream()}@${value}`,
        `/api/streams/${value}/archive?kind=success`,
        `/api/streams/${stream()}/archive?kind=${value}`,
        `/api/streams/${stream()}/archive?kind=success&before=${value}`,
        `/api/streams/${stream()}/archive?kind=success&ids=${value}`,
      ])
        await fire({ url, headers: cookie(sam) }, url);
      await fire({ url: board(), headers: { ...cookie(sam), 'user-agent': value } }, `user agent ${value}`);
    }
    expect(faults).toEqual([]);
    expect(calls).toBeGreaterThan(400);
  });
});

describe('addresses', () => {
  test.each([
    '/api/teams/%ZZ/people',
    '/api/streams/%ZZ/archive?kind=success',
    '/api/streams/team:x/archive?kind=success',
    '/api/streams//archive?kind=success',
    '/api/%',
    `/api/teams/${'a'.repeat(200)}/people`,
    '/api/teams//people',
    '/api/../package.json',
    '/api/teams/..%2f..%2fme',
    '/api/me/',
    '/api/ME',
    '/api//me',
    '/API/me',
    '/api/me;x=1',
    '/api/nothing',
  ])('%s is not there, in our own words and with all headers', async (url) => {
    const answer = await hear(app, { url, headers: cookie(sam) });
    if (answer.headers['content-type']?.toString().startsWith('text/html')) return;
    expect([answer.status, answer.text]).toEqual([404, '{"refused":"not-found"}']);
    expect(answer.headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(answer.requestId).not.toBe('');
  });

  test.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets/../../../package.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/assets/%2e%2e%5c%2e%2e%5cpackage.json',
    '/....//....//package.json',
    '//etc/passwd',
    '/file:///etc/passwd',
    '/assets/%00/../../package.json',
    '/.git/config',
    '/.env',
    '/package.json',
    '/src/main.tsx',
  ])('%s leads to no file outside the built client', async (url) => {
    const answer = await hear(app, { url });
    expect(answer.text).not.toMatch(/"dependencies"|root:|\[core\]|SECRET|import /);
    expect(answer.text.includes('<!doctype html>') || answer.status === 404).toBe(true);
  });

  test.each(['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'])(
    'a question does not become a change by %s',
    async (header) => {
      const session = (await house.sessions.whoIs(sam))?.sessionId;
      const answer = await hear(app, {
        url: `/api/me/sessions/${session}?_method=DELETE`,
        headers: { ...cookie(sam), [header]: 'DELETE' },
      });
      expect(answer.status).toBe(404);
      expect(await house.sessions.whoIs(sam)).not.toBeNull();
    },
  );

  test.each(['HEAD', 'OPTIONS', 'PATCH', 'TRACE'] as const)('%s is no way in', async (method) => {
    for (const url of [
      board(),
      `/api/follow?from=${stream()}@0`,
      `/api/streams/${stream()}/archive?kind=success`,
    ]) {
      const answer = await hear(app, { method: method as 'HEAD', url, headers: cookie(sam) });
      expect([url, answer.status]).toEqual([url, 404]);
    }
  });

  test('HEAD of a page is a page without its text', async () => {
    expect(await hear(app, { method: 'HEAD', url: '/bord' })).toMatchObject({ status: 200, text: '' });
  });

  test('what is no HTTP at all is answered shortly', async () => {
    const port = await listen(await house.http());
    for (const text of [
      'GET / HTTP/1.1\r\n bad: x\r\n\r\n',
      'GARBAGE\r\n\r\n',
      `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`,
    ]) {
      const heard = await new Promise<string>((resolve) => {
        let all = '';
        const socket = connect(port, '127.0.0.1', () => socket.write(text));
        socket.on('data', (data) => {
          all += data;
        });
        socket.on('error', () => {});
        socket.on('close', () => resolve(all));
      });
      expect(heard).toMatch(/^HTTP\/1\.1 4\d\d /);
      expect(heard).not.toMatch(/node_modules|\.ts|Error:|at /);
    }
  });
});
