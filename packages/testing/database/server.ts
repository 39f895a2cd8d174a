import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { startEmbedded } from '#packages/database/embedded';
import { migrate } from '#packages/database/migrate';

export interface TestServer {
  readonly ownerUrl: string;
  readonly appUrl: string;
  stop(): Promise<void>;
}

/** The migrated database that every test's own is copied from. */
export const template = 'template_samenbeter';

const folderName = /^samenbeter-test-(\d+)-/;

/** A PostgreSQL server of its own in a temporary folder, not durable, with the template that these folders migrate. */
export async function startTestServer(migrations: readonly string[]): Promise<TestServer> {
  await removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `samenbeter-test-${process.pid}-`));
  const server = await startEmbedded({ folder, log: () => {}, durable: false });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const { appUrl } = await migrate({ ownerUrl: server.ownerUrl, folders: migrations, log: () => {} });
    await onServer(server.ownerUrl, async (sql) => {
      await sql`alter database samenbeter rename to ${sql(template)}`;
      await sql`alter database ${sql(template)} with is_template true allow_connections false`;
    });
    return { ownerUrl: server.ownerUrl, appUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Work on the server itself, beside every database that could be copied or dropped. */
export async function onServer<T>(ownerUrl: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(withDatabase(ownerUrl, 'postgres'), { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** A run that was killed leaves its folder and its server behind; the next one ends both. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const maker = Number(folderName.exec(name)?.[1]);
    if (!Number.isInteger(maker) || isAlive(maker)) continue;
    const folder = join(tmpdir(), name);
    try {
      const left = await startEmbedded({ folder, log: () => {}, durable: false });
      await left.stop();
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Somebody else's, or being cleaned by another run at this moment: not ours to remove.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
