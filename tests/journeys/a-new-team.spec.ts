import type { Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { choose, enterAs, readCode } from './entering.ts';
import { expect, test } from './journey.ts';

const team = 'Middenbouw';
const goal = 'De leerlingen van groep 4 kunnen vertellen hoe ze een som aanpakken.';
const lines = [
  'Kim: rekenhoek inrichten voor vrijdag',
  'Janne: drie leerlingen bevragen',
  'spellen uitzoeken met z’n allen',
];

async function makeTeam(leader: Page, name: string, kind: string): Promise<void> {
  await leader.goto('/');
  await leader.getByRole('link', { name: 'Teams van Basisschool De Linde' }).click();
  await leader.getByRole('button', { name: 'Nieuw team' }).click();
  const dialog = leader.getByRole('dialog', { name: 'Een nieuw team' });
  await dialog.getByRole('textbox', { name: 'Naam van het team' }).fill(name);
  await dialog.getByRole('radio', { name: kind }).check();
  await dialog.getByRole('button', { name: 'Maak het team' }).click();
  await expect(leader.getByRole('heading', { level: 1, name: `Mensen van ${name}` })).toBeVisible();
}

async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.keyboard.press('ControlOrMeta+v');
}

test('a leader makes a team, its people come in, and they fill and arrange their empty board', async ({
  open,
}) => {
  const leader = await open('laptop');
  const [kim, janne, mailbox] = [await open('laptop'), await open('phone'), await open('laptop')];
  let code = '';

  await test.step('the leader makes the team and invites people by a pasted list', async () => {
    await enterAs(leader, 'Marleen Vos');
    await expect(leader.getByRole('heading', { level: 1, name: 'Kernteam' })).toBeVisible();
    await makeTeam(leader, team, 'lerarenteam');
    await leader
      .getByRole('textbox', { name: 'Namen en e-mailadressen' })
      .fill('Kim de Boer kim@delinde.example\nTeun Prins; teun@delinde.example');
    await leader.getByRole('button', { name: 'Stuur 2 uitnodigingen' }).click();
    await expect(leader.getByText('2 uitnodigingen verstuurd')).toBeVisible();
    code =
      /[A-Z0-9]{4} [A-Z0-9]{4}/.exec(
        (await leader.getByRole('region', { name: 'Teamcode' }).textContent()) ?? '',
      )?.[0] ?? '';
    await expectAccessible(leader, 'the people of a new team');
  });

  await test.step('Kim accepts the invitation from her mail', async () => {
    await mailbox.goto('/mail');
    await mailbox.getByRole('navigation').getByRole('button').filter({ hasText: 'kim@' }).click();
    const link = await mailbox.getByRole('article').getByRole('link').first().getAttribute('href');
    await kim.goto(link ?? '');
    await expect(kim.getByRole('textbox', { name: 'Je naam' })).toHaveValue('Kim de Boer');
    await expectAccessible(kim, 'the invitation');
    await kim.getByRole('button', { name: 'Kom erbij' }).click();
    await expect(kim.getByRole('heading', { level: 1, name: team })).toBeVisible();
  });

  await test.step('Janne comes in with the code of the team', async () => {
    await janne.goto('/join');
    await janne.getByRole('textbox', { name: 'Teamcode' }).fill(code.toLowerCase());
    await janne.getByRole('button', { name: 'Zoek het team' }).tap();
    await expect(janne.getByRole('heading', { level: 1, name: `Meedoen met ${team}` })).toBeVisible();
    await janne.getByRole('textbox', { name: 'Je naam' }).fill('Janne Smit');
    await janne.getByRole('textbox', { name: 'Je e-mailadres' }).fill('janne@delinde.example');
    await expectAccessible(janne, 'joining with a code');
    await janne.getByRole('button', { name: 'Stuur me een code' }).tap();
    await janne
      .getByRole('textbox', { name: 'Code uit de mail' })
      .fill(await readCode(mailbox, 'janne@delinde.example'));
    await expect(janne.getByRole('heading', { level: 1, name: team })).toBeVisible();
  });

  await test.step('the empty board says what belongs where', async () => {
    for (const words of ['Waar werken jullie aan?', 'Wie doet wat, en wanneer?', 'Klein mag ook'])
      await expect(kim.getByText(words)).toBeVisible();
    await expectAccessible(kim, 'an empty board');
    await expectAccessible(janne, 'an empty board on a phone');
  });

  await test.step('the first goal', async () => {
    await kim.getByRole('button', { name: 'Zet het eerste doel op het bord' }).click();
    const dialog = kim.getByRole('dialog', { name: 'Nieuw doel' });
    await dialog.getByRole('textbox', { name: 'Het doel' }).fill(goal);
    await dialog
      .getByRole('group', { name: 'Waar willen jullie uitkomen?' })
      .getByRole('radio', { name: '8' })
      .check();
    await dialog
      .getByRole('group', { name: 'Waar staan jullie nu?' })
      .getByRole('radio', { name: '4' })
      .check();
    await expectAccessible(kim, 'making a goal');
    await dialog.getByRole('button', { name: 'Zet op het bord' }).click();
    for (const page of [kim, janne]) await expect(page.getByRole('heading', { name: goal })).toBeVisible();
  });

  await test.step('the first actions, pasted from the minutes of the last meeting', async () => {
    await kim.getByRole('combobox', { name: 'Nieuwe actie' }).focus();
    await paste(kim, lines.join('\n'));
    const dialog = kim.getByRole('dialog', { name: '3 regels geplakt' });
    await expectAccessible(kim, 'pasted lines');
    await dialog.getByRole('button', { name: '3 acties toevoegen' }).click();
    for (const action of [
      'rekenhoek inrichten',
      'drie leerlingen bevragen',
      'spellen uitzoeken met z’n allen',
    ])
      for (const page of [kim, janne])
        await expect(page.getByRole('checkbox', { name: `Gedaan: ${action}`, exact: true })).toBeVisible();
  });

  await test.step('they arrange the board: hide, rename, move with a button and with the keyboard', async () => {
    await choose(kim, 'Meer', 'Bord inrichten');
    await kim.getByRole('button', { name: 'Verberg Inspiratie' }).click();
    await kim.getByRole('button', { name: 'Geef Parkeren een andere naam' }).click();
    const dialog = kim.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Eigen naam' }).fill('Koelkast');
    await dialog.getByRole('textbox', { name: 'Eigen naam' }).press('Enter');
    await expect(dialog).toBeHidden();
    await kim.getByRole('button', { name: 'Koelkast omhoog' }).click();
    await kim.getByRole('button', { name: 'Acties omlaag' }).press('Enter');
    await expectAccessible(kim, 'arranging the board');

    await expect(janne.getByRole('region', { name: 'Koelkast' })).toBeVisible();
    await expect(janne.getByRole('region', { name: 'Inspiratie' })).toHaveCount(0);
    await kim.getByRole('link', { name: 'Terug naar het bord' }).click();
    const order = (await kim.getByRole('main').getByRole('heading', { level: 2 }).allTextContents()).map(
      (title) => title.replace(/^.*: ?/, ''),
    );
    expect(order.indexOf('Koelkast'), order.join()).toBeLessThan(order.indexOf('Successen'));
    expect(order.indexOf('Acties'), order.join()).toBeGreaterThan(order.indexOf('Programma'));
  });

  await test.step('a second board is for day-to-day matters: the same people, and no goals on it', async () => {
    await choose(kim, 'Meer', 'Organisatiebord erbij');
    await expect(kim.getByText('Organisatiebord: de dagelijkse gang van zaken')).toBeVisible();
    await expect(kim.getByRole('region', { name: 'Acties' })).toBeVisible();
    await expect(kim.getByRole('region', { name: 'Doelen' })).toHaveCount(0);
    for (const name of ['Kim', 'Janne'])
      await expect(kim.getByRole('region', { name: 'Check-in' }).getByText(name).first()).toBeAttached();
    await expectAccessible(kim, 'an organisational board');
    await choose(kim, 'Meer', 'Naar het verbeterbord');
    await expect(kim.getByRole('region', { name: 'Doelen' })).toBeVisible();
  });

  await test.step('the leader joins in: is named, takes part, and has no turn to lead', async () => {
    await leader.getByRole('link', { name: 'Terug naar het bord' }).click();
    await expect(leader.getByText('Je kijkt mee met dit bord')).toBeVisible();
    await expectAccessible(leader, 'a board that one looks on at');
    await leader.getByRole('button', { name: 'Doe mee met dit team' }).click();
    await expect(leader.getByRole('combobox', { name: 'Nieuwe actie' })).toBeVisible();
    await expect(leader.getByRole('button', { name: /Start bordsessie/ })).toHaveCount(0);
  });
});
