import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeWorld, type World } from '#features/people/server/testing';
import type { Context, Transaction } from '#packages/database';

/** What the database itself shows, whatever the application asks for. Every table of this feature, from every side. */

const tables = [
  'person',
  'identity',
  'team',
  'member',
  'scope_grant',
  'display',
  'web_session',
  'sign_in_code',
  'pairing',
  'invitation',
  'join_code',
  'outgoing_mail',
] as const;

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  // Both schools have one of everything.
  for (const [who, team] of [
    [world.sam, world.team],
    [world.vera, world.otherTeam],
  ] as const) {
    const browser = await world.as(who);
    await browser.get(`/teams/${team}/ways-in`);
    await browser.post(`/teams/${team}/invitations`, { people: [{ email: `door.${who.email}` }] });
    await world.browser().post('/sign-in/code', { email: who.email });
    const wall = world.browser();
    const { body } = await wall.post('/display/pairing');
    await browser.post(`/teams/${team}/displays`, { code: (body as { code: string }).code, name: 'Scherm' });
    await wall.post('/display/session');
  }
});
afterAll(() => world.end());

async function countsIn(context: Context, key?: string): Promise<Record<string, number>> {
  return world.database.within(context, async (sql) => {
    if (key !== undefined) await sql`select set_config('app.key', ${key}, true)`;
    const seen: Record<string, number> = {};
    for (const table of tables) {
      const count = Number((await sql`select count(*) from ${sql(table)}`)[0]?.count);
      if (count > 0) seen[table] = count;
    }
    return seen;
  });
}

const ownKey = async (column: string, table: string) =>
  String(
    (await world.owner`select ${world.owner(column)} as key from ${world.owner(table)} limit 1`)[0]?.key,
  );

describe('what is seen', () => {
  test('there is something of everything, and without a context nothing at all is seen', async () => {
    for (const table of tables)
      expect((await world.owner`select 1 from ${world.owner(table)}`).length, table).toBeGreaterThanOrEqual(
        2,
      );
    expect(await countsIn({ scope: 'sign-in' })).toEqual({});
    expect(await countsIn({ scope: 'sign-in' }, '')).toEqual({});
    expect(await countsIn({ scope: 'sign-in' }, '%')).toEqual({});
  });

  test('at the door, what somebody presents shows the one row that it belongs to', async () => {
    for (const [column, table] of [
      ['token_hash', 'web_session'],
      ['browser_hash', 'sign_in_code'],
      ['email_hash', 'sign_in_code'],
      ['browser_hash', 'pairing'],
      ['token_hash', 'invitation'],
      ['code', 'join_code'],
    ] as const) {
      expect(await countsIn({ scope: 'sign-in' }, await ownKey(column, table)), `${table}.${column}`).toEqual(
        { [table]: 1 },
      );
    }
    // By what somebody is known they are found, and nobody beside them.
    expect(await countsIn({ scope: 'sign-in' }, await ownKey('key', 'identity'))).toEqual({
      person: 1,
      identity: 1,
    });
    // An address to write to is not one: it finds nobody.
    expect(await countsIn({ scope: 'sign-in' }, world.sam.email)).toEqual({});
  });

  test('what is presented counts only at the door', async () => {
    const hash = String(
      (await world.owner`select token_hash as key from web_session where person_id = ${world.vera.id}`)[0]
        ?.key,
    );
    expect((await countsIn({ scope: 'person', person: world.sam.id }, hash)).web_session).toBe(1);
    expect(await countsIn({ scope: 'clock' }, hash)).not.toHaveProperty('web_session');
  });

  test('a person sees the own rows, and of the schools that they have sight of only which teams there are', async () => {
    expect(await countsIn({ scope: 'person', person: world.sam.id })).toEqual({
      person: 1,
      identity: 1,
      team: 2,
      member: 1,
      web_session: 1,
    });
    expect(
      await world.database.within(
        { scope: 'person', person: world.sam.id },
        (sql) => sql`select distinct school_id from team union all select id from school`,
      ),
    ).toEqual([{ school_id: world.school }, { school_id: world.school }]);
    expect(await countsIn({ scope: 'person', person: world.leader.id })).toEqual({
      person: 1,
      identity: 1,
      team: 2,
      scope_grant: 1,
    });
  });

  test('in a school: its own people, teams, screens and invitations; no sessions of persons, no codes, no mail', async () => {
    expect(await countsIn({ scope: 'school', school: world.school, person: null })).toEqual({
      person: 2,
      team: 2,
      member: 1,
      scope_grant: 1,
      display: 1,
      web_session: 1,
      invitation: 1,
      join_code: 1,
    });
    const seen = await world.database.within(
      { scope: 'school', school: world.school, person: null },
      (sql) => sql`select person_id from web_session`,
    );
    expect(seen).toEqual([{ person_id: null }]);
  });

  test('the clock sees the mail that waits, and of the rest only what has had its time', async () => {
    expect(Object.keys(await countsIn({ scope: 'clock' }))).toEqual(['outgoing_mail']);
    await world.owner`update sign_in_code set expires_at = ${world.iso()}::timestamptz - interval '2 days' where id = (select id from sign_in_code limit 1)`;
    expect(await countsIn({ scope: 'clock' })).toMatchObject({ sign_in_code: 1 });
  });
});

describe('what can be changed', () => {
  const inOther = (work: (sql: Transaction) => Promise<unknown>) =>
    world.database.within({ scope: 'school', school: world.otherSchool, person: world.vera.id }, work);
  const atDoor = (work: (sql: Transaction) => Promise<unknown>) =>
    world.database.within({ scope: 'sign-in' }, work);

  test.each(['team', 'member', 'scope_grant', 'display', 'join_code'])(
    '%s of another school: nothing is changed or taken away',
    async (table) => {
      const before = await world.owner`select * from ${world.owner(table)} order by 1`;
      await inOther(
        (sql) => sql`update ${sql(table)} set school_id = school_id where school_id = ${world.school}`,
      );
      await inOther((sql) => sql`delete from ${sql(table)} where school_id = ${world.school}`);
      expect(await world.owner`select * from ${world.owner(table)} order by 1`).toEqual(before);
    },
  );

  test.each([
    [
      'a member there',
      (sql: Transaction) =>
        sql`insert into member (school_id, team_id, id, person_id, place, name, initials, work_days, joined_on) values (${world.school}, ${world.team}, gen_random_uuid(), ${world.vera.id}, 'member', 'Vera', 'VM', '[]', '2026-01-01')`,
    ],
    [
      'a role there',
      (sql: Transaction) =>
        sql`insert into scope_grant (id, school_id, person_id, role, over_kind, over_id, given_at) values (gen_random_uuid(), ${world.school}, ${world.vera.id}, 'school-leader', 'school', ${world.school}, ${world.iso()})`,
    ],
    [
      'an invitation there',
      (sql: Transaction) =>
        sql`insert into invitation (id, school_id, team_id, email, token_hash, invited_by, invited_by_name, made_at, expires_at) values (gen_random_uuid(), ${world.school}, ${world.team}, 'x@y.example', 'h', ${world.vera.id}, 'Vera', ${world.iso()}, ${world.iso()})`,
    ],
    [
      'a person',
      (sql: Transaction) =>
        sql`insert into person (id, name, email, language) values (gen_random_uuid(), 'X', 'x@y.example', 'nl')`,
    ],
    [
      'a session',
      (sql: Transaction) =>
        sql`insert into web_session (id, token_hash, person_id, made_at, last_seen_at, user_agent) values (gen_random_uuid(), 'h', ${world.sam.id}, ${world.iso()}, ${world.iso()}, '')`,
    ],
  ])('from another school nobody adds %s', async (_, insert) => {
    await expect(inOther((sql) => insert(sql))).rejects.toMatchObject({ code: '42501' });
  });

  test('at the door nobody adds a session or a person beside what was presented', async () => {
    await expect(
      atDoor(
        (sql) =>
          sql`insert into web_session (id, token_hash, person_id, made_at, last_seen_at, user_agent) values (gen_random_uuid(), 'h', ${world.sam.id}, ${world.iso()}, ${world.iso()}, '')`,
      ),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      atDoor(
        (sql) =>
          sql`insert into person (id, name, email, language) values (gen_random_uuid(), 'X', 'x@y.example', 'nl')`,
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });

  test('nobody makes an identity of somebody else’s, or changes one', async () => {
    const steal = (sql: Transaction) =>
      sql`insert into identity (id, person_id, kind, subject, made_at) values (gen_random_uuid(), ${world.sam.id}, 'email', 'dief@elders.example', ${world.iso()})`;
    for (const context of [
      { scope: 'person', person: world.vera.id },
      { scope: 'school', school: world.school, person: world.sam.id },
      { scope: 'sign-in' },
    ] as const)
      await expect(world.database.within(context, steal), context.scope).rejects.toMatchObject({
        code: '42501',
      });
    await expect(
      world.database.within({ scope: 'sign-in' }, async (sql) => {
        await sql`select set_config('app.key', 'email dief@elders.example', true)`;
        await steal(sql);
      }),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      world.database.within(
        { scope: 'person', person: world.sam.id },
        (sql) => sql`update identity set subject = 'ander@school.example'`,
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });

  test('whose a session is, an address and a code never change', async () => {
    const asSam = { scope: 'person', person: world.sam.id } as const;
    for (const work of [
      (sql: Transaction) => sql`update person set email = 'ander@school.example'`,
      (sql: Transaction) => sql`update person set is_demonstration = true`,
      (sql: Transaction) => sql`update web_session set person_id = ${world.vera.id}`,
      (sql: Transaction) => sql`update sign_in_code set code_hash = 'x'`,
      (sql: Transaction) => sql`update pairing set browser_hash = 'x'`,
      (sql: Transaction) => sql`delete from person`,
    ]) {
      await expect(world.database.within(asSam, work)).rejects.toMatchObject({ code: '42501' });
    }
  });

  test('what a school lies under is not changed from inside it: somebody would have sight of it by that', async () => {
    const inside = { scope: 'school', school: world.school, person: world.leader.id } as const;
    for (const work of [
      (sql: Transaction) => sql`update school set governing_body_id = null`,
      (sql: Transaction) => sql`update school set region_id = null`,
    ])
      await expect(world.database.within(inside, work)).rejects.toMatchObject({ code: '42501' });
  });

  test('a screen that another school has paired cannot be taken over with its code', async () => {
    const [pairing] =
      await world.owner`select code_hash, team_id from pairing where school_id = ${world.school}`;
    const done = await inOther(async (sql) => {
      await sql`select set_config('app.key', ${String(pairing?.code_hash)}, true)`;
      return (await sql`update pairing set school_id = ${world.otherSchool}, team_id = ${world.otherTeam}`)
        .count;
    });
    expect(done).toBe(0);
  });

  test('nobody reads or changes mail but the sender', async () => {
    for (const context of [
      { scope: 'school', school: world.school, person: world.sam.id },
      { scope: 'person', person: world.sam.id },
      { scope: 'sign-in' },
    ] as const) {
      expect(await world.database.within(context, (sql) => sql`select 1 from outgoing_mail`)).toHaveLength(0);
      expect((await world.database.within(context, (sql) => sql`delete from outgoing_mail`)).count).toBe(0);
    }
  });
});
