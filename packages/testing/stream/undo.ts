import * as fc from 'fast-check';
import { expect } from 'vitest';
import type { CommandCall, Runnable } from '#packages/sync';
import { type OpenStream, onShow } from './open-stream.ts';

/** Whatever of these calls was done: undo gives back what was seen, and undoing that does it again. */
export function expectUndone<State, Commands extends Runnable['commands']>(given: {
  readonly open: () => OpenStream<State, Commands>;
  readonly calls: fc.Arbitrary<CommandCall>;
  /** How many in a row: what one makes, others find. */
  readonly inARow: number;
  /** What people see; moments and what was taken off are not among it. */
  readonly seen?: (state: State) => unknown;
}): void {
  const { open, calls, inARow: minLength, seen = onShow } = given;
  const rows = fc.array(calls, { minLength, maxLength: minLength + 20, size: 'max' });
  fc.assert(
    fc.property(rows, (row) => {
      const stream = open();
      for (const call of row) {
        const before = seen(stream.state);
        if (stream.send(call) !== 'done') continue;
        const after = seen(stream.state);
        expect(stream.undo(), `the way back from ${call.name}`).not.toBe('no way back');
        expect(seen(stream.state), `${call.name} undone`).toEqual(before);
        stream.undo();
        expect(seen(stream.state), `${call.name} done again`).toEqual(after);
      }
    }),
    { numRuns: 150 },
  );
}
