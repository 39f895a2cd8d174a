import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { type AnswerOf, list } from '#packages/http';
import { implementWithin } from './index.ts';
import { ada, inRoom, type Served, serve } from './served.fixture.ts';

/** A list of guests: many of the same name, and moments closer together than a millisecond. */
const guest = z.object({ id: z.int(), name: z.string(), at: z.iso.datetime() });
const guests = list({
  url: '/rooms/:room/guests',
  access: inRoom(1),
  summary: 'Who was here.',
  params: z.object({ room: z.string() }),
  filters: { name: z._default(z.nullable(z.string()), null) },
  orders: { name: ['name', 'id'], newest: ['-at', '-id'] },
  item: guest,
});
/** The same in everything but its address. */
const visitors = { ...guests, url: '/rooms/:room/visitors' };
type Page = AnswerOf<typeof guests>;

const COUNT = 137;
const served = (extra: () => readonly number[] = () => []) => [
  implementWithin(guests)(({ sql, page, query }) =>
    page(
      sql,
      sql`
        select n as id, (array['Ada', 'Bo', 'ë, "x"'])[n % 3 + 1] as name,
          timestamptz '2026-11-30 12:00:00Z' + n / 4 * interval '1 microsecond' as at
        from (select generate_series(1, ${COUNT}::int) as n union all select unnest(${extra() as number[]}::int[])) as numbers
        where ${query.name}::text is null or (array['Ada', 'Bo', 'ë, "x"'])[n % 3 + 1] = ${query.name}`,
    ),
  ),
  implementWithin(visitors)(({ sql, page }) =>
    page(sql, sql`select 1 as id, 'Ada' as name, app_now() as at where false`),
  ),
];

const ask = async ({ hear }: Served, query: Record<string, string | number>, room = '1-12') =>
  hear({ url: `/api/rooms/${room}/guests`, query: query as Record<string, string>, headers: ada });

/** Everything, page by page. */
async function readAll(house: Served, query: Record<string, string | number>): Promise<Page['items']> {
  const items: Page['items'][number][] = [];
  let cursor: string | null = null;
  do {
    const { status, answer } = await ask(house, { ...query, ...(cursor ? { cursor } : {}) });
    expect(status).toBe(200);
    const page = answer as Page;
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
}

describe('H10 a list is read from page to page', () => {
  test('H10 everything once and in order, whatever the size of a page', async () => {
    const house = await serve(served());
    const byName = await readAll(house, { limit: 100 });
    expect(byName).toHaveLength(COUNT);
    expect(new Set(byName.map(({ id }) => id)).size).toBe(COUNT);
    expect(byName.map(({ name }) => name)).toEqual(
      [...byName.map(({ name }) => name)].sort((a, b) => a.localeCompare(b)),
    );
    const newest = await readAll(house, { order: 'newest', limit: 100 });
    expect(newest.map(({ id }) => id)).toEqual(Array.from({ length: COUNT }, (_, index) => COUNT - index));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 100 }), fc.boolean(), async (limit, isNewest) => {
        const items = await readAll(house, { limit, order: isNewest ? 'newest' : 'name' });
        expect(items).toEqual(isNewest ? newest : byName);
      }),
      { numRuns: 12 },
    );
  });

  test('H10 without a word it is the first order, fifty at a time, and says how many there are', async () => {
    const { answer } = await ask(await serve(served()), {});
    const { items, next, total } = answer as Page;
    expect([items.length, items[0]?.name, typeof next, total]).toEqual([50, 'Ada', 'string', COUNT]);
  });

  test('H10 what comes in between pushes nothing away and is not missed after it', async () => {
    let isLate = false;
    const house = await serve(served(() => (isLate ? [200] : [])));
    const first = (await ask(house, { order: 'newest', limit: 10 })).answer as Page;
    isLate = true;
    const second = (await ask(house, { order: 'newest', limit: 10, cursor: first.next ?? '' }))
      .answer as Page;
    expect(second.items[0]?.id).toBe(COUNT - 10);
    expect(second.total).toBe(COUNT + 1);
  });

  test('H10 a filter holds on every page, and counts', async () => {
    const house = await serve(served());
    const items = await readAll(house, { name: 'Bo', limit: 7 });
    expect(new Set(items.map(({ name }) => name))).toEqual(new Set(['Bo']));
    const { total } = (await ask(house, { name: 'Bo' })).answer as Page;
    expect(items).toHaveLength(total);
    expect((await ask(house, { name: 'Nobody' })).answer).toEqual({ items: [], next: null, total: 0 });
  });

  test.each([
    ['more than a hundred', { limit: 101 }, 'limit'],
    ['none', { limit: 0 }, 'limit'],
    ['half an item', { limit: 1.5 }, 'limit'],
    ['an order that it does not have', { order: 'oldest' }, 'order'],
  ])('H10 %s is refused', async (_, query, field) => {
    expect(await ask(await serve(served()), query)).toMatchObject({
      status: 400,
      answer: { refused: 'invalid', detail: { field } },
    });
  });
});

describe('H11 a cursor is for the list that gave it', () => {
  const refused = {
    status: 400,
    answer: { refused: 'invalid', detail: { field: 'cursor', code: 'unknown' } },
  };
  const cursorOf = async (house: Served, query = {}, room = '1-12'): Promise<string> =>
    ((await ask(house, { ...query, limit: 5 }, room)).answer as Page).next ?? '';

  test('H11 another order, another filter, another thing and another list refuse it', async () => {
    const house = await serve(served());
    const cursor = await cursorOf(house);
    expect((await ask(house, { cursor })).status).toBe(200);
    expect(await ask(house, { cursor, order: 'newest' })).toEqual(refused);
    expect(await ask(house, { cursor, name: 'Bo' })).toEqual(refused);
    const url = '/api/rooms/1-12/visitors';
    expect((await house.hear({ url, headers: ada })).status).toBe(200);
    expect(await house.hear({ url, query: { cursor }, headers: ada })).toEqual(refused);
    const elsewhere = await serve([
      implementWithin({ ...guests, access: inRoom(2) })(({ sql, page }) =>
        page(sql, sql`select 1 as id, 'Ada' as name, app_now() as at`),
      ),
    ]);
    expect(await ask(elsewhere, { cursor }, '2-20')).toEqual(refused);
  });

  test('H11 another page size may follow', async () => {
    const house = await serve(served());
    const cursor = await cursorOf(house);
    expect(((await ask(house, { cursor, limit: 3 })).answer as Page).items).toHaveLength(3);
  });

  test('H11 nothing that was not sealed here comes near the database', async () => {
    const house = await serve(served());
    const cursor = await cursorOf(house);
    const [text = '', mark = ''] = cursor.split('.');
    const forged = Buffer.from(JSON.stringify(["'; drop table person; --", 'x'])).toString('base64url');
    for (const wrong of [
      '',
      'x',
      '.',
      text,
      `.${mark}`,
      `${text}.`,
      `${forged}.${mark}`,
      `${text}.${mark}x`,
      `${text}x.${mark}`,
    ])
      expect([wrong, await ask(house, { cursor: wrong })]).toEqual([wrong, refused]);
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 200 }), async (garbage) => {
        expect(await ask(house, { cursor: garbage })).toEqual(refused);
      }),
      { numRuns: 30 },
    );
    const otherServer = await serve(served(), { secret: 'another secret, of more than 32 characters' });
    expect(await ask(otherServer, { cursor })).toEqual(refused);
  });

  test('H11 one server’s cursor is good on the next', async () => {
    const cursor = await cursorOf(await serve(served()));
    expect((await ask(await serve(served()), { cursor })).status).toBe(200);
  });
});
