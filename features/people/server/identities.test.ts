import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { byEmail, type Identity, keyOf, type Me } from '#features/people/domain';
import { ensurePerson, sessionCookieName } from '#features/people/server';
import { makeWorld, type World } from '#features/people/server/testing';

/** P21: by what somebody is known, beside who they are. */

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const entree = (subject: string): Identity => ({
  kind: 'oidc',
  issuer: 'https://oidc.example',
  subject,
});
const comesIn = (identity: Identity, name: string, email: string | null = null) =>
  world.database.within({ scope: 'sign-in' }, (sql) =>
    ensurePerson(sql, identity, { name, language: 'nl', email }, world.database.now()),
  );
/** What a sign-in with that protocol ends in: a session for whoever is known by it. */
const browserOf = async (personId: string) => {
  const browser = world.browser();
  const { token } = await world.sessions.open({ personId }, 'Firefox');
  browser.cookies.set(sessionCookieName, token);
  return browser;
};

describe('P21 somebody without an e-mail address', () => {
  test('is there, signs in, joins a team and stands on its board', async () => {
    const id = await comesIn(entree('a1b2@realm'), 'Noor el Idrissi');
    const browser = await browserOf(id);
    expect((await browser.get('/me')).body).toMatchObject({
      name: 'Noor el Idrissi',
      email: null,
      teams: [],
    });

    const { body } = await (await world.as(world.leader)).get(`/teams/${world.team}/ways-in`);
    const { joinCode } = body as { joinCode: { code: string } };
    expect((await browser.post('/join', { code: joinCode.code })).refused).toBeNull();
    expect(((await browser.get('/me')).body as Me).teams).toMatchObject([
      { id: world.team, place: 'member' },
    ]);

    const people = (await browser.get(`/teams/${world.team}/people`)).body as { items: unknown[] };
    expect(people.items).toContainEqual(expect.objectContaining({ name: 'Noor el Idrissi', email: null }));
    const school = (await (await world.as(world.leader)).get(`/schools/${world.school}/people`)).body as {
      items: unknown[];
    };
    expect(school.items).toContainEqual(expect.objectContaining({ personId: id, email: null }));
    expect((await browser.put('/me', { name: 'Noor', language: 'en' })).body).toMatchObject({ name: 'Noor' });
  });

  test('comes back as the same person', async () => {
    const id = await comesIn(entree('c3d4@realm'), 'Femke Postma');
    expect(await comesIn(entree('c3d4@realm'), 'Somebody Else')).toBe(id);
    expect((await (await browserOf(id)).get('/me')).body).toMatchObject({ name: 'Femke Postma' });
  });

  test('cannot be mailed a code: there is no address that leads to them', async () => {
    await comesIn(entree('e5f6@realm'), 'Joke van Dijk', 'joke@post.example');
    const browser = world.browser();
    expect((await browser.post('/sign-in/code', { email: 'joke@post.example' })).body).toEqual({
      asked: true,
    });
    // An address to write to is not a way in.
    expect((await world.mailsTo('joke@post.example'))[0]?.text).not.toMatch(/\b\d{6}\b/);
  });
});

describe('P21 an identity', () => {
  test('is of one site: the same subject elsewhere is somebody else', async () => {
    const here = await comesIn(entree('same'), 'Bram Hoekstra');
    const there = await comesIn(
      { kind: 'oidc', issuer: 'https://other.example', subject: 'same' },
      'Daan Peters',
    );
    const passkey = await comesIn({ kind: 'passkey', subject: 'same' }, 'Wil Jacobs');
    expect(new Set([here, there, passkey]).size).toBe(3);
  });

  test('is written the same way by us and by the database, and no two are written alike', async () => {
    const identities: Identity[] = [
      byEmail('sam@school.example'),
      entree('sam'),
      { kind: 'oidc', issuer: 'https://oidc.example/sam', subject: 'x' },
      { kind: 'oidc', issuer: 'https://oidc.example', subject: '/sam x' },
      { kind: 'passkey', subject: 'AbC_-9' },
    ];
    for (const identity of identities) await comesIn(identity, 'Sam');
    const written =
      await world.owner`select key from identity where subject in ${world.owner(identities.map(({ subject }) => subject))}`;
    expect(written.map(({ key }) => key)).toEqual(expect.arrayContaining(identities.map(keyOf)));
    expect(new Set(identities.map(keyOf)).size).toBe(identities.length);
  });

  test('makes one person, also when two come with it at the same moment', async () => {
    const identity = byEmail('samen@school.example');
    const [made, go] = [Promise.withResolvers<string>(), Promise.withResolvers<void>()];
    const first = world.database.within({ scope: 'sign-in' }, async (sql) => {
      const newcomer = { name: 'Samen', language: 'nl', email: null } as const;
      made.resolve(await ensurePerson(sql, identity, newcomer, world.database.now()));
      await go.promise;
    });
    const id = await made.promise;
    // The second has looked before the first is done, and waits for it.
    const second = comesIn(identity, 'Samen');
    await new Promise((resolve) => setTimeout(resolve, 100));
    go.resolve();
    await first;
    expect(await second).toBe(id);
    expect(await world.owner`select id from person where name = 'Samen'`).toHaveLength(1);
  });

  test('belongs to its person alone: whoever has several comes in by each of them', async () => {
    const { id, email } = world.sam;
    await world.database.within(
      { scope: 'person', person: id },
      (sql) => sql`
        insert into identity (id, person_id, kind, issuer, subject, made_at)
        values (gen_random_uuid(), ${id}, 'oidc', 'https://oidc.example', 'sam@realm', ${world.iso()})`,
    );
    expect(await comesIn(entree('sam@realm'), 'Somebody Else')).toBe(id);
    expect(await comesIn(byEmail(email), 'Somebody Else')).toBe(id);
  });

  test.each([
    ['a subject without its site', { kind: 'oidc', issuer: null, subject: 'x' }],
    ['a site that is none', { kind: 'oidc', issuer: 'oidc.example', subject: 'x' }],
    [
      'a site with a space, which could pass for another',
      { kind: 'oidc', issuer: 'https://a b', subject: 'x' },
    ],
    ['an address with a site', { kind: 'email', issuer: 'https://oidc.example', subject: 'x@y.example' }],
    ['an address in capitals', { kind: 'email', issuer: null, subject: 'X@Y.example' }],
    ['another kind', { kind: 'password', issuer: null, subject: 'x' }],
  ])('is not %s', async (_, { kind, issuer, subject }) => {
    await expect(
      world.database.within(
        { scope: 'person', person: world.sam.id },
        (sql) => sql`
          insert into identity (id, person_id, kind, issuer, subject, made_at)
          values (gen_random_uuid(), ${world.sam.id}, ${kind}, ${issuer}, ${subject}, ${world.iso()})`,
      ),
    ).rejects.toMatchObject({ code: '23514' });
  });
});
