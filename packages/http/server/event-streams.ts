import type { ServerResponse } from 'node:http';
import type { EventStream } from './implement.ts';

/** A listener that does not read this much (bytes) is let go: it comes back and resumes where it was. */
const LARGEST_BACKLOG = 1024 * 1024;
const HEARTBEAT_SECONDS = 20;
/** From one address: a large school behind one connection, not a flood. */
const MOST_PER_ADDRESS = 2000;
/** Told to go, a connection gets this long to hear the end of it. */
const GRACE_MS = 2000;
/** After a restart they all come back: each is told another time to wait, so that they do not come at once. */
const RETRY_SECONDS = 15;
/** So many find their streams at a time, so that commands go on while a whole country comes back. */
const OPENING_AT_ONCE = 32;
/** A real event: a listener that misses two of them knows that its connection is dead. */
const PING = 'event: ping\ndata: {}\n\n';
const PING_BYTES = Buffer.from(PING);
/** Long enough to fill a proxy's buffer, so that the first event is not held back. With a ping: whoever has to wait for their turn knows that nothing holds the stream back on the way. */
const OPENINGS = Array.from({ length: RETRY_SECONDS }, (_, index) =>
  Buffer.from(`:${' '.repeat(2048)}\nretry: ${(index + 1) * 1000}\n\n${PING}`),
);

/** All open event streams of this server: opens them, keeps them alive, and closes them at shutdown. */
export class EventStreams {
  readonly #mostPerAddress: number;
  #opening = 0;
  readonly #waiting: (() => void)[] = [];
  /** All that are open, by the second in which they hear a ping: thousands at once would hold up everything else. */
  readonly #open = Array.from({ length: HEARTBEAT_SECONDS }, () => new Set<ServerResponse>());
  #second = 0;
  /** Oldest first. */
  readonly #perAddress = new Map<string, Set<ServerResponse>>();
  readonly #heartbeat = setInterval(() => {
    this.#second = (this.#second + 1) % HEARTBEAT_SECONDS;
    for (const response of this.#open[this.#second] ?? []) tell(response, PING_BYTES);
  }, 1000).unref();

  constructor(mostPerAddress = MOST_PER_ADDRESS) {
    this.#mostPerAddress = mostPerAddress;
  }

  async serve(
    response: ServerResponse,
    headers: Readonly<Record<string, string>>,
    address: string,
    { stream }: EventStream,
  ): Promise<void> {
    // The answer ends with its connection. So an event goes out as it is, in one write, where a chunked answer would
    // wrap it anew for each listener.
    response.useChunkedEncodingByDefault = false;
    response.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    response.write(OPENINGS[Math.floor(Math.random() * RETRY_SECONDS)]);
    let gone: (() => void) | null = null;
    const forget = this.#remember(response, address);
    response.on('close', () => {
      forget();
      gone?.();
    });
    // A broken connection is normal here: its 'close' follows.
    response.on('error', () => {});
    await this.#turn();
    try {
      if (response.destroyed || response.writableEnded) return;
      gone = await stream({ send: (frame) => tell(response, frame), close: () => end(response) });
    } catch (error) {
      // The headers are out: all that can be said is the end. The client asks again.
      end(response);
      throw error;
    } finally {
      this.#opening -= 1;
      this.#waiting.shift()?.();
    }
    if (response.destroyed || response.writableEnded) gone();
  }

  closeAll(): void {
    clearInterval(this.#heartbeat);
    for (const sameSecond of this.#open) for (const response of sameSecond) response.end();
  }

  async #turn(): Promise<void> {
    while (this.#opening >= OPENING_AT_ONCE)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#opening += 1;
  }

  #remember(response: ServerResponse, address: string): () => void {
    const calmest = this.#open.reduce((least, other) => (other.size < least.size ? other : least));
    calmest.add(response);
    // A proxy on this machine that does not say for whom it asks speaks for everybody.
    const isSomebody = !/^(127\.|::1$|0:0:0:0::\/64$)/.test(address);
    const same = this.#perAddress.get(address) ?? new Set();
    if (isSomebody) {
      this.#perAddress.set(address, same.add(response));
      const [oldest] = same;
      if (same.size > this.#mostPerAddress && oldest) {
        same.delete(oldest);
        end(oldest);
      }
    }
    return () => {
      calmest.delete(response);
      same.delete(response);
      if (same.size === 0 && this.#perAddress.get(address) === same) this.#perAddress.delete(address);
    };
  }
}

function tell(response: ServerResponse, frame: Buffer): void {
  if (response.destroyed || response.writableEnded) return;
  response.write(frame);
  if (response.writableLength > LARGEST_BACKLOG) response.destroy();
}

function end(response: ServerResponse): void {
  if (response.destroyed || response.writableEnded) return;
  response.end();
  setTimeout(() => response.destroy(), GRACE_MS).unref();
}
