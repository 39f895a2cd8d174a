import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Database } from '#packages/database';
import { refuse } from '#packages/kernel';
import { type AnyAccessKind, registryOf } from './access-kind.ts';
import { sendRefusal } from './answering.ts';
import { CallCounter } from './call-counter.ts';
import type { Door, Home } from './door.ts';
import type { EventStreams } from './event-streams.ts';
import type { Implementation } from './implement.ts';
import { logAnswered } from './log-answered.ts';
import { BODY_LIMIT, mount } from './mount.ts';
import { securityHeaders } from './security-headers.ts';

/** A request that has not come in whole by then never will. Streams are answers, and stay. */
const WHOLE_REQUEST_MS = 30_000;
/** What one browser may ask in a minute, of anything; people come to some dozens. */
const CALLS_PER_SESSION = 1200;

export type HttpParts = {
  readonly endpoints: readonly Implementation[];
  readonly accessKinds: readonly AnyAccessKind[];
  readonly door: Door;
  readonly database: Pick<Database, 'within'>;
  readonly eventStreams: EventStreams;
  /** A change that was asked for by a page from anywhere else is refused. */
  readonly home: Home;
  /** Seals what goes out to come back, such as a list's cursor; the same on every server. */
  readonly secret: string;
  readonly logger: FastifyBaseLogger;
  readonly trustProxy: readonly string[];
  /** Holds every answer against its contract, and answers a fault where they differ: for tests. */
  readonly checksAnswers?: boolean;
};

/** Puts the features' endpoints on the network. Everything that is the same for all of them happens in this package, once. */
export async function buildHttp(parts: HttpParts): Promise<FastifyInstance> {
  const headers = securityHeaders(parts.home.origin);
  const app = Fastify({
    loggerInstance: parts.logger,
    // A line says its request's number itself: a logger of its own for each of them costs more than the line.
    childLoggerFactory: (logger) => logger,
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
      sendRefusal(reply.headers({ ...headers.answer, 'x-request-id': request.id }), refuse('not-found')),
  });
  await app.register(cookie);
  app.removeContentTypeParser('text/plain');

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(request.url.startsWith('/api/') ? headers.answer : headers.page);
    reply.header('x-request-id', request.id);
  });
  app.decorateRequest('caller', null);
  app.addHook('onResponse', async (request, reply) => logAnswered(request, reply));
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status === 413) return sendRefusal(reply, refuse('too-large'));
    if (status < 500) return sendRefusal(reply, refuse('invalid', { field: '', code: bodyFault(error) }));
    if (isDatabaseAway(error)) {
      app.log.warn({ reqId: request.id, err: error }, 'database away');
      return sendRefusal(reply, refuse('unavailable'));
    }
    app.log.error({ reqId: request.id, err: error }, 'fault');
    return sendRefusal(reply, refuse('fault', { request: request.id }));
  });
  app.setNotFoundHandler((_, reply) => sendRefusal(reply, refuse('not-found')));

  const surroundings = {
    ...parts,
    kinds: registryOf(parts.accessKinds),
    calls: new CallCounter(CALLS_PER_SESSION),
    headers: headers.answer,
    checksAnswers: parts.checksAnswers ?? false,
  };
  for (const endpoint of parts.endpoints) mount(app, endpoint, surroundings);
  app.all('/api/*', (_, reply) => sendRefusal(reply, refuse('not-found')));
  return app;
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
