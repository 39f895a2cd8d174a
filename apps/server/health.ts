import type { FastifyInstance } from 'fastify';
import type { Database } from '#packages/database';
import type { EventStreams } from './event-stream.ts';

/** For whoever watches over the server: /healthz says that it runs, /readyz that it can do its work. */
export function healthRoutes(
  app: FastifyInstance,
  { database, eventStreams }: { database: Database; eventStreams: EventStreams },
): void {
  app.get('/healthz', async () => ({ running: true }));
  app.get('/readyz', async (_, reply) => {
    const isReady = await database.answers();
    return reply.code(isReady ? 200 : 503).send({ ready: isReady, listeners: eventStreams.count });
  });
}
