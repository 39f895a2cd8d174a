import postgres from 'postgres';
import { expect, onTestFinished, test } from 'vitest';
import { newId } from '#packages/kernel';
import { testDatabase } from '#packages/testing/database';
import { Database, type Statements } from './connection.ts';

async function given(connections: number) {
  const own = await testDatabase();
  const database = new Database(own.appUrl, { connections });
  const owner = postgres(own.ownerUrl, { max: 1, onnotice: () => {} });
  onTestFinished(async () => {
    await database.close();
    await owner.end();
    await own.drop();
  });
  const names = async () =>
    (await owner<{ name: string }[]>`select name from school order by name`).map((row) => row.name);
  return { database, owner, names };
}

const inSchool = (school: string) => ({ scope: 'school', school, person: null }) as const;
const addSchool = (sql: Statements, id: string, name: string) =>
  sql`insert into school (id, name, sector) values (${id}, ${name}, 'po')`;

test('statements that travel together are all done', async () => {
  const { database, names } = await given(2);
  const school = newId();
  await database.withinOneTrip(inSchool(school), (sql) => [
    addSchool(sql, school, 'De Linde'),
    sql`update school set name = 'De Wilg' where id = ${school}`,
  ]);
  expect(await names()).toEqual(['De Wilg']);
});

test('one that fails takes back those before it and those after it, and says why', async () => {
  const { database, names } = await given(2);
  const school = newId();
  const attempt = database.withinOneTrip(inSchool(school), (sql) => [
    addSchool(sql, school, 'De Linde'),
    sql`select 1 / (select count(*) from school where name = 'nowhere')`,
    sql`update school set name = 'De Wilg' where id = ${school}`,
  ]);
  await expect(attempt).rejects.toMatchObject({ code: '22012' });
  expect(await names()).toEqual([]);
});

test('many at once on one connection keep apart: each has its own school, and a fault in one is its own', async () => {
  const { database, names } = await given(2);
  const attempts = Array.from({ length: 20 }, (_, index) => {
    const [own, other] = [newId(), newId()];
    // Every fourth writes in another school than it works for.
    const id = index % 4 === 0 ? other : own;
    return database.withinOneTrip(inSchool(own), (sql) => [addSchool(sql, id, `School ${index}`)]);
  });
  const outcomes = await Promise.allSettled(attempts);
  expect(outcomes.map((outcome) => outcome.status === 'fulfilled')).toEqual(
    outcomes.map((_, index) => index % 4 !== 0),
  );
  expect(await names()).toHaveLength(15);
});

test('nothing of a context stays behind for whoever comes next', async () => {
  const { database } = await given(2);
  const school = newId();
  await database.withinOneTrip(inSchool(school), (sql) => [addSchool(sql, school, 'De Linde')]);
  const attempt = database.withinOneTrip({ scope: 'clock' }, (sql) => [
    sql`select 1 / (select count(*) from school)`,
  ]);
  await expect(attempt).rejects.toMatchObject({ code: '22012' });
});

test('a connection that breaks halfway leaves nothing behind, and the next transaction goes well', async () => {
  const { database, owner, names } = await given(2);
  const school = newId();
  const attempt = database.withinOneTrip(inSchool(school), (sql) => [
    addSchool(sql, school, 'De Linde'),
    sql`select pg_sleep(5)`,
    sql`update school set name = 'De Wilg' where id = ${school}`,
  ]);
  const refused = expect(attempt).rejects.toThrow();
  await expect
    .poll(
      () =>
        owner`select pg_terminate_backend(pid) from pg_stat_activity where query like 'select pg_sleep%' and pid <> pg_backend_pid()`,
    )
    .toHaveLength(1);
  await refused;
  expect(await names()).toEqual([]);
  await database.withinOneTrip(inSchool(school), (sql) => [addSchool(sql, school, 'De Beuk')]);
  expect(await names()).toEqual(['De Beuk']);
});
