/// <reference lib="webworker" />
/**
 * Lets an open board survive a reload without a network: keeps the page and the files that it used.
 * Never touches /api: what is not sent yet is kept by packages/sync/client, which also sends it.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;
const CACHE = 'samenbeter-page';
const PAGE = '/';
/** Not an address of the server: where the worker notes which version it keeps. */
const VERSION = '/kept-version';

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.add(new Request(PAGE, { cache: 'reload' })))
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(worker.clients.claim());
});

worker.addEventListener('message', (event: ExtendableMessageEvent) => {
  // The page tells which files it was made of, also those that it had before this worker was there.
  const { keep } = event.data as { keep?: string[] };
  if (keep) event.waitUntil(keepAllOf(keep));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin || url.pathname.startsWith('/api/'))
    return;
  if (request.mode === 'navigate') event.respondWith(pageFirstFromNetwork(request));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(fileFirstFromCache(request));
});

/** A new version is seen at once when there is a network; without one, the page of the last visit. */
async function pageFirstFromNetwork(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok && response.headers.get('content-type')?.includes('text/html'))
      await cache.put(PAGE, response.clone());
    return response;
  } catch {
    return (await cache.match(PAGE)) ?? Response.error();
  }
}

/** Files under /assets carry a hash of their contents in their name: the same name is the same file. */
async function fileFirstFromCache(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

/**
 * The page's first script names all others, also those that come later, by their hashes: as long as it is the same,
 * whatever is kept still belongs to it. With a new one, what the page was not made of is old, and goes.
 */
async function keepAllOf(paths: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  const version = paths.find((path) => path.startsWith('/assets/main-') && path.endsWith('.js')) ?? '';
  if ((await (await cache.match(VERSION))?.text()) !== version) {
    const wanted = new Set([PAGE, ...paths]);
    for (const request of await cache.keys())
      if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request);
    await cache.put(VERSION, new Response(version));
  }
  for (const path of paths) if (!(await cache.match(path))) await cache.add(path);
}
