import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Database, type Transaction } from '#packages/database';
import { claimInstallation } from '#packages/database/migrate';
import { type TestDatabase, testDatabase } from '#packages/testing/database';
import { byName, classIn, type Side, type Somebody, type TableClass, tableClasses } from './table-classes.ts';
import { attempted } from './take-back.ts';

/**
 * Suppose that every check in the code were gone: somebody may run any statement that the application could run. What do
 * they get of what is not theirs? The database alone has to answer: nothing, of any table. Which tables there are, and whose
 * their rows are, is read from the catalogue: a table says its class in its comment, and its attack follows from that.
 */

let own: TestDatabase;
let owner: postgres.Sql;
let database: Database;

const side = (name: string): Side => ({
  school: randomUUID(),
  person: randomUUID(),
  second: randomUUID(),
  colleague: randomUUID(),
  body: randomUUID(),
  key: `${name} ${randomUUID()}`,
});
const ours = side('ours');
const theirs = side('theirs');

/** What the tool that applies migrations keeps for itself. */
const notOurs = ['schema_migration'];

type Column = { readonly name: string; readonly type: string; readonly isNeeded: boolean };
type Table = {
  readonly name: string;
  readonly class: string;
  readonly rules: TableClass;
  /** The columns that say whose a row is, and which stand in `whose` of the class in the same order. */
  readonly whose: readonly string[];
  readonly columns: readonly Column[];
};
let tables: readonly Table[];
let unclassed: readonly string[];

/** Classes that no table of the product has yet hold all the same: tried on tables that are there for this test only. */
const throwAway = `
  create table diary_page (id uuid primary key, person_id uuid not null, text text not null);
  call person_table('diary_page');
  create table visit_note (id uuid primary key, visitor_id uuid not null, visited_id uuid not null, school_id uuid not null, text text not null);
  call pair_table('visit_note', 'visitor_id', 'visited_id');
  create table intake (id uuid primary key, school_id uuid not null, outcome text not null);
  call programme_table('intake');
  create table iceberg (id uuid not null, text text not null);
  call stream_table('iceberg', 'person');
  create table answer_card (id uuid not null, text text not null);
  call stream_table('answer_card', 'room');
  create table answer_sheet (id uuid primary key, wave text not null, marks jsonb not null);
  call answers_table('answer_sheet');`;

async function readTables(): Promise<void> {
  const found = await owner<{ name: string; comment: string | null }[]>`
    select c.relname as name, obj_description(c.oid, 'pg_class') as comment
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`;
  const classed: Table[] = [];
  const without: string[] = [];
  for (const { name, comment } of found.filter((table) => !notOurs.includes(table.name))) {
    const stated = classIn(comment);
    const rules = stated && tableClasses[stated.name];
    if (!stated || !rules) {
      without.push(name);
      continue;
    }
    const columns = await owner<Column[]>`
      select attname as name, format_type(atttypid, null) as type, attnotnull as "isNeeded" from pg_attribute
      where attrelid = ${name}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`;
    classed.push({ name, class: stated.name, rules, whose: stated.columns, columns: [...columns] });
  }
  tables = classed;
  unclassed = without;
}

beforeAll(async () => {
  own = await testDatabase();
  await claimInstallation(own.ownerUrl, 'production');
  owner = postgres(own.ownerUrl, { max: 1, onnotice: () => {} });
  database = new Database(own.appUrl, { connections: 2 });
  await owner.unsafe(throwAway);
  await readTables();
  await fill();
});
afterAll(async () => {
  await database.close();
  await owner.end();
  await own.drop();
});

/** In this database anything may stand anywhere: the row rules are tried, not the checks and references beside them. */
async function fill(): Promise<void> {
  for (const { name } of tables) await owner.unsafe(`alter table ${name} no force row level security`);
  const constraints = await owner<{ table: string; name: string }[]>`
    select conrelid::regclass::text as table, conname as name from pg_constraint
    where connamespace = 'public'::regnamespace and contype in ('f', 'c', 'u', 'p') order by contype = 'f' desc`;
  for (const { table, name } of constraints)
    await owner.unsafe(`alter table ${table} drop constraint if exists ${name} cascade`);
  for (const table of tables.filter(({ rules }) => rules.isFilled))
    for (const whose of [ours, theirs]) await insert(table, whose);
  for (const { name } of tables) await owner.unsafe(`alter table ${name} force row level security`);
}

const whoseIn = (table: Table, of: Side): ReadonlyMap<string, string> =>
  new Map(table.whose.map((column, index) => [column, table.rules.whose(of)[index] ?? '']));

async function insert(table: Table, of: Side): Promise<void> {
  const named: ReadonlyMap<string, string> = new Map([...Object.entries(byName(of)), ...whoseIn(table, of)]);
  const filled = table.columns.filter(({ name, isNeeded }) => isNeeded || named.has(name));
  const values = filled.map(({ name, type }) => named.get(name) ?? anything(type));
  await owner.unsafe(
    `insert into ${table.name} (${filled.map(({ name }) => name).join(', ')})
     values (${filled.map(({ type }, index) => `$${index + 1}::text::${type}`).join(', ')})`,
    values,
  );
}

function anything(type: string): string {
  if (type.endsWith('[]')) return '{}';
  if (type === 'uuid') return randomUUID();
  if (type === 'jsonb') return '{}';
  if (type === 'boolean') return 'false';
  if (/int|numeric|double|real/.test(type)) return '1';
  // Long after the test: nothing has had its time.
  if (/^(timestamp|date)/.test(type)) return '2100-01-01T00:00:00Z';
  return `x ${randomUUID()}`;
}

/** Which rows are ours. Written with plain values: a question to another table would be under that table's rule. */
const isOurs = (table: Table): string =>
  [...whoseIn(table, ours)].map(([column, value]) => `${column}::text = '${value}'`).join(' and ') || 'true';

const attempt = ({ context, key }: Somebody, work: (sql: Transaction) => Promise<number>) =>
  attempted(database, context, async (sql) => {
    if (key !== undefined) await sql`select set_config('app.key', ${key}, true)`;
    return work(sql);
  });

/** By a row rule, or because the application has no right to it at all: a second lock. */
const REFUSED = '42501';

const mayAs = async (table: Table, right: string): Promise<boolean> => {
  const [row] = await owner`
    select has_any_column_privilege('samenbeter_app', ${table.name}, ${right === 'delete' ? 'select' : right})
      and (${right} <> 'delete' or has_table_privilege('samenbeter_app', ${table.name}, 'delete')) as may`;
  return row?.may === true;
};

/** A change that needs no reading, so that only the rule about changing stands in its way: rows are made the intruder's own where that may be. */
async function blindChange(table: Table): Promise<string> {
  const may = await owner<{ name: string }[]>`
    select attname as name from pg_attribute
    where attrelid = ${table.name}::regclass and attnum > 0 and not attisdropped and attgenerated = ''
      and has_column_privilege('samenbeter_app', attrelid, attnum, 'update') order by attnum`;
  const open = new Set(may.map(({ name }) => name));
  const named = whoseIn(table, theirs);
  const column =
    table.columns.find(({ name }) => open.has(name) && named.has(name)) ??
    table.columns.find(({ name }) => open.has(name)) ??
    table.columns[0];
  if (!column) throw new Error(`${table.name} has no columns`);
  return `${column.name} = '${named.get(column.name) ?? anything(column.type)}'`;
}

/** What an intruder gets done to our rows in this table, in words; nothing when all is well. */
async function taken(table: Table, intruder: Somebody): Promise<string[]> {
  const { name, rules } = table;
  const elsewhere = Number(
    (await owner.unsafe(`select count(*) from ${name} where not (${isOurs(table)})`))[0]?.count,
  );
  const [row] = await owner.unsafe(`select to_jsonb(t) as row from ${name} t where ${isOurs(table)} limit 1`);
  const done: string[] = [];
  const all = table.columns.map((column) => column.name).join(', ');

  const seen = await attempt(
    intruder,
    async (sql) => (await sql.unsafe(`select 1 from ${name} where ${isOurs(table)}`)).length,
  );
  if (seen !== 0 && seen !== REFUSED && !rules.open.includes('seen')) done.push('seen');

  const added = await attempt(
    intruder,
    async (sql) =>
      (
        await sql.unsafe(
          `insert into ${name} (${all}) select ${all} from jsonb_populate_record(null::${name}, $1::text::jsonb)`,
          [JSON.stringify(row?.row)],
        )
      ).count,
  );
  if (added !== REFUSED && !rules.open.includes('added')) done.push('added');

  const change = await blindChange(table);
  const changed = await attempt(
    intruder,
    async (sql) => (await sql.unsafe(`update ${name} set ${change}`)).count,
  );
  if (changed !== REFUSED && !(Number(changed) <= elsewhere)) done.push('changed');

  const removed = await attempt(intruder, async (sql) => (await sql.unsafe(`delete from ${name}`)).count);
  if (removed !== REFUSED && !(Number(removed) <= elsewhere)) done.push('removed');
  return done;
}

/** A sentence for everything that anybody gets of what is not theirs. */
async function everythingTaken(from = tables): Promise<string[]> {
  const all: string[] = [];
  for (const table of from)
    for (const [who, intruder] of Object.entries(table.rules.intruders(ours, theirs)))
      all.push(...(await taken(table, intruder)).map((what) => `${who}: ${table.name} ${what}`));
  return all;
}

describe('every table', () => {
  test('belongs to a class', async () => {
    expect(unclassed).toEqual([]);
    expect(tables.length).toBeGreaterThan(30);
  });

  test('that belongs to none, or to one that nobody knows, is found', async () => {
    await owner`create table stray (id uuid)`;
    await owner`create table odd (id uuid)`;
    await owner`comment on table odd is 'class: gossip (id)'`;
    await readTables();
    expect(unclassed).toEqual(['odd', 'stray']);
    await owner`drop table stray, odd`;
    await readTables();
    expect(unclassed).toEqual([]);
  });

  test('every class has a table', () => {
    expect([...new Set(tables.map((table) => table.class))].sort()).toEqual(Object.keys(tableClasses).sort());
  });

  test('has rows of ours, which whoever they belong to does reach: the attack is a real one', async () => {
    for (const table of tables) {
      const rows = await owner.unsafe(`select 1 from ${table.name} where ${isOurs(table)}`);
      expect([table.name, rows.length > 0]).toEqual([table.name, true]);
      for (const [who, somebody] of Object.entries(table.rules.owners(ours))) {
        const seen = await attempt(
          somebody,
          async (sql) => (await sql.unsafe(`select 1 from ${table.name} where ${isOurs(table)}`)).length,
        );
        expect([table.name, who, seen]).toEqual([table.name, who, rows.length]);
      }
    }
  });
});

describe('nobody', () => {
  test('sees, adds, changes or removes in any table what is not theirs', async () => {
    expect(await everythingTaken()).toEqual([]);
  });

  test('reads an answer, whoever they are, or does anything else with it than giving it', async () => {
    const answers = tables.filter((table) => table.class === 'answers');
    expect(answers.length).toBeGreaterThan(0);
    for (const table of answers)
      expect(await Promise.all(['select', 'update', 'delete'].map((right) => mayAs(table, right)))).toEqual([
        false,
        false,
        false,
      ]);
  });
});

/** The rule is taken away for the length of the work, on this test's own database. */
async function without(policy: string, table: string, work: () => Promise<void>): Promise<void> {
  const [rule] = await owner`
    select pg_get_expr(polqual, polrelid) as using, pg_get_expr(polwithcheck, polrelid) as check
    from pg_policy where polrelid = ${table}::regclass and polname = ${policy}`;
  const alter = (using: string | null, check: string | null) =>
    owner.unsafe(
      `alter policy ${policy} on ${table} ${using === null ? '' : `using (${using})`} ${check === null ? '' : `with check (${check})`}`,
    );
  await alter(rule?.using && 'true', rule?.check && 'true');
  try {
    await work();
  } finally {
    await alter(rule?.using ?? null, rule?.check ?? null);
  }
}

describe('the rule stops them, and nothing else does', () => {
  /** The first and the last of them: from outside, and (where that counts) from inside the school. */
  const intruders = (table: Table) => {
    const all = Object.values(table.rules.intruders(ours, theirs));
    return all.filter((_, index) => index === 0 || index === all.length - 1);
  };

  test('where row rules are switched off for a table, it is found', async () => {
    for (const table of tables) {
      if (table.rules.open.includes('seen') || !(await mayAs(table, 'select'))) continue;
      await owner.unsafe(`alter table ${table.name} disable row level security`);
      for (const intruder of intruders(table))
        expect(await taken(table, intruder), table.name).toContain('seen');
      await owner.unsafe(`alter table ${table.name} enable row level security`);
    }
    expect(await everythingTaken()).toEqual([]);
  });

  test.each([
    ['seen', 'select'],
    ['added', 'insert'],
    ['changed', 'update'],
    ['removed', 'delete'],
  ] as const)('where the rule for what is %s lets everything through, it is found', async (policy, right) => {
    let broken = 0;
    for (const table of tables) {
      if (policy !== 'changed' && policy !== 'removed' && table.rules.open.includes(policy)) continue;
      // The application has no right to do this at all: a second lock, that holds without the rule.
      if (!(await mayAs(table, right))) continue;
      await without(policy, table.name, async () => {
        for (const intruder of intruders(table))
          expect([table.name, await taken(table, intruder)]).toEqual([table.name, [policy]]);
      });
      broken += 1;
    }
    expect(broken).toBeGreaterThan(20);
    expect(await everythingTaken()).toEqual([]);
  });
});
