import { it } from 'vitest';
import { lise, rachid, sam, tom, yasmin } from '#features/people/testing';
import { openVisitsStream, testFace, today } from '#features/visits/testing';
import { anyOf, fewOf } from '#packages/feature/testing';
import { expectUndone, id } from '#packages/testing/stream';

it('V6: whatever was done, undo gives back what was on the board; and undoing that does it again', () => {
  const ids = { member: [yasmin, tom, sam, lise, rachid], visitPair: [id(90), id(91)] };
  const calls = anyOf(testFace.calls(fewOf(ids, today)));
  expectUndone({ open: openVisitsStream, calls, inARow: 30 });
});
