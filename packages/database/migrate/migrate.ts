import { fileURLToPath } from 'node:url';
import postgres, { type Sql } from 'postgres';
import { faultCode, faultText, StartRefused } from '#packages/database/embedded';
import { checkApplicationRole, ensureApplicationRole, grantEntry } from './application-role.ts';
import { applyMigrations } from './apply.ts';
import { readMigrations } from './migration-files.ts';

/** What stands under every feature: schools, streams, people and how they come in, and erasing them. */
export const ownMigrations = fileURLToPath(new URL('../migrations', import.meta.url));

const oldestMajor = 15;
/** Any fixed number will do, as long as every Samenbeter takes the same one. */
const advisoryLock = 5_741_800_315;

/**
 * Brings a database to this version: the application's role, then every migration that it has not had. Several servers
 * may do this at once; they take turns. Throws StartRefused where the database does not fit.
 *
 * @returns the address to connect with as the application
 */
export async function migrate(given: {
  ownerUrl: string;
  log: (line: string) => void;
  /** Where somebody else made the application's role: its address. */
  appUrl?: string | undefined;
  /** Where migrations are: the house's own (`ownMigrations`), and those of features. */
  folders: readonly string[];
}): Promise<{ appUrl: string }> {
  const migrations = readMigrations(given.folders);
  const sql = postgres(given.ownerUrl, {
    max: 1,
    onnotice: () => {},
    connect_timeout: 10,
    idle_timeout: 0,
    max_lifetime: null,
  });
  try {
    await checkServer(sql, given.ownerUrl);
    // On this one connection, so a server that is killed halfway lets go of it.
    await sql`select pg_advisory_lock(${advisoryLock})`;
    const appUrl = given.appUrl ?? (await ensureApplicationRole(sql, given.ownerUrl));
    await grantEntry(sql);
    await applyMigrations(sql, migrations, given.log);
    await checkApplicationRole(appUrl);
    return { appUrl };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function checkServer(sql: Sql, ownerUrl: string): Promise<void> {
  let major: number;
  try {
    const [server] = await sql<
      { version: string }[]
    >`select current_setting('server_version_num') as version`;
    major = Math.floor(Number(server?.version) / 10_000);
  } catch (error) {
    const { host } = new URL(ownerUrl);
    throw new StartRefused(
      `The database at ${host} cannot be reached with DATABASE_URL: ${faultText(error) || faultCode(error)}. Nothing was started. ` +
        'Check that it runs, and its host, port, name and password in DATABASE_URL.',
    );
  }
  if (major < oldestMajor) {
    throw new StartRefused(
      `The database is PostgreSQL ${major}; Samenbeter needs ${oldestMajor} or newer. Nothing was changed.`,
    );
  }
}
