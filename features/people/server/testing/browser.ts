import type { FastifyInstance } from 'fastify';
import { sessionCookieName } from '#features/people/server';
import type { AnyEndpoint } from '#packages/http';
import { isRefusal, type Refusal } from '#packages/kernel';

/** What a browser in a test got back: the body, or the code of the refusal. */
export type Got = {
  readonly refused: string | null;
  readonly body: unknown;
  readonly detail?: Refusal['detail'];
};

let calls = 0;

/** A browser with its own cookies. It calls from another address each time, so that nothing is asked too often. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #app: () => Promise<FastifyInstance>;
  readonly #userAgent: string;

  constructor(app: () => Promise<FastifyInstance>, userAgent = 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0') {
    this.#app = app;
    this.#userAgent = userAgent;
  }

  get token(): string | null {
    return this.cookies.get(sessionCookieName) ?? null;
  }

  get = (url: string) => this.call('GET', url);
  post = (url: string, body: object = {}) => this.call('POST', url, body);
  put = (url: string, body: object) => this.call('PUT', url, body);
  delete = (url: string) => this.call('DELETE', url);

  async call(method: AnyEndpoint['method'], url: string, body?: object): Promise<Got> {
    calls += 1;
    const app = await this.#app();
    const response = await app.inject({
      method,
      url: `/api${url}`,
      ...(body === undefined ? {} : { payload: body }),
      headers: {
        'user-agent': this.#userAgent,
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      remoteAddress: `10.0.${Math.floor(calls / 250)}.${calls % 250}`,
    });
    for (const { name, value, maxAge } of response.cookies) {
      if (maxAge === 0) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const answer: unknown = response.json();
    if (!isRefusal(answer)) return { refused: null, body: answer };
    const { refused, detail } = answer;
    return { refused, body: null, ...(detail ? { detail } : {}) };
  }
}
