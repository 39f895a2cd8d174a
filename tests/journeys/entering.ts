import { expect, type Page } from '@playwright/test';

/** One click on the first page of the demonstration. */
export async function enterAs(page: Page, name: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`(Kom binnen als|Come in as): ${name}`) })
    .first()
    .click();
}

/** A wall screen shows a code; somebody of the team types it on their own device, where they see the team's board. */
export async function pairWall(wall: Page, laptop: Page): Promise<void> {
  await wall.goto('/display');
  const shown = wall.getByRole('status', { name: 'Code van dit scherm' });
  await expect(shown).toHaveText(/^\w{3}\s?\w{3}$/);
  const code = ((await shown.textContent()) ?? '').replace(/\s/g, '');

  await choose(laptop, 'Meer', 'Mensen van het team');
  await laptop.getByRole('button', { name: 'Bordscherm koppelen' }).click();
  const dialog = laptop.getByRole('dialog', { name: 'Bordscherm koppelen' });
  await dialog.getByRole('textbox', { name: 'Code op het scherm' }).fill(code.toLowerCase());
  await dialog.getByRole('button', { name: 'Koppel het scherm' }).click();
  await expect(dialog).toBeHidden();
  await laptop.getByRole('link', { name: 'Terug naar het bord' }).click();
}

/** An item of a menu. */
export async function choose(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** With the code that lies in the mailbox of the demonstration, the way it goes at a real school. */
export async function signInByMail(page: Page, address: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: 'Je e-mailadres' }).fill(address);
  await page.getByRole('button', { name: 'Stuur me een code' }).click();
  const field = page.getByRole('textbox', { name: 'Code uit de mail' });
  await expect(field).toBeVisible();
  const mailbox = await page.context().newPage();
  await field.fill(await readCode(mailbox, address));
  await mailbox.close();
  await expect(field).toBeHidden();
}

/** The newest code for this address, as somebody reads it in the mailbox. */
export async function readCode(mailbox: Page, address: string): Promise<string> {
  await mailbox.goto('/mail');
  await mailbox.getByRole('navigation').getByRole('button').filter({ hasText: address }).first().click();
  const mail = mailbox.getByRole('article');
  await expect(mail).toContainText(address);
  const code = /(?<!\d)\d{6}(?!\d)/.exec((await mail.textContent()) ?? '')?.[0];
  if (code === undefined) throw new Error(`the newest mail to ${address} holds no code`);
  return code;
}
