import { Refused, Unreachable } from '#packages/http/client';
import { isRefusal, newId, type Refusal } from '#packages/kernel';
import { runCommand, undoOf } from '../run.ts';
import {
  type AnyState,
  type CommandCall,
  type CommandResult,
  type LogEntry,
  type StreamDefinition,
  WIRE_VERSION,
} from '../stream.ts';
import type { Declined, Presence, Store, Transport, Waiting } from './ports.ts';
import { Replica } from './replica.ts';
import { barsDevice, Sender } from './sender.ts';

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

export type Sent = { readonly id: string; readonly undo: CommandCall | null };

const NOBODY: Presence = { members: [], displays: 0, guests: 0 };
const SAVE_AFTER_MS = 1000;
/** Smaller differences are travel time, and a clock that hops is worse than one that is a blink off. */
const CLOCK_TOLERANCE_MS = 300;

/**
 * One team's board on one device: shows it (`Replica`), sends what was done here (`Sender`), follows the log.
 * Framework-free; all contact with the outside by ports.
 */
export class TeamClient<S extends AnyState> {
  readonly #definition: StreamDefinition;
  readonly #transport: Transport;
  readonly #store: Store;
  readonly #memberId: string | null;
  readonly #replica: Replica;
  readonly #sender: Sender;
  readonly #watchers = new Set<() => void>();

  #declined: readonly Declined[] = [];
  #connection: Connection = 'opening';
  #presence = NOBODY;
  #clockOffset = 0;
  #view: View<S>;
  #following: { close: () => void } | null = null;
  #isConnected = false;
  #saveTimer: ReturnType<typeof setTimeout> | null = null;

  /** For sharing with other tabs: a line of the log moved the state on; a command was kept here; answers came. */
  onEntry: ((entry: LogEntry) => void) | null = null;
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
    this.#memberId = parts.memberId;
    this.#replica = new Replica(parts.definition, parts.teamId);
    this.#sender = new Sender({
      ...parts,
      outcome: {
        answered: (now) => this.#hearClock(now),
        settled: (results, declined) => {
          this.settled(results, declined);
          this.onSettled?.(results, declined);
        },
        unreachable: () => this.setConnection('offline'),
        barred: (refusal) => this.setConnection(connectionAfter(refusal)),
      },
    });
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
    this.#replica.recall(kept.snapshot, kept.waiting.filter(this.#sender.isMine));
    this.#declined = kept.declined;
    this.#changed();
  }

  /** Gets the board and follows it: for the one tab that keeps the connection. */
  async connect(): Promise<void> {
    this.#isConnected = true;
    this.#sender.start();
    await this.refresh();
    if (!this.#isConnected || this.#following) return;
    this.#following = this.#transport.follow(() => this.#replica.seq, {
      hello: ({ version, now }) => {
        this.#hearClock(now);
        this.setConnection(version === WIRE_VERSION ? 'live' : 'outdated');
        void this.flush();
      },
      entry: (entry) => this.receive(entry),
      presence: (presence) => this.receivePresence(presence),
      reset: () => void this.refresh(true),
      lost: () => this.setConnection('offline'),
      closed: (refusal) => this.setConnection(connectionAfter(refusal)),
    });
    void this.flush();
  }

  disconnect(): void {
    this.#isConnected = false;
    this.#sender.stop();
    this.#following?.close();
    this.#following = null;
    void this.#save();
  }

  /** Fetches the whole board: the first time, after a gap, or `anew` when the log does not reach back far enough. */
  async refresh(anew = false): Promise<void> {
    try {
      const snapshot = await this.#transport.snapshot();
      this.#hearClock(snapshot.now);
      if (snapshot.version !== WIRE_VERSION) {
        this.setConnection('outdated');
        return;
      }
      this.#replica.adopt(snapshot, anew);
      this.#saveSoon();
      this.#changed();
    } catch (error) {
      if (error instanceof Refused) this.setConnection(connectionAfter(error.refusal));
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
    const at = new Date(this.now()).toISOString();
    const waiting: Waiting = { id: newId(), name, payload, at, memberId: this.#memberId };
    const outcome = runCommand(this.#definition, before, waiting, this.#replica.context(waiting));
    if (isRefusal(outcome)) return outcome;
    const undo = undoOf(this.#definition, before, waiting);
    this.adoptWaiting(waiting);
    await this.#store.addWaiting(waiting);
    this.onSent?.(waiting);
    void this.flush();
    return { id: waiting.id, undo };
  }

  /** Sends everything that waits, oldest first. */
  flush(): Promise<void> {
    return this.#sender.flush();
  }

  /** One line of the log, from the server or from another tab. */
  receive(entry: LogEntry): void {
    const outcome = this.#replica.apply(entry);
    if (outcome === 'gap') void this.refresh();
    if (outcome !== 'applied') return;
    this.onEntry?.(entry);
    this.#saveSoon();
    this.#changed();
  }

  receivePresence(presence: Presence): void {
    this.#presence = presence;
    this.#changed();
  }

  /** What was done here, or in another tab of this browser: shown, and sent by whoever keeps the connection. */
  adoptWaiting(waiting: Waiting): void {
    this.#replica.add(waiting);
    this.#changed();
  }

  settled(results: readonly CommandResult[], declined: readonly Declined[]): void {
    this.#replica.answered(results);
    const known = new Set(this.#declined.map(({ id }) => id));
    this.#declined = [...this.#declined, ...declined.filter(({ id }) => !known.has(id))];
    this.#changed();
  }

  async dismiss(id: string): Promise<void> {
    this.#declined = this.#declined.filter((declined) => declined.id !== id);
    this.#changed();
    await this.#store.dismiss(id);
  }

  setConnection(connection: Connection): void {
    if (this.#connection === connection) return;
    this.#connection = connection;
    if (connection === 'gone' || connection === 'signed-out') this.#following?.close();
    this.#changed();
  }

  /** Milliseconds since 1970 on the server's clock, as well as this device knows it. */
  now(): number {
    return Date.now() + this.#clockOffset;
  }

  #hearClock(now: string): void {
    const offset = Date.parse(now) - Date.now();
    if (Math.abs(offset - this.#clockOffset) > CLOCK_TOLERANCE_MS) this.#clockOffset = offset;
  }

  #saveSoon(): void {
    this.#saveTimer ??= setTimeout(() => void this.#save(), SAVE_AFTER_MS);
  }

  async #save(): Promise<void> {
    if (this.#saveTimer) clearTimeout(this.#saveTimer);
    this.#saveTimer = null;
    const { snapshot } = this.#replica;
    if (snapshot) await this.#store.saveSnapshot(snapshot);
  }

  #changed(): void {
    this.#view = this.#makeView();
    for (const watcher of this.#watchers) watcher();
  }

  #makeView(): View<S> {
    return {
      state: this.#replica.shown() as S | null,
      connection: this.#connection,
      unsent: this.#replica.unsent,
      declined: this.#declined,
      presence: this.#presence,
      clockOffset: this.#clockOffset,
    };
  }
}

/** Where a refusal of a whole request leaves this device. */
function connectionAfter(refusal: Refusal): Connection {
  if (!barsDevice(refusal)) return 'offline';
  return refusal.refused === 'sign-in-first' ? 'signed-out' : 'gone';
}
