import type { Transaction } from '#packages/database';

/**
 * Says what somebody at the door knows (a hash, a code, an address). In a 'sign-in' transaction the database shows
 * the rows that belong to it and no others; it holds until something else is presented or the transaction ends.
 */
export async function present(sql: Transaction, key: string): Promise<void> {
  await sql`select set_config('app.key', ${key}, true)`;
}
