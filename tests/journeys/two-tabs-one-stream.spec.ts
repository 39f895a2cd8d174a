import type { BrowserContext, Page, Request } from '@playwright/test';
import { enterAs } from './entering.ts';
import { proxyThatHoldsStreamsBack } from './held-back.ts';
import { expect, test } from './journey.ts';

/** Streams of this browser that are open at this moment. */
function openStreams(context: BrowserContext): () => number {
  const open = new Map<Request, Page>();
  context.on('request', (request) => {
    if (/\/follow\?/.test(request.url())) open.set(request, request.frame().page());
  });
  const over = (request: Request) => open.delete(request);
  context.on('requestfinished', over);
  context.on('requestfailed', over);
  return () => [...open.values()].filter((page) => !page.isClosed()).length;
}

async function park(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Wat moet wachten?' });
  await field.fill(text);
  await field.press('Enter');
}

const parked = (page: Page, text: string) => page.getByRole('checkbox', { name: `Klaar: ${text}` });

test('three tabs of one browser share one stream; when its tab is closed another goes on', async ({
  open,
}) => {
  const first = await open('laptop');
  const streams = openStreams(first.context());
  await enterAs(first, 'Joke van Dijk');
  await expect(first.getByText('Verbonden: iedereen ziet hetzelfde')).toBeAttached();
  const tabs: Page[] = [];
  for (const _ of [2, 3]) {
    const tab = await first.context().newPage();
    await tab.goto(first.url());
    await expect(tab.getByText('Verbonden: iedereen ziet hetzelfde')).toBeAttached();
    tabs.push(tab);
  }
  await expect.poll(streams).toBe(1);

  const phone = await open('phone');
  await enterAs(phone, 'Lise Bakker');
  await park(phone, 'Wie haalt taart?');
  for (const tab of [first, ...tabs]) await expect(parked(tab, 'Wie haalt taart?')).toBeAttached();

  await first.close();
  const [second, third] = tabs as [Page, Page];
  await park(phone, 'Wie zet koffie?');
  for (const tab of [second, third]) await expect(parked(tab, 'Wie zet koffie?')).toBeAttached();
  await expect.poll(streams).toBe(1);

  // What one tab does while nobody can be reached is in the other tab at once, and goes out once.
  await second.context().setOffline(true);
  await park(second, 'Wie ruimt op?');
  await expect(parked(third, 'Wie ruimt op?')).toBeAttached();
  await second.context().setOffline(false);
  await expect(parked(phone, 'Wie ruimt op?')).toHaveCount(1);
  for (const tab of [second, third]) await expect(tab.getByText('Geen verbinding')).toBeHidden();
});

test('behind a proxy that holds streams back the board is live all the same', async ({ open, product }) => {
  const proxy = await proxyThatHoldsStreamsBack(product.address);
  try {
    const [laptop, phone] = [await open('laptop'), await open('phone')];
    await laptop.goto(proxy.address);
    await enterAs(laptop, 'Rachel Samson');
    await expect(laptop.getByText('Verbonden: iedereen ziet hetzelfde')).toBeAttached({ timeout: 30_000 });
    await enterAs(phone, 'Lise Bakker');
    await park(phone, 'Vraag van buiten de proxy');
    await expect(parked(laptop, 'Vraag van buiten de proxy')).toBeAttached();
    await park(laptop, 'Vraag van achter de proxy');
    await expect(parked(phone, 'Vraag van achter de proxy')).toBeAttached();
    await expect(laptop.getByText('Geen verbinding')).toBeHidden();
  } finally {
    proxy.close();
  }
});
