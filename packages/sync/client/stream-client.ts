import { isRefusal, newId, type Refusal } from '#packages/kernel';
import { aboutOf } from '../about.ts';
import { runCommand, undoOf } from '../run.ts';
import {
  type AnyState,
  type CommandCall,
  refText,
  type StreamDefinition,
  type StreamRef,
} from '../stream.ts';
import type { CommandResult, LogEntry, Presence, Snapshot } from '../wire.ts';
import type { Declined, Store, Waiting } from './ports.ts';
import { Replica } from './replica.ts';

export type Connection =
  /** No answer yet since this page opened. */
  | 'opening'
  | 'live'
  /** What is done here is kept and goes out when the network is back. */
  | 'offline'
  /** The server speaks a newer language: reload; nothing is lost. */
  | 'outdated'
  | 'signed-out'
  /** No longer allowed in here, or the stream is not there. */
  | 'gone';

export type View<S> = {
  /** Null until something is known: from the server, or from the last visit. */
  readonly state: S | null;
  readonly connection: Connection;
  /** Commands that no server has acknowledged yet. */
  readonly unsent: readonly Waiting[];
  readonly declined: readonly Declined[];
  readonly presence: Presence;
};

export type Sent = { readonly id: string; readonly undo: CommandCall | null };

/** What a stream's client needs of the device that it is on. */
export type OfDevice = {
  readonly personId: string | null;
  readonly store: Store;
  /** Milliseconds since 1970 on the server's clock, as well as this device knows it. */
  readonly now: () => number;
  /** A command was kept here: it can be sent, and other tabs show it too. */
  readonly kept: (waiting: Waiting) => void;
  /** Something is missing: a snapshot is asked for. `anew`: the log does not reach back far enough. */
  readonly refresh: (client: StreamClient, anew: boolean) => void;
};

const NOBODY: Presence = { members: [], displays: 0, guests: 0 };
const SAVE_AFTER_MS = 1000;

/** One stream on one device: shows it, runs what is done here at once, and applies what the log brings. */
export class StreamClient {
  readonly ref: StreamRef;
  readonly room: string;
  readonly #definition: StreamDefinition;
  readonly #memberId: string | null;
  readonly #device: OfDevice;
  readonly #replica: Replica;
  readonly #watchers = new Set<() => void>();
  #declined: readonly Declined[] = [];
  #connection: Connection = 'opening';
  #presence = NOBODY;
  #view: View<AnyState>;
  #saveTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(parts: {
    ref: StreamRef;
    definition: StreamDefinition;
    memberId: string | null;
    device: OfDevice;
  }) {
    this.ref = parts.ref;
    this.room = refText(parts.ref);
    this.#definition = parts.definition;
    this.#memberId = parts.memberId;
    this.#device = parts.device;
    this.#replica = new Replica(parts.definition, parts.ref);
    this.#view = this.#makeView();
  }

  readonly view = (): View<AnyState> => this.#view;

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** The number up to which everything is known; null as long as nothing is. */
  get cursor(): number | null {
    return this.#replica.isKnown ? this.#replica.seq : null;
  }

  /** Milliseconds since 1970 on the server's clock. */
  now(): number {
    return this.#device.now();
  }

  /** Shows what the last visit left on this device. */
  async open(): Promise<void> {
    const kept = await this.#device.store.load(this.room);
    const mine = kept.waiting.filter(({ personId }) => personId === this.#device.personId);
    this.#replica.recall(kept.snapshot, mine);
    this.#declined = kept.declined;
    this.#changed();
  }

  /**
   * Does something: seen at once, kept on this device, sent as soon as it can be.
   * A refusal that can be told here already is the answer, and nothing was changed.
   */
  async send(name: string, payload: unknown): Promise<Sent | Refusal> {
    const before = this.#view.state;
    if (!before) return { refused: 'not-open-yet' };
    const waiting: Waiting = {
      id: newId(),
      stream: this.room,
      name,
      payload,
      at: new Date(this.now()).toISOString(),
      about: aboutOf(this.#definition, { name, payload }),
      memberId: this.#memberId,
      personId: this.#device.personId,
    };
    const context = this.#replica.context(waiting);
    const outcome = runCommand(this.#definition, before, waiting, context);
    if (isRefusal(outcome)) return outcome;
    const undo = undoOf(this.#definition, before, waiting, context);
    this.adoptWaiting(waiting);
    await this.#device.store.addWaiting(waiting);
    this.#device.kept(waiting);
    return { id: waiting.id, undo };
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
    await this.#device.store.dismiss(id);
  }

  /** The server is there, and speaks of this version of the stream. */
  greet(version: number): void {
    this.setConnection(version === this.#definition.version ? 'live' : 'outdated');
  }

  /** A whole state, asked for because nothing was known, after a gap, or `anew`. */
  adopt(snapshot: Snapshot, anew: boolean): void {
    if (snapshot.version !== this.#definition.version) {
      this.setConnection('outdated');
      return;
    }
    this.#replica.adopt(snapshot, anew);
    this.#saveSoon();
    this.#changed();
  }

  /** One line of the log, from the server or from another tab. */
  receive(entry: LogEntry): void {
    if (this.#connection === 'outdated') return;
    const outcome = this.#replica.apply(entry);
    if (outcome === 'gap') this.#device.refresh(this, false);
    if (outcome !== 'applied') return;
    this.#saveSoon();
    this.#changed();
  }

  receivePresence(presence: Presence): void {
    this.#presence = presence;
    this.#changed();
  }

  setConnection(connection: Connection): void {
    if (this.#connection === connection) return;
    this.#connection = connection;
    this.#changed();
  }

  /** What is known is put on the shelf now. */
  async save(): Promise<void> {
    if (this.#saveTimer) clearTimeout(this.#saveTimer);
    this.#saveTimer = null;
    const { snapshot } = this.#replica;
    if (snapshot) await this.#device.store.saveSnapshot(this.room, snapshot);
  }

  #saveSoon(): void {
    this.#saveTimer ??= setTimeout(() => void this.save(), SAVE_AFTER_MS);
  }

  #changed(): void {
    this.#view = this.#makeView();
    for (const watcher of this.#watchers) watcher();
  }

  #makeView(): View<AnyState> {
    return {
      state: this.#replica.shown(),
      connection: this.#connection,
      unsent: this.#replica.unsent,
      declined: this.#declined,
      presence: this.#presence,
    };
  }
}
