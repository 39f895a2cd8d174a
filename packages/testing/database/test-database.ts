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
