import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../scripts/chromium.ts';
import { Product } from '../../tests/journeys/product.ts';

/** See ../README.md. How long somebody with a phone waits for the board, and for the answer to a tap on a tick. */
const { values: words } = parseArgs({
  options: {
    /** A file for the figures. */
    json: { type: 'string' },
    views: { type: 'string', default: '5' },
    taps: { type: 'string', default: '20' },
  },
});

/** A mid-range phone on slow 4G, as Lighthouse takes it: 150 ms there and back, 1.6 Mbit/s down, 0.75 up, a CPU four times slower. */
const SLOW_4G = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWER_CPU = 4;
/** design: usable within these, in milliseconds. */
const LIMITS = { firstView: 1500, tap: 50 };

type Measured = { readonly view: number; readonly bytes: number };

declare global {
  interface Window {
    usableAt?: number;
  }
}

async function enter(page: Page): Promise<string> {
  await page.goto('/');
  await page.getByRole('button', { name: /Sam Visser/ }).click();
  await page.getByRole('checkbox').first().waitFor();
  return page.url();
}

/** Usable: the first action stands there, drawn, and can be ticked. */
async function noteWhenUsable(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const look = () => {
      const tick = document.querySelector<HTMLInputElement>('main li input[type=checkbox]:not(:disabled)');
      if (tick && tick.getClientRects().length > 0) window.usableAt ??= performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** @param isFirst nothing of the board is on this phone yet but the cookie */
async function measureView(context: BrowserContext, board: string, isFirst: boolean): Promise<Measured> {
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  if (isFirst) await wire.send('Network.clearBrowserCache');
  await wire.send('Network.emulateNetworkConditions', { offline: false, ...SLOW_4G });
  await wire.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_CPU });
  let bytes = 0;
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(board, { waitUntil: 'commit' });
  const view = await page.waitForFunction(() => window.usableAt).then((handle) => handle.jsonValue());
  await page.close();
  return { view: view ?? Number.NaN, bytes };
}

/** From the finger on the glass to the tick that is drawn, as the browser itself counts it (Event Timing: steps of 8 ms). */
async function measureTaps(context: BrowserContext, board: string, count: number): Promise<number[]> {
  const page = await context.newPage();
  await page.goto(board);
  await page.getByRole('checkbox').first().waitFor();
  await page.evaluate(() => {
    const waits: number[] = [];
    Object.assign(window, { waits });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'click') waits.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit);
  });
  for (let tap = 0; tap < count; tap++) {
    await page
      .getByRole('checkbox', { name: /^Gedaan/ })
      .first()
      .tap();
    await page.waitForTimeout(600);
  }
  const slow = await page.evaluate(() => (window as unknown as { waits: number[] }).waits);
  await page.close();
  // What was faster than the browser reports (16 ms) is not in its list.
  return [...slow, ...Array.from({ length: Math.max(0, count - slow.length) }, () => 16)].sort(
    (a, b) => a - b,
  );
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const most = (values: readonly number[]) => Math.max(...values);
const ms = (value: number) => `${value.toFixed(0)} ms`;

const found = await findChromium();
if ('fault' in found) throw new Error(found.fault);
const product = new Product();
try {
  await product.start();
  const browser = await chromium.launch({
    executablePath: found.path,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const phone = {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
    baseURL: product.address,
    locale: 'nl-NL',
  };
  const first: Measured[] = [];
  const again: Measured[] = [];
  for (let view = 0; view < Number(words.views); view++) {
    // A first view knows nothing: no file, no board, no service worker; only who is asking.
    const before = await browser.newContext(phone);
    const board = await enter(await before.newPage());
    const cookies = await before.cookies();
    await before.close();
    const fresh = await browser.newContext(phone);
    await fresh.addCookies(cookies);
    await noteWhenUsable(fresh);
    first.push(await measureView(fresh, board, true));
    again.push(await measureView(fresh, board, false));
    await fresh.close();
  }
  const context = await browser.newContext(phone);
  const board = await enter(await context.newPage());
  const taps = await measureTaps(context, board, Number(words.taps));
  await browser.close();

  const views = first.map(({ view }) => view);
  const figures = {
    firstView: { median: median(views), most: most(views), bytes: median(first.map(({ bytes }) => bytes)) },
    nextView: { median: median(again.map(({ view }) => view)), most: most(again.map(({ view }) => view)) },
    tap: { median: median(taps), most: most(taps) },
    limits: LIMITS,
  };
  console.log(`
The board on a phone over slow 4G (${SLOW_4G.latency} ms, 1.6 Mbit/s), CPU ${SLOWER_CPU} times slower; ${words.views} views
  first view usable  median ${ms(figures.firstView.median)}, at most ${ms(figures.firstView.most)}, ${(figures.firstView.bytes / 1000).toFixed(0)} kB (limit ${ms(LIMITS.firstView)})
  next view usable   median ${ms(figures.nextView.median)}, at most ${ms(figures.nextView.most)}
A tap on a tick, not slowed down; ${words.taps} taps
  drawn after        median ${ms(figures.tap.median)}, at most ${ms(figures.tap.most)} (limit ${ms(LIMITS.tap)})
`);
  if (words.json) writeFileSync(words.json, `${JSON.stringify(figures, null, 2)}\n`);
} finally {
  await product.stop();
}
