import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { OpenedPage } from '#packages/feature/server';

const built = join(import.meta.dirname, '..', '..', 'dist', 'web');

/** Exactly as the page itself will ask (packages/http/client): else it is fetched twice. */
const ahead = (address: string) => `</api${address}>; rel=preload; as=fetch; crossorigin=anonymous`;

const pathOf = (url: string): string => url.split('?', 1)[0] ?? '/';

type Given = {
  readonly folder?: string;
  readonly asksFirst?: (page: OpenedPage) => readonly string[];
};

const PLAIN_NAME = /^[\w~-][\w~.-]*$/;

/** The built web client: every address that is not the interface's or a file's is a page of it. */
export async function serveWebFiles(
  app: FastifyInstance,
  { folder = built, asksFirst = () => [] }: Given = {},
): Promise<void> {
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
  app.route<{ Params: { '*': string } }>({
    method: ['GET', 'HEAD'],
    url: '/assets/*',
    handler: ({ params: { '*': file } }, reply) =>
      PLAIN_NAME.test(file) ? reply.sendFile(file) : reply.callNotFound(),
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
    handler: async ({ url, cookies = {} }, reply) => {
      // While a build is being written there is none for a moment: the one of before is better than nothing.
      page = await readFile(join(folder, 'index.html')).catch(() => page);
      return reply
        .header('cache-control', 'no-cache')
        .header('link', asksFirst({ path: pathOf(url), cookies }).map(ahead))
        .type('text/html; charset=utf-8')
        .send(page);
    },
  });
}
