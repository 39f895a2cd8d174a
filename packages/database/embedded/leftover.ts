import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { faultCode, StartRefused } from './refused.ts';

/**
 * Ends the database of an earlier run whose Samenbeter was killed: it lives on, because it does not belong to the
 * terminal. Only called while the folder's lock is held, so no living Samenbeter uses it any more. Stopped rather than
 * adopted: the new one then surely has this version's settings, and stopping it properly takes a tenth of a second.
 */
export async function endLeftover(databaseFolder: string, log: (line: string) => void): Promise<void> {
  const pidFile = join(databaseFolder, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const named = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
  const servers = serversIn(databaseFolder, named);
  if (servers.length > 0) {
    log('The database of an earlier run is still alive; stopping it properly');
    await endServers(databaseFolder, named);
  }
  // A number that the system gave to another program since then: PostgreSQL would refuse to start because of it.
  if (existsSync(pidFile) && isAlive(named) && serversIn(databaseFolder, named).length === 0) rmSync(pidFile);
}

async function endServers(databaseFolder: string, postmaster: number): Promise<void> {
  // SIGINT: a proper fast stop. SIGQUIT: stop at once, made good from the log at the next start.
  for (const [signal, seconds] of [
    ['SIGINT', 30],
    ['SIGQUIT', 10],
  ] as const) {
    if (serversIn(databaseFolder, postmaster).includes(postmaster)) process.kill(postmaster, signal);
    const deadline = Date.now() + seconds * 1000;
    while (Date.now() < deadline) {
      if (serversIn(databaseFolder, postmaster).length === 0) return;
      await pause(20);
    }
  }
  throw new StartRefused(
    `The database of an earlier run (process ${postmaster}) does not stop. Its data is kept. ` +
      `End that process yourself (kill -QUIT ${postmaster}) and start again.`,
  );
}

/** The PostgreSQL processes that work in this very folder: PostgreSQL makes its data folder its working folder. */
function serversIn(databaseFolder: string, named: number): number[] {
  const folder = realpathSync(databaseFolder);
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry) && link(`/proc/${entry}/cwd`) === folder)
      .filter((entry) => basename(link(`/proc/${entry}/exe`)).startsWith('postgres'))
      .map(Number);
  }
  if (!isAlive(named)) return [];
  const command = execFileSync('ps', ['-p', String(named), '-o', 'command='], { encoding: 'utf8' });
  return command.includes('postgres') && command.includes(folder) ? [named] : [];
}

function link(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return faultCode(error) === 'EPERM';
  }
}
