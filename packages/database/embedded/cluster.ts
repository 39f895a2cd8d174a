import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './account.ts';
import { type Binaries, embeddedMajor } from './binaries.ts';
import { faultText, StartRefused } from './refused.ts';

export const ownerRole = 'samenbeter_owner';

export interface Cluster {
  readonly folder: string;
  readonly password: string;
}

/** Refuses a database folder that this version cannot read; touches nothing. */
export function checkCluster(folder: string): void {
  if (!existsSync(folder)) return;
  const version = join(folder, 'PG_VERSION');
  if (existsSync(version)) {
    const major = readFileSync(version, 'utf8').trim();
    if (major === embeddedMajor) return;
    throw new StartRefused(
      `The database in ${folder} was made by PostgreSQL ${major}; this version of Samenbeter brings PostgreSQL ${embeddedMajor}. ` +
        'Nothing was changed. Start the version of Samenbeter that made it, make a backup there (docs/operations.md, "Upgrading"), ' +
        'and restore it into a new data folder.',
    );
  }
  if (readdirSync(folder).length > 0) {
    throw new StartRefused(
      `${folder} is not a PostgreSQL database, but it is not empty either. Nothing was changed. ` +
        'Move it away, or choose another data folder with SAMENBETER_DATA.',
    );
  }
}

/** Makes the database folder on the first start, else finds its password. */
export async function openCluster(given: {
  dataFolder: string;
  account: Account;
  binaries: Binaries;
  durable: boolean;
  log: (line: string) => void;
}): Promise<Cluster> {
  const folder = join(given.dataFolder, 'database');
  const passwordFile = join(given.dataFolder, 'owner-password');
  const isNew = !existsSync(join(folder, 'PG_VERSION'));
  if (!existsSync(passwordFile)) {
    if (!isNew) {
      throw new StartRefused(
        `${passwordFile} is missing, and without it nobody can open the database in ${folder}. Nothing was changed. ` +
          'Put the file back from your backup of the data folder.',
      );
    }
    writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flush: true });
  }
  const password = readFileSync(passwordFile, 'utf8').trim();
  if (isNew) await makeCluster({ ...given, folder, password });
  return { folder, password };
}

/** Made beside its place and renamed into it: what carries the real name is whole, what does not never held data. */
async function makeCluster(given: {
  dataFolder: string;
  folder: string;
  password: string;
  account: Account;
  binaries: Binaries;
  durable: boolean;
  log: (line: string) => void;
}): Promise<void> {
  const half = `${given.folder}.making`;
  const passwordCopy = join(half, '..', 'database.password');
  given.log('Making the database');
  try {
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half, { mode: 0o700 });
    writeFileSync(passwordCopy, given.password, { mode: 0o600 });
    if (given.account.ids !== undefined) {
      for (const path of [half, passwordCopy]) chownSync(path, given.account.ids.uid, given.account.ids.gid);
    }
    await promisify(execFile)(
      given.binaries.initdb,
      [
        `--pgdata=${half}`,
        `--username=${ownerRole}`,
        `--pwfile=${passwordCopy}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
        ...(given.durable ? [] : ['--no-sync']),
      ],
      { cwd: '/', env: databaseEnvironment(), ...given.account.ids },
    );
    renameSync(half, given.folder);
    syncFolder(given.dataFolder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw new StartRefused(
      `The database could not be made in ${given.folder}: ${lastLine(faultText(error))} ` +
        'No data was lost, because there was none yet; mend the cause and start again.',
    );
  } finally {
    rmSync(passwordCopy, { force: true });
  }
}

/** Only what PostgreSQL needs: its settings come from us, not from somebody's PG… variables. */
export function databaseEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? text;
}
