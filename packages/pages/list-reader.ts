import { isRefusedWith, Unreachable } from '#packages/http/client';
import type { Answer } from './asking.ts';

type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null; readonly total: number };

/** As much of a list as has been read. */
export type Shown<Item> = {
  readonly items: readonly Item[];
  readonly total: number;
  /** Whether there is more of it than is shown. */
  readonly hasMore: boolean;
};

/** The most that a server gives at once (packages/http). */
const AT_ONCE = 100;

/** Reads a list page by page, and again as far as it was read. */
export class ListReader<Item> {
  readonly #ask: (page: { cursor?: string; limit?: number }) => Promise<Page<Item>>;
  readonly #tell: (next: (before: Answer<Shown<Item>>) => Answer<Shown<Item>>) => void;
  #read: Page<Item> | null = null;
  /** Moves when nobody waits for it any more: what comes later is not told. */
  #era = 0;
  #turns: Promise<unknown> = Promise.resolve();

  constructor(
    ask: (page: { cursor?: string; limit?: number }) => Promise<Page<Item>>,
    tell: (next: (before: Answer<Shown<Item>>) => Answer<Shown<Item>>) => void,
  ) {
    this.#ask = ask;
    this.#tell = tell;
  }

  /** From the beginning, as far as it is shown now. */
  again(): Promise<void> {
    return this.#inTurn((era) => this.#readAgain(era));
  }

  /** The page after what is shown. Rejects when it does not come; what is shown stays. */
  more(): Promise<void> {
    return this.#inTurn(async (era) => {
      const read = this.#read;
      if (!read || read.next === null) return;
      try {
        this.#show(era, after(read, await this.#ask({ cursor: read.next })));
      } catch (error) {
        // A server that no longer knows where this page ended: the list is read anew.
        if (!isRefusedWith(error, 'invalid')) throw error;
        await this.#readAgain(era);
      }
    });
  }

  stop(): void {
    this.#era += 1;
  }

  async #readAgain(era: number): Promise<void> {
    const shown = this.#read?.items.length ?? 0;
    try {
      let read = await this.#ask(shown > 0 ? { limit: Math.min(shown, AT_ONCE) } : {});
      while (read.next !== null && read.items.length < shown) {
        const limit = Math.min(shown - read.items.length, AT_ONCE);
        read = after(read, await this.#ask({ cursor: read.next, limit }));
      }
      this.#show(era, read);
    } catch (error) {
      if (era !== this.#era) return;
      // What was known stays readable while the network is away.
      this.#tell((before) =>
        before.is === 'here' && error instanceof Unreachable ? before : { is: 'no', error },
      );
    }
  }

  /** One thing at a time: what is read again must not take away the page that is on its way. */
  #inTurn(work: (era: number) => Promise<void>): Promise<void> {
    const era = this.#era;
    const mine = this.#turns.then(() => work(era));
    this.#turns = mine.catch(() => {});
    return mine;
  }

  #show(era: number, read: Page<Item>): void {
    if (era !== this.#era) return;
    this.#read = read;
    const { items, total, next } = read;
    this.#tell(() => ({ is: 'here', value: { items, total, hasMore: next !== null } }));
  }
}

function after<Item>(read: Page<Item>, page: Page<Item>): Page<Item> {
  return { ...page, items: [...read.items, ...page.items] };
}
