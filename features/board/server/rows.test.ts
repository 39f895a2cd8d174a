import postgres from 'postgres';
import { expect, onTestFinished, test } from 'vitest';
import { boardPart, type TeamPayloads, type TeamState } from '#features/board/domain';
import { newTeam, teamStreams } from '#features/people/domain';
import { Database } from '#packages/database';
import { newId } from '#packages/kernel';
import { assemble, withNeeds } from '#packages/sync';
import { Hub, Streams } from '#packages/sync/server';
import { testDatabase } from '#packages/testing/database';

type Calls = { [Name in keyof TeamPayloads]?: TeamPayloads[Name] };

/** A team of one, whose commands go through the real stream into the real tables. */
async function team() {
  const own = await testDatabase();
  const database = new Database(own.appUrl, { connections: 2 });
  const owner = postgres(own.ownerUrl, { max: 1, onnotice: () => {} });
  onTestFinished(async () => {
    await Promise.all([database.close(), owner.end()]);
    await own.drop();
  });
  const [school, id, member, person] = [newId(), newId(), newId(), newId()];
  const definitions = assemble([teamStreams], withNeeds(boardPart));
  const streamsNow = () => new Streams({ database, definitions, hub: new Hub() });
  const place = { ref: { kind: 'team', id }, school };
  const streams = streamsNow();
  await owner`insert into person (id, name, email, language) values (${person}, 'Sam', 'sam@delinde.example', 'nl')`;
  await database.within({ scope: 'school', school, person: null }, async (sql) => {
    await sql`insert into school (id, name, sector) values (${school}, 'De Linde', 'po')`;
    const workDays = [1, 2, 3, 4, 5];
    const sam = {
      id: member,
      personId: person,
      place: 'member',
      name: 'Sam',
      initials: 'S',
      workDays,
      awayUntil: null,
      joinedOn: '2026-08-24',
      leftOn: null,
    };
    await streams.openStream(sql, place, [
      { put: 'team', value: newTeam({ id, name: 'Bovenbouw', kind: 'teachers', accent: 'teal' }) },
      { put: 'member', value: sam },
    ]);
  });
  return {
    database,
    school,
    member,
    async do(calls: Calls) {
      for (const [name, payload] of Object.entries(calls)) {
        const message = { id: newId(), name, payload };
        expect(await streams.run({ ...place, person, member, message })).toHaveProperty('seq');
      }
    },
    seen: async () => (await streams.snapshot(place))?.state as TeamState,
    fresh: async () => (await streamsNow().snapshot(place))?.state as TeamState,
    sql: <T>(work: (sql: Parameters<Parameters<Database['within']>[1]>[0]) => Promise<T>) =>
      database.within({ scope: 'school', school, person }, work),
  };
}

const goal = {
  text: 'De leerlingen durven te vragen',
  pupils: null,
  target: 7.5,
  weeks: 6,
  startedOn: '2026-11-03',
  periodId: null,
  ownerId: null,
  baseline: null,
};

test('B18 what a session leaves behind is in its rows as it was on the board', async () => {
  const { member, do: act, seen, fresh } = await team();
  const [sessionId, goalId, actionId, topicId, successId] = [newId(), newId(), newId(), newId(), newId()];
  const action = {
    kind: 'classroom' as const,
    text: 'Exit tickets',
    ownerId: member,
    alsoIds: [],
    goalId,
    due: '2026-11-27',
  };
  await act({
    'board.settings': { moodScale: 'word', budgets: [60, 90, 300, 300, 150], chime: false },
    'board.renamePart': { part: 'goals', title: 'Onze doelen' },
    'session.start': { id: sessionId, leaderId: member },
    'checkIn.mark': { id: newId(), sessionId, memberId: member, mark: 'één kop koffie', remark: 'Komt goed' },
    'session.next': { sessionId, from: 1 },
    'goal.add': { id: goalId, ...goal },
    'success.add': { id: successId, text: 'Zelf uitgelegd 🎉', byId: member, aboutId: null, goalId },
    'success.cheer': { successId, memberId: member, cheer: true },
    'action.add': { id: actionId, ...action },
    'parked.add': { id: topicId, text: 'Toets te lang?', byId: member, goalId, actionId },
    'parked.settle': { topicId, outcome: 'Korter gemaakt' },
    'inspiration.add': {
      id: newId(),
      kind: 'arena',
      text: 'Waarom wij dit doen.\nVoor ieder kind.',
      day: '2026-09-01',
    },
    'session.addMinute': { sessionId, from: 2 },
    'session.pause': { sessionId },
  });
  expect(await fresh()).toEqual(await seen());
  await act({ 'session.close': { sessionId } });
  const state = await fresh();
  expect(state).toEqual(await seen());
  expect(state.boardSession.get(sessionId)).toMatchObject({
    extra: [0, 60, 0, 0, 0],
    endedBy: 'leader',
    pausedAt: null,
  });
  expect(state.boardSession.get(sessionId)?.summary).toMatchObject({
    checkedIn: 1,
    successIds: [successId],
    settledIds: [topicId],
  });
  expect(state.ledSession.all().map((led) => led.id)).toEqual([sessionId]);
});

test('B5, B14, B25 the database itself refuses a second session at once, a second mark, and a word about what is not settled', async () => {
  const { member, do: act, sql } = await team();
  const [sessionId, topicId] = [newId(), newId()];
  await act({
    'session.start': { id: sessionId, leaderId: member },
    'checkIn.mark': { id: newId(), sessionId, memberId: member, mark: 'good', remark: null },
    'parked.add': { id: topicId, text: 'Rooster', byId: null, goalId: null, actionId: null },
  });
  const copied = (table: string) =>
    sql((own) =>
      own.unsafe(
        `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid()))).* from ${table} t`,
      ),
    );
  await expect(copied('board_session')).rejects.toThrow(/unique/);
  await expect(copied('check_in')).rejects.toThrow(/unique/);
  await copied('parked_topic');
  await expect(sql((own) => own`update parked_topic set outcome = 'x'`)).rejects.toThrow(/check constraint/);
  await expect(sql((own) => own`update board_session set ended_at = started_at`)).rejects.toThrow(
    /check constraint/,
  );
});

test('B13 the clock sees which sessions run, of every school, and nothing else of a board', async () => {
  const { database, member, do: act } = await team();
  const sessionId = newId();
  const running = () => database.within({ scope: 'clock' }, (sql) => sql`select id from board_session`);
  await act({
    'session.start': { id: sessionId, leaderId: member },
    'success.add': { id: newId(), text: 'Ja', byId: null, aboutId: null, goalId: null },
  });
  expect([...(await running())]).toEqual([{ id: sessionId }]);
  expect(await database.within({ scope: 'clock' }, (sql) => sql`select id from success`)).toHaveLength(0);
  await act({ 'session.close': { sessionId } });
  expect(await running()).toHaveLength(0);
});
