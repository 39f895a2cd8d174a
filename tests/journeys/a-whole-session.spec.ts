import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInBothThemes } from './accessible.ts';
import { enterAs, pairWall } from './entering.ts';
import { expect, testFromNothing as test } from './journey.ts';

const success = 'De hele klas bleef doorvragen bij de instructie';
const goal = 'De leerlingen van groep 5 durven hardop te denken';
const late = 'lesdoelkaart uitproberen in 7B';
const typedLine = 'Sam: exit tickets maken voor vrijdag';
const typedAction = 'exit tickets maken';
const tickedOffline = 'maatjes kiezen die samen hardop denken';
const addedOffline = 'ouders vertellen over het rekendoel';
const addedMeanwhile = 'rekenhoek opruimen';
const parkedOffline = 'Wie bestelt nieuwe wisbordjes?';

const tick = (page: Page, action: string) =>
  page.getByRole('checkbox', { name: `Gedaan: ${action}`, exact: true });
const noConnection = (page: Page, unsent: number) =>
  page.getByText(
    `Geen verbinding. Wat je doet wordt bewaard en straks verstuurd${unsent > 0 ? ` (${unsent})` : ''}.`,
  );

async function writeAction(page: Page, line: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Nieuwe actie' });
  await field.fill(line);
  await field.press('Enter');
  await expect(field).toHaveValue('');
}

test('a team holds its whole session on wall, laptop and phone, through a lost network and a killed server', async ({
  product,
  open,
}) => {
  const [wall, laptop, phone] = [await open('wall'), await open('laptop'), await open('phone')];
  const everywhere = [wall, laptop, phone];

  await test.step('a stranger comes in with one click; the wall is paired by the code that it shows', async () => {
    await expectAccessibleInBothThemes(phone, 'the first page');
    await enterAs(laptop, 'Tom de Groot');
    await enterAs(phone, 'Sam Visser');
    await pairWall(wall, laptop);
    for (const page of everywhere)
      await expect(page.getByRole('heading', { level: 1, name: 'Bovenbouw' })).toBeVisible();
    for (const page of everywhere) await expectAccessibleInBothThemes(page, 'the board');
  });

  await test.step('the session is started on the wall, and everybody joins in', async () => {
    await wall.getByRole('button', { name: 'Start bordsessie' }).tap();
    for (const page of [laptop, phone])
      await page.getByRole('button', { name: 'Bordsessie bezig – doe mee' }).click();
    for (const page of everywhere)
      await expect(page.getByRole('heading', { level: 1, name: 'Hoe kom je binnen?' })).toBeVisible();
  });

  await test.step('check-in: some at the wall, one on a phone; shown when the leader says so', async () => {
    const tile = (page: Page, name: string) =>
      page.getByRole('list', { name: 'Wie is er?' }).getByRole('button', { name });
    await tile(wall, 'Femke').tap();
    await wall
      .getByRole('region', { name: 'Femke, hoe kom je binnen?' })
      .getByRole('button', { name: 'gaat wel' })
      .tap();
    await tile(wall, 'Joke').tap();
    await wall
      .getByRole('region', { name: 'Joke, hoe kom je binnen?' })
      .getByRole('button', { name: 'goed', exact: true })
      .tap();
    await phone
      .getByRole('region', { name: 'Hoe kom jij binnen?' })
      .getByRole('button', { name: 'heel goed' })
      .tap();

    for (const page of everywhere)
      for (const name of ['Femke', 'Joke', 'Sam'])
        await expect(tile(page, name)).toHaveText(new RegExp(`${name}.*binnen`));
    await expectAccessible(wall, 'the check-in on the wall');
    await expectAccessible(phone, 'the check-in on a phone');
    await wall.getByRole('button', { name: 'Laat nu al zien' }).tap();
    for (const page of everywhere) {
      await expect(tile(page, 'Sam')).toContainText('heel goed');
      await expect(tile(page, 'Femke')).toContainText('gaat wel');
    }
  });

  await test.step('a success is celebrated', async () => {
    await wall.getByRole('button', { name: 'Verder: Successen' }).tap();
    await phone.getByRole('textbox', { name: 'Waar ben je trots op?' }).fill(success);
    await phone.getByRole('textbox', { name: 'Waar ben je trots op?' }).press('Enter');
    for (const page of everywhere) await expect(page.getByText(success, { exact: true })).toBeVisible();
    await expectAccessible(wall, 'successes on the wall');
  });

  await test.step('a goal is measured', async () => {
    await wall.getByRole('button', { name: 'Verder: Doelen' }).tap();
    for (const page of everywhere)
      await expect(page.getByRole('heading', { level: 2, name: goal })).toBeVisible();
    await wall.getByRole('radio', { name: '6', exact: true }).tap();
    for (const page of [laptop, phone])
      await expect(page.getByRole('radio', { name: '6', exact: true })).toBeChecked();
    await expectAccessible(wall, 'goals on the wall');
    await expectAccessible(phone, 'goals on a phone');
  });

  await test.step('actions are ticked, and a new one is typed as one line', async () => {
    await wall.getByRole('button', { name: 'Verder: Acties' }).tap();
    await tick(wall, late).tap();
    await expect(tick(laptop, late)).toBeHidden();
    const field = laptop.getByRole('combobox', { name: 'Nieuwe actie' });
    await field.fill(typedLine);
    await expectAccessible(laptop, 'actions on a laptop');
    await writeAction(laptop, typedLine);
    for (const page of everywhere) await expect(tick(page, typedAction)).toBeVisible();
  });

  await test.step('the phone loses its network and goes on', async () => {
    await phone.context().setOffline(true);
    await expect(noConnection(phone, 0)).toBeVisible();
    await tick(phone, tickedOffline).tap();
    await writeAction(phone, `Femke: ${addedOffline}`);
    await phone.getByRole('button', { name: 'Parkeren' }).tap();
    await phone.getByRole('textbox', { name: 'Wat moet wachten?' }).fill(parkedOffline);
    await phone.getByRole('button', { name: 'Parkeer', exact: true }).tap();
    await expect(noConnection(phone, 3)).toBeVisible();
    await expect(tick(phone, addedOffline)).toBeVisible();
    await phone.getByRole('button', { name: 'Bekijk' }).tap();
    const unsent = phone.getByRole('dialog', { name: 'Nog niet verstuurd' });
    for (const text of [addedOffline, parkedOffline]) await expect(unsent.getByText(text)).toBeVisible();
    await expectAccessible(phone, 'what is not sent yet');
    await unsent.getByRole('button', { name: 'Sluiten' }).first().tap();

    await writeAction(laptop, `Noor: ${addedMeanwhile}`);
    await expect(tick(wall, addedMeanwhile)).toBeVisible();
    await expect(tick(wall, addedOffline)).toBeHidden();
  });

  await test.step('the phone is reloaded without a network, and still has everything', async () => {
    for (const _ of ['once', 'twice']) {
      await phone.reload();
      await expect(noConnection(phone, 3)).toBeVisible();
      await expect(tick(phone, addedOffline)).toBeVisible();
      await expect(tick(phone, tickedOffline)).toBeHidden();
      // The page is there, and so is all that it is made of; what keeps it has had its turn.
      await phone.waitForLoadState('load');
      await phone.waitForTimeout(500);
    }
  });

  await test.step('the server is killed and comes back; the wall and the laptop go on by themselves', async () => {
    await product.kill();
    for (const page of [wall, laptop]) await expect(noConnection(page, 0)).toBeVisible();
    await tick(laptop, typedAction).click();
    await expect(noConnection(laptop, 1)).toBeVisible();
    await product.start();
    await expect(noConnection(laptop, 0)).toBeHidden({ timeout: 30_000 });
    for (const page of [wall, laptop])
      await expect(page.getByText('Geen verbinding')).toBeHidden({ timeout: 30_000 });
    await expect(tick(wall, typedAction)).toBeHidden();
    await expect(noConnection(phone, 3)).toBeVisible();
  });

  await test.step('the phone comes back: what was done there arrives', async () => {
    await phone.context().setOffline(false);
    await expect(phone.getByText('Geen verbinding')).toBeHidden({ timeout: 30_000 });
    for (const page of everywhere) {
      await expect(tick(page, addedOffline)).toBeVisible();
      await expect(tick(page, addedMeanwhile)).toBeVisible();
      await expect(tick(page, tickedOffline)).toBeHidden();
    }
  });

  await test.step('the session ends with a summary on every screen', async () => {
    await wall.getByRole('button', { name: 'Verder: Vandaag' }).tap();
    await expect(wall.getByRole('region', { name: 'Geparkeerd' })).toContainText(parkedOffline);
    await expectAccessible(wall, 'today on the wall');
    await wall.getByRole('button', { name: 'Afsluiten' }).tap();
    await expectAccessible(wall, 'closing on the wall');
    await wall.getByRole('button', { name: 'Sluit de bordsessie af' }).tap();
    for (const page of everywhere) {
      await expect(page.getByRole('heading', { level: 1, name: 'Dat was de bordsessie' })).toBeVisible();
      for (const text of [success, late, addedOffline, addedMeanwhile, parkedOffline])
        await expect(page.getByText(text).first()).toBeVisible();
    }
    await expectAccessibleInBothThemes(wall, 'the summary');
  });

  await test.step('at the end everything is on every screen, once, also in a browser that sees it for the first time', async () => {
    for (const page of everywhere) await page.getByRole('link', { name: 'Terug naar het bord' }).click();
    const newcomer = await open('laptop');
    await enterAs(newcomer, 'Mehmet Kaya');
    for (const page of [...everywhere, newcomer]) {
      await expect(page.getByText(success, { exact: true })).toHaveCount(1);
      await expect(page.getByRole('checkbox', { name: `Klaar: ${parkedOffline}`, exact: true })).toHaveCount(
        1,
      );
      for (const action of [addedOffline, addedMeanwhile]) {
        await expect(tick(page, action)).toHaveCount(1);
        await expect(tick(page, action)).not.toBeChecked();
      }
      for (const action of [tickedOffline, late, typedAction])
        await expect(
          page.getByRole('checkbox', { name: `Gedaan: ${action}`, exact: true, checked: false }),
        ).toHaveCount(0);
      await expect(page.getByRole('listitem').filter({ hasText: goal }).first()).toContainText('nu 6');
    }
  });

  await test.step('everybody has the summary by mail', async () => {
    const mailbox = await open('laptop');
    await mailbox.goto('/mail');
    const summaries = mailbox
      .getByRole('navigation')
      .getByRole('button', { name: /Verslag bordsessie Bovenbouw/ });
    await expect(summaries).toHaveCount(9);
    await summaries.filter({ hasText: 'femke@' }).click();
    await expect(mailbox.getByRole('article')).toContainText(addedOffline);
    await expectAccessible(mailbox, 'the mailbox');
  });
});
