import type { Page } from '@playwright/test';
import { expectAccessibleInBothThemes, expectWholeWords } from './accessible.ts';
import { readCode } from './entering.ts';
import { expect, test } from './journey.ts';

const address = 'femke@delinde.example';
const action = 'maatjes kiezen die samen hardop denken';
const taken = 'data van de methodetoets klaarzetten';

async function askForCode(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: 'Your e-mail address' }).fill(address);
  await page.getByRole('button', { name: 'Mail me a code' }).tap();
  await expect(page.getByRole('heading', { name: 'Enter your code' })).toBeVisible();
}

test('the next day Femke ticks her action off on her phone, in English', async ({ open }) => {
  const [phone, mailbox] = [await open('phone'), await open('laptop', { language: 'en' })];
  const mine = phone.getByRole('region', { name: 'Your actions' });
  const tick = mine.getByRole('checkbox', { name: `Done: ${action}` });
  let code = '';

  await test.step('she signs in with the code from her mail', async () => {
    // Her school wrote her down as somebody who speaks Dutch; what she chooses on her own phone counts there.
    await phone.getByRole('button', { name: 'English' }).tap();
    await askForCode(phone);
    await expectAccessibleInBothThemes(phone, 'entering the code');
    code = await readCode(mailbox, address);
    await phone.getByRole('textbox', { name: 'Code from the mail' }).fill(code);
    await expect(phone.getByRole('heading', { level: 1, name: 'Enter your code' })).toBeHidden();
    await phone.goto('/');
    await expect(phone.getByRole('heading', { level: 1, name: 'Hello Femke' })).toBeVisible();
    await expectAccessibleInBothThemes(phone, 'her own page');
  });

  await test.step('she ticks her action off, was too quick, and ticks it off again', async () => {
    await tick.tap();
    await phone.getByRole('button', { name: 'Undo' }).tap();
    await expect(tick).not.toBeChecked();
    await tick.tap();
    await expect(tick.and(phone.getByRole('checkbox', { checked: false }))).toHaveCount(0);
  });

  await test.step('she sees when it is her turn to lead', async () => {
    await expect(phone.getByRole('region', { name: 'Next board session' })).toContainText(
      /Your turn is on|You lead this time/,
    );
  });

  await test.step('she takes an action over from a colleague', async () => {
    await phone.getByRole('link', { name: 'To the board' }).tap();
    await phone.getByRole('button', { name: taken, exact: true }).tap();
    const dialog = phone.getByRole('dialog', { name: 'Edit action' });
    await dialog.getByRole('combobox', { name: 'Who sees to it?' }).selectOption('Femke Postma');
    await dialog.getByRole('button', { name: 'Save' }).tap();
    await expect(dialog).toBeHidden();
    await phone.goto('/');
    await expect(mine.getByRole('checkbox', { name: `Done: ${taken}` })).toBeVisible();
  });

  await test.step('every page of her team can be read on the narrowest phone', async () => {
    await phone.getByRole('link', { name: 'To the board' }).tap();
    const board = phone.url();
    for (const width of [390, 320]) {
      await phone.setViewportSize({ width, height: 844 });
      for (const path of ['', '/inspiration', '/rhythm', '/sessions', '/history', '/arrange', '/people']) {
        await phone.goto(`${board}${path}`);
        await expect(phone.getByRole('heading', { level: 1 }).first()).toBeVisible();
        await expectWholeWords(phone, `${path === '' ? 'the board' : path} at ${width} px`);
      }
    }
    await phone.goto('/');
  });

  await test.step('she signs out, and nothing of the school stays', async () => {
    await phone.getByRole('button', { name: 'Sign out' }).tap();
    await expect(phone.getByRole('heading', { level: 1, name: 'Hello Femke' })).toHaveCount(0);
    await phone.reload();
    await expect(phone.getByRole('heading', { level: 1, name: 'Hello Femke' })).toHaveCount(0);
  });

  await test.step('a code works once, and only in the browser that asked for it', async () => {
    await askForCode(phone);
    await phone.getByRole('textbox', { name: 'Code from the mail' }).fill(code);
    await expect(phone.getByRole('textbox', { name: 'Code from the mail' })).toHaveAttribute(
      'aria-invalid',
      'true',
    );

    const fresh = await readCode(mailbox, address);
    expect(fresh).not.toBe(code);
    const other = await open('phone', { language: 'en' });
    await askForCode(other);
    await other.getByRole('textbox', { name: 'Code from the mail' }).fill(fresh);
    await expect(other.getByRole('textbox', { name: 'Code from the mail' })).toHaveAttribute(
      'aria-invalid',
      'true',
    );
    await other.goto('/');
    await expect(other.getByRole('heading', { level: 1, name: 'Hello Femke' })).toHaveCount(0);
  });
});
