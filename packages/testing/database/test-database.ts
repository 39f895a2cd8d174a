import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { onServer, template, withDatabase } from './server.ts';

export interface TestDatabase {
  /** The role that owns every table and passes every row rule: to prepare and to look. */
  readonly ownerUrl: string;
  /** The role that the application connects as. */
  readonly appUrl: string;
  /** A database that is as this one is now: a backup. Ends connections to this one, and goes with it. */
  copy(): Promise<TestDatabase>;
  drop(): Promise<void>;
}

/** A migrated, empty database for one test (or one file), copied from the run's template. */
export function testDatabase(): Promise<TestDatabase> {
  return copyOf(template);
}

/**
 * A database that was filled once in this run, by whoever asked first for one of this name; everybody gets a copy. What is
 * filled from today's date has the date in its name.
 */
export async function filledDatabase(
  name: string,
  fill: (database: TestDatabase) => Promise<unknown>,
): Promise<TestDatabase> {
  const { ownerUrl } = inject('testServer');
  const filled = `filled_${name}`;
  await onServer(ownerUrl, async (sql) => {
    // The others of this run, in processes of their own, wait here; the lock goes with the connection.
    await sql`select pg_advisory_lock(hashtext(${filled}))`;
    if ((await sql`select from pg_database where datname = ${filled}`).length > 0) return;
    const made = await testDatabase();
    await fill(made);
    // It gets the name when it is whole; what failed halfway is made again by the next.
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${nameOf(made)}`;
    await sql`alter database ${sql(nameOf(made))} rename to ${sql(filled)}`;
  });
  return copyOf(filled);
}

const nameOf = ({ ownerUrl }: TestDatabase): string => new URL(ownerUrl).pathname.slice(1);

async function copyOf(original: string): Promise<TestDatabase> {
  const server = inject('testServer');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(server.ownerUrl, (sql) => sql`create database ${sql(name)} template ${sql(original)}`);
  const copies: TestDatabase[] = [];
  return {
    ownerUrl: withDatabase(server.ownerUrl, name),
    appUrl: withDatabase(server.appUrl, name),
    async copy() {
      await onServer(
        server.ownerUrl,
        (sql) =>
          sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name} and pid <> pg_backend_pid()`,
      );
      const copy = await copyOf(name);
      copies.push(copy);
      return copy;
    },
    async drop() {
      for (const copy of copies) await copy.drop();
      await onServer(server.ownerUrl, (sql) => sql`drop database if exists ${sql(name)} with (force)`);
    },
  };
}
