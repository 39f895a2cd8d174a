import { isRefusal, type Refusal, refuse } from '#packages/kernel';
import { commandNamed } from '../run.ts';
import type { Seat, Seats } from '../seat.ts';
import { plainOf } from '../state.ts';
import { type AnyRecord, type MembersOnly, refText, type StreamRef } from '../stream.ts';
import type { Closed, CommandMessage, CommandResult, Deed, NewsOf, Snapshot } from '../wire.ts';
import { withheld, withheldChanges, withheldState } from '../withheld.ts';
import { eventFrame, type Hub, type Listener, type Visitor } from './hub.ts';
import type { Streams } from './streams.ts';

/** Who asks, and what they may now: asked again for everything that takes its time. Null once they are nobody any more. */
export type Caller = {
  readonly sessionId: string;
  /** Null for a board display. */
  readonly personId: string | null;
  readonly seats: Seats;
  readonly seatsNow: () => Promise<Seats | null>;
};

export type Cursor = { readonly ref: StreamRef; readonly seq: number };
type Connection = { readonly send: (frame: Buffer) => void; readonly close: () => void };

/** Answers everything that can be asked about streams, for whoever may ask it. Knows nothing of HTTP. */
export class StreamDesk {
  readonly #streams: Streams;
  readonly #hub: Hub;

  constructor({ streams, hub }: { streams: Streams; hub: Hub }) {
    this.#streams = streams;
    this.#hub = hub;
  }

  now(): string {
    return this.#streams.now();
  }

  /** Each stream as it stands, in the order in which they were asked for. */
  snapshots(refs: readonly StreamRef[], { seats }: Caller): Promise<(Snapshot | Closed)[]> {
    return Promise.all(
      refs.map(async (ref) => {
        const seat = await seats(ref);
        const standing = seat && (await this.#streams.snapshot(seat));
        if (!standing) return closed(ref);
        const state = plainOf(standing.state);
        return { ...standing, state: seat.isInside ? state : withheldState(this.#membersOnly(ref), state) };
      }),
    );
  }

  /**
   * Commands, one after the other. Each takes its time: whoever is sent away halfway hears so, and what was done stays done.
   */
  async run(
    messages: readonly (CommandMessage & { readonly stream: StreamRef })[],
    caller: Caller,
  ): Promise<CommandResult[] | Refusal> {
    const results: CommandResult[] = [];
    for (const { stream, ...message } of messages) {
      const seats = results.length === 0 ? caller.seats : await caller.seatsNow();
      if (!seats) return refuse('sign-in-first');
      const seat = await seats(stream);
      results.push(seat ? await this.#runFor(seat, message) : { id: message.id, ...refuse('not-found') });
    }
    return results;
  }

  /** A capability that somebody lacks, or a command for the server only, answers like a command that does not exist. */
  async #runFor(seat: Seat, message: CommandMessage): Promise<CommandResult> {
    const definition = this.#streams.definitions.get(seat.ref.kind);
    const command = definition && commandNamed(definition, message.name);
    if (!command || command.capability === 'internal' || !seat.may(command.capability))
      return { id: message.id, ...refuse('unknown-command', { name: message.name }) };
    return this.#streams.run({ ...seat, message });
  }

  /**
   * Everything after these numbers, and then everything as it happens, over one connection. A stream that may not be
   * followed is said to be closed; the others go on.
   *
   * @returns what to do when the other side has gone
   */
  async follow(cursors: readonly Cursor[], caller: Caller, connection: Connection): Promise<() => void> {
    const { sessionId, personId } = caller;
    const listener: Listener = { sessionId, personId, ...connection };
    const leave = () => this.#hub.leaveAll(listener);
    // In the room first, and asked for a pass then (decision 0009): nothing that ends can fall between the two.
    for (const { ref } of cursors) this.#hub.attend(refText(ref), listener);
    try {
      const seats = await caller.seatsNow();
      let isIn = false;
      for (const { ref, seq } of seats ? cursors : []) {
        const seat = (await seats?.(ref)) ?? null;
        const isHere =
          seat &&
          (await this.#streams.follow(seat, seq, listener, {
            memberId: seat.member,
            isInside: seat.isInside,
          }));
        if (isHere) isIn = true;
        else {
          this.#hub.leave(refText(ref), listener);
          if (!this.#hub.isShownOut(listener)) connection.send(eventFrame('closed', closed(ref)));
        }
      }
      if (!isIn) connection.close();
    } catch (error) {
      leave();
      throw error;
    }
    return leave;
  }

  /** The same by asking in turns: at once when there is something new, and else as soon as there is, or after `wait` seconds. */
  async changes(cursors: readonly Cursor[], wait: number, caller: Caller): Promise<NewsOf[] | Refusal> {
    const rooms = cursors.map(({ ref }) => refText(ref));
    // Waiting starts before the first look, so that nothing can happen between the two.
    const news = this.#hub.awaitNews(rooms, wait * 1000);
    const { sessionId, personId } = caller;
    const visitor: Visitor = { sessionId, personId, close: news.forget };
    for (const room of rooms) this.#hub.attend(room, visitor);
    try {
      const first = await this.#look(cursors, caller);
      if (isRefusal(first) || wait === 0 || first.some(isNews)) return first;
      await news.next;
      return await this.#look(cursors, caller);
    } finally {
      news.forget();
      this.#hub.leaveAll(visitor);
    }
  }

  async #look(cursors: readonly Cursor[], caller: Caller): Promise<NewsOf[] | Refusal> {
    const seats = await caller.seatsNow();
    if (!seats) return refuse('sign-in-first');
    const found = await Promise.all(
      cursors.map(async (cursor) => ({ ref: cursor.ref, news: await this.#newsOf(cursor, seats) })),
    );
    // Reading waits for its turn: what was found is told to whoever may read it still.
    const seatsThen = await caller.seatsNow();
    if (!seatsThen) return refuse('sign-in-first');
    return Promise.all(
      found.map(async ({ ref, news }) => {
        const seat = await seatsThen(ref);
        if (!seat) return closed(ref);
        return seat.isInside ? news : outside(news, this.#membersOnly(ref));
      }),
    );
  }

  async #newsOf({ ref, seq }: Cursor, seats: Seats): Promise<NewsOf> {
    const seat = await seats(ref);
    const entries = seat && (await this.#streams.entriesAfter(seat, seq));
    const definition = this.#streams.definitions.get(ref.kind);
    if (!entries || !definition) return closed(ref);
    const room = refText(ref);
    return {
      stream: room,
      version: definition.version,
      seq: entries === 'reset' ? seq : (entries.at(-1)?.seq ?? seq),
      presence: definition.presence ? this.#hub.presence(room) : null,
      entries,
    };
  }

  /** Records that have left the working set, the latest first; or named ones, wherever they are. */
  async archive(
    ref: StreamRef,
    kind: string,
    asked: { readonly ids: readonly string[] } | { readonly before: string | null; readonly most: number },
    { seats }: Caller,
  ): Promise<readonly AnyRecord[] | Refusal> {
    const seat = await seats(ref);
    if (!seat) return refuse('not-found');
    const records = await ('ids' in asked
      ? this.#streams.byId(seat, kind, asked.ids)
      : this.#streams.archived(seat, kind, asked));
    if (seat.isInside) return records;
    const rule = this.#membersOnly(ref);
    return records.map((record) => withheld(rule, kind, record));
  }

  #membersOnly({ kind }: StreamRef): MembersOnly {
    return this.#streams.definitions.get(kind)?.membersOnly ?? {};
  }

  /** E7: for whoever has a place in the stream: it is theirs, and not for those who may look over their shoulder. */
  async history(
    ref: StreamRef,
    page: { readonly before: number | null; readonly most: number },
    { seats }: Caller,
  ): Promise<readonly Deed[] | Refusal> {
    const seat = await seats(ref);
    return seat?.isInside && seat.member !== null ? this.#streams.deeds(seat, page) : refuse('not-found');
  }
}

/** What is new, as whoever is not inside may know it. */
function outside(news: NewsOf, rule: MembersOnly): NewsOf {
  if ('refused' in news || news.entries === 'reset') return news;
  const entries = news.entries.map((entry) => ({ ...entry, changes: withheldChanges(rule, entry.changes) }));
  return { ...news, entries };
}

const closed = (ref: StreamRef): Closed => ({ stream: refText(ref), ...refuse('not-found') });

const isNews = (news: NewsOf): boolean =>
  'refused' in news || news.entries === 'reset' || news.entries.length > 0;
