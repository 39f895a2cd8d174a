import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { demonstrationEndpoints, Sessions } from '#features/people/server';
import { Database } from '#packages/database';
import { claimInstallation } from '#packages/database/migrate';
import { type TestDatabase, testDatabase } from '#packages/testing/database';
import { fillDemonstration } from './index.ts';
import { lead, lower, reading, upper } from './teams.fixture.ts';
import { toldDemonstration } from './told.fixture.ts';

describe('the demonstration of today', () => {
  let own: TestDatabase;
  let database: Database;
  let owner: postgres.Sql;
  beforeAll(async () => {
    own = await toldDemonstration();
    database = new Database(own.appUrl, { connections: 2 });
    owner = postgres(own.ownerUrl, { max: 1, onnotice: () => {} });
  });
  afterAll(async () => {
    await owner.end();
    await database.close();
    await own.drop();
  });

  const schoolCalled = async (name: string): Promise<string> =>
    String((await owner`select id from school where name = ${name}`)[0]?.id);

  test('a visitor can be anybody of the open schools, and nobody of the other', async () => {
    const sessions = new Sessions({ database, onRevoked: () => {}, onPersonChanged: () => {} });
    const people = demonstrationEndpoints({ database, sessions }).find(
      ({ endpoint }) => endpoint.url === '/demonstration/people',
    );
    const answer = await people?.handle({} as never);
    expect(answer).toMatchObject({
      schools: [
        { name: 'Basisschool De Linde', language: 'nl' },
        { name: 'Linden Primary School', language: 'en' },
      ],
    });
    const text = JSON.stringify(answer);
    expect(text).toContain('Yasmin Haddad');
    expect(text).toContain('Yasmin Chowdhury');
    // Nobody twice: a second board is no team, and a guest of one team is not shown in it.
    for (const once of ['Tom de Groot', 'Marleen Vos', 'Vincent Maas', 'Hanneke de Wit', 'Marian Cole'])
      expect([once, text.split(once).length - 1]).toEqual([once, 1]);
    expect(text).not.toContain('Regenboog');
    expect(text).not.toContain('Karin');
  });

  /** Small words that a sentence of one language hardly does without, and that the other does not have. */
  const telltale = {
    nl: /\b(de|het|een|van|voor|zijn|niet|wij|naar|bij|leerling(en)?|groep|doel|lesdoel|leraar|meester|juf|iedereen|thema|klas)\b/i,
    en: /\b(the|and|for|their|they|our|who|pupils?|lessons?|years|teacher|everyone)\b/i,
  };

  /** Every text of whatever has to do with a school: its records, its log, its people. */
  const textsOf = async (name: string): Promise<string[]> => {
    const school = await schoolCalled(name);
    const tables = await owner<{ table: string }[]>`
      select table_name as table from information_schema.columns
      where table_schema = 'public' and column_name = 'school_id'`;
    const rows = [
      ...(await owner`select * from school where id = ${school}`),
      ...(await owner`
        select person.* from person join member on member.person_id = person.id where school_id = ${school}`),
    ];
    for (const { table } of tables)
      rows.push(...(await owner`select * from ${owner(table)} where school_id = ${school}`));
    return rows.flatMap(textsIn);
  };
  const textsIn = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : value !== null && typeof value === 'object' && !(value instanceof Date)
        ? Object.values(value).flatMap(textsIn)
        : [];

  test.each([
    ['Linden Primary School', 'en', 'nl'],
    ['Basisschool De Linde', 'nl', 'en'],
  ] as const)('%s speaks one language', async (name, own, other) => {
    const texts = await textsOf(name);
    expect(texts.filter((text) => telltale[own].test(text)).length).toBeGreaterThan(80);
    expect(texts.filter((text) => telltale[other].test(text))).toEqual([]);
  });

  test('each speaks the language of its school, at an address of its own', async () => {
    const people = await owner<{ language: string; domain: string; count: number }[]>`
      select language, split_part(email, '@', 2) as domain, count(*)::int as count from person
      group by 1, 2 order by 3 desc, 1, 2`;
    expect([...people]).toEqual([
      { language: 'en', domain: 'lindenprimary.example', count: 20 },
      { language: 'nl', domain: 'delinde.example', count: 20 },
      { language: 'nl', domain: 'deregenboog.example', count: 3 },
    ]);
  });

  test.each([upper, lower, lead, reading])('$nl and $en hold as much, of the same kinds', async (name) => {
    const holdings = async (called: string) => {
      const teams = await owner<{ id: string }[]>`select id from team where name = ${called} order by id`;
      const tables = await owner<{ table: string }[]>`
        select table_name as table from information_schema.columns
        where table_schema = 'public' and column_name = 'team_id'`;
      const held: string[] = [];
      for (const { id } of teams)
        for (const { table } of tables) {
          const [row] = await owner`select count(*)::int as count from ${owner(table)} where team_id = ${id}`;
          if (row?.count > 0) held.push(`${table}: ${row?.count}`);
        }
      return held;
    };
    const dutch = await holdings(name.nl);
    expect(dutch.length).toBeGreaterThan(0);
    expect(await holdings(name.en)).toEqual(dutch);
  });

  test('the clock of the story only goes forward, and stops before now', async () => {
    const [log] = await owner`
      select count(*)::int as lines, count(*) filter (where at < before)::int as back,
        count(*) filter (where at > ${new Date(Date.now()).toISOString()})::int as ahead
      from (select at, lag(at) over (partition by stream_id order by seq) as before from stream_change) as line`;
    expect(log).toEqual({ lines: expect.any(Number), back: 0, ahead: 0 });
    expect(log?.lines).toBeGreaterThan(700);
  });
});

test('a filling that was killed halfway is cleared away and told again', async () => {
  const own = await toldDemonstration();
  onTestFinished(own.drop);
  const sql = postgres(own.ownerUrl, { max: 1 });
  await sql`update installation set filled_at = null`;
  await sql`delete from stream where id = (select id from team where name = 'Onderbouw')`;
  expect(await fillDemonstration(own, Date.now())).toBe(true);
  expect(await sql`select name from member where name like 'Bram%'`).toHaveLength(1);
  await sql.end();
});

test('a production database is never filled with invented people', async () => {
  const own = await testDatabase();
  onTestFinished(own.drop);
  await claimInstallation(own.ownerUrl, 'production');
  await expect(fillDemonstration(own, Date.now())).rejects.toThrow('only a demonstration');
});
