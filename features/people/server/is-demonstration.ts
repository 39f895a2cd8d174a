import type { Database } from '#packages/database';

/** What the database itself says it is for, since its first start. */
export async function isDemonstration(database: Database): Promise<boolean> {
  const [installation] = await database.within(
    { scope: 'sign-in' },
    (sql) => sql<{ kind: string }[]>`select kind from installation`,
  );
  return installation?.kind === 'demonstration';
}
