import type { ClockTime, Day } from '#packages/kernel';
import type { AnyPart, PayloadsOfPart, StateOfPart, StreamRef } from '#packages/sync';
import type { Said } from '../said.ts';

/** Who plays, and at which boards: the keys by which a story calls them, so that a wrong one does not compile. */
export type Cast = { readonly person: string; readonly board: string };

/** What a scene is told with: at one board, at one moment, in the language of its school. */
export type Telling<State, Payloads, Of extends Cast> = {
  readonly stream: StreamRef;
  /** One command by somebody; null is the board display. A refusal means that the story is wrong. */
  readonly act: <Name extends keyof Payloads & string>(
    by: Of['person'] | null,
    name: Name,
    payload: Payloads[Name],
  ) => Promise<void>;
  readonly state: () => Promise<State>;
  readonly say: (said: Said) => string;
  /** Somebody's id at this board. */
  readonly who: (person: Of['person']) => string;
  /** Everybody of the team, by their ids at this board. */
  readonly team: readonly string[];
  /** A new id, under a name by which the other scenes of the school know it. */
  readonly make: (name: string) => string;
  /** What a scene of the same feature made. */
  readonly made: (name: string) => string;
  /** What another feature may have made; null where that feature is not in this product. */
  readonly known: (name: string) => string | null;
  /** A school day so many weeks before this week's session and so many days from there; a weekend gives way. */
  readonly day: (weeksAgo: number, days?: number) => Day;
  readonly monday: (weeksAgo: number) => Day;
  readonly sunday: (weeksAgo: number) => Day;
  /** Seconds go by. */
  readonly pass: (seconds: number) => void;
  /** What other scenes have in a step of the session that this scene holds. */
  readonly during: (step: number) => Promise<void>;
};

type Tell = (telling: never) => Promise<void>;
type When = { readonly board: string; readonly weeksAgo: number };

/** Something that happened at a board: on a day, or in a step of the session of that week. */
export type Scene = When & { readonly tell: Tell } & (
    | { readonly days: number; readonly time: ClockTime }
    | { readonly step: number }
  );

/** What a feature tells of the demonstration, in its own words. The moments say the order, not the list. */
export type Story = readonly Scene[];

/** The scenes that a feature may tell, with the commands of its part: `const { scene, inSession } = scenesOf<typeof goalsPart, Cast>()`. */
export function scenesOf<P extends AnyPart, Of extends Cast>() {
  type Given = {
    readonly board: Of['board'];
    readonly weeksAgo: number;
    readonly tell: (telling: Telling<StateOfPart<P>, PayloadsOfPart<P>, Of>) => Promise<void>;
  };
  return {
    /** On a day, so many from that of the session of that week. */
    scene: (given: Given & { readonly days: number; readonly time: ClockTime }): Scene => given,
    /** Within the session of that week. */
    inSession: (given: Given & { readonly step: number }): Scene => given,
  };
}
