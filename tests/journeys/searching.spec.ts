import { expectAccessibleInBothThemes } from './accessible.ts';
import { choose, enterAs } from './entering.ts';
import { expect, test } from './journey.ts';

test('a word is found on the board, without a mouse and without a network, and no other team reads it', async ({
  open,
}) => {
  const [femke, ilse] = [await open('laptop'), await open('laptop')];
  const field = femke.getByRole('textbox', { name: 'Wat zoek je?' });
  const goal = femke.getByRole('link', { name: /zeggen welk rekendoel/ });

  await test.step('Ctrl K opens it, and the field has the focus', async () => {
    await enterAs(femke, 'Femke');
    await femke
      .getByRole('link', { name: /Bovenbouw/ })
      .first()
      .click();
    await expect(femke.getByRole('heading', { level: 1, name: 'Bovenbouw' })).toBeVisible();
    await femke.keyboard.press('Control+k');
    await expect(field).toBeFocused();
  });

  await test.step('a typing mistake is forgiven', async () => {
    await femke.keyboard.type('rekendeol');
    await expect(goal).toBeVisible();
    await expectAccessibleInBothThemes(femke, 'searching');
  });

  await test.step('the arrow goes to it, Enter brings the goal into view on the board', async () => {
    await femke.keyboard.press('ArrowDown');
    await expect(goal).toBeFocused();
    await femke.keyboard.press('Enter');
    await expect(field).toBeHidden();
    await expect(femke.locator('[data-record]:focus')).toContainText('zeggen welk rekendoel');
  });

  await test.step('what is nowhere is said to be nowhere', async () => {
    await femke.keyboard.press('Control+k');
    await femke.keyboard.type('zwemdiploma');
    await expect(femke.getByText('Niets gevonden.')).toBeVisible();
    await femke.keyboard.press('Escape');
    await expect(field).toBeHidden();
  });

  await test.step('without a network it finds the same', async () => {
    await femke.context().setOffline(true);
    await femke.keyboard.press('Control+k');
    await femke.keyboard.type('rekendoel');
    await expect(goal).toBeVisible();
    await femke.context().setOffline(false);
  });

  await test.step('Z3: Ilse, of another team, finds her own words and not those', async () => {
    await enterAs(ilse, 'Ilse Mulder');
    await choose(ilse, 'Meer', 'Zoeken');
    await ilse.getByRole('textbox', { name: 'Wat zoek je?' }).fill('Ilse');
    await expect(ilse.getByRole('link', { name: /Ilse Mulder/ })).toBeVisible();
    await ilse.getByRole('textbox', { name: 'Wat zoek je?' }).fill('welk rekendoel');
    await expect(ilse.getByRole('link', { name: /rekendoel/ })).toHaveCount(0);
  });
});
