import type { Database, Transaction } from '#packages/database';
import { dayIn, isRefusal, refuse } from '#packages/kernel';
import { runCommand } from '../run.ts';
import {
  type AnyState,
  applyChanges,
  type Change,
  type CommandMessage,
  type CommandResult,
  type LogEntry,
  type Snapshot,
  type StreamDefinition,
  WIRE_VERSION,
} from '../stream.ts';
import { eventFrame, type Hub, type Listener } from './hub.ts';
import { type Effect, type Loaded, type Place, StreamStorage } from './stream-storage.ts';

/** One command, by somebody whose right to it has been checked already. */
export type Order = {
  readonly school: string;
  readonly team: string;
  readonly person: string | null;
  readonly member: string | null;
  readonly message: CommandMessage;
};

/** A team's stream as this server last saw it. The database's number decides whether that is still true. */
type Cached = Place & { -readonly [K in keyof Loaded]: Loaded[K] };

/** A snapshot before it is written down: its state is a list per kind from then on. */
export type Standing = Omit<Snapshot, 'state'> & { readonly state: AnyState };

const KEPT_STREAMS = 5_000;
const RECENT_COMMANDS = 500;
const LONGEST_CATCH_UP = 2_000;
/** Bytes. More than this is quicker as a fresh snapshot, and would look like a listener that does not read. */
const LARGEST_CATCH_UP = 256 * 1024;
/** Two servers that write to one stream at the same moment give way to each other by waiting a random little while. */
const ATTEMPTS = 30;
const GIVE_WAY_MS = 8;

/**
 * The streams of all teams: runs commands one after the other per team, and tells everybody who follows.
 *
 * A command costs one transaction: the stream's number moves from n to n + 1 only if it still is n, so that two
 * servers can never both write change n + 1; who comes second reads the log and runs the command again.
 */
export class TeamStreams {
  readonly #storage: StreamStorage;
  readonly #definition: StreamDefinition;
  readonly #hub: Hub;
  readonly #now: () => number;
  readonly #cache = new Map<string, Cached>();
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(parts: {
    database: Database;
    definition: StreamDefinition;
    hub: Hub;
    effects?: readonly Effect[];
    announce?: boolean;
  }) {
    this.#storage = new StreamStorage({
      database: parts.database,
      definition: parts.definition,
      effects: parts.effects ?? [],
      announce: parts.announce ?? false,
    });
    this.#definition = parts.definition;
    this.#hub = parts.hub;
    this.#now = parts.database.now;
  }

  /** The moment on the server's clock, as everybody who follows is told it. */
  now(): string {
    return new Date(this.#now()).toISOString();
  }

  /** Runs a command and answers when it is safe on disk. The same id twice is done once, with the same answer. */
  run(order: Order): Promise<CommandResult> {
    return this.#inTurn(order.team, () => this.#run(order));
  }

  /** The whole state with its number; null when the school has no such team. */
  snapshot(school: string, team: string): Promise<Standing | null> {
    return this.#inTurn(team, async () => {
      const stream = await this.#current(school, team);
      if (!stream) return null;
      return {
        version: WIRE_VERSION,
        seq: stream.seq,
        now: this.now(),
        state: stream.state,
      };
    });
  }

  /** Everything after number `after`; 'reset' when the follower must take a fresh snapshot; null when there is no such team. */
  entriesAfter(school: string, team: string, after: number): Promise<LogEntry[] | 'reset' | null> {
    return this.#inTurn(team, async () => {
      const stream = await this.#current(school, team);
      return stream ? this.#entriesAfter(stream, after) : null;
    });
  }

  /**
   * Lets a listener in: first what it missed, then everything as it happens, without a gap between.
   * Answers false when there is no such team. Whoever was shown out meanwhile hears nothing.
   */
  follow(school: string, team: string, after: number, listener: Listener): Promise<boolean> {
    return this.#inTurn(team, async () => {
      const stream = await this.#current(school, team);
      if (!stream) return false;
      const missed = await this.#framesAfter(stream, after);
      if (this.#hub.isShownOut(listener)) return true;
      listener.send(
        eventFrame(
          'hello',
          JSON.stringify({
            version: WIRE_VERSION,
            seq: stream.seq,
            now: this.now(),
          }),
        ),
      );
      if (missed === 'reset') listener.send(eventFrame('reset', '{}'));
      else for (const frame of missed) listener.send(frame);
      this.#hub.enter(team, listener);
      return true;
    });
  }

  /** Another server has written to this stream: read what is new, if anybody here cares. */
  heard(team: string, seq: number): Promise<void> {
    return this.#inTurn(team, async () => {
      const stream = this.#cache.get(team);
      if (stream && stream.seq < seq) await this.#catchUp(stream);
    });
  }

  /** Other servers may have written to any stream, unheard: whoever follows hears it now, what nobody follows is read anew. */
  missed(): void {
    for (const [team, stream] of this.#cache) {
      const isFollowed = this.#hub.hasListeners(team) || this.#hub.isAwaited(team);
      // A database that is away again will be back, and then this is said again.
      this.#inTurn(team, async () => {
        if (isFollowed) await this.#catchUp(stream);
        else this.#cache.delete(team);
      }).catch(() => {});
    }
  }

  /** Makes a team's stream with its first records, inside the caller's transaction. */
  openStream(sql: Transaction, school: string, team: string, changes: readonly Change[]): Promise<void> {
    return this.#storage.open(sql, school, team, changes);
  }

  async #run(order: Order): Promise<CommandResult> {
    const { message } = order;
    const stream = await this.#current(order.school, order.team);
    if (!stream) return { id: message.id, ...refuse('not-found') };
    for (let attempt = 1; ; attempt++) {
      const repeated = stream.recent.get(message.id);
      if (repeated !== undefined) return { id: message.id, seq: repeated };

      const at = this.#now();
      const now = new Date(at).toISOString();
      const context = {
        stream: { kind: 'team', id: order.team },
        memberId: order.member,
        now,
        today: dayIn(at),
      };
      const outcome = runCommand(this.#definition, stream.state, message, context);

      if (isRefusal(outcome) || outcome.length === 0) {
        const standing = await this.#storage.standing(stream, message.id);
        if (standing.done !== null) return { id: message.id, seq: standing.done };
        if (standing.seq === stream.seq || attempt === ATTEMPTS) {
          return isRefusal(outcome) ? { id: message.id, ...outcome } : { id: message.id, seq: stream.seq };
        }
        await this.#catchUp(stream);
        continue;
      }

      const entry: LogEntry = {
        seq: stream.seq + 1,
        commandId: message.id,
        name: message.name,
        by: order.member,
        at: now,
        changes: outcome,
      };
      const after = applyChanges(stream.state, outcome);
      const changesText = JSON.stringify(outcome);
      const { school, team, person } = order;
      const before = stream.state;
      const committed = await this.#storage.append({
        school,
        team,
        person,
        entry,
        changesText,
        before,
        after,
      });
      if (committed === 'done') {
        this.#advance(stream, entry, after, entryText(entry, changesText));
        return { id: message.id, seq: entry.seq };
      }
      if (committed === 'repeated') {
        const standing = await this.#storage.standing(stream, message.id);
        if (standing.done !== null) return { id: message.id, seq: standing.done };
      }
      if (attempt === ATTEMPTS)
        throw new Error(`stream ${order.team} kept moving: gave up after ${ATTEMPTS} attempts`);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * GIVE_WAY_MS));
      await this.#catchUp(stream);
    }
  }

  async #current(school: string, team: string): Promise<Cached | null> {
    const known = this.#cache.get(team);
    if (known) return known.school === school ? known : null;
    const loaded = await this.#storage.load({ school, team });
    if (!loaded) return null;
    const stream = { school, team, ...loaded };
    this.#cache.set(team, stream);
    this.#dropIdle();
    return stream;
  }

  async #entriesAfter(stream: Cached, after: number): Promise<LogEntry[] | 'reset'> {
    if (after === stream.seq) return [];
    if (after > stream.seq || stream.seq - after > LONGEST_CATCH_UP) return 'reset';
    const entries = await this.#storage.entries(stream, after, stream.seq);
    return entries.length === stream.seq - after ? entries : 'reset';
  }

  async #framesAfter(stream: Cached, after: number): Promise<Buffer[] | 'reset'> {
    const entries = await this.#entriesAfter(stream, after);
    if (entries === 'reset') return 'reset';
    const frames = entries.map((entry) => changeFrame(entry.seq, JSON.stringify(entry)));
    return frames.reduce((sum, frame) => sum + frame.length, 0) > LARGEST_CATCH_UP ? 'reset' : frames;
  }

  async #catchUp(stream: Cached): Promise<void> {
    const position = await this.#storage.standing(stream, '00000000-0000-0000-0000-000000000000');
    const before = stream.seq;
    stream.seq = position.seq;
    const missed = await this.#entriesAfter(stream, before);
    stream.seq = before;
    if (missed === 'reset') {
      const loaded = await this.#storage.load(stream);
      if (!loaded) return;
      Object.assign(stream, loaded);
      this.#hub.tell(stream.team, eventFrame('reset', '{}'));
      return;
    }
    for (const entry of missed)
      this.#advance(stream, entry, applyChanges(stream.state, entry.changes), JSON.stringify(entry));
  }

  #advance(stream: Cached, entry: LogEntry, after: AnyState, text: string): void {
    stream.seq = entry.seq;
    stream.state = after;
    stream.recent.set(entry.commandId, entry.seq);
    if (stream.recent.size > RECENT_COMMANDS * 2) {
      for (const id of [...stream.recent.keys()].slice(0, RECENT_COMMANDS)) stream.recent.delete(id);
    }
    this.#hub.tell(stream.team, changeFrame(entry.seq, text));
  }

  /** One thing at a time per team; other teams go on meanwhile. */
  #inTurn<T>(team: string, work: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(team) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine.catch(() => {});
    this.#turns.set(team, settled);
    void settled.then(() => {
      if (this.#turns.get(team) === settled) this.#turns.delete(team);
    });
    return mine;
  }

  /** Keeps memory bounded: streams that nobody follows go first, oldest first. */
  #dropIdle(): void {
    if (this.#cache.size <= KEPT_STREAMS) return;
    for (const team of this.#cache.keys()) {
      if (this.#cache.size <= KEPT_STREAMS) return;
      if (!this.#hub.hasListeners(team) && !this.#turns.has(team)) this.#cache.delete(team);
    }
  }
}

const changeFrame = (seq: number, text: string): Buffer => eventFrame('change', text, seq);

/** The entry's text around the changes' text, which was written once already for the database. */
function entryText(entry: LogEntry, changesText: string): string {
  const { changes: _, ...head } = entry;
  return `${JSON.stringify(head).slice(0, -1)},"changes":${changesText}}`;
}
