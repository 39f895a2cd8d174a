import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import * as z from 'zod/mini';
import { can } from '#features/people/domain';
import type { Access, AnyRoute, Door, SignedIn } from '#features/people/server';
import { isRefusal, type Refusal, refuse } from '#packages/kernel';
import { CallCounter } from './call-counter.ts';
import type { EventStreams } from './event-stream.ts';
import { securityHeaders } from './security-headers.ts';

const BODY_LIMIT = 64 * 1024;

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
  /** Where the product is reached; a change from any other origin is refused. Null: whatever host the request names (loopback). */
  readonly origin: string | null;
  readonly logger: FastifyBaseLogger;
  readonly trustProxy: readonly string[];
};

/** Puts the features' endpoints on the network. Everything that is the same for all of them happens here, once. */
export async function buildHttp(parts: HttpParts): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: parts.logger,
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    trustProxy: [...parts.trustProxy],
    forceCloseConnections: true,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 100 },
  });
  await app.register(cookie);

  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...securityHeaders, 'x-request-id': request.id });
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
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status === 413) return sendRefusal(reply, refuse('too-large'));
    if (status < 500)
      return sendRefusal(reply, refuse('invalid', { field: '', code: error.message.slice(0, 200) }));
    if (isDatabaseAway(error)) {
      request.log.warn({ err: error }, 'database away');
      return sendRefusal(reply, refuse('unavailable'));
    }
    request.log.error({ err: error }, 'fault');
    return sendRefusal(reply, refuse('fault', { request: request.id }));
  });

  for (const route of parts.routes) mount(app, route, parts);
  app.all('/api/*', (_, reply) => sendRefusal(reply, refuse('not-found')));
  return app;
}

function mount(app: FastifyInstance, route: AnyRoute, parts: HttpParts): void {
  const calls = route.callsPerMinute ? new CallCounter(route.callsPerMinute) : null;
  app.route({
    method: route.method,
    url: `/api${route.url}`,
    bodyLimit: route.bodyLimit ?? BODY_LIMIT,
    handler: async (request, reply) => {
      if (request.method !== 'GET' && !isOwnOrigin(request, parts.origin))
        return sendRefusal(reply, refuse('wrong-origin'));
      if (calls && !calls.admit(request.ip)) return sendRefusal(reply, refuse('too-often'));

      const signedIn = await parts.door.whoIs(tokenOf(request, parts.door.cookieName));
      const params = check(route.params, request.params);
      // Whoever may not come in hears the same as whoever asks for what is not there, also about the form of the question.
      const admitted = isRefusal(params)
        ? signedIn || route.access.of === 'anyone'
          ? refuse('not-found')
          : refuse('sign-in-first')
        : await admit(route.access, signedIn, params.value, parts.door);
      if (isRefusal(admitted)) return sendRefusal(reply, admitted);
      if (isRefusal(params)) return sendRefusal(reply, params);

      const query = check(route.query, request.query);
      if (isRefusal(query)) return sendRefusal(reply, query);
      const body = check(route.body, request.body);
      if (isRefusal(body)) return sendRefusal(reply, body);

      const lastEventId = Number(request.headers['last-event-id'] ?? Number.NaN);
      const answer = await route.handle({
        ...admitted,
        params: params.value,
        query: query.value,
        body: body.value,
        cookies: request.cookies,
        sessionId: signedIn?.sessionId ?? null,
        userAgent: request.headers['user-agent'] ?? '',
        lastEventId: Number.isSafeInteger(lastEventId) && lastEventId >= 0 ? lastEventId : null,
      } as never);

      if (isRefusal(answer)) return sendRefusal(reply, answer);
      if ('stream' in answer) {
        reply.hijack();
        await parts.eventStreams.serve(reply.raw, { ...securityHeaders, 'x-request-id': request.id }, answer);
        return reply;
      }
      for (const { name, value, maxAge } of answer.cookies ?? []) {
        reply.setCookie(name, value, { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge });
      }
      return reply
        .header('cache-control', 'no-store')
        .code(answer.status ?? 200)
        .send(answer.body);
    },
  });
}

/** The database cannot be reached, or is going down or coming up: it passes, and asking again makes sense. */
function isDatabaseAway(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return /^(CONNECT|ECONN|EPIPE|ETIMEDOUT|CONNECTION_)|^57P0|^53300$/.test(code);
}

/** The one place where somebody is let in. */
async function admit(access: Access, signedIn: SignedIn | null, params: unknown, door: Door) {
  const actor = signedIn?.actor ?? null;
  if (access.of === 'anyone') return { actor, team: null, schoolId: null };
  if (!actor) return refuse('sign-in-first');
  if (access.of === 'team') {
    const team = await door.findTeam(actor, (params as { team: string }).team);
    return team && can(actor, access.capability, team)
      ? { actor, team, schoolId: team.schoolId }
      : refuse('not-found');
  }
  if (actor.kind !== 'person') return refuse('not-found');
  if (access.of === 'person') return { actor, team: null, schoolId: null };
  const { school } = params as { school: string };
  return can(actor, access.capability, { schoolId: school })
    ? { actor, team: null, schoolId: school }
    : refuse('not-found');
}

function check(schema: z.core.$ZodType | undefined, value: unknown): { value: unknown } | Refusal {
  if (!schema) return { value: undefined };
  const parsed = z.safeParse(schema, value ?? {});
  if (parsed.success) return { value: parsed.data };
  const issue = parsed.error.issues[0];
  return refuse('invalid', { field: issue?.path.join('.') ?? '', code: issue?.code ?? '' });
}

/** A browser names the page that sends a change; without that header it is no browser, and carries no cookie by itself. */
function isOwnOrigin(request: FastifyRequest, origin: string | null): boolean {
  const named = request.headers.origin;
  if (named === undefined)
    return (
      request.headers['sec-fetch-site'] === undefined || request.headers['sec-fetch-site'] === 'same-origin'
    );
  return named === (origin ?? `http://${request.headers.host}`);
}

/** The cookie of a browser, or a bearer token of another client (docs/protocol.md). */
function tokenOf(request: FastifyRequest, cookieName: string): string | null {
  const bearer = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? request.cookies[cookieName] ?? null;
}

function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return reply
    .header('cache-control', 'no-store')
    .code(STATUS[refusal.refused] ?? 422)
    .send(refusal);
}
