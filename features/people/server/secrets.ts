import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** Letters and digits that cannot be taken for one another when read aloud or from a wall: no 0 O 1 I L, no 5 S, 2 Z, 8 B, U V. */
const readableLetters = 'ACDEFGHJKMNPQRTWXY34679';

/** 256 random bits, for something that nobody has to read or type. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const isToken = (text: string | null | undefined): text is string =>
  text != null && /^[\w-]{43}$/.test(text);

/** How a token is kept. It cannot be guessed, so a plain hash is enough; a new SESSION_SECRET signs nobody out. */
export function hashOfToken(purpose: 'session' | 'browser' | 'invitation', token: string): string {
  return createHash('sha256').update(`${purpose}:${token}`).digest('base64url');
}

export function readableCode(length: number): string {
  return Array.from({ length }, () => readableLetters[randomInt(readableLetters.length)]).join('');
}

/** As somebody types it: small letters, spaces and dashes do not matter. */
export const typedCode = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

export const sixDigits = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** Keyed hashes for what could be guessed from a plain one: short codes, addresses. */
export class Secrets {
  readonly #key: string;

  constructor(sessionSecret: string) {
    this.#key = sessionSecret;
  }

  keyed(purpose: 'email' | 'sign-in-code' | 'pairing-code', ...parts: readonly string[]): string {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify([purpose, ...parts]))
      .digest('base64url');
  }
}

export function sameHash(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
