import postgres from 'postgres';
import { expect, onTestFinished, test } from 'vitest';
import { filledDatabase, testDatabase } from './index.ts';

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

test('what many ask for at once is filled once, and everybody has a copy', async () => {
  let fillings = 0;
  const asked = () =>
    filledDatabase(`by_a_test_${process.pid}`, async ({ ownerUrl }) => {
      fillings += 1;
      const sql = postgres(ownerUrl, { max: 1 });
      await sql`create table filled ()`;
      await sql.end();
    });
  const copies = await Promise.all([asked(), asked(), asked()]);
  expect(fillings).toBe(1);
  expect(new Set(copies.map(({ ownerUrl }) => ownerUrl)).size).toBe(3);
  for (const copy of copies) {
    const sql = postgres(copy.ownerUrl, { max: 1 });
    expect(await sql`select 1 from pg_class where relname = 'filled'`).toHaveLength(1);
    await sql.end();
    await copy.drop();
  }
});

test('a filling that failed is not what the next one gets', async () => {
  const name = `half_${process.pid}`;
  await expect(
    filledDatabase(name, async () => {
      throw new Error('the lights went out');
    }),
  ).rejects.toThrow('the lights went out');
  let isFilled = false;
  const copy = await filledDatabase(name, async () => {
    isFilled = true;
  });
  await copy.drop();
  expect(isFilled).toBe(true);
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
