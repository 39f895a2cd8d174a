import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * No word stands broken over two lines where it would fit on one, and nothing sticks out at the side. A name that shares its line with
 * a button is the first to be squeezed, letter under letter, and no rule of WCAG says a thing.
 */
export async function expectWholeWords(page: Page, what: string): Promise<void> {
  await atRest(page);
  const told = await page.evaluate(() => {
    const broken: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      if (node.parentElement === null || getComputedStyle(node.parentElement).hyphens === 'auto') continue;
      // An address has no place of its own to be broken at.
      if (node.nodeValue?.includes('@')) continue;
      // Whatever is longer may have to be broken on the narrowest phone.
      for (const word of (node.nodeValue ?? '').matchAll(/\p{L}{2,16}/gu)) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
          broken.push(word[0]);
      }
    }
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth)
      broken.push('(the page is wider than the screen)');
    return broken;
  });
  expect(told, `${what}, words in one piece`).toEqual([]);
}

/** No violation of WCAG 2.2 AA (and axe's own best practices) on the page as it now is. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  await atRest(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n    ${nodes.map((node) => node.target.join(' ')).join('\n    ')}`,
  );
  expect(told, `${what}, for everybody`).toEqual([]);
}

/** The same page in the light and in the dark. */
export async function expectAccessibleInBothThemes(page: Page, what: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, `${what} (${colorScheme})`);
  }
}

/** Halfway through an animation colours are mixed: they would be judged as they never stay. */
async function atRest(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
  await page.evaluate(() => {
    const passing = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)));
    return Promise.all(passing.map((animation) => animation.finished.catch(() => undefined)));
  });
}
