import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbedded } from '#packages/database/embedded';
import { claimInstallation, migrate } from '#packages/database/migrate';
import { Child } from './child.ts';
import { databaseCpu } from './database-cost.ts';
import type { LoadAnswer, LoadQuestion } from './load/index.ts';
import { type LoadedTeam, makeSchools } from './school.ts';
import { type Round, tableOf } from './table.ts';

/** See ../README.md. Runs the product and a bare broadcast one after the other, round by round, under the same load. */
const { values: words } = parseArgs({
  options: {
    teams: { type: 'string', default: '500' },
    listeners: { type: 'string', default: '8' },
    seconds: { type: 'string', default: '30' },
    rounds: { type: 'string', default: '1' },
    port: { type: 'string', default: '28500' },
    /** A file for the figures. */
    json: { type: 'string' },
    /** The database does not wait for the disk: shows what that costs. Never a figure to quote by itself. */
    'without-disk': { type: 'boolean', default: false },
    /** A folder for a processor profile of the product's server. */
    profile: { type: 'string' },
  },
});
const wanted = {
  teams: Number(words.teams),
  listeners: Number(words.listeners),
  seconds: Number(words.seconds),
  rounds: Number(words.rounds),
  withoutDisk: words['without-disk'],
  port: Number(words.port),
};
const WARM_UP_SECONDS = 5;
const streamsWanted = wanted.teams * wanted.listeners;
const children: Child[] = [];

function checkOpenFiles(): void {
  // Node raises its soft limit to the hard one by itself; the hard one is for the administrator.
  const hard = execFileSync('sh', ['-c', 'ulimit -Hn']).toString().trim();
  const needed = 2 * streamsWanted + 2 * wanted.teams + 200;
  if (hard !== 'unlimited' && Number(hard) < needed)
    throw new Error(
      `${streamsWanted} streams need ${needed} open files in one process; this system allows ${hard}. ` +
        `Raise it (ulimit -Hn ${needed}, as root) or ask for fewer --teams.`,
    );
}

async function started(child: Child): Promise<Child> {
  children.push(child);
  await child.said();
  return child;
}

const openStreams = (load: Child, port: number, teams: readonly LoadedTeam[]) =>
  load.ask({ do: 'open', port, teams } satisfies LoadQuestion);

const runLoad = (load: Child, port: number, seconds: number) =>
  load.ask<LoadAnswer>({ do: 'run', port, seconds } satisfies LoadQuestion);

/** Opens all streams on a server that is warm; memory before and after, both without garbage. */
async function memoryOfStreams(server: Child, open: () => Promise<unknown>) {
  const before = await server.measure('memory');
  await open();
  const after = await server.measure('memory');
  return { before, after };
}

async function measured(server: Child, load: Child, port: number, postmaster: number | null) {
  const database = () => (postmaster === null ? 0 : databaseCpu(postmaster));
  const [cpuBefore, databaseBefore, begun] = [(await server.measure('cost')).cpu, database(), Date.now()];
  const answer = await runLoad(load, port, wanted.seconds);
  const elapsed = Date.now() - begun;
  const { cpu: cpuAfter, heldUp } = await server.measure('cost');
  return {
    ...answer,
    heldUp,
    serverCpu: ((cpuAfter - cpuBefore) / elapsed) * 100,
    databaseCpu: ((database() - databaseBefore) / elapsed) * 100,
  };
}

async function bench(folder: string): Promise<void> {
  checkOpenFiles();
  const database = await startEmbedded({ folder, log: () => {}, durable: !words['without-disk'] });
  try {
    const { ownerUrl } = database;
    const { appUrl } = await migrate({ ownerUrl, log: () => {} });
    await claimInstallation(ownerUrl, 'production');
    const postmaster = Number(
      readFileSync(join(folder, 'database', 'postmaster.pid'), 'utf8').split('\n')[0],
    );
    console.log(`Making ${wanted.teams} teams of ${wanted.listeners} people …`);
    const teams = await makeSchools(appUrl, wanted);

    const load = new Child('load/index.ts', { nodeOptions: ['--max-semi-space-size=64'] });
    children.push(load);
    const product = await started(
      new Child('product.ts', {
        environment: { PORT: String(wanted.port), OWNER_URL: ownerUrl, APP_URL: appUrl },
        nodeOptions: words.profile ? ['--cpu-prof', `--cpu-prof-dir=${words.profile}`] : [],
        quiet: true,
      }),
    );
    console.log(`Opening ${streamsWanted} streams, twice …`);
    const productMemory = await memoryOfStreams(product, () => openStreams(load, wanted.port, teams));
    const warm = await runLoad(load, wanted.port, WARM_UP_SECONDS);
    const bare = await started(
      new Child('bare.ts', {
        environment: {
          PORT: String(wanted.port + 1),
          FRAME_BYTES: String(warm.frameBytes),
          ANSWER_BYTES: String(warm.answerBytes),
        },
      }),
    );
    const bareMemory = await memoryOfStreams(bare, () => openStreams(load, wanted.port + 1, teams));
    await runLoad(load, wanted.port + 1, WARM_UP_SECONDS);

    const rounds: Round[] = [];
    for (let round = 1; round <= wanted.rounds; round++) {
      const load1 = loadavg()[0] ?? 0;
      console.log(`Round ${round} of ${wanted.rounds} (load average ${load1.toFixed(1)}) …`);
      rounds.push({
        bare: await measured(bare, load, wanted.port + 1, null),
        product: await measured(product, load, wanted.port, postmaster),
      });
    }
    const outcome = {
      wanted,
      processors: availableParallelism(),
      memory: { bare: bareMemory, product: { ...productMemory, underLoad: await product.measure('memory') } },
      rounds,
    };
    console.log(tableOf(outcome));
    if (words.json) writeFileSync(words.json, `${JSON.stringify(outcome, null, 2)}\n`);
    const wrong = rounds
      .flatMap(({ bare, product }) => [bare, product])
      .filter((run) => run.lost + run.doubled + run.refused + run.unanswered > 0);
    if (wrong.length > 0) process.exitCode = 1;
    await product.stop();
    await bare.stop();
  } finally {
    for (const child of children) child.kill();
    await database.stop();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'samenbeter-bench-'));
try {
  await bench(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
