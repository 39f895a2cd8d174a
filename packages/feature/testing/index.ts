import * as fc from 'fast-check';
import { addDays, type Day, newId } from '#packages/kernel';
import type { AnyCommand, AnyState, CommandCall, PayloadsOf } from '#packages/sync';

/**
 * What a feature gives to the tests that go over all of them: `export const testFace: TestFace = { … }` in its
 * `testing/index.ts`, found by the feature's name (tests/faces.ts). So no test there names a feature.
 */
export type TestFace = {
  readonly whoMay: WhoMay;
  /** Of every command something that somebody could do now: `satisfies Calls<typeof …Commands>` forgets none. */
  readonly calls: (around: Around) => Readonly<Record<string, fc.Arbitrary<unknown>>>;
  /** What a busy team does with it, for boards that are years old. Called once for every such board. */
  readonly weeks?: () => BusyWeek;
};

/**
 * What the method lets people do, in the words of the table in tests/security/who-may.ts. Written by hand: it knows nothing
 * of the code that decides, so that the two can be compared.
 */
export type WhoMay = {
  readonly capabilities: Readonly<Record<string, string>>;
  /** 'nobody': the server itself. */
  readonly commands: Readonly<Record<string, string>>;
  /** By method and address: 'GET /teams/:team'. */
  readonly endpoints?: Readonly<Record<string, string>>;
};

/** Names that all ask for the same word. */
export const asks = <const Name extends string>(word: string, ...names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, word])) as Readonly<Record<Name, string>>;

type Commands = Readonly<Record<string, Pick<AnyCommand, 'payload'>>>;

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

/** A team in one of its weeks, on the day of its session. */
export type BusyTeam<C extends Commands = Commands, State = AnyState> = {
  /** From 0, holidays counted too. */
  readonly week: number;
  readonly day: Day;
  readonly state: State;
  readonly member: (index: number) => string;
  readonly members: readonly string[];
  /** Throws when it is refused. */
  readonly act: <Name extends keyof C & string>(name: Name, payload: PayloadsOf<C>[Name]) => void;
};

/** Every feature `before` the session, then every feature in it, and so on. */
export type BusyWeek<Team extends BusyTeam<never, never> = never> = {
  readonly before?: (team: Team) => void;
  /** Whoever opens and closes the session does so here. */
  readonly opens?: (team: Team) => void;
  readonly during?: (team: Team) => void;
  readonly closes?: (team: Team) => void;
};
