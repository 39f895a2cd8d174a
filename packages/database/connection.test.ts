import postgres from 'postgres';
import { expect, onTestFinished, test } from 'vitest';
import { newId } from '#packages/kernel';
import { testDatabase } from '#packages/testing/database';
import { type Context, Database } from './connection.ts';

async function given(connections: number) {
  const own = await testDatabase();
  const database = new Database(own.appUrl, { connections });
  const owner = postgres(own.ownerUrl, { max: 1, onnotice: () => {} });
  // As commit_change does it: for whom it works first, then the work.
  await owner.unsafe(`
    create function found(scope text, school text, person text, at_now text, id uuid, name text) returns void language plpgsql as $$
    begin
      perform set_config('app.scope', scope, true), set_config('app.school', school, true), set_config('app.person', person, true);
      insert into school (id, name, sector) values (id, name, 'po');
      if name = 'slow' then perform pg_sleep(5); end if;
      if name = 'faulty' then perform 1 / 0; end if;
    end $$`);
  onTestFinished(async () => {
    await database.close();
    await owner.end();
    await own.drop();
  });
  const names = async () =>
    (await owner<{ name: string }[]>`select name from school order by name`).map((row) => row.name);
  const found = (context: Context, id: string, name: string) =>
    database.call(
      context,
      (sql, [scope, school, person, now]) =>
        sql`select found(${scope}, ${school}, ${person}, ${now}, ${id}::uuid, ${name})`,
    );
  return { database, owner, names, found };
}

const inSchool = (school: string) => ({ scope: 'school', school, person: null }) as const;

test('a call is a transaction by itself: all of it is done, or nothing, and the fault is told', async () => {
  const { names, found } = await given(2);
  const [school, other] = [newId(), newId()];
  await found(inSchool(school), school, 'De Linde');
  await expect(found(inSchool(other), other, 'faulty')).rejects.toMatchObject({ code: '22012' });
  expect(await names()).toEqual(['De Linde']);
});

test('many at once keep apart: each has its own school, and a fault in one is its own', async () => {
  const { names, found } = await given(2);
  const attempts = Array.from({ length: 20 }, (_, index) => {
    const [own, other] = [newId(), newId()];
    // Every fourth writes in another school than it works for.
    return found(inSchool(own), index % 4 === 0 ? other : own, `School ${index}`);
  });
  const outcomes = await Promise.allSettled(attempts);
  expect(outcomes.map((outcome) => outcome.status === 'fulfilled')).toEqual(
    outcomes.map((_, index) => index % 4 !== 0),
  );
  expect(await names()).toHaveLength(15);
});

test('nothing of a context stays behind for whoever comes next', async () => {
  const { database, found } = await given(2);
  const school = newId();
  await found(inSchool(school), school, 'De Linde');
  const nobody = database.call({ scope: 'clock' }, (sql) => sql`select 1 / (select count(*) from school)`);
  await expect(nobody).rejects.toMatchObject({ code: '22012' });
});

test('a connection that breaks halfway leaves nothing behind, and the next call goes well', async () => {
  const { owner, names, found } = await given(2);
  const [school, other] = [newId(), newId()];
  const refused = expect(found(inSchool(school), school, 'slow')).rejects.toThrow();
  await expect
    .poll(
      () =>
        owner`select pg_terminate_backend(pid) from pg_stat_activity where query like 'select found%' and state = 'active' and pid <> pg_backend_pid()`,
    )
    .toHaveLength(1);
  await refused;
  expect(await names()).toEqual([]);
  // A call that still met the broken connection says so, and is made again.
  await expect
    .poll(() =>
      found(inSchool(other), other, 'De Beuk').then(
        () => true,
        () => false,
      ),
    )
    .toBe(true);
  expect(await names()).toEqual(['De Beuk']);
});
