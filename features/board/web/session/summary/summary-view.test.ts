import { describe, expect, it } from 'vitest';
import type { BoardSession, BoardState, CheckIn, SessionSummary } from '#features/board/domain';
import type { Action } from '#features/goals/domain';
import type { Member } from '#features/people/domain';
import { kindOf } from '#packages/sync';
import { actionsPerPerson, mailedTo, pastSessions } from './summary-view.ts';

const nothing: SessionSummary = {
  checkedIn: 0,
  expected: 2,
  successIds: [],
  newGoalIds: [],
  measurementIds: [],
  closedGoalIds: [],
  parkedIds: [],
  settledIds: [],
  people: [],
  nextDay: null,
  nextLeaderId: null,
};
const session = (summary: SessionSummary | null, endedAt: string | null = '2026-11-24T15:00:00.000Z') =>
  ({
    id: `s${endedAt}`,
    startedAt: endedAt ?? '',
    endedAt,
    summary,
    spentMs: [60_000],
    endedBy: 'leader',
  }) as BoardSession;
const member = (
  name: string,
  joinedOn: string,
  leftOn: string | null,
  place: Member['place'] = 'member',
): Member => ({ id: name, name, place, joinedOn, leftOn }) as Member;
const team = (...members: Member[]) => ({
  member: kindOf(members),
  checkIn: kindOf<CheckIn>([]),
});

describe('B29 whom the summary goes to', () => {
  const state = team(
    member('Tom', '2026-09-01', null),
    member('Yasmin', '2026-08-24', null),
    member('Rachel', '2026-08-24', '2026-11-24'),
    member('Mehmet', '2026-08-24', '2026-12-01'),
    member('Noor', '2026-11-30', null),
  );

  it('everybody who was in the team that day, in the order of the team; also who has left since', () => {
    expect(mailedTo(state, session({ ...nothing, checkedIn: 1 }))).toEqual(['Mehmet', 'Yasmin', 'Tom']);
  });

  it('whoever joined in without being of the team only when they were there', () => {
    const guests = {
      member: kindOf([
        member('Yasmin', '2026-08-24', null),
        member('Marleen', '2026-09-01', null, 'guest'),
        member('Esther', '2026-09-01', null, 'guest'),
      ]),
      checkIn: kindOf([{ id: 'c', sessionId: session(nothing).id, memberId: 'Marleen' } as CheckIn]),
    };
    expect(mailedTo(guests, session({ ...nothing, checkedIn: 1 }))).toEqual(['Yasmin', 'Marleen']);
  });

  it('nobody when nothing happened, or while it runs', () => {
    expect(mailedTo(state, session(nothing))).toEqual([]);
    expect(mailedTo(state, session(null, null))).toEqual([]);
  });
});

it('an action that was made and done in the same session stands there once', () => {
  const [made, done, both] = ['made', 'done', 'both'].map((id) => ({ id }) as Action) as [
    Action,
    Action,
    Action,
  ];
  const people = [{ memberId: 'tom', newActions: [made, both], doneActions: [done, both] }];
  expect(actionsPerPerson({ people })[0]?.lines.map(({ action, is }) => [action.id, is])).toEqual([
    ['made', 'new'],
    ['both', 'both'],
    ['done', 'done'],
  ]);
});

it('past sessions: the latest first, the running one not among them', () => {
  const empty = {
    goal: kindOf([]),
    measurement: kindOf([]),
    action: kindOf([]),
    success: kindOf([]),
    parkedTopic: kindOf([]),
  };
  const sessions = [
    session(nothing, '2026-11-17T15:00:00.000Z'),
    session(nothing, '2026-11-24T15:00:00.000Z'),
    session(null, null),
  ];
  const boardSession = kindOf(sessions);
  const past = pastSessions({ ...empty, boardSession } as unknown as BoardState);
  expect(past.map(({ session }) => session.endedAt)).toEqual([
    '2026-11-24T15:00:00.000Z',
    '2026-11-17T15:00:00.000Z',
  ]);
});
