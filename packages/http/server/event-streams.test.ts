import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { EventStreams } from './event-streams.ts';

const PERIOD = 20;

function eventStreams() {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const streams = new EventStreams();
  onTestFinished(() => {
    streams.closeAll();
    vi.useRealTimers();
  });
  const open = async () => {
    const response = new ServerResponse(new IncomingMessage(new Socket()));
    const written = vi.spyOn(response, 'write');
    await streams.serve(response, {}, '203.0.113.5', { stream: async () => () => {} });
    const pings = () =>
      written.mock.calls.filter(([bytes]) => String(bytes).startsWith('event: ping')).length;
    return { pings, hasEnded: () => response.writableEnded, leave: () => response.emit('close') };
  };
  const openMany = (count: number) => Promise.all(Array.from({ length: count }, open));
  return { streams, openMany };
}

type Opened = Awaited<ReturnType<ReturnType<typeof eventStreams>['openMany']>>;

/** How many pings went out in each of the next seconds. */
function heartbeats(opened: Opened, seconds: number): number[] {
  const all = () => opened.reduce((sum, { pings }) => sum + pings(), 0);
  return Array.from({ length: seconds }, () => {
    const before = all();
    vi.advanceTimersByTime(1000);
    return all() - before;
  });
}

test.each([1, 19, 20, 45, 400])(
  'of %i streams each hears one ping in 20 seconds, a twentieth of them in each',
  async (count) => {
    const opened = await eventStreams().openMany(count);
    for (const turn of [1, 2, 3]) {
      const perSecond = heartbeats(opened, PERIOD);
      expect(opened.map(({ pings }) => pings())).toEqual(opened.map(() => turn));
      expect(Math.max(...perSecond)).toBeLessThanOrEqual(count / PERIOD + 1);
    }
  },
);

test('whoever comes takes the place of whoever left: the seconds stay even, and nobody waits longer than 20 of them', async () => {
  const { openMany } = eventStreams();
  const first = await openMany(200);
  heartbeats(first, 7);
  // All of nine of the seconds.
  const isGone = (index: number) => index % PERIOD < 9;
  const gone = first.filter((_, index) => isGone(index));
  const stayed = first.filter((_, index) => !isGone(index));
  for (const { leave } of gone) leave();
  const heardBefore = gone.map(({ pings }) => pings());
  const opened = [...stayed, ...(await openMany(gone.length))];
  const before = opened.map(({ pings }) => pings());
  const perSecond = heartbeats(opened, PERIOD);
  expect(opened.map(({ pings }, index) => pings() - (before[index] ?? 0))).toEqual(opened.map(() => 1));
  expect(Math.max(...perSecond)).toBeLessThanOrEqual(opened.length / PERIOD + 1);
  expect(gone.map(({ pings }) => pings())).toEqual(heardBefore);
});

test('at the end every stream ends, and the heartbeat with them', async () => {
  const { streams, openMany } = eventStreams();
  const opened = await openMany(40);
  streams.closeAll();
  expect(opened.map(({ hasEnded }) => hasEnded())).toEqual(opened.map(() => true));
  expect(vi.getTimerCount()).toBe(0);
});
