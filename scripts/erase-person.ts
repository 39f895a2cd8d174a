import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chooseDataFolder, StartRefused, startEmbedded } from '#packages/database/embedded';
import { erasePerson, findPerson, ledgerIn } from '#packages/database/erase';
import { migrate } from '#packages/database/migrate';
import { type Configuration, readConfiguration } from '../apps/server/configuration.ts';
import { migrationFolders } from '../apps/server/migrations.ts';
import { say } from './progress.ts';

/** Takes away all that says who somebody was. For whoever runs the installation: there is no screen for it, on purpose. */
const usage = `Usage: npm run erase-person -- wietske@school.nl [--certain]
  The e-mail address, or the id, of the person. Without --certain it only says who that is.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { certain: { type: 'boolean', default: false } },
});

type Kept = { readonly ownerUrl: string; readonly ledger: string; readonly stop: () => Promise<void> };

async function open({ database, dataFolder, erasureLedger }: Configuration): Promise<Kept> {
  if (database.kind === 'external') {
    if (erasureLedger === undefined)
      throw new StartRefused(
        'Set ERASURE_LEDGER to a file that is kept when the database is restored from a backup: who is erased must stay so. Nothing was changed.',
      );
    return { ownerUrl: database.ownerUrl, ledger: erasureLedger, stop: async () => {} };
  }
  const folder = chooseDataFolder({
    chosen: dataFolder,
    repository: join(import.meta.dirname, '..'),
    log: say,
  });
  const embedded = await startEmbedded({ folder, log: say });
  return { ...embedded, ledger: erasureLedger ?? ledgerIn(folder) };
}

async function erase(who: string): Promise<void> {
  const read = readConfiguration(process.env);
  if ('faults' in read)
    throw new StartRefused(['The settings are not right:', ...read.faults].join('\n  - '));
  const { ownerUrl, ledger, stop } = await open(read);
  try {
    const { database } = read;
    const appUrl = database.kind === 'external' ? database.appUrl : undefined;
    await migrate({ ownerUrl, appUrl, folders: migrationFolders, log: say });
    const person = await findPerson(ownerUrl, who);
    if (!person) throw new StartRefused(`Nobody here has "${who}". Nothing was changed.`);
    const { id, name, address } = person;
    if (!values.certain)
      return console.log(
        `That is ${name} (${address ?? 'no address'}), ${id}.\nIt cannot be undone. To erase: npm run erase-person -- ${id} --certain`,
      );
    await erasePerson(ownerUrl, ledger, id);
    console.log(`${name} is erased, and stands in ${ledger} as ${id}.`);
  } finally {
    await stop();
  }
}

const [who, ...more] = positionals;
if (who === undefined || more.length > 0) {
  console.error(usage);
  process.exit(2);
}
try {
  await erase(who);
} catch (error) {
  console.error(error instanceof StartRefused ? error.message : error);
  process.exitCode = 1;
}
