import { claimInstallation } from '#packages/database/migrate';
import { dayIn } from '#packages/kernel';
import { filledDatabase, type TestDatabase } from '#packages/testing/database';
import { fillDemonstration } from './index.ts';

/** A database of one's own with the demonstration of today in it. It is told once in a run; the rest is copies. */
export function toldDemonstration(): Promise<TestDatabase> {
  const now = Date.now();
  return filledDatabase(`demonstration_${dayIn(now)}`, async (database) => {
    await claimInstallation(database.ownerUrl, 'demonstration');
    await fillDemonstration(database, now);
  });
}
