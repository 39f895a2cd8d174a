type Identified = { readonly id: string };

/** So many changes lie beside the base before they are folded into a new one. */
const LARGEST_OVERLAY = 32;

/**
 * The records of one kind. Never changed in place: `with` gives the kind as it is after some changes, and costs as much as
 * there are changes, not as there are records.
 *
 * Records come in the order of their ids on every device and on the server, however they arrived: what a rule reads from
 * them is the same everywhere.
 */
export interface Kind<R> {
  get(id: string): R | undefined;
  has(id: string): boolean;
  readonly size: number;
  /** All records, in the order of their ids. */
  all(): readonly R[];
  /** Those whose field has this value, in the order of their ids. The first question about a field makes an index. */
  where<F extends keyof R>(field: F, value: R[F]): readonly R[];
  /** The same in every stream of its kind: it came with the code, does not travel, and nothing changes it. */
  readonly isGiven: boolean;
  /** As it is after these changes: id and record, or null for one that is gone. */
  with(changes: Iterable<readonly [id: string, record: R | null]>): Kind<R>;
  /** On the wire and on a device's shelf a kind is a list. */
  toJSON(): readonly R[];
}

export const kindOf = <R extends Identified>(records: Iterable<R>): Kind<R> =>
  new Layered(baseOf([...records].sort(byId)), new Map());

/** What features give for others to read (`gives`, `gathers`). */
export const givenKindOf = <R extends Identified>(records: Iterable<R>): Kind<R> =>
  new Given(baseOf([...records].sort(byId)), new Map());

/** A base that many states share, and the few records that changed since laid over it. */
class Layered<R extends Identified> implements Kind<R> {
  readonly #base: Base<R>;
  /** What changed since; null: gone. */
  readonly #over: ReadonlyMap<string, R | null>;
  #all: readonly R[] | null = null;
  #indexes: Map<keyof R, Map<unknown, R[]>> | null = null;

  constructor(base: Base<R>, over: ReadonlyMap<string, R | null>) {
    this.#base = base;
    this.#over = over;
  }

  get(id: string): R | undefined {
    const changed = this.#over.get(id);
    return changed === undefined ? this.#base.byId.get(id) : (changed ?? undefined);
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  get isGiven(): boolean {
    return false;
  }

  get size(): number {
    return this.all().length;
  }

  all(): readonly R[] {
    this.#all ??= this.#over.size === 0 ? this.#base.sorted : merged(this.#base.sorted, this.#over);
    return this.#all;
  }

  where<F extends keyof R>(field: F, value: R[F]): readonly R[] {
    this.#indexes ??= new Map();
    let index = this.#indexes.get(field);
    if (!index) {
      index = Map.groupBy(this.all(), (record) => record[field]);
      this.#indexes.set(field, index);
    }
    return index.get(value) ?? [];
  }

  with(changes: Iterable<readonly [id: string, record: R | null]>): Kind<R> {
    const over = new Map(this.#over);
    for (const [id, record] of changes) over.set(id, record);
    return over.size <= LARGEST_OVERLAY
      ? new Layered(this.#base, over)
      : new Layered(baseOf(merged(this.#base.sorted, over)), new Map());
  }

  toJSON(): readonly R[] {
    return this.all();
  }
}

class Given<R extends Identified> extends Layered<R> {
  override get isGiven(): boolean {
    return true;
  }

  override with(): Kind<R> {
    return this;
  }
}

type Base<R> = { readonly sorted: readonly R[]; readonly byId: ReadonlyMap<string, R> };

const baseOf = <R extends Identified>(sorted: readonly R[]): Base<R> => ({
  sorted,
  byId: new Map(sorted.map((record) => [record.id, record])),
});

const byId = (a: Identified, b: Identified): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The base with what changed laid over it; both are walked once, in order. */
function merged<R extends Identified>(base: readonly R[], over: ReadonlyMap<string, R | null>): readonly R[] {
  const added = [...over.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  const all: R[] = [];
  let next = 0;
  for (const record of base) {
    for (; next < added.length; next++) {
      const [id, changed] = added[next] as readonly [string, R | null];
      if (id >= record.id) break;
      if (changed) all.push(changed);
    }
    const [id, changed] = added[next] ?? [null, null];
    if (id !== record.id) all.push(record);
    else {
      if (changed) all.push(changed);
      next += 1;
    }
  }
  for (const [, changed] of added.slice(next)) if (changed) all.push(changed);
  return all;
}
