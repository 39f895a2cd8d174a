import { it } from 'vitest';
import { testFace } from '#features/themes/testing';
import { anyOf, fewOf } from '#packages/feature/testing';
import { runnableOf } from '#packages/sync';
import { expectUndone, id, OpenStream } from '#packages/testing/stream';
import { themeCommands } from './commands.ts';
import { hanging } from './inspiring.ts';
import { themesPart } from './part.ts';
import { schoolInspirationKinds, type ThemeState } from './records.ts';

const today = '2026-11-24';

/** What people see: of each kind what hangs there, in order. */
const seen = ({ schoolInspiration }: ThemeState) =>
  schoolInspirationKinds.map((kind) =>
    hanging(schoolInspiration, kind).map(({ id, text, day }) => ({ id, text, day })),
  );

it('T4 whatever was done, undo gives back what hung there; and undoing that does it again', () => {
  const { records } = runnableOf(themesPart);
  const calls = anyOf(
    testFace.calls(fewOf({ schoolInspiration: [id(1), id(2), id(3), id(4), id(5)] }, today)),
  );
  expectUndone({
    open: () =>
      new OpenStream<ThemeState, typeof themeCommands>(
        { records, commands: themeCommands },
        { changes: [], today, by: null },
      ),
    calls,
    inARow: 30,
    seen,
  });
});
