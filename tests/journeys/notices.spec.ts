import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';

/** What the notice lies on of all that this selector finds; null when it is in nobody's way. */
const covered = (page: Page, selector: string): Promise<string | null> =>
  page.evaluate((wanted) => {
    const notice = document.querySelector('[data-notice]');
    if (!notice) return 'there is no notice';
    const mine = notice.getBoundingClientRect();
    const under = [...document.querySelectorAll(wanted)].find((other) => {
      const box = other.getBoundingClientRect();
      const isApart =
        box.right <= mine.left || mine.right <= box.left || box.bottom <= mine.top || mine.bottom <= box.top;
      return box.width > 0 && !isApart && !notice.contains(other);
    });
    return under ? under.outerHTML.slice(0, 200) : null;
  }, selector);

const boxesIn = (page: Page, selector: string) =>
  page.evaluate(
    (wanted) =>
      [...document.querySelectorAll(wanted)].map((each) => {
        const { x, y, width, height } = each.getBoundingClientRect();
        return [x, y, width, height].map(Math.round).join(' ');
      }),
    selector,
  );

for (const device of ['laptop', 'phone', 'wall'] as const)
  test(`U10: a notice is in nobody's way (${device})`, async ({ open }) => {
    const page = await open(device);
    await page.goto('/components');
    const notice = page.locator('[data-notice]');

    await test.step('in a dialog it stands in the head, and nothing moves', async () => {
      await page.getByRole('button', { name: 'Open een venster' }).click();
      const dialog = page.getByRole('dialog');
      // The cross stands beside the title: on a phone the sheet grows upwards, away from what people are busy with.
      const inDialog = 'dialog[open] :is(input, button:not([aria-label])):not([data-notice] *)';
      await dialog.evaluate((sheet) => Promise.all(sheet.getAnimations().map(({ finished }) => finished)));
      const before = await boxesIn(page, inDialog);
      await dialog.getByRole('button', { name: 'Vink af met melding' }).click();
      await expect(dialog.locator('[data-notice]')).toBeVisible();
      expect(await covered(page, 'dialog[open] :is(button, input, p)')).toBeNull();
      expect(await boxesIn(page, inDialog)).toEqual(before);
    });

    await test.step('U11: it is gone at the next act, and there is one at a time', async () => {
      await page.getByRole('dialog').getByRole('button', { name: 'Sluiten' }).last().click();
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(notice).toHaveCount(0);
      await page.getByRole('button', { name: 'Vink af met melding' }).click();
      await page.getByRole('button', { name: 'Vink af met melding' }).click();
      await expect(notice).toHaveCount(1);
    });

    await test.step('it makes way for the field that somebody goes to', async () => {
      await page.getByRole('button', { name: 'Melding die blijft' }).click();
      const fields = page.locator('main :is(input:not([type]), textarea):enabled');
      expect(await fields.count()).toBeGreaterThan(4);
      for (const field of await fields.all()) {
        await field.evaluate((element: HTMLElement) => {
          element.scrollIntoView({ block: 'end' });
          element.focus({ preventScroll: true });
        });
        await expect.poll(() => covered(page, ':focus')).toBeNull();
      }
    });
  });
