import postgres from 'postgres';
import { expect, onTestFinished, test } from 'vitest';
import { boardPart, type TeamPayloads } from '#features/board/domain';
import { newTeam, teamStreams } from '#features/people/domain';
import { Database } from '#packages/database';
import { newId } from '#packages/kernel';
import { Outbox } from '#packages/mail';
import { type AnyState, assemble, kindOf, withNeeds } from '#packages/sync';
import { Hub, Streams } from '#packages/sync/server';
import { testDatabase } from '#packages/testing/database';
import { mailbox } from '#packages/testing/mail';
import { sessionMailEffect } from './session-effects.ts';

const nobodyThere = {
  checkedIn: 0,
  expected: 2,
  successIds: [],
  newGoalIds: [],
  measurementIds: [],
  closedGoalIds: [],
  parkedIds: [],
  settledIds: [],
  people: [],
  nextDay: null,
  nextLeaderId: null,
};

type Person = { readonly name: string; readonly language: 'nl' | 'en'; readonly leftOn: string | null };

/** Two schools on a real database; the team of the first has somebody who left, and somebody who reads English. */
async function school(outbox: Pick<Outbox, 'put'> = new Outbox()) {
  const own = await testDatabase();
  const database = new Database(own.appUrl, { connections: 2 });
  const owner = postgres(own.ownerUrl, { max: 1, onnotice: () => {} });
  onTestFinished(async () => {
    await Promise.all([database.close(), owner.end()]);
    await own.drop();
  });
  const effects = [sessionMailEffect({ outbox, baseUrl: 'https://samenbeter.example' })];
  const streams = new Streams({
    database,
    definitions: assemble([teamStreams], withNeeds(boardPart)),
    hub: new Hub(),
    effects,
  });

  const openTeam = async (schoolId: string, team: string, people: readonly Person[]) => {
    const members = people.map((person) => ({ id: newId(), personId: newId(), ...person }));
    for (const { personId, name, language } of members) {
      await owner`insert into person (id, name, email, language) values (${personId}, ${name}, ${`${name.toLowerCase()}@example.org`}, ${language})`;
    }
    await database.within({ scope: 'school', school: schoolId, person: null }, async (sql) => {
      await sql`insert into school (id, name, sector) values (${schoolId}, 'De Linde', 'po')`;
      await streams.openStream(sql, { ref: { kind: 'team', id: team }, school: schoolId }, [
        { put: 'team', value: newTeam({ id: team, name: 'Bovenbouw', kind: 'teachers', accent: 'teal' }) },
        ...members.map(({ id, personId, name, leftOn }) => ({
          put: 'member',
          value: {
            id,
            personId,
            name,
            place: 'member',
            initials: name.slice(0, 1),
            workDays: [1, 2, 3, 4, 5],
            awayUntil: null,
            joinedOn: '2026-08-24',
            leftOn,
          },
        })),
      ]);
    });
    return members.map((member) => member.id);
  };

  const [schoolId, team] = [newId(), newId()];
  const [yasmin = ''] = await openTeam(schoolId, team, [
    { name: 'Yasmin', language: 'nl', leftOn: null },
    { name: 'Owen', language: 'en', leftOn: null },
    { name: 'Rachel', language: 'nl', leftOn: '2026-10-01' },
  ]);
  await openTeam(newId(), newId(), [{ name: 'Elders', language: 'nl', leftOn: null }]);

  const place = { ref: { kind: 'team', id: team }, school: schoolId };
  return {
    yasmin,
    team,
    mails: () => mailbox(database),
    running: async () =>
      ((await streams.snapshot(place))?.state.boardSession?.all() ?? []).filter(
        (session) => session.endedAt === null,
      ).length,
    do: <Name extends keyof TeamPayloads>(name: Name, payload: TeamPayloads[Name], id = newId()) =>
      streams.run({ ...place, person: null, member: null, message: { id, name, payload } }),
  };
}

test('B29 when a session ends everybody in the team gets the summary, in their own language, and nobody else', async () => {
  const { yasmin, team, mails, do: act } = await school();
  const sessionId = newId();
  await act('session.start', { id: sessionId, leaderId: yasmin });
  await act('checkIn.mark', { id: newId(), sessionId, memberId: yasmin, mark: 'good', remark: null });
  await act('session.next', { sessionId, from: 1 });
  expect(await mails()).toEqual([]);
  expect(await act('session.close', { sessionId })).toHaveProperty('seq');
  const sent = (await mails()).map(({ to, language }) => ({ to, language }));
  expect(sent).toHaveLength(2);
  expect(sent).toEqual(
    expect.arrayContaining([
      { to: 'yasmin@example.org', language: 'nl' },
      { to: 'owen@example.org', language: 'en' },
    ]),
  );
  for (const { text } of await mails())
    expect(text).toContain(`https://samenbeter.example/team/${team}/sessions/${sessionId}`);
});

test('B29 a session is mailed about once: not again when it is closed again, or the same command comes twice', async () => {
  const { yasmin, mails, do: act } = await school();
  const [sessionId, closing] = [newId(), newId()];
  await act('session.start', { id: sessionId, leaderId: yasmin });
  await act('parked.add', { id: newId(), text: 'Rooster', byId: null, goalId: null, actionId: null });
  await act('session.close', { sessionId }, closing);
  await act('session.close', { sessionId }, closing);
  await act('session.close', { sessionId });
  await act('success.add', { id: newId(), text: 'Fijn', byId: null, aboutId: null, goalId: null });
  expect(await mails()).toHaveLength(2);
});

test('B29 nothing happened: nothing is mailed', async () => {
  const { yasmin, mails, do: act } = await school();
  const sessionId = newId();
  await act('session.start', { id: sessionId, leaderId: yasmin });
  await act('session.close', { sessionId });
  expect(await mails()).toEqual([]);
});

test('B29 a session ends together with its mails: when they cannot be put away, it still runs', async () => {
  const full = { put: () => Promise.reject(new Error('no room')) };
  const { yasmin, running, do: act } = await school(full);
  const sessionId = newId();
  await act('session.start', { id: sessionId, leaderId: yasmin });
  await act('checkIn.mark', { id: newId(), sessionId, memberId: yasmin, mark: 'good', remark: null });
  await expect(act('session.close', { sessionId })).rejects.toThrow('no room');
  expect(await running()).toBe(1);
});

test('B29 a session that had ended already is not mailed about when its record is written again', async () => {
  const sent: unknown[] = [];
  const outbox = { put: async (_: unknown, mail: unknown) => void sent.push(mail) };
  const ended = {
    id: newId(),
    endedAt: '2026-11-24T15:00:00.000Z',
    endedBy: 'leader',
    summary: { ...nobodyThere, checkedIn: 1 },
    spentMs: [60_000, 0, 0, 0, 0],
    day: '2026-11-24',
    leaderId: newId(),
  };
  const kinds = ['team', 'checkIn', 'goal', 'measurement', 'action', 'success', 'parkedTopic'];
  const yasmin = { id: newId(), name: 'Yasmin', place: 'member', leftOn: null };
  const nothingElse = {
    ...Object.fromEntries(kinds.map((kind) => [kind, kindOf([])])),
    member: kindOf([yasmin]),
  };
  const after = { ...nothingElse, boardSession: kindOf([ended]) };
  const change = { put: 'boardSession', value: ended };
  const entry = { seq: 9, commandId: newId(), name: 'x', by: null, at: ended.endedAt, changes: [change] };
  const someone = async () => [{ memberId: yasmin.id, email: 'yasmin@example.org', language: 'nl' }];
  const effect = sessionMailEffect({ outbox, baseUrl: 'https://samenbeter.example' });
  const place = { ref: { kind: 'team', id: newId() }, school: newId() };
  const asked = (before: AnyState) => effect({ place, person: null, entry, before, after });

  expect(asked(after)).toBeNull();
  await asked({ ...after, boardSession: kindOf([]) })?.work?.(someone as never);
  expect(sent).toHaveLength(1);
});
