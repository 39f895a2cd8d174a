import * as fc from 'fast-check';
import { schoolInspirationKinds, type themeAccess, type themeCommands } from '#features/themes/domain';
import { type Around, asks, type Calls, type TestFace } from '#packages/feature/testing';

const calls = ({ one, another, day }: Around) => {
  const inspirationId = one('schoolInspiration');
  const said = {
    text: fc.constantFrom('Ieder kind durft te vragen', 'Elke dag een beetje'),
    day: fc.option(day),
  };
  return {
    'schoolInspiration.add': fc.record({
      id: another('schoolInspiration'),
      kind: fc.constantFrom(...schoolInspirationKinds),
      ...said,
    }),
    'schoolInspiration.edit': fc.record({ inspirationId, ...said }),
    'schoolInspiration.move': fc.record({ inspirationId, index: fc.nat(3) }),
    'schoolInspiration.remove': fc.record({ inspirationId }),
    'schoolInspiration.restore': fc.record({ inspirationId }),
  } satisfies Calls<typeof themeCommands>;
};

export const testFace: TestFace = {
  whoMay: {
    capabilities: { 'school.inspire': 'inspire' } satisfies Record<keyof typeof themeAccess, string>,
    commands: asks(
      'inspire',
      'schoolInspiration.add',
      'schoolInspiration.edit',
      'schoolInspiration.move',
      'schoolInspiration.remove',
      'schoolInspiration.restore',
    ) satisfies Record<keyof typeof themeCommands, string>,
  },
  calls,
};
