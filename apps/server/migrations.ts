import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ownMigrations } from '#packages/database/migrate';
import { features } from '../features.ts';

const folder = join(import.meta.dirname, '..', '..', 'features');

/** Where the tables come from: under every feature those of the house, and what each listed feature keeps. */
export const migrationFolders: readonly string[] = [
  ownMigrations,
  ...features.map(({ name }) => join(folder, name, 'migrations')).filter((path) => existsSync(path)),
];
