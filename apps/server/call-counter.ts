/** Counts calls per address within the running minute: enough to make guessing hopeless, without a store. */
export class CallCounter {
  readonly #most: number;
  #minute = 0;
  #calls = new Map<string, number>();

  constructor(mostPerMinute: number) {
    this.#most = mostPerMinute;
  }

  admit(address: string, now: number = Date.now()): boolean {
    const minute = Math.floor(now / 60_000);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#calls = new Map();
    }
    const count = (this.#calls.get(address) ?? 0) + 1;
    this.#calls.set(address, count);
    return count <= this.#most;
  }
}
