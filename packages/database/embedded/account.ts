import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { faultCode, StartRefused } from './refused.ts';

/** Who runs the database: PostgreSQL refuses to run as root, so root hands it to an ordinary account. */
export interface Account {
  readonly name: string;
  /** Absent: the account that runs Samenbeter itself. */
  readonly ids?: { readonly uid: number; readonly gid: number };
}

interface KnownAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

export function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The account for a database in `databaseFolder`: its owner when it exists, else one that is made for this. */
export function accountFor(databaseFolder: string): Account {
  const owner = ownerOf(databaseFolder);
  if (!runsAsRoot()) {
    if (owner !== undefined && owner !== process.getuid?.()) {
      const name = knownAccounts().find((known) => known.uid === owner)?.name ?? `number ${owner}`;
      throw new StartRefused(
        `The database in ${databaseFolder} belongs to the account ${name}. Nothing was changed. ` +
          'Start Samenbeter as the account that started it before, or give this account a data folder of its own with SAMENBETER_DATA.',
      );
    }
    return { name: userInfo().username };
  }
  const accounts = knownAccounts();
  const chosen =
    owner === undefined || owner === 0
      ? (['postgres', 'nobody'].map((name) => accounts.find((known) => known.name === name)).find(Boolean) ??
        accounts.find((known) => known.uid >= 1000))
      : accounts.find((known) => known.uid === owner);
  if (chosen === undefined) {
    throw new StartRefused(
      'PostgreSQL does not run as root and this system has no other account to run it as. ' +
        'Make one (useradd --system postgres) and start again, or start Samenbeter as an ordinary account.',
    );
  }
  return { name: chosen.name, ids: { uid: chosen.uid, gid: chosen.gid } };
}

/** Whether the account may enter this folder (or run this file), through all the folders above it. */
export function canEnter(account: Account, path: string): boolean {
  const outcome = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], {
    cwd: '/',
    stdio: 'ignore',
    ...account.ids,
  });
  if (outcome.error !== undefined) {
    throw new StartRefused(
      `This process runs as root but may not hand work to the account ${account.name} (${faultCode(outcome.error)}). ` +
        'Start Samenbeter as an ordinary account.',
    );
  }
  return outcome.status === 0;
}

function ownerOf(folder: string): number | undefined {
  return statSync(folder, { throwIfNoEntry: false })?.uid;
}

function knownAccounts(): KnownAccount[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [name, , uid, gid] = line.split(':');
      return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
    });
}
