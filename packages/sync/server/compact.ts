import type { Database } from '#packages/database';

/**
 * Makes one snapshot per stream of what is older than the last whole school year (E5). For a job that runs once a day; what it
 * may take away is the database's to say.
 * @returns of how many streams the log became shorter
 */
export async function compactLog(database: Database): Promise<number> {
  const [row] = await database.within(
    { scope: 'clock' },
    (sql) => sql<{ streams: number }[]>`select compact_log() as streams`,
  );
  return row?.streams ?? 0;
}
