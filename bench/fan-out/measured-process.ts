import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { type Collections, watchCollections } from './collections.ts';
import { waitingOf } from './waiting.ts';

/** What a server process says about itself when it is asked. Times in milliseconds, sizes in bytes. */
export type Cost = {
  /** Processor time of all its threads. */
  readonly cpu: number;
  /** How long its main thread, which does all the work, was ready to run and had no core. */
  readonly waiting: number;
  /** The most memory of it that was ever there. */
  readonly mostResident: number;
  /** The longest that the main thread was held up by itself or by the machine, since the last question. */
  readonly heldUp: number;
  /** Since the last question. */
  readonly collections: Collections;
};

/** Its memory that is really there without garbage, and the part of it that is in use: see ../README.md. */
export type Memory = { readonly resident: number; readonly held: number };

export type Question = { readonly ask: 'cost' | 'memory' | 'stop' };

const RESOLUTION_MS = 5;

/** Answers the questions of run.ts: 'cost' with Cost, 'memory' with Memory. */
export function answerQuestions(stop: () => Promise<void>): void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const collections = watchCollections();
  process.on('message', (question: Question) => {
    void answer(question);
  });
  // Also when the bench itself was killed.
  process.once('disconnect', () => process.exit());

  async function answer({ ask }: Question): Promise<void> {
    if (ask === 'stop') {
      await stop();
      process.disconnect();
      return;
    }
    if (ask === 'memory') {
      process.send?.(await memory());
      return;
    }
    const { user, system } = process.cpuUsage();
    const cost: Cost = {
      cpu: (user + system) / 1000,
      waiting: waitingOf(process.pid) ?? 0,
      mostResident: process.resourceUsage().maxRSS * 1024,
      heldUp: Math.max(0, delay.max / 1e6 - RESOLUTION_MS),
      collections: collections(),
    };
    delay.reset();
    process.send?.(cost);
  }
}

async function memory(): Promise<Memory> {
  for (let turn = 0; turn < 3; turn++) {
    globalThis.gc?.();
    await pause(100);
  }
  // The C library's heap, in which the main thread keeps all that is not JavaScript: sockets, parsers, their buffers.
  const maps = readFileSync('/proc/self/smaps', 'utf8');
  const kB = Number(/ \[heap\]\nSize:.*\n(?:.*\n)*?Rss: +(\d+) kB\n/.exec(maps)?.[1]);
  const { rss, heapUsed } = process.memoryUsage();
  return { resident: rss, held: heapUsed + kB * 1024 };
}
