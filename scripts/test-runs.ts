import type { Counts } from './test-counts.ts';

/** What is kept of one step: how long it took here, and how much there was to do. */
export interface StepRun extends Counts {
  readonly title: string;
  readonly seconds: number;
  /** Why there was nothing to do. */
  readonly skipped?: string;
}

/** How much there is to do in each step: the same on every machine, and so what is compared. */
export type Sizes = Readonly<Record<string, number>>;

/** What the whole suite should take on two quiet cores. */
const MOST_SECONDS = 8 * 60;
/** Runs that a median is taken of. */
export const RUNS_KEPT = 5;

export const sizesOf = (run: readonly StepRun[]): Sizes =>
  Object.fromEntries(
    run.flatMap(({ title, passed, failed }) => (passed + failed > 0 ? [[title, passed + failed]] : [])),
  );

const total = (run: readonly StepRun[]): number => run.reduce((sum, { seconds }) => sum + seconds, 0);

function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

/**
 * A line per step, beside the median of the last runs on this machine. Above the eight minutes also what grew since the
 * sizes that were agreed. It is only told: a machine that does other work must not make a run fail.
 */
export function told(
  run: readonly StepRun[],
  before: readonly (readonly StepRun[])[],
  agreed: Sizes,
): readonly string[] {
  const width = Math.max(...run.map(({ title }) => title.length));
  const lines = run.map(({ title, seconds, skipped, passed, failed }) => {
    if (skipped !== undefined) return `  ${title.padEnd(width)}  skipped: ${skipped}`;
    const usual = median(
      before.flatMap((earlier) =>
        earlier.flatMap((step) => (step.title === title && step.skipped === undefined ? [step.seconds] : [])),
      ),
    );
    const tests = passed + failed > 0 ? `, ${passed + failed} tests` : '';
    const beside = usual === null ? '' : `, usually ${usual.toFixed(1)} s`;
    return `  ${title.padEnd(width)}  ${seconds.toFixed(1).padStart(6)} s${beside}${tests}`;
  });
  const all = total(run);
  lines.push(`  ${'Together'.padEnd(width)}  ${all.toFixed(1).padStart(6)} s`);
  if (all <= MOST_SECONDS) return lines;
  const grew = Object.entries(sizesOf(run)).filter(([title, size]) => size > (agreed[title] ?? 0));
  return [
    ...lines,
    `  That is more than ${MOST_SECONDS / 60} minutes. ${
      grew.length > 0
        ? 'More to do than was agreed (scripts/test-sizes.json):'
        : 'There is no more to do than was agreed (scripts/test-sizes.json): the machine was busy, or what there is became slower.'
    }`,
    ...grew.map(([title, size]) => `    ${title}: ${agreed[title] ?? 'nothing agreed'} → ${size} tests`),
  ];
}
