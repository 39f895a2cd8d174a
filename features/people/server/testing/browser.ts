import * as z from 'zod/mini';
import { type Actor, can } from '#features/people/domain';
import {
  type Access,
  type Answer,
  type AnyRoute,
  type Door,
  sessionCookieName,
} from '#features/people/server';
import { isRefusal, type Refusal, refuse } from '#packages/kernel';

/** What a browser in a test got back: the body, or the code of the refusal. */
export type Got = {
  readonly refused: string | null;
  readonly body: unknown;
  readonly detail?: Refusal['detail'];
};

/** A browser with its own cookies that calls the endpoints directly, let in by the same rules as over the network. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #routes: readonly AnyRoute[];
  readonly #door: Door;
  readonly #userAgent: string;

  constructor(
    routes: readonly AnyRoute[],
    door: Door,
    userAgent = 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0',
  ) {
    this.#routes = routes;
    this.#door = door;
    this.#userAgent = userAgent;
  }

  get token(): string | null {
    return this.cookies.get(sessionCookieName) ?? null;
  }

  get = (url: string) => this.call('GET', url);
  post = (url: string, body: unknown = {}) => this.call('POST', url, body);
  put = (url: string, body: unknown) => this.call('PUT', url, body);
  delete = (url: string) => this.call('DELETE', url);

  async call(method: AnyRoute['method'], url: string, body: unknown = {}): Promise<Got> {
    const found = this.#find(method, url);
    if (!found) throw new Error(`no route ${method} ${url}`);
    const { route, params } = found;
    const signedIn = await this.#door.whoIs(this.token);
    const admitted = await this.#admit(route.access, params, signedIn?.actor ?? null);
    if (isRefusal(admitted)) return { refused: admitted.refused, body: null };
    for (const [schema, value] of [
      [route.params, params],
      [route.body, body],
    ] as const) {
      if (schema && !z.safeParse(schema, value).success) return { refused: 'invalid', body: null };
    }
    const answer = await route.handle({
      ...admitted,
      params: route.params ? z.parse(route.params, params) : undefined,
      query: route.query ? z.parse(route.query, {}) : undefined,
      body: route.body ? z.parse(route.body, body) : undefined,
      cookies: Object.fromEntries(this.cookies),
      sessionId: signedIn?.sessionId ?? null,
      userAgent: this.#userAgent,
      lastEventId: null,
    } as never);
    if (isRefusal(answer))
      return { refused: answer.refused, body: null, ...(answer.detail ? { detail: answer.detail } : {}) };
    if ('stream' in answer) throw new Error('not for streams');
    this.#keep(answer);
    return { refused: null, body: JSON.parse(JSON.stringify(answer.body)) };
  }

  #find(method: string, url: string): { route: AnyRoute; params: Record<string, string> } | null {
    for (const route of this.#routes) {
      const names = [...route.url.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
      const match = new RegExp(`^${route.url.replace(/:\w+/g, '([^/]+)')}$`).exec(url);
      if (route.method !== method || !match) continue;
      return {
        route,
        params: Object.fromEntries(names.map((name, index) => [name, match[index + 1] ?? ''])),
      };
    }
    return null;
  }

  async #admit(access: Access, params: Record<string, string>, actor: Actor | null) {
    if (access.of === 'anyone') return { actor, team: null, schoolId: null };
    if (!actor) return refuse('sign-in-first');
    if (access.of === 'team') {
      const team = await this.#door.findTeam(actor, params.team ?? '');
      return team && can(actor, access.capability, team)
        ? { actor, team, schoolId: team.schoolId }
        : refuse('not-found');
    }
    if (actor.kind !== 'person') return refuse('not-found');
    if (access.of === 'person') return { actor, team: null, schoolId: null };
    const schoolId = params.school ?? '';
    return can(actor, access.capability, { schoolId })
      ? { actor, team: null, schoolId }
      : refuse('not-found');
  }

  #keep({ cookies = [] }: Answer): void {
    for (const { name, value, maxAge } of cookies) {
      if (maxAge === 0) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}
