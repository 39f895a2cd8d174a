import * as fc from 'fast-check';
import { standingIn } from '#packages/feature/testing';
import type { Day } from '#packages/kernel';
import type { AnyState, CommandCall, StreamDefinition } from '#packages/sync';
import { testFaces } from '../faces.ts';

export type Random = () => number;

/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): Random {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Something that somebody in this stream could do now: mostly sensible, sometimes about a thing that is gone. */
export function randomCommand(
  { commands }: StreamDefinition,
  state: AnyState,
  today: Day,
  random: Random,
): CommandCall {
  const around = standingIn(state, today);
  const calls = testFaces
    .flatMap((face) => Object.entries(face.calls(around)))
    .filter(([name]) => Object.hasOwn(commands, name) && commands[name]?.capability !== 'internal');
  const [name, payloads] = calls[Math.floor(random() * calls.length)] ?? [];
  if (!name || !payloads) throw new Error('there is nothing to do here');
  const [payload] = fc.sample(payloads, { numRuns: 1, seed: Math.floor(random() * 2 ** 31) });
  return { name, payload };
}
