import { afterEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { endpoint, list } from '#packages/http';
import { call, isRefusedWith, Refused, Unreachable } from './index.ts';

const access = { of: 'anyone' };
const pay = endpoint({
  method: 'POST',
  url: '/rooms/:room/bills/:bill',
  access,
  summary: 'Pays.',
  params: z.object({ room: z.string(), bill: z.string() }),
  body: z.object({ sum: z.number() }),
  answer: z.object({ paid: z.boolean() }),
});
const bills = list({
  url: '/bills',
  access,
  summary: 'Bills.',
  filters: { text: z.optional(z.string()) },
  orders: { name: ['name', 'id'] },
  item: z.object({ id: z.string(), name: z.string() }),
});

const asked = vi.fn<typeof fetch>();
const answering = (status: number, body: string) => {
  asked.mockImplementation(async () => new Response(body, { status }));
  vi.stubGlobal('fetch', asked);
};
afterEach(() => {
  vi.unstubAllGlobals();
  asked.mockReset();
});

describe('H12 an endpoint is called by its contract', () => {
  test('H12 its parameters, its query and its body go where they belong', async () => {
    answering(200, '{"paid":true}');
    expect(await call(pay, { params: { room: '1/12', bill: 'é?' }, body: { sum: 3 } })).toEqual({
      paid: true,
    });
    expect(asked.mock.calls[0]).toMatchObject([
      '/api/rooms/1%2F12/bills/%C3%A9%3F',
      { method: 'POST', body: '{"sum":3}', headers: { 'content-type': 'application/json' } },
    ]);
    await call(bills, { query: { text: 'a&b', limit: 3, cursor: undefined } });
    expect(asked.mock.calls[1]).toMatchObject(['/api/bills?text=a%26b&limit=3', { method: 'GET' }]);
    await call(bills);
    expect(asked.mock.calls[2]?.[0]).toBe('/api/bills');
  });

  test('H12 what has to be brought and what is answered, the compiler knows', () => {
    const compiled = () => {
      // @ts-expect-error: a bill is missing
      void call(pay, { params: { room: '1' }, body: { sum: 3 } });
      // @ts-expect-error: a sum is a number
      void call(pay, { params: { room: '1', bill: '2' }, body: { sum: '3' } });
      // @ts-expect-error: there is no such order
      void call(bills, { query: { order: 'size' } });
      // @ts-expect-error: what was told is not changed
      void call(bills).then(({ items }) => items.push({ id: '', name: '' }));
    };
    expect(compiled).toBeTypeOf('function');
  });

  test('H12 a no of the server is told from nobody answering', async () => {
    answering(404, '{"refused":"not-found"}');
    const no = await call(bills).catch((error: unknown) => error);
    expect(no).toBeInstanceOf(Refused);
    expect([isRefusedWith(no, 'not-found'), isRefusedWith(no, 'invalid')]).toEqual([true, false]);
    answering(502, '{"message":"bad gateway"}');
    await expect(call(bills)).rejects.toBeInstanceOf(Unreachable);
    answering(200, '<html>a hotel network wants a password</html>');
    await expect(call(bills)).rejects.toBeInstanceOf(Unreachable);
  });
});
