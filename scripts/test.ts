import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultText } from '#packages/database/embedded';
import { findChromium } from './chromium.ts';
import { firstLoadOf, tooHeavy } from './first-load.ts';
import { step } from './progress.ts';
import { type Counts, countPlaywright, countVitest, sum } from './test-counts.ts';
import { RUNS_KEPT, type Sizes, type StepRun, sizesOf, told } from './test-runs.ts';
import { runTool, stopTool } from './test-tool.ts';
import { fingerprintOf, readIfThere, Succeeded } from './unchanged.ts';
import { buildWebClient } from './web-client.ts';

const repository = join(import.meta.dirname, '..');
/** With what was installed, so that it goes when that goes. */
const cache = join(repository, 'node_modules', '.cache', 'samenbeter');
const runsFile = join(cache, 'test-runs.json');
const sizesFile = join(import.meta.dirname, 'test-sizes.json');
const reports = mkdtempSync(join(tmpdir(), 'samenbeter-reports-'));

interface Outcome extends Counts {
  /** Shown when something failed. */
  readonly said: string;
  /** Why there was nothing to do. */
  readonly skipped?: string;
}

/** In this order: quick to fail first. To add a step, add a line. */
const steps: readonly { title: string; run: () => Promise<Outcome> }[] = [
  { title: 'Types', run: () => check('tsc', ['--build']) },
  { title: 'Format and lint', run: () => check('biome', ['ci', '--colors=off', '.']) },
  { title: 'Unused code and dependencies', run: () => check('knip', ['--no-progress']) },
  { title: 'Web client', run: buildWeb },
  { title: 'Tests', run: () => runTests('tests', ['--project=!statistics']) },
  { title: 'Statistics', run: runStatistics },
  { title: 'Journeys in a real browser', run: runJourneys },
];

async function check(tool: string, words: string[]): Promise<Outcome> {
  const { succeeded, said } = await runTool(tool, words);
  return { passed: 0, failed: succeeded ? 0 : 1, said };
}

function runTests(name: string, words: string[]): Promise<Outcome> {
  const report = join(reports, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return counted(() => runTool('vitest', ['run', ...words, ...reporters]), report, countVitest);
}

/** It stands alone and is a third of all the work: only when something of it changed, and wherever the whole is judged. */
async function runStatistics(): Promise<Outcome> {
  const fingerprint = fingerprintOf(repository, [
    'packages/statistics/**',
    'packages/testing/*.ts',
    'package-lock.json',
    'tsconfig.json',
    'vitest.config.ts',
  ]);
  const succeeded = new Succeeded(cache, 'statistics');
  if (process.env.CI === undefined && succeeded.isAlready(fingerprint)) {
    const skipped =
      'nothing of it, of what is installed or of Node changed since it passed (CI=true runs it)';
    return { passed: 0, failed: 0, said: '', skipped };
  }
  const outcome = await runTests('statistics', ['--project=statistics']);
  if (outcome.failed === 0) succeeded.keep(fingerprint);
  return outcome;
}

async function buildWeb(): Promise<Outcome> {
  await buildWebClient();
  const faults = tooHeavy(firstLoadOf(join(repository, 'dist', 'web')));
  return { passed: 0, failed: faults.length, said: faults.join('\n') };
}

async function runJourneys(): Promise<Outcome> {
  const chromium = await findChromium();
  if ('fault' in chromium) return { passed: 0, failed: 1, said: chromium.fault };
  const report = join(reports, 'journeys.json');
  const environment = { CHROMIUM_PATH: chromium.path, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  return counted(
    () => runTool('playwright', ['test', '--reporter=list,json'], environment),
    report,
    countPlaywright,
  );
}

/** A run that ends badly without one failed test (it did not even begin) counts as one failure. */
async function counted(
  run: () => Promise<{ succeeded: boolean; said: string }>,
  report: string,
  count: (report: unknown) => Counts,
): Promise<Outcome> {
  const { succeeded, said } = await run();
  let counts: Counts = { passed: 0, failed: 0 };
  try {
    counts = count(JSON.parse(readFileSync(report, 'utf8')));
  } catch (error) {
    return { passed: 0, failed: 1, said: `${said}\nIts report could not be read: ${faultText(error)}` };
  }
  return { ...counts, failed: counts.failed === 0 && !succeeded ? 1 : counts.failed, said };
}

async function runStep(title: string, run: () => Promise<Outcome>): Promise<Outcome> {
  const outcome: Outcome = await step(title, run, markOf).catch((error: unknown) => ({
    passed: 0,
    failed: 1,
    said: faultText(error),
  }));
  if (outcome.failed > 0) console.log(`\n${outcome.said}\n`);
  return outcome;
}

const markOf = ({ failed, skipped }: Outcome): string =>
  failed > 0 ? '✗' : skipped === undefined ? '✓' : '–';

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopTool();
    process.exitCode = 1;
  });
}

const run: StepRun[] = [];
for (const { title, run: work } of steps) {
  if (process.exitCode === 1) break;
  const started = performance.now();
  const { passed, failed, skipped } = await runStep(title, work);
  const seconds = (performance.now() - started) / 1000;
  run.push({ title, seconds, passed, failed, ...(skipped === undefined ? {} : { skipped }) });
}
rmSync(reports, { recursive: true, force: true });
const { passed, failed } = sum(run);
const before = JSON.parse(readIfThere(runsFile) ?? '[]') as StepRun[][];
const agreed = JSON.parse(readIfThere(sizesFile) ?? '{}') as Sizes;
console.log(`\n${told(run, before, agreed).join('\n')}`);
if (failed === 0 && process.exitCode !== 1) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(runsFile, JSON.stringify([run, ...before].slice(0, RUNS_KEPT)));
  // Whoever lets the suite grow says so with this, and the change is seen with theirs.
  if (process.argv.includes('--agree'))
    writeFileSync(sizesFile, `${JSON.stringify({ ...agreed, ...sizesOf(run) }, null, 2)}\n`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || process.exitCode === 1 ? 1 : 0);
