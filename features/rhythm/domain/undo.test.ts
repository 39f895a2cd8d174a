import * as fc from 'fast-check';
import { it } from 'vitest';
import { lise, rachid, sam, tom, yasmin } from '#features/people/testing';
import { openRhythm, testFace, today } from '#features/rhythm/testing';
import { anyOf, fewOf } from '#packages/feature/testing';
import { expectUndone, id, onShow } from '#packages/testing/stream';
import { leaderQueue, rotaOf } from './leaders.ts';
import type { RhythmState } from './records.ts';

/** Few days, so that turns meet. */
const around = {
  ...fewOf(
    {
      member: [yasmin, tom, sam, lise, rachid],
      period: [id(20), id(21)],
      plannedSession: [id(30), id(31)],
      programmeItem: [id(40), id(41)],
    },
    today,
  ),
  day: fc.constantFrom(today, '2026-11-26', '2026-12-01', '2027-01-05'),
};

/** What people see; the rota by what it says, for it is only written down when somebody touches it. */
function seen(state: RhythmState) {
  const { skips, takeOvers } = rotaOf(state);
  const inOrder = (turns: readonly object[]) =>
    turns.map((turn) => JSON.stringify(turn, ['day', 'memberId'])).sort();
  const rota = { queue: leaderQueue(state), skips: inOrder(skips), takeOvers: inOrder(takeOvers) };
  return { ...onShow(state), rota };
}

it('R22: whatever was done, undo gives back what was on the board; and undoing that does it again', () => {
  expectUndone({ open: openRhythm, calls: anyOf(testFace.calls(around)), inARow: 40, seen });
});
