/** Somebody at the door of a stream or inside it, who can be shown out. */
export type Visitor = {
  readonly sessionId: string;
  /** Null for a board display. */
  readonly personId: string | null;
  readonly close: () => void;
};

export type Listener = Visitor & {
  readonly memberId: string | null;
  /** One log entry or presence list, ready for the wire; the same bytes go to every listener. */
  readonly send: (frame: Buffer) => void;
};

export type Presence = {
  readonly members: readonly string[];
  readonly displays: number;
  readonly guests: number;
};

/** A browser has one open for all its tabs; more come from a bad network, many more from a fault. */
const MOST_PER_SESSION = 12;

/**
 * Who is listening to which stream on this server, and who is present. Knows nothing of the database.
 * Presence is ephemeral and never stored.
 */
export class Hub {
  readonly #rooms = new Map<string, Set<Listener>>();
  /** Session -> what it has open, oldest first, with the team that it is about. */
  readonly #visitors = new Map<string, Map<Visitor, string>>();
  readonly #shownOut = new WeakSet<Visitor>();
  readonly #waiting = new Map<string, Set<() => void>>();
  /** Team -> server -> who is present there, as it last said. */
  readonly #elsewhere = new Map<string, Map<string, Presence>>();
  /** Told whenever the people in a team's room on this server change. */
  onPresence: ((team: string, here: Presence) => void) | null = null;

  listeners(team: string): ReadonlySet<Listener> {
    return this.#rooms.get(team) ?? new Set();
  }

  hasListeners(team: string): boolean {
    return this.#rooms.has(team);
  }

  /**
   * From here on the visitor is reached by `closeWhere`. Whoever is let in has to be asked about AFTER this: a session
   * that ends before is seen then, one that ends later closes it, and nothing falls between.
   */
  attend(team: string, visitor: Visitor): void {
    const own = this.#visitors.get(visitor.sessionId) ?? new Map<Visitor, string>();
    this.#visitors.set(visitor.sessionId, own);
    own.set(visitor, team);
    const [oldest] = own.keys();
    if (own.size > MOST_PER_SESSION && oldest) this.#showOut(oldest);
  }

  isShownOut(visitor: Visitor): boolean {
    return this.#shownOut.has(visitor);
  }

  enter(team: string, listener: Listener): void {
    if (this.isShownOut(listener)) return;
    this.attend(team, listener);
    const room = this.#rooms.get(team) ?? new Set();
    room.add(listener);
    this.#rooms.set(team, room);
    this.#tellPresence(team);
  }

  leave(team: string, visitor: Visitor): void {
    const own = this.#visitors.get(visitor.sessionId);
    if (own?.delete(visitor) && own.size === 0) this.#visitors.delete(visitor.sessionId);
    const room = this.#rooms.get(team);
    if (!room?.delete(visitor as Listener)) return;
    if (room.size === 0) this.#rooms.delete(team);
    this.#tellPresence(team);
  }

  tell(team: string, frame: Buffer): void {
    for (const listener of this.listeners(team)) listener.send(frame);
    const waiting = this.#waiting.get(team);
    if (waiting) for (const wake of [...waiting]) wake();
  }

  isAwaited(team: string): boolean {
    return this.#waiting.has(team);
  }

  /** `next` resolves at the next frame for this team, or after `patience` milliseconds; `forget` stops waiting. */
  awaitNews(team: string, patience: number): { next: Promise<void>; forget: () => void } {
    const waiting = this.#waiting.get(team) ?? new Set();
    this.#waiting.set(team, waiting);
    const { promise, resolve } = Promise.withResolvers<void>();
    const wake = () => {
      clearTimeout(timer);
      waiting.delete(wake);
      if (waiting.size === 0 && this.#waiting.get(team) === waiting) this.#waiting.delete(team);
      resolve();
    };
    const timer = setTimeout(wake, patience);
    waiting.add(wake);
    return { next: promise, forget: wake };
  }

  /** Closes at once what a revoked session, or somebody who left a team, still had open or was just opening. */
  closeWhere(matches: (visitor: Visitor, team: string) => boolean): void {
    for (const own of [...this.#visitors.values()]) {
      for (const [visitor, team] of [...own]) if (matches(visitor, team)) this.#showOut(visitor);
    }
  }

  /** Out of the room first: a slow connection must not hear another word while it closes. */
  #showOut(visitor: Visitor): void {
    const team = this.#visitors.get(visitor.sessionId)?.get(visitor);
    this.#shownOut.add(visitor);
    if (team !== undefined) this.leave(team, visitor);
    visitor.close();
  }

  /** Who is present, on this server and on others. */
  presence(team: string): Presence {
    const all = [this.presenceHere(team), ...(this.#elsewhere.get(team)?.values() ?? [])];
    return {
      members: [...new Set(all.flatMap(({ members }) => members))].sort(),
      displays: all.reduce((sum, { displays }) => sum + displays, 0),
      guests: all.reduce((sum, { guests }) => sum + guests, 0),
    };
  }

  presenceHere(team: string): Presence {
    const members = new Set<string>();
    let displays = 0;
    let guests = 0;
    for (const listener of this.listeners(team)) {
      if (listener.memberId) members.add(listener.memberId);
      else if (listener.personId === null) displays += 1;
      else guests += 1;
    }
    return { members: [...members].sort(), displays, guests };
  }

  /** Teams that somebody on this server follows. */
  occupiedTeams(): readonly string[] {
    return [...this.#rooms.keys()];
  }

  /** Another server says who is in a team's room there; null when nobody is, or the server is gone. */
  hearPresence(server: string, team: string, there: Presence | null): void {
    const servers = this.#elsewhere.get(team) ?? new Map<string, Presence>();
    if (there) servers.set(server, there);
    else servers.delete(server);
    if (servers.size > 0) this.#elsewhere.set(team, servers);
    else this.#elsewhere.delete(team);
    this.#sendPresence(team);
  }

  #tellPresence(team: string): void {
    this.onPresence?.(team, this.presenceHere(team));
    this.#sendPresence(team);
  }

  #sendPresence(team: string): void {
    if (this.hasListeners(team)) this.tell(team, eventFrame('presence', JSON.stringify(this.presence(team))));
  }
}

/** One server-sent event (HTML standard §9.2): `data` must be a single line, which JSON text is. */
export function eventFrame(event: string, data: string, id?: number): Buffer {
  return Buffer.from(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`);
}
