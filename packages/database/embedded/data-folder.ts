import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Account, accountFor, canEnter, runsAsRoot } from './account.ts';
import { systemFolder } from './binaries.ts';
import { faultCode, faultText, StartRefused } from './refused.ts';

/**
 * The folder that everything is kept in. The default is `.data` in the clone; when root runs a clone that the
 * database's account may not enter (in /root, for example), it is a folder of its own under the system folder.
 */
export function chooseDataFolder(given: {
  chosen: string | undefined;
  repository: string;
  log: (line: string) => void;
}): string {
  if (given.chosen !== undefined) return resolve(given.chosen);
  const usual = join(given.repository, '.data');
  if (!runsAsRoot()) return usual;
  const account = accountFor(join(usual, 'database'));
  if (canEnter(account, given.repository)) return usual;
  const mark = createHash('sha256').update(given.repository).digest('hex').slice(0, 8);
  const instead = join(systemFolder, `${basename(given.repository)}-${mark}`);
  given.log(
    `The account ${account.name}, which runs the database, may not enter ${given.repository}; ` +
      `the data is kept in ${instead} (SAMENBETER_DATA chooses another place)`,
  );
  return instead;
}

/** Makes the data folder if need be, and refuses one that cannot be used. */
export function prepareDataFolder(folder: string): Account {
  const isOurs = !existsSync(folder);
  try {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    const trial = join(folder, `.trial-${process.pid}`);
    writeFileSync(trial, '');
    rmSync(trial);
  } catch (error) {
    throw new StartRefused(
      `The data folder ${folder} cannot be written (${faultCode(error) || faultText(error)}). What is in it is untouched. ` +
        'Give this account the right to write there, or choose another folder with SAMENBETER_DATA.',
    );
  }
  const account = accountFor(join(folder, 'database'));
  if (account.ids === undefined) {
    if (isOurs) chmodSync(folder, 0o700);
    return account;
  }
  // The database's account must pass through it, but has nothing to read in it: only its own folder below.
  if (statSync(folder).uid === 0 && !canEnter(account, folder) && canEnter(account, dirname(folder)))
    chmodSync(folder, 0o711);
  if (!canEnter(account, folder)) {
    throw new StartRefused(
      `PostgreSQL does not run as root but as the account ${account.name}, and that may not enter ${folder}. Nothing was changed. ` +
        'Let it in (chmod o+x on the folders above it), or choose a folder elsewhere with SAMENBETER_DATA, for example /var/lib/samenbeter/data.',
    );
  }
  return account;
}

/** Not `recursive`: that never ends on a file system that says a folder can neither be found nor made (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}
