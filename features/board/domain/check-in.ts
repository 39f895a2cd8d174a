import { currentMembers, type Member } from '#features/people/domain';
import { isAtSchool } from '#features/rhythm/domain';
import type { BoardSession, CheckIn } from './records.ts';
import type { BoardState } from './state.ts';

type Team = Pick<BoardState, 'member' | 'team'>;

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

/** B16: at school on that day. On nobody's working day (a Saturday): everybody. Who leads is there. */
export function expectedMembers(state: Team, session: BoardSession): Member[] {
  const { day, leaderId } = session;
  const members = currentMembers(state).filter(
    (member) => member.awayUntil === null || member.awayUntil < day || member.id === leaderId,
  );
  const atSchool = new Set(members.filter((member) => isAtSchool(member, day)));
  return atSchool.size === 0
    ? members
    : members.filter((member) => atSchool.has(member) || member.id === leaderId);
}

export function checkInsOf(state: Pick<BoardState, 'checkIn'>, sessionId: string): CheckIn[] {
  return state.checkIn.all().filter((checkIn) => checkIn.sessionId === sessionId);
}

/** Who is in, who is missing, and whether the marks may be seen (B16–B17). */
export function checkInStatus(
  state: Team & Pick<BoardState, 'checkIn'>,
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
  const allIn = missing.length === 0;
  return {
    in: present,
    missing,
    away: absent.filter((member) => !expected.has(member.id)),
    allIn,
    shown: allIn || session.revealedAt !== null,
  };
}
