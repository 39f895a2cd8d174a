import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { enterAs } from './entering.ts';
import { expect, test } from './journey.ts';

/** Presses Tab until this has the focus; on the way, whatever has the focus must be seen to have it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 200; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
    expect(await whereFocusIsUnseen(page), 'what has the focus shows it').toBeNull();
  }
  throw new Error(`Tab never came to ${target}`);
}

/** Null when a ring is drawn around what has the focus, or around the words that belong to it. */
function whereFocusIsUnseen(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return null;
    const near = [
      focused,
      ...focused.querySelectorAll('*'),
      ...(focused.closest('label')?.querySelectorAll('*') ?? []),
    ];
    const label = focused.closest('label');
    const field = focused.parentElement;
    for (const element of [...near, label, field, focused.nextElementSibling]) {
      if (!element) continue;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      if (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) return null;
    }
    return focused.outerHTML.slice(0, 200);
  });
}

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

const sidewaysScroll = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('a whole short session and an action, without a mouse', async ({ open }) => {
  const page = await open('laptop');
  const button = (name: string | RegExp) => page.getByRole('button', { name });

  await press(page, button(/Kom binnen als: Ilse Mulder/));
  await expect(page.getByRole('heading', { level: 1, name: 'Onderbouw' })).toBeVisible();

  await test.step('past the header to the board', async () => {
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Onderbouw' })).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Naar de inhoud' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
  });

  await test.step('an action, typed, read back, kept; Esc leaves', async () => {
    const field = page.getByRole('combobox', { name: 'Nieuwe actie' });
    await page.keyboard.press('a');
    await expect(field).toBeFocused();
    await page.keyboard.type('Bram: prentenboeken klaarzetten');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('checkbox', { name: 'Gedaan: prentenboeken klaarzetten' })).toBeVisible();
    await press(page, page.getByRole('button', { name: 'prentenboeken klaarzetten', exact: true }));
    await expect(page.getByRole('dialog', { name: 'Actie aanpassen' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('button', { name: 'prentenboeken klaarzetten', exact: true })).toBeFocused();
    await press(page, page.getByRole('checkbox', { name: 'Gedaan: prentenboeken klaarzetten' }), 'Space');
    await expect(
      page.getByRole('checkbox', { name: 'Gedaan: prentenboeken klaarzetten', checked: false }),
    ).toHaveCount(0);
  });

  await test.step('a session: check in, reveal, a success, on and back, park, a minute, a pause, finish', async () => {
    await press(page, button('Start bordsessie'));
    await expect(page.getByRole('heading', { level: 1, name: 'Hoe kom je binnen?' })).toBeVisible();
    await press(
      page,
      page
        .getByRole('region', { name: 'Hoe kom jij binnen?' })
        .getByRole('button', { name: 'zonnig', exact: true }),
    );
    await press(page, button('Laat nu al zien'));
    await page.keyboard.press('Escape');
    await press(page, button('Verder: Successen'));
    const success = page.getByRole('textbox', { name: 'Waar ben je trots op?' });
    await tabTo(page, success);
    await page.keyboard.type('Zonder muis gaat het ook');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Zonder muis gaat het ook', { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');

    await page.keyboard.press('ArrowRight');
    await expect(
      page.getByRole('heading', { level: 1, name: 'Hoe ver zijn we met onze doelen?' }),
    ).toBeVisible();
    // Whoever goes back has looked first: a second key in the same breath does not count.
    await page.waitForTimeout(800);
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('heading', { level: 1, name: 'Wat vieren we vandaag?' })).toBeVisible();
    await page.keyboard.press('p');
    await expect(page.getByRole('textbox', { name: 'Wat moet wachten?' })).toBeFocused();
    await page.keyboard.type('Gymrooster');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Wat moet wachten?' })).toBeHidden();
    await press(page, button('Pauze'));
    await expect(button('Verder gaan')).toBeVisible();
    await press(page, button('Verder gaan'));

    const steps = page.getByRole('navigation', { name: 'Stappen van de bordsessie' });
    await press(page, steps.getByRole('button', { name: /Vandaag/ }));
    await expect(page.getByRole('region', { name: 'Geparkeerd' })).toContainText('Gymrooster');
    await press(page, button('Afsluiten'));
    await press(page, button('Sluit de bordsessie af'));
    await expect(page.getByRole('heading', { level: 1, name: 'Dat was de bordsessie' })).toBeVisible();
    await press(page, page.getByRole('link', { name: 'Terug naar het bord' }));
    await expect(page.getByRole('heading', { level: 1, name: 'Onderbouw' })).toBeVisible();
  });
});

test('every page fits on 320 pixels and at 200 % without scrolling sideways, and keeps still when asked', async ({
  open,
}) => {
  const page = await open('laptop');
  await enterAs(page, 'Yasmin Haddad');
  await page.getByRole('link', { name: 'Bovenbouw' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bovenbouw' })).toBeVisible();
  const team = new URL(page.url()).pathname;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const pages = [
    '/',
    team,
    `${team}/session`,
    `${team}/sessions`,
    `${team}/inspiration`,
    `${team}/rhythm`,
    `${team}/arrange`,
    `${team}/people`,
    '/account',
    '/demonstration',
    '/mail',
    '/sign-in',
    '/join',
    '/display',
    '/components',
  ];
  for (const path of pages) {
    // Half of 1280 × 800 is what is left of a laptop at 200 %.
    await page.setViewportSize({ width: 640, height: 400 });
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    expect(await sidewaysScroll(page), `${path} at 200 %`).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await sidewaysScroll(page), `${path} on 320 pixels`).toBeLessThanOrEqual(0);
    await expectAccessible(page, `${path} on 320 pixels`);
    const moving = await page.evaluate(
      () =>
        document.getAnimations().filter((each) => Number(each.effect?.getComputedTiming().duration) > 50)
          .length,
    );
    expect(moving, `what moves on ${path}`).toBe(0);
  }
});
