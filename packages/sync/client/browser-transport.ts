import { ask, Refused } from '#packages/http/client';
import { snapshotsAt } from '../stream.ts';
import type { Closed, CommandResult, NewsOf, Snapshot } from '../wire.ts';
import type { Addressed, Cursors, Following, News, Transport } from './ports.ts';

/** Without word from the server for this long (it sends something every 20 s), the connection is taken for dead. */
const SILENCE_MS = 45_000;
/** A stream that has said nothing for this long after opening is being held back on the way: ask in turns instead. */
const HELD_BACK_MS = 6_000;
/** The first time after a connection was lost; twice as long each time that nobody answers, up to the longest. */
const RETRY_MS = 1_500;
const LONGEST_RETRY_MS = 12_000;
const POLL_SECONDS = 20;
/** Pages that open together want their streams together. */
const GATHER_MS = 30;

/** The wire of docs/protocol.md in a browser. */
export const browserTransport: Transport = {
  snapshots: (refs) => ask<{ now: string; streams: (Snapshot | Closed)[] }>('GET', snapshotsAt(refs)),
  send: (commands: readonly Addressed[]) =>
    ask<{ now: string; results: CommandResult[] }>('POST', '/commands', { commands }),
  follow: (cursors, news) => new Follower(cursors, news),
};

const eventNames = ['hello', 'change', 'presence', 'reset', 'closed'] as const;

/** Server-sent events; long polling from the moment that a stream turns out to be held back. */
class Follower implements Following {
  readonly #cursors: () => Cursors;
  readonly #news: News;
  #source: EventSource | null = null;
  #watchdog: ReturnType<typeof setTimeout> | null = null;
  #gathering: ReturnType<typeof setTimeout> | null = null;
  #closed = false;
  #polling = false;
  /** In vain, one after the other: a server that comes back must not be met by everybody in the same second. */
  #tries = 0;
  readonly #back = () => this.again();

  constructor(cursors: () => Cursors, news: News) {
    this.#cursors = cursors;
    this.#news = news;
    addEventListener('online', this.#back);
    addEventListener('offline', this.#away);
    this.#open();
  }

  close(): void {
    this.#closed = true;
    removeEventListener('online', this.#back);
    removeEventListener('offline', this.#away);
    if (this.#gathering) clearTimeout(this.#gathering);
    this.#shut();
  }

  again(): void {
    this.#gathering ??= setTimeout(() => {
      this.#gathering = null;
      this.#reopen();
    }, GATHER_MS);
  }

  readonly #away = () => this.#news.lost();

  #reopen(): void {
    if (this.#closed || this.#polling) return;
    this.#shut();
    this.#open();
  }

  #shut(): void {
    if (this.#watchdog) clearTimeout(this.#watchdog);
    this.#source?.close();
    this.#source = null;
  }

  #open(): void {
    const cursors = this.#cursors();
    // Nothing is known yet: whoever finds out says `again`.
    if (cursors.size === 0) return;
    const source = new EventSource(`/api/follow?from=${textOf(cursors)}`);
    this.#source = source;
    let greeted = false;
    const alive = () => this.#watch(SILENCE_MS, () => this.#silent());
    this.#watch(HELD_BACK_MS, () => void this.#heldBack());
    for (const name of eventNames)
      source.addEventListener(name, (event) => {
        alive();
        greeted = true;
        this.#tries = 0;
        this.#news.event(name, JSON.parse((event as MessageEvent<string>).data) as never);
      });
    source.addEventListener('ping', alive);
    source.addEventListener('error', () => {
      // The browser would come back with the numbers that it began with.
      this.#shut();
      this.#news.lost();
      if (greeted) this.#retry();
      else void this.#explain();
    });
  }

  #watch(ms: number, then: () => void): void {
    if (this.#watchdog) clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(then, ms);
  }

  #retry(): void {
    const ms = Math.min(LONGEST_RETRY_MS, RETRY_MS * 2 ** this.#tries);
    this.#tries += 1;
    this.#watch(ms * (0.5 + Math.random()), () => this.#reopen());
  }

  #silent(): void {
    this.#news.lost();
    this.#reopen();
  }

  /** A connection that never came about: asking once says why. */
  async #explain(): Promise<void> {
    try {
      await this.#poll(0);
    } catch (error) {
      if (isBarred(error)) return this.#news.barred(error.refusal);
    }
    if (!this.#closed) this.#retry();
  }

  async #heldBack(): Promise<void> {
    this.#shut();
    try {
      await this.#poll(0);
    } catch {
      // Not held back but gone: the stream is tried again.
      this.#news.lost();
      if (!this.#closed) this.#retry();
      return;
    }
    this.#polling = true;
    while (!this.#closed) {
      try {
        await this.#poll(POLL_SECONDS);
      } catch (error) {
        if (isBarred(error)) return this.#news.barred(error.refusal);
        this.#news.lost();
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  async #poll(wait: number): Promise<void> {
    const { now, streams } = await ask<{ now: string; streams: NewsOf[] }>(
      'GET',
      `/changes?from=${textOf(this.#cursors())}&wait=${wait}`,
      undefined,
      (wait + 15) * 1000,
    );
    if (this.#closed) return;
    for (const polled of streams) tellPolled(this.#news, polled, now);
  }
}

/** What a turn of asking says, as the events that would have said it. */
function tellPolled({ event }: News, polled: NewsOf, now: string): void {
  const { stream } = polled;
  if ('refused' in polled) {
    event('closed', polled);
    return;
  }
  const { version, seq, presence, entries } = polled;
  event('hello', { stream, version, seq, now });
  if (presence) event('presence', { stream, ...presence });
  if (entries === 'reset') event('reset', { stream });
  else for (const entry of entries) event('change', { stream, ...entry });
}

const textOf = (cursors: Cursors): string => [...cursors].map(([room, seq]) => `${room}@${seq}`).join(',');

const isBarred = (error: unknown): error is Refused =>
  error instanceof Refused && error.refusal.refused === 'sign-in-first';
