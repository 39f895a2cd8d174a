import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

/** What a server process says about itself when it is asked. Times in milliseconds of processor, sizes in bytes. */
export type Cost = {
  readonly cpu: number;
  readonly rss: number;
  readonly heap: number;
  /** Milliseconds that its one thread was held up by itself or by the machine, since the last question. */
  readonly heldUp: { readonly p99: number; readonly max: number };
};

export type Question = { readonly ask: 'cost' | 'memory' | 'stop' };

const RESOLUTION_MS = 5;

/** Answers the questions of run.ts. 'memory' first throws away what is no longer in use, so that two answers compare. */
export function answerQuestions(stop: () => Promise<void>): void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  process.on('message', (question: Question) => {
    void answer(question);
  });

  async function answer({ ask }: Question): Promise<void> {
    if (ask === 'stop') {
      await stop();
      process.disconnect();
      return;
    }
    if (ask === 'memory') {
      for (let turn = 0; turn < 3; turn++) {
        globalThis.gc?.();
        await pause(100);
      }
    }
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed, external } = process.memoryUsage();
    const ms = (nanoseconds: number) => Math.max(0, Math.round(nanoseconds / 1e4) / 100 - RESOLUTION_MS);
    const heldUp = { p99: ms(delay.percentile(99)), max: ms(delay.max) };
    delay.reset();
    process.send?.({ cpu: (user + system) / 1000, rss, heap: heapUsed + external, heldUp } satisfies Cost);
  }
}
