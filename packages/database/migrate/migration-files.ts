import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly hash: string;
  readonly text: string;
}

/** The migrations of a folder, in order: `0001_name.sql`, `0002_other.sql` … */
export function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  return files.map((file, index) => {
    const parts = /^(\d{4})_([a-z0-9-]+(?:_[a-z0-9-]+)*)\.sql$/.exec(file);
    const number = Number(parts?.[1]);
    if (parts?.[2] === undefined || number !== index + 1) {
      throw new Error(
        `Migrations are numbered 0001_name.sql, 0002_name.sql … without gaps; found ${file} at place ${index + 1}`,
      );
    }
    // Line ends may differ between clones; what the file says does not.
    const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
    return { number, name: parts[2], hash: createHash('sha256').update(text).digest('hex'), text };
  });
}
