import type { FastifyInstance } from 'fastify';
import type { Database } from '#packages/database';

/** For whoever watches over the server: /healthz says that it runs, /readyz that it can do its work. */
export function healthRoutes(app: FastifyInstance, { database }: { database: Database }): void {
  app.get('/healthz', async (_, reply) => reply.header('cache-control', 'no-store').send({ running: true }));
  app.get('/readyz', async (_, reply) => {
    const isReady = await database.answers();
    return reply
      .header('cache-control', 'no-store')
      .code(isReady ? 200 : 503)
      .send({ ready: isReady });
  });
}
