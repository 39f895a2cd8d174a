import postgres from 'postgres';
import { expect, onTestFinished, test } from 'vitest';
import type { TeamState } from '#features/board/domain';
import { overdueActions } from '#features/goals/domain';
import { currentGuests, currentMembers, isOver } from '#features/people/domain';
import { demonstrationEndpoints, Sessions } from '#features/people/server';
import { Database } from '#packages/database';
import { claimInstallation } from '#packages/database/migrate';
import { dayIn, instantAt } from '#packages/kernel';
import { Hub, Streams } from '#packages/sync/server';
import { testDatabase } from '#packages/testing/database';
import { definitions } from '../../features.ts';
import { fillDemonstration } from './index.ts';

/** Any day of the year may be the day on which somebody tries it: a school day, a weekend, in the dark of winter. */
test.each(['2026-11-24', '2026-11-22', '2027-01-04', '2027-08-02'])(
  'the demonstration of %s is a team in the middle of its period',
  async (day) => {
    const own = await testDatabase();
    const database = new Database(own.appUrl, { connections: 2 });
    onTestFinished(async () => {
      await database.close();
      await own.drop();
    });
    const now = instantAt(day, '10:00').getTime();
    await claimInstallation(own.ownerUrl, 'demonstration');
    expect(await fillDemonstration(own, now)).toBe(true);
    expect(await fillDemonstration(own, now)).toBe(false);

    const teams = await teamsOf(own.ownerUrl);
    expect(teams.map(({ name }) => name)).toEqual([
      'Bovenbouw',
      'Kernteam',
      'Middenbouw',
      'Onderbouw',
      'Voorbereiding lezen',
    ]);
    const streams = new Streams({ database, definitions, hub: new Hub() });
    const stateOf = async (school: string, id: string) =>
      (await streams.snapshot({ ref: { kind: 'team', id }, school }))?.state as TeamState;
    for (const { name, school, id } of teams.filter((team) =>
      ['Bovenbouw', 'Kernteam', 'Onderbouw'].includes(team.name),
    )) {
      const state = await stateOf(school, id);
      const held = state.boardSession.all();
      expect(held.length, name).toBe(8);
      expect(
        held.every(
          (session) =>
            session.endedBy === 'leader' &&
            session.summary !== null &&
            session.startedAt < new Date(now).toISOString(),
        ),
      ).toBe(true);
      expect(
        new Set(held.map((session) => session.leaderId)).size,
        `${name}: everybody leads in turn`,
      ).toBeGreaterThan(2);
      expect(state.measurement.all().length).toBeGreaterThan(1);
      expect(state.action.all().some((action) => action.doneAt === null)).toBe(true);
    }
    const upper = teams.find((team) => team.name === 'Bovenbouw');
    const state = await stateOf(upper?.school ?? '', upper?.id ?? '');
    expect(overdueActions(state, dayIn(now)).length).toBeGreaterThan(0);

    // P19, P17: a second board of the same people, and a school leader who joins in.
    const secondId = state.team.get(upper?.id ?? '')?.organisationalBoardId ?? '';
    const second = await stateOf(upper?.school ?? '', secondId);
    expect(second.member.all()).toEqual(state.member.all());
    expect(second.action.size).toBeGreaterThan(1);
    expect(currentMembers(state).length).toBe(9);
    expect(currentGuests(state).map(({ name }) => name)).toEqual(['Marleen Vos']);
    // P20: the next theme is being prepared.
    const preparing = teams.find((team) => team.name.startsWith('Voorbereiding'));
    const prepared = await stateOf(preparing?.school ?? '', preparing?.id ?? '');
    const team = prepared.team.get(preparing?.id ?? '');
    expect([team?.theme, team && isOver(team, dayIn(now))]).toEqual(['Begrijpend lezen', false]);
  },
);

async function teamsOf(ownerUrl: string): Promise<{ id: string; name: string; school: string }[]> {
  const sql = postgres(ownerUrl, { max: 1 });
  const rows = await sql<
    { id: string; name: string; school: string }[]
  >`select id, name, school_id as school from team where improvement_board_id is null order by name`;
  await sql.end();
  return [...rows];
}

test('a visitor can be anybody of the one school, and nobody of the other', async () => {
  const own = await testDatabase();
  const database = new Database(own.appUrl, { connections: 2 });
  onTestFinished(async () => {
    await database.close();
    await own.drop();
  });
  await claimInstallation(own.ownerUrl, 'demonstration');
  await fillDemonstration(own, Date.now());
  const sessions = new Sessions({ database, onRevoked: () => {}, onPersonChanged: () => {} });
  const people = demonstrationEndpoints({ database, sessions }).find(
    ({ endpoint }) => endpoint.url === '/demonstration/people',
  );
  const answer = await people?.handle({} as never);
  const text = JSON.stringify(answer);
  expect(text).toContain('Yasmin Haddad');
  expect(text).toContain('Basisschool De Linde');
  // Nobody twice: a second board is no team, and a guest of one team is not shown in it.
  for (const once of ['Tom de Groot', 'Marleen Vos', 'Vincent Maas', 'Hanneke de Wit'])
    expect([once, text.split(once).length - 1]).toEqual([once, 1]);
  expect(text).not.toContain('Regenboog');
  expect(text).not.toContain('Karin');
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
