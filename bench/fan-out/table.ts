import { median } from '../median.ts';
import type { LoadAnswer } from './load/index.ts';
import type { Cost } from './measured-process.ts';

/** One server under one load; processor time in percent of one core. */
type Run = LoadAnswer & {
  readonly serverCpu: number;
  readonly databaseCpu: number;
  readonly heldUp: Cost['heldUp'];
};
export type Round = { readonly bare: Run; readonly product: Run };

export type Outcome = {
  readonly wanted: { readonly teams: number; readonly listeners: number; readonly seconds: number };
  readonly memory: Readonly<Record<'bare' | 'product', { readonly before: Cost; readonly after: Cost }>>;
  readonly rounds: readonly Round[];
};

type Line = readonly [
  what: string,
  unit: string,
  of: (run: Run) => number,
  /** Whether product divided by bare says anything. */
  hasRatio: boolean,
];

const lines: readonly Line[] = [
  ['answer to the sender, p50', 'ms', (run) => run.acknowledge.p50, true],
  ['answer to the sender, p99', 'ms', (run) => run.acknowledge.p99, true],
  ['answer to the sender, max', 'ms', (run) => run.acknowledge.max, false],
  ['heard by a listener, p50', 'ms', (run) => run.deliver.p50, true],
  ['heard by a listener, p99', 'ms', (run) => run.deliver.p99, true],
  ['heard by a listener, max', 'ms', (run) => run.deliver.max, false],
  ['server, of one core', '%', (run) => run.serverCpu, true],
  ['database, of one core', '%', (run) => run.databaseCpu, false],
  ['server held up, p99', 'ms', (run) => run.heldUp.p99, false],
  ['generator late, p99', 'ms', (run) => run.ownDelay.p99, false],
  ['bytes per event', 'B', (run) => run.frameBytes, false],
  ['commands sent', '', (run) => run.sent, false],
  ['refused or unanswered', '', (run) => run.refused + run.unanswered, false],
  ['deliveries lost', '', (run) => run.lost, false],
  ['deliveries doubled', '', (run) => run.doubled, false],
];

/** Medians over the rounds; the ratio is the median of each round's own ratio. */
export function tableOf({ wanted, memory, rounds }: Outcome): string {
  const rows = lines.map(([what, unit, of, hasRatio]) => {
    const ratio = hasRatio ? median(rounds.map(({ bare, product }) => of(product) / of(bare))) : null;
    return row(
      `${what}${unit ? ` (${unit})` : ''}`,
      median(rounds.map((round) => of(round.bare))),
      median(rounds.map((round) => of(round.product))),
      ratio,
    );
  });
  const perStream = (kind: 'bare' | 'product') =>
    (memory[kind].after.rss - memory[kind].before.rss) / (wanted.teams * wanted.listeners) / 1000;
  return [
    `\n${wanted.teams} teams × ${wanted.listeners} listeners, one command per team per second, ${rounds.length} × ${wanted.seconds} s`,
    `${''.padEnd(34)}${'bare'.padStart(10)}${'product'.padStart(10)}${'ratio'.padStart(8)}`,
    ...rows,
    row(
      'memory per stream (kB)',
      perStream('bare'),
      perStream('product'),
      perStream('product') / perStream('bare'),
    ),
    row('memory with all streams (MB)', memory.bare.after.rss / 1e6, memory.product.after.rss / 1e6, null),
    '',
  ].join('\n');
}

function row(what: string, bare: number, product: number, ratio: number | null): string {
  return `${what.padEnd(34)}${shown(bare).padStart(10)}${shown(product).padStart(10)}${(ratio === null ? '' : shown(ratio)).padStart(8)}`;
}

const shown = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(value < 100 ? 1 : 0);
