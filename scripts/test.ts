import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultText } from '#packages/database/embedded';
import { findChromium } from './chromium.ts';
import { step } from './progress.ts';
import { type Counts, countPlaywright, countVitest, sum } from './test-counts.ts';
import { runTool, stopTool } from './test-tool.ts';
import { buildWebClient } from './web-client.ts';

const reports = mkdtempSync(join(tmpdir(), 'samenbeter-reports-'));

interface Outcome extends Counts {
  /** Shown when something failed. */
  readonly said: string;
}

/** In this order: quick to fail first. To add a step, add a line. */
const steps: readonly { title: string; run: () => Promise<Outcome> }[] = [
  { title: 'Types', run: () => check('tsc', ['--build']) },
  { title: 'Format and lint', run: () => check('biome', ['ci', '--colors=off', '.']) },
  { title: 'Unused code and dependencies', run: () => check('knip', ['--no-progress']) },
  { title: 'Web client', run: buildWeb },
  { title: 'Tests', run: runTests },
  { title: 'Journeys in a real browser', run: runJourneys },
];

async function check(tool: string, words: string[]): Promise<Outcome> {
  const { succeeded, said } = await runTool(tool, words);
  return { passed: 0, failed: succeeded ? 0 : 1, said };
}

function runTests(): Promise<Outcome> {
  const report = join(reports, 'tests.json');
  return counted(
    () => runTool('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]),
    report,
    countVitest,
  );
}

async function buildWeb(): Promise<Outcome> {
  await buildWebClient();
  return { passed: 0, failed: 0, said: '' };
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
  const outcome = await step(title, run, (ended) => (ended.failed === 0 ? '✓' : '✗')).catch(
    (error: unknown) => ({
      passed: 0,
      failed: 1,
      said: faultText(error),
    }),
  );
  if (outcome.failed > 0) console.log(`\n${outcome.said}\n`);
  return outcome;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopTool();
    process.exitCode = 1;
  });
}

const outcomes: Outcome[] = [];
for (const { title, run } of steps) {
  if (process.exitCode === 1) break;
  outcomes.push(await runStep(title, run));
}
rmSync(reports, { recursive: true, force: true });
const { passed, failed } = sum(outcomes);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || process.exitCode === 1 ? 1 : 0);
