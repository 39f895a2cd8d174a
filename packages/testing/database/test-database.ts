import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { onServer, template, withDatabase } from './server.ts';

export interface TestDatabase {
  /** The role that owns every table and passes every row rule: to prepare and to look. */
  readonly ownerUrl: string;
  /** The role that the application connects as. */
  readonly appUrl: string;
  drop(): Promise<void>;
}

/** A migrated, empty database for one test (or one file), copied from the run's template. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('testServer');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(server.ownerUrl, (sql) => sql`create database ${sql(name)} template ${sql(template)}`);
  return {
    ownerUrl: withDatabase(server.ownerUrl, name),
    appUrl: withDatabase(server.appUrl, name),
    async drop() {
      await onServer(server.ownerUrl, (sql) => sql`drop database if exists ${sql(name)} with (force)`);
    },
  };
}
