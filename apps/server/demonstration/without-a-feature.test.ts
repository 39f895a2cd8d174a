import postgres from 'postgres';
import { expect, onTestFinished, test, vi } from 'vitest';
import { deLinde } from '#features/people/server/demonstration';
import { claimInstallation } from '#packages/database/migrate';
import { instantAt } from '#packages/kernel';
import type { AnyPart } from '#packages/sync';
import { testDatabase } from '#packages/testing/database';
import { features } from '../../features.ts';

const someDay = instantAt('2026-11-24', '10:00').getTime();

const partsOf = ({ parts }: (typeof features)[number]): readonly AnyPart[] => parts;

/** Whose part no other needs: each may be taken out of the list, and the rest tells on. The board holds the sessions in which the rest happens. */
const leaves = features.filter(
  (one) =>
    one.name !== 'board' &&
    !features.some((other) =>
      partsOf(other).some(({ needs }) => needs.some((need) => partsOf(one).includes(need))),
    ),
);

test('there is a feature that no other needs', () => {
  expect(leaves.length).toBeGreaterThan(0);
});

test.each(leaves)('without $name the demonstration is told all the same', async (leaf) => {
  vi.resetModules();
  vi.doMock('#features', async (original) => {
    const all = Object.entries(await original<Record<string, { readonly name: string }>>());
    return Object.fromEntries(all.filter(([, { name }]) => name !== leaf.name));
  });
  const listed = await import('../../features.ts');
  expect(listed.features.map(({ name }) => name)).not.toContain(leaf.name);
  const { fillDemonstration } = await import('./index.ts');
  const own = await testDatabase();
  const sql = postgres(own.ownerUrl, { max: 1 });
  onTestFinished(async () => {
    vi.doUnmock('#features');
    vi.resetModules();
    await sql.end();
    await own.drop();
  });
  await claimInstallation(own.ownerUrl, 'demonstration');
  // One school and one language: what it says in the other is the same scenes.
  expect(await fillDemonstration(own, someDay, [deLinde('nl')])).toBe(true);
  const told = await sql<{ name: string }[]>`select distinct name from stream_change`;
  const commands = partsOf(leaf).flatMap((part) => Object.keys(part.commands));
  expect(told.filter(({ name }) => commands.includes(name))).toEqual([]);
  expect(told.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['session.start', 'session.close', 'success.add']),
  );
});
