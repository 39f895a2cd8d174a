import { Refused, Unreachable } from '#packages/http/client';
import type { CommandMessage, CommandResult, LogEntry, Snapshot } from '#packages/sync';
import type { News, Transport } from '#packages/sync/client';

export type Shakiness = {
  /** Chances from 0 to 1, asked of `random` at every request. */
  readonly lostOnTheWay: number;
  readonly answerLost: number;
  readonly sentTwice: number;
  readonly streamDrops: number;
};

/** The wire of docs/protocol.md over a bad network: requests and answers get lost, arrive twice, streams break. */
export class ShakyTransport implements Transport {
  readonly #team: string;
  readonly #headers: Record<string, string>;
  readonly #random: () => number;
  shakiness: Shakiness;
  isOff = false;
  lastFault = 'none';

  constructor(parts: {
    baseUrl: string;
    teamId: string;
    token: string;
    random: () => number;
    shakiness: Shakiness;
  }) {
    this.#team = `${parts.baseUrl}/api/teams/${parts.teamId}`;
    this.#headers = { authorization: `Bearer ${parts.token}`, 'content-type': 'application/json' };
    this.#random = parts.random;
    this.shakiness = parts.shakiness;
  }

  readonly snapshot = (): Promise<Snapshot> => this.#ask<Snapshot>('/board');

  readonly send = async (
    commands: readonly CommandMessage[],
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

  readonly follow = (seq: () => number, news: News): { close: () => void } => {
    const over = new AbortController();
    void this.#followOn(seq, news, over.signal);
    return { close: () => over.abort() };
  };

  async #followOn(seq: () => number, news: News, over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      try {
        await this.#followOnce(seq(), news, over);
      } catch {
        // Lost: tried again below.
      }
      if (over.aborted) return;
      news.lost();
      await new Promise((resolve) => setTimeout(resolve, 20 + this.#random() * 60));
    }
  }

  async #followOnce(after: number, news: News, over: AbortSignal): Promise<void> {
    if (this.isOff) throw new Unreachable('off');
    const response = await fetch(`${this.#team}/stream?after=${after}`, {
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
    const value: unknown = JSON.parse(data);
    if (event === 'hello') news.hello(value as Parameters<News['hello']>[0]);
    else if (event === 'change') news.entry(value as LogEntry);
    else if (event === 'reset') news.reset();
  }

  async #ask<T>(path: string, init: RequestInit = {}): Promise<T> {
    if (this.isOff) throw new Unreachable('off');
    let response: Response;
    let answer: unknown;
    try {
      response = await fetch(`${this.#team}${path}`, {
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
