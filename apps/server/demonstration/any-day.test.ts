import postgres from 'postgres';
import { expect, onTestFinished, test } from 'vitest';
import type { TeamState } from '#features/board/domain';
import { overdueActions } from '#features/goals/domain';
import { currentGuests, currentMembers, isOver } from '#features/people/domain';
import { Database } from '#packages/database';
import { claimInstallation } from '#packages/database/migrate';
import { type Day, dayIn, instantAt } from '#packages/kernel';
import { Hub, Streams } from '#packages/sync/server';
import { testDatabase } from '#packages/testing/database';
import { definitions } from '../../features.ts';
import { fillDemonstration } from './index.ts';
import { lead, lower, reading, upper } from './teams.fixture.ts';

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
