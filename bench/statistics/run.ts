import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { median } from '../median.ts';

/** See ../README.md. Three analyses of ours beside the same three in R, where R is installed, in turns. */
const { values: words } = parseArgs({
  options: {
    /** A file for the figures. */
    json: { type: 'string' },
    /** How often an analysis is repeated in one process. */
    rounds: { type: 'string', default: '6' },
  },
});

const tasks = [
  { name: 'barometer', what: 'multilevel model, 4,846 rows' },
  { name: 'national', what: 'multilevel model, 99,911 rows' },
  { name: 'schools', what: 'mixed ANOVA, 6,177 × 4' },
] as const;

const Measured = z.object({
  milliseconds: z.array(z.number()),
  megabytes: z.number(),
  answer: z.number(),
  engine: z.string(),
});
type Measured = z.infer<typeof Measured>;

function measure(program: string, file: string, task: string): Measured {
  const run = spawnSync(program, [join(import.meta.dirname, file), task, words.rounds], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${program} ${file} ${task} failed:\n${run.stderr}`);
  return Measured.parse(JSON.parse(run.stdout));
}

/** Of all runs but the first, which also compiles and has a column of its own. */
const settled = ({ milliseconds }: Measured): number => median(milliseconds.slice(1));

const hasR = spawnSync('Rscript', ['--version']).status === 0;
if (!hasR) console.log('R is not installed: our own figures only.');

const outcomes = tasks.map(({ name, what }) => {
  const ours = measure(process.execPath, 'ours.ts', name);
  const theirs = hasR ? measure('Rscript', 'peer.R', name) : null;
  if (theirs && Math.abs(ours.answer / theirs.answer - 1) > 1e-4) {
    throw new Error(
      `${what}: ours says ${ours.answer}, R says ${theirs.answer}. A wrong answer has no speed.`,
    );
  }
  return { what, ours, theirs };
});

const cell = (text: string, width = 12): string => text.padStart(width);
console.log(
  `${''.padEnd(32)}${cell('ours')}${cell('first run')}${cell('R')}${cell('R / ours')}${cell('ours, MB')}${cell('R, MB')}`,
);
for (const { what, ours, theirs } of outcomes) {
  const [own, peer] = [settled(ours), theirs ? settled(theirs) : null];
  console.log(
    [
      what.padEnd(32),
      cell(`${own.toFixed(1)} ms`),
      cell(`${ours.milliseconds[0]?.toFixed(1)} ms`),
      cell(peer === null ? '' : `${peer.toFixed(0)} ms`),
      cell(peer === null ? '' : (peer / own).toFixed(1)),
      cell(String(ours.megabytes)),
      cell(theirs ? String(theirs.megabytes) : ''),
    ].join(''),
  );
}
if (words.json) writeFileSync(words.json, `${JSON.stringify(outcomes, null, 2)}\n`);
