import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefused } from '#packages/database/embedded';

const repository = join(import.meta.dirname, '..');
const stamp = join(repository, 'dist', 'web.sources');

/** Whether what is in dist/web was built from exactly these sources. */
export function isWebClientFresh(): boolean {
  return (
    existsSync(join(repository, 'dist', 'web', 'index.html')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === hashOfSources()
  );
}

export async function buildWebClient(): Promise<void> {
  // Taken before the build: a source that changes during it makes the outcome old, not fresh.
  const sources = hashOfSources();
  await runVite();
  writeFileSync(stamp, sources);
}

function hashOfSources(): string {
  const files = globSync(
    ['package.json', 'package-lock.json', 'tsconfig.json', 'apps/web/**/*', 'features/**/*', 'packages/**/*'],
    { cwd: repository, withFileTypes: true, exclude: (entry) => entry.name === 'node_modules' },
  )
    .filter((entry) => entry.isFile() && !/\.(test\.tsx?|sql|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const file of files)
    hash.update(file.slice(repository.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function runVite(): Promise<void> {
  return new Promise((resolve, reject) => {
    const vite = join(repository, 'node_modules', 'vite', 'bin', 'vite.js');
    const child = spawn(
      process.execPath,
      [vite, 'build', '--config', 'apps/web/vite.config.ts', '--logLevel', 'warn'],
      {
        cwd: repository,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += String(part)));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new StartRefused(`The web client could not be built:\n${said.trim()}`));
    });
  });
}
