import type { Context, Database, Transaction } from '#packages/database';

class TakenBack extends Error {}

/** Does it, tells what became of it (a count, or the code by which the database refused), and takes it back. */
export async function attempted(
  database: Database,
  context: Context,
  work: (sql: Transaction) => Promise<number>,
): Promise<number | string> {
  let count = 0;
  try {
    await database.within(context, async (sql) => {
      count = await work(sql);
      throw new TakenBack();
    });
  } catch (error) {
    if (error instanceof TakenBack) return count;
    return typeof error === 'object' && error !== null && 'code' in error
      ? String(error.code)
      : String(error);
  }
  return count;
}
