import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundSchool } from '#features/people/server';
import { makeWorld, type World } from '#features/people/server/testing';
import { newId } from '#packages/kernel';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const teamBody = (change: object = {}) => ({
  id: newId(),
  name: 'Kleuters',
  kind: 'teachers',
  accent: 'plum',
  ...change,
});

describe('P15 teams of a school', () => {
  test('P15 done: a leader makes a team, and it has a board and a team code', async () => {
    const leader = await world.as(world.leader);
    const body = teamBody();
    expect((await leader.post(`/schools/${world.school}/teams`, body)).body).toEqual({ teamId: body.id });
    expect((await leader.get(`/teams/${body.id}/people`)).body).toEqual({ items: [], next: null, total: 0 });
    expect((await leader.get(`/teams/${body.id}/ways-in`)).body).toMatchObject({
      joinCode: { code: expect.stringMatching(/^\w{8}$/) },
      displays: [],
    });
  });

  test('P15 repeated: the same id makes one team', async () => {
    const leader = await world.as(world.leader);
    const body = teamBody({ name: 'Twee keer' });
    await leader.post(`/schools/${world.school}/teams`, body);
    expect((await leader.post(`/schools/${world.school}/teams`, body)).refused).toBeNull();
    expect(await world.owner`select 1 from team where name = 'Twee keer'`).toHaveLength(1);
  });

  test('P15 the id of another school’s team makes nothing there', async () => {
    const leader = await world.as(world.leader);
    const got = leader.post(
      `/schools/${world.school}/teams`,
      teamBody({ id: world.otherTeam, name: 'Geroofd' }),
    );
    expect((await got).refused).toBe('invalid');
    expect((await world.owner`select name from team where id = ${world.otherTeam}`)[0]).toEqual({
      name: 'Onderbouw',
    });
  });

  test.each([
    [{ name: '' }],
    [{ name: 'x'.repeat(61) }],
    [{ kind: 'parents' }],
    [{ accent: 'pink' }],
    [{ id: 'x' }],
  ])('P15 invalid %j', async (change) => {
    expect(
      (await (await world.as(world.leader)).post(`/schools/${world.school}/teams`, teamBody(change))).refused,
    ).toBe('invalid');
  });

  test('P15 not for a teacher, another school’s leader, or nobody', async () => {
    for (const who of [world.sam, world.vera]) {
      expect((await (await world.as(who)).post(`/schools/${world.school}/teams`, teamBody())).refused).toBe(
        'not-found',
      );
    }
    expect((await world.browser().post(`/schools/${world.school}/teams`, teamBody())).refused).toBe(
      'sign-in-first',
    );
  });

  test('P15 a teacher sees the names of the school’s teams, and which board may be opened', async () => {
    const { body } = await (await world.as(world.sam)).get(`/schools/${world.school}/teams`);
    const { teams } = body as { teams: { id: string; mayRead: boolean }[] };
    expect(teams.filter((team) => team.mayRead).map((team) => team.id)).toEqual([world.team]);
    expect(teams.map((team) => team.id)).toContain(world.leadTeam);
    expect(JSON.stringify(teams)).not.toContain(world.otherTeam);
    expect((await (await world.as(world.sam)).get(`/schools/${world.otherSchool}/teams`)).refused).toBe(
      'not-found',
    );
  });
});

describe('P6 roles', () => {
  const peopleOf = async () => {
    const { body } = await (await world.as(world.leader)).get(`/schools/${world.school}/people`);
    return (
      body as { items: { personId: string; roles: { id: string; role: string; teamId: string | null }[] }[] }
    ).items;
  };

  test('P6 done: given, it opens a board at once; taken, it closes at once', async () => {
    const kim = await world.person('Kim Jansen');
    await world.join(world.school, world.leadTeam, kim);
    const [leader, browser] = [await world.as(world.leader), await world.as(kim)];
    expect((await browser.get(`/teams/${world.team}/people`)).refused).toBe('not-found');
    const given = await leader.post(`/schools/${world.school}/roles`, {
      personId: kim.id,
      role: 'school-coach',
      teamId: world.team,
    });
    const again = await leader.post(`/schools/${world.school}/roles`, {
      personId: kim.id,
      role: 'school-coach',
      teamId: world.team,
    });
    expect(again.body).toEqual(given.body);
    expect((await browser.get(`/teams/${world.team}/people`)).refused).toBeNull();
    const { id } = given.body as { id: string };
    expect((await leader.delete(`/schools/${world.school}/roles/${id}`)).body).toEqual({ taken: true });
    expect((await browser.get(`/teams/${world.team}/people`)).refused).toBe('not-found');
    expect((await leader.delete(`/schools/${world.school}/roles/${id}`)).refused).toBe('not-found');
  });

  test.each([
    [{ role: 'school-coach' }],
    [{ role: 'school-leader', teamId: '00000000-0000-7000-8000-000000000001' }],
    [{ role: 'foundation' }],
    [{ role: 'researcher' }],
    // Over the schools of a whole body: not for one school to give.
    [{ role: 'change-coach' }],
    [{ role: 'governing-body' }],
    [{ role: 'boss' }],
    [{}],
  ])('P6 invalid %j', async (change) => {
    const leader = await world.as(world.leader);
    expect(
      (await leader.post(`/schools/${world.school}/roles`, { personId: world.sam.id, ...change })).refused,
    ).toBe('invalid');
  });

  test('P6 somebody who is not of this school, or a team that is not, is not there', async () => {
    const leader = await world.as(world.leader);
    const give = (body: object) => leader.post(`/schools/${world.school}/roles`, body);
    expect((await give({ personId: world.vera.id, role: 'expert-coach' })).refused).toBe('not-found');
    expect((await give({ personId: newId(), role: 'expert-coach' })).refused).toBe('not-found');
    expect(
      (await give({ personId: world.sam.id, role: 'school-coach', teamId: world.otherTeam })).refused,
    ).toBe('not-found');
  });

  test('P6 another school’s leader cannot give or take here', async () => {
    const vera = await world.as(world.vera);
    const [grant] = await world.owner`select id from scope_grant where person_id = ${world.leader.id}`;
    expect(
      (await vera.post(`/schools/${world.school}/roles`, { personId: world.vera.id, role: 'school-leader' }))
        .refused,
    ).toBe('not-found');
    expect((await vera.delete(`/schools/${world.otherSchool}/roles/${grant?.id}`)).refused).toBe('not-found');
    expect((await (await world.as(world.sam)).get(`/schools/${world.school}/people`)).refused).toBe(
      'not-found',
    );
  });

  test('P6 everybody of a large school is read page by page, and found by a part of name or address', async () => {
    const many = Array.from({ length: 12 }, (_, index) => ({
      name: `Noa Zoë-${String.fromCharCode(65 + index)}`,
    }));
    for (const { name } of many) await world.join(world.school, world.team, await world.person(name));
    const leader = await world.as(world.leader);
    type Page = { items: { name: string; email: string }[]; next: string | null; total: number };
    const read = async (query: string) =>
      (await leader.get(`/schools/${world.school}/people?${query}`)).body as Page;
    const first = await read('text=zo%C3%AB&limit=5');
    expect([first.items.map(({ name }) => name), first.total]).toEqual([
      ['Noa Zoë-A', 'Noa Zoë-B', 'Noa Zoë-C', 'Noa Zoë-D', 'Noa Zoë-E'],
      12,
    ]);
    const second = await read(`text=zo%C3%AB&limit=100&cursor=${first.next}`);
    expect([second.items.length, second.items[0]?.name, second.next]).toEqual([7, 'Noa Zoë-F', null]);
    const [one] = first.items;
    expect((await read(`text=${encodeURIComponent(one?.email.toUpperCase() ?? '')}`)).items).toEqual([one]);
    for (const nobody of ['%25', '_', 'Vera']) expect((await read(`text=${nobody}`)).total).toBe(0);
  });

  test('P6 the last leader stays, also when two take each other’s role at the same moment', async () => {
    const leader = await world.as(world.leader);
    const roleOf = async (id: string) =>
      (await peopleOf())
        .find((one) => one.personId === id)
        ?.roles.find((held) => held.role === 'school-leader')?.id;
    const own = await roleOf(world.leader.id);
    expect((await leader.delete(`/schools/${world.school}/roles/${own}`)).refused).toBe('people.last-leader');

    await leader.post(`/schools/${world.school}/roles`, { personId: world.sam.id, role: 'school-leader' });
    const second = await roleOf(world.sam.id);
    const sam = await world.as(world.sam);
    const both = await Promise.all([
      leader.delete(`/schools/${world.school}/roles/${second}`),
      sam.delete(`/schools/${world.school}/roles/${own}`),
    ]);
    expect(both.map((one) => one.refused).filter((refused) => refused === null)).toHaveLength(1);
    const left =
      await world.owner`select person_id from scope_grant where role = 'school-leader' and school_id = ${world.school}`;
    expect(left).toHaveLength(1);
    if (left[0]?.person_id !== world.leader.id) {
      await world.give(world.school, 'school-leader', world.leader);
      await world.owner`delete from scope_grant where person_id = ${world.sam.id}`;
      await world.sessions.personChanged(world.sam.id);
    }
  });

  test('P6 somebody from outside comes to a role by invitation', async () => {
    const leader = await world.as(world.leader);
    const email = 'coach@elders.example';
    const got = await leader.post(`/schools/${world.school}/invitations`, {
      email,
      name: 'Els Coach',
      role: 'expert-coach',
    });
    expect(got.body).toEqual({ outcomes: [{ email, outcome: 'invited' }] });
    expect((await world.mailsTo(email))[0]?.subject).toBe('Ingrid Smit nodigt je uit voor De Linde');
    const browser = world.browser();
    await browser.post('/invitations/accept', { token: await world.tokenTo(email) });
    expect((await browser.get('/me')).body).toMatchObject({
      name: 'Els Coach',
      teams: [{ id: world.leadTeam, memberId: null }],
      schools: [{ id: world.school, roles: ['expert-coach'] }],
    });
    expect((await browser.get(`/teams/${world.leadTeam}/people`)).refused).toBe('not-found');
  });

  test('P6 an invitation to a role can be withdrawn by the school, not by a team', async () => {
    const leader = await world.as(world.leader);
    const email = 'weg@elders.example';
    await leader.post(`/schools/${world.school}/invitations`, {
      email,
      role: 'school-coach',
      teamId: world.team,
    });
    const { body } = await leader.get(`/schools/${world.school}/invitations`);
    const [open] = (body as { items: { id: string; email: string }[] }).items.filter(
      (one) => one.email === email,
    );
    expect((await leader.delete(`/teams/${world.team}/invitations/${open?.id}`)).refused).toBe('not-found');
    expect(
      (await (await world.as(world.vera)).delete(`/schools/${world.otherSchool}/invitations/${open?.id}`))
        .refused,
    ).toBe('not-found');
    expect((await leader.delete(`/schools/${world.school}/invitations/${open?.id}`)).body).toEqual({
      withdrawn: true,
    });
    expect(
      (await world.browser().post('/invitations/read', { token: await world.tokenTo(email) })).refused,
    ).toBe('people.invitation-over');
  });
});

test('P15 a school is founded with its first leader, who signs in by mail', async () => {
  const leader = { name: 'Jan Nieuw', email: 'jan@nieuw.example', language: 'nl' } as const;
  const { schoolId } = await foundSchool(world.database, { name: 'De Nieuwe', sector: 'po', leader });
  const browser = world.browser();
  await browser.post('/sign-in/code', { email: leader.email });
  await browser.post('/sign-in', { email: leader.email, code: await world.codeTo(leader.email) });
  expect((await browser.get('/me')).body).toMatchObject({
    teams: [],
    schools: [{ id: schoolId, roles: ['school-leader'] }],
  });
  expect((await browser.post(`/schools/${schoolId}/teams`, teamBody())).refused).toBeNull();
});
