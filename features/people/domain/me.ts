import type { Actor, SchoolRole } from './access.ts';
import type { TeamKind } from './records.ts';

/** What the server tells somebody about themselves (GET /me); both sides read it, and `can` answers from `actor`. */
export type Me = {
  readonly actor: Actor;
  /** How the person is called; for a board display the name of the screen. */
  readonly name: string;
  /** Null for a board display. */
  readonly email: string | null;
  readonly language: 'nl' | 'en';
  /** Teams whose board may be opened, own teams first. `memberId` is null in a team that is only looked at. */
  readonly teams: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: TeamKind;
    readonly accent: string;
    readonly schoolId: string;
    readonly schoolName: string;
    readonly memberId: string | null;
  }[];
  /** Schools in which this person has a place or a role, with the roles held there. */
  readonly schools: readonly {
    readonly id: string;
    readonly name: string;
    readonly roles: readonly SchoolRole[];
  }[];
  readonly demonstration: boolean;
};
