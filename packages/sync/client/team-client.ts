import { dayIn, isRefusal, newId, type Refusal } from '#packages/kernel';
import { runCommand, undoOf } from '../run.ts';
import {
  type AnyState,
  applyChanges,
  type CommandCall,
  type CommandContext,
  type CommandResult,
  emptyState,
  type LogEntry,
  type Snapshot,
  type StreamDefinition,
  WIRE_VERSION,
} from '../stream.ts';
import {
  type Declined,
  type Presence,
  Refused,
  type Store,
  type Transport,
  Unreachable,
  type Waiting,
} from './ports.ts';

export type Connection =
  /** No answer yet since this page opened. */
  | 'opening'
  | 'live'
  /** What is done here is kept and goes out when the network is back. */
  | 'offline'
  /** The server speaks a newer language: reload; nothing is lost. */
  | 'outdated'
  | 'signed-out'
  /** No longer in this team, or the team is not there. */
  | 'gone';

export type View<S> = {
  /** Null until something is known: from the server, or from the last visit. */
  readonly state: S | null;
  readonly connection: Connection;
  /** Commands that no server has acknowledged yet. */
  readonly unsent: readonly Waiting[];
  readonly declined: readonly Declined[];
  readonly presence: Presence;
  /** Server clock minus this device's clock, in milliseconds. */
  readonly clockOffset: number;
};

type Pending = Waiting & { readonly acknowledged: number | null };

export type Sent = { readonly id: string; readonly undo: CommandCall | null };

const NOBODY: Presence = { members: [], displays: 0, guests: 0 };
const MOST_AT_ONCE = 20;
/** So often in a row the server may break over one command before it is laid aside, so that the rest can go on. */
const MOST_FAULTS = 5;
const RETRY_MS = [500, 1000, 2000, 4000, 8000, 15_000];

/**
 * One team's board on one device: shows the confirmed state with what this device did on top of it, keeps what
 * is unsent until the server has answered, and follows the log. Framework-free; all outside contact by ports.
 */
export class TeamClient<S extends AnyState> {
  readonly #definition: StreamDefinition;
  readonly #transport: Transport;
  readonly #store: Store;
  readonly #teamId: string;
  readonly #watchers = new Set<() => void>();

  #confirmed: AnyState | null = null;
  #seq = 0;
  #pending: Pending[] = [];
  #declined: Declined[] = [];
  #connection: Connection = 'opening';
  #presence = NOBODY;
  #clockOffset = 0;
  #memberId: string | null;
  #view: View<S>;

  #following: { close: () => void } | null = null;
  #flushing: Promise<void> | null = null;
  #flushAgain = false;
  #failures = 0;
  #retryTimer: ReturnType<typeof setTimeout> | null = null;
  #saveTimer: ReturnType<typeof setTimeout> | null = null;
  #stopped = true;
  /** Called for each entry that moved the confirmed state on, so that other tabs can be told. */
  onEntry: ((entry: LogEntry) => void) | null = null;
  /** A command was kept on this device. */
  onSent: ((waiting: Waiting) => void) | null = null;
  onSettled: ((results: readonly CommandResult[], declined: readonly Declined[]) => void) | null = null;

  constructor(parts: {
    definition: StreamDefinition;
    transport: Transport;
    store: Store;
    teamId: string;
    memberId: string | null;
  }) {
    this.#definition = parts.definition;
    this.#transport = parts.transport;
    this.#store = parts.store;
    this.#teamId = parts.teamId;
    this.#memberId = parts.memberId;
    this.#view = this.#makeView();
  }

  readonly view = (): View<S> => this.#view;

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** Shows what the last visit left on this device. */
  async open(): Promise<void> {
    const kept = await this.#store.load();
    if (kept.snapshot?.version === WIRE_VERSION && this.#confirmed === null) {
      this.#confirmed = { ...emptyState(this.#definition), ...kept.snapshot.state };
      this.#seq = kept.snapshot.seq;
    }
    const known = new Set(this.#pending.map((pending) => pending.id));
    this.#pending = [
      ...kept.waiting
        .filter((one) => !known.has(one.id) && this.#isMine(one))
        .map((waiting) => ({ ...waiting, acknowledged: null })),
      ...this.#pending,
    ];
    this.#declined = [...kept.declined];
    this.#changed();
  }

  /** Gets the board and follows it: for the one tab that keeps the connection. */
  async connect(): Promise<void> {
    this.#stopped = false;
    await this.refresh();
    if (this.#stopped || this.#following) return;
    this.#following = this.#transport.follow(() => this.#seq, {
      hello: ({ version, now }) => {
        this.#hearClock(now);
        this.setConnection(version === WIRE_VERSION ? 'live' : 'outdated');
        void this.flush();
      },
      entry: (entry) => this.receive(entry),
      presence: (presence) => this.receivePresence(presence),
      reset: () => void this.refresh(),
      lost: () => this.setConnection('offline'),
      closed: (refusal) => this.setConnection(standingAfter(refusal) ?? 'offline'),
    });
    void this.flush();
  }

  disconnect(): void {
    this.#stopped = true;
    this.#following?.close();
    this.#following = null;
    if (this.#retryTimer) clearTimeout(this.#retryTimer);
    this.#retryTimer = null;
    void this.#save();
  }

  /** Fetches the whole board: the first time, or when the log does not reach back far enough. */
  async refresh(): Promise<void> {
    try {
      this.#adopt(await this.#transport.snapshot());
    } catch (error) {
      if (error instanceof Refused) this.setConnection(standingAfter(error.refusal) ?? 'offline');
      else if (error instanceof Unreachable) this.setConnection('offline');
      else throw error;
    }
  }

  /**
   * Does something: seen at once, kept on this device, sent as soon as it can be.
   * A refusal that can be told here already is the answer, and nothing was changed.
   */
  async send(name: string, payload: unknown): Promise<Sent | Refusal> {
    const before = this.#view.state;
    if (!before) return { refused: 'not-open-yet' };
    const outcome = runCommand(
      this.#definition,
      before,
      { name, payload },
      this.#context(new Date(this.now()).toISOString()),
    );
    if (isRefusal(outcome)) return outcome;
    const undo = undoOf(this.#definition, before, { name, payload });
    const waiting: Waiting = {
      id: newId(),
      name,
      payload,
      at: new Date(this.now()).toISOString(),
      memberId: this.#memberId,
    };
    this.#pending = [...this.#pending, { ...waiting, acknowledged: null }];
    this.#changed();
    await this.#store.addWaiting(waiting);
    this.onSent?.(waiting);
    void this.flush();
    return { id: waiting.id, undo };
  }

  /** Sends everything that waits, oldest first. Safe to call at any time; a call during another adds a round to it. */
  flush(): Promise<void> {
    this.#flushAgain = true;
    this.#flushing ??= this.#flushRounds();
    return this.#flushing;
  }

  /** One line of the log, from the server or from another tab. */
  receive(entry: LogEntry): void {
    if (this.#confirmed === null || entry.seq <= this.#seq) return;
    if (entry.seq > this.#seq + 1) {
      void this.refresh();
      return;
    }
    this.#confirmed = applyChanges(this.#confirmed, entry.changes);
    this.#seq = entry.seq;
    this.#forgetConfirmed(entry.commandId);
    this.onEntry?.(entry);
    this.#saveSoon();
    this.#changed();
  }

  receivePresence(presence: Presence): void {
    this.#presence = presence;
    this.#changed();
  }

  /** What another tab of this browser did: shown here too, sent by whoever keeps the connection. */
  adoptWaiting(waiting: Waiting): void {
    if (this.#pending.some(({ id }) => id === waiting.id)) return;
    this.#pending = [...this.#pending, { ...waiting, acknowledged: null }];
    this.#changed();
  }

  settled(results: readonly CommandResult[], declined: readonly Declined[]): void {
    const answers = new Map(results.map((result) => [result.id, result]));
    this.#pending = this.#pending.flatMap((pending) => {
      const answer = answers.get(pending.id);
      if (!answer) return [pending];
      if ('refused' in answer) return [];
      // Still shown from here until the log brings it: no flicker between the answer and the news.
      return answer.seq <= this.#seq ? [] : [{ ...pending, acknowledged: answer.seq }];
    });
    const known = new Set(this.#declined.map(({ id }) => id));
    this.#declined = [...this.#declined, ...declined.filter(({ id }) => !known.has(id))];
    this.#changed();
  }

  async dismiss(id: string): Promise<void> {
    this.#declined = this.#declined.filter((declined) => declined.id !== id);
    this.#changed();
    await this.#store.dismiss(id);
  }

  /** Milliseconds since 1970 on the server's clock, as well as this device knows it. */
  now(): number {
    return Date.now() + this.#clockOffset;
  }

  async #flushRounds(): Promise<void> {
    try {
      while (this.#flushAgain) {
        this.#flushAgain = false;
        await this.#flush();
      }
    } finally {
      // In the same breath as the last look at #flushAgain, so that no call can fall between the two.
      this.#flushing = null;
    }
  }

  async #flush(): Promise<void> {
    if (this.#retryTimer) clearTimeout(this.#retryTimer);
    this.#retryTimer = null;
    while (!this.#stopped) {
      const waiting = (await this.#store.waiting()).filter((one) => this.#isMine(one));
      if (waiting.length === 0) return;
      const batch = waiting.slice(0, this.#failures > 0 ? 1 : MOST_AT_ONCE);
      try {
        const sent = batch.map(({ id, name, payload }) => ({ id, name, payload }));
        const { now, results } = await this.#transport.send(sent);
        this.#hearClock(now);
        this.#failures = 0;
        await this.#settle(batch, results);
      } catch (error) {
        if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
        if (!(await this.#goOnAfter(error, batch))) return;
      }
    }
  }

  /** After a request that failed as a whole: true when the next one may go out at once. */
  async #goOnAfter(error: Refused | Unreachable, batch: readonly Waiting[]): Promise<boolean> {
    if (error instanceof Unreachable) this.setConnection('offline');
    else {
      const { refusal } = error;
      const standing = standingAfter(refusal);
      if (standing) {
        this.setConnection(standing);
        return false;
      }
      if (batch.length === 1 && this.#isFinal(refusal)) {
        this.#failures = 0;
        await this.#settle(
          batch,
          batch.map(({ id }) => ({ id, ...refusal })),
        );
        return true;
      }
    }
    this.#retryLater();
    return false;
  }

  /** A refusal that asking again will not change. A fault may pass; one that keeps coming back is about this command. */
  #isFinal({ refused }: Refusal): boolean {
    if (refused === 'too-often' || refused === 'unavailable') return false;
    return refused !== 'fault' || this.#failures >= MOST_FAULTS;
  }

  /** What somebody else left waiting in this browser is theirs to send, when they sign in again. */
  #isMine({ memberId }: Waiting): boolean {
    return memberId === this.#memberId;
  }

  async #settle(batch: readonly Waiting[], results: readonly CommandResult[]): Promise<void> {
    const declined = batch.flatMap((waiting) => {
      const result = results.find(({ id }) => id === waiting.id);
      if (!result || !('refused' in result)) return [];
      const { id: _, ...refusal } = result;
      return [{ ...waiting, refusal }];
    });
    await this.#store.settle(
      results.map(({ id }) => id),
      declined,
    );
    this.settled(results, declined);
    this.onSettled?.(results, declined);
  }

  #retryLater(): void {
    const wait = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)] ?? 1000;
    this.#failures += 1;
    this.#retryTimer = setTimeout(() => void this.flush(), wait * (0.75 + Math.random() / 2));
  }

  #adopt(snapshot: Snapshot): void {
    this.#hearClock(snapshot.now);
    if (snapshot.version !== WIRE_VERSION) {
      this.setConnection('outdated');
      return;
    }
    if (this.#confirmed === null || snapshot.seq !== this.#seq) {
      this.#confirmed = { ...emptyState(this.#definition), ...snapshot.state };
      this.#seq = snapshot.seq;
    }
    this.#forgetConfirmed(null);
    this.#saveSoon();
    this.#changed();
  }

  #forgetConfirmed(commandId: string | null): void {
    this.#pending = this.#pending.filter(
      ({ id, acknowledged }) => id !== commandId && (acknowledged === null || acknowledged > this.#seq),
    );
  }

  #context(now: string): CommandContext {
    return { teamId: this.#teamId, memberId: this.#memberId, now, today: dayIn(Date.parse(now)) };
  }

  #hearClock(now: string): void {
    const offset = Date.parse(now) - Date.now();
    // Smaller differences are travel time, and a clock that hops is worse than one that is a blink off.
    if (Math.abs(offset - this.#clockOffset) > 300) this.#clockOffset = offset;
  }

  setConnection(connection: Connection): void {
    if (this.#connection === connection) return;
    this.#connection = connection;
    if (connection === 'gone' || connection === 'signed-out') this.#following?.close();
    this.#changed();
  }

  #saveSoon(): void {
    this.#saveTimer ??= setTimeout(() => void this.#save(), 1000);
  }

  async #save(): Promise<void> {
    if (this.#saveTimer) clearTimeout(this.#saveTimer);
    this.#saveTimer = null;
    if (this.#confirmed)
      await this.#store.saveSnapshot({ seq: this.#seq, version: WIRE_VERSION, state: this.#confirmed });
  }

  #changed(): void {
    this.#view = this.#makeView();
    for (const watcher of this.#watchers) watcher();
  }

  #makeView(): View<S> {
    return {
      state: this.#confirmed ? (this.#replay(this.#confirmed) as S) : null,
      connection: this.#connection,
      unsent: this.#pending.filter(({ acknowledged }) => acknowledged === null),
      declined: this.#declined,
      presence: this.#presence,
      clockOffset: this.#clockOffset,
    };
  }

  /** Confirmed state + what is not confirmed yet, in order. What no longer fits is left out: the server will say so. */
  #replay(confirmed: AnyState): AnyState {
    let state = confirmed;
    for (const pending of this.#pending) {
      const outcome = runCommand(this.#definition, state, pending, {
        ...this.#context(pending.at),
        memberId: pending.memberId,
      });
      if (!isRefusal(outcome)) state = applyChanges(state, outcome);
    }
    return state;
  }
}

/** What a refusal says about this device's place at the board; null when it says nothing about that. */
function standingAfter({ refused }: Refusal): Connection | null {
  if (refused === 'sign-in-first') return 'signed-out';
  return refused === 'not-found' ? 'gone' : null;
}
