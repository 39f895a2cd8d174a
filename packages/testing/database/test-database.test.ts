import postgres from 'postgres';
import { expect, onTestFinished, test } from 'vitest';
import { testDatabase } from './index.ts';

test('every test has a migrated database that no other test sees', async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
  const sqlOfOne = postgres(one.ownerUrl, { max: 1 });
  const sqlOfOther = postgres(other.ownerUrl, { max: 1 });
  onTestFinished(async () => {
    await Promise.all([sqlOfOne.end(), sqlOfOther.end()]);
    await Promise.all([one.drop(), other.drop()]);
  });
  await sqlOfOne`create table seen_by_one_only ()`;
  const found = await sqlOfOther`select 1 from pg_class where relname = 'seen_by_one_only'`;
  expect(found).toHaveLength(0);
  expect((await sqlOfOther`select number from schema_migration`).length).toBeGreaterThan(0);
});

test('the application connects as a role that row-level security always holds for', async () => {
  const database = await testDatabase();
  const sql = postgres(database.appUrl, { max: 1 });
  onTestFinished(async () => {
    await sql.end();
    await database.drop();
  });
  const [role] = await sql`select rolname, rolsuper, rolbypassrls from pg_roles where rolname = current_user`;
  expect(role).toEqual({ rolname: 'samenbeter_app', rolsuper: false, rolbypassrls: false });
});
