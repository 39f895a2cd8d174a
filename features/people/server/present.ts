import type { Transaction } from '#packages/database';

/**
 * Says what somebody at the door knows (a hash, a code, an address). In a 'sign-in' transaction the database shows
 * the rows that belong to it and no others; it holds until something else is presented or the transaction ends.
 */
export async function present(sql: Transaction, key: string): Promise<void> {
  await sql`select set_config('app.key', ${key}, true)`;
}

/**
 * Somebody comes in for the first time: from here on the transaction works as that person, and what it adds is theirs alone.
 * Nobody has this id yet, so that nothing of anybody else comes into reach.
 */
export async function become(sql: Transaction, newPersonId: string): Promise<void> {
  await sql`select set_config('app.scope', 'person', true), set_config('app.person', ${newPersonId}, true)`;
}

/** And stands at the door again, as before. */
export async function backAtTheDoor(sql: Transaction): Promise<void> {
  await sql`select set_config('app.scope', 'sign-in', true), set_config('app.person', '', true)`;
}
