import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const built = join(import.meta.dirname, '..', '..', 'dist', 'web');

/** Every page asks this before it can draw anything; so it is fetched beside the scripts. As `fetch` asks it: else it is fetched twice. */
const AHEAD = '</api/me>; rel=preload; as=fetch; crossorigin=anonymous';

const PLAIN_NAME = /^[\w~-][\w~.-]*$/;

/** The built web client: every address that is not the interface's or a file's is a page of it. */
export async function serveWebFiles(app: FastifyInstance, folder = built): Promise<void> {
  let page = await readFile(join(folder, 'index.html'));
  // Looked for at each request: a client that is built under a running server has files of other names.
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    serve: false,
    // Names here carry a hash: they never change.
    setHeaders: (reply) => {
      reply.header('cache-control', 'public, max-age=31536000, immutable');
    },
    preCompressed: true,
  });
  app.route<{ Params: { file: string } }>({
    method: ['GET', 'HEAD'],
    url: '/assets/:file',
    handler: ({ params }, reply) =>
      PLAIN_NAME.test(params.file) ? reply.sendFile(params.file) : reply.callNotFound(),
  });
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    globIgnore: ['assets/**', 'index.html'],
    decorateReply: false,
    setHeaders: (reply) => {
      reply.header('cache-control', 'no-cache');
    },
    preCompressed: true,
  });
  app.route({
    method: ['GET', 'HEAD'],
    url: '/*',
    handler: async (_, reply) => {
      // While a build is being written there is none for a moment: the one of before is better than nothing.
      page = await readFile(join(folder, 'index.html')).catch(() => page);
      return reply
        .header('cache-control', 'no-cache')
        .header('link', AHEAD)
        .type('text/html; charset=utf-8')
        .send(page);
    },
  });
}
