import { isIPv6 } from 'node:net';

/** Counts within the running minute, per address or session: enough to make guessing hopeless, without a store. */
export class CallCounter {
  readonly #most: number;
  #minute = 0;
  #calls = new Map<string, number>();

  constructor(mostPerMinute: number) {
    this.#most = mostPerMinute;
  }

  /** What is refused counts as well: going on does not help. */
  admit(who: string, count = 1, now: number = Date.now()): boolean {
    const minute = Math.floor(now / 60_000);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#calls = new Map();
    }
    const total = (this.#calls.get(who) ?? 0) + count;
    this.#calls.set(who, total);
    return total <= this.#most;
  }
}

/** One household or school has a whole IPv6 network of 64 bits to itself, and could call from each address in it. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const bare = address.replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (mapped) return mapped;
  const [head = '', tail] = bare.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
