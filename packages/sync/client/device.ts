import { Refused, Unreachable } from '#packages/http/client';
import type { Refusal } from '#packages/kernel';
import type { Definitions } from '../assemble.ts';
import { refText, type StreamRef } from '../stream.ts';
import type { Closed, CommandResult, StreamEvents } from '../wire.ts';
import type { Cursors, Declined, Following, Store, Transport, Waiting } from './ports.ts';
import { Sender } from './sender.ts';
import { type Connection, StreamClient } from './stream-client.ts';

/** Smaller differences are travel time, and a clock that hops is worse than one that is a blink off. */
const CLOCK_TOLERANCE_MS = 300;
/** A stream that nobody looks at any more stays open for this long: people go back and forth between pages. */
const LINGER_MS = 20_000;

/** For sharing with other tabs of this browser; see tabs.ts. */
export type TabTalk = {
  readonly event: <Name extends keyof StreamEvents>(name: Name, data: StreamEvents[Name]) => void;
  readonly kept: (waiting: Waiting) => void;
  readonly settled: (results: readonly CommandResult[], declined: readonly Declined[]) => void;
  readonly standing: (connection: Connection) => void;
  /** The streams that this tab wants followed are others now. */
  readonly wants: (cursors: Cursors) => void;
};

type Open = {
  readonly client: StreamClient;
  users: number;
  closing: ReturnType<typeof setTimeout> | null;
  /** What the last visit left was looked for: from then on it knows what it misses. */
  isRecalled: boolean;
};

/**
 * All streams that one tab has open, over one connection, with one queue of what is still to be sent. Framework-free;
 * all contact with the outside by ports.
 */
export class Device {
  readonly #definitions: Definitions;
  readonly #transport: Transport;
  readonly #store: Store;
  readonly #personId: string | null;
  readonly #sender: Sender;
  readonly #open = new Map<string, Open>();
  /** Streams that other tabs of this browser want followed, for whoever keeps the connection. */
  #alsoWanted: Cursors = new Map();
  #following: Following | null = null;
  #isConnected = false;
  #connection: Connection = 'opening';
  #clockOffset = 0;
  /** The streams that are followed for this tab, as they were last told. */
  #wanted = '';
  /** What is asked for together in the next moment: stream -> whether anew. */
  #toRefresh: Map<string, boolean> | null = null;
  talk: TabTalk | null = null;

  constructor(parts: {
    definitions: Definitions;
    transport: Transport;
    store: Store;
    personId: string | null;
  }) {
    this.#definitions = parts.definitions;
    this.#transport = parts.transport;
    this.#store = parts.store;
    this.#personId = parts.personId;
    this.#sender = new Sender({
      ...parts,
      outcome: {
        answered: (now) => this.hearClock(now),
        settled: (results, declined) => {
          this.settled(results, declined);
          this.talk?.settled(results, declined);
        },
        shut: (stream, refusal) => this.hear('closed', { stream, ...refusal }),
        unreachable: () => this.#stand('offline'),
        barred: (refusal) => this.#barred(refusal),
      },
    });
  }

  /** Milliseconds since 1970 on the server's clock, as well as this device knows it. */
  now(): number {
    return Date.now() + this.#clockOffset;
  }

  /**
   * The client of a stream; the same one for everybody in this tab who asks. `close` says that one of them has gone.
   * Throws for a kind of stream that there is not.
   */
  open(
    ref: StreamRef,
    memberId: string | null,
  ): { readonly client: StreamClient; readonly close: () => void } {
    const room = refText(ref);
    const known = this.#open.get(room) ?? this.#make(ref, memberId);
    known.users += 1;
    if (known.closing) clearTimeout(known.closing);
    known.closing = null;
    let isClosed = false;
    const close = () => {
      if (isClosed) return;
      isClosed = true;
      known.users -= 1;
      if (known.users > 0) return;
      known.closing = setTimeout(() => {
        this.#open.delete(room);
        void known.client.save();
        this.#wantsChanged();
      }, LINGER_MS);
    };
    return { client: known.client, close };
  }

  #make(ref: StreamRef, memberId: string | null): Open {
    const definition = this.#definitions.get(ref.kind);
    if (!definition) throw new Error(`there are no streams of kind ${ref.kind}`);
    const client: StreamClient = new StreamClient({
      ref,
      definition,
      memberId,
      device: {
        personId: this.#personId,
        store: this.#store,
        now: () => this.now(),
        kept: (waiting) => {
          this.talk?.kept(waiting);
          void this.flush();
        },
        refresh: (asking, anew) => void this.#refresh(asking, anew),
      },
    });
    const open: Open = { client, users: 0, closing: null, isRecalled: false };
    this.#open.set(client.room, open);
    // What is kept may be shown before anything is heard; what is heard meanwhile is newer, and stays.
    void client.open().then(() => {
      open.isRecalled = true;
      this.#wantsChanged();
      return this.#refresh(client, false);
    });
    if (this.#connection !== 'live') client.setConnection(this.#connection);
    return open;
  }

  /** Keeps the connection: for the one tab of a browser whose turn it is. */
  connect(): void {
    if (this.#isConnected) return;
    this.#isConnected = true;
    this.#sender.start();
    // One that is still being opened asks by itself in a moment: each asks once.
    for (const { client, isRecalled } of this.#open.values())
      if (isRecalled) void this.#refresh(client, false);
    this.#follow();
    void this.flush();
  }

  disconnect(): void {
    this.#isConnected = false;
    this.#wanted = '';
    this.#sender.stop();
    this.#following?.close();
    this.#following = null;
    for (const { client } of this.#open.values()) void client.save();
  }

  /** Sends everything that waits, oldest first. */
  flush(): Promise<void> {
    return this.#sender.flush();
  }

  /** Asks for what is missing of a stream, after a gap or at a first visit. */
  refreshAll(): void {
    for (const { client } of this.#open.values()) void this.#refresh(client, false);
  }

  /** What the other tabs want followed. */
  alsoFollow(cursors: Cursors): void {
    const fresh = [...cursors.keys()].some((room) => !this.#alsoWanted.has(room) && !this.#isFollowing(room));
    this.#alsoWanted = cursors;
    if (fresh) this.#following?.again();
  }

  /** Where each stream stands that this tab has open. */
  cursors(): Cursors {
    const own = [...this.#open.values()].flatMap(({ client }) =>
      client.cursor === null ? [] : ([[client.room, client.cursor]] as const),
    );
    return new Map(own);
  }

  get connection(): Connection {
    return this.#connection;
  }

  /** Something about one stream, from the server or from the tab that keeps the connection. */
  hear<Name extends keyof StreamEvents>(name: Name, data: StreamEvents[Name]): void {
    const client = this.#open.get(data.stream)?.client;
    const also = this.#alsoWanted.get(data.stream);
    if (name === 'hello') {
      const { now, version } = data as StreamEvents['hello'];
      this.hearClock(now);
      this.#connection = 'live';
      client?.greet(version);
    } else if (name === 'change') {
      const entry = data as StreamEvents['change'];
      if (also !== undefined) this.#alsoWanted = new Map(this.#alsoWanted).set(data.stream, entry.seq);
      client?.receive(entry);
    } else if (name === 'presence') client?.receivePresence(data as StreamEvents['presence']);
    else if (name === 'reset') {
      if (client) void this.#refresh(client, true);
    } else client?.setConnection(connectionAfter(data as StreamEvents['closed']));
  }

  settled(results: readonly CommandResult[], declined: readonly Declined[]): void {
    for (const { client } of this.#open.values())
      client.settled(
        results,
        declined.filter(({ stream }) => stream === client.room),
      );
  }

  /** A command that another tab kept. */
  adopt(waiting: Waiting): void {
    this.#open.get(waiting.stream)?.client.adoptWaiting(waiting);
    if (this.#isConnected) void this.flush();
  }

  /** How the connection stands, for all streams that were not closed by themselves. */
  stand(connection: Connection): void {
    this.#connection = connection;
    for (const { client } of this.#open.values()) {
      const own = client.view().connection;
      if (own !== 'gone' && own !== 'outdated') client.setConnection(connection);
    }
  }

  hearClock(now: string): void {
    const offset = Date.parse(now) - Date.now();
    if (Math.abs(offset - this.#clockOffset) > CLOCK_TOLERANCE_MS) this.#clockOffset = offset;
  }

  #follow(): void {
    this.#following = this.#transport.follow(() => this.#allCursors(), {
      event: (name, data) => {
        this.hear(name, data);
        this.talk?.event(name, data);
        if (name === 'hello') void this.flush();
      },
      lost: () => this.#stand('offline'),
      barred: (refusal) => this.#barred(refusal),
    });
  }

  #allCursors(): Cursors {
    return new Map([...this.#alsoWanted, ...this.cursors()]);
  }

  #isFollowing(room: string): boolean {
    return this.#following !== null && this.#open.get(room)?.client.cursor != null;
  }

  /** A stream can be followed once something of it is known: then those who keep the connection are told. */
  #wantsChanged(): void {
    const wanted = [...this.cursors().keys()].join(' ');
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.talk?.wants(this.cursors());
    this.#following?.again();
  }

  #stand(connection: Connection): void {
    this.stand(connection);
    this.talk?.standing(connection);
  }

  #barred(refusal: Refusal): void {
    this.#stand(connectionAfter(refusal));
    this.#following?.close();
    this.#following = null;
  }

  /** All streams that ask in the same moment are asked for in one request. */
  async #refresh(client: StreamClient, anew: boolean): Promise<void> {
    const isFirst = this.#toRefresh === null;
    this.#toRefresh ??= new Map();
    this.#toRefresh.set(client.room, anew || (this.#toRefresh.get(client.room) ?? false));
    if (!isFirst) return;
    await Promise.resolve();
    const asked = this.#toRefresh;
    this.#toRefresh = null;
    const clients = [...asked.keys()].flatMap((room) => this.#open.get(room)?.client ?? []);
    if (clients.length === 0) return;
    try {
      const { now, streams } = await this.#transport.snapshots(clients.map(({ ref }) => ref));
      this.hearClock(now);
      for (const answer of streams) this.#answered(answer, asked.get(answer.stream) ?? false);
      this.#wantsChanged();
    } catch (error) {
      if (error instanceof Refused) this.#barred(error.refusal);
      else if (error instanceof Unreachable) this.#stand('offline');
      else throw error;
    }
  }

  #answered(answer: StreamAnswer, anew: boolean): void {
    const client = this.#open.get(answer.stream)?.client;
    if (!client) return;
    if ('refused' in answer) client.setConnection(connectionAfter(answer));
    else client.adopt(answer, anew);
  }
}

type StreamAnswer = Awaited<ReturnType<Transport['snapshots']>>['streams'][number];

/** Where a refusal leaves this device, or one stream on it. */
function connectionAfter({ refused }: Refusal | Closed): Connection {
  if (refused === 'sign-in-first') return 'signed-out';
  return refused === 'not-found' ? 'gone' : 'offline';
}
