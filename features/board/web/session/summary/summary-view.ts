import {
  type BoardSession,
  type BoardState,
  endedSessions,
  isWrittenTo,
  nothingHappened,
  type SummaryFacts,
  summaryFacts,
} from '#features/board/domain';
import type { Action } from '#features/goals/domain';
import { callName } from '#features/people/domain';
import { dayIn } from '#packages/kernel';

export type PersonActions = {
  readonly memberId: string | null;
  readonly lines: readonly { readonly action: Action; readonly is: 'new' | 'done' | 'both' }[];
};

/** Each person's actions once, also one that was made and done in the same session. */
export function actionsPerPerson(facts: Pick<SummaryFacts, 'people'>): PersonActions[] {
  return facts.people.map(({ memberId, newActions, doneActions }) => ({
    memberId,
    lines: [
      ...newActions.map((action) => ({
        action,
        is: doneActions.includes(action) ? ('both' as const) : ('new' as const),
      })),
      ...doneActions
        .filter((action) => !newActions.includes(action))
        .map((action) => ({ action, is: 'done' as const })),
    ],
  }));
}

/** B29: whom the summary goes to: everybody who was in the team on the day of the session; nobody when nothing happened. */
export function mailedTo(state: Pick<BoardState, 'member' | 'checkIn'>, session: BoardSession): string[] {
  if (session.summary === null || session.endedAt === null || nothingHappened(session.summary)) return [];
  const endedOn = dayIn(new Date(session.endedAt));
  const members = state.member.all();
  return members
    .filter((member) => member.joinedOn <= endedOn && (member.leftOn === null || member.leftOn > endedOn))
    .filter((member) => isWrittenTo(state, session, member.id))
    .sort((a, b) => a.joinedOn.localeCompare(b.joinedOn) || a.id.localeCompare(b.id))
    .map((member) => callName(members, member));
}

export type PastSession = { readonly session: BoardSession; readonly facts: SummaryFacts };

/** Sessions that have been, the latest first. */
export function pastSessions(state: BoardState): PastSession[] {
  return endedSessions(state).flatMap((session) => {
    const facts = summaryFacts(state, session);
    return facts ? [{ session, facts }] : [];
  });
}
