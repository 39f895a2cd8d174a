import postgres from 'postgres';
import { StartRefused } from '#packages/database/embedded';
import { type Erasure, readLedger, writeLedger } from './ledger.ts';

/** `address`: to write to, or what they sign in with; null for somebody who has none. */
export type Found = { readonly id: string; readonly name: string; readonly address: string | null };

/** Whom an address or an id names; null when nobody has it. */
export function findPerson(ownerUrl: string, by: string): Promise<Found | null> {
  return asOwner(ownerUrl, async (sql) => {
    const [found] = await sql.begin(async (look) => {
      await look`select set_config('app.scope', 'keeping', true)`;
      return look<Found[]>`
        select id, name, coalesce(email, (
          select min(subject) from identity where person_id = person.id and kind = 'email')) as address
        from person
        where id::text = ${by} or email = ${by.trim().toLowerCase()} or id in (
          select person_id from identity where kind = 'email' and subject = ${by.trim().toLowerCase()})`;
    });
    return found ?? null;
  });
}

/**
 * Takes away all that says who somebody was. It stands in the ledger before it is done: whatever becomes of the database from then
 * on, a copy of before included, the next start knows of it.
 */
export function erasePerson(ownerUrl: string, ledger: string, person: string): Promise<void> {
  return asOwner(ownerUrl, async (sql) => {
    await sql.begin(async (work) => {
      const invitations = await erase(work, { person, invitations: [] });
      writeLedger(ledger, { person, invitations });
    });
  });
}

/**
 * Erases anew whom a restored copy brought back, and writes down whom the database knows of and the ledger does not (it was lost,
 * or put back from a copy itself).
 * @returns of how many people the database did not know it
 */
export async function applyLedger(ownerUrl: string, ledger: string): Promise<number> {
  const erasures = readLedger(ledger);
  return asOwner(ownerUrl, (sql) =>
    sql.begin(async (work) => {
      await work`select set_config('app.scope', 'keeping', true)`;
      const known = await work<Erasure[]>`
        select person_id as person, invitation_ids as invitations from erasure order by at`;
      const missing = erasures.filter(({ person }) => !known.some((one) => one.person === person));
      for (const erasure of missing) await erase(work, erasure);
      for (const erasure of known)
        if (!erasures.some(({ person }) => person === erasure.person)) writeLedger(ledger, erasure);
      return missing.length;
    }),
  );
}

async function erase(sql: postgres.TransactionSql, { person, invitations }: Erasure): Promise<string[]> {
  const [row] = await sql<{ gone: string[] }[]>`
    select erase_person(${person}, ${[...invitations]}::uuid[]) as gone`;
  return row?.gone ?? [];
}

async function asOwner<T>(ownerUrl: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } catch (error) {
    // 42501: who is not the owner may not.
    if (error instanceof postgres.PostgresError && error.code === '42501')
      throw new StartRefused(
        'DATABASE_URL names a role that may not erase anybody: it must be the one that owns the tables and the database. Nothing was changed.',
      );
    throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
