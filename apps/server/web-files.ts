import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const folder = join(import.meta.dirname, '..', '..', 'dist', 'web');

/** The built web client: every address that is not the interface's or a file's is a page of it. */
export async function serveWebFiles(app: FastifyInstance): Promise<void> {
  const page = await readFile(join(folder, 'index.html'));
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    // Names under assets/ carry a hash: they never change. All else is asked for again.
    setHeaders: (reply, path) => {
      reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
    preCompressed: true,
  });
  app.route({
    method: ['GET', 'HEAD'],
    url: '/*',
    handler: (_, reply) =>
      reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page),
  });
}
