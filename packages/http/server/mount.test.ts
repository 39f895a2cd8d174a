import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { type Access, endpoint, eventStream, file, list } from '#packages/http';
import { refuse } from '#packages/kernel';
import { accessKind, implement, implementWithin } from './index.ts';
import { ada, anyone, bo, inRoom, kinds, school, serve } from './served.fixture.ts';

const notFound = { status: 404, answer: { refused: 'not-found' } };
const roomParams = z.object({ room: z.string().check(z.maxLength(10)) });

const hello = endpoint({
  method: 'GET',
  url: '/hello',
  access: anyone,
  summary: 'Greets.',
  answer: z.object({ hello: z.string() }),
});

const minibar = endpoint({
  method: 'POST',
  url: '/rooms/:room/minibar',
  access: inRoom(1),
  summary: 'Takes something.',
  params: roomParams,
  query: z.object({ times: z._default(z.coerce.number().check(z.int(), z.minimum(1)), 1) }),
  body: z.object({ drink: z.string().check(z.minLength(1)) }),
  answer: z.object({ by: z.string(), room: z.string(), drink: z.string(), times: z.int() }),
});
const served = implement(minibar)(async ({ guest, room, body, query }) => ({
  by: guest.name,
  room,
  ...body,
  ...query,
}));

describe('H1 a contract that is not whole stops the start', () => {
  const planted = (change: object) => implement({ ...minibar, ...change })(async () => refuse('not-found'));

  test.each([
    ['no access at all', { access: undefined }, 'POST /rooms/:room/minibar does not say who may come in'],
    ['a kind that nobody contributed', { access: { of: 'everybody' } }, 'does not say who may come in'],
    ['what every object has by nature', { access: { of: 'constructor' } }, 'does not say who may come in'],
    ['an address without the thing', { url: '/minibar', params: undefined }, 'has no :room in its address'],
    ['a parameter that is not checked', { url: '/rooms/:room/:shelf' }, 'other parameters in its address'],
    [
      'a check of what is not there',
      { params: z.object({ room: z.string(), x: z.string() }) },
      'other parameters',
    ],
  ])('H1 %s', async (_, change, says) => {
    await expect(serve([planted(change)])).rejects.toThrow(says);
  });

  test('H1 a list that goes up and down at once', async () => {
    const item = z.object({ name: z.string(), at: z.string() });
    const both = list({ url: '/l', access: anyone, summary: '.', item, orders: { odd: ['name', '-at'] } });
    await expect(serve([implement(both)(async () => refuse('not-found'))])).rejects.toThrow(
      'goes both up and down',
    );
  });

  test('H1 one address twice, or two kinds by one name', async () => {
    await expect(serve([served, served])).rejects.toThrow(/already declared/);
    await expect(serve([served], { accessKinds: [...kinds, ...kinds] })).rejects.toThrow(
      'two kinds of access are called anyone',
    );
  });
});

describe('H2 what somebody may not know of is not there', () => {
  const at = (room: string, headers: Record<string, string>) => ({
    method: 'POST' as const,
    url: `/api/rooms/${room}/minibar`,
    headers: { 'content-type': 'application/json', ...headers },
    payload: '{"drink":"water"}',
  });

  test('H2 whoever has the key comes in, and is told who they are', async () => {
    const { hear } = await serve([served]);
    expect(await hear(at('1-12', ada))).toEqual({
      status: 200,
      answer: { by: 'Ada', room: '1-12', drink: 'water', times: 1 },
    });
  });

  test('H2 no key, no such room, no room at all and another floor are one answer; the body is not read for it', async () => {
    const { hear } = await serve([served]);
    for (const room of ['1-13', '9-99', '2-20', 'x'.repeat(50), '%00'])
      expect(await hear(at(room, ada)), room).toEqual(notFound);
    expect(await hear(at('1-12', bo))).toEqual(notFound);
    expect(await hear({ ...at('1-12', bo), payload: 'no json at all' })).toEqual(notFound);
  });

  test('H2 whoever is nobody is asked to sign in, at every address alike', async () => {
    const { hear } = await serve([served]);
    for (const room of ['1-12', '9-99', 'x'.repeat(50)])
      expect(await hear(at(room, {})), room).toEqual({ status: 401, answer: { refused: 'sign-in-first' } });
  });

  test('H2 from another website nothing is changed', async () => {
    const { hear } = await serve([served]);
    const from = (origin: string) => hear(at('1-12', { ...ada, origin }));
    expect((await from('https://elsewhere.example')).answer).toEqual({ refused: 'wrong-origin' });
    expect((await from('https://hotel.example')).status).toBe(200);
  });
});

test('H3 another feature brings a kind of access of its own', async () => {
  const asCook: Access<{ readonly dish: string }> & { readonly of: 'kitchen' } = { of: 'kitchen' };
  const kitchen = accessKind<{ name: string }, typeof asCook>({
    of: 'kitchen',
    find: ({ actor }) => (actor.name === 'Bo' ? { dish: 'soup' } : null),
    context: () => ({ scope: 'clock' }),
  });
  const menu = endpoint({
    method: 'GET',
    url: '/menu',
    access: asCook,
    summary: 'What there is.',
    answer: z.object({ dish: z.string() }),
  });
  const { hear } = await serve([implement(menu)(async ({ dish }) => ({ dish }))], {
    accessKinds: [...kinds, kitchen],
  });
  expect(await hear({ url: '/api/menu', headers: bo })).toEqual({ status: 200, answer: { dish: 'soup' } });
  expect(await hear({ url: '/api/menu', headers: ada })).toEqual(notFound);
});

describe('H4 what was brought is checked, and the fault is named', () => {
  const send = (query: string, payload: string | object) => ({
    method: 'POST' as const,
    url: `/api/rooms/1-12/minibar${query}`,
    headers: { 'content-type': 'application/json', ...ada },
    payload,
  });

  test.each([
    ['a query', '?times=0', { drink: 'water' }, { field: 'times', code: 'too_small' }],
    ['a query that is no number', '?times=x', { drink: 'water' }, { field: 'times', code: 'invalid_type' }],
    ['a body', '', { drink: '' }, { field: 'drink', code: 'too_small' }],
    ['a body without it', '', {}, { field: 'drink', code: 'invalid_type' }],
    ['a body that is no JSON', '', '{', { field: '', code: 'unreadable' }],
    ['an empty body', '', '', { field: '', code: 'empty' }],
  ])('H4 %s', async (_, query, payload, detail) => {
    const { hear } = await serve([served]);
    expect(await hear(send(query, payload))).toEqual({ status: 400, answer: { refused: 'invalid', detail } });
  });

  test('H4 what nobody asked for is left behind', async () => {
    const { hear } = await serve([served]);
    const { answer } = await hear(send('?times=2&more=1', { drink: 'water', glass: true }));
    expect(answer).toEqual({ by: 'Ada', room: '1-12', drink: 'water', times: 2 });
  });

  test('H4 so many items in a minute, whoever brings them', async () => {
    const counted = endpoint({
      ...minibar,
      body: z.object({ drinks: z.array(z.string()) }),
      answer: z.object({ drinks: z.int() }),
      itemsPerMinute: { most: 5, count: ({ drinks }) => drinks.length },
    });
    const { hear } = await serve([implement(counted)(async ({ body }) => ({ drinks: body.drinks.length }))]);
    const statuses = [];
    for (let round = 0; round < 2; round++)
      statuses.push((await hear(send('', { drinks: ['a', 'b', 'c'] }))).status);
    expect(statuses).toEqual([200, 429]);
  });
});

describe('H5 an answer is what the contract promises', () => {
  const answers = (told: object, options = {}) =>
    serve([implement(hello)(async () => told as { hello: string })], options);

  test.each([
    ['less', {}],
    ['something else', { hello: 7 }],
    ['more', { hello: 'you', secret: 'of somebody else' }],
  ])('H5 one that tells %s is a fault, and says so in the log', async (_, told) => {
    const { hear, log } = await answers(told);
    expect(await hear({ url: '/api/hello' })).toMatchObject({ status: 500, answer: { refused: 'fault' } });
    expect(log.join('')).toContain('GET /hello does not answer as it promises');
  });

  test('H5 what is not answered as promised does not compile', () => {
    const compiled = () => [
      // @ts-expect-error: a greeting is a text
      implement(hello)(async () => ({ hello: 7 })),
      // @ts-expect-error: something is missing
      implement(minibar)(async ({ guest, room }) => ({ by: guest.name, room })),
      // @ts-expect-error: nobody is in a room here
      implement(hello)(async ({ room }) => ({ hello: String(room) })),
      // @ts-expect-error: this is no list
      implementWithin(hello)(async ({ sql, page }) => page(sql, sql``)),
      implement(hello)(async ({ guest }) => ({ hello: guest?.name ?? 'stranger' })),
    ];
    expect(compiled).toBeTypeOf('function');
  });

  test('H5 outside tests the compiler has to do', async () => {
    const { hear } = await answers({ hello: 'you', more: 1 }, { checksAnswers: false });
    expect((await hear({ url: '/api/hello' })).status).toBe(200);
  });
});

describe('H6 the database works for whom the access says', () => {
  const name = 'Hotel De Linde';
  const put = (outcome: object) =>
    implementWithin({ ...minibar, answer: z.object({ done: z.boolean() }) })(async ({ sql }) => {
      await sql`insert into school (id, name, sector) values (${school}, ${name}, 'po')`;
      return outcome as { done: boolean };
    });
  const request = {
    method: 'POST' as const,
    url: '/api/rooms/1-12/minibar',
    headers: ada,
    payload: { drink: 'water' },
  };
  const found = (database: Awaited<ReturnType<typeof serve>>['database']) =>
    database.within({ scope: 'school', school, person: null }, (sql) => sql`select name from school`);

  test('H6 its rows are there, and what is done is done', async () => {
    const { hear, database } = await serve([put({ done: true })]);
    expect((await hear(request)).answer).toEqual({ done: true });
    expect(await found(database)).toEqual([{ name }]);
  });

  test('H6 what ends in a refusal leaves nothing behind', async () => {
    const { hear, database } = await serve([put(refuse('hotel.full'))]);
    expect(await hear(request)).toEqual({ status: 422, answer: { refused: 'hotel.full' } });
    expect(await found(database)).toEqual([]);
  });

  test('H6 what breaks leaves nothing behind either', async () => {
    const breaking = implement(minibar)(async ({ within }) => {
      await within(async (sql) => {
        await sql`insert into school (id, name, sector) values (${school}, ${name}, 'po')`;
        throw new Error('the lift is stuck');
      });
      return refuse('not-found');
    });
    const { hear, database } = await serve([breaking]);
    expect((await hear(request)).status).toBe(500);
    expect(await found(database)).toEqual([]);
  });

  test('H6 every kind has its own context', async () => {
    const scope = endpoint({ ...hello, url: '/scope', answer: z.object({ scope: z.string() }) });
    const { hear } = await serve([
      implementWithin(scope)(async ({ sql }) => {
        const [row] = await sql<{ scope: string }[]>`select current_setting('app.scope') as scope`;
        return { scope: row?.scope ?? '' };
      }),
    ]);
    expect((await hear({ url: '/api/scope' })).answer).toEqual({ scope: 'sign-in' });
  });
});

test('H7 a cookie goes out with an answer, and not with a refusal', async () => {
  const giving = (outcome: { hello: string } | { refused: string }) =>
    implement(hello)(async ({ setCookie }) => {
      setCookie({ name: 'biscuit', value: 'x', maxAge: 60 });
      return outcome;
    });
  const cookieOf = async (outcome: { hello: string } | { refused: string }) =>
    (await (await serve([giving(outcome)])).app.inject({ url: '/api/hello' })).headers['set-cookie'];
  expect(await cookieOf({ hello: 'you' })).toBe(
    'biscuit=x; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax',
  );
  expect(await cookieOf(refuse('hotel.full'))).toBeUndefined();
});

describe('H8 a file is kept, never opened', () => {
  const bill = endpoint({
    method: 'GET',
    url: '/bill',
    access: anyone,
    summary: 'The bill.',
    answer: file('text/csv', 'text/html'),
  });

  test('H8 with its name, whatever is in it, and no script of it runs', async () => {
    const { app } = await serve([
      implement(bill)(async () => ({
        type: 'text/html',
        name: `rekening "één"; (v2)'.html`,
        content: '<script>alert(1)</script>',
      })),
    ]);
    const { headers, payload } = await app.inject({ url: '/api/bill' });
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': `attachment; filename*=UTF-8''rekening%20%22%C3%A9%C3%A9n%22%3B%20%28v2%29%27.html`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(payload).toBe('<script>alert(1)</script>');
  });

  test('H8 as it comes, and refused like anything else', async () => {
    const { Readable } = await import('node:stream');
    const { app } = await serve([
      implement(bill)(async ({ userAgent }) =>
        userAgent === 'poor'
          ? refuse('hotel.full')
          : { type: 'text/csv', name: 'bill.csv', content: Readable.from(['a,b\n', '1,2\n']) },
      ),
    ]);
    expect((await app.inject({ url: '/api/bill' })).payload).toBe('a,b\n1,2\n');
    const refused = await app.inject({ url: '/api/bill', headers: { 'user-agent': 'poor' } });
    expect([refused.statusCode, refused.json()]).toEqual([422, { refused: 'hotel.full' }]);
    expect(refused.headers).not.toHaveProperty('content-disposition');
  });
});

test('H9 a stream stays open and is closed by whoever has gone', async () => {
  const bell = endpoint({
    method: 'GET',
    url: '/bell',
    access: anyone,
    summary: 'Rings.',
    answer: eventStream,
  });
  const gone = Promise.withResolvers<void>();
  const { app } = await serve([
    implement(bell)(async () => ({
      stream: async ({ send }) => {
        send(Buffer.from('event: ring\ndata: {}\n\n'));
        return gone.resolve;
      },
    })),
  ]);
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const leaving = new AbortController();
  const { headers, body } = await fetch(`${address}/api/bell`, { signal: leaving.signal });
  expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  let heard = '';
  for await (const part of body ?? []) {
    heard += new TextDecoder().decode(part);
    if (heard.includes('event: ring')) break;
  }
  leaving.abort();
  await gone.promise;
});
