import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Grant, Me, SchoolInSight } from '#features/people/domain';
import {
  foundGoverningBody,
  foundRegion,
  giveGrant,
  giveRoleOver,
  sessionCookieName,
  takeRoleOver,
} from '#features/people/server';
import { makeWorld, type Somebody, type World } from '#features/people/server/testing';
import { newId } from '#packages/kernel';

/** P6, P16: roles over more than a school, and what somebody sees of sixty of them. */

const MANY = 60;
let world: World;
let body: string;
let schools: readonly {
  readonly id: string;
  readonly name: string;
  readonly lead: string;
  readonly upper: string;
}[];
/** Over each of the schools one by one. */
let expertCoach: Somebody;
/** Over the body that they lie under. */
let changeCoach: Somebody;

beforeAll(async () => {
  world = await makeWorld();
  body = await foundGoverningBody(world.database, 'Stichting Zestig');
  schools = await Promise.all(
    Array.from({ length: MANY }, async (_, index) => {
      const name = `School ${String(index + 1).padStart(2, '0')}`;
      const id = await world.newSchool(name, body);
      await world.owner`update school set brin = ${`${10 + index}AB`}, site = 0 where id = ${id}`;
      const lead = await world.newTeam(id, 'Kernteam', 'lead');
      return { id, name, lead, upper: await world.newTeam(id, 'Bovenbouw') };
    }),
  );
  expertCoach = await world.person('Esther Blom');
  for (const { id } of schools) await world.give(id, 'expert-coach', expertCoach);
  changeCoach = await world.person('Vincent Maas');
  await world.giveOver(changeCoach, { role: 'change-coach', over: 'body', overId: body, schoolId: null });
});
afterAll(() => world.end());

/** What was asked of the database meanwhile, without what frames a transaction. */
async function askedDuring(work: () => Promise<unknown>): Promise<string[]> {
  const before = world.statements.length;
  await work();
  return world.statements
    .slice(before)
    .filter((text) => !/^\s*(begin|commit|rollback|select set_config)/i.test(text));
}

describe('P16 sixty schools', () => {
  test.each([
    ['one by one', () => expertCoach],
    ['through their governing body', () => changeCoach],
    ['not at all: a teacher', () => world.sam],
  ])('%s: who am I takes three queries', async (_, who) => {
    const browser = await world.as(who());
    await browser.get('/me');
    const asked = await askedDuring(() => browser.get('/me'));
    expect(asked, asked.join('\n---\n')).toHaveLength(3);
  });

  test('are not listed whole: the first by name, with their lead teams, and how many there are', async () => {
    for (const who of [expertCoach, changeCoach]) {
      const me = (await (await world.as(who)).get('/me')).body as Me;
      expect(me.schoolsInAll).toBe(MANY);
      expect(me.schools.map(({ name }) => name)).toEqual(schools.slice(0, 12).map(({ name }) => name));
      expect(me.teams.map(({ id }) => id).sort()).toEqual(
        schools
          .slice(0, 12)
          .map(({ lead }) => lead)
          .sort(),
      );
      expect(new Set(me.schools.flatMap(({ roles }) => roles)).size).toBe(1);
    }
  });

  test('are found by name or number, and leafed through', async () => {
    const browser = await world.as(changeCoach);
    const names = async (query: string) =>
      ((await browser.get(`/schools?${query}`)).body as { items: SchoolInSight[] }).items.map(
        ({ name }) => name,
      );
    expect(await names('text=school 4')).toEqual(
      ['40', '41', '42', '43', '44', '45', '46', '47', '48', '49'].map((n) => `School ${n}`),
    );
    expect(await names('text=12ab')).toEqual(['School 03']);
    expect(await names('text=%25')).toEqual([]);
    expect(await names('text=_')).toEqual([]);

    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 10; page++) {
      const answer = (await browser.get(`/schools?limit=25${cursor}`)).body as {
        items: SchoolInSight[];
        next: string | null;
      };
      seen.push(...answer.items.map(({ name }) => name));
      if (answer.next === null) break;
      cursor = `&cursor=${encodeURIComponent(answer.next)}`;
    }
    expect(seen).toEqual(schools.map(({ name }) => name));
  });

  test('schools that somebody has no sight of are not found', async () => {
    const browser = await world.as(changeCoach);
    expect((await browser.get('/schools?text=Linde')).body).toEqual({ items: [], next: null, total: 0 });
    expect((await browser.get(`/schools?cursor=${world.school}`)).refused).toBe('invalid');
    expect((await (await world.as(world.sam)).get('/schools')).body).toEqual({
      items: [{ id: world.school, name: 'De Linde', brin: null, site: null, body: 'Stichting Samen' }],
      next: null,
      total: 1,
    });
  });

  test('a team of any of them is found in one query, and one elsewhere takes as many', async () => {
    const actor = (await world.sessions.whoIs((await world.as(changeCoach)).token))?.actor;
    if (!actor) throw new Error('the change coach is not signed in');
    const last = schools.at(-1);
    for (const team of [last?.lead ?? '', world.team, newId()])
      expect(await askedDuring(() => world.parts.find.team(actor, team))).toHaveLength(1);
    expect((await world.parts.find.team(actor, last?.upper ?? ''))?.kind).toBe('teachers');
    expect(await world.parts.find.team(actor, world.team)).toBeNull();
  });
});

describe('P6 a role over more than a school', () => {
  test('ends with it: a school that moves to another body is out of sight half a minute later', async () => {
    const browser = await world.as(changeCoach);
    const moving = schools[7]?.id ?? '';
    const elsewhere = await foundGoverningBody(world.database, 'Stichting Verder');
    expect((await browser.get(`/schools/${moving}/teams`)).refused).toBeNull();
    await world.owner`update school set governing_body_id = ${elsewhere} where id = ${moving}`;
    world.pass(1);
    expect((await browser.get(`/schools/${moving}/teams`)).refused).toBe('not-found');
    await world.owner`update school set governing_body_id = ${body} where id = ${moving}`;
    world.pass(1);
    expect((await browser.get(`/schools/${moving}/teams`)).refused).toBeNull();
  });

  test('of the foundation shows the schools of a region or of the programme by name, and none of their teams', async () => {
    const { programmeId, regionId } = await foundRegion(world.database, {
      programme: 'Samen beter',
      region: 'Noord',
    });
    const south = await foundRegion(world.database, { programme: 'Samen beter', region: 'Zuid' });
    await world.owner`update school set region_id = ${regionId} where id = ${world.school}`;
    await world.owner`update school set region_id = ${south.regionId} where id = ${world.otherSchool}`;
    const [regional, central] = [await world.person('Rik Noord'), await world.person('Carla Bureau')];
    await world.giveOver(regional, { role: 'foundation', over: 'region', overId: regionId, schoolId: null });
    await world.giveOver(central, {
      role: 'foundation',
      over: 'programme',
      overId: programmeId,
      schoolId: null,
    });
    const found = async (who: Somebody) => {
      const browser = await world.as(who);
      const { items: list } = (await browser.get('/schools')).body as { items: SchoolInSight[] };
      expect(((await browser.get('/me')).body as Me).teams).toEqual([]);
      expect((await browser.get(`/schools/${world.school}/teams`)).refused).toBe('not-found');
      return list.map(({ name }) => name);
    };
    expect(await found(regional)).toEqual(['De Linde']);
    expect(await found(central)).toEqual(['De Linde', 'De Wilg']);
  });

  const give = (grant: Grant) =>
    world.database.within(
      grant.schoolId === null
        ? { scope: 'installation' }
        : { scope: 'school', school: grant.schoolId, person: world.leader.id },
      (sql) => giveGrant(sql, { ...grant, personId: world.sam.id, by: null, now: world.database.now() }),
    );

  test('over nothing, or over what it cannot be over, is none', async () => {
    const nothing = newId();
    for (const grant of [
      { role: 'change-coach', over: 'body', overId: nothing, schoolId: null },
      { role: 'foundation', over: 'region', overId: nothing, schoolId: null },
      { role: 'researcher', over: 'programme', overId: nothing, schoolId: null },
      { role: 'school-coach', over: 'team', overId: nothing, schoolId: world.school },
    ] as const)
      await expect(give(grant), grant.role).rejects.toMatchObject({ code: '23503' });
    for (const grant of [
      { role: 'school-leader', over: 'body', overId: body, schoolId: null },
      { role: 'change-coach', over: 'school', overId: world.school, schoolId: world.school },
      { role: 'school-leader', over: 'school', overId: world.otherSchool, schoolId: world.school },
      { role: 'change-coach', over: 'body', overId: body, schoolId: world.school },
    ] as const)
      await expect(give(grant), grant.role).rejects.toMatchObject({ code: '23514' });
  });

  test('is not given from inside a school', async () => {
    await expect(
      world.database.within({ scope: 'school', school: world.school, person: world.leader.id }, (sql) =>
        giveGrant(sql, {
          role: 'change-coach',
          over: 'body',
          overId: world.body,
          schoolId: null,
          personId: world.leader.id,
          by: null,
          now: world.database.now(),
        }),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('P6 a role over more than a school is given by whoever runs the installation', () => {
  const vera = { name: 'Vera Nieuw', email: 'vera@bestuur.example', language: 'nl' } as const;
  const role = () => ({ role: 'change-coach', over: 'body', overId: body }) as const;
  let browser: Awaited<ReturnType<World['as']>>;
  // As on a server: what is done elsewhere is heard.
  beforeAll(() => world.sessions.start());

  test('done: somebody new signs in by mail, and opens the lead teams of the schools under it', async () => {
    await giveRoleOver(world.database, role(), vera);
    browser = await world.as({ ...vera, id: await giveRoleOver(world.database, role(), vera) });
    expect((await browser.get('/me')).body).toMatchObject({ name: vera.name, schoolsInAll: MANY });
    expect((await browser.get(`/teams/${schools[0]?.lead}`)).refused).toBeNull();
    expect((await browser.get(`/teams/${schools[0]?.upper}`)).refused).toBe('not-found');
  });

  test('taken away: at once there is nothing to see; again, or of somebody unknown, it takes nothing', async () => {
    const token = browser.cookies.get(sessionCookieName) ?? null;
    const actor = async () => (await world.sessions.whoIs(token))?.actor;
    expect(await actor()).toMatchObject({ grants: [role()] });
    expect(await takeRoleOver(world.database, role(), vera.email)).toBe(true);
    await expect.poll(actor).toMatchObject({ grants: [] });
    expect((await browser.get(`/teams/${schools[0]?.lead}`)).refused).toBe('not-found');
    expect((await browser.get('/me')).body).toMatchObject({ schoolsInAll: 0, teams: [] });
    expect(await takeRoleOver(world.database, role(), vera.email)).toBe(false);
    expect(await takeRoleOver(world.database, role(), 'niemand@bestuur.example')).toBe(false);
  });

  test('invalid: a role that is not over such a thing, and something that is not there', async () => {
    await expect(giveRoleOver(world.database, { ...role(), role: 'school-leader' }, vera)).rejects.toThrow(
      /check constraint/,
    );
    await expect(giveRoleOver(world.database, { ...role(), overId: newId() }, vera)).rejects.toThrow(
      /foreign key/,
    );
  });
});
