import type { Action } from '#features/goals/domain';
import { currentMembers } from '#features/people/domain';
import { upcomingLeaders } from '#features/rhythm/domain';
import type { Kind } from '#packages/sync';
import { checkInsOf, expectedMembers } from './check-in.ts';
import { successesOf } from './notes.ts';
import type { BoardSession, SessionSummary } from './records.ts';
import type { BoardState } from './state.ts';

const idsOf = (things: Iterable<{ readonly id: string }>): string[] =>
  Array.from(things, (thing) => thing.id).sort();

/**
 * What a session leaves behind (B18), worked out once, at its end. Notes and actions count from its start;
 * goals and measurements, which know only their day, count on the day of the session.
 */
export function summaryOf(state: BoardState, session: BoardSession): SessionSummary {
  const during = (at: string | null): boolean => at !== null && at >= session.startedAt;
  const standing = <T extends { readonly removedAt: string | null }>(things: Kind<T>): T[] =>
    things.all().filter((thing) => thing.removedAt === null);

  const goals = standing(state.goal);
  const topics = standing(state.parkedTopic);
  const actions = standing(state.action);
  const [next] = upcomingLeaders(state, session.day, 1);
  return {
    checkedIn: checkInsOf(state, session.id).length,
    expected: expectedMembers(state, session).length,
    successIds: idsOf(successesOf(state).filter((success) => during(success.addedAt))),
    newGoalIds: idsOf(goals.filter((goal) => goal.startedOn === session.day)),
    measurementIds: idsOf(
      standing(state.measurement).filter((measured) => measured.measuredOn === session.day),
    ),
    closedGoalIds: idsOf(goals.filter((goal) => goal.closedOn === session.day)),
    parkedIds: idsOf(topics.filter((topic) => during(topic.addedAt))),
    settledIds: idsOf(topics.filter((topic) => during(topic.settledAt))),
    people: perPerson(
      state,
      actions.filter((action) => during(action.addedAt)),
      actions.filter((action) => during(action.doneAt)),
    ),
    nextDay: next?.day ?? null,
    nextLeaderId: next?.leader?.memberId ?? null,
  };
}

/** Everybody with something new or done: the team in its order, then who has left, then actions of nobody yet. */
function perPerson(
  state: BoardState,
  added: readonly Action[],
  done: readonly Action[],
): SessionSummary['people'] {
  const inTeam = currentMembers(state).map((member) => member.id);
  const named = idsOf(
    [...added, ...done].flatMap((action) => peopleOf(action).flatMap((id) => (id === null ? [] : { id }))),
  );
  const people = [...new Set<string | null>([...inTeam, ...named, null])];
  return people
    .map((memberId) => {
      const own = (action: Action): boolean => peopleOf(action).includes(memberId);
      return { memberId, newActionIds: idsOf(added.filter(own)), doneActionIds: idsOf(done.filter(own)) };
    })
    .filter((person) => person.newActionIds.length + person.doneActionIds.length > 0);
}

const peopleOf = (action: Action): (string | null)[] =>
  action.ownerId === null && action.alsoIds.length > 0 ? action.alsoIds : [action.ownerId, ...action.alsoIds];
