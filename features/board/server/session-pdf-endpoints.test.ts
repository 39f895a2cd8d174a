import { expect, onTestFinished, test } from 'vitest';
import { boardPart, type TeamState } from '#features/board/domain';
import { teamStreams } from '#features/people/domain';
import { makeWorld } from '#features/people/server/testing';
import { newId } from '#packages/kernel';
import { assemble, withNeeds } from '#packages/sync';
import { Hub, Streams } from '#packages/sync/server';
import { sessionPdfEndpoints } from './session-pdf-endpoints.ts';

test('B36 of a session of long ago too, and of no other team', async () => {
  const world = await makeWorld();
  onTestFinished(() => world.end());
  const { database, school, sam } = world;
  const definitions = assemble([teamStreams], withNeeds(boardPart));
  const streams = new Streams({ database, definitions, hub: new Hub() });
  const team = await world.newTeam(school, 'Middenbouw');
  const other = await world.newTeam(school, 'Onderbouw');
  const member = await world.join(school, team, sam);
  const place = { ref: { kind: 'team', id: team }, school };
  const act = async (name: string, payload: object) => {
    const message = { id: newId(), name, payload };
    expect(await streams.run({ ...place, person: sam.id, member, message })).toHaveProperty('seq');
  };
  const sessions = Array.from({ length: 12 }, () => newId());
  for (const [index, id] of sessions.entries()) {
    await act('session.start', { id, leaderId: member });
    const success = { id: newId(), text: `Gelukt ${index}`, byId: member, aboutId: null, goalId: null };
    await act('success.add', success);
    await act('session.close', { sessionId: id });
    world.pass(7 * 24 * 60);
  }
  const [first = '', last = ''] = [sessions[0], sessions.at(-1)];
  const now = (await streams.snapshot(place))?.state as TeamState;
  expect([now.boardSession.has(first), now.boardSession.has(last)]).toEqual([false, true]);

  const [made] = sessionPdfEndpoints({ streams });
  const ask = (teamId: string, boardSession: string) =>
    made?.handle({
      team: { teamId, schoolId: school },
      params: { team: teamId, boardSession },
      query: { language: 'nl' },
    } as never);
  for (const id of [first, last])
    expect(await ask(team, id)).toMatchObject({ type: 'application/pdf', content: expect.any(Buffer) });
  expect(await ask(other, first)).toEqual({ refused: 'not-found' });
  expect(await ask(team, newId())).toEqual({ refused: 'not-found' });
});
