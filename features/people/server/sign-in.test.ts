import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeWorld, type World } from '#features/people/server/testing';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

async function asked(email: string) {
  const browser = world.browser();
  expect((await browser.post('/sign-in/code', { email })).refused).toBeNull();
  return { browser, code: await world.codeTo(email) };
}

const wrongCode = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('P8 a code by mail', () => {
  test('P8 done: the mailed code signs in, in the browser that asked', async () => {
    const kim = await world.person('Kim Jansen');
    const { browser, code } = await asked(kim.email);
    expect(await browser.post('/sign-in', { email: kim.email, code })).toMatchObject({
      refused: null,
      body: { personId: kim.id, joinedTeam: null },
    });
    expect((await browser.get('/me')).body).toMatchObject({
      name: 'Kim Jansen',
      actor: { personId: kim.id },
    });
  });

  test('P8 the address may be typed with capitals and spaces around it', async () => {
    const kim = await world.person('Kim Jansen');
    const browser = world.browser();
    await browser.post('/sign-in/code', { email: `  ${kim.email.toUpperCase()} ` });
    const code = await world.codeTo(kim.email);
    expect((await browser.post('/sign-in', { email: kim.email, code: ` ${code} ` })).refused).toBeNull();
  });

  test.each([['no address'], ['a@b'], [''], [`${'a'.repeat(250)}@school.example`]])(
    'P8 invalid address %j',
    async (email) => {
      expect((await world.browser().post('/sign-in/code', { email })).refused).toBe('invalid');
    },
  );

  test.each(['12345', '1234567', 'abcdef', ''])('P8 invalid code %j is not even tried', async (code) => {
    expect((await world.browser().post('/sign-in', { email: world.sam.email, code })).refused).toBe(
      'invalid',
    );
  });

  test('P8 used once: the same code does not work again, here or elsewhere', async () => {
    const kim = await world.person('Kim Jansen');
    const { browser, code } = await asked(kim.email);
    const mark = browser.cookies.get('__Host-browser') ?? '';
    await browser.post('/sign-in', { email: kim.email, code });
    browser.cookies.set('__Host-browser', mark);
    expect((await browser.post('/sign-in', { email: kim.email, code })).refused).toBe('people.code-wrong');
  });

  test('P8 used once, also when two come at the same moment', async () => {
    const kim = await world.person('Kim Jansen');
    const { browser, code } = await asked(kim.email);
    const twin = world.browser();
    twin.cookies.set('__Host-browser', browser.cookies.get('__Host-browser') ?? '');
    const both = await Promise.all(
      [browser, twin].map((one) => one.post('/sign-in', { email: kim.email, code })),
    );
    expect(both.map((one) => one.refused).sort()).toEqual([null, 'people.code-wrong'].sort());
  });

  test('P8 in another browser the code is worth nothing', async () => {
    const kim = await world.person('Kim Jansen');
    const { code } = await asked(kim.email);
    const thief = world.browser();
    expect((await thief.post('/sign-in', { email: kim.email, code })).refused).toBe('people.other-browser');
    await thief.post('/sign-in/code', { email: world.sam.email });
    expect((await thief.post('/sign-in', { email: kim.email, code })).refused).toBe('people.code-wrong');
    expect(thief.token).toBeNull();
  });

  test('P8 the code is for one address only', async () => {
    const [kim, bo] = [await world.person('Kim Jansen'), await world.person('Bo Vos')];
    const { browser, code } = await asked(kim.email);
    expect((await browser.post('/sign-in', { email: bo.email, code })).refused).toBe('people.code-wrong');
  });

  test('P8 wrong tries for another address do not use up this one’s', async () => {
    const [kim, bo] = [await world.person('Kim Jansen'), await world.person('Bo Vos')];
    const { browser, code } = await asked(kim.email);
    for (let guess = 0; guess < 6; guess++)
      await browser.post('/sign-in', { email: bo.email, code: '000000' });
    expect((await browser.post('/sign-in', { email: kim.email, code })).refused).toBeNull();
  });

  test('P8 after ten minutes the code is too old', async () => {
    const kim = await world.person('Kim Jansen');
    const { browser, code } = await asked(kim.email);
    world.pass(9);
    expect((await browser.post('/sign-in', { email: kim.email, code: wrongCode(code) })).refused).toBe(
      'people.code-wrong',
    );
    world.pass(1);
    expect((await browser.post('/sign-in', { email: kim.email, code })).refused).toBe('people.code-wrong');
  });

  test('P8 guessing: after five wrong codes the right one does not work any more', async () => {
    const kim = await world.person('Kim Jansen');
    const { browser, code } = await asked(kim.email);
    const refusals: (string | null)[] = [];
    for (let guess = 0; guess < 5; guess++) {
      refusals.push((await browser.post('/sign-in', { email: kim.email, code: wrongCode(code) })).refused);
    }
    expect(refusals).toEqual([...Array(4).fill('people.code-wrong'), 'people.code-void']);
    expect((await browser.post('/sign-in', { email: kim.email, code })).refused).toBe('people.code-void');
  });

  test('P8 guessing with a hundred at once is still five tries', async () => {
    const kim = await world.person('Kim Jansen');
    const { browser, code } = await asked(kim.email);
    const guesses = Array.from({ length: 100 }, (_, index) =>
      String((Number(code) + 1 + index) % 1_000_000).padStart(6, '0'),
    );
    await Promise.all(guesses.map((guess) => browser.post('/sign-in', { email: kim.email, code: guess })));
    const [row] = await world.owner`select max(tries) as tries from sign_in_code where used_at is null`;
    expect(row?.tries).toBe(5);
    expect((await browser.post('/sign-in', { email: kim.email, code })).refused).toBe('people.code-void');
  });

  test('P8 asked twice, both codes work until one is used: mail may come late', async () => {
    const kim = await world.person('Kim Jansen');
    const { browser, code: first } = await asked(kim.email);
    world.pass(1);
    await browser.post('/sign-in/code', { email: kim.email });
    const mark = browser.cookies.get('__Host-browser') ?? '';
    expect((await browser.post('/sign-in', { email: kim.email, code: first })).refused).toBeNull();
    const second = await world.codeTo(kim.email);
    expect(second).not.toBe(first);
    browser.cookies.set('__Host-browser', mark);
    expect((await browser.post('/sign-in', { email: kim.email, code: second })).refused).toBe(
      'people.code-wrong',
    );
  });

  test('P7 at most four codes in a quarter of an hour, known or not', async () => {
    const kim = await world.person('Kim Jansen');
    for (const email of [kim.email, 'nobody.at.all@school.example']) {
      const refusals: (string | null)[] = [];
      for (let time = 0; time < 5; time++)
        refusals.push((await world.browser().post('/sign-in/code', { email })).refused);
      expect(refusals).toEqual([null, null, null, null, 'people.too-many-codes']);
      expect(await world.mailsTo(email)).toHaveLength(4);
    }
    world.pass(16);
    expect((await world.browser().post('/sign-in/code', { email: kim.email })).refused).toBeNull();
  });

  test('P7 twenty questions at once are still four codes', async () => {
    const kim = await world.person('Kim Jansen');
    await Promise.all(
      Array.from({ length: 20 }, () => world.browser().post('/sign-in/code', { email: kim.email })),
    );
    expect(await world.mailsTo(kim.email)).toHaveLength(4);
  });

  test('P8 nothing in the database can be read back: no address, no code, no mark of the browser', async () => {
    const kim = await world.person('Kim Jansen');
    const { browser, code } = await asked(kim.email);
    const [row] =
      await world.owner`select to_jsonb(sign_in_code) as all from sign_in_code order by made_at desc, id desc limit 1`;
    const text = JSON.stringify(row);
    for (const secret of [kim.email, `"${code}"`, browser.cookies.get('__Host-browser') ?? 'missing'])
      expect(text).not.toContain(secret);
  });
});

describe('P7 whether an address is known cannot be found out', () => {
  const unknown = 'wie.is.dit@school.example';

  test('P7 the same answer, the same cookie, one row and one mail each', async () => {
    const kim = await world.person('Kim Jansen');
    const rows = async () => Number((await world.owner`select count(*) from sign_in_code`)[0]?.count);
    const seen = [];
    for (const email of [kim.email, unknown]) {
      const before = await rows();
      const browser = world.browser();
      const got = await browser.post('/sign-in/code', { email });
      seen.push({
        got,
        cookies: [...browser.cookies].map(([name, value]) => [name, value.length]),
        rows: (await rows()) - before,
        mails: (await world.mailsTo(email)).length,
      });
    }
    expect(seen[1]).toEqual(seen[0]);
  });

  test('P7 trying a code goes the same for an unknown address, tries included', async () => {
    const browser = world.browser();
    await browser.post('/sign-in/code', { email: unknown });
    const refusals: (string | null)[] = [];
    for (let guess = 0; guess < 6; guess++) {
      refusals.push((await browser.post('/sign-in', { email: unknown, code: '123456' })).refused);
    }
    expect(refusals).toEqual([...Array(4).fill('people.code-wrong'), 'people.code-void', 'people.code-void']);
  });

  test('P7 whoever owns the unknown address reads how to come in, and no code', async () => {
    await world.browser().post('/sign-in/code', { email: 'lost@school.example', language: 'en' });
    const [mail] = await world.mailsTo('lost@school.example');
    expect(mail).toMatchObject({ language: 'en', subject: 'We do not know this e-mail address yet' });
    expect(mail?.text).not.toMatch(/\d{6}/);
    expect(await world.owner`select 1 from person where email = 'lost@school.example'`).toHaveLength(0);
  });

  test('P7 known people read their mail in their own language, whatever the screen speaks', async () => {
    await world.browser().post('/sign-in/code', { email: world.leader.email, language: 'en' });
    expect((await world.mailsTo(world.leader.email))[0]).toMatchObject({
      language: 'nl',
      subject: 'Je code om in te loggen',
    });
  });
});

describe('P9 going out', () => {
  test('P9 signing out ends this session only, and says so at once', async () => {
    const [here, there] = [await world.as(world.sam), await world.as(world.sam)];
    const token = here.token;
    const before = world.revoked.length;
    expect((await here.post('/sign-out')).refused).toBeNull();
    expect(world.revoked.length).toBe(before + 1);
    expect(await world.sessions.whoIs(token)).toBeNull();
    expect((await there.get('/me')).refused).toBeNull();
    expect((await here.post('/sign-out')).refused).toBeNull();
  });

  test('P9 signing out everywhere ends all of them', async () => {
    const kim = await world.person('Kim Jansen');
    const browsers = [await world.as(kim), await world.as(kim), await world.as(kim)];
    expect((await browsers[0]?.post('/sign-out/everywhere'))?.body).toEqual({ ended: 3 });
    for (const browser of browsers) expect((await browser.get('/me')).refused).toBe('sign-in-first');
    expect((await world.browser().post('/sign-out/everywhere')).refused).toBe('sign-in-first');
  });

  test('P9 signing in as somebody else ends the session that was there', async () => {
    const kim = await world.person('Kim Jansen');
    const browser = await world.as(world.sam);
    const before = browser.token;
    await browser.post('/sign-in/code', { email: kim.email });
    await browser.post('/sign-in', { email: kim.email, code: await world.codeTo(kim.email) });
    expect(await world.sessions.whoIs(before)).toBeNull();
    expect((await browser.get('/me')).body).toMatchObject({ name: 'Kim Jansen' });
  });
});
