import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startEmbedded } from '#packages/database/embedded';
import { claimInstallation, migrate } from '#packages/database/migrate';
import { migrationFolders } from '../../apps/server/migrations.ts';
import { startOptions } from '../../scripts/start-options.ts';
import { buildWebClient, isWebClientFresh } from '../../scripts/web-client.ts';
import { Child } from './child.ts';
import { databaseCost, waitedBetween } from './database-cost.ts';
import type { ComeBack, LoadAnswer, LoadQuestion } from './load/index.ts';
import { type LoadedTeam, makeSchools } from './school.ts';
import { type Growth, type Run, tableOf } from './table.ts';

/** See ../README.md. Runs the product in two configurations and a bare broadcast in turns, round by round, under the same load. */
const { values: words } = parseArgs({
  options: {
    teams: { type: 'string', default: '500' },
    listeners: { type: 'string', default: '8' },
    seconds: { type: 'string', default: '30' },
    rounds: { type: 'string', default: '1' },
    /** Commands per second, of all teams together; without it one of each team. */
    rate: { type: 'string' },
    /** At the end the server on the external database is killed under load, and started again. */
    restart: { type: 'boolean', default: false },
    /** On the external database: the one under load, and others that only hear of it. */
    servers: { type: 'string', default: '1' },
    port: { type: 'string', default: '28500' },
    /** A file for the figures. */
    json: { type: 'string' },
    /** The database does not wait for the disk: shows what that costs. Never a figure to quote by itself. */
    'without-disk': { type: 'boolean', default: false },
    /** A folder for a processor profile of the server on the external database. */
    profile: { type: 'string' },
  },
});
const wanted = {
  teams: wholeNumber('teams'),
  listeners: wholeNumber('listeners'),
  seconds: wholeNumber('seconds'),
  rounds: wholeNumber('rounds'),
  rate: words.rate === undefined ? wholeNumber('teams') : wholeNumber('rate'),
  servers: wholeNumber('servers'),
  port: wholeNumber('port'),
  withoutDisk: words['without-disk'],
};
const WARM_UP_SECONDS = 5;
/** A server that stood still has some things to make good, which are not what is measured. */
const SETTLE_SECONDS = 2;
const streamsWanted = wanted.teams * wanted.listeners;

/** A server under measurement, and behind it the others on its database. */
type Subject = {
  readonly port: number;
  readonly server: Child;
  readonly others: readonly Child[];
  readonly postmaster: number | null;
  readonly memory: Growth;
};

const children: Child[] = [];
/** How to stop and remove each database. */
const databases: (() => Promise<void>)[] = [];
const load = child('load/index.ts', { nodeOptions: ['--max-semi-space-size=64'] });

function wholeNumber(
  name: 'teams' | 'listeners' | 'seconds' | 'rounds' | 'rate' | 'servers' | 'port',
): number {
  const number = Number(words[name]);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`--${name} is "${words[name]}"; it must be a whole number above 0.`);
}

function checkOpenFiles(): void {
  // Node raises its soft limit to the hard one by itself; the hard one is for the administrator.
  const hard = execFileSync('sh', ['-c', 'ulimit -Hn']).toString().trim();
  const needed = 3 * (streamsWanted + wanted.teams) + 200;
  if (hard !== 'unlimited' && Number(hard) < needed)
    throw new Error(
      `3 × ${streamsWanted} streams need ${needed} open files in one process; this system allows ${hard}. ` +
        `Raise it (ulimit -Hn ${needed}, as root) or ask for fewer --teams.`,
    );
}

function child(...given: ConstructorParameters<typeof Child>): Child {
  const made = new Child(...given);
  children.push(made);
  return made;
}

/** A server is started as `npm start` would. */
async function server(
  file: string,
  environment: Record<string, string>,
  more: readonly string[] = [],
): Promise<Child> {
  const made = child(file, { environment, nodeOptions: [...startOptions, ...more], quiet: true });
  await made.said();
  return made;
}

const openStreams = (port: number, teams: readonly LoadedTeam[], editBytes?: number) =>
  load.ask({ do: 'open', port, teams, editBytes } satisfies LoadQuestion);

const runLoad = (port: number, seconds: number) =>
  load.ask<LoadAnswer>({
    do: 'run',
    port,
    commands: wanted.rate * seconds,
    perSecond: wanted.rate,
  } satisfies LoadQuestion);

/** One command of every team, all in one instant. */
const runInstant = (port: number) =>
  load.ask<LoadAnswer>({ do: 'run', port, commands: wanted.teams, perSecond: null } satisfies LoadQuestion);

/** Opens all streams; memory before and after, both without garbage. */
async function memoryOfStreams(
  server: Child,
  port: number,
  teams: readonly LoadedTeam[],
  editBytes?: number,
): Promise<Growth> {
  console.log(`Opening ${streamsWanted} streams …`);
  const before = await server.memory();
  await openStreams(port, teams, editBytes);
  return { before, after: await server.memory() };
}

/**
 * The product on a PostgreSQL of its own. 'external' finds it by DATABASE_URL, as in a school, and so tells the other
 * servers what it writes, whether there are any or not; 'embedded' knows that it is the only one. Nothing else differs.
 */
async function startProduct(kind: 'embedded' | 'external', port: number) {
  const folder = mkdtempSync(join(tmpdir(), 'samenbeter-bench-'));
  const { ownerUrl, stop } = await startEmbedded({ folder, log: () => {}, durable: !wanted.withoutDisk });
  databases.push(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const { appUrl } = await migrate({ ownerUrl, folders: migrationFolders, log: () => {} });
  await claimInstallation(ownerUrl, 'production');
  const postmaster = Number(readFileSync(join(folder, 'database', 'postmaster.pid'), 'utf8').split('\n')[0]);
  console.log(`Product (${kind}): making ${wanted.teams} teams of ${wanted.listeners} people …`);
  const teams = await makeSchools(appUrl, wanted);

  const isExternal = kind === 'external';
  const start = (at: number, more?: readonly string[]) => {
    const addresses = { OWNER_URL: ownerUrl, APP_URL: appUrl, ...(isExternal && { DATABASE_URL: ownerUrl }) };
    return server('product.ts', { PORT: String(at), ...addresses }, more);
  };
  const profiled = isExternal && words.profile ? ['--cpu-prof', `--cpu-prof-dir=${words.profile}`] : [];
  const first = await start(port, profiled);
  const others: Child[] = [];
  while (isExternal && others.length < wanted.servers - 1) others.push(await start(port + 1 + others.length));
  const memory = await memoryOfStreams(first, port, teams);
  const warm = await runLoad(port, WARM_UP_SECONDS);
  const subject: Subject = { port, server: first, others, postmaster, memory };
  rest(subject);
  return { subject, teams, warm, again: () => start(port) };
}

async function startBare(port: number, teams: readonly LoadedTeam[], like: LoadAnswer): Promise<Subject> {
  const bare = await server('bare.ts', {
    PORT: String(port),
    FRAME_BYTES: String(like.frameBytes),
    ANSWER_BYTES: String(like.answerBytes),
  });
  const memory = await memoryOfStreams(bare, port, teams);
  await runLoad(port, WARM_UP_SECONDS);
  const subject: Subject = { port, server: bare, others: [], postmaster: null, memory };
  rest(subject);
  return subject;
}

async function startHocuspocus(
  port: number,
  teams: readonly LoadedTeam[],
  like: LoadAnswer,
): Promise<Subject> {
  const hocuspocus = await server('hocuspocus.ts', { PORT: String(port) });
  const memory = await memoryOfStreams(hocuspocus, port, teams, like.frameBytes);
  await runLoad(port, WARM_UP_SECONDS);
  const subject: Subject = { port, server: hocuspocus, others: [], postmaster: null, memory };
  rest(subject);
  return subject;
}

/** One at a time: whoever is not measured stands still, and takes nothing of the machine but memory. */
function rest({ server, others }: Subject): void {
  for (const each of [server, ...others]) each.rest();
}

async function measured(subject: Subject): Promise<Run> {
  const { port, server, others, postmaster } = subject;
  for (const each of [server, ...others]) each.wake();
  await runLoad(port, SETTLE_SECONDS);
  const look = async () => ({
    at: Date.now(),
    server: await server.cost(),
    others: await Promise.all(others.map((other) => other.cost())),
    database: postmaster === null ? null : databaseCost(postmaster),
  });
  const before = await look();
  const answer = await runLoad(port, wanted.seconds);
  const after = await look();
  const instant = await runInstant(port);
  rest(subject);
  const othersCpu = (all: typeof before.others) => all.reduce((sum, { cpu }) => sum + cpu, 0);
  return {
    ...answer,
    elapsed: after.at - before.at,
    instant,
    server: {
      cpu: after.server.cpu - before.server.cpu,
      waiting: after.server.waiting - before.server.waiting,
    },
    others: others.length === 0 ? null : { cpu: othersCpu(after.others) - othersCpu(before.others) },
    database: before.database &&
      after.database && {
        cpu: after.database.cpu - before.database.cpu,
        waiting: waitedBetween(before.database, after.database),
      },
    heldUp: after.server.heldUp,
    collections: after.server.collections,
    mostResident: after.server.mostResident,
  };
}

/** Ends the server in the middle of its work, as a machine that fails would, and starts it again. */
async function restarted({ port, server }: Subject, again: () => Promise<Child>): Promise<ComeBack> {
  server.wake();
  const question: LoadQuestion = { do: 'come-back', port, perSecond: wanted.rate };
  const back = load.ask<ComeBack>(question);
  await pause(1000);
  server.kill();
  const anew = await again();
  const answer = await back;
  await anew.stop();
  return answer;
}

async function bench(): Promise<void> {
  checkOpenFiles();
  if (!isWebClientFresh()) await buildWebClient();
  const { subject: embedded, teams, warm } = await startProduct('embedded', wanted.port + 1);
  const { subject: external, again } = await startProduct('external', wanted.port + 2);
  const bare = await startBare(wanted.port, teams, warm);
  // After all other servers on the external database.
  const hocuspocus = await startHocuspocus(wanted.port + 2 + wanted.servers, teams, warm);

  const rounds = [];
  for (let round = 1; round <= wanted.rounds; round++) {
    console.log(`Round ${round} of ${wanted.rounds} …`);
    rounds.push({
      // Of the last minute: in the first round mostly of making the schools, later of the bench itself and all else.
      loadAverage: loadavg()[0] ?? 0,
      bare: await measured(bare),
      hocuspocus: await measured(hocuspocus),
      embedded: await measured(embedded),
      external: await measured(external),
    });
  }
  const outcome = {
    wanted,
    restart: words.restart ? await restarted(external, again) : null,
    processors: availableParallelism(),
    memory: {
      bare: bare.memory,
      hocuspocus: hocuspocus.memory,
      embedded: embedded.memory,
      external: external.memory,
    },
    rounds,
  };
  console.log(tableOf(outcome));
  if (words.json) writeFileSync(words.json, `${JSON.stringify(outcome, null, 2)}\n`);
  const isWrong = rounds
    .flatMap((round) => [round.bare, round.hocuspocus, round.embedded, round.external])
    .flatMap((run) => [run, run.instant])
    .some((run) => run.lost + run.doubled + run.refused + run.unanswered > 0);
  if (isWrong) process.exitCode = 1;
  for (const each of [external, embedded, hocuspocus, bare])
    for (const running of [each.server, ...each.others]) await running.stop();
}

let cleaning: Promise<void> | null = null;
function cleanUp(): Promise<void> {
  cleaning ??= (async () => {
    for (const each of children) each.kill();
    for (const remove of databases) await remove();
  })();
  return cleaning;
}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void cleanUp().finally(() => process.exit(1)));

try {
  await bench();
} finally {
  await cleanUp();
}
