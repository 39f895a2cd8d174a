import type { Day } from '#packages/kernel';
import type { AnyState, PayloadsOf } from '#packages/sync';
import type { Commands } from './calls.ts';

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
