import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serveWebFiles } from './web-files.ts';

let folder: string;
let app: FastifyInstance;
const build = (version: string) => {
  rmSync(join(folder, 'assets'), { recursive: true, force: true });
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets', `main-${version}.js`), `"${version}"`);
  writeFileSync(join(folder, 'index.html'), `<script src="/assets/main-${version}.js">`);
};
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'samenbeter-web-'));
  build('one');
  app = fastify();
  await serveWebFiles(app, { folder, asksFirst: ({ path }) => ['/me', `/board-of${path}`] });
});
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});
const get = (url: string) => app.inject({ method: 'GET', url });

test('a client that is built anew under a running server is what the next visitor gets, whole', async () => {
  expect((await get('/team/x')).body).toContain('main-one');
  build('two');
  expect((await get('/team/x')).body).toContain('main-two');
  expect(await get('/assets/main-two.js')).toMatchObject({ statusCode: 200, body: '"two"' });
});

test('the name of a file may be as long as a build makes it', async () => {
  const name = `page${'~another-page'.repeat(12)}-x1.css`;
  writeFileSync(join(folder, 'assets', name), 'a{}');
  expect(await get(`/assets/${name}`)).toMatchObject({ statusCode: 200, body: 'a{}' });
});

test('a file that is gone is not answered with a page', async () => {
  expect(await get('/assets/main-zero.js')).toMatchObject({ statusCode: 404 });
});

test('between two builds the page of before is given', async () => {
  rmSync(join(folder, 'index.html'));
  expect((await get('/')).body).toContain('main-one');
});

test('what a page asks first is fetched beside the scripts, and a file of a hashed name is kept', async () => {
  expect((await get('/room?x=1')).headers).toMatchObject({
    link: [
      '</api/me>; rel=preload; as=fetch; crossorigin=anonymous',
      '</api/board-of/room>; rel=preload; as=fetch; crossorigin=anonymous',
    ],
    'cache-control': 'no-cache',
  });
  expect((await get('/assets/main-one.js')).headers['cache-control']).toContain('immutable');
});
