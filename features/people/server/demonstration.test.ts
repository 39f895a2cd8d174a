import { afterAll, beforeAll, expect, test } from 'vitest';
import { peopleEndpoints } from '#features/people/server';
import { makeWorld, type World } from '#features/people/server/testing';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await world.owner`alter table installation no force row level security`;
  await world.owner`update person set is_demonstration = true where id in (${world.sam.id}, ${world.leader.id})`;
});
afterAll(() => world.end());

const becomes = async (kind: 'demonstration' | 'production' | null) => {
  await world.owner`delete from installation`;
  if (kind) await world.owner`insert into installation (kind) values (${kind})`;
};

test('P14 the production list has no route of the demonstration', () => {
  const urls = peopleEndpoints(world.parts).map(({ endpoint }) => endpoint.url);
  expect(urls.length).toBeGreaterThan(25);
  expect(urls.filter((url) => url.includes('demonstration'))).toEqual([]);
});

test.each([['production' as const], [null]])(
  'P14 where the database is %j, its doors are not there and its people not seen',
  async (kind) => {
    await becomes(kind);
    const browser = world.browser();
    for (const got of [
      await browser.get('/demonstration/people'),
      await browser.get('/demonstration/mail'),
      await browser.post('/demonstration/enter', { personId: world.sam.id }),
    ]) {
      expect(got.refused).toBe('not-found');
    }
    expect(browser.token).toBeNull();
    expect(
      await world.database.within({ scope: 'sign-in' }, (sql) => sql`select id from person`),
    ).toHaveLength(0);
  },
);

test('P14 in a demonstration: everybody to be, by team; one click and one is them', async () => {
  await becomes('demonstration');
  const browser = world.browser();
  expect((await browser.get('/demonstration/people')).body).toEqual({
    schools: [
      {
        name: 'De Linde',
        language: 'nl',
        groups: [
          {
            team: { id: world.team, name: 'Bovenbouw', kind: 'teachers' },
            people: [{ personId: world.sam.id, name: 'Sam de Boer', roles: [] }],
          },
          {
            team: null,
            people: [{ personId: world.leader.id, name: 'Ingrid Smit', roles: ['school-leader'] }],
          },
        ],
      },
    ],
  });
  const got = await browser.post('/demonstration/enter', { personId: world.sam.id });
  expect(got.body).toEqual({ personId: world.sam.id, token: browser.token });
  const first = browser.token;
  expect((await browser.get('/me')).body).toMatchObject({ name: 'Sam de Boer', demonstration: true });
  await browser.post('/demonstration/enter', { personId: world.leader.id });
  expect(await world.sessions.whoIs(first)).toBeNull();
});

test('P14 who is not there to be tried cannot be entered: the second school, and somebody unknown', async () => {
  await becomes('demonstration');
  const browser = world.browser();
  expect((await browser.post('/demonstration/enter', { personId: world.vera.id })).refused).toBe('not-found');
  expect((await browser.post('/demonstration/enter', { personId: crypto.randomUUID() })).refused).toBe(
    'not-found',
  );
  expect((await browser.post('/demonstration/enter', { personId: 'x' })).refused).toBe('invalid');
  expect(JSON.stringify((await browser.get('/demonstration/people')).body)).not.toContain('Vera');
});

test('P14 the mailbox shows what would have been sent', async () => {
  await becomes('demonstration');
  const browser = world.browser();
  await browser.post('/sign-in/code', { email: world.sam.email });
  const { body } = await browser.get('/demonstration/mail');
  const [mail] = (body as { items: { to: string; subject: string; text: string; html: string }[] }).items;
  expect(mail).toMatchObject({
    to: world.sam.email,
    subject: 'Je code om in te loggen',
    text: expect.stringMatching(/\d{6}/),
  });
  expect(mail?.html).toContain('<!doctype html>');
});
