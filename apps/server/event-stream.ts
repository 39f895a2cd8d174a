import type { ServerResponse } from 'node:http';
import type { EventStream } from '#features/people/server';

/** A listener that does not read this much (bytes) is let go: it comes back and resumes where it was. */
const LARGEST_BACKLOG = 1024 * 1024;
const HEARTBEAT_SECONDS = 20;
/** Fills a proxy's buffer, so that the first event is not held back. */
const PADDING = `:${' '.repeat(2048)}\nretry: 1000\n\n`;
/** A real event: a listener that misses two of them knows that its connection is dead. */
const PING = 'event: ping\ndata: {}\n\n';

/** All open event streams of this server: opens them, keeps them alive, and closes them at shutdown. */
export class EventStreams {
  readonly #open = new Set<ServerResponse>();
  readonly #heartbeat = setInterval(() => {
    for (const response of this.#open) response.write(PING);
  }, HEARTBEAT_SECONDS * 1000).unref();

  get count(): number {
    return this.#open.size;
  }

  async serve(
    response: ServerResponse,
    headers: Readonly<Record<string, string>>,
    { stream }: EventStream,
  ): Promise<void> {
    response.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    response.write(PADDING);
    this.#open.add(response);
    let gone: (() => void) | null = null;
    response.on('close', () => {
      this.#open.delete(response);
      gone?.();
    });
    // A broken connection is normal here: its 'close' follows.
    response.on('error', () => {});
    gone = await stream({
      send: (frame) => {
        if (response.destroyed) return;
        response.write(frame);
        if (response.writableLength > LARGEST_BACKLOG) response.destroy();
      },
      close: () => response.end(),
    });
    if (response.destroyed || response.writableEnded) gone();
  }

  closeAll(): void {
    clearInterval(this.#heartbeat);
    for (const response of this.#open) response.end();
  }
}
