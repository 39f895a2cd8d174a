import type { Me } from '#features/people/domain';
import { nextSession, type RhythmState, upcomingLeaders } from '#features/rhythm/domain';
import type { Day } from '#packages/kernel';

type Place = Me['teams'][number];

/** The team whose day is shown: the first that somebody belongs to; null for who only looks at boards. */
export const mainTeam = (teams: readonly Place[]): Place | null =>
  teams.find((team) => team.memberId !== null) ?? null;

/** First what somebody belongs to, then what a role lets them look at. */
export const teamsOf = (teams: readonly Place[]): { own: readonly Place[]; others: readonly Place[] } => ({
  own: teams.filter((team) => team.memberId !== null),
  others: teams.filter((team) => team.memberId === null),
});

/** How far ahead a turn is worth telling: more sessions than a team has members. */
const SESSIONS_AHEAD = 12;

export type MyTurn =
  | { readonly is: 'now' }
  | { readonly is: 'later'; readonly day: Day }
  /** Not within sight: away, or no dates are known. */
  | { readonly is: 'unknown' };

/** When somebody leads: the next session, or a later date as the rota stands now. */
export function myTurn(state: RhythmState, today: Day, memberId: string): MyTurn {
  const next = nextSession(state, today);
  const mine = upcomingLeaders(state, today, SESSIONS_AHEAD).find(
    (turn) => turn.leader?.memberId === memberId,
  );
  if (!next || !mine?.day) return { is: 'unknown' };
  return mine.day === next.day ? { is: 'now' } : { is: 'later', day: mine.day };
}

/** "Sam" of "Sam de Vries": how the page greets. */
export const firstNameOf = (name: string): string => name.trim().split(/\s+/)[0] ?? name;

/** A team called "Kernteam" needs no "kernteam" below its name. */
export const isSameWord = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase() === other.trim().toLocaleLowerCase();
