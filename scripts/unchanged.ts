import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One text for what these files hold, and for this Node. */
export function fingerprintOf(repository: string, patterns: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const path of globSync([...patterns], { cwd: repository }).sort()) {
    const text = readIfThere(join(repository, path));
    if (text !== null) hash.update(`\0${path}\0`).update(text);
  }
  return hash.digest('hex');
}

/** What succeeded last, by name: kept with what was installed, so that it goes when that goes. */
export class Succeeded {
  readonly #file: string;

  constructor(folder: string, name: string) {
    this.#file = join(folder, `${name}.succeeded`);
  }

  isAlready(fingerprint: string): boolean {
    return readIfThere(this.#file) === fingerprint;
  }

  keep(fingerprint: string): void {
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, fingerprint);
  }
}

/** Null for a folder, and for what is not there. */
export function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
