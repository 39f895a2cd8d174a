import { expectAccessible } from './accessible.ts';
import { choose, enterAs, signInByMail } from './entering.ts';
import { expect, test } from './journey.ts';

test('a lost phone is signed out from a laptop, and its open board closes at once', async ({ open }) => {
  const [laptop, phone] = [await open('laptop'), await open('phone')];
  for (const page of [laptop, phone]) {
    await enterAs(page, 'Noor el Idrissi');
    await expect(page.getByRole('heading', { level: 1, name: 'Bovenbouw' })).toBeVisible();
  }
  await laptop.goto('/account');
  await expectAccessible(laptop, 'me and my devices');
  await laptop
    .getByRole('region', { name: 'Waar je binnen bent' })
    .getByRole('button', { name: /^Meld af/ })
    .click();
  await expect(phone.getByText('Je bent op dit apparaat afgemeld')).toBeVisible();
  await expect(phone.getByRole('region', { name: 'Acties' })).toHaveCount(0);
  await expectAccessible(phone, 'signed out from elsewhere');
  await laptop.goto('/');
  await expect(laptop.getByRole('heading', { level: 1, name: 'Dag Noor' })).toBeVisible();
});

test('a wall screen is un-paired, and the board leaves it', async ({ open }) => {
  const [wall, laptop] = [await open('wall'), await open('laptop')];
  await wall.getByRole('button', { name: /^Open als bordscherm ?: Onderbouw/ }).tap();
  await expect(wall.getByRole('heading', { level: 1, name: 'Onderbouw' })).toBeVisible();
  // It is its team's board: neither the team's people nor anything else has a place on it.
  const board = wall.url();
  for (const elsewhere of [`${board}/people`, '/account']) {
    await wall.goto(elsewhere);
    await expect(wall).toHaveURL(board);
  }
  await enterAs(laptop, 'Bram Hoekstra');
  await choose(laptop, 'Meer', 'Mensen van het team');
  await laptop.getByRole('button', { name: /^Koppel los ?: Demonstratiescherm/ }).click();
  await laptop.getByRole('dialog').getByRole('button', { name: 'Koppel los' }).click();
  await expect(wall.getByRole('heading', { level: 1, name: 'Dit scherm is losgekoppeld' })).toBeVisible();
  await expectAccessible(wall, 'a screen that was un-paired');
  await wall.reload();
  await expect(wall.getByRole('heading', { level: 1, name: 'Onderbouw' })).toHaveCount(0);
});

test('somebody is taken out of the team, and their board closes', async ({ open }) => {
  const [coach, phone] = [await open('laptop'), await open('phone')];
  await enterAs(phone, 'Wil Jacobs');
  await expect(phone.getByRole('heading', { level: 1, name: 'Onderbouw' })).toBeVisible();
  await enterAs(coach, 'Anneke Smit');
  await coach.getByRole('link', { name: 'Onderbouw' }).click();
  await choose(coach, 'Meer', 'Mensen van het team');
  await coach.getByRole('button', { name: 'Wil Jacobs wijzigen' }).click();
  await coach.getByRole('dialog').getByRole('button', { name: 'Haal uit het team' }).click();
  await expectAccessible(coach, 'taking somebody out of the team');
  await coach
    .getByRole('dialog', { name: 'Wil Jacobs uit het team halen?' })
    .getByRole('button', { name: 'Haal uit het team' })
    .click();
  await expect(phone.getByRole('region', { name: 'Acties' })).toHaveCount(0);
  await expect(phone.getByText('Dit bord kun je niet openen')).toBeVisible();
  await expectAccessible(phone, 'a board that one no longer belongs to');
});

test('the board of another school is not there', async ({ open }) => {
  const [karin, sam] = [await open('laptop'), await open('phone')];
  await signInByMail(karin, 'karin@deregenboog.example');
  await karin
    .getByRole('link', { name: 'Middenbouw' })
    .or(karin.getByRole('link', { name: 'Bekijk het bord' }))
    .first()
    .click();
  await expect(karin.getByRole('heading', { level: 1, name: 'Middenbouw' })).toBeVisible();
  await enterAs(sam, 'Sam Visser');
  await expect(sam.getByRole('heading', { level: 1, name: 'Bovenbouw' })).toBeVisible();
  const ofSam = sam.url();

  await sam.goto(karin.url());
  await expect(sam.getByText('Dit bord kun je niet openen')).toBeVisible();
  await expect(sam.getByText('Middenbouw')).toHaveCount(0);
  await karin.goto(ofSam);
  await expect(karin.getByText('Dit bord kun je niet openen')).toBeVisible();
  await expect(karin.getByText('Bovenbouw')).toHaveCount(0);
});
