import { median } from '../median.ts';
import type { Stops } from './collections.ts';
import type { ComeBack, LoadAnswer } from './load/index.ts';
import type { Cost, Memory } from './measured-process.ts';

/** Milliseconds during one run: at work, and ready to work without a core to do it on. */
type Spent = { readonly cpu: number; readonly waiting: number };

/** One server under one load. */
export type Run = LoadAnswer &
  Pick<Cost, 'heldUp' | 'collections' | 'mostResident'> & {
    /** Milliseconds. */
    readonly elapsed: number;
    /** One command of every team in one instant, after the others. */
    readonly instant: LoadAnswer;
    readonly server: Spent;
    readonly others: Pick<Spent, 'cpu'> | null;
    readonly database: Spent | null;
  };

/** By opening all streams. */
export type Growth = { readonly before: Memory; readonly after: Memory };

const kinds = ['bare', 'hocuspocus', 'embedded', 'external'] as const;
type Kind = (typeof kinds)[number];

export type Outcome = {
  readonly wanted: {
    readonly teams: number;
    readonly listeners: number;
    readonly seconds: number;
    /** Commands per second. */
    readonly rate: number;
    readonly servers: number;
  };
  /** Null where it was not asked for. */
  readonly restart: ComeBack | null;
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
  ['all teams at once, last answer (ms)', (run) => run.instant.acknowledge.max, 'ratio'],
  ['all teams at once, last heard (ms)', (run) => run.instant.deliver.max, 'ratio'],
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
export function tableOf(outcome: Outcome): string {
  const { wanted, processors, memory, rounds } = outcome;
  const compared = kinds.filter((kind) => kind !== 'external');
  const times = lines.map(([what, of, hasRatio]) => {
    const values = kinds.map((kind) => median(rounds.map((round) => of(round[kind]))));
    const ratios = compared.map((under) =>
      hasRatio ? median(rounds.map((round) => of(round.external) / of(round[under]))) : Number.NaN,
    );
    return row(what, ...values, ...ratios);
  });
  const perStream = (what: 'held' | 'resident') => {
    const value = (kind: Kind) => growthPerStream(outcome, kind, what);
    return row(
      `memory ${what}, per stream (kB)`,
      ...kinds.map(value),
      ...compared.map((under) => value('external') / value(under)),
    );
  };
  const inAll = (what: string, of: (kind: Kind) => number) =>
    row(what, ...kinds.map((kind) => of(kind) / 1e6));
  const loads = rounds.map(({ loadAverage }) => loadAverage.toFixed(1)).join(', ');
  return [
    `\n${wanted.teams} teams × ${wanted.listeners} listeners, ${wanted.rate} commands per second, ${rounds.length} × ${wanted.seconds} s; ` +
      `${wanted.servers} server${wanted.servers > 1 ? 's' : ''} on the external database`,
    `${processors} processors, load average before each round ${loads}`,
    `${' '.repeat(WIDTH + COLUMN * kinds.length)}  external divided by`,
    `${''.padEnd(WIDTH)}${[...kinds, ...compared].map((head) => head.padStart(COLUMN)).join('')}`,
    ...times,
    perStream('held'),
    perStream('resident'),
    inAll('memory resident, all streams (MB)', (kind) => memory[kind].after.resident),
    inAll('memory resident, the most (MB)', (kind) =>
      Math.max(...rounds.map((round) => round[kind].mostResident)),
    ),
    '',
    ...aimsOf(outcome),
    '',
  ].join('\n');
}

function growthPerStream({ memory, wanted }: Outcome, kind: Kind, what: 'held' | 'resident'): number {
  const { before, after } = memory[kind];
  return (after[what] - before[what]) / (wanted.teams * wanted.listeners) / 1000;
}

type Aim = {
  readonly what: string;
  readonly most: number;
  readonly of: (outcome: Outcome) => number;
  /** Commands per second that it is about; any where it does not say. */
  readonly rate?: number;
};

const ofExternal =
  (of: (run: Run, round: Outcome['rounds'][number]) => number) =>
  ({ rounds }: Outcome): number =>
    median(rounds.map((round) => of(round.external, round)));

/** What the write path is to come to, on a machine that does nothing else: medians of the server on the external database. */
const aims: readonly Aim[] = [
  { what: 'answer at 500/s, p99 (ms)', most: 25, rate: 500, of: ofExternal((run) => run.acknowledge.p99) },
  { what: 'heard at 500/s, p99 (ms)', most: 25, rate: 500, of: ofExternal((run) => run.deliver.p99) },
  { what: 'answer at 2,500/s, p99 (ms)', most: 56, rate: 2500, of: ofExternal((run) => run.acknowledge.p99) },
  {
    what: 'processor time of the server, times bare',
    most: 2,
    rate: 500,
    of: ofExternal(
      (run, round) => perCommand(run, run.server.cpu) / perCommand(round.bare, round.bare.server.cpu),
    ),
  },
  {
    what: 'the same, times Hocuspocus (a stretch)',
    most: 1,
    rate: 500,
    of: ofExternal(
      (run, round) =>
        perCommand(run, run.server.cpu) / perCommand(round.hocuspocus, round.hocuspocus.server.cpu),
    ),
  },
  {
    what: 'held per stream, boards included (kB)',
    most: 16,
    of: (outcome) => growthPerStream(outcome, 'external', 'held'),
  },
  { what: 'all teams at once, last heard (ms)', most: 150, of: ofExternal((run) => run.instant.deliver.max) },
  {
    what: 'after a restart, last back (ms)',
    most: 20_000,
    of: ({ restart }) => restart?.lastBack ?? Number.NaN,
  },
  {
    what: '- slowest command meanwhile (ms)',
    most: 250,
    of: ({ restart }) => restart?.slowest ?? Number.NaN,
  },
];

/** Only what this run was about: an aim for another rate is neither met nor missed. */
function aimsOf(outcome: Outcome): string[] {
  return aims
    .filter(({ rate }) => rate === undefined || rate === outcome.wanted.rate)
    .map(({ what, most, of }) => ({ what, most, value: of(outcome) }))
    .filter(({ value }) => !Number.isNaN(value))
    .map(({ what, most, value }) => {
      return `${what.padEnd(WIDTH)}${shown(value).padStart(COLUMN)}  at most ${most}: ${value <= most ? 'met' : 'missed'}`;
    });
}

const WIDTH = 42;
const COLUMN = 11;

function row(what: string, ...values: number[]): string {
  return `${what.padEnd(WIDTH)}${values.map((value) => shown(value).padStart(COLUMN)).join('')}`.trimEnd();
}

function shown(value: number): string {
  if (Number.isNaN(value)) return '';
  if (Number.isInteger(value)) return String(value);
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}
