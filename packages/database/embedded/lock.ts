import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartRefused } from './refused.ts';

export interface FolderLock {
  /** Written for whoever tries the same folder next: where this one can be found. */
  announce(address: string): void;
  release(): void;
}

const busy = 5;

/**
 * One Samenbeter per data folder. The lock is the operating system's own file lock (taken through SQLite, because Node
 * offers none): it disappears with its process, however that ends, so there is no stale lock to judge.
 */
export function lockFolder(folder: string): FolderLock {
  const notice = join(folder, 'running.json');
  const file = new DatabaseSync(join(folder, 'lock'));
  try {
    file.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) {
      throw new StartRefused(alreadyRunning(folder, notice));
    }
    throw error;
  }
  const say = (address: string) =>
    writeFileSync(notice, `${JSON.stringify({ process: process.pid, address })}\n`, { mode: 0o644 });
  say('');
  return {
    announce: say,
    release() {
      rmSync(notice, { force: true });
      file.close();
    },
  };
}

function alreadyRunning(folder: string, notice: string): string {
  const { address, pid } = readNotice(notice);
  const where = address === '' ? 'and is still starting' : `at ${address}`;
  return (
    `Samenbeter is already running on the data folder ${folder}, ${where}${pid === '' ? '' : ` (process ${pid})`}. ` +
    'Use that one, stop it first, or give this one a folder of its own with SAMENBETER_DATA.'
  );
}

function readNotice(notice: string): { address: string; pid: string } {
  try {
    const content: unknown = JSON.parse(readFileSync(notice, 'utf8'));
    if (typeof content === 'object' && content !== null && 'address' in content && 'process' in content) {
      return { address: String(content.address), pid: String(content.process) };
    }
  } catch {
    // The other one is just starting or stopping; the lock alone says enough.
  }
  return { address: '', pid: '' };
}
