import { setTimeout as pause } from 'node:timers/promises';

/** What a server process says about itself when it is asked. Times in milliseconds of processor, sizes in bytes. */
export type Cost = { readonly cpu: number; readonly rss: number; readonly heap: number };

export type Question = { readonly ask: 'cost' | 'memory' | 'stop' };

/** Answers the questions of run.ts. 'memory' first throws away what is no longer in use, so that two answers compare. */
export function answerQuestions(stop: () => Promise<void>): void {
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
    process.send?.({ cpu: (user + system) / 1000, rss, heap: heapUsed + external } satisfies Cost);
  }
}
