import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Database } from '#packages/database';
import { newId } from '#packages/kernel';
import { type TestDatabase, testDatabase } from '#packages/testing/database';

let own: TestDatabase;
let owner: postgres.Sql;
let database: Database;
const [school, team] = [newId(), newId()];
const inSchool = { scope: 'school', school, person: null } as const;

beforeAll(async () => {
  own = await testDatabase();
  owner = postgres(own.ownerUrl, { max: 1, onnotice: () => {} });
  database = new Database(own.appUrl, { connections: 2 });
  await database.within(inSchool, async (sql) => {
    await sql`insert into school (id, name, sector) values (${school}, 'De Linde', 'po')`;
    await sql`insert into stream (id, kind, school_id) values (${team}, 'team', ${school})`;
    await sql`select append_change(${team}, 1, ${newId()}, 'goal.add', null, null, app_now(), '[]', null, '{}')`;
  });
});
afterAll(async () => {
  await database.close();
  await owner.end();
  await own.drop();
});

describe('E1 what happened, happened', () => {
  test.each([
    ['changed', `update stream_change set name = 'goal.remove'`],
    [
      'changed in passing',
      `insert into stream_change (stream_id, seq, command_id, name, at, changes)
      select stream_id, seq, command_id, name, at, changes from stream_change on conflict (stream_id, seq) do update set name = 'x'`,
    ],
    ['taken away', 'delete from stream_change'],
    ['emptied', 'truncate stream_change'],
    ['taken away with its stream', 'delete from stream'],
    ['taken away with its school', 'delete from school'],
    ['emptied with its school', 'truncate school cascade'],
    ['let go with its stream', 'update stream set id = gen_random_uuid()'],
    ['unlocked', 'alter table stream_change disable row level security'],
  ])('E1 the application asks in vain that it be %s', async (_, statement) => {
    await expect(database.within(inSchool, (sql) => sql.unsafe(statement))).rejects.toMatchObject({
      code: '42501',
    });
    expect(await owner`select name, seq from stream_change`).toEqual([{ name: 'goal.add', seq: '1' }]);
  });

  test('E1 the application may take away no row with which, by a reference, a line of the log would go', async () => {
    const above = async () =>
      (
        await owner<{ name: string; may: boolean }[]>`
          with recursive reached (id) as (
            select 'stream_change'::regclass::oid
            union select confrelid from pg_constraint join reached on conrelid = reached.id
            where contype = 'f' and confdeltype <> 'a' and confdeltype <> 'r')
          select id::regclass::text as name, has_table_privilege('samenbeter_app', id, 'delete, truncate') as may
          from reached order by 1`
      ).filter(({ may }) => may);
    expect(await above()).toEqual([]);
    await owner`grant delete on school to samenbeter_app`;
    expect(await above()).toEqual([{ name: 'school', may: true }]);
    await owner`revoke delete on school from samenbeter_app`;
  });

  /** Functions that do what their owner may, open to the application. */
  const holes = async () =>
    (
      await owner<{ name: string }[]>`
        select proname as name from pg_proc
        where pronamespace = 'public'::regnamespace and prosecdef and has_function_privilege('samenbeter_app', oid, 'execute')
        order by 1`
    ).map(({ name }) => name);

  test('E1 one function lends the application the rights of the owner: it compacts what is old (E5)', async () => {
    expect(await holes()).toEqual(['compact_log']);
    await owner`create function forget_it() returns void language sql security definer as 'delete from stream_change'`;
    expect(await holes()).toEqual(['compact_log', 'forget_it']);
    await owner`drop function forget_it`;
  });
});
