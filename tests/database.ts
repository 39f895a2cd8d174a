import { migrationFolders } from '../apps/server/migrations.ts';
import { databaseWith } from '../packages/testing/database/global-setup.ts';

/** Tests run on the tables of the listed features. */
export default databaseWith(migrationFolders);
