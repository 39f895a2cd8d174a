import type { Declined, Kept, KeptSnapshot, Store, Waiting } from '#packages/sync/client';

/** What a browser keeps in IndexedDB, kept in memory: it outlives the client that wrote it, as a reload would. */
export class MemoryStore implements Store {
  readonly #snapshots = new Map<string, KeptSnapshot>();
  #waiting: Waiting[] = [];
  #declined: Declined[] = [];

  readonly load = async (stream: string): Promise<Kept> => ({
    snapshot: this.#snapshots.get(stream) ?? null,
    waiting: this.#waiting.filter((each) => each.stream === stream),
    declined: this.#declined.filter((each) => each.stream === stream),
  });
  readonly saveSnapshot = async (stream: string, snapshot: KeptSnapshot): Promise<void> => {
    this.#snapshots.set(stream, structuredClone(snapshot));
  };
  readonly addWaiting = async (waiting: Waiting): Promise<void> => {
    this.#waiting.push(waiting);
  };
  readonly waiting = async (): Promise<readonly Waiting[]> => [...this.#waiting];
  readonly settle = async (ids: readonly string[], declined: readonly Declined[]): Promise<void> => {
    this.#waiting = this.#waiting.filter(({ id }) => !ids.includes(id));
    this.#declined.push(...declined);
  };
  readonly dismiss = async (id: string): Promise<void> => {
    this.#declined = this.#declined.filter((declined) => declined.id !== id);
  };
}
