import { it } from 'vitest';
import { openGoalsStream, periodId, testFace, today } from '#features/goals/testing';
import { lise, rachid, sam, yasmin } from '#features/people/testing';
import { anyOf, fewOf } from '#packages/feature/testing';
import { expectUndone, id, onShow } from '#packages/testing/stream';
import type { GoalState } from './records.ts';

const some = (from: number) => [id(from), id(from + 1), id(from + 2)];
const ids = {
  member: [yasmin, sam, lise, rachid],
  period: [periodId],
  goal: some(50),
  action: some(70),
  baseline: some(80),
  measurement: some(83),
};

/** What people see: a goal that was taken off takes its measurements along. */
function seen(state: GoalState) {
  const shown = onShow(state);
  const measurement = (shown.measurement ?? []).filter((each) =>
    shown.goal?.some(({ id }) => id === each.goalId),
  );
  return { ...shown, measurement };
}

it('G17: whatever was done, undo gives back what was on the board; and undoing that does it again', () => {
  const calls = anyOf(testFace.calls(fewOf(ids, today)));
  expectUndone({ open: openGoalsStream, calls, inARow: 30, seen });
});
