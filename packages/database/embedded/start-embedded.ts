import { join } from 'node:path';
import postgres from 'postgres';
import { binariesFor } from './binaries.ts';
import { checkCluster, openCluster, ownerRole } from './cluster.ts';
import { prepareDataFolder } from './data-folder.ts';
import { endLeftover } from './leftover.ts';
import { lockFolder } from './lock.ts';
import { runDatabase } from './server-process.ts';

export interface EmbeddedDatabase {
  /** For migrations and backups: the role that owns everything. */
  readonly ownerUrl: string;
  /** Tells a second start on the same folder where this one is to be found. */
  announce(address: string): void;
  stop(): Promise<void>;
}

const databaseName = 'samenbeter';

/**
 * Starts the PostgreSQL that comes with Samenbeter on a data folder, making the database on the first start.
 * Throws StartRefused with one sentence where it cannot.
 *
 * @param given.durable false only for throw-away databases of tests: a power cut may then lose them
 * @param given.onLost called when the database ends by itself while it should run
 */
export async function startEmbedded(given: {
  folder: string;
  log: (line: string) => void;
  durable?: boolean;
  onLost?: () => void;
}): Promise<EmbeddedDatabase> {
  const durable = given.durable ?? true;
  const account = prepareDataFolder(given.folder);
  const lock = lockFolder(given.folder);
  try {
    const folder = join(given.folder, 'database');
    checkCluster(folder);
    const binaries = binariesFor(account, given.log);
    await endLeftover(folder, given.log);
    const cluster = await openCluster({
      dataFolder: given.folder,
      account,
      binaries,
      durable,
      log: given.log,
    });
    const logFile = join(given.folder, 'database.log');
    const running = await runDatabase({ cluster, account, binaries, durable, logFile, log: given.log });
    const urlOf = (name: string) =>
      `postgres://${ownerRole}:${cluster.password}@127.0.0.1:${running.port}/${name}`;
    try {
      await ensureDatabase(urlOf('postgres'));
    } catch (error) {
      await running.stop();
      throw error;
    }
    let isStopping = false;
    running.whenEnded(() => {
      if (!isStopping) given.onLost?.();
    });
    return {
      ownerUrl: urlOf(databaseName),
      announce: lock.announce,
      async stop() {
        if (isStopping) return;
        isStopping = true;
        await running.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function ensureDatabase(adminUrl: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const found = await sql`select 1 from pg_database where datname = ${databaseName}`;
    if (found.length === 0) await sql`create database ${sql(databaseName)}`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
