import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Context, Database, type Transaction } from '#packages/database';
import type { TestDatabase } from '#packages/testing/database';
import { toldDemonstration } from '../../apps/server/demonstration/told.fixture.ts';
import { attempted } from './take-back.ts';

/** The log of a stream, tried by somebody who may run any statement that the application could run. */

let own: TestDatabase;
let owner: postgres.Sql;
let database: Database;
let linde: string;
let regenboog: string;
/** Leader of De Regenboog. */
let karin: string;
let peopleOfLinde: readonly string[];

beforeAll(async () => {
  own = await toldDemonstration();
  owner = postgres(own.ownerUrl, { max: 1, onnotice: () => {} });
  database = new Database(own.appUrl, { connections: 2 });
  const idOf = async (name: string) =>
    String((await owner`select id from school where name like ${name}`)[0]?.id);
  linde = await idOf('%De Linde');
  regenboog = await idOf('%De Regenboog');
  const [leader] =
    await owner`select person_id as id from scope_grant where school_id = ${regenboog} and role = 'school-leader'`;
  karin = String(leader?.id);
  const people = await owner`
    select person_id as id from member where school_id = ${linde} union select person_id from scope_grant where school_id = ${linde}`;
  peopleOfLinde = people.map(({ id }) => String(id));
  // Nobody there has opened their own stream, or has written in the school's.
  await owner`insert into stream (id, kind, school_id) select id, 'school', id from school on conflict do nothing`;
  await owner`insert into stream (id, kind) select id, 'person' from person on conflict do nothing`;
  await owner`insert into stream_change (school_id, stream_id, seq, command_id, name, by_person, at, changes)
    select school_id, id, seq + 1, gen_random_uuid(), 'note.add', case kind when 'person' then id end, now(), '[]' from stream
    where kind in ('school', 'person')`;
  await owner`update stream set seq = seq + 1 where kind in ('school', 'person')`;
});
afterAll(async () => {
  await database.close();
  await owner.end();
  await own.drop();
});

const contexts = (): Record<string, Context> => ({
  'in their own school': { scope: 'school', school: regenboog, person: karin },
  'as a person': { scope: 'person', person: karin },
  'at the door': { scope: 'sign-in' },
});

const attempt = (context: Context, work: (sql: Transaction) => Promise<number>) =>
  attempted(database, context, work);

const REFUSED_BY_RULE = '42501';

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
          await sql`select append_change(${stream}, ${number}, gen_random_uuid(), 'x', null, null, now(), '[]', null, '{}')`
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
      select id, seq from stream
      where (school_id = ${linde} or (school_id is null and id in ${owner([...peopleOfLinde])}))`;
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
