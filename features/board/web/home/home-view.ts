import { isOver, type Me } from '#features/people/domain';
import { nextSession, type RhythmState, upcomingLeaders } from '#features/rhythm/domain';
import type { Day } from '#packages/kernel';

type Place = Me['teams'][number];

/** A second board is found from the first (P19), and a team that is over is no place to work (P20). */
const atWork = (teams: readonly Place[], today: Day): readonly Place[] =>
  teams.filter((team) => team.improvementBoardId === null && !isOver(team, today));

/** The team whose day is shown: the one that somebody teaches in, else the first that they belong to; null for who only looks at boards. */
export function mainTeam(teams: readonly Place[], today: Day): Place | null {
  const own = atWork(teams, today).filter(({ place }) => place === 'member');
  return own.find(({ kind }) => kind === 'teachers') ?? own[0] ?? null;
}

/** First what somebody belongs to or coaches, then what a role lets them look at or join; what is over, last. */
export function teamsOf(
  teams: readonly Place[],
  today: Day,
): Readonly<Record<'own' | 'others' | 'over', readonly Place[]>> {
  const now = atWork(teams, today);
  return {
    own: now.filter(({ place }) => place === 'member' || place === 'coach'),
    others: now.filter(({ place }) => place !== 'member' && place !== 'coach'),
    over: teams.filter((team) => team.improvementBoardId === null && isOver(team, today)),
  };
}

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
