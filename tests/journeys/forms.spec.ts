import { enterAs } from './entering.ts';
import { expect, test } from './journey.ts';

test('a period is planned with typed days, and nothing filled in is lost by a slip', async ({ open }) => {
  const page = await open('laptop');
  await enterAs(page, 'Ilse Mulder');
  await expect(page.getByRole('heading', { level: 1, name: 'Onderbouw' })).toBeVisible();
  await page.goto(`${new URL(page.url()).pathname.replace(/\/$/, '')}/rhythm`);
  const add = page.getByRole('button', { name: 'Periode toevoegen' });
  const dialog = page.getByRole('dialog').first();
  const lastDay = dialog.getByRole('textbox', { name: 'Laatste dag' });
  const firstDay = dialog.getByRole('textbox', { name: 'Eerste dag' });

  await test.step('pages 1: who only looked leaves at once', async () => {
    await add.click();
    await expect(firstDay).toHaveValue(/^ma \d+ [a-z]{3}/);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(add).toBeFocused();
  });

  await test.step('U12: a day is typed as people say it, and what is no day is said', async () => {
    await add.click();
    await firstDay.fill('4-1-2027');
    await expect(dialog).toContainText('ma 4 jan');
    await lastDay.fill('straks');
    await lastDay.press('Tab');
    await expect(lastDay).toHaveAccessibleDescription(/Hier lezen we geen dag in/);
    await lastDay.fill('3-1-2027');
    await lastDay.press('Tab');
    await expect(lastDay).toHaveAccessibleDescription('Kies ma 4 jan of later.');
    // A day that does not fit is not kept.
    await dialog.getByRole('button', { name: 'Bewaren' }).click();
    await expect(dialog).toBeVisible();
  });

  await test.step('U12: the month is walked with the keys of every grid of days', async () => {
    await lastDay.fill('12-2-2027');
    await dialog.getByRole('button', { name: 'Laatste dag: kies in de maand' }).click();
    const month = dialog.getByRole('grid', { name: 'februari 2027' });
    await expect(month.getByRole('button', { name: 'vrijdag 12 februari 2027' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(month.getByRole('button', { name: 'vrijdag 19 februari 2027' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(month).toBeHidden();
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: 'Laatste dag: kies in de maand' }).click();
    await month.getByRole('button', { name: 'donderdag 11 februari 2027' }).click();
    await expect(lastDay).toHaveValue('do 11 feb');
  });

  await test.step('pages 1: who filled something in is asked once', async () => {
    await page.keyboard.press('Escape');
    await expect(dialog.getByRole('alert')).toHaveText('Wat je invulde is nog niet bewaard.');
    await dialog.getByRole('button', { name: 'Verder invullen' }).click();
    await expect(lastDay).toHaveValue('do 11 feb');
    await dialog.getByRole('button', { name: 'Bewaren' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(/4 jan .*11 feb/).first()).toBeVisible();
  });
});
