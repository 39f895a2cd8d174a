import postgres from 'postgres';

/**
 * Puts a demonstration that an unreleased version made (`StepDiffers`) aside, under another name on the same server, so
 * that a fresh one can be made in its place. What people tried in it stays there to be looked at.
 *
 * @returns its new name; null when the database is no demonstration, and nothing was done
 */
export async function setDemonstrationAside(ownerUrl: string): Promise<string | null> {
  const name = new URL(ownerUrl).pathname.slice(1);
  const kind = await on(ownerUrl, name, async (sql) => {
    const [row] = await sql<{ kind: string }[]>`select kind from installation`;
    return row?.kind;
  });
  if (kind !== 'demonstration') return null;
  return on(ownerUrl, 'postgres', async (sql) => {
    const taken = await sql<{ name: string }[]>`select datname as name from pg_database`;
    const aside = freeName(
      name,
      taken.map((row) => row.name),
    );
    await sql`alter database ${sql(name)} rename to ${sql(aside)}`;
    await sql`create database ${sql(name)}`;
    return aside;
  });
}

function freeName(name: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const aside = `${name}_before_${number}`;
    if (!taken.includes(aside)) return aside;
  }
}

async function on<T>(url: string, database: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const address = new URL(url);
  address.pathname = `/${database}`;
  const sql = postgres(address.href, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
