import { expect, test } from 'vitest';
import { newAction, newGoal, openGoalsStream, today } from '#features/goals/testing';
import { tom, yasmin } from '#features/people/testing';
import { face } from './face.tsx';

type Stream = ReturnType<typeof openGoalsStream>;

/** The rank with which a part asks for the top of a phone; null when it does not. */
function rankOf(part: 'goals' | 'actions', team: Stream, memberId: string | null) {
  const asking = face.parts?.[part]?.asks?.filter(({ when }) =>
    when(team.state as never, { memberId, today }),
  );
  const ranks = asking?.map(({ rank }) => rank) ?? [];
  return ranks.length > 0 ? Math.min(...ranks) : null;
}

test('late actions of my own ask first, my own after that, those of others as the list that they are', () => {
  const team = openGoalsStream();
  team.do('action.add', { ...newAction, ownerId: yasmin });
  const [others, mine] = [rankOf('actions', team, tom), rankOf('actions', team, yasmin)];
  team.do('action.postpone', { actionId: newAction.id, due: '2026-11-20' });
  const late = rankOf('actions', team, yasmin);
  expect([late, mine, others].every((rank) => rank !== null)).toBe(true);
  expect([others, late, mine].toSorted((a, b) => Number(a) - Number(b))).toEqual([late, mine, others]);
  expect(rankOf('actions', team, null)).toBe(others);
});

test('goals ask as long as one has to be measured', () => {
  const team = openGoalsStream();
  expect(rankOf('goals', team, yasmin)).toBeNull();
  team.do('goal.add', { ...newGoal, startedOn: '2026-11-02' });
  expect(rankOf('goals', team, yasmin)).toBeGreaterThan(0);
});
