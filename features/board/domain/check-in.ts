import { currentMembers, type Member } from '#features/people/domain';
import { isDay, weekday } from '#packages/kernel';
import type { BoardSession, CheckIn } from './records.ts';
import type { BoardState } from './state.ts';

export type CheckInStatus = {
  /** Who checked in, in the order of the team. */
  readonly in: readonly { readonly member: Member; readonly checkIn: CheckIn }[];
  /** Expected, and not in yet. */
  readonly missing: readonly Member[];
  /** Away, or not at school on that day; they may still check in. */
  readonly away: readonly Member[];
  readonly allIn: boolean;
  /** Whether the marks may be seen: everybody is in, or the leader showed them. */
  readonly shown: boolean;
};

const isAway = (member: Member, day: string): boolean => member.awayUntil !== null && member.awayUntil >= day;

const worksOn = (member: Member, day: string): boolean =>
  !isDay(day) || member.workDays.includes(weekday(day));

/** B20: at school on that day. Nobody's working day (a Saturday): everybody who is not away. */
export function expectedMembers(state: Pick<BoardState, 'member' | 'team'>, session: BoardSession): Member[] {
  const here = currentMembers(state).filter(
    (member) => !isAway(member, session.day) || member.id === session.leaderId,
  );
  const atSchool = here.filter((member) => worksOn(member, session.day));
  if (atSchool.length === 0) return here;
  return here.filter((member) => worksOn(member, session.day) || member.id === session.leaderId);
}

export function checkInsOf(state: Pick<BoardState, 'checkIn'>, sessionId: string): CheckIn[] {
  return Object.values(state.checkIn).filter((checkIn) => checkIn.sessionId === sessionId);
}

/** Who is in, who is missing, and whether the marks may be seen (B20–B22). */
export function checkInStatus(
  state: Pick<BoardState, 'member' | 'team' | 'checkIn'>,
  session: BoardSession,
): CheckInStatus {
  const byMember = new Map(checkInsOf(state, session.id).map((checkIn) => [checkIn.memberId, checkIn]));
  const expected = new Set(expectedMembers(state, session).map((member) => member.id));
  const members = currentMembers(state);
  const present = members.flatMap((member) => {
    const checkIn = byMember.get(member.id);
    return checkIn ? [{ member, checkIn }] : [];
  });
  const absent = members.filter((member) => !byMember.has(member.id));
  const missing = absent.filter((member) => expected.has(member.id));
  const allIn = present.length > 0 && missing.length === 0;
  return {
    in: present,
    missing,
    away: absent.filter((member) => !expected.has(member.id)),
    allIn,
    shown: allIn || session.revealedAt !== null,
  };
}
