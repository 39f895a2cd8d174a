import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefused } from '#packages/database/embedded';

/** Where the ledger of a data folder is. */
export const ledgerIn = (dataFolder: string): string => join(dataFolder, 'erasures');

/** Ids alone. */
export type Erasure = { readonly person: string; readonly invitations: readonly string[] };

/** The erasures in a file beside the database, a line each; none when there is no file yet. */
export function readLedger(path: string): Erasure[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => {
      const [person = '', ...invitations] = line.split(' ');
      if (![person, ...invitations].every(isId))
        throw new StartRefused(
          `Line ${index + 1} of ${path} does not say who was erased. Put the file back as it was; nobody is let in before it is applied.`,
        );
      return { person, invitations };
    });
}

/** On the disk when this answers. */
export function writeLedger(path: string, { person, invitations }: Erasure): void {
  const file = openSync(path, 'a', 0o600);
  try {
    writeSync(file, `${[person, ...invitations].join(' ')}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
