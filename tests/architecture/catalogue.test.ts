import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordTables } from '#packages/sync/server';
import { type TestDatabase, testDatabase } from '#packages/testing/database';
import { definitions } from '../../apps/features.ts';

let database: TestDatabase;
let owner: postgres.Sql;

beforeAll(async () => {
  database = await testDatabase();
  owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** A school's own records and a person's need no other column that says whose they are. */
const ownersOf = (whose: string) =>
  whose === 'school_id' || whose === 'person_id' ? [whose] : ['school_id', whose];

const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What the tool that applies migrations keeps for itself; the application has no right to it at all. */
const notOurs = ['schema_migration'];

type Table = { name: string; enabled: boolean; forced: boolean; policies: number; ownedByApp: boolean };

const tables = () => owner<Table[]>`
  select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
    (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
    pg_get_userbyid(c.relowner) = 'samenbeter_app' as "ownedByApp"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`;

const unprotected = async () =>
  (await tables())
    .filter(
      (table) =>
        !notOurs.includes(table.name) &&
        !(table.enabled && table.forced && table.policies > 0 && !table.ownedByApp),
    )
    .map((table) => table.name);

describe('row-level security', () => {
  test('is forced on every table, with a policy', async () => {
    expect((await tables()).length).toBeGreaterThan(15);
    expect(await unprotected()).toEqual([]);
  });

  test('a table that forgets it is found', async () => {
    await owner`create table forgotten (school_id uuid)`;
    expect(await unprotected()).toEqual(['forgotten']);
    await owner`alter table forgotten enable row level security`;
    expect(await unprotected()).toEqual(['forgotten']);
    await owner`drop table forgotten`;
  });

  test('the application cannot step around it', async () => {
    const [role] =
      await owner`select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = 'samenbeter_app'`;
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false });
    const held =
      await owner`select 1 from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = 'samenbeter_app'`;
    expect(held).toHaveLength(0);
  });

  test('the application has no right to tables that are not its own business', async () => {
    for (const name of notOurs) {
      const [right] =
        await owner`select has_table_privilege('samenbeter_app', ${name}, 'select, insert, update, delete') as any`;
      expect(right).toEqual({ any: false });
    }
  });

  test('without a context every table is empty to the application, and takes nothing', async () => {
    const app = postgres(database.appUrl, { max: 1, onnotice: () => {} });
    try {
      const [school] = [crypto.randomUUID()];
      await owner`alter table school no force row level security`;
      await owner`insert into school (id, name, sector) values (${school}, 'De Linde', 'po')`;
      await owner`alter table school force row level security`;
      expect(await app`select * from school`).toHaveLength(0);
      await expect(
        app`insert into school (id, name, sector) values (${crypto.randomUUID()}, 'Insluiper', 'po')`,
      ).rejects.toThrow(/row-level security/);
      for (const { name } of await tables()) {
        if (notOurs.includes(name) || name === 'installation') continue;
        expect(await app`select 1 from ${app(name)}`, name).toHaveLength(0);
      }
    } finally {
      await app.end();
    }
  });

  test('a school sees its own rows only, and cannot write into another', async () => {
    const app = postgres(database.appUrl, { max: 1, onnotice: () => {} });
    const [linde, es, team] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
    const as = <T>(school: string, work: (sql: postgres.TransactionSql) => Promise<T>) =>
      app.begin(async (sql) => {
        await sql`select set_config('app.scope', 'school', true), set_config('app.school', ${school}, true)`;
        return work(sql);
      });
    try {
      for (const id of [linde, es])
        await as(id, (sql) => sql`insert into school (id, name, sector) values (${id}, 'School', 'po')`);
      await as(
        linde,
        (sql) => sql`insert into stream (id, kind, school_id) values (${team}, 'team', ${linde})`,
      );
      expect(await as(es, (sql) => sql`select * from stream`)).toHaveLength(0);
      expect(await as(es, (sql) => sql`update stream set seq = 9 returning 1`)).toHaveLength(0);
      await expect(as(es, (sql) => sql`delete from stream`)).rejects.toThrow(/permission denied/);
      await expect(
        as(
          es,
          (sql) =>
            sql`insert into stream (id, kind, school_id) values (${crypto.randomUUID()}, 'team', ${linde})`,
        ),
      ).rejects.toThrow(/row-level security/);
      expect(await as(linde, (sql) => sql`select seq from stream`)).toEqual([{ seq: '0' }]);
    } finally {
      await app.end();
    }
  });
});

describe('records and tables', () => {
  test('E2 what a part says is personal, the database erases, and the other way round', async () => {
    const marked = await owner<{ column: string }[]>`
      select c.relname || '.' || attname as column from pg_attribute a
      join pg_class c on c.oid = attrelid and relnamespace = 'public'::regnamespace
      where col_description(attrelid, attnum) like 'personal: %'`;
    const said = [...definitions.values()].flatMap((definition) => {
      const tables = recordTables(definition);
      return Object.entries(definition.personal).flatMap(([kind, fields]) =>
        fields.map((field) => `${tables.get(kind)?.table}.${columnOf(field)}`),
      );
    });
    const records = new Set(
      [...definitions.values()].flatMap((one) => [...recordTables(one).values()].map(({ table }) => table)),
    );
    expect(said.length).toBeGreaterThan(1);
    expect(
      marked
        .map(({ column }) => column)
        .filter((column) => records.has(column.split('.')[0] ?? ''))
        .sort(),
    ).toEqual(said.sort());
  });

  test.each([...definitions.values()].flatMap((definition) => [...recordTables(definition).values()]))(
    'every field of $kind has its column, and every column its field',
    async ({ table, fields, owner: whose }) => {
      const columns = await owner<{ name: string; type: string }[]>`
      select column_name as name, data_type as type from information_schema.columns where table_schema = 'public' and table_name = ${table}`;
      const expected = fields.map(columnOf);
      expect(columns.map((column) => column.name).sort()).toEqual(
        [...expected, ...ownersOf(whose), 'archived'].sort(),
      );
    },
  );
});
