import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Database } from '#packages/database';
import { type TestDatabase, testDatabase } from '#packages/testing/database';

/**
 * There is one clock: the server's (`Database.now`). Whoever writes a moment asks it, and the database's rules ask
 * `app_now()`, which is the same one. Two clocks side by side are right until one of them stands still, runs ahead or is moved.
 */
const repository = join(import.meta.dirname, '../..');

describe('in the database', () => {
  let own: TestDatabase;
  let owner: postgres.Sql;
  beforeAll(async () => {
    own = await testDatabase();
    owner = postgres(own.ownerUrl, { max: 1, onnotice: () => {} });
  });
  afterAll(async () => {
    await owner.end();
    await own.drop();
  });

  /** Policies, defaults, checks and functions that ask the machine what time it is. */
  const askers = async () => {
    const texts = await owner<{ name: string; text: string }[]>`
      select 'policy ' || polname || ' on ' || polrelid::regclass as name,
        concat_ws(' ', pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) as text from pg_policy
      union all select 'default of ' || adrelid::regclass, pg_get_expr(adbin, adrelid) from pg_attrdef
      union all select 'check ' || conname, pg_get_constraintdef(oid) from pg_constraint where contype = 'c'
      union all select 'function ' || proname, prosrc from pg_proc where pronamespace = 'public'::regnamespace`;
    return texts
      .filter(({ text }) =>
        /(?<!app_)\bnow\(\)|\bcurrent_(date|time)|\bCURRENT_(DATE|TIME)|clock_timestamp|localtime/i.test(
          text,
        ),
      )
      .map(({ name }) => name)
      .sort();
  };

  // compact_log() asks both: an application that is taken over may say that it is a later year, and would have the log taken away.
  test('nothing asks the machine for the time but app_now(), the tool that notes its own steps, and what guards the log', async () => {
    expect(await askers()).toEqual([
      'default of schema_migration',
      'function app_now',
      'function compact_log',
    ]);
  });

  test('a rule that does is found', async () => {
    await owner`create table late (at timestamptz default now(), check (at < clock_timestamp()))`;
    await owner`create policy early on late using (at < current_timestamp)`;
    expect(await askers()).toEqual(
      expect.arrayContaining(['check late_at_check', 'default of late', 'policy early on late']),
    );
    await owner`drop table late`;
  });

  test('app_now() is the server’s clock inside a transaction of the application, wherever that clock stands', async () => {
    for (const moment of ['2027-01-04T07:30:00.000Z', '2028-02-29T23:59:59.999Z']) {
      const database = new Database(own.appUrl, { connections: 2, now: () => Date.parse(moment) });
      try {
        const read = await database.within(
          { scope: 'clock' },
          (sql) => sql<{ at: string }[]>`select app_now() as at`,
        );
        expect(read[0]?.at).toBe(moment);
      } finally {
        await database.close();
      }
    }
  });
});

describe('in the server', () => {
  const server = globSync(
    ['features/*/server/**/*.ts', 'packages/{database,http,mail,sync}/{,server/}*.ts', 'apps/server/**/*.ts'],
    { cwd: repository },
  ).filter((path) => !/\.(test|fixture)\.ts$/.test(path));

  /**
   * Lines that take the time from the machine, or from the database's (`now()` in SQL). A clock that is handed in is
   * called by its owner's name (`database.now()`) and may default to the machine's (`now = Date.now`).
   */
  const taken = (text: string): string[] =>
    text
      .split('\n')
      .filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line))
      .filter((line) => /\bDate\.now\(\)|\bnew Date\(\)|(?<![\w.#])now\(\)(?!:)/.test(line))
      .map((line) => line.trim());

  /** The clock of a machine that runs, not of what happened at school: how long something takes, who spoke last. */
  const ofTheMachine = ['packages/http/server/call-counter.ts', 'apps/server/other-servers.ts'];

  test('nothing takes the time from the machine', () => {
    expect(server.length).toBeGreaterThan(60);
    const found = server
      .filter((path) => !ofTheMachine.includes(path))
      .flatMap((path) =>
        taken(readFileSync(join(repository, path), 'utf8')).map((line) => `${path}: ${line}`),
      );
    expect(found).toEqual([]);
  });

  test('code that does is found', () => {
    expect(taken('  const at = Date.now();')).toHaveLength(1);
    expect(taken('  const at = new Date().toISOString();')).toHaveLength(1);
    expect(taken('  constructor({ now = Date.now }) {')).toHaveLength(0);
    expect(taken('  await sql`delete from code where expires_at < now()`;')).toHaveLength(1);
    expect(taken('  await sql`delete from code where expires_at < app_now()`;')).toHaveLength(0);
  });
});
