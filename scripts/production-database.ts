import { Database } from '#packages/database';
import { migrate } from '#packages/database/migrate';
import { type Configuration, readConfiguration } from '../apps/server/configuration.ts';
import { migrationFolders } from '../apps/server/migrations.ts';

/** Does something once in the database of a production server, for whoever runs it; `refuse` says why not, and ends. */
export async function inProductionDatabase(
  refuse: (why: string) => never,
  work: (database: Database, configuration: Configuration) => Promise<void>,
): Promise<void> {
  const configuration = readConfiguration(process.env);
  if ('faults' in configuration)
    refuse(['The settings are not right:', ...configuration.faults].join('\n  - '));
  if (configuration.database.kind !== 'external')
    refuse('Set DATABASE_URL to the production database; see docs/operations.md.');
  const { appUrl } = await migrate({
    ownerUrl: configuration.database.ownerUrl,
    appUrl: configuration.database.appUrl,
    folders: migrationFolders,
    log: console.log,
  });
  const database = new Database(appUrl, { connections: 1 });
  try {
    await work(database, configuration);
  } finally {
    await database.close();
  }
}
