import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import type { Context, Database, Transaction } from '#packages/database';
import { type AnyEndpoint, answersJson, paramsIn, type Schema } from '#packages/http';
import { isRefusal, type Refusal, refuse } from '#packages/kernel';
import { type Admitted, type AnyAccessKind, admit, notAddressable } from './access-kind.ts';
import { sendFile, sendJson, sendRefusal, unlike } from './answering.ts';
import { CallCounter, networkOf } from './call-counter.ts';
import { type Door, type Home, isOwnOrigin, type SignedIn, tokenOf } from './door.ts';
import type { EventStreams } from './event-streams.ts';
import type { Cookie, EventStream, File, Implementation } from './implement.ts';
import { logAnswered } from './log-answered.ts';
import { faultIn, isList, pagerFor } from './pages.ts';

export const BODY_LIMIT = 64 * 1024;

/** What is the same for every endpoint. */
export type Surroundings = {
  readonly kinds: ReadonlyMap<string, AnyAccessKind>;
  readonly door: Door;
  readonly home: Home;
  readonly database: Pick<Database, 'within'>;
  readonly eventStreams: EventStreams;
  readonly headers: Readonly<Record<string, string>>;
  /** Counts what one browser asks, of anything. */
  readonly calls: CallCounter;
  /** Seals what comes back from outside. */
  readonly secret: string;
  /** Whether answers are held against their contract: in tests always. */
  readonly checksAnswers: boolean;
};

/** Somebody who has come in, and what they came for. */
type Caller = {
  readonly token: string | null;
  readonly signedIn: SignedIn | null;
  readonly admitted: Admitted;
  readonly params: unknown;
};

declare module 'fastify' {
  interface FastifyRequest {
    /** Whoever has come in past the door of this endpoint. */
    caller: Caller | null;
  }
}

/** Puts one endpoint on the network. Throws for a contract that does not say all that it has to. */
export function mount(app: FastifyInstance, implementation: Implementation, all: Surroundings): void {
  const { endpoint } = implementation;
  const { door, home } = all;
  const kind = kindOf(endpoint, all.kinds);
  const tries = endpoint.callsPerMinute ? new CallCounter(endpoint.callsPerMinute) : null;
  const items = endpoint.itemsPerMinute ? new CallCounter(endpoint.itemsPerMinute.most) : null;

  /** Before anything of the body is read: whoever stays outside hears the same, whatever they bring. */
  const comeIn = async (request: FastifyRequest): Promise<Caller | Refusal> => {
    if (request.method !== 'GET' && !isOwnOrigin(request, home)) return refuse('wrong-origin');
    const address = networkOf(request.ip);
    if (tries && !tries.admit(address)) return refuse('too-often');
    const token = tokenOf(request, door.cookieName);
    const signedIn = await door.whoIs(token);
    if (!all.calls.admit(signedIn?.sessionId ?? address)) return refuse('too-often');
    const params = read(endpoint.params, request.params);
    // Whoever may not come in hears the same as whoever asks for what is not there, also about the form of the question.
    if (isRefusal(params)) return notAddressable(kind, signedIn);
    const admitted = await admit(kind, endpoint.access, signedIn, params.value);
    return isRefusal(admitted) ? admitted : { token, signedIn, admitted, params: params.value };
  };

  /** What stands in the address and the body, checked, and the page of a list that is asked for. */
  const bring = (request: FastifyRequest, { signedIn, params }: Caller) => {
    const query = read(endpoint.query, request.query);
    if (isRefusal(query)) return query;
    const body = read(endpoint.body, request.body);
    if (isRefusal(body)) return body;
    if (items && endpoint.itemsPerMinute) {
      const who = signedIn?.sessionId ?? networkOf(request.ip);
      if (!items.admit(who, endpoint.itemsPerMinute.count(body.value as never))) return refuse('too-often');
    }
    const brought = { query: query.value, body: body.value };
    if (!isList(endpoint)) return brought;
    const page = pagerFor(endpoint, { params, query: query.value as never }, all.secret);
    return isRefusal(page) ? page : { ...brought, page };
  };

  const send = async (request: FastifyRequest, reply: FastifyReply, answer: unknown) => {
    if ('events' in endpoint.answer) {
      reply.hijack();
      logAnswered(request, reply);
      const headers = { ...all.headers, 'x-request-id': request.id };
      const address = networkOf(request.ip);
      await all.eventStreams.serve(letGo(reply), headers, address, answer as EventStream);
      return reply;
    }
    if ('file' in endpoint.answer) return sendFile(reply, answer as File);
    const fault = all.checksAnswers && answersJson(endpoint) ? unlike(endpoint.answer, answer) : null;
    if (fault !== null) throw new Error(`${nameOf(endpoint)} does not answer as it promises: ${fault}`);
    return sendJson(request, reply, answer);
  };

  app.route({
    method: endpoint.method,
    url: `/api${endpoint.url}`,
    bodyLimit: endpoint.bodyLimit ?? BODY_LIMIT,
    onRequest: async (request, reply) => {
      const caller = await comeIn(request);
      if (isRefusal(caller)) return sendRefusal(reply, caller);
      request.caller = caller;
    },
    handler: async (request, reply) => {
      const { caller } = request;
      if (!caller) throw new Error('somebody came in past the door');
      const brought = bring(request, caller);
      if (isRefusal(brought)) return sendRefusal(reply, brought);

      const cookies: Cookie[] = [];
      const { token, signedIn, admitted, params } = caller;
      const answer = await implementation.handle({
        ...admitted.given,
        ...brought,
        params,
        cookies: request.cookies,
        setCookie: (cookie: Cookie) => void cookies.push(cookie),
        sessionId: signedIn?.sessionId ?? null,
        userAgent: request.headers['user-agent'] ?? '',
        again: async () => {
          const now = await door.whoIs(token);
          const again = await admit(kind, endpoint.access, now, params);
          return isRefusal(again) ? again : again.given;
        },
        within: transactionsOf(all.database, admitted.context),
      } as never);

      if (isRefusal(answer)) return sendRefusal(reply, answer);
      for (const { name, value, maxAge } of cookies)
        reply.setCookie(name, value, { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge });
      return send(request, reply, answer);
    },
  });
}

/**
 * An answer that stays open for hours keeps nothing of its question: not the framework's request and reply with all that hangs on
 * them, and not the headers that came along. It was half of what an open stream held (`npm run bench:fan-out`).
 */
function letGo({ raw, request }: FastifyReply): ServerResponse {
  for (const event of ['finish', 'error'])
    for (const listener of raw.listeners(event))
      if (listener.name === 'onResFinished') raw.removeListener(event, listener as () => void);
  request.raw.rawHeaders.length = 0;
  request.raw.headers = {};
  return raw;
}

const nameOf = ({ method, url }: AnyEndpoint): string => `${method} ${url}`;

/** How this endpoint lets in. A contract that is not whole is a fault of the start, not of the first who comes by. */
function kindOf(endpoint: AnyEndpoint, kinds: ReadonlyMap<string, AnyAccessKind>): AnyAccessKind {
  const name = nameOf(endpoint);
  const kind = kinds.get(endpoint.access?.of);
  if (!kind) throw new Error(`${name} does not say who may come in`);
  const named = paramsIn(endpoint.url);
  if (kind.param !== null && !named.includes(kind.param))
    throw new Error(`${name} is about a ${kind.of}, and has no :${kind.param} in its address`);
  const described = Object.keys(endpoint.params?._zod.def.shape ?? {});
  if ([...described].sort().join() !== [...named].sort().join())
    throw new Error(`${name} has other parameters in its address than in its contract`);
  const wrong = kind.fault(endpoint.access);
  if (wrong !== null) throw new Error(`${name} ${wrong}`);
  const fault = isList(endpoint) ? faultIn(endpoint.orders) : null;
  if (fault !== null) throw new Error(`${name} is no list: ${fault}`);
  return kind;
}

function read(schema: Schema | undefined, value: unknown): { value: unknown } | Refusal {
  if (!schema) return { value: undefined };
  const parsed = z.safeParse(schema, value ?? {});
  if (parsed.success) return { value: parsed.data };
  const issue = parsed.error.issues[0];
  return refuse('invalid', { field: issue?.path.join('.') ?? '', code: issue?.code ?? '' });
}

/** What takes a transaction's work back because it ended in a refusal. */
class TakenBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

const transactionsOf =
  (database: Pick<Database, 'within'>, context: Context) =>
  async <T>(work: (sql: Transaction) => Promise<T>): Promise<T | Refusal> => {
    try {
      return await database.within(context, async (sql) => {
        const outcome = await work(sql);
        if (isRefusal(outcome)) throw new TakenBack(outcome);
        return outcome;
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.refusal;
      throw error;
    }
  };
