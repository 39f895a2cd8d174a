import { Refused, Unreachable } from '#packages/http/client';
import { type Closed, type CommandResult, refText, type Snapshot, type StreamRef } from '#packages/sync';
import type { Addressed, Cursors, Following, News, Transport } from '#packages/sync/client';

export type Shakiness = {
  /** Chances from 0 to 1, asked of `random` at every request. */
  readonly lostOnTheWay: number;
  readonly answerLost: number;
  readonly sentTwice: number;
  readonly streamDrops: number;
};

/** The wire of docs/protocol.md over a bad network: requests and answers get lost, arrive twice, streams break. */
export class ShakyTransport implements Transport {
  readonly #api: string;
  readonly #headers: Record<string, string>;
  readonly #random: () => number;
  shakiness: Shakiness;
  isOff = false;
  lastFault = 'none';

  constructor(parts: {
    baseUrl: string;
    token: string;
    random: () => number;
    shakiness: Shakiness;
  }) {
    this.#api = `${parts.baseUrl}/api`;
    this.#headers = { authorization: `Bearer ${parts.token}`, 'content-type': 'application/json' };
    this.#random = parts.random;
    this.shakiness = parts.shakiness;
  }

  readonly snapshots = (refs: readonly StreamRef[]) =>
    this.#ask<{ now: string; streams: (Snapshot | Closed)[] }>(`/snapshot?of=${refs.map(refText).join(',')}`);

  readonly send = async (
    commands: readonly Addressed[],
  ): Promise<{ now: string; results: readonly CommandResult[] }> => {
    const { lostOnTheWay, answerLost, sentTwice } = this.shakiness;
    if (this.#random() < lostOnTheWay) throw new Unreachable('lost on the way');
    const post = () =>
      this.#ask<{ now: string; results: CommandResult[] }>('/commands', {
        method: 'POST',
        body: JSON.stringify({ commands }),
      });
    const answers = this.#random() < sentTwice ? await Promise.all([post(), post()]) : [await post()];
    if (this.#random() < answerLost) throw new Unreachable('answer lost');
    const [answer] = answers;
    if (!answer) throw new Error('unreachable code');
    return answer;
  };

  readonly follow = (cursors: () => Cursors, news: News): Following => {
    const over = new AbortController();
    let once = new AbortController();
    const begin = () => {
      once = new AbortController();
      return AbortSignal.any([over.signal, once.signal]);
    };
    void this.#followOn(cursors, news, over.signal, begin);
    return { again: () => once.abort(), close: () => over.abort() };
  };

  async #followOn(
    cursors: () => Cursors,
    news: News,
    over: AbortSignal,
    begin: () => AbortSignal,
  ): Promise<void> {
    while (!over.aborted) {
      const once = begin();
      try {
        if (cursors().size > 0) await this.#followOnce(cursors(), news, once);
      } catch {
        // Lost: tried again below.
      }
      if (over.aborted) return;
      if (!once.aborted) news.lost();
      await new Promise((resolve) => setTimeout(resolve, 20 + this.#random() * 60));
    }
  }

  async #followOnce(cursors: Cursors, news: News, over: AbortSignal): Promise<void> {
    if (this.isOff) throw new Unreachable('off');
    const from = [...cursors].map(([room, seq]) => `${room}@${seq}`).join(',');
    const response = await fetch(`${this.#api}/follow?from=${from}`, {
      headers: this.#headers,
      signal: over,
    });
    if (!response.ok || !response.body) throw new Unreachable(`status ${response.status}`);
    let text = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        this.#hear(text.slice(0, end), news);
        text = text.slice(end + 2);
        if (this.isOff || this.#random() < this.shakiness.streamDrops) throw new Unreachable('stream broke');
      }
    }
  }

  #hear(frame: string, news: News): void {
    const event = /^event: (.+)$/m.exec(frame)?.[1];
    const data = /^data: (.+)$/m.exec(frame)?.[1];
    if (!event || !data) return;
    if (event !== 'ping') news.event(event as 'hello', JSON.parse(data));
  }

  async #ask<T>(path: string, init: RequestInit = {}): Promise<T> {
    if (this.isOff) throw new Unreachable('off');
    let response: Response;
    let answer: unknown;
    try {
      response = await fetch(`${this.#api}${path}`, {
        ...init,
        headers: this.#headers,
        signal: AbortSignal.timeout(5000),
      });
      answer = await response.json();
    } catch (error) {
      this.lastFault = `${path}: ${String(error)}`;
      throw new Unreachable(String(error));
    }
    if (response.ok) return answer as T;
    this.lastFault = `${path}: ${JSON.stringify(answer)}`;
    throw new Refused(answer as { refused: string });
  }
}
