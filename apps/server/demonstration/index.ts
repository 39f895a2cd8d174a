import postgres from 'postgres';
import {
  type DemonstrationSchool,
  deLinde,
  deRegenboog,
  openSchool,
} from '#features/people/server/demonstration';
import { Database } from '#packages/database';
import { StoryClock, tell } from '#packages/feature/story';
import { dayIn } from '#packages/kernel';
import { Hub, Streams } from '#packages/sync/server';
import { definitions } from '../../features.ts';
import type { DatabaseAddresses } from '../configuration.ts';
import { faces } from '../faces.ts';

/**
 * Makes the demonstration: a school in the middle of a period, in Dutch and in English, told by the features through the commands of
 * the product itself, with dates relative to today; and a third school that stays closed. Done once; afterwards it belongs to
 * whoever tries it. A start that was killed halfway left something incomplete: that is cleared away first.
 * @returns false when it was complete already
 */
export async function fillDemonstration(
  addresses: DatabaseAddresses,
  now: number,
  schools: readonly DemonstrationSchool[] = [deLinde('nl'), deLinde('en'), deRegenboog],
): Promise<boolean> {
  const owner = postgres(addresses.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const [installation] = await owner<
      { kind: string; filled_at: string | null }[]
    >`select kind, filled_at from installation`;
    if (installation?.kind !== 'demonstration')
      throw new Error('only a demonstration is filled with invented people');
    if (installation.filled_at !== null) return false;
    await owner`truncate school, person, governing_body, programme cascade`;
    await Promise.all(schools.map((school) => fill(addresses.appUrl, now, school)));
    await owner`update installation set filled_at = ${new Date(now).toISOString()}`;
    return true;
  } finally {
    await owner.end();
  }
}

/** One school. It has a clock of its own, and so its own way into the database: the schools are told side by side. */
async function fill(appUrl: string, now: number, school: DemonstrationSchool): Promise<void> {
  const clock = new StoryClock(dayIn(now));
  const database = new Database(appUrl, { connections: 2, now: clock.now });
  const streams = new Streams({ database, definitions, hub: new Hub() });
  try {
    const opened = await openSchool({ database, streams, clock }, school);
    if (!school.isOpen) return;
    const told = await Promise.all(faces.map(({ story }) => story?.()));
    await tell(
      { streams, clock },
      opened,
      told.flatMap((one) => (one ? [one.story] : [])),
    );
  } finally {
    await database.close();
  }
}
