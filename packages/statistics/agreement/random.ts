/** Whole numbers below `limit`, each as likely. */
export type Draw = (limit: number) => number;

/**
 * Repeatable draws from a seed: xoshiro128** (Blackman & Vigna 2021, ACM Transactions on Mathematical Software 47, 36),
 * its state filled from the seed by splitmix32. The same seed gives the same draws everywhere.
 */
export function seededDraw(seed: number): Draw {
  const state = Uint32Array.from({ length: 4 }, (_, place) =>
    splitmix(seed + Math.imul(place + 1, 0x9e3779b9)),
  );
  const next = (): number => {
    const result = Math.imul(rotate(Math.imul(state[1], 5), 7), 9) >>> 0;
    const shifted = state[1] << 9;
    state[2] ^= state[0];
    state[3] ^= state[1];
    state[1] ^= state[2];
    state[0] ^= state[3];
    state[2] ^= shifted;
    state[3] = rotate(state[3], 11);
    return result;
  };
  return (limit) => Math.floor((next() / 2 ** 32) * limit);
}

function splitmix(value: number): number {
  let mixed = value >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
