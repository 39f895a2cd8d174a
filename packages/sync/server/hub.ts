import type { Presence, StreamEvents } from '../wire.ts';

/** Somebody at the door of streams or inside them, who can be shown out. */
export type Visitor = {
  readonly sessionId: string;
  /** Null for a board display. */
  readonly personId: string | null;
  readonly close: () => void;
};

export type Listener = Visitor & {
  /** One event, ready for the wire; the same bytes go to everybody inside, and to everybody outside. */
  readonly send: (frame: Buffer) => void;
};

/** A listener in the room of one stream: who they are there, and whether they read what is for members only. */
export type SeatInRoom = { readonly memberId: string | null; readonly isInside: boolean };

/** People who come and go within this time are told of together: a school that comes back would tell each of all. */
const PRESENCE_MS = 250;

/** A browser has one open for all its tabs; more come from a bad network, many more from a fault. */
const MOST_PER_SESSION = 12;

/**
 * Who is listening to which stream on this server, and who is present. A room is a stream, by its `refText`; one listener
 * may be in several. Knows nothing of the database. Presence is ephemeral and never stored.
 */
export class Hub {
  readonly #rooms = new Map<string, Map<Listener, SeatInRoom>>();
  /** Session -> what it has open, oldest first, with the rooms that it is about. */
  readonly #visitors = new Map<string, Map<Visitor, Set<string>>>();
  readonly #shownOut = new WeakSet<Visitor>();
  readonly #waiting = new Map<string, Set<() => void>>();
  /** Rooms in which people are told who else is there. */
  readonly #tellsPresence: (room: string) => boolean;
  /** Room -> server -> who is present there, as it last said. */
  readonly #elsewhere = new Map<string, Map<string, Presence>>();
  /** Rooms of which it is still to be said who is in them: with what has changed, on this server and on any. */
  #untold = { here: new Set<string>(), anywhere: new Set<string>() };
  #telling: NodeJS.Timeout | null = null;
  /** Told when the people in a room on this server have changed. */
  onPresence: ((room: string, here: Presence) => void) | null = null;

  constructor(tellsPresence: (room: string) => boolean = () => true) {
    this.#tellsPresence = tellsPresence;
  }

  hasListeners(room: string): boolean {
    return this.#rooms.has(room);
  }

  /**
   * From here on the visitor is reached by `closeWhere`. Whoever is let in has to be asked about AFTER this: a session
   * that ends before is seen then, one that ends later closes it, and nothing falls between.
   */
  attend(room: string, visitor: Visitor): void {
    const own = this.#visitors.get(visitor.sessionId) ?? new Map<Visitor, Set<string>>();
    this.#visitors.set(visitor.sessionId, own);
    own.set(visitor, (own.get(visitor) ?? new Set()).add(room));
    const [oldest] = own.keys();
    if (own.size > MOST_PER_SESSION && oldest) this.#showOut(oldest);
  }

  isShownOut(visitor: Visitor): boolean {
    return this.#shownOut.has(visitor);
  }

  enter(room: string, listener: Listener, seat: SeatInRoom): void {
    if (this.isShownOut(listener)) return;
    this.attend(room, listener);
    const inside = this.#rooms.get(room) ?? new Map<Listener, SeatInRoom>();
    inside.set(listener, seat);
    this.#rooms.set(room, inside);
    this.#tellPresence(room);
  }

  /** Out of one room; whatever else is open to the visitor stays open. */
  leave(room: string, visitor: Visitor): void {
    const own = this.#visitors.get(visitor.sessionId);
    const rooms = own?.get(visitor);
    if (rooms?.delete(room) && rooms.size === 0) own?.delete(visitor);
    if (own?.size === 0) this.#visitors.delete(visitor.sessionId);
    const inside = this.#rooms.get(room);
    if (!inside?.delete(visitor as Listener)) return;
    if (inside.size === 0) this.#rooms.delete(room);
    this.#tellPresence(room);
  }

  /** Out of every room. */
  leaveAll(visitor: Visitor): void {
    for (const room of [...(this.#visitors.get(visitor.sessionId)?.get(visitor) ?? [])])
      this.leave(room, visitor);
  }

  /** `outside` makes the frame for those who do not read what is for members only; asked for once, when one of them is there. */
  tell(room: string, frame: Buffer, outside: () => Buffer = () => frame): void {
    let forOthers: Buffer | null = null;
    for (const [listener, { isInside }] of this.#rooms.get(room) ?? []) {
      if (!isInside) forOthers ??= outside();
      listener.send(isInside || !forOthers ? frame : forOthers);
    }
    const waiting = this.#waiting.get(room);
    if (waiting) for (const wake of [...waiting]) wake();
  }

  isAwaited(room: string): boolean {
    return this.#waiting.has(room);
  }

  /** `next` resolves at the next frame for one of these rooms, or after `patience` milliseconds; `forget` stops waiting. */
  awaitNews(rooms: readonly string[], patience: number): { next: Promise<void>; forget: () => void } {
    const { promise, resolve } = Promise.withResolvers<void>();
    const wake = () => {
      clearTimeout(timer);
      for (const room of rooms) {
        const waiting = this.#waiting.get(room);
        if (waiting?.delete(wake) && waiting.size === 0) this.#waiting.delete(room);
      }
      resolve();
    };
    const timer = setTimeout(wake, patience);
    for (const room of rooms) this.#waiting.set(room, (this.#waiting.get(room) ?? new Set()).add(wake));
    return { next: promise, forget: wake };
  }

  /** Closes at once what a revoked session, or somebody who lost their seat, still had open or was just opening. */
  closeWhere(matches: (visitor: Visitor) => boolean): void {
    for (const own of [...this.#visitors.values()]) {
      for (const visitor of [...own.keys()]) if (matches(visitor)) this.#showOut(visitor);
    }
  }

  /** Out of the rooms first: a slow connection must not hear another word while it closes. */
  #showOut(visitor: Visitor): void {
    this.#shownOut.add(visitor);
    this.leaveAll(visitor);
    visitor.close();
  }

  /** Who is present, on this server and on others. */
  presence(room: string): Presence {
    const all = [this.presenceHere(room), ...(this.#elsewhere.get(room)?.values() ?? [])];
    return {
      members: [...new Set(all.flatMap(({ members }) => members))].sort(),
      displays: all.reduce((sum, { displays }) => sum + displays, 0),
      guests: all.reduce((sum, { guests }) => sum + guests, 0),
    };
  }

  presenceHere(room: string): Presence {
    const members = new Set<string>();
    let displays = 0;
    let guests = 0;
    for (const [listener, { memberId }] of this.#rooms.get(room) ?? []) {
      if (memberId) members.add(memberId);
      else if (listener.personId === null) displays += 1;
      else guests += 1;
    }
    return { members: [...members].sort(), displays, guests };
  }

  /** Rooms that somebody on this server is in, and where people are told who else is. */
  occupiedRooms(): readonly string[] {
    return [...this.#rooms.keys()].filter(this.#tellsPresence);
  }

  /** Another server says who is in a room there; null when nobody is, or the server is gone. */
  hearPresence(server: string, room: string, there: Presence | null): void {
    const servers = this.#elsewhere.get(room) ?? new Map<string, Presence>();
    if (there) servers.set(server, there);
    else servers.delete(server);
    if (servers.size > 0) this.#elsewhere.set(room, servers);
    else this.#elsewhere.delete(room);
    this.#untold.anywhere.add(room);
    this.#tellSoon();
  }

  #tellPresence(room: string): void {
    if (!this.#tellsPresence(room)) return;
    this.#untold.here.add(room);
    this.#untold.anywhere.add(room);
    this.#tellSoon();
  }

  #tellSoon(): void {
    this.#telling ??= setTimeout(() => {
      const { here, anywhere } = this.#untold;
      this.#untold = { here: new Set(), anywhere: new Set() };
      this.#telling = null;
      for (const room of here) this.onPresence?.(room, this.presenceHere(room));
      for (const room of anywhere)
        if (this.hasListeners(room))
          this.tell(room, eventFrame('presence', { stream: room, ...this.presence(room) }));
    }, PRESENCE_MS).unref();
  }
}

/** One server-sent event (HTML standard §9.2): its data must be a single line, which JSON text is. */
export const eventFrame = <Name extends keyof StreamEvents>(event: Name, data: StreamEvents[Name]): Buffer =>
  textFrame(event, JSON.stringify(data));

export const textFrame = (event: keyof StreamEvents, data: string): Buffer =>
  Buffer.from(`event: ${event}\ndata: ${data}\n\n`);
