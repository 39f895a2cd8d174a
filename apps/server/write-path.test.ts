import { expect, onTestFinished, test } from 'vitest';
import { newTeam } from '#features/people/domain';
import { Database } from '#packages/database';
import { newId } from '#packages/kernel';
import { refOf } from '#packages/sync';
import { Hub, Streams } from '#packages/sync/server';
import { testDatabase } from '#packages/testing/database';
import { definitions } from '../features.ts';

test('S18 a command is one statement, whatever it writes, and nothing is asked of the database before it', async () => {
  const own = await testDatabase();
  const heard: string[] = [];
  const database = new Database(own.appUrl, { connections: 2, heard: (statement) => heard.push(statement) });
  onTestFinished(async () => {
    await database.close();
    await own.drop();
  });
  const streams = new Streams({ database, definitions, hub: new Hub() });
  const school = newId();
  const place = { ref: refOf(`team:${newId()}`), school };
  const team = newTeam({ id: place.ref.id, name: 'Bovenbouw', kind: 'teachers', accent: 'teal' });
  await database.within({ scope: 'school', school, person: null }, async (sql) => {
    await sql`insert into school (id, name, sector) values (${school}, 'De Linde', 'po')`;
    await streams.openStream(sql, place, [{ put: 'team', value: team }]);
  });
  const add = async () => {
    const payload = { id: newId(), text: 'Iedereen was op tijd.', byId: null, aboutId: null, goalId: null };
    const message = { id: newId(), name: 'success.add', payload };
    return streams.run({ ...place, person: null, member: null, message });
  };
  // The first reads the board.
  await add();
  heard.length = 0;
  expect(await add()).toMatchObject({ seq: 2 });
  expect(await add()).toMatchObject({ seq: 3 });
  expect(heard).toEqual([
    expect.stringContaining('select commit_change('),
    expect.stringContaining('select commit_change('),
  ]);
});
