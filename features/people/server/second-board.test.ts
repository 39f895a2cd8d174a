import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Me, PeopleState } from '#features/people/domain';
import { memberEffect } from '#features/people/server';
import { makeWorld, type World } from '#features/people/server/testing';
import { newId } from '#packages/kernel';
import type { AnyState } from '#packages/sync';

/** P19: a second board of the same team. */

let world: World;
let board: string;
beforeAll(async () => {
  world = await makeWorld();
  const opened = await open();
  board = (opened.body as { boardId: string }).boardId;
});
afterAll(() => world.end());

const open = async () => (await world.as(world.sam)).post(`/teams/${world.team}/organisational-board`);
const place = (team: string) => ({ ref: { kind: 'team', id: team }, school: world.school });
const stateOf = async (team: string) =>
  (await world.parts.streams.snapshot(place(team)))?.state as unknown as PeopleState;
const people = async (team: string) => (await stateOf(team)).member.all();
const teams = async (who = world.sam) => ((await (await world.as(who)).get('/me')).body as Me).teams;
const run = (team: string, name: string, payload: unknown) =>
  world.parts.streams.run({
    ...place(team),
    person: null,
    member: null,
    message: { id: newId(), name, payload },
  });

describe('P19 the second board', () => {
  test('is opened once, also by two at the same moment, and each board knows the other', async () => {
    const team = await world.newTeam(world.school, 'Middenbouw');
    const kim = await world.person('Kim Jansen');
    await world.join(world.school, team, kim);
    const browser = await world.as(kim);
    const both = await Promise.all([1, 2].map(() => browser.post(`/teams/${team}/organisational-board`)));
    expect(both[0]?.body).toEqual(both[1]?.body);
    expect((await open()).body).toEqual({ boardId: board });
    expect((await stateOf(world.team)).team.get(world.team)).toMatchObject({
      organisationalBoardId: board,
      improvementBoardId: null,
    });
    expect((await stateOf(board)).team.get(board)).toMatchObject({
      name: 'Bovenbouw',
      organisationalBoardId: null,
      improvementBoardId: world.team,
    });
  });

  test('has the same people under the same ids, and nobody is in the team twice', async () => {
    expect(await people(board)).toEqual(await people(world.team));
    const mine = await teams();
    expect(mine.map(({ id, place, memberId }) => [id, place, memberId])).toEqual([
      [world.team, 'member', (await people(world.team))[0]?.id],
      [board, 'member', (await people(world.team))[0]?.id],
    ]);
    const me = (await (await world.as(world.sam)).get('/me')).body as Me;
    expect(me.actor.kind === 'person' && me.actor.memberships.map(({ teamId }) => teamId)).toEqual([
      world.team,
      board,
    ]);
    const school = await (await world.as(world.leader)).get(`/schools/${world.school}/teams`);
    expect((school.body as { teams: { id: string }[] }).teams.map(({ id }) => id)).not.toContain(board);
  });

  test('hears of who joins, is called otherwise and leaves, and of the team’s name', async () => {
    const lise = await world.person('Lise Bakker');
    const memberId = await world.join(world.school, world.team, lise);
    expect((await people(board)).map(({ id }) => id)).toContain(memberId);
    expect((await teams(lise)).map(({ id }) => id)).toEqual([world.team, board]);

    await run(world.team, 'team.describe', { name: 'Groep 6-8', accent: 'plum' });
    expect((await stateOf(board)).team.get(board)).toMatchObject({
      name: 'Groep 6-8',
      accent: 'plum',
      improvementBoardId: world.team,
    });

    await run(world.team, 'member.leave', { memberId });
    expect(await teams(lise)).toEqual([]);
    expect((await stateOf(board)).member.get(memberId)?.leftOn).not.toBeNull();
    expect(await people(board)).toEqual(await people(world.team));
  });

  test('asks nobody about again what was asked already: whoever is at work there is not sent out for it', async () => {
    const first = await world.parts.streams.snapshot(place(world.team));
    const second = await world.parts.streams.snapshot(place(board));
    const value = { ...(await people(board))[0], id: newId(), leftOn: null };
    const entry = {
      seq: 1,
      commandId: newId(),
      name: 'x',
      by: null,
      at: '',
      changes: [{ put: 'member', value }],
    };
    const told = (team: string, state: AnyState | undefined) =>
      memberEffect({ place: place(team), person: null, entry, before: state ?? {}, after: state ?? {} });
    expect(told(world.team, first?.state)).not.toBeNull();
    expect(told(board, second?.state)).toBeNull();
  });

  test('gives nobody a right of its own: who has left the team is out of both at once, whatever stands there', async () => {
    const bram = await world.person('Bram Hoekstra');
    const memberId = await world.join(world.school, world.team, bram);
    // As if the second board had not heard of it.
    await world.owner`update member set left_on = '2026-11-24' where team_id = ${world.team} and id = ${memberId}`;
    await world.sessions.personChanged(bram.id);
    const browser = await world.as(bram);
    expect((await browser.get(`/teams/${board}`)).refused).toBe('not-found');
    expect(await teams(bram)).toEqual([]);
  });

  test('whoever joins in beside the team joins both by the one', async () => {
    const browser = await world.as(world.leader);
    expect((await browser.post(`/teams/${board}/join-in`)).body).toEqual({ joined: true });
    const [guest] = (await people(world.team)).filter(({ personId }) => personId === world.leader.id);
    expect(guest?.place).toBe('guest');
    expect((await stateOf(board)).member.get(guest?.id ?? '')).toEqual(guest);
  });

  test('has no people, codes and screens to settle: those are the team’s', async () => {
    const browser = await world.as(world.leader);
    const role = { role: 'school-coach', teamId: board };
    const given = await browser.post(`/schools/${world.school}/roles`, { personId: world.sam.id, ...role });
    expect(given.refused).toBe('not-found');
    const invited = { email: 'nieuw@elders.example', name: null, ...role };
    expect((await browser.post(`/schools/${world.school}/invitations`, invited)).refused).toBe('not-found');
    for (const path of ['people', 'join-code', 'displays', 'leave', 'organisational-board', 'invitations']) {
      const answer = await browser.call(path === 'people' ? 'GET' : 'POST', `/teams/${board}/${path}`, {});
      expect([path, answer.refused]).toEqual([path, 'not-found']);
    }
  });
});

describe('P20 a preparation team', () => {
  const make = async (more: object) =>
    (await world.as(world.leader)).post(`/schools/${world.school}/teams`, {
      id: newId(),
      name: 'Voorbereiding',
      kind: 'preparation',
      accent: 'moss',
      ...more,
    });

  test('begins with its theme and its last day; no other kind of team has them', async () => {
    const made = await make({ theme: 'Begrijpend lezen', endsOn: '2026-11-24' });
    const { teamId } = made.body as { teamId: string };
    expect((await stateOf(teamId)).team.get(teamId)).toMatchObject({
      theme: 'Begrijpend lezen',
      endsOn: '2026-11-24',
    });
    for (const wrong of [
      {},
      { theme: 'Begrijpend lezen' },
      { endsOn: '2026-12-18' },
      { theme: ' ', endsOn: '2026-12-18' },
      { theme: 'Begrijpend lezen', endsOn: 'kerst' },
      { kind: 'teachers', theme: 'Begrijpend lezen', endsOn: '2026-12-18' },
    ])
      expect([wrong, (await make(wrong)).refused]).toEqual([wrong, 'invalid']);
  });

  test('ends with its theme: its board can be read, and no more', async () => {
    const made = await make({ theme: 'Rekenen', endsOn: '2026-11-24' });
    const { teamId } = made.body as { teamId: string };
    await world.join(world.school, teamId, world.sam);
    const may = async (capability: string) => {
      const actor = (await world.sessions.whoIs((await world.as(world.sam)).token))?.actor ?? null;
      const team = actor && (await world.parts.find.team(actor, teamId));
      return team !== null && world.parts.rights.can(actor, capability, team);
    };
    expect([await may('team.read'), await may('team.note')]).toEqual([true, true]);
    world.pass(24 * 60);
    expect([await may('team.read'), await may('team.note')]).toEqual([true, false]);
    world.pass(-24 * 60);
  });

  test('that is over takes in nobody any more, by a code or an invitation of before', async () => {
    const made = await make({ theme: 'Rekenen', endsOn: '2026-11-24' });
    const { teamId } = made.body as { teamId: string };
    const leader = await world.as(world.leader);
    const { body } = await leader.get(`/teams/${teamId}/ways-in`);
    const { code } = (body as { joinCode: { code: string } }).joinCode;
    await leader.post(`/teams/${teamId}/invitations`, {
      people: [{ email: world.vera.email, name: 'Vera' }],
    });
    const token = await world.tokenTo(world.vera.email);
    world.pass(24 * 60);
    const [kim, vera] = [await world.as(await world.person('Kim Jansen')), await world.as(world.vera)];
    expect((await kim.post('/join', { code })).refused).toBe('people.team-gone');
    expect((await vera.post('/invitations/accept', { token })).refused).toBe('people.team-gone');
    expect(await people(teamId)).toEqual([]);
    world.pass(-24 * 60);
  });
});
