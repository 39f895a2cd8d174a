import * as fc from 'fast-check';
import { addDays, type Day, newId } from '#packages/kernel';
import type { AnyCommand, AnyState, CommandCall, PayloadsOf } from '#packages/sync';

export type Commands = Readonly<Record<string, Pick<AnyCommand, 'payload'>>>;

export type Calls<C extends Commands> = {
  readonly [Name in keyof C]: fc.Arbitrary<PayloadsOf<C>[Name]>;
};

/** What there is to do something with. */
export type Around = {
  /** Of this kind one that is there, or was, or never. */
  readonly one: (kind: string) => fc.Arbitrary<string>;
  /** For something new. */
  readonly another: (kind: string) => fc.Arbitrary<string>;
  readonly day: fc.Arbitrary<Day>;
};

const daysAround = (today: Day): fc.Arbitrary<Day> =>
  fc.constantFrom(-7, 0, 2, 7, 14, 42).map((days) => addDays(today, days));

/** A few ids of each kind, the same for what is new as for what is there: so that they meet. */
export const fewOf = (ids: Readonly<Record<string, readonly string[]>>, today: Day): Around => {
  const few = (kind: string) => {
    const some = ids[kind];
    if (!some) throw new Error(`the test has no ids of kind ${kind}`);
    return fc.constantFrom(...some);
  };
  return { one: few, another: few, day: daysAround(today) };
};

/** What stands in a state; now and then something that is not there. */
export const standingIn = (state: AnyState, today: Day): Around => {
  const nowhere = fc.constant(null).map(() => newId());
  return {
    one: (kind) => {
      const ids = (state[kind]?.all() ?? []).map(({ id }) => id);
      if (ids.length === 0) return nowhere;
      const there = fc.constantFrom(...ids);
      return state[kind]?.isGiven
        ? there
        : fc.oneof({ weight: 19, arbitrary: there }, { weight: 1, arbitrary: nowhere });
    },
    another: () => nowhere,
    day: daysAround(today),
  };
};

/** One of these calls. */
export const anyOf = (calls: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<CommandCall> =>
  fc.oneof(
    ...Object.entries(calls).map(([name, payload]) => fc.record({ name: fc.constant(name), payload })),
  );
