import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { Product } from './product.ts';

export { expect } from '@playwright/test';

/** What stands in a school: the touch screen on the wall, a laptop, a phone. Each has a browser of its own. */
const devices = {
  wall: { viewport: { width: 1920, height: 1080 }, hasTouch: true },
  laptop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
} as const;

type Wishes = { language?: 'nl' | 'en'; theme?: 'light' | 'dark' };
export type Open = (device: keyof typeof devices, wishes?: Wishes) => Promise<Page>;

type Journey = {
  /** Opens a browser that knows nothing yet, on a device of its own, at the product's first page. */
  open: Open;
};

/** A journey through a product that runs already, shared with the journeys that leave it running too. */
export const test = base.extend<Journey, { product: Product }>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: how Playwright is told that this needs nothing else
    async ({}, use) => {
      await withProduct(use);
    },
    { scope: 'worker' },
  ],
  open: async ({ browser, product }, use) => {
    await withDevices(browser, product, use);
  },
});

/** A journey from nothing: with a product of its own, to start, to kill and to start again. */
export const testFromNothing = base.extend<Journey & { product: Product }>({
  // biome-ignore lint/correctness/noEmptyPattern: how Playwright is told that this needs nothing else
  product: async ({}, use) => {
    await withProduct(use);
  },
  open: async ({ browser, product }, use) => {
    await withDevices(browser, product, use);
  },
});

async function withProduct(use: (product: Product) => Promise<void>): Promise<void> {
  const product = new Product();
  try {
    await product.start();
    await use(product);
  } finally {
    await product.stop();
  }
}

async function withDevices(
  browser: Browser,
  product: Product,
  use: (open: Open) => Promise<void>,
): Promise<void> {
  const devices = new Devices(browser, product);
  await use(devices.open);
  await devices.close();
}

/** The browsers of one journey. Whatever goes wrong inside a page, in silence, fails the journey. */
class Devices {
  readonly #browser: Browser;
  readonly #product: Product;
  readonly #contexts: BrowserContext[] = [];
  readonly #faults: string[] = [];

  constructor(browser: Browser, product: Product) {
    this.#browser = browser;
    this.#product = product;
  }

  readonly open: Open = async (device, { language = 'nl', theme = 'light' } = {}) => {
    const context = await this.#browser.newContext({
      ...devices[device],
      baseURL: this.#product.address,
      locale: language === 'nl' ? 'nl-NL' : 'en-GB',
      timezoneId: 'Europe/Amsterdam',
      colorScheme: theme,
    });
    this.#contexts.push(context);
    context.on('weberror', (error) => this.#faults.push(`${device}: ${error.error().stack}`));
    context.on('console', (message) => {
      // A network that is gone is reported as well; that belongs to the journeys.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.#faults.push(`${device}: ${message.text()}`);
    });
    const page = await context.newPage();
    await page.goto('/');
    return page;
  };

  async close(): Promise<void> {
    for (const context of this.#contexts) await context.close();
    expect(this.#faults, 'faults inside the pages').toEqual([]);
  }
}
