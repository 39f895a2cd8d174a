import type { Declined, Kept, Store, Waiting } from '#packages/sync/client';

/** What a browser keeps in IndexedDB, kept in memory: it outlives the client that wrote it, as a reload would. */
export class MemoryStore implements Store {
  #snapshot: Kept['snapshot'] = null;
  #waiting: Waiting[] = [];
  #declined: Declined[] = [];

  readonly load = async (): Promise<Kept> => ({
    snapshot: this.#snapshot,
    waiting: [...this.#waiting],
    declined: [...this.#declined],
  });
  readonly saveSnapshot = async (snapshot: NonNullable<Kept['snapshot']>): Promise<void> => {
    this.#snapshot = structuredClone(snapshot);
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
