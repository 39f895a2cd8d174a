import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Me } from '#features/people/domain';
import { makeWorld, type Somebody, type World } from '#features/people/server/testing';

let world: World;
let coach: Somebody;
beforeAll(async () => {
  world = await makeWorld();
  coach = await world.person('Anneke Smit');
  await world.give(world.school, 'school-coach', coach, world.team);
});
afterAll(() => world.end());

const placeOf = async (who: Somebody) => {
  const [row] = await world.owner`
    select place, left_on::text as "leftOn" from member where team_id = ${world.team} and person_id = ${who.id}`;
  return row;
};
const myPlace = async (who: Somebody, team = world.team) =>
  ((await (await world.as(who)).get('/me')).body as Me).teams.find(({ id }) => id === team);

describe('P17 joining in without being of the team', () => {
  test('P17 done: the school leader gets a place as a guest, and is told so', async () => {
    const browser = await world.as(world.leader);
    expect(await myPlace(world.leader)).toMatchObject({ memberId: null, place: null });
    expect((await browser.post(`/teams/${world.team}/join-in`)).body).toEqual({ joined: true });
    expect(await placeOf(world.leader)).toEqual({ place: 'guest', leftOn: null });
    expect(await myPlace(world.leader)).toMatchObject({ memberId: expect.any(String), place: 'guest' });
    expect((await browser.post(`/teams/${world.team}/join-in`)).body).toEqual({ joined: true });
    // At the board, and not in the team.
    const { items: people } = (await browser.get(`/schools/${world.school}/people`)).body as {
      items: { personId: string; teams: unknown[] }[];
    };
    expect(people.find(({ personId }) => personId === world.leader.id)?.teams).toEqual([]);
    const { items: members } = (await browser.get(`/teams/${world.team}/people`)).body as {
      items: { personId: string }[];
    };
    expect(members.map(({ personId }) => personId)).toEqual([world.sam.id]);
    const email = world.leader.email;
    expect((await browser.post(`/teams/${world.team}/invitations`, { people: [{ email }] })).body).toEqual({
      outcomes: [{ email, outcome: 'invited' }],
    });
  });

  test('P17 the coach of the team is its coach at the board; before that too it is a team of theirs', async () => {
    expect(await myPlace(coach)).toMatchObject({ memberId: null, place: 'coach' });
    await (await world.as(coach)).post(`/teams/${world.team}/join-in`);
    expect(await placeOf(coach)).toEqual({ place: 'coach', leftOn: null });
    expect(await myPlace(coach)).toMatchObject({ memberId: expect.any(String), place: 'coach' });
  });

  test('P17 a member stays a member; whoever may not join in finds nothing', async () => {
    const member = await world.person('Tom de Groot');
    await world.join(world.school, world.team, member);
    await world.give(world.school, 'care-coordinator', member);
    expect((await (await world.as(member)).post(`/teams/${world.team}/join-in`)).body).toEqual({
      joined: true,
    });
    expect(await placeOf(member)).toEqual({ place: 'member', leftOn: null });
    expect((await (await world.as(world.sam)).post(`/teams/${world.team}/join-in`)).refused).toBe(
      'not-found',
    );
    expect((await (await world.as(world.vera)).post(`/teams/${world.team}/join-in`)).refused).toBe(
      'not-found',
    );
  });

  test('P17 a guest stops by themselves, and nothing of the team is theirs to settle', async () => {
    const care = await world.person('Ilse Zorg');
    await world.give(world.school, 'care-coordinator', care);
    const browser = await world.as(care);
    expect((await browser.post(`/teams/${world.team}/leave`)).refused).toBe('not-found');
    await browser.post(`/teams/${world.team}/join-in`);
    expect((await browser.get(`/teams/${world.team}/people`)).refused).toBe('not-found');
    expect((await browser.post(`/teams/${world.team}/leave`)).body).toEqual({ left: true });
    expect(await placeOf(care)).toMatchObject({ place: 'guest', leftOn: expect.any(String) });
  });

  test('P17 the place ends with the role that brought them', async () => {
    const care = await world.person('Wim Zorg');
    await world.give(world.school, 'care-coordinator', care);
    await (await world.as(care)).post(`/teams/${world.team}/join-in`);
    const leader = await world.as(world.leader);
    const [grant] = await world.owner`select id from scope_grant where person_id = ${care.id}`;
    await leader.delete(`/schools/${world.school}/roles/${grant?.id}`);
    expect(await placeOf(care)).toMatchObject({ leftOn: expect.any(String) });
    expect(await myPlace(care)).toBeUndefined();
  });

  test('P17 with another role that lets them join in, the place stays', async () => {
    const both = await world.person('Bo Beide');
    await world.give(world.school, 'care-coordinator', both);
    await world.give(world.school, 'school-leader', both);
    await (await world.as(both)).post(`/teams/${world.team}/join-in`);
    const leader = await world.as(world.leader);
    const [grant] = await world.owner`
      select id from scope_grant where person_id = ${both.id} and role = 'care-coordinator'`;
    await leader.delete(`/schools/${world.school}/roles/${grant?.id}`);
    expect(await placeOf(both)).toEqual({ place: 'guest', leftOn: null });
  });

  test('P17 whoever coaches no more and may join in still is a guest from then on', async () => {
    const both = await world.person('Jet Begeleidt');
    await world.give(world.school, 'care-coordinator', both);
    await world.give(world.school, 'school-coach', both, world.team);
    await (await world.as(both)).post(`/teams/${world.team}/join-in`);
    expect(await placeOf(both)).toEqual({ place: 'coach', leftOn: null });
    const [grant] = await world.owner`
      select id from scope_grant where person_id = ${both.id} and role = 'school-coach'`;
    await (await world.as(world.leader)).delete(`/schools/${world.school}/roles/${grant?.id}`);
    expect(await placeOf(both)).toEqual({ place: 'guest', leftOn: null });
  });

  test('P17 an invited guest becomes a member', async () => {
    const care = await world.person('Kim Zorg');
    await world.give(world.school, 'care-coordinator', care);
    const browser = await world.as(care);
    await browser.post(`/teams/${world.team}/join-in`);
    const { body } = await (await world.as(coach)).get(`/teams/${world.team}/ways-in`);
    const { joinCode } = body as { joinCode: { code: string } };
    await browser.post('/join', { code: joinCode.code });
    expect(await placeOf(care)).toEqual({ place: 'member', leftOn: null });
  });
});

describe('P3 who is in the team is settled by coach and leader, or by the members', () => {
  const settle = async (membersInvite: unknown) =>
    (await world.as(world.leader)).put(`/schools/${world.school}/settings`, { membersInvite });

  test('P3 a new school leaves it to coach and leader', async () => {
    await world.owner`insert into school (id, name, sector) values (gen_random_uuid(), 'De Nieuwe', 'po')`;
    expect(await world.owner`select members_invite from school where name = 'De Nieuwe'`).toEqual([
      { members_invite: false },
    ]);
  });

  test('P3 closed: a member sees who is in it and the screens, and settles nothing; at once', async () => {
    const [sam, anneke] = [await world.as(world.sam), await world.as(coach)];
    const invited = { people: [{ email: 'nieuw@elders.example' }] };
    expect((await sam.post(`/teams/${world.team}/invitations`, invited)).refused).toBeNull();
    expect((await settle(false)).body).toEqual({ membersInvite: false });

    expect((await sam.post(`/teams/${world.team}/invitations`, invited)).refused).toBe('not-found');
    expect((await sam.post(`/teams/${world.team}/join-code`)).refused).toBe('not-found');
    expect((await sam.get(`/teams/${world.team}/people`)).body).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ name: 'Sam de Boer' })]),
    });
    expect((await sam.get(`/teams/${world.team}/ways-in`)).body).toEqual({ displays: [], joinCode: null });
    expect((await sam.get(`/teams/${world.team}/invitations`)).refused).toBe('not-found');
    for (const browser of [anneke, await world.as(world.leader)]) {
      expect((await browser.get(`/teams/${world.team}/ways-in`)).body).toMatchObject({
        joinCode: { code: expect.any(String) },
      });
      expect((await browser.get(`/teams/${world.team}/invitations`)).body).toMatchObject({
        items: expect.arrayContaining([expect.objectContaining({ email: 'nieuw@elders.example' })]),
      });
      expect((await browser.post(`/teams/${world.team}/invitations`, invited)).refused).toBeNull();
    }
    expect((await settle(true)).body).toEqual({ membersInvite: true });
    expect((await sam.post(`/teams/${world.team}/join-code`)).refused).toBeNull();
  });

  test.each([['yes'], [null], [undefined]])('P3 invalid: %j', async (membersInvite) => {
    expect((await settle(membersInvite)).refused).toBe('invalid');
  });
});
