import { currentGuests, currentMembers, type Member } from '#features/people/domain';
import { isAtSchool } from '#features/rhythm/domain';
import type { BoardSession, CheckIn } from './records.ts';
import type { BoardState } from './state.ts';

type Team = Pick<BoardState, 'member' | 'team'>;

export type CheckInStatus = {
  /** Who checked in, in the order of the team, then guests. */
  readonly in: readonly { readonly member: Member; readonly checkIn: CheckIn }[];
  /** Expected, and not in yet. */
  readonly missing: readonly Member[];
  /** Away, or not at school on that day; they may still check in. */
  readonly away: readonly Member[];
  readonly allIn: boolean;
  /** Whether the marks may be seen: everybody is in, or the leader showed them. */
  readonly shown: boolean;
};

/**
 * B16: at school on that day, or there all the same. On nobody's working day (a Saturday): everybody. Who leads is there. A
 * guest counts once there (B31).
 */
export function expectedMembers(state: Team & Pick<BoardState, 'checkIn'>, session: BoardSession): Member[] {
  const { day } = session;
  const team = currentMembers(state);
  const isThere = whoIsThere(state, session);
  const present = team.filter(({ awayUntil }) => awayUntil === null || awayUntil < day);
  const atSchool = present.filter((member) => isAtSchool(member, day));
  const expected = new Set(atSchool.length === 0 ? present : atSchool);
  return [
    ...team.filter((member) => expected.has(member) || isThere(member)),
    ...guestsThere(state, session),
  ];
}

/** Who checked in, and who leads. */
function whoIsThere(state: Pick<BoardState, 'checkIn'>, session: BoardSession): (member: Member) => boolean {
  const checkedIn = new Set(checkInsOf(state, session.id).map(({ memberId }) => memberId));
  return ({ id }) => checkedIn.has(id) || id === session.leaderId;
}

/** B31: guests who checked in, or lead. */
const guestsThere = (state: Team & Pick<BoardState, 'checkIn'>, session: BoardSession): Member[] =>
  currentGuests(state).filter(whoIsThere(state, session));

/** B29: the summary goes to everybody of the team, and beside it to whoever was there. */
export function isWrittenTo(
  state: Pick<BoardState, 'member' | 'checkIn'>,
  session: BoardSession,
  memberId: string,
): boolean {
  return (
    state.member.get(memberId)?.place === 'member' ||
    checkInsOf(state, session.id).some((checkIn) => checkIn.memberId === memberId)
  );
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
  const members = [...currentMembers(state), ...guestsThere(state, session)];
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
