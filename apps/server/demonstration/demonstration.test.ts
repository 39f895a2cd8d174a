import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { TeamState } from '#features/board/domain';
import { overdueActions } from '#features/goals/domain';
import { currentGuests, currentMembers, isOver } from '#features/people/domain';
import { demonstrationEndpoints, Sessions } from '#features/people/server';
import { Database } from '#packages/database';
import { claimInstallation } from '#packages/database/migrate';
import { type Day, dayIn, instantAt } from '#packages/kernel';
import { Hub, Streams } from '#packages/sync/server';
import { type TestDatabase, testDatabase } from '#packages/testing/database';
import { definitions } from '../../features.ts';
import { fillDemonstration } from './index.ts';

/** The teams of the open school, in both languages. */
const upper = { nl: 'Bovenbouw', en: 'Upper years' };
const lower = { nl: 'Onderbouw', en: 'Lower years' };
const lead = { nl: 'Kernteam', en: 'Lead team' };
const reading = { nl: 'Voorbereiding lezen', en: 'Reading preparation' };

/** Any day of the year may be the day on which somebody tries it: a school day, a weekend, in the dark of winter. */
test.each(['2026-11-24', '2026-11-22', '2027-01-04', '2027-08-06'])(
  'the demonstration of %s is a team in the middle of its period, in Dutch and in English',
  async (day) => {
    const own = await testDatabase();
    const now = instantAt(day, '10:00').getTime();
    const database = new Database(own.appUrl, { connections: 2, now: () => now });
    onTestFinished(async () => {
      await database.close();
      await own.drop();
    });
    await claimInstallation(own.ownerUrl, 'demonstration');
    expect(await fillDemonstration(own, now)).toBe(true);
    expect(await fillDemonstration(own, now)).toBe(false);

    const teams = await teamsOf(own.ownerUrl);
    const named = [upper, lower, lead, reading].flatMap(({ nl, en }) => [nl, en]);
    expect(teams.map(({ name }) => name).toSorted()).toEqual([...named, 'Middenbouw'].toSorted());
    const streams = new Streams({ database, definitions, hub: new Hub() });
    const stateOf = async (school: string, id: string) =>
      (await streams.snapshot({ ref: { kind: 'team', id }, school }))?.state as TeamState;
    for (const language of ['nl', 'en'] as const)
      await holds(
        (name, board = 'improvement') => {
          const team = teams.find((one) => one.name === name[language]);
          if (!team) throw new Error(`${name[language]} is not there`);
          const { school, id, secondId } = team;
          return stateOf(school, board === 'improvement' ? id : (secondId ?? ''));
        },
        dayIn(now),
        new Date(now).toISOString(),
      );
  },
);

type TeamName = typeof upper;
type StateOf = (name: TeamName, board?: 'improvement' | 'organisational') => Promise<TeamState>;

async function holds(stateOf: StateOf, today: Day, now: string): Promise<void> {
  for (const name of [upper, lower, lead]) {
    const state = await stateOf(name);
    const held = state.boardSession.all();
    expect(held.length, name.en).toBe(8);
    expect(
      held.every(
        (session) => session.endedBy === 'leader' && session.summary !== null && session.startedAt < now,
      ),
    ).toBe(true);
    const leaders = new Set(held.map((session) => session.leaderId));
    expect(leaders.size, `${name.en}: everybody leads in turn`).toBeGreaterThan(2);
    expect(state.measurement.all().length).toBeGreaterThan(1);
    expect(state.action.all().some((action) => action.doneAt === null)).toBe(true);
    expect(state.success.all().length).toBeGreaterThan(0);
  }
  const state = await stateOf(upper);
  expect(overdueActions(state, today).length).toBeGreaterThan(0);
  // What one feature made, another points at.
  expect(state.success.all().filter(({ goalId }) => goalId !== null && state.goal.has(goalId))).not.toEqual(
    [],
  );

  // P19, P17: a second board of the same people, and a school leader who joins in.
  const second = await stateOf(upper, 'organisational');
  expect(second.member.all()).toEqual(state.member.all());
  expect(second.action.size).toBeGreaterThan(1);
  expect(currentMembers(state).length).toBe(9);
  expect(currentGuests(state).length).toBe(1);
  // P20: the next theme is being prepared.
  const [team] = (await stateOf(reading)).team.all();
  expect(team?.theme).toMatch(/lezen|Reading/);
  expect(team && isOver(team, today)).toBe(false);
}

async function teamsOf(
  ownerUrl: string,
): Promise<{ id: string; name: string; school: string; secondId: string | null }[]> {
  const sql = postgres(ownerUrl, { max: 1 });
  const rows = await sql<{ id: string; name: string; school: string; secondId: string | null }[]>`
    select id, name, school_id as school, organisational_board_id as "secondId" from team
    where improvement_board_id is null`;
  await sql.end();
  return [...rows];
}

describe('the demonstration of today', () => {
  let own: TestDatabase;
  let database: Database;
  let owner: postgres.Sql;
  beforeAll(async () => {
    own = await testDatabase();
    await claimInstallation(own.ownerUrl, 'demonstration');
    await fillDemonstration(own, Date.now());
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
  const own = await testDatabase();
  onTestFinished(own.drop);
  await claimInstallation(own.ownerUrl, 'demonstration');
  await fillDemonstration(own, Date.now());
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
