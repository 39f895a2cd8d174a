import type * as fc from 'fast-check';
import type { BusyWeek } from './busy-week.ts';
import type { Around } from './calls.ts';

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
  /** What the kinds of access ask for that know no capability. */
  readonly access?: Readonly<Record<string, string>>;
  /** By method and address: 'GET /teams/:team'. */
  readonly endpoints?: Readonly<Record<string, string>>;
};

/** Names that all ask for the same word. */
export const asks = <const Name extends string>(word: string, ...names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, word])) as Readonly<Record<Name, string>>;
