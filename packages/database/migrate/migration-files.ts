import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly hash: string;
  readonly text: string;
}

/**
 * The migrations of several folders together, in the order of their numbers: `0001_name.sql`, `0002_other.sql` … A number
 * is given once over all folders. A feature that was taken out leaves a gap, which is no mistake.
 */
export function readMigrations(folders: readonly string[]): Migration[] {
  const all = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.sql'))
      .map((file) => readMigration(folder, file)),
  );
  const sorted = all.toSorted((a, b) => a.number - b.number);
  for (const [index, { number, name }] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next?.number === number)
      throw new Error(
        `Two migrations have number ${number}: ${name} and ${next.name}. Give one the next number.`,
      );
  }
  return sorted;
}

function readMigration(folder: string, file: string): Migration {
  const [, number, name] = /^(\d{4})_([a-z0-9-]+(?:_[a-z0-9-]+)*)\.sql$/.exec(file) ?? [];
  if (number === undefined || name === undefined)
    throw new Error(`Migrations are called 0001_name.sql, 0002_name.sql …; found ${file} in ${folder}`);
  // Line ends may differ between clones; what the file says does not.
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
  return { number: Number(number), name, hash: createHash('sha256').update(text).digest('hex'), text };
}
