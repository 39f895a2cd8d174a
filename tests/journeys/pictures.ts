import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '../../scripts/chromium.ts';
import { Product } from './product.ts';
import { smallPng } from './small-png.ts';

/** Takes the pictures of the README from the real product: `node tests/journeys/pictures.ts`. */
const folder = join(import.meta.dirname, '..', '..', 'docs', 'pictures');
const LARGEST_BYTES = 300_000;

async function open(browser: Browser, address: string, width: number, height: number): Promise<Page> {
  const page = await browser.newPage({
    baseURL: address,
    viewport: { width, height },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
  });
  await page.goto('/');
  await page.getByRole('button', { name: /Kom binnen als: Sam Visser/ }).waitFor();
  return page;
}

async function take(page: Page, name: string): Promise<void> {
  // Messages pass, and pictures come in.
  await page
    .getByRole('region', { name: 'Meldingen' })
    .getByRole('button')
    .first()
    .waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(1000);
  const path = join(folder, `${name}.png`);
  const picture = await smallPng(page, await page.screenshot({ animations: 'disabled' }));
  writeFileSync(path, picture);
  const size = picture.length;
  console.log(`${path}: ${Math.round(size / 1000)} kB`);
  if (size > LARGEST_BYTES) throw new Error(`${name} is larger than ${LARGEST_BYTES / 1000} kB`);
}

const found = await findChromium();
if ('fault' in found) throw new Error(found.fault);
mkdirSync(folder, { recursive: true });
const product = new Product();
try {
  await product.start();
  const browser = await chromium.launch({
    executablePath: found.path,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const wall = await open(browser, product.address, 1920, 1080);
  const phone = await open(browser, product.address, 390, 844);
  await wall.getByRole('button', { name: /^Open als bordscherm ?: Bovenbouw/ }).click();
  await phone.getByRole('button', { name: /Kom binnen als: Sam Visser/ }).click();
  await phone.getByRole('heading', { level: 1, name: 'Bovenbouw' }).waitFor();
  await take(wall, 'board-wall');
  await phone.goto('/');
  await phone.getByRole('heading', { level: 1, name: 'Dag Sam' }).waitFor();
  await take(phone, 'phone');
  await wall.getByRole('button', { name: 'Start bordsessie' }).click();
  for (const [name, mark] of [
    ['Tom', 'goed'],
    ['Femke', 'heel goed'],
    ['Joke', 'gaat wel'],
    ['Mehmet', 'goed'],
    ['Noor', 'heel goed'],
  ] as const) {
    await wall.getByRole('list', { name: 'Wie is er?' }).getByRole('button', { name }).click();
    await wall
      .getByRole('region', { name: `${name}, hoe kom je binnen?` })
      .getByRole('button', { name: mark, exact: true })
      .click();
  }
  // A step that is over in a few seconds counts as skipped.
  await wall.waitForTimeout(6000);
  await wall.getByRole('button', { name: 'Verder: Successen' }).click();
  await wall.waitForTimeout(6000);
  await wall.getByRole('button', { name: 'Verder: Doelen' }).click();
  await wall.getByRole('radio', { name: '6', exact: true }).click();
  await take(wall, 'session-wall');
  await browser.close();
} finally {
  await product.stop();
}
