import { expectAccessibleInBothThemes } from './accessible.ts';
import { enterAs } from './entering.ts';
import { expect, test } from './journey.ts';

test('a stranger who reads no Dutch comes into the English school', async ({ open }) => {
  const page = await open('laptop');
  const spoken = () => page.evaluate(() => document.documentElement.lang);

  await test.step('the first page is in Dutch, and offers the other school in English', async () => {
    await expect(page.getByRole('button', { name: 'Begin als Yasmin Haddad, schoolcoach' })).toBeVisible();
    const start = page
      .locator('[lang=en]')
      .filter({ hasText: 'In English: Linden Primary School' })
      .getByRole('button', { name: 'Start as Yasmin Chowdhury, school coach' });
    await expect(start).toBeInViewport();
    await expectAccessibleInBothThemes(page, 'the first page of the demonstration');
    await start.click();
  });

  await test.step('everything goes on in English', async () => {
    await expect(page.getByRole('heading', { level: 1, name: 'Hello Yasmin' })).toBeVisible();
    await page.getByRole('link', { name: 'Upper years' }).click();
    await expect(page.getByRole('region', { name: 'Actions' })).toContainText(
      'make exit tickets for fractions',
    );
    expect(await spoken()).toBe('en');
  });

  await test.step('a wall screen of that school is English too', async () => {
    const wall = await open('wall');
    await wall.getByRole('button', { name: /^Open as board display ?: Lower years/ }).tap();
    await expect(wall.getByRole('heading', { level: 1, name: 'Lower years' })).toBeVisible();
    await expect(wall.getByRole('button', { name: 'Start board session' })).toBeVisible();
  });

  await test.step('the first page now begins with the English school; in the other one speaks Dutch', async () => {
    await page.goto('/demonstration');
    await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(
      'Come in at Linden Primary School as …',
    );
    await enterAs(page, 'Sam Visser');
    await expect(page.getByRole('heading', { level: 1, name: 'Bovenbouw' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Acties' })).toBeVisible();
    expect(await spoken()).toBe('nl');
  });
});
