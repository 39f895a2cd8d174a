import { describe, expect, test } from 'vitest';
import { Refused, Unreachable } from '#packages/http/client';
import type { Answer } from './asking.ts';
import { ListReader, type Shown } from './list-reader.ts';

/** A list of numbers that a server gives five at a time unless told; `fails` says no to the next question. */
function given(count: number) {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const asked: object[] = [];
  let failure: Error | null = null;
  let answer: Answer<Shown<number>> = { is: 'asking' };
  const gates: (() => void)[] = [];
  let isSlow = false;
  const reader = new ListReader<number>(
    async ({ cursor, limit = 5 }) => {
      asked.push({ cursor, limit });
      if (isSlow) await new Promise<void>((resolve) => gates.push(resolve));
      if (failure) {
        const error = failure;
        failure = null;
        throw error;
      }
      const from = cursor === undefined ? 0 : Number(cursor);
      const items = numbers.slice(from, from + limit);
      return {
        items,
        total: numbers.length,
        next: from + limit < numbers.length ? String(from + limit) : null,
      };
    },
    (next) => {
      answer = next(answer);
    },
  );
  return {
    reader,
    numbers,
    asked,
    shown: () => (answer.is === 'here' ? answer.value : answer.is),
    fails: (error: Error) => {
      failure = error;
    },
    slow: () => {
      isSlow = true;
      return () => {
        for (const open of gates.splice(0)) open();
      };
    },
  };
}

describe('a list on a page', () => {
  test('is read page by page, until all of it is there', async () => {
    const { reader, shown, asked } = given(12);
    await reader.again();
    expect(shown()).toEqual({ items: [0, 1, 2, 3, 4], total: 12, hasMore: true });
    await reader.more();
    await reader.more();
    expect(shown()).toEqual({
      items: Array.from({ length: 12 }, (_, index) => index),
      total: 12,
      hasMore: false,
    });
    await reader.more();
    expect(asked).toHaveLength(3);
  });

  test('is read again as far as it was read, and not further', async () => {
    const { reader, shown, numbers } = given(30);
    await reader.again();
    await reader.more();
    numbers.unshift(99);
    await reader.again();
    expect(shown()).toEqual({ items: [99, 0, 1, 2, 3, 4, 5, 6, 7, 8], total: 31, hasMore: true });
  });

  test('is read again in parcels of a hundred where much is shown', async () => {
    const { reader, shown, asked } = given(250);
    await reader.again();
    for (let page = 0; page < 49; page++) await reader.more();
    asked.length = 0;
    await reader.again();
    expect(asked.map((one) => (one as { limit: number }).limit)).toEqual([100, 100, 50]);
    expect(shown()).toMatchObject({ total: 250, hasMore: false });
  });

  test('stays readable while nobody answers, and says no when the server does', async () => {
    const { reader, shown, fails } = given(12);
    fails(new Unreachable());
    await reader.again();
    expect(shown()).toBe('no');
    await reader.again();
    fails(new Unreachable());
    await reader.again();
    expect(shown()).toMatchObject({ total: 12 });
    fails(new Refused({ refused: 'not-found' }));
    await reader.again();
    expect(shown()).toBe('no');
  });

  test('whose next page does not come says so, and keeps what it has', async () => {
    const { reader, shown, fails } = given(12);
    await reader.again();
    fails(new Unreachable());
    await expect(reader.more()).rejects.toBeInstanceOf(Unreachable);
    expect(shown()).toMatchObject({ items: [0, 1, 2, 3, 4], hasMore: true });
  });

  test('is read anew where the server no longer knows the cursor', async () => {
    const { reader, shown, fails, asked } = given(12);
    await reader.again();
    fails(new Refused({ refused: 'invalid', detail: { field: 'cursor', code: 'unknown' } }));
    await reader.more();
    expect(shown()).toMatchObject({ items: [0, 1, 2, 3, 4] });
    expect(asked.at(-1)).toEqual({ cursor: undefined, limit: 5 });
  });

  test('loses no page that was on its way while it was read again', async () => {
    const { reader, shown } = given(12);
    await reader.again();
    await Promise.all([reader.more(), reader.again(), reader.more(), reader.again()]);
    expect(shown()).toMatchObject({ items: { length: 12 }, hasMore: false });
  });

  test('tells nothing that nobody waits for any more, and goes on when somebody does again', async () => {
    const { reader, shown, slow } = given(12);
    await reader.again();
    const open = slow();
    const left = reader.more();
    reader.stop();
    await Promise.resolve();
    open();
    await left;
    expect(shown()).toMatchObject({ items: [0, 1, 2, 3, 4] });
    const next = reader.more();
    await Promise.resolve();
    open();
    await next;
    expect(shown()).toMatchObject({ items: { length: 10 } });
  });
});
