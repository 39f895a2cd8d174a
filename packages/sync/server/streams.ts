import type { Database, Transaction } from '#packages/database';
import {
  addDays,
  type Day,
  dayIn,
  instantAt,
  isRefusal,
  newId,
  type Refusal,
  refuse,
} from '#packages/kernel';
import type { Definitions } from '../assemble.ts';
import { runCommand } from '../run.ts';
import type { Place } from '../seat.ts';
import { applyChanges } from '../state.ts';
import {
  type AnyRecord,
  type AnyState,
  type Change,
  type CommandCall,
  refText,
  type StreamDefinition,
  type StreamRef,
} from '../stream.ts';
import type { CommandMessage, CommandResult, Deed, LogEntry, Snapshot } from '../wire.ts';
import { withheldChanges } from '../withheld.ts';
import { leaving } from '../working-set.ts';
import { eventFrame, type Hub, type Listener, type SeatInRoom, textFrame } from './hub.ts';
import { type Append, type Loaded, StreamStorage } from './stream-storage.ts';

/** One command, by somebody whose right to it has been checked already. */
export type Order = Place & {
  readonly person: string | null;
  readonly member: string | null;
  readonly message: CommandMessage;
};

/** A change that is about to be written. */
export type Done = {
  readonly place: Place;
  readonly person: string | null;
  readonly entry: LogEntry;
  readonly before: AnyState;
  readonly after: AnyState;
};

/**
 * What else must happen in the same transaction; null when this change asks for nothing, which is nearly always: it then
 * needs one journey to the database.
 */
export type Effect = (done: Done) => {
  /** A mail to write, a place to close. */
  readonly work?: (sql: Transaction) => Promise<void>;
  /** Commands for other streams of the same school. One that is refused refuses the whole. */
  readonly orders?: readonly { readonly stream: StreamRef; readonly call: CommandCall }[];
} | null;

/**
 * What must be true elsewhere before this change may be written: asked inside the transaction, on the server only. A command
 * itself reads nothing but its own stream.
 */
export type Guard = (done: Done) => ((sql: Transaction) => Promise<Refusal | null>) | null;

/** A snapshot before it is written down: its state is a list per kind from then on. */
export type Standing = Omit<Snapshot, 'state'> & { readonly state: AnyState };

/** A stream as this server last saw it. The database's number decides whether that is still true. */
type Cached = Place & { -readonly [K in keyof Loaded]: Loaded[K] } & {
  /** The day on which what has had its time last left the working set. */
  tidied: Day | null;
};

/** A change that was thought of and is not written yet. */
type Step = Done & Append & { readonly stream: Cached };

const KEPT_STREAMS = 5_000;
const RECENT_COMMANDS = 500;
const LONGEST_CATCH_UP = 2_000;
/** Bytes. More than this is quicker as a fresh snapshot, and would look like a listener that does not read. */
const LARGEST_CATCH_UP = 256 * 1024;
/** Two servers that write to one stream at the same moment give way to each other by waiting a random little while. */
const ATTEMPTS = 30;
const GIVE_WAY_MS = 8;
/** Effects may order, and what they order has effects; longer than this chain is a mistake. */
const MOST_STEPS = 20;
const MOST_ARCHIVED_AT_ONCE = 500;

/** Thrown inside a transaction by a guard, so that nothing of it happens. */
class Guarded extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

/**
 * All streams: runs commands one after the other per stream, and tells everybody who follows.
 *
 * A command costs one transaction: the stream's number moves from n to n + 1 only if it still is n, so that two
 * servers can never both write change n + 1; who comes second reads the log and runs the command again.
 */
export class Streams {
  readonly definitions: Definitions;
  readonly #storage: StreamStorage;
  readonly #hub: Hub;
  readonly #effects: readonly Effect[];
  readonly #guards: readonly Guard[];
  readonly #now: () => number;
  /** Told of each change that is safe on disk: other servers may want to look. */
  onWritten: ((ref: StreamRef, seq: number) => void) | null = null;
  readonly #cache = new Map<string, Cached>();
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(parts: {
    database: Database;
    definitions: Definitions;
    hub: Hub;
    effects?: readonly Effect[];
    guards?: readonly Guard[];
  }) {
    const { database, definitions } = parts;
    this.definitions = definitions;
    this.#storage = new StreamStorage({ database, definitions });
    this.#hub = parts.hub;
    this.#effects = parts.effects ?? [];
    this.#guards = parts.guards ?? [];
    this.#now = database.now;
  }

  /** The moment on the server's clock, as everybody who follows is told it. */
  now(): string {
    return new Date(this.#now()).toISOString();
  }

  /** Runs a command and answers when it is safe on disk. The same id twice is done once, with the same answer. */
  async run(order: Order): Promise<CommandResult> {
    let refs: readonly StreamRef[] = [order.ref];
    for (;;) {
      const outcome = await this.#inTurn(refs, () => this.#run(order, refs));
      if (!('needs' in outcome)) return outcome;
      refs = outcome.needs;
    }
  }

  /** The whole state with its number; null when there is no such stream there. */
  snapshot(place: Place): Promise<Standing | null> {
    return this.#inTurn([place.ref], async () => {
      const stream = await this.#current(place);
      if (!stream) return null;
      const { version } = this.#definition(stream.ref);
      return { stream: refText(stream.ref), version, seq: stream.seq, state: stream.state };
    });
  }

  /** Everything after number `after`; 'reset' when the follower must take a fresh snapshot; null when there is no such stream. */
  entriesAfter(place: Place, after: number): Promise<LogEntry[] | 'reset' | null> {
    return this.#inTurn([place.ref], async () => {
      const stream = await this.#current(place);
      return stream ? this.#entriesAfter(stream, after) : null;
    });
  }

  /**
   * Lets a listener in: first what it missed, then everything as it happens, without a gap between.
   * Answers false when there is no such stream. Whoever was shown out meanwhile hears nothing.
   */
  follow(place: Place, after: number, listener: Listener, seat: SeatInRoom): Promise<boolean> {
    return this.#inTurn([place.ref], async () => {
      const stream = await this.#current(place);
      if (!stream) return false;
      const room = refText(place.ref);
      const missed = await this.#framesAfter(stream, after, seat.isInside);
      if (this.#hub.isShownOut(listener)) return true;
      const { version } = this.#definition(place.ref);
      listener.send(eventFrame('hello', { stream: room, version, seq: stream.seq, now: this.now() }));
      if (missed === 'reset') listener.send(eventFrame('reset', { stream: room }));
      else for (const frame of missed) listener.send(frame);
      this.#hub.enter(room, listener, seat);
      return true;
    });
  }

  /** Who did what, the latest first. */
  deeds(place: Place, page: { before: number | null; most: number }): Promise<readonly Deed[]> {
    return this.#storage.deeds(place, page);
  }

  /**
   * The board of October: the working set as it was at the end of a day at school. 'compacted' where that is longer ago than the log
   * is kept; null when there was no such stream.
   */
  stateAt(place: Place, day: Day): Promise<AnyState | 'compacted' | null> {
    if (!this.definitions.has(place.ref.kind)) return Promise.resolve(null);
    return this.#storage.stateBefore(place, instantAt(addDays(day, 1), '00:00').toISOString());
  }

  /** Records that have left the working set, the latest first. */
  archived(place: Place, kind: string, page: { before: string | null; most: number }) {
    return this.#storage.archived(place, kind, page);
  }

  /** Records by their ids, in the working set or not. */
  byId(place: Place, kind: string, ids: readonly string[]): Promise<readonly AnyRecord[]> {
    return this.#storage.byId(place, kind, ids);
  }

  /** Another server has written to this stream: read what is new, if anybody here cares. */
  heard(ref: StreamRef, seq: number): Promise<void> {
    return this.#inTurn([ref], async () => {
      const stream = this.#cache.get(refText(ref));
      if (stream && stream.seq < seq) await this.#catchUp(stream);
    });
  }

  /** Other servers may have written to any stream, unheard: whoever follows hears it now, what nobody follows is read anew. */
  missed(): void {
    for (const [room, stream] of this.#cache) {
      const isFollowed = this.#hub.hasListeners(room) || this.#hub.isAwaited(room);
      // A database that is away again will be back, and then this is said again.
      this.#inTurn([stream.ref], async () => {
        if (isFollowed) await this.#catchUp(stream);
        else this.#cache.delete(room);
      }).catch(() => {});
    }
  }

  /** Streams that this server keeps, to look whether another server wrote to them unheard: whoever comes next is shown them. */
  kept(): readonly StreamRef[] {
    return [...this.#cache.values()].map(({ ref }) => ref);
  }

  /** Makes a stream with its first records, inside the caller's transaction. */
  openStream(sql: Transaction, place: Place, changes: readonly Change[]): Promise<void> {
    return this.#storage.open(sql, place, changes);
  }

  /** With the turns of `refs` in hand; asks for more where an effect orders into a stream that is not among them. */
  async #run(
    order: Order,
    refs: readonly StreamRef[],
  ): Promise<CommandResult | { readonly needs: readonly StreamRef[] }> {
    const { message } = order;
    const stream = await this.#current(order);
    if (!stream) return { id: message.id, ...refuse('not-found') };
    for (let attempt = 1; ; attempt++) {
      const repeated = stream.recent.get(message.id);
      if (repeated !== undefined)
        return isRefusal(repeated) ? { id: message.id, ...repeated } : { id: message.id, seq: repeated };

      const thought = await this.#think(order, stream, refs);
      if ('needs' in thought) return thought;
      if (isRefusal(thought) || thought.steps.length === 0) {
        const standing = await this.#storage.standing(stream, message.id);
        if (standing.done !== null) return { id: message.id, seq: standing.done };
        if (standing.seq === stream.seq || attempt === ATTEMPTS) {
          // What came to nothing stands in no log: without this a request that the network brings twice could do it after all.
          this.#remember(stream, message.id, isRefusal(thought) ? thought : stream.seq);
          return isRefusal(thought) ? { id: message.id, ...thought } : { id: message.id, seq: stream.seq };
        }
        await this.#catchUp(stream);
        continue;
      }

      const { steps, also } = thought;
      let committed: Awaited<ReturnType<StreamStorage['append']>>;
      try {
        committed = await this.#storage.append(steps, order.person, also);
      } catch (error) {
        if (error instanceof Guarded) return { id: message.id, ...error.refusal };
        throw error;
      }
      if (committed === 'done') {
        for (const step of steps) this.#written(step.stream, step, step.after);
        return { id: message.id, seq: steps[0]?.entry.seq ?? stream.seq };
      }
      if (committed === 'repeated') {
        const standing = await this.#storage.standing(stream, message.id);
        if (standing.done !== null) return { id: message.id, seq: standing.done };
      }
      if (committed === 'taken') {
        const refusal = refuse('invalid', { field: 'id', code: 'taken' });
        this.#remember(stream, message.id, refusal);
        return { id: message.id, ...refusal };
      }
      if (attempt === ATTEMPTS)
        throw new Error(`stream ${refText(order.ref)} kept moving: gave up after ${ATTEMPTS} attempts`);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * GIVE_WAY_MS));
      for (const moved of new Set(steps.map((step) => step.stream))) await this.#catchUp(moved);
    }
  }

  /** What a command comes to: its own change and those that its effects order, each on the state that the one before it left. */
  async #think(
    order: Order,
    stream: Cached,
    refs: readonly StreamRef[],
  ): Promise<
    | Refusal
    | { readonly needs: readonly StreamRef[] }
    | { readonly steps: readonly Step[]; readonly also: readonly ((sql: Transaction) => Promise<void>)[] }
  > {
    const at = this.#now();
    const now = new Date(at).toISOString();
    const today = dayIn(at);
    const steps: Step[] = [];
    const also: ((sql: Transaction) => Promise<void>)[] = [];
    const states = new Map<Cached, { seq: number; state: AnyState }>();
    const waiting: { stream: Cached; message: CommandMessage; member: string | null }[] = [
      { stream, message: order.message, member: order.member },
    ];
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { stream, message, member } = next;
      const { seq, state: before } = states.get(stream) ?? stream;
      const context = { stream: stream.ref, memberId: member, now, today };
      const changes = runCommand(this.#definition(stream.ref), before, message, context);
      if (isRefusal(changes)) return changes;
      if (changes.length === 0) continue;
      const entry: LogEntry = {
        seq: seq + 1,
        commandId: message.id,
        name: message.name,
        by: member,
        at: now,
        changes,
      };
      const after = applyChanges(before, changes);
      const done: Done = { place: stream, person: order.person, entry, before, after };
      states.set(stream, { seq: entry.seq, state: after });
      steps.push({ ...done, stream, changesText: JSON.stringify(changes) });
      if (steps.length > MOST_STEPS) throw new Error(`${order.message.name} orders without end`);
      for (const guard of this.#guards) {
        const ask = guard(done);
        if (!ask) continue;
        also.push(async (sql) => {
          const refusal = await ask(sql);
          if (refusal) throw new Guarded(refusal);
        });
      }
      for (const effect of this.#effects) {
        const { work, orders = [] } = effect(done) ?? {};
        if (work) also.push(work);
        const missing = orders.map((each) => each.stream).filter((ref) => !refs.some(isSame(ref)));
        if (missing.length > 0) return { needs: [...refs, ...missing] };
        for (const { stream: ref, call } of orders) {
          const other = await this.#current({ ref, school: stream.school });
          if (!other) throw new Error(`${message.name} orders into ${refText(ref)}, which is not there`);
          waiting.push({ stream: other, message: { id: newId(at), ...call }, member: null });
        }
      }
    }
    return { steps, also };
  }

  async #current(place: Place): Promise<Cached | null> {
    const room = refText(place.ref);
    const known = this.#cache.get(room);
    if (known && known.school !== place.school) return null;
    const stream = known ?? (await this.#load(place));
    if (stream) await this.#tidy(stream);
    return stream;
  }

  async #load({ ref, school }: Place): Promise<Cached | null> {
    if (!this.definitions.has(ref.kind)) return null;
    const loaded = await this.#storage.load({ ref, school });
    if (!loaded) return null;
    const stream = { ref, school, ...loaded, tidied: null };
    this.#cache.set(refText(ref), stream);
    this.#dropIdle();
    return stream;
  }

  /** Once a day what has had its time leaves the working set. Where another server was first, it is done already. */
  async #tidy(stream: Cached): Promise<void> {
    const at = this.#now();
    const today = dayIn(at);
    if (stream.tidied === today) return;
    stream.tidied = today;
    const facts = leaving(this.#definition(stream.ref), stream.state, today);
    for (let first = 0; first < facts.length; first += MOST_ARCHIVED_AT_ONCE) {
      const changes = facts.slice(first, first + MOST_ARCHIVED_AT_ONCE);
      const at = this.now();
      const entry = { seq: stream.seq + 1, commandId: newId(), name: 'archive', by: null, at, changes };
      const append = { place: stream, entry, changesText: JSON.stringify(changes), before: stream.state };
      if ((await this.#storage.append([append], null, [])) !== 'done') return this.#catchUp(stream);
      const after = applyChanges(stream.state, changes);
      this.#written(stream, append, after);
    }
  }

  async #entriesAfter(stream: Cached, after: number): Promise<LogEntry[] | 'reset'> {
    if (after === stream.seq) return [];
    if (after > stream.seq || stream.seq - after > LONGEST_CATCH_UP) return 'reset';
    const entries = await this.#storage.entries(stream, after, stream.seq);
    return entries.length === stream.seq - after ? entries : 'reset';
  }

  async #framesAfter(stream: Cached, after: number, isInside: boolean): Promise<Buffer[] | 'reset'> {
    const entries = await this.#entriesAfter(stream, after);
    if (entries === 'reset') return 'reset';
    const room = refText(stream.ref);
    const { membersOnly } = this.#definition(stream.ref);
    const frames = entries.map((entry) =>
      eventFrame('change', {
        stream: room,
        ...entry,
        changes: isInside ? entry.changes : withheldChanges(membersOnly, entry.changes),
      }),
    );
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
      const room = refText(stream.ref);
      this.#hub.tell(room, eventFrame('reset', { stream: room }));
      return;
    }
    for (const entry of missed) {
      const after = applyChanges(stream.state, entry.changes);
      const changesText = JSON.stringify(entry.changes);
      this.#advance(stream, entry, after, entryText({ place: stream, entry, changesText }));
    }
  }

  #remember(stream: Cached, commandId: string, answer: number | Refusal): void {
    stream.recent.set(commandId, answer);
    if (stream.recent.size > RECENT_COMMANDS * 2) {
      for (const id of [...stream.recent.keys()].slice(0, RECENT_COMMANDS)) stream.recent.delete(id);
    }
  }

  #written(stream: Cached, append: Append, after: AnyState): void {
    this.#advance(stream, append.entry, after, entryText(append));
    this.onWritten?.(stream.ref, append.entry.seq);
  }

  #advance(stream: Cached, entry: LogEntry, after: AnyState, text: string): void {
    stream.seq = entry.seq;
    stream.state = after;
    this.#remember(stream, entry.commandId, entry.seq);
    const frame = textFrame('change', text);
    this.#hub.tell(refText(stream.ref), frame, () => {
      const changes = withheldChanges(this.#definition(stream.ref).membersOnly, entry.changes);
      if (changes === entry.changes) return frame;
      return eventFrame('change', { stream: refText(stream.ref), ...entry, changes });
    });
  }

  /**
   * One thing at a time per stream; other streams go on meanwhile. Whoever needs several takes its place in all their
   * queues in one breath, so that no two can wait for each other.
   */
  #inTurn<T>(refs: readonly StreamRef[], work: () => Promise<T>): Promise<T> {
    const rooms = refs.map(refText);
    const before = Promise.all(rooms.map((room) => this.#turns.get(room)));
    const mine = before.then(work, work);
    const settled = mine.then(
      () => {},
      () => {},
    );
    for (const room of rooms) this.#turns.set(room, settled);
    void settled.then(() => {
      for (const room of rooms) if (this.#turns.get(room) === settled) this.#turns.delete(room);
    });
    return mine;
  }

  /** Keeps memory bounded: streams that nobody follows go first, oldest first. */
  #dropIdle(): void {
    if (this.#cache.size <= KEPT_STREAMS) return;
    for (const room of this.#cache.keys()) {
      if (this.#cache.size <= KEPT_STREAMS) return;
      if (!this.#hub.hasListeners(room) && !this.#turns.has(room)) this.#cache.delete(room);
    }
  }

  #definition({ kind }: StreamRef): StreamDefinition {
    const definition = this.definitions.get(kind);
    if (!definition) throw new Error(`there are no streams of kind ${kind}`);
    return definition;
  }
}

const isSame =
  (a: StreamRef) =>
  (b: StreamRef): boolean =>
    a.kind === b.kind && a.id === b.id;

/** The entry's text around the changes' text, which was written once already for the database. */
function entryText({ place, entry, changesText }: Omit<Append, 'before'>): string {
  const { changes: _, ...head } = entry;
  return `${JSON.stringify({ stream: refText(place.ref), ...head }).slice(0, -1)},"changes":${changesText}}`;
}
