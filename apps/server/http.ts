import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import cookie from '@fastify/cookie';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import * as z from 'zod/mini';
import type { AnyRoute, Door, SignedIn } from '#features/people/server';
import { isRefusal, type Refusal, refuse } from '#packages/kernel';
import { type Admitted, admit, type Home, isOwnOrigin, notAddressable, tokenOf } from './admission.ts';
import { CallCounter, networkOf } from './call-counter.ts';
import type { EventStreams } from './event-stream.ts';
import { securityHeaders } from './security-headers.ts';

const BODY_LIMIT = 64 * 1024;
/** Characters; below it the answer fits in one packet anyway. */
const WORTH_COMPRESSING = 1400;
const compressed = promisify(gzip);
/** A request that has not come in whole by then never will. Streams are answers, and stay. */
const WHOLE_REQUEST_MS = 30_000;
/** What one browser may ask in a minute, of anything; people come to some dozens. */
const CALLS_PER_SESSION = 1200;

/** Refusals that are not about what somebody asked, but about the door. */
const STATUS: Readonly<Record<string, number>> = {
  invalid: 400,
  'wrong-origin': 403,
  'sign-in-first': 401,
  'not-found': 404,
  'too-large': 413,
  'too-often': 429,
  fault: 500,
  unavailable: 503,
};

export type HttpParts = {
  readonly routes: readonly AnyRoute[];
  readonly door: Door;
  readonly eventStreams: EventStreams;
  /** A change that was asked for by a page from anywhere else is refused. */
  readonly home: Home;
  readonly logger: FastifyBaseLogger;
  readonly trustProxy: readonly string[];
};

/** Puts the features' endpoints on the network. Everything that is the same for all of them happens here, once. */
export async function buildHttp(parts: HttpParts): Promise<FastifyInstance> {
  const headers = securityHeaders(parts.home.origin);
  const app = Fastify({
    loggerInstance: parts.logger,
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    requestTimeout: WHOLE_REQUEST_MS,
    trustProxy: [...parts.trustProxy],
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 100 },
    // An address that cannot even be read comes past every hook.
    frameworkErrors: (_, request, reply) =>
      sendRefusal(reply.headers({ ...headers, 'x-request-id': request.id }), refuse('not-found')),
  });
  await app.register(cookie);
  app.removeContentTypeParser('text/plain');

  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...headers, 'x-request-id': request.id });
  });
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        url: request.routeOptions.url ?? 'unknown',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status === 413) return sendRefusal(reply, refuse('too-large'));
    if (status < 500) return sendRefusal(reply, refuse('invalid', { field: '', code: bodyFault(error) }));
    if (isDatabaseAway(error)) {
      request.log.warn({ err: error }, 'database away');
      return sendRefusal(reply, refuse('unavailable'));
    }
    request.log.error({ err: error }, 'fault');
    return sendRefusal(reply, refuse('fault', { request: request.id }));
  });
  app.setNotFoundHandler((_, reply) => sendRefusal(reply, refuse('not-found')));

  const calls = new CallCounter(CALLS_PER_SESSION);
  for (const route of parts.routes) mount(app, route, parts, { calls, headers });
  app.all('/api/*', (_, reply) => sendRefusal(reply, refuse('not-found')));
  return app;
}

/** Somebody who has come in, and what they came for. */
type Caller = { readonly signedIn: SignedIn | null; readonly admitted: Admitted; readonly params: unknown };

type Shared = { readonly calls: CallCounter; readonly headers: Readonly<Record<string, string>> };

function mount(app: FastifyInstance, route: AnyRoute, parts: HttpParts, { calls, headers }: Shared): void {
  const { door, home, eventStreams } = parts;
  const { access, itemsPerMinute } = route;
  if (!['anyone', 'person', 'team', 'school'].includes(access?.of))
    throw new Error(`${route.method} ${route.url} does not say who may come in`);
  const tries = route.callsPerMinute ? new CallCounter(route.callsPerMinute) : null;
  const items = itemsPerMinute ? new CallCounter(itemsPerMinute.most) : null;
  const callers = new WeakMap<FastifyRequest, Caller>();

  /** Before anything of the body is read: whoever stays outside hears the same, whatever they bring. */
  const comeIn = async (request: FastifyRequest): Promise<Caller | Refusal> => {
    if (request.method !== 'GET' && !isOwnOrigin(request, home)) return refuse('wrong-origin');
    const address = networkOf(request.ip);
    if (tries && !tries.admit(address)) return refuse('too-often');
    const signedIn = await door.whoIs(tokenOf(request, door.cookieName));
    if (!calls.admit(signedIn?.sessionId ?? address)) return refuse('too-often');
    const params = check(route.params, request.params);
    // Whoever may not come in hears the same as whoever asks for what is not there, also about the form of the question.
    if (isRefusal(params)) return notAddressable(access, signedIn);
    const admitted = await admit(access, signedIn, params.value, door);
    return isRefusal(admitted) ? admitted : { signedIn, admitted, params: params.value };
  };

  app.route({
    method: route.method,
    url: `/api${route.url}`,
    bodyLimit: route.bodyLimit ?? BODY_LIMIT,
    onRequest: async (request, reply) => {
      const caller = await comeIn(request);
      if (isRefusal(caller)) return sendRefusal(reply, caller);
      callers.set(request, caller);
    },
    handler: async (request, reply) => {
      const caller = callers.get(request);
      if (!caller) throw new Error('somebody came in past the door');
      const { signedIn, admitted, params } = caller;
      const query = check(route.query, request.query);
      if (isRefusal(query)) return sendRefusal(reply, query);
      const body = check(route.body, request.body);
      if (isRefusal(body)) return sendRefusal(reply, body);
      if (items && itemsPerMinute) {
        const who = signedIn?.sessionId ?? networkOf(request.ip);
        if (!items.admit(who, itemsPerMinute.count(body.value as never)))
          return sendRefusal(reply, refuse('too-often'));
      }

      const lastEventId = Number(request.headers['last-event-id'] || Number.NaN);
      const answer = await route.handle({
        ...admitted,
        params,
        query: query.value,
        body: body.value,
        cookies: request.cookies,
        sessionId: signedIn?.sessionId ?? null,
        userAgent: request.headers['user-agent'] ?? '',
        lastEventId: Number.isSafeInteger(lastEventId) && lastEventId >= 0 ? lastEventId : null,
        refusedNow: async () => {
          const now = await door.whoIs(tokenOf(request, door.cookieName));
          const again = await admit(access, now, params, door);
          return isRefusal(again) ? again : null;
        },
      } as never);

      if (isRefusal(answer)) return sendRefusal(reply, answer);
      if ('stream' in answer) {
        reply.hijack();
        const all = { ...headers, 'x-request-id': request.id };
        await eventStreams.serve(reply.raw, all, networkOf(request.ip), answer);
        return reply;
      }
      for (const { name, value, maxAge } of answer.cookies ?? []) {
        reply.setCookie(name, value, { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge });
      }
      reply.header('cache-control', 'no-store').code(answer.status ?? 200);
      return sendBody(request, reply, answer.body);
    },
  });
}

/** A whole board is six times smaller on the way, which a phone between two lessons notices. */
async function sendBody(request: FastifyRequest, reply: FastifyReply, body: unknown): Promise<FastifyReply> {
  const text = JSON.stringify(body ?? null);
  const isWorthIt =
    text.length > WORTH_COMPRESSING && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  reply.type('application/json; charset=utf-8');
  if (!isWorthIt) return reply.send(text);
  return reply.headers({ 'content-encoding': 'gzip', vary: 'accept-encoding' }).send(await compressed(text));
}

/** What was wrong with a body that could not be read, in a word: the parser's own sentence quotes what was sent. */
function bodyFault({ code }: { code?: string }): string {
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return 'not-json';
  return code === 'FST_ERR_CTP_EMPTY_JSON_BODY' ? 'empty' : 'unreadable';
}

/** The database cannot be reached, or is going down or coming up: it passes, and asking again makes sense. */
function isDatabaseAway(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return /^(CONNECT|ECONN|EPIPE|ETIMEDOUT|CONNECTION_)|^57P0|^53300$/.test(code);
}

function check(schema: z.core.$ZodType | undefined, value: unknown): { value: unknown } | Refusal {
  if (!schema) return { value: undefined };
  const parsed = z.safeParse(schema, value ?? {});
  if (parsed.success) return { value: parsed.data };
  const issue = parsed.error.issues[0];
  return refuse('invalid', { field: issue?.path.join('.') ?? '', code: issue?.code ?? '' });
}

function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return reply
    .header('cache-control', 'no-store')
    .code(STATUS[refusal.refused] ?? 422)
    .send(refusal);
}
