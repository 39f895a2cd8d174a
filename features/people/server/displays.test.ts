import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, makeWorld, type World } from '#features/people/server/testing';
import { newId } from '#packages/kernel';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

async function wallWithCode(): Promise<{ wall: Browser; code: string }> {
  const wall = world.browser('Mozilla/5.0 (X11; CrOS x86_64) Chrome/138.0');
  const { body } = await wall.post('/display/pairing');
  return { wall, code: (body as { code: string }).code };
}

async function pairedWall(): Promise<{ wall: Browser; displayId: string }> {
  const { wall, code } = await wallWithCode();
  const { body } = await (await world.as(world.sam)).post(`/teams/${world.team}/displays`, {
    code,
    name: 'Teamkamer',
  });
  expect((await wall.post('/display/session')).refused).toBeNull();
  return { wall, displayId: (body as { displayId: string }).displayId };
}

describe('P13 a wall screen becomes the team’s board', () => {
  test('P13 done: code on the wall, typed by somebody of the team, and the wall is that board', async () => {
    const { wall, code } = await wallWithCode();
    expect(code).toMatch(/^[ACDEFGHJKMNPQRTWXY34679]{6}$/);
    expect((await wall.get('/display/pairing')).body).toMatchObject({ state: 'waiting' });
    const sam = await world.as(world.sam);
    const paired = await sam.post(`/teams/${world.team}/displays`, {
      code: ` ${code.toLowerCase()} `,
      name: 'Teamkamer',
    });
    expect((await wall.get('/display/pairing')).body).toEqual({ state: 'paired' });
    expect((await wall.post('/display/session')).body).toEqual({ paired: true });
    const { displayId } = paired.body as { displayId: string };
    expect((await wall.get('/me')).body).toMatchObject({
      actor: { kind: 'display', displayId, schoolId: world.school, teamId: world.team },
      name: 'Teamkamer',
      email: null,
      teams: [{ id: world.team, memberId: null }],
    });
    const { body } = await sam.get(`/teams/${world.team}/ways-in`);
    expect((body as { displays: unknown[] }).displays).toContainEqual(
      expect.objectContaining({ id: displayId, name: 'Teamkamer' }),
    );
  });

  test('P13 it is that board only: nothing about people, no other team, no signing out by passers-by', async () => {
    const { wall } = await pairedWall();
    for (const what of ['people', 'ways-in', 'invitations'])
      expect((await wall.get(`/teams/${world.team}/${what}`)).refused).toBe('not-found');
    expect((await wall.get(`/teams/${world.leadTeam}/people`)).refused).toBe('not-found');
    expect((await wall.get(`/schools/${world.school}/teams`)).refused).toBe('not-found');
    expect((await wall.get('/me/sessions')).refused).toBe('not-found');
    expect((await wall.post(`/teams/${world.team}/leave`)).refused).toBe('not-found');
    expect((await wall.post('/sign-out')).refused).toBe('not-found');
    expect((await wall.get('/me')).refused).toBeNull();
  });

  test('P13 it never times out', async () => {
    const { wall } = await pairedWall();
    world.pass(3 * 365 * 24 * 60);
    expect((await wall.get('/me')).body).toMatchObject({ name: 'Teamkamer' });
  });

  test('P13 typing the same code twice is one screen; another team’s code is no code', async () => {
    const { code } = await wallWithCode();
    const [sam, vera] = [await world.as(world.sam), await world.as(world.vera)];
    const first = await sam.post(`/teams/${world.team}/displays`, { code, name: 'Gang' });
    expect((await sam.post(`/teams/${world.team}/displays`, { code, name: 'Gang' })).body).toEqual(
      first.body,
    );
    expect((await vera.post(`/teams/${world.otherTeam}/displays`, { code, name: 'Van mij' })).refused).toBe(
      'people.pairing-code-wrong',
    );
    expect((await vera.post(`/teams/${world.team}/displays`, { code, name: 'Van mij' })).refused).toBe(
      'not-found',
    );
  });

  test('P13 only the browser that showed the code collects the session', async () => {
    const { wall, code } = await wallWithCode();
    await (await world.as(world.sam)).post(`/teams/${world.team}/displays`, { code, name: 'Teamkamer' });
    const { wall: other } = await wallWithCode();
    for (const thief of [world.browser(), other]) {
      expect((await thief.get('/display/pairing')).body).not.toMatchObject({ state: 'paired' });
      expect((await thief.post('/display/session')).refused).toBe('not-found');
      expect(thief.token).toBeNull();
    }
    expect((await wall.post('/display/session')).refused).toBeNull();
  });

  test('P13 before anybody typed the code there is nothing to collect', async () => {
    const { wall } = await wallWithCode();
    expect((await wall.post('/display/session')).refused).toBe('not-found');
    expect((await world.browser().get('/display/pairing')).body).toEqual({ state: 'none' });
  });

  test('P13 after ten minutes the code is void', async () => {
    const { wall, code } = await wallWithCode();
    world.pass(10);
    expect((await wall.get('/display/pairing')).body).toEqual({ state: 'none' });
    const sam = await world.as(world.sam);
    expect((await sam.post(`/teams/${world.team}/displays`, { code, name: 'Te laat' })).refused).toBe(
      'people.pairing-code-wrong',
    );
  });

  test.each([
    ['AAAAAA', 'people.pairing-code-wrong'],
    ['', 'invalid'],
    ['-', 'people.pairing-code-wrong'],
    ['A'.repeat(21), 'invalid'],
  ])('P13 the code %j is refused', async (code, refused) => {
    expect(
      (await (await world.as(world.sam)).post(`/teams/${world.team}/displays`, { code, name: 'X' })).refused,
    ).toBe(refused);
  });

  test('P13 whoever was signed in on the wall is signed out', async () => {
    const { wall, code } = await wallWithCode();
    const left = await world.as(world.sam);
    const token = left.token ?? '';
    wall.cookies.set('__Host-session', token);
    await (await world.as(world.sam)).post(`/teams/${world.team}/displays`, { code, name: 'Teamkamer' });
    await wall.post('/display/session');
    expect(await world.sessions.whoIs(token)).toBeNull();
  });
});

describe('P13 another name for a screen', () => {
  test('P13 done, and twice is the same; the screen itself knows it too', async () => {
    const { wall, displayId } = await pairedWall();
    const sam = await world.as(world.sam);
    const address = `/teams/${world.team}/displays/${displayId}`;
    expect((await sam.put(address, { name: ' Lokaal 12 ' })).body).toEqual({ renamed: true });
    expect((await sam.put(address, { name: 'Lokaal 12' })).body).toEqual({ renamed: true });
    expect((await wall.get('/me')).body).toMatchObject({ name: 'Lokaal 12' });
  });

  test('P13 not for another team, not for the screen, not without a name, not when it is un-paired', async () => {
    const { wall, displayId } = await pairedWall();
    const [sam, vera] = [await world.as(world.sam), await world.as(world.vera)];
    const address = `/teams/${world.team}/displays/${displayId}`;
    expect((await vera.put(`/teams/${world.otherTeam}/displays/${displayId}`, { name: 'X' })).refused).toBe(
      'not-found',
    );
    expect((await vera.put(address, { name: 'X' })).refused).toBe('not-found');
    expect((await wall.put(address, { name: 'X' })).refused).toBe('not-found');
    expect((await sam.put(address, { name: ' ' })).refused).toBe('invalid');
    await sam.delete(address);
    expect((await sam.put(address, { name: 'X' })).refused).toBe('not-found');
  });
});

describe('P13 un-pairing', () => {
  test('P13 done: its board closes at once; twice is not there', async () => {
    const { wall, displayId } = await pairedWall();
    const session = await world.sessions.whoIs(wall.token);
    const sam = await world.as(world.sam);
    expect((await sam.delete(`/teams/${world.team}/displays/${displayId}`)).body).toEqual({ unpaired: true });
    expect(world.revoked).toContain(session?.sessionId);
    expect((await wall.get('/me')).refused).toBe('sign-in-first');
    expect((await wall.post('/display/session')).refused).toBe('not-found');
    expect((await sam.delete(`/teams/${world.team}/displays/${displayId}`)).refused).toBe('not-found');
  });

  test('P13 un-paired before it collected: it never gets in', async () => {
    const { wall, code } = await wallWithCode();
    const sam = await world.as(world.sam);
    const { body } = await sam.post(`/teams/${world.team}/displays`, { code, name: 'Vergist' });
    await sam.delete(`/teams/${world.team}/displays/${(body as { displayId: string }).displayId}`);
    expect((await wall.post('/display/session')).refused).toBe('not-found');
  });

  test('P13 another team’s screen is not there', async () => {
    const { wall, displayId } = await pairedWall();
    const vera = await world.as(world.vera);
    expect((await vera.delete(`/teams/${world.otherTeam}/displays/${displayId}`)).refused).toBe('not-found');
    expect((await vera.delete(`/teams/${world.otherTeam}/displays/${newId()}`)).refused).toBe('not-found');
    expect((await wall.get('/me')).refused).toBeNull();
  });
});
