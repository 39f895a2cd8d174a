import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Me } from '#features/people/domain';
import { Sessions } from '#features/people/server';
import { makeWorld, type World } from '#features/people/server/testing';
import { newId } from '#packages/kernel';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
beforeEach(() => {
  world.revoked.length = 0;
  world.changed.length = 0;
});
afterAll(() => world.end());

const iPad =
  'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1';

describe('P9 who am I', () => {
  test('P9 name, places and roles, and only the boards that may be opened', async () => {
    const kim = await world.person('Kim Jansen');
    const second = await world.newTeam(world.school, 'Middenbouw');
    const kleuters = await world.newTeam(world.school, 'Kleuters');
    const memberId = await world.join(world.school, second, kim);
    await world.give(world.school, 'school-coach', kim, world.team);
    const { body } = await (await world.as(kim)).get('/me');
    const nothingMore = {
      theme: null,
      endsOn: null,
      organisationalBoardId: null,
      improvementBoardId: null,
    };
    const school = {
      of: 'school',
      schoolId: world.school,
      bodyId: world.body,
      regionId: null,
      programmeId: null,
      membersInvite: true,
    };
    expect(body).toEqual({
      actor: {
        kind: 'person',
        personId: kim.id,
        memberships: [{ schoolId: world.school, teamId: second, memberId, place: 'member' }],
        grants: [{ role: 'school-coach', over: 'team', overId: world.team, schoolId: world.school }],
      },
      name: 'Kim Jansen',
      email: kim.email,
      language: 'nl',
      teams: [
        {
          id: second,
          name: 'Middenbouw',
          kind: 'teachers',
          accent: 'teal',
          ...nothingMore,
          school,
          schoolId: world.school,
          schoolName: 'De Linde',
          memberId,
          place: 'member',
        },
        {
          id: world.team,
          name: 'Bovenbouw',
          kind: 'teachers',
          accent: 'teal',
          ...nothingMore,
          school,
          schoolId: world.school,
          schoolName: 'De Linde',
          memberId: null,
          place: 'coach',
        },
        // For the rhythm of all teams.
        ...[
          { id: kleuters, name: 'Kleuters', kind: 'teachers' },
          { id: world.leadTeam, name: 'Schoolteam', kind: 'lead' },
        ].map((team) => ({
          ...team,
          accent: 'teal',
          ...nothingMore,
          school,
          schoolId: world.school,
          schoolName: 'De Linde',
          memberId: null,
          place: null,
        })),
      ],
      schools: [{ id: world.school, name: 'De Linde', school, roles: ['school-coach'] }],
      schoolsInAll: 1,
      demonstration: false,
    });
  });

  test('P9 a teacher is told of no board but the own', async () => {
    const { body } = await (await world.as(world.sam)).get('/me');
    expect((body as Me).teams.map(({ id }) => id)).toEqual([world.team]);
  });

  test('P9 nobody is nobody', async () => {
    expect((await world.browser().get('/me')).refused).toBe('sign-in-first');
  });

  test('P9 own name and language: done, invalid, not for nobody', async () => {
    const kim = await world.person('Kim Jansen');
    const browser = await world.as(kim);
    expect((await browser.put('/me', { name: 'Kim de Wit', language: 'en' })).body).toMatchObject({
      name: 'Kim de Wit',
      language: 'en',
    });
    expect((await browser.put('/me', { name: '', language: 'en' })).refused).toBe('invalid');
    expect((await browser.put('/me', { name: 'Kim', language: 'de' })).refused).toBe('invalid');
    expect((await world.browser().put('/me', { name: 'Kim', language: 'nl' })).refused).toBe('sign-in-first');
  });
});

describe('P10 browsers in which I am signed in', () => {
  test('P10 the list says which browser, on what, and which is this one', async () => {
    const kim = await world.person('Kim Jansen');
    const browser = await world.as(kim);
    await world.sessions.open({ personId: kim.id }, iPad);
    const { body } = await browser.get('/me/sessions');
    const { sessions } = body as { sessions: { isThisOne: boolean }[] };
    expect(sessions).toHaveLength(2);
    expect(sessions).toContainEqual(
      expect.objectContaining({ browser: 'Chrome', system: 'Windows', isThisOne: true }),
    );
    expect(sessions).toContainEqual(
      expect.objectContaining({ browser: 'Safari', system: 'iPad', isThisOne: false }),
    );
    expect(JSON.stringify(body)).not.toContain(browser.token);
  });

  test('P10 revoking one: over at once, though its answer was kept in memory', async () => {
    const kim = await world.person('Kim Jansen');
    const [here, there] = [await world.as(kim), await world.as(kim)];
    const lost = await world.sessions.whoIs(there.token);
    expect((await here.delete(`/me/sessions/${lost?.sessionId}`)).body).toEqual({ ended: 1 });
    expect(world.revoked).toEqual([lost?.sessionId]);
    expect((await there.get('/me')).refused).toBe('sign-in-first');
    expect((await here.get('/me')).refused).toBeNull();
    expect((await here.delete(`/me/sessions/${lost?.sessionId}`)).refused).toBe('not-found');
  });

  test('P10 whoever is at work does not wait for the look-up that keeps the answer fresh, and it is really made', async () => {
    const half = 25 / 60;
    const { token } = await world.as(world.sam);
    await world.sessions.whoIs(token);
    const first = await world.sessions.whoIs(token);
    world.pass(half);
    expect(await world.sessions.whoIs(token)).toBe(first);
    await expect.poll(() => world.sessions.whoIs(token)).not.toBe(first);
    // Ended in a way that nobody announced: known within the half minute for which an answer is kept.
    await world.owner`update web_session set revoked_at = ${world.iso()} where id = ${first?.sessionId ?? ''}`;
    world.pass(half);
    expect(await world.sessions.whoIs(token)).toMatchObject({ sessionId: first?.sessionId });
    await expect.poll(() => world.sessions.whoIs(token)).toBeNull();
  });

  test('P10 somebody else’s session looks like one that is not there', async () => {
    const theirs = await world.sessions.whoIs((await world.as(world.vera)).token);
    const mine = await world.as(world.sam);
    expect((await mine.delete(`/me/sessions/${theirs?.sessionId}`)).refused).toBe('not-found');
    expect((await mine.delete(`/me/sessions/${newId()}`)).refused).toBe('not-found');
    expect((await mine.delete('/me/sessions/nonsense')).refused).toBe('not-found');
    expect(world.revoked).toEqual([]);
  });

  test('P10 a session of somebody who stayed away for sixty days is over', async () => {
    const kim = await world.person('Kim Jansen');
    const browser = await world.as(kim);
    world.pass(59 * 24 * 60);
    expect((await browser.get('/me')).refused).toBeNull();
    world.pass(59 * 24 * 60);
    expect((await browser.get('/me')).refused).toBeNull();
    world.pass(61 * 24 * 60);
    expect((await browser.get('/me')).refused).toBe('sign-in-first');
  });
});

describe('P10 whoIs costs next to nothing', () => {
  test('P10 asked ten thousand times it asks the database once', async () => {
    const { token } = await world.as(world.sam);
    await world.sessions.whoIs(token);
    const questions = async () =>
      Number(
        (await world.owner`select xact_commit from pg_stat_database where datname = current_database()`)[0]
          ?.xact_commit,
      );
    const before = await questions();
    const start = performance.now();
    for (let time = 0; time < 10_000; time++) await world.sessions.whoIs(token);
    expect(performance.now() - start).toBeLessThan(2_000);
    expect((await questions()) - before).toBeLessThan(20);
  });

  test('P10 many at the same moment for one new token share one answer', async () => {
    const { token } = await world.as(world.sam);
    const answers = await Promise.all(Array.from({ length: 50 }, () => world.sessions.whoIs(token)));
    expect(new Set(answers).size).toBe(1);
  });

  test('P10 that somebody was here is written at most every five minutes', async () => {
    const kim = await world.person('Kim Jansen');
    const { token } = await world.as(kim);
    const lastSeen = async () => (await world.sessions.listOf(kim.id))[0]?.lastSeenAt;
    const first = await lastSeen();
    world.pass(4);
    await world.sessions.whoIs(token);
    expect(await lastSeen()).toBe(first);
    world.pass(2);
    await world.sessions.whoIs(token);
    expect(await lastSeen()).not.toBe(first);
  });

  test('P10 an answer that was on its way while the session ended is not kept', async () => {
    const kim = await world.person('Kim Jansen');
    const { token } = await world.as(kim);
    await Promise.all([
      world.sessions.whoIs(token),
      world.sessions.revoke(kim.id, 'all'),
      world.sessions.whoIs(token),
    ]);
    expect(await world.sessions.whoIs(token)).toBeNull();
  });

  test.each([[null], [''], ['x'], ['a'.repeat(43)], ["' or true --"]])('P10 %j is nobody', async (token) => {
    expect(await world.sessions.whoIs(token)).toBeNull();
  });
});

test('P10 another server hears of it: a session that ends, a place that changes', async () => {
  const heard: string[] = [];
  const other = new Sessions({
    database: world.database,
    onRevoked: (id) => heard.push(`session ${id}`),
    onPersonChanged: (id) => heard.push(`person ${id}`),
  });
  await other.start();
  const kim = await world.person('Kim Jansen');
  const browser = await world.as(kim);
  const known = await other.whoIs(browser.token);
  expect(known?.actor).toMatchObject({ memberships: [] });

  await world.join(world.school, world.team, kim);
  await expect.poll(() => heard).toContain(`person ${kim.id}`);
  expect((await other.whoIs(browser.token))?.actor).toMatchObject({ memberships: [{ teamId: world.team }] });

  await world.sessions.revoke(kim.id, 'all');
  await expect.poll(() => heard).toContain(`session ${known?.sessionId}`);
  expect(await other.whoIs(browser.token)).toBeNull();
  await other.stop();
});

test('P3 a place that ends by a command from the board is heard as well', async () => {
  await world.sessions.start();
  const kim = await world.person('Kim Jansen');
  const memberId = await world.join(world.school, world.team, kim);
  const browser = await world.as(kim);
  await expect.poll(() => world.changed).toContain(kim.id);
  expect((await browser.get('/me')).body).toMatchObject({ teams: [{ id: world.team }] });
  world.changed.length = 0;
  await world.parts.streams.run({
    ref: { kind: 'team', id: world.team },
    school: world.school,
    person: world.sam.id,
    member: null,
    message: { id: newId(), name: 'member.leave', payload: { memberId } },
  });
  await expect.poll(() => world.changed).toContain(kim.id);
  expect((await browser.get('/me')).body).toMatchObject({ teams: [] });
});
