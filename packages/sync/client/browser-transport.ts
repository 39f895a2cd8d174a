import { ask, Refused } from '#packages/http/client';
import type { CommandMessage, CommandResult, LogEntry, Snapshot } from '../stream.ts';
import type { News, Transport } from './ports.ts';

/** Without word from the server for this long (it sends something every 20 s), the connection is taken for dead. */
const SILENCE_MS = 45_000;
/** A stream that has said nothing for this long after opening is being held back on the way: ask in turns instead. */
const HELD_BACK_MS = 6_000;
const RETRY_MS = 1_500;
const POLL_SECONDS = 20;

/** The wire of docs/protocol.md for one team, in a browser. */
export function browserTransport(teamId: string): Transport {
  const team = `/teams/${teamId}`;
  return {
    snapshot: () => ask<Snapshot>('GET', `${team}/board`),
    send: (commands: readonly CommandMessage[]) =>
      ask<{ now: string; results: CommandResult[] }>('POST', `${team}/commands`, { commands }),
    follow: (seq, news) => new Follower(team, seq, news),
  };
}

type Polled = {
  version: number;
  now: string;
  presence: Parameters<News['presence']>[0];
  entries?: LogEntry[];
  reset?: true;
};

/** Server-sent events; long polling from the moment that a stream turns out to be held back. */
class Follower {
  readonly #team: string;
  readonly #seq: () => number;
  readonly #news: News;
  #source: EventSource | null = null;
  #watchdog: ReturnType<typeof setTimeout> | null = null;
  #closed = false;
  #polling = false;
  readonly #back = () => this.#reopen();

  constructor(team: string, seq: () => number, news: News) {
    this.#team = team;
    this.#seq = seq;
    this.#news = news;
    addEventListener('online', this.#back);
    addEventListener('offline', this.#away);
    this.#open();
  }

  close(): void {
    this.#closed = true;
    removeEventListener('online', this.#back);
    removeEventListener('offline', this.#away);
    this.#shut();
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
    const source = new EventSource(`/api${this.#team}/stream?after=${this.#seq()}`);
    this.#source = source;
    let greeted = false;
    const alive = () => this.#watch(SILENCE_MS, () => this.#silent());
    this.#watch(HELD_BACK_MS, () => void this.#heldBack());
    const on = <T>(name: string, heard: (data: T) => void) =>
      source.addEventListener(name, (event) => {
        alive();
        heard(JSON.parse((event as MessageEvent<string>).data) as T);
      });
    on<Parameters<News['hello']>[0]>('hello', (hello) => {
      greeted = true;
      this.#news.hello(hello);
    });
    on<LogEntry>('change', (entry) => this.#news.entry(entry));
    on<Parameters<News['presence']>[0]>('presence', (presence) => this.#news.presence(presence));
    on('reset', () => this.#news.reset());
    on('ping', () => {});
    source.addEventListener('error', () => {
      this.#news.lost();
      if (greeted) alive();
      // The browser tries again by itself, unless the answer was no stream at all: then the reason matters.
      if (source.readyState === EventSource.CLOSED) void this.#explain();
    });
  }

  #watch(ms: number, then: () => void): void {
    if (this.#watchdog) clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(then, ms);
  }

  #silent(): void {
    this.#news.lost();
    this.#reopen();
  }

  async #explain(): Promise<void> {
    this.#shut();
    try {
      await this.#poll(0);
    } catch (error) {
      if (error instanceof Refused && ['sign-in-first', 'not-found'].includes(error.refusal.refused))
        return this.#news.closed(error.refusal);
    }
    this.#watch(RETRY_MS, () => this.#reopen());
  }

  async #heldBack(): Promise<void> {
    this.#shut();
    try {
      await this.#poll(0);
    } catch {
      // Not held back but gone: the stream is tried again.
      this.#news.lost();
      this.#watch(RETRY_MS, () => this.#reopen());
      return;
    }
    this.#polling = true;
    while (!this.#closed) {
      try {
        await this.#poll(POLL_SECONDS);
      } catch (error) {
        if (error instanceof Refused && ['sign-in-first', 'not-found'].includes(error.refusal.refused))
          return this.#news.closed(error.refusal);
        this.#news.lost();
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  async #poll(wait: number): Promise<void> {
    const polled = await ask<Polled>(
      'GET',
      `${this.#team}/changes?after=${this.#seq()}&wait=${wait}`,
      undefined,
      (wait + 15) * 1000,
    );
    if (this.#closed) return;
    this.#news.hello({ version: polled.version, seq: this.#seq(), now: polled.now });
    this.#news.presence(polled.presence);
    if (polled.reset) this.#news.reset();
    for (const entry of polled.entries ?? []) this.#news.entry(entry);
  }
}
