/**
 * Who is listening to which stream on this server, and who is present. Knows nothing of the database.
 * Presence is ephemeral and never stored.
 */
export type Listener = {
  readonly sessionId: string;
  /** Null for a board display. */
  readonly personId: string | null;
  readonly memberId: string | null;
  /** One log entry or presence list, ready for the wire; the same text goes to every listener. */
  readonly send: (frame: string) => void;
  readonly close: () => void;
};

export type Presence = {
  readonly members: readonly string[];
  readonly displays: number;
  readonly guests: number;
};

export class Hub {
  readonly #rooms = new Map<string, Set<Listener>>();
  readonly #waiting = new Map<string, Set<() => void>>();

  listeners(team: string): ReadonlySet<Listener> {
    return this.#rooms.get(team) ?? new Set();
  }

  hasListeners(team: string): boolean {
    return this.#rooms.has(team);
  }

  enter(team: string, listener: Listener): void {
    const room = this.#rooms.get(team) ?? new Set();
    room.add(listener);
    this.#rooms.set(team, room);
    this.#tellPresence(team);
  }

  leave(team: string, listener: Listener): void {
    const room = this.#rooms.get(team);
    if (!room?.delete(listener)) return;
    if (room.size === 0) this.#rooms.delete(team);
    else this.#tellPresence(team);
  }

  tell(team: string, frame: string): void {
    for (const listener of this.listeners(team)) listener.send(frame);
    const waiting = this.#waiting.get(team);
    if (waiting) for (const wake of [...waiting]) wake();
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

  /** Closes at once what a revoked session, or somebody who left a team, still had open. */
  closeWhere(matches: (listener: Listener, team: string) => boolean): void {
    for (const [team, room] of this.#rooms) {
      for (const listener of [...room]) if (matches(listener, team)) listener.close();
    }
  }

  presence(team: string): Presence {
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

  #tellPresence(team: string): void {
    this.tell(team, eventFrame('presence', JSON.stringify(this.presence(team))));
  }
}

/** One server-sent event (HTML standard §9.2): `data` must be a single line, which JSON text is. */
export function eventFrame(event: string, data: string, id?: number): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`;
}
