import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';
import { endpoint, eventStream } from '#packages/http';
import { implement } from './index.ts';
import { anyone, serve } from './served.fixture.ts';

const COUNT = 200;
/** Of JavaScript, both ends of the connection in this process: 9.3 when this was written; a busy machine changes nothing of it. */
const MOST_KB = 20;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes of JavaScript that are still held when all that can go has gone. */
async function held(): Promise<number> {
  for (let turn = 0; turn < 3; turn++) {
    collect();
    await pause(20);
  }
  return process.memoryUsage().heapUsed;
}

test('H14 an open stream holds little: whatever else stays open with it, thousands of people have one', async () => {
  const news = endpoint({
    method: 'GET',
    url: '/news',
    access: anyone,
    summary: 'Tells.',
    answer: eventStream,
  });
  let open = 0;
  const { app } = await serve([
    implement(news)(async () => ({
      stream: async () => {
        open += 1;
        return () => {};
      },
    })),
  ]);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const sockets: Socket[] = [];
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  const openOthers = async (count: number) => {
    const wanted = open + count;
    for (let left = count; left > 0; left--) {
      const socket = connect({ port, host: '127.0.0.1' });
      socket.resume().write('GET /api/news HTTP/1.1\r\nhost: hotel.example\r\n\r\n');
      sockets.push(socket);
    }
    while (open < wanted) await pause(5);
  };
  // What the first of them bring is there for all.
  await openOthers(20);
  const before = await held();
  await openOthers(COUNT);
  const perStream = ((await held()) - before) / COUNT / 1000;
  expect(perStream).toBeGreaterThan(1);
  expect(perStream).toBeLessThan(MOST_KB);
});
