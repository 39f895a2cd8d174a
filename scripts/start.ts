import { join } from 'node:path';
import {
  chooseDataFolder,
  faultText,
  isPortFree,
  StartRefused,
  startEmbedded,
} from '#packages/database/embedded';
import { applyLedger, ledgerIn } from '#packages/database/erase';
import { claimInstallation, migrate, StepDiffers, setDemonstrationAside } from '#packages/database/migrate';
import {
  type Configuration,
  type RunningServer,
  readConfiguration,
  type Serve,
} from '../apps/server/configuration.ts';
import { migrationFolders } from '../apps/server/migrations.ts';
import { say, step } from './progress.ts';
import { keptSessionSecret } from './session-secret.ts';
import { buildWebClient, isWebClientFresh } from './web-client.ts';

const repository = join(import.meta.dirname, '..');

interface Database {
  readonly ownerUrl: string;
  readonly appUrl: string | undefined;
  announce(address: string): void;
  stop(): Promise<void>;
}

/** Stopped in this order, once, on Ctrl-C, on SIGTERM, or when something fails. */
const running: { server?: RunningServer; database?: Database; isStopping: boolean } = { isStopping: false };

async function start(): Promise<void> {
  const read = readConfiguration(process.env);
  if ('faults' in read)
    throw new StartRefused(['The settings are not right:', ...read.faults].join('\n  - '));
  const database = await openDatabase(read);
  running.database = database;
  if (!(await isPortFree(read.port, read.host))) {
    throw new StartRefused(
      `Port ${read.port} is in use by another program, so nothing is served; your data is as it was. Choose another, for example: PORT=${read.port + 1} npm start`,
    );
  }
  if (!isWebClientFresh()) await step('Web client built', buildWebClient);
  const { appUrl } = await bringUpToDate(read, database);
  await claimInstallation(database.ownerUrl, read.mode);
  await eraseAgain(read, database.ownerUrl);
  if (read.mode === 'demonstration') {
    const { fillDemonstration } = await import('../apps/server/demonstration/index.ts');
    const addresses = { ownerUrl: database.ownerUrl, appUrl };
    await step('Demonstration school ready', () => fillDemonstration(addresses, Date.now()));
  }
  const { serve }: { serve: Serve } = await import('../apps/server/main.ts');
  if (running.isStopping) return;
  running.server = await serve(withKeptSecret(read), { ownerUrl: database.ownerUrl, appUrl });
  const address = `${read.baseUrl}/`;
  database.announce(address);
  console.log(`\n  Samenbeter: ${address}\n`);
}

/** A demonstration of before the first release may have been made with steps that were written anew since. */
async function bringUpToDate(read: Configuration, { ownerUrl, appUrl }: Database) {
  const migrated = () => migrate({ ownerUrl, appUrl, folders: migrationFolders, log: say });
  try {
    return await migrated();
  } catch (error) {
    const mayStartAfresh = read.mode === 'demonstration' && read.database.kind === 'embedded';
    const aside =
      error instanceof StepDiffers && mayStartAfresh ? await setDemonstrationAside(ownerUrl) : null;
    if (aside === null) throw error;
    say(
      `The demonstration in this folder was made by an earlier, unreleased version, which this one cannot read; it is kept beside the new one as the database "${aside}", and a fresh demonstration is made`,
    );
    return await migrated();
  }
}

/** A restored copy may hold people who were erased since it was made; nobody is let in before they are gone again. */
async function eraseAgain(read: Configuration, ownerUrl: string): Promise<void> {
  const ledger = read.erasureLedger ?? (dataFolder && ledgerIn(dataFolder));
  const erased = ledger === undefined ? 0 : await applyLedger(ownerUrl, ledger);
  if (erased > 0) say(`The database did not know of everybody who was erased; it does now (${erased})`);
}

let dataFolder: string | undefined;

async function openDatabase(configuration: Configuration): Promise<Database> {
  const { database } = configuration;
  if (database.kind === 'external') {
    return { ownerUrl: database.ownerUrl, appUrl: database.appUrl, announce() {}, async stop() {} };
  }
  const folder = chooseDataFolder({ chosen: configuration.dataFolder, repository, log: say });
  dataFolder = folder;
  const onLost = () => {
    console.error(
      `\nThe database stopped by itself; see ${join(folder, 'database.log')}. Your data is kept. Start again.`,
    );
    void stop(1);
  };
  const embedded = await step('Database ready', () => startEmbedded({ folder, log: say, onLost }));
  return { ...embedded, appUrl: undefined };
}

function withKeptSecret(configuration: Configuration): Configuration {
  const isChosen = process.env.SESSION_SECRET !== undefined;
  if (isChosen || dataFolder === undefined) return configuration;
  return { ...configuration, sessionSecret: keptSessionSecret(dataFolder) };
}

async function stop(exitCode: number): Promise<void> {
  if (running.isStopping) return;
  running.isStopping = true;
  try {
    await running.server?.close();
  } catch (error) {
    console.error(`The server did not close well: ${faultText(error)}`);
  }
  await running.database?.stop();
  process.exit(exitCode);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

try {
  await start();
} catch (error) {
  // A refusal is meant for the person who starts; anything else is a bug and shows where it came from.
  console.error(error instanceof StartRefused ? `\n${error.message}\n` : error);
  await stop(1);
}
