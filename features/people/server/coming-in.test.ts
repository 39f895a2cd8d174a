import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { peopleEndpoints } from '#features/people/server';
import { makeWorld, type World } from '#features/people/server/testing';
import { newId } from '#packages/kernel';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

let count = 0;
const newAddress = () => `nieuw${++count}@elders.example`;

async function invited(email = newAddress(), name: string | null = 'Noor Bakker') {
  const sam = await world.as(world.sam);
  const got = await sam.post(`/teams/${world.team}/invitations`, { people: [{ email, name }] });
  expect(got).toMatchObject({ refused: null, body: { outcomes: [{ email, outcome: 'invited' }] } });
  return { email, token: await world.tokenTo(email) };
}

const invitationsOf = async () => {
  const { body } = await (await world.as(world.sam)).get(`/teams/${world.team}/invitations?limit=100`);
  return (body as { items: { id: string; email: string }[] }).items;
};

describe('P11 inviting', () => {
  test('P11 done: several at once, each gets a mail that names who asks and which team', async () => {
    const sam = await world.as(world.sam);
    const people = [
      { email: newAddress(), name: 'Noor Bakker' },
      { email: newAddress(), name: null },
    ];
    await sam.post(`/teams/${world.team}/invitations`, {
      people: [...people, { ...people[0], name: 'Twice' }],
    });
    const [first] = await world.mailsTo(people[0]?.email ?? '');
    expect(first?.subject).toBe('Sam de Boer nodigt je uit voor Bovenbouw');
    expect(first?.text).toContain('Hallo Twice,');
    expect(first?.text).toMatch(/https:\/\/bord\.example\/invitation#[\w-]{43}/);
    expect(await world.mailsTo(people[1]?.email ?? '')).toHaveLength(1);
    expect((await invitationsOf()).map((open) => open.email)).toEqual(
      expect.arrayContaining(people.map((one) => one.email)),
    );
  });

  test('P11 repeated at once: one mail; later: a new link, and the old one is void', async () => {
    const { email, token: first } = await invited();
    await invited(email);
    expect(await world.mailsTo(email)).toHaveLength(1);
    world.pass(5);
    const { token: second } = await invited(email);
    expect(await world.mailsTo(email)).toHaveLength(2);
    expect((await world.browser().post('/invitations/read', { token: first })).refused).toBe(
      'people.invitation-over',
    );
    expect((await world.browser().post('/invitations/read', { token: second })).refused).toBeNull();
  });

  test('P11 whoever is in the team already gets no mail', async () => {
    const leader = await world.as(world.leader);
    const before = (await world.mailsTo(world.sam.email)).length;
    const got = await leader.post(`/teams/${world.team}/invitations`, {
      people: [{ email: world.sam.email }],
    });
    expect(got.body).toEqual({ outcomes: [{ email: world.sam.email, outcome: 'already-there' }] });
    expect(await world.mailsTo(world.sam.email)).toHaveLength(before);
  });

  test.each([
    [[]],
    [[{ email: 'no address' }]],
    [Array.from({ length: 61 }, (_, index) => ({ email: `a${index}@b.example` }))],
  ])('P11 invalid: %#', async (people) => {
    expect(
      (await (await world.as(world.sam)).post(`/teams/${world.team}/invitations`, { people })).refused,
    ).toBe('invalid');
  });

  test('P11 not visible for somebody of another school, nor for a board display', async () => {
    const vera = await world.as(world.vera);
    expect(
      (await vera.post(`/teams/${world.team}/invitations`, { people: [{ email: newAddress() }] })).refused,
    ).toBe('not-found');
    expect((await vera.get(`/teams/${world.team}/people`)).refused).toBe('not-found');
  });

  test('P11 a school has at most three hundred invitations open', async () => {
    const many = (from: number) => ({
      people: Array.from({ length: 60 }, (_, index) => ({ email: `veel${from + index}@b.example` })),
    });
    const refusals: (string | null)[] = [];
    for (let from = 0; from < 300; from += 60) {
      // One browser may ask sixty in a minute; somebody may have several.
      const browser = await world.as(world.sam);
      refusals.push((await browser.post(`/teams/${world.team}/invitations`, many(from))).refused);
    }
    expect(refusals.at(-1)).toBe('people.too-many-invitations');
    expect(await world.mailsTo('veel299@b.example')).toHaveLength(0);
    await world.owner`delete from invitation where email like 'veel%'`;
  });

  test('P11 withdrawing: the link is void at once; twice is not there; another team’s is not there', async () => {
    const { email, token } = await invited();
    const id = (await invitationsOf()).find((open) => open.email === email)?.id;
    const vera = await world.as(world.vera);
    const sam = await world.as(world.sam);
    expect((await vera.delete(`/teams/${world.otherTeam}/invitations/${id}`)).refused).toBe('not-found');
    expect((await sam.delete(`/teams/${world.team}/invitations/${id}`)).body).toEqual({ withdrawn: true });
    expect((await sam.delete(`/teams/${world.team}/invitations/${id}`)).refused).toBe('not-found');
    expect((await world.browser().post('/invitations/accept', { token, name: 'Noor' })).refused).toBe(
      'people.invitation-over',
    );
  });
});

describe('P11 accepting', () => {
  test('P11 done, somebody new: sees what it is for, gives a name, is in and signed in', async () => {
    const { email, token } = await invited();
    const browser = world.browser();
    expect((await browser.post('/invitations/read', { token })).body).toEqual({
      schoolName: 'De Linde',
      teamName: 'Bovenbouw',
      role: null,
      email,
      name: 'Noor Bakker',
      invitedBy: 'Sam de Boer',
      next: 'new',
    });
    const got = await browser.post('/invitations/accept', {
      token,
      name: 'Noor van der Berg',
      language: 'en',
    });
    expect(got).toMatchObject({ refused: null, body: { schoolId: world.school, teamId: world.team } });
    expect((await browser.get('/me')).body).toMatchObject({
      name: 'Noor van der Berg',
      email,
      language: 'en',
      teams: [{ id: world.team }],
    });
    expect((await invitationsOf()).map((open) => open.email)).not.toContain(email);
  });

  test('P11 used once, also by two at the same moment', async () => {
    const { token } = await invited();
    const both = await Promise.all(
      [1, 2].map(() => world.browser().post('/invitations/accept', { token, name: 'Noor' })),
    );
    expect(both.map((one) => one.refused).filter((refused) => refused === null)).toHaveLength(1);
    expect((await world.browser().post('/invitations/accept', { token, name: 'Noor' })).refused).toBe(
      'people.invitation-over',
    );
  });

  test('P11 without a name nobody new is made', async () => {
    const { email, token } = await invited(newAddress(), null);
    expect(await world.browser().post('/invitations/accept', { token })).toMatchObject({
      refused: 'invalid',
      detail: { field: 'name' },
    });
    expect(await world.owner`select 1 from person where email = ${email}`).toHaveLength(0);
    expect((await world.browser().post('/invitations/accept', { token, name: 'Noor' })).refused).toBeNull();
  });

  test('P11 the link does not open the account of somebody who is known', async () => {
    const kim = await world.person('Kim Jansen');
    const { token } = await invited(kim.email);
    const thief = world.browser();
    expect((await thief.post('/invitations/read', { token })).body).toMatchObject({ next: 'sign-in' });
    expect((await thief.post('/invitations/accept', { token, name: 'Kim' })).refused).toBe(
      'people.invitation-sign-in',
    );
    expect(thief.token).toBeNull();
    const own = await world.as(kim);
    expect((await own.post('/invitations/accept', { token })).refused).toBeNull();
    expect((await own.get('/me')).body).toMatchObject({ teams: [{ id: world.team }] });
  });

  test('P11 it is for its receiver, not for whoever is signed in', async () => {
    const { token } = await invited();
    const vera = await world.as(world.vera);
    expect((await vera.post('/invitations/read', { token })).body).toMatchObject({ next: 'other' });
    expect((await vera.post('/invitations/accept', { token })).refused).toBe('people.invitation-for-other');
    expect((await vera.get(`/teams/${world.team}/people`)).refused).toBe('not-found');
  });

  test('P11 after fourteen days it has run out', async () => {
    const { token } = await invited();
    world.pass(14 * 24 * 60);
    expect((await world.browser().post('/invitations/accept', { token, name: 'Noor' })).refused).toBe(
      'people.invitation-over',
    );
  });

  test.each([
    ['a'.repeat(43), 'people.invitation-over'],
    ['short', 'invalid'],
  ])('P11 the token %j', async (token, refused) => {
    expect((await world.browser().post('/invitations/read', { token })).refused).toBe(refused);
    expect((await world.browser().post('/invitations/accept', { token, name: 'Noor' })).refused).toBe(
      refused,
    );
  });
});

describe('P12 the team code', () => {
  const codeNow = async () => {
    const { body } = await (await world.as(world.sam)).get(`/teams/${world.team}/ways-in`);
    return (body as { joinCode: { code: string } }).joinCode.code;
  };

  test('P12 a valid code shows the name of the team, as somebody types it', async () => {
    const code = await codeNow();
    expect(code).toMatch(/^[ACDEFGHJKMNPQRTWXY34679]{8}$/);
    const typed = `${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`;
    expect((await world.browser().get(`/join/${typed}`)).body).toEqual({
      teamName: 'Bovenbouw',
      schoolName: 'De Linde',
    });
    expect(await codeNow()).toBe(code);
  });

  test('P12 somebody who is signed in joins; joining again changes nothing', async () => {
    const kim = await world.person('Kim de Wit');
    const browser = await world.as(kim);
    expect((await browser.get('/me')).body).toMatchObject({ teams: [] });
    const code = await codeNow();
    expect((await browser.post('/join', { code })).body).toEqual({
      schoolId: world.school,
      teamId: world.team,
    });
    expect((await browser.get('/me')).body).toMatchObject({ teams: [{ id: world.team }] });
    const { body: before } = await browser.get(`/teams/${world.team}/people`);
    expect((await browser.post('/join', { code })).refused).toBeNull();
    expect((await browser.get(`/teams/${world.team}/people`)).body).toEqual(before);
    expect((await world.browser().post('/join', { code })).refused).toBe('sign-in-first');
  });

  test('P12 somebody new proves the address first: only then there is a person and a place', async () => {
    const email = newAddress();
    const browser = world.browser();
    const asked = await browser.post('/join/code', { code: await codeNow(), name: 'Daan Kok', email });
    expect(asked.body).toEqual({ asked: true });
    expect(await world.owner`select 1 from person where email = ${email}`).toHaveLength(0);
    const got = await browser.post('/sign-in', { email, code: await world.codeTo(email) });
    expect(got.body).toMatchObject({ joinedTeam: world.team });
    expect((await browser.get('/me')).body).toMatchObject({ name: 'Daan Kok', teams: [{ id: world.team }] });
  });

  test('P12 somebody known keeps the own name, whatever was typed', async () => {
    const kim = await world.person('Kim Jansen');
    const browser = world.browser();
    await browser.post('/join/code', { code: await codeNow(), name: 'Not Kim', email: kim.email });
    await browser.post('/sign-in', { email: kim.email, code: await world.codeTo(kim.email) });
    expect((await browser.get('/me')).body).toMatchObject({
      name: 'Kim Jansen',
      teams: [{ id: world.team }],
    });
  });

  test('P12 renewed: the old code is void at once', async () => {
    const old = await codeNow();
    const sam = await world.as(world.sam);
    const renewed = await sam.post(`/teams/${world.team}/join-code`);
    expect((renewed.body as { code: string }).code).not.toBe(old);
    expect((await world.browser().get(`/join/${old}`)).refused).toBe('people.join-code-wrong');
    expect((await sam.post('/join', { code: old })).refused).toBe('people.join-code-wrong');
    expect(
      (await world.browser().post('/join/code', { code: old, name: 'A', email: newAddress() })).refused,
    ).toBe('people.join-code-wrong');
    expect((await (await world.as(world.vera)).post(`/teams/${world.team}/join-code`)).refused).toBe(
      'not-found',
    );
  });

  test('P12 guessing: wrong codes tell nothing, and every door that takes one counts its calls', async () => {
    for (const guess of ['AAAAAAAA', 'x', `${'A'.repeat(40)}`, '%', '________']) {
      expect((await world.browser().get(`/join/${encodeURIComponent(guess)}`)).refused).toBe(
        'people.join-code-wrong',
      );
    }
    const doors = peopleEndpoints(world.parts)
      .map(({ endpoint }) => endpoint)
      .filter(({ url }) => url.startsWith('/join'));
    expect(doors.map((door) => [door.url, (door.callsPerMinute ?? Number.POSITIVE_INFINITY) <= 15])).toEqual([
      ['/join/:code', true],
      ['/join/code', true],
      ['/join', true],
    ]);
  });
});

describe('P11 two links to one address at the same moment', () => {
  test('make one person, and let in only one of the two', async () => {
    const email = newAddress();
    const { token } = await invited(email);
    const team = await world.newTeam(world.school, 'Middenbouw');
    await (await world.as(world.leader)).post(`/teams/${team}/invitations`, {
      people: [{ email, name: 'Noor' }],
    });
    const other = await world.tokenTo(email);
    const browsers = [world.browser(), world.browser()];
    // Both have read that nobody has this address before either is somebody.
    const both = await Promise.all(
      [token, other].map((each, index) =>
        browsers[index]?.post('/invitations/accept', { token: each, name: 'Noor' }),
      ),
    );
    expect(both.map((got) => got?.refused).sort()).toEqual([null, 'people.invitation-sign-in'].sort());
    expect(browsers.filter((browser) => browser.token !== null)).toHaveLength(1);
    // The other link still works, for whoever proves to be that person.
    const late = both[0]?.refused === null ? other : token;
    expect((await world.browser().post('/invitations/read', { token: late })).body).toMatchObject({
      next: 'sign-in',
    });
  });
});

describe('P3 leaving', () => {
  test('P3 done: the board is closed to them at once, also for a browser whose answer was kept', async () => {
    const kim = await world.person('Kim Jansen');
    await world.join(world.school, world.team, kim);
    const browser = await world.as(kim);
    expect((await browser.get(`/teams/${world.team}/people`)).refused).toBeNull();
    expect((await browser.post(`/teams/${world.team}/leave`)).body).toEqual({ left: true });
    expect(world.changed).toContain(kim.id);
    expect((await browser.get(`/teams/${world.team}/people`)).refused).toBe('not-found');
    expect((await browser.post(`/teams/${world.team}/leave`)).refused).toBe('not-found');
    expect((await browser.get('/me')).body).toMatchObject({ teams: [], schools: [] });
  });

  test('P3 taken out by a colleague; twice changes nothing; back by the code in the old place', async () => {
    const kim = await world.person('Kim Jansen');
    const memberId = await world.join(world.school, world.team, kim);
    const [sam, browser] = [await world.as(world.sam), await world.as(kim)];
    await browser.get('/me');
    expect((await sam.delete(`/teams/${world.team}/members/${memberId}`)).body).toEqual({ left: true });
    expect((await browser.get(`/teams/${world.team}/people`)).refused).toBe('not-found');
    expect((await sam.delete(`/teams/${world.team}/members/${memberId}`)).refused).toBeNull();
    const { body } = await sam.get(`/teams/${world.team}/ways-in`);
    await browser.post('/join', { code: (body as { joinCode: { code: string } }).joinCode.code });
    expect((await browser.get('/me')).body).toMatchObject({ teams: [{ memberId }] });
  });

  const codeOf = async () => {
    const { body } = await (await world.as(world.leader)).get(`/teams/${world.team}/ways-in`);
    return (body as { joinCode: { code: string } }).joinCode.code;
  };

  test('P12 whoever is taken out does not come back by the code that they know', async () => {
    const kim = await world.person('Kim Jansen');
    const memberId = await world.join(world.school, world.team, kim);
    const [known, browser] = [await codeOf(), await world.as(kim)];
    await (await world.as(world.sam)).delete(`/teams/${world.team}/members/${memberId}`);
    expect((await browser.post('/join', { code: known })).refused).toBe('people.join-code-wrong');
    expect((await browser.get('/me')).body).toMatchObject({ teams: [] });
    expect(await codeOf()).not.toBe(known);
  });

  test('P12 nor does whoever had a role that showed it', async () => {
    const [leader, coach] = [await world.person('Ans Leidt'), await world.person('Cor Begeleidt')];
    await world.give(world.school, 'school-leader', leader);
    await world.give(world.school, 'school-coach', coach, world.team);
    for (const who of [leader, coach]) {
      const [known, browser] = [await codeOf(), await world.as(who)];
      const [grant] = await world.owner`select id from scope_grant where person_id = ${who.id}`;
      await (await world.as(world.leader)).delete(`/schools/${world.school}/roles/${grant?.id}`);
      expect((await browser.post('/join', { code: known })).refused).toBe('people.join-code-wrong');
    }
  });

  test('P12 nor does anybody whom a member tells it after the school has closed', async () => {
    const settle = async (membersInvite: boolean) =>
      (await world.as(world.leader)).put(`/schools/${world.school}/settings`, { membersInvite });
    const known = await codeOf();
    await settle(true);
    expect(await codeOf()).toBe(known);
    await settle(false);
    const kim = await world.as(await world.person('Kim Jansen'));
    expect((await kim.post('/join', { code: known })).refused).toBe('people.join-code-wrong');
    await settle(true);
  });

  test('P12 whoever leaves by themselves leaves the code as it is', async () => {
    const kim = await world.person('Kim Jansen');
    await world.join(world.school, world.team, kim);
    const known = await codeOf();
    await (await world.as(kim)).post(`/teams/${world.team}/leave`);
    expect(await codeOf()).toBe(known);
  });

  test('P3 not there: a member of another team, somebody of another school', async () => {
    const [sam, vera] = [await world.as(world.sam), await world.as(world.vera)];
    const [theirs] = await world.owner`select id from member where person_id = ${world.vera.id}`;
    const [mine] = await world.owner`select id from member where person_id = ${world.sam.id}`;
    expect((await sam.delete(`/teams/${world.team}/members/${theirs?.id}`)).refused).toBe('not-found');
    expect((await sam.delete(`/teams/${world.team}/members/${newId()}`)).refused).toBe('not-found');
    expect((await vera.delete(`/teams/${world.team}/members/${mine?.id}`)).refused).toBe('not-found');
    expect((await vera.post(`/teams/${world.team}/leave`)).refused).toBe('not-found');
  });

  test('P3 a school leader who looks in has no place to leave', async () => {
    expect((await (await world.as(world.leader)).post(`/teams/${world.team}/leave`)).refused).toBe(
      'not-found',
    );
  });
});
