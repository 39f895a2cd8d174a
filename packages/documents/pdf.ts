import { Worker } from 'node:worker_threads';
import type { Outcome, Work } from './pdf-worker.ts';

/** No PDF can be made here and now; the rest of the product goes on (D9). */
export class NoPdf extends Error {}

const PATIENCE_MS = 20_000;
const MOST_WAITING = 50;

let worker: Worker | null = null;
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * A document set in type (D6-D9). `template` is Typst source of our own, which reads `json("/data.json")`. They are set one
 * after the other in one thread beside the server, which answers other requests meanwhile.
 */
export function pdf(template: string, data: unknown): Promise<Buffer> {
  if (waiting >= MOST_WAITING) return Promise.reject(new NoPdf('too many are waiting'));
  waiting += 1;
  const mine = last.then(() => setInType({ template, data }));
  last = mine
    .catch(() => undefined)
    .finally(() => {
      waiting -= 1;
    });
  return mine;
}

async function setInType(work: Work): Promise<Buffer> {
  worker ??= new Worker(new URL('./pdf-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 128 },
  });
  const present = worker;
  // It keeps no process alive that has nothing else to do.
  present.unref();
  try {
    const outcome = await answerOf(present, work);
    if ('fault' in outcome) throw new Error(outcome.fault);
    return Buffer.from(outcome.pdf);
  } catch (fault) {
    // Whatever state it is in: the next document gets a new one.
    worker = null;
    // Not waited for: type that is being set can only be stopped when it is done.
    void present.terminate();
    throw fault;
  }
}

function answerOf(present: Worker, work: Work): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const no = (why: string) => () => settle(() => reject(new NoPdf(why)));
    const late = setTimeout(no('it took too long'), PATIENCE_MS);
    const onMessage = (outcome: Outcome) => settle(() => resolve(outcome));
    const onError = (fault: unknown) => no(String(fault))();
    const onExit = no('its thread ended');
    const settle = (then: () => void) => {
      clearTimeout(late);
      present.off('message', onMessage).off('error', onError).off('exit', onExit);
      then();
    };
    present.on('message', onMessage).on('error', onError).on('exit', onExit);
    present.postMessage(work);
  });
}
