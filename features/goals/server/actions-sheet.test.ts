import { afterAll, beforeAll, expect, test } from 'vitest';
import { goalsPart } from '#features/goals/domain';
import { teamStreams } from '#features/people/domain';
import { makeWorld, type World } from '#features/people/server/testing';
import { newId } from '#packages/kernel';
import { assemble, withNeeds } from '#packages/sync';
import { Hub, Streams } from '#packages/sync/server';
import { actionsSheet } from './actions-sheet.ts';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

const sheetOf = (team: string, language: 'nl' | 'en', school = world.school) =>
  world.database.within({ scope: 'school', school, person: null }, (sql) =>
    actionsSheet(sql, team, language),
  );

test('G19 all actions of the team: open first, done after, taken off not, of another team not', async () => {
  const { database, school, sam } = world;
  const streams = new Streams({
    database,
    definitions: assemble([teamStreams], withNeeds(goalsPart)),
    hub: new Hub(),
  });
  const team = await world.newTeam(school, 'Middenbouw');
  const other = await world.newTeam(school, 'Onderbouw');
  const noor = await world.person('Noor Bos');
  const [samHere, noorHere] = [await world.join(school, team, sam), await world.join(school, team, noor)];
  const act = async (at: string, name: string, payload: object) => {
    const ref = { kind: 'team', id: at };
    const message = { id: newId(), name, payload };
    expect(await streams.run({ ref, school, person: sam.id, member: samHere, message })).toHaveProperty(
      'seq',
    );
  };
  const add = async (at: string, text: string, more: object = {}) => {
    const id = newId();
    await act(at, 'action.add', {
      id,
      kind: 'team',
      text,
      ownerId: null,
      alsoIds: [],
      goalId: null,
      due: null,
      ...more,
    });
    return id;
  };
  await add(team, 'zonder dag');
  await add(team, 'later', { due: '2026-12-11', ownerId: noorHere, alsoIds: [samHere], kind: 'classroom' });
  await add(team, 'eerst', { due: '2026-12-04' });
  const done = await add(team, 'klaar');
  await act(team, 'action.tick', { actionId: done, doneAt: null });
  const off = await add(team, 'weg');
  await act(team, 'action.remove', { actionIds: [off] });
  await add(other, 'van een ander team');

  const { rows } = await sheetOf(team, 'nl');
  const addedOn = '2026-11-24';
  expect(rows).toEqual([
    ['eerst', '', 'voor het team', null, '2026-12-04', addedOn, null],
    ['later', 'Noor Bos en Sam de Boer', 'in de klas', null, '2026-12-11', addedOn, null],
    ['zonder dag', '', 'voor het team', null, null, addedOn, null],
    ['klaar', '', 'voor het team', null, null, addedOn, addedOn],
  ]);
  expect((await sheetOf(team, 'en')).rows[1]?.slice(1, 3)).toEqual(['Noor Bos and Sam de Boer', 'in class']);
  // Past the check at the door too, another school finds nothing.
  expect((await sheetOf(team, 'nl', world.otherSchool)).rows).toEqual([]);
});
