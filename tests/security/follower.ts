import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { cookie } from './house.ts';
import { until } from './until.ts';

/** Somebody who follows streams over the network, with a plain connection that shows exactly what comes over it. */
export class Follower {
  readonly #request: ClientRequest;
  #text = '';
  #response: IncomingMessage | null = null;
  readonly answered: Promise<IncomingMessage>;
  /** The whole answer, once the other side has ended it or the connection broke. */
  readonly ended: Promise<string>;

  constructor(port: number, token: string | null, path: string, headers: Record<string, string> = {}) {
    this.#request = request({
      host: '127.0.0.1',
      port,
      path: `/api${path}`,
      agent: false,
      headers: { ...cookie(token), ...headers },
    });
    const answered = Promise.withResolvers<IncomingMessage>();
    const ended = Promise.withResolvers<string>();
    this.answered = answered.promise;
    this.ended = ended.promise;
    this.answered.catch(() => {});
    this.#request.on('response', (response) => {
      this.#response = response;
      answered.resolve(response);
      response.setEncoding('utf8').on('data', (text: string) => {
        this.#text += text;
      });
      response.on('close', () => ended.resolve(this.#text));
      response.on('error', () => {});
    });
    this.#request.on('error', (error) => {
      answered.reject(error);
      ended.resolve(this.#text);
    });
    this.#request.end();
  }

  /** What has come so far. */
  get text(): string {
    return this.#text;
  }

  /** Resolves once this has come; rejects after two seconds. */
  async hears(text: string): Promise<void> {
    await until(() => this.#text.includes(text), `heard ${text}`);
  }

  /** No longer reads what comes. */
  stopReading(): void {
    this.#response?.pause();
  }

  goOnReading(): void {
    this.#response?.resume();
  }

  close(): void {
    this.#request.destroy();
  }
}
