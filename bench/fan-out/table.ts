import { median } from '../median.ts';
import type { Stops } from './collections.ts';
import type { LoadAnswer } from './load/index.ts';
import type { Cost, Memory } from './measured-process.ts';

/** Milliseconds during one run: at work, and ready to work without a core to do it on. */
type Spent = { readonly cpu: number; readonly waiting: number };

/** One server under one load. */
export type Run = LoadAnswer &
  Pick<Cost, 'heldUp' | 'collections' | 'mostResident'> & {
    /** Milliseconds. */
    readonly elapsed: number;
    readonly server: Spent;
    readonly others: Pick<Spent, 'cpu'> | null;
    readonly database: Spent | null;
  };

/** By opening all streams. */
export type Growth = { readonly before: Memory; readonly after: Memory };

type Kind = 'bare' | 'embedded' | 'external';

export type Outcome = {
  readonly wanted: {
    readonly teams: number;
    readonly listeners: number;
    readonly seconds: number;
    readonly servers: number;
  };
  readonly processors: number;
  readonly memory: Readonly<Record<Kind, Growth>>;
  readonly rounds: readonly (Readonly<Record<Kind, Run>> & { readonly loadAverage: number })[];
};

type Line = readonly [
  what: string,
  of: (run: Run) => number,
  /** Whether one column divided by another says anything. */
  hasRatio?: 'ratio',
];

const percentOf = (run: Run, milliseconds = Number.NaN) => (milliseconds / run.elapsed) * 100;
const perCommand = (run: Run, milliseconds = Number.NaN) => milliseconds / run.sent;
const meanOf = ({ total, count }: Stops) => (count === 0 ? Number.NaN : total / count);

const lines: readonly Line[] = [
  ['answer to the sender, p50 (ms)', (run) => run.acknowledge.p50, 'ratio'],
  ['answer to the sender, p99 (ms)', (run) => run.acknowledge.p99, 'ratio'],
  ['answer to the sender, max (ms)', (run) => run.acknowledge.max],
  ['heard by a listener, p50 (ms)', (run) => run.deliver.p50, 'ratio'],
  ['heard by a listener, p99 (ms)', (run) => run.deliver.p99, 'ratio'],
  ['heard by a listener, max (ms)', (run) => run.deliver.max],
  ['server, of one core (%)', (run) => percentOf(run, run.server.cpu), 'ratio'],
  ['- at work, per command (ms)', (run) => perCommand(run, run.server.cpu), 'ratio'],
  ['- waiting for a core, per command (ms)', (run) => perCommand(run, run.server.waiting)],
  ['database, of one core (%)', (run) => percentOf(run, run.database?.cpu), 'ratio'],
  ['- at work, per command (ms)', (run) => perCommand(run, run.database?.cpu), 'ratio'],
  ['- waiting for a core, per command (ms)', (run) => perCommand(run, run.database?.waiting)],
  ['other servers, of one core (%)', (run) => percentOf(run, run.others?.cpu)],
  ['minor collections', (run) => run.collections.minor.count],
  ['- share of the time (%)', (run) => percentOf(run, run.collections.minor.total)],
  ['- mean (ms)', (run) => meanOf(run.collections.minor)],
  ['- longest (ms)', (run) => run.collections.minor.longest],
  ['major collections', (run) => run.collections.major.count],
  ['- share of the time (%)', (run) => percentOf(run, run.collections.major.total)],
  ['- mean (ms)', (run) => meanOf(run.collections.major)],
  ['- longest (ms)', (run) => run.collections.major.longest],
  ['server held up, longest (ms)', (run) => run.heldUp],
  ['generator late, p99 (ms)', (run) => run.ownDelay.p99],
  ['bytes per event', (run) => run.frameBytes],
  ['commands sent', (run) => run.sent],
  ['refused or unanswered', (run) => run.refused + run.unanswered],
  ['deliveries lost', (run) => run.lost],
  ['deliveries doubled', (run) => run.doubled],
];

/** Medians over the rounds; a ratio is the median of each round's own ratio. */
export function tableOf({ wanted, processors, memory, rounds }: Outcome): string {
  const times = lines.map(([what, of, hasRatio]) => {
    const value = (kind: Kind) => median(rounds.map((round) => of(round[kind])));
    const ratio = (under: Kind) =>
      hasRatio ? median(rounds.map((round) => of(round.external) / of(round[under]))) : Number.NaN;
    return row(what, value('bare'), value('embedded'), value('external'), ratio('bare'), ratio('embedded'));
  });
  const perStream = (what: 'held' | 'resident') => {
    const value = (kind: Kind) =>
      (memory[kind].after[what] - memory[kind].before[what]) / (wanted.teams * wanted.listeners) / 1000;
    const [bare, embedded, external] = [value('bare'), value('embedded'), value('external')];
    return row(
      `memory ${what}, per stream (kB)`,
      bare,
      embedded,
      external,
      external / bare,
      external / embedded,
    );
  };
  const inAll = (what: string, of: (kind: Kind) => number) =>
    row(what, of('bare') / 1e6, of('embedded') / 1e6, of('external') / 1e6);
  const loads = rounds.map(({ loadAverage }) => loadAverage.toFixed(1)).join(', ');
  return [
    `\n${wanted.teams} teams × ${wanted.listeners} listeners, one command per team per second, ${rounds.length} × ${wanted.seconds} s; ` +
      `${wanted.servers} server${wanted.servers > 1 ? 's' : ''} on the external database`,
    `${processors} processors, load average before each round ${loads}`,
    `${' '.repeat(60)}external divided by`,
    `${''.padEnd(WIDTH)}${['bare', 'embedded', 'external', 'bare', 'embedded'].map((head) => head.padStart(10)).join('')}`,
    ...times,
    perStream('held'),
    perStream('resident'),
    inAll('memory resident, all streams (MB)', (kind) => memory[kind].after.resident),
    inAll('memory resident, the most (MB)', (kind) =>
      Math.max(...rounds.map((round) => round[kind].mostResident)),
    ),
    '',
  ].join('\n');
}

const WIDTH = 40;

function row(what: string, ...values: number[]): string {
  return `${what.padEnd(WIDTH)}${values.map((value) => shown(value).padStart(10)).join('')}`.trimEnd();
}

function shown(value: number): string {
  if (Number.isNaN(value)) return '';
  if (Number.isInteger(value)) return String(value);
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}
