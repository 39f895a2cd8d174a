import { gunzipSync } from 'node:zlib';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { anyone } from '#features/people/domain';
import { endpoint } from '#packages/http';
import { type Implementation, implement } from '#packages/http/server';
import { newId } from '#packages/kernel';
import { type Community, settle } from './community.ts';
import { Follower } from './follower.ts';
import { cookie, House, hear, listen } from './house.ts';

/** What goes out: headers, faults, health, the log; and how much of it anybody gets. */

let house: House;
let community: Community;
let app: FastifyInstance;
let sam: string;

const secret = 'select * from person where email = $1 -- postgres://owner:geheim@db.intern:5432';
const planted = (url: string, fault: () => Error): Implementation =>
  implement(endpoint({ method: 'GET', url, access: anyone, summary: 'Planted.', answer: z.object({}) }))(
    async () => Promise.reject(fault()),
  );

beforeAll(async () => {
  house = await House.open();
  community = await settle(house);
  app = await house.http({
    endpoints: [
      ...house.endpoints,
      planted('/fault', () => new Error(secret)),
      planted('/away', () => Object.assign(new Error(secret), { code: 'ECONNREFUSED' })),
      planted('/teapot', () => Object.assign(new Error(secret), { statusCode: 418 })),
    ],
  });
  sam = community.tokens['a teacher of Bovenbouw'] ?? '';
});
afterAll(() => house.close());

const bovenbouw = () => community.places.Bovenbouw;
const board = () => `/api/snapshot?of=team:${bovenbouw()}`;

const everySort = (): [what: string, status: number, request: InjectOptions][] => [
  ['an answer', 200, { url: board(), headers: cookie(sam) }],
  ['something that is not right', 400, { url: '/api/changes?from=x', headers: cookie(sam) }],
  ['a stranger', 401, { url: board() }],
  [
    'another website',
    403,
    { method: 'POST', url: '/api/sign-out', headers: { origin: 'https://x.example' } },
  ],
  ['something that is not there', 404, { url: `/api/teams/${newId()}/people`, headers: cookie(sam) }],
  [
    'a stream that is not there',
    404,
    { url: `/api/streams/team:${newId()}/archive?kind=success`, headers: cookie(sam) },
  ],
  ['an endpoint that is not there', 404, { url: '/api/nothing' }],
  ['a page that is not there', 404, { method: 'POST', url: '/nothing' }],
  ['too much', 413, { method: 'POST', url: '/api/sign-in', payload: { email: 'x'.repeat(70_000) } }],
  ['a fault', 500, { url: '/api/fault' }],
  ['a database that is away', 503, { url: '/api/away' }],
  ['a fault with a status of its own', 400, { url: '/api/teapot' }],
  ['that it runs', 200, { url: '/healthz' }],
  ['that it is ready', 200, { url: '/readyz' }],
];

describe('every answer', () => {
  test('carries the headers that keep a browser safe, a number, and is kept by nobody', async () => {
    for (const [what, status, request] of everySort()) {
      const answer = await hear(app, request);
      expect([what, answer.status]).toEqual([what, status]);
      expect(answer.requestId, what).toMatch(/^[\da-f]{8}-[\da-f-]{27}$/);
      expect(answer.headers, what).toMatchObject({
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'/),
        'cross-origin-resource-policy': 'same-origin',
        'strict-transport-security': 'max-age=63072000',
      });
      for (const telling of ['server', 'x-powered-by', 'etag', 'access-control-allow-origin'])
        expect(answer.headers, what).not.toHaveProperty(telling);
    }
  });

  test('is smaller on the way when it is large and the client can unpack it, and says the same', async () => {
    const url = board();
    const plain = await app.inject({ url, headers: cookie(sam) });
    const packed = await app.inject({ url, headers: { ...cookie(sam), 'accept-encoding': 'br, gzip' } });
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length);
    const boardIn = (text: string) => (JSON.parse(text) as { streams: unknown[] }).streams;
    expect(boardIn(gunzipSync(packed.rawPayload).toString())).toEqual(boardIn(plain.payload));
  });

  test('that says no is a refusal, and tells nothing of what is behind it', async () => {
    for (const [what, status, request] of everySort()) {
      const { text, requestId } = await hear(app, request);
      if (status >= 400) expect(JSON.parse(text), what).toMatchObject({ refused: expect.any(String) });
      expect(text, what).not.toMatch(/select |postgres:|geheim|intern|node_modules|\.ts\b|\bat \w+ \(|Error/);
      if (status === 500)
        expect(JSON.parse(text)).toEqual({ refused: 'fault', detail: { request: requestId } });
      if (status === 503) expect(JSON.parse(text)).toEqual({ refused: 'unavailable' });
    }
  });

  test('a fault stands in the log under the number that the person sees', async () => {
    const { requestId } = await hear(app, { url: '/api/fault' });
    const lines = house.log.filter((line) => line.includes(requestId) && line.includes('geheim'));
    expect(lines).toHaveLength(1);
  });

  test('health tells that it runs and that it can work, and nothing else', async () => {
    expect((await hear(app, { url: '/healthz' })).text).toBe('{"running":true}');
    expect((await hear(app, { url: '/readyz' })).text).toBe('{"ready":true}');
  });

  test('a stream has the same headers', async () => {
    const follower = new Follower(
      await listen(await house.http()),
      sam,
      `/follow?from=team:${bovenbouw()}@0`,
    );
    const { headers } = await follower.answered;
    follower.close();
    expect(headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'x-request-id': expect.any(String),
    });
  });

  test('lets a page run nothing but our own files', async () => {
    const { headers } = await hear(app, { url: '/healthz' });
    const policy = String(headers['content-security-policy']);
    const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]));
    expect(rules.get('default-src')).toEqual(["'none'"]);
    expect(rules.get('script-src')).toEqual(["'self'"]);
    expect(rules.get('style-src')).toEqual(["'self'"]);
    expect(rules.get('connect-src')).toEqual(["'self'"]);
    expect(rules.get('frame-ancestors')).toEqual(["'none'"]);
    expect(rules.get('base-uri')).toEqual(["'none'"]);
    expect(rules.get('form-action')).toEqual(["'self'"]);
    expect(policy).not.toMatch(/unsafe|\*|https?:|blob:|nonce-/);
  });

  test('asks for https only where there is https', async () => {
    const plain = await house.http({ origin: 'http://localhost:4180', isDemonstration: true });
    expect((await hear(plain, { url: '/healthz' })).headers).not.toHaveProperty('strict-transport-security');
  });

  test('the log names no token, no cookie and no address of a person', async () => {
    await app.inject({
      method: 'POST',
      url: '/api/sign-in/code',
      payload: { email: 'geheim.adres@school.example' },
    });
    await app.inject({ url: `/api/join/GEHEIME1`, headers: cookie(sam) });
    const log = house.log.join('');
    expect(log).toContain('/api/sign-in/code');
    for (const hidden of [sam, '__Host-', 'geheim.adres', 'GEHEIME1']) expect(log).not.toContain(hidden);
  });
});

describe('how often', () => {
  // Within one minute: the clock stands still.
  beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
  afterAll(() => void vi.useRealTimers());

  const send = (token: string, count: number) =>
    app.inject({
      method: 'POST',
      url: '/api/commands',
      headers: cookie(token),
      payload: {
        commands: Array.from({ length: count }, () => ({
          id: newId(),
          stream: `team:${bovenbouw()}`,
          name: 'nothing.known',
          payload: {},
        })),
      },
    });

  test('one browser sends six hundred commands in a minute, then waits; a colleague notices nothing', async () => {
    const [eager, colleague] = await Promise.all(
      ['Vlugge Jan', 'Rustige Riet'].map(async (name) => {
        const person = await house.person(name);
        await house.join(community.places['De Linde'], bovenbouw(), person);
        return house.signIn(person);
      }),
    );
    if (!eager || !colleague) throw new Error('two people were asked in');
    const statuses: number[] = [];
    for (let parcel = 0; parcel < 13; parcel++) statuses.push((await send(eager, 50)).statusCode);
    expect(statuses.slice(0, 12)).toEqual(Array(12).fill(200));
    expect(statuses[12]).toBe(429);
    expect((await send(eager, 1)).json()).toEqual({ refused: 'too-often' });
    expect((await send(colleague, 50)).statusCode).toBe(200);
  });

  test('one browser asks twelve hundred times in a minute, then waits', async () => {
    const screen = await house.display(community.places['De Linde'], bovenbouw());
    const statuses = new Map<number, number>();
    for (let count = 0; count < 1205; count++) {
      const { statusCode } = await app.inject({ url: '/api/me/sessions', headers: cookie(screen.token) });
      statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
    }
    expect(Object.fromEntries(statuses)).toEqual({ 404: 1200, 429: 5 });
  });

  const tryJoin = (request: InjectOptions) => app.inject({ url: '/api/join/ABCDEFGH', ...request });
  const firstRefused = async (requestOf: (count: number) => InjectOptions): Promise<number> => {
    for (let count = 1; count <= 20; count++)
      if ((await tryJoin(requestOf(count))).statusCode === 429) return count;
    return Number.POSITIVE_INFINITY;
  };

  test.each<[string, (count: number) => InjectOptions, number]>([
    ['one address', () => ({ remoteAddress: '203.0.113.1' }), 16],
    [
      'one address that invents another each time, straight to us',
      (count) => ({ remoteAddress: '203.0.113.2', headers: { 'x-forwarded-for': `198.51.100.${count}` } }),
      16,
    ],
    [
      'one address that invents another each time, through our proxy',
      (count) => ({
        remoteAddress: '127.0.0.1',
        headers: { 'x-forwarded-for': `198.51.100.${count}, 203.0.113.3` },
      }),
      16,
    ],
    [
      'one address with other headers that proxies know',
      (count) => ({
        remoteAddress: '203.0.113.4',
        headers: { forwarded: `for=198.51.100.${count}`, 'x-real-ip': `198.51.100.${count}` },
      }),
      16,
    ],
    [
      'one network of IPv6 with another address each time',
      (count) => ({ remoteAddress: `2001:db8:0:7::${count.toString(16)}` }),
      16,
    ],
    [
      'twenty people behind our proxy',
      (count) => ({ remoteAddress: '127.0.0.1', headers: { 'x-forwarded-for': `192.0.2.${count}` } }),
      Number.POSITIVE_INFINITY,
    ],
  ])('a team’s code is guessed at by %s', async (_, requestOf, refused) => {
    expect(await firstRefused(requestOf)).toBe(refused);
  });
});
