import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Context, Database, type Transaction } from '#packages/database';
import { claimInstallation } from '#packages/database/migrate';
import { type TestDatabase, testDatabase } from '#packages/testing/database';
import { fillDemonstration } from '../../apps/server/demonstration/index.ts';

/**
 * Suppose that every check in the code were gone: somebody of De Regenboog may run any statement that the application
 * could run. What do they get of De Linde? The database alone has to answer: nothing, of any table.
 */

let own: TestDatabase;
let owner: postgres.Sql;
let database: Database;
let tables: readonly string[];
let linde: string;
let regenboog: string;
/** Leader of De Regenboog. */
let karin: string;

/** What the tool that applies migrations keeps for itself. */
const notOurs = ['schema_migration'];

let peopleOfLinde: string;

/** Which rows are De Linde's. Written with plain ids: a question to another table would be under that table's rule. */
function ofLinde(table: string): string {
  const special: Readonly<Record<string, string>> = {
    school: `id = '${linde}'`,
    person: `id in (${peopleOfLinde})`,
    // A person's own stream has no school.
    stream: `(school_id = '${linde}' or id in (${peopleOfLinde})) is true`,
    stream_change: `(school_id = '${linde}' or stream_id in (${peopleOfLinde})) is true`,
    stream_snapshot: `(school_id = '${linde}' or stream_id in (${peopleOfLinde})) is true`,
    web_session: `(school_id = '${linde}' or person_id in (${peopleOfLinde})) is true`,
    // No column says so: here they are all of De Linde.
    sign_in_code: 'true',
    outgoing_mail: 'true',
    installation: 'true',
    erasure: 'true',
  };
  return special[table] ?? `school_id = '${linde}'`;
}

/** Not anybody's: what the installation is may be read by everybody, and changed by nobody. */
const readByAll = ['installation'];
/** Whoever works may have a mail sent; reading it is another matter. */
const addedByAll = ['outgoing_mail'];

/** A change that needs no reading, so that only the rule about changing stands in its way. */
const blindChange: Readonly<Record<string, string>> = {
  installation: 'made_at = now()',
  school: "sector = 'vo'",
  person: "name = 'x'",
  web_session: 'revoked_at = now()',
  sign_in_code: 'tries = 0',
  pairing: 'used_at = now()',
  outgoing_mail: 'tries = 0',
  stream: 'seq = 0',
  stream_snapshot: 'seq = 0',
  erasure: 'at = now()',
};
/** Elsewhere: the rows are made one's own. */
const change = (table: string): string => blindChange[table] ?? `school_id = '${regenboog}'`;

beforeAll(async () => {
  own = await testDatabase();
  await claimInstallation(own.ownerUrl, 'demonstration');
  await fillDemonstration(own, Date.now());
  owner = postgres(own.ownerUrl, { max: 1, onnotice: () => {} });
  // From here on with real people: a demonstration shows its own at the door (P14).
  await owner`update installation set kind = 'production'`;
  database = new Database(own.appUrl, { connections: 2 });
  const idOf = async (name: string) =>
    String((await owner`select id from school where name like ${name}`)[0]?.id);
  linde = await idOf('%De Linde');
  regenboog = await idOf('%De Regenboog');
  const [leader] =
    await owner`select person_id as id from role_grant where school_id = ${regenboog} and role = 'school-leader'`;
  karin = String(leader?.id);
  const people = await owner`
    select person_id as id from member where school_id = ${linde} union select person_id from role_grant where school_id = ${linde}`;
  peopleOfLinde = people.map(({ id }) => `'${id}'`).join(', ');
  await addWhatTheStoryHasNot();
  tables = (
    await owner`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`
  )
    .map(({ name }) => String(name))
    .filter((name) => !notOurs.includes(name));
});
afterAll(async () => {
  await database.close();
  await owner.end();
  await own.drop();
});

/** The demonstration has no screens, sessions, codes and mail of its own yet, and nobody has opened their own stream. */
async function addWhatTheStoryHasNot(): Promise<void> {
  await owner`insert into stream (id, kind, school_id) select id, 'school', id from school on conflict do nothing`;
  await owner`insert into stream (id, kind) select id, 'person' from person on conflict do nothing`;
  await owner`insert into stream_change (school_id, stream_id, seq, command_id, name, by_person, at, changes)
    select school_id, id, seq + 1, gen_random_uuid(), 'note.add', case kind when 'person' then id end, now(), '[]' from stream
    where kind in ('school', 'person')`;
  await owner`update stream set seq = seq + 1 where kind in ('school', 'person')`;
  await owner`insert into stream_snapshot (school_id, stream_id, seq, at, state)
    select school_id, id, 0, now(), '{}' from stream on conflict do nothing`;
  await owner`insert into erasure (person_id, invitation_ids, at) values (gen_random_uuid(), '{}', now())`;
  await owner`insert into display (id, school_id, team_id, name, paired_at)
    select gen_random_uuid(), school_id, team_id, 'Teamkamer', now() from team`;
  await owner`insert into web_session (id, token_hash, person_id, made_at, last_seen_at, user_agent)
    select gen_random_uuid(), 'person ' || id, id, now(), now(), 'Firefox' from person`;
  await owner`insert into web_session (id, token_hash, display_id, school_id, team_id, made_at, last_seen_at, user_agent)
    select gen_random_uuid(), 'screen ' || id, id, school_id, team_id, now(), now(), 'Chrome' from display`;
  await owner`insert into sign_in_code (id, email_hash, browser_hash, code_hash, made_at, expires_at)
    select gen_random_uuid(), 'email ' || id, 'browser ' || id, 'code ' || id, now(), now() + interval '10 minutes' from person`;
  await owner`insert into pairing (id, browser_hash, code_hash, made_at, expires_at, display_id, school_id, team_id)
    select gen_random_uuid(), 'browser ' || id, 'code ' || id, now(), now() + interval '10 minutes', id, school_id, team_id from display`;
  await owner`insert into invitation (id, school_id, team_id, email, token_hash, invited_by, invited_by_name, made_at, expires_at)
    select gen_random_uuid(), school_id, team_id, 'nieuw@school.example', 'token ' || team_id, ${karin}, 'Karin', now(), now() + interval '1 day' from team`;
  await owner`insert into join_code (team_id, school_id, code, renewed_at)
    select team_id, school_id, translate(upper(left(md5(team_id::text), 8)), '01', 'XY'), now() from team
    on conflict do nothing`;
  await owner`insert into outgoing_mail (id, to_address, language, subject, body_text, body_html)
    values (gen_random_uuid(), 'sam@school.example', 'nl', 'Je code', '123456', '123456')`;
}

class TakenBack extends Error {}

/** Does it, tells what became of it, and takes it back. */
async function attempt(
  context: Context,
  work: (sql: Transaction) => Promise<number>,
): Promise<number | string> {
  let count = 0;
  try {
    await database.within(context, async (sql) => {
      count = await work(sql);
      throw new TakenBack();
    });
  } catch (error) {
    if (error instanceof TakenBack) return count;
    return typeof error === 'object' && error !== null && 'code' in error
      ? String(error.code)
      : String(error);
  }
  return count;
}

const REFUSED_BY_RULE = '42501';

/** What somebody of De Regenboog gets done to De Linde's rows in this table, in words; nothing when all is well. */
async function taken(table: string, context: Context): Promise<string[]> {
  const elsewhere = Number(
    (await owner.unsafe(`select count(*) from ${table} where not (${ofLinde(table)})`))[0]?.count,
  );
  const [row] = await owner.unsafe(
    `select to_jsonb(t) as row from ${table} t where ${ofLinde(table)} limit 1`,
  );
  const done: string[] = [];

  const seen = await attempt(
    context,
    async (sql) => (await sql.unsafe(`select 1 from ${table} where ${ofLinde(table)}`)).length,
  );
  if (seen !== 0 && seen !== REFUSED_BY_RULE && !readByAll.includes(table)) done.push('seen');

  const added = await attempt(
    context,
    async (sql) =>
      (
        await sql.unsafe(
          `insert into ${table} select * from jsonb_populate_record(null::${table}, $1::text::jsonb)`,
          [JSON.stringify(row?.row)],
        )
      ).count,
  );
  if (added !== REFUSED_BY_RULE && !addedByAll.includes(table)) done.push('added');

  const changed = await attempt(
    context,
    async (sql) => (await sql.unsafe(`update ${table} set ${change(table)}`)).count,
  );
  if (changed !== REFUSED_BY_RULE && !(Number(changed) <= elsewhere)) done.push('changed');

  const removed = await attempt(context, async (sql) => (await sql.unsafe(`delete from ${table}`)).count);
  if (removed !== REFUSED_BY_RULE && !(Number(removed) <= elsewhere)) done.push('removed');
  return done;
}

const contexts = (): Record<string, Context> => ({
  'in their own school': { scope: 'school', school: regenboog, person: karin },
  'as a person': { scope: 'person', person: karin },
  'at the door': { scope: 'sign-in' },
});

async function everythingTaken(context: Context, from = tables): Promise<string[]> {
  const all: string[] = [];
  for (const table of from) all.push(...(await taken(table, context)).map((what) => `${table} ${what}`));
  return all;
}

describe('somebody of De Regenboog', () => {
  test('would find something of De Linde in every table', async () => {
    expect(tables.length).toBeGreaterThan(25);
    for (const table of tables) {
      const rows = await owner.unsafe(`select 1 from ${table} where ${ofLinde(table)} limit 1`);
      expect([table, rows.length]).toEqual([table, 1]);
    }
  });

  test.each(['in their own school', 'as a person', 'at the door'])(
    '%s sees, adds, changes and removes nothing of De Linde in any table',
    async (how) => {
      const context = contexts()[how];
      if (!context) throw new Error(`no context ${how}`);
      expect(await everythingTaken(context)).toEqual([]);
    },
  );

  test('does reach the own rows: the attack is a real one', async () => {
    const context: Context = { scope: 'school', school: regenboog, person: karin };
    for (const table of ['member', 'team', 'board', 'display', 'join_code', 'invitation']) {
      const changed = await attempt(
        context,
        async (sql) => (await sql.unsafe(`update ${table} set ${change(table)}`)).count,
      );
      expect([table, Number(changed) > 0]).toEqual([table, true]);
    }
  });
});

describe('the log of a stream', () => {
  const mine = (): Context => ({ scope: 'school', school: regenboog, person: karin });
  const ownStreams = (context: Context) =>
    database.within(context, (sql) => sql<{ id: string; seq: number }[]>`select id, seq from stream`);
  const all = () => owner`select * from stream_change order by stream_id, seq`;

  /** What became of adding a change to the end of a stream's log, by the function that does so. */
  const append = (context: Context, stream: string, number: number) =>
    attempt(
      context,
      async (sql) =>
        (
          await sql`select append_change(${stream}, ${number}, gen_random_uuid(), 'x', null, null, now(), '[]')`
        ).count,
    );

  test('is not changed, shortened or thrown away by the application, not even by those whose it is', async () => {
    const before = await all();
    for (const context of Object.values(contexts())) {
      for (const statement of [
        "update stream_change set name = 'x'",
        `update stream_change set changes = '[]' where school_id = '${regenboog}'`,
        'delete from stream_change',
        'truncate stream_change',
        'truncate stream cascade',
        // What goes takes its log along.
        'delete from stream',
        `delete from stream where id = '${karin}'`,
        'delete from school',
        `update stream set kind = 'room'`,
        `update stream set school_id = '${linde}'`,
        'alter table stream_change disable row level security',
        'drop table stream_change',
      ])
        expect([
          statement,
          await attempt(context, async (sql) => (await sql.unsafe(statement)).count),
        ]).toEqual([statement, REFUSED_BY_RULE]);
    }
    expect(await all()).toEqual(before);
  });

  test('gets longer at its end only, and that of nobody else', async () => {
    const [own] = await ownStreams(mine());
    const number = Number(own?.seq);
    expect(await append(mine(), own?.id ?? '', number + 1)).toBe(1);
    for (const other of [number - 1, number, number + 2])
      expect([other, await append(mine(), own?.id ?? '', other)]).toEqual([other, 'SB001']);

    const others = await owner<{ id: string; seq: number }[]>`
      select id, seq from stream where ${owner.unsafe(ofLinde('stream'))}`;
    expect(others.length).toBeGreaterThan(10);
    for (const { id, seq } of others)
      for (const [how, context] of Object.entries(contexts()))
        expect([how, await append(context, id, Number(seq) + 1)]).toEqual([how, 'SB001']);
  });

  test('of a person is theirs, whatever school they work for; and no school has it', async () => {
    const ofKarin = (context: Context) =>
      attempt(
        context,
        async (sql) => (await sql`select 1 from stream_change where stream_id = ${karin}`).length,
      );
    expect(await ofKarin({ scope: 'person', person: karin })).toBe(1);
    expect(await append({ scope: 'person', person: karin }, karin, 2)).toBe(1);
    const [{ id: colleague = '' } = {}] =
      await owner`select person_id as id from member where school_id = ${regenboog} and person_id <> ${karin}`;
    for (const context of [
      { scope: 'school', school: regenboog, person: null },
      { scope: 'school', school: regenboog, person: colleague },
      { scope: 'person', person: colleague },
      { scope: 'sign-in' },
      { scope: 'clock' },
    ] satisfies Context[]) {
      expect([context, await ofKarin(context)]).toEqual([context, 0]);
      expect([context, await append(context, karin, 2)]).toEqual([context, 'SB001']);
    }
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
  const context = (): Context => ({ scope: 'school', school: regenboog, person: karin });

  test('where row rules are switched off for a table, it is found', async () => {
    for (const table of tables) {
      if (readByAll.includes(table)) continue;
      await owner.unsafe(`alter table ${table} disable row level security`);
      expect(await taken(table, context()), table).toContain('seen');
      await owner.unsafe(`alter table ${table} enable row level security`);
    }
    expect(await everythingTaken(context())).toEqual([]);
  });

  test.each([
    ['seen', 'select'],
    ['added', 'insert'],
    ['changed', 'update'],
    ['removed', 'delete'],
  ])('where the rule for what is %s lets everything through, it is found', async (policy, right) => {
    let broken = 0;
    for (const table of tables) {
      if (
        (policy === 'seen' && readByAll.includes(table)) ||
        (policy === 'added' && addedByAll.includes(table))
      )
        continue;
      const [may] = await owner`
        select has_any_column_privilege('samenbeter_app', ${table}, ${right === 'delete' ? 'select' : right})
          and (${right} <> 'delete' or has_table_privilege('samenbeter_app', ${table}, 'delete')) as may`;
      // The application has no right to do this at all: a second lock, that holds without the rule.
      if (!may?.may) {
        expect(await taken(table, context())).toEqual([]);
        continue;
      }
      await without(policy, table, async () => {
        expect([table, await taken(table, context())]).toEqual([table, [policy]]);
      });
      broken += 1;
    }
    expect(broken).toBeGreaterThan(20);
    expect(await everythingTaken(context())).toEqual([]);
  });
});
