import { Refused, Unreachable } from '#packages/http/client';
import type { Refusal } from '#packages/kernel';
import type { CommandResult } from '../wire.ts';
import type { Declined, Store, Transport, Waiting } from './ports.ts';

const MOST_AT_ONCE = 20;
/** So often in a row the server may break over one command before it is laid aside, so that the rest can go on. */
const MOST_FAULTS = 5;
const RETRY_MS = [500, 1000, 2000, 4000, 8000, 15_000];

export type Outcome = {
  /** The server's clock, when it answered. */
  readonly answered: (now: string) => void;
  readonly settled: (results: readonly CommandResult[], declined: readonly Declined[]) => void;
  readonly unreachable: () => void;
  /** A stream that nothing is taken for any more: what is meant for it stays on the device. */
  readonly shut: (stream: string, refusal: Refusal) => void;
  /** A no to this device as a whole: it stops until somebody signs in. */
  readonly barred: (refusal: Refusal) => void;
};

/**
 * Sends what waits on this device, oldest first, and takes it from there only when the server has answered.
 * Sending again is harmless: the id of a command sees to that.
 */
export class Sender {
  readonly #transport: Transport;
  readonly #store: Store;
  readonly #personId: string | null;
  readonly #outcome: Outcome;
  #running: Promise<void> | null = null;
  #again = false;
  #failures = 0;
  #retryTimer: ReturnType<typeof setTimeout> | null = null;
  #isOn = false;
  readonly #shut = new Set<string>();

  constructor(parts: { transport: Transport; store: Store; personId: string | null; outcome: Outcome }) {
    this.#transport = parts.transport;
    this.#store = parts.store;
    this.#personId = parts.personId;
    this.#outcome = parts.outcome;
  }

  /** From here on everything is tried again, also for streams that were shut before. */
  start(): void {
    this.#isOn = true;
    this.#shut.clear();
  }

  stop(): void {
    this.#isOn = false;
    this.#stopWaiting();
  }

  /** Safe to call at any time; a call during another adds a round to it. */
  flush(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#rounds();
    return this.#running;
  }

  /** What somebody else left waiting in this browser is theirs to send, when they sign in again. */
  readonly isMine = ({ personId }: Waiting): boolean => personId === this.#personId;

  async #rounds(): Promise<void> {
    try {
      while (this.#again) {
        this.#again = false;
        await this.#round();
      }
    } finally {
      // In the same breath as the last look at #again, so that no call can fall between the two.
      this.#running = null;
    }
  }

  async #round(): Promise<void> {
    this.#stopWaiting();
    while (this.#isOn) {
      const waiting = (await this.#store.waiting()).filter(
        (each) => this.isMine(each) && !this.#shut.has(each.stream),
      );
      if (waiting.length === 0) return;
      const batch = waiting.slice(0, this.#failures > 0 ? 1 : MOST_AT_ONCE);
      try {
        const sent = batch.map(({ id, stream, name, payload }) => ({ id, stream, name, payload }));
        const { now, results } = await this.#transport.send(sent);
        this.#outcome.answered(now);
        this.#failures = 0;
        await this.#settle(batch, results);
      } catch (error) {
        if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
        if (!(await this.#goesOnAfter(error, batch))) return;
      }
    }
  }

  /** After a request that failed as a whole: true when the next one may go out at once. */
  async #goesOnAfter(error: Refused | Unreachable, batch: readonly Waiting[]): Promise<boolean> {
    if (error instanceof Unreachable) this.#outcome.unreachable();
    else if (barsDevice(error.refusal)) {
      this.#outcome.barred(error.refusal);
      return false;
    } else if (batch.length === 1 && this.#isFinal(error.refusal)) {
      this.#failures = 0;
      await this.#settle(
        batch,
        batch.map(({ id }) => ({ id, ...error.refusal })),
      );
      return true;
    }
    this.#retryLater();
    return false;
  }

  /** A refusal that asking again will not change. A fault may pass; one that keeps coming back is about this command. */
  #isFinal({ refused }: Refusal): boolean {
    if (refused === 'too-often' || refused === 'unavailable') return false;
    return refused !== 'fault' || this.#failures >= MOST_FAULTS;
  }

  async #settle(batch: readonly Waiting[], results: readonly CommandResult[]): Promise<void> {
    const answered: CommandResult[] = [];
    const declined: Declined[] = [];
    for (const waiting of batch) {
      const result = results.find(({ id }) => id === waiting.id);
      if (!result) continue;
      if (!('refused' in result)) answered.push(result);
      else {
        const { id: _, ...refusal } = result;
        if (refusal.refused === 'not-found') {
          this.#shut.add(waiting.stream);
          this.#outcome.shut(waiting.stream, refusal);
          continue;
        }
        answered.push(result);
        declined.push({ ...waiting, refusal });
      }
    }
    await this.#store.settle(
      answered.map(({ id }) => id),
      declined,
    );
    this.#outcome.settled(answered, declined);
  }

  #retryLater(): void {
    const wait = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)] ?? 1000;
    this.#failures += 1;
    // Not all devices of a school at the same moment, when its network comes back.
    this.#retryTimer = setTimeout(() => void this.flush(), wait * (0.75 + Math.random() / 2));
  }

  #stopWaiting(): void {
    if (this.#retryTimer) clearTimeout(this.#retryTimer);
    this.#retryTimer = null;
  }
}

/** Signed out: nothing of this device is taken any more. */
const barsDevice = ({ refused }: Refusal): boolean => refused === 'sign-in-first';
