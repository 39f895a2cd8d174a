import * as fc from 'fast-check';
import type { visitAccess, visitCommands } from '#features/visits/domain';
import { type Around, asks, type BusyTeam, type Calls, type TestFace } from '#packages/feature/testing';
import { addDays, newId } from '#packages/kernel';

const calls = ({ one, another, day }: Around) => {
  const visitPairId = one('visitPair');
  const described = {
    visitorId: one('member'),
    visitedId: one('member'),
    alsoVisitorId: fc.option(one('member')),
    day: fc.option(day),
    startsAt: fc.option(fc.constantFrom('10:30', '13:15')),
    viewingQuestion: fc.option(fc.constant('Wie legt het uit?')),
  };
  return {
    'visitPair.plan': fc.record({ id: another('visitPair'), ...described }),
    'visitPair.edit': fc.record({ visitPairId, ...described }),
    'visitPair.tookPlace': fc.record({ visitPairId, on: fc.option(day) }),
    'visitPair.notYet': fc.record({ visitPairId }),
    'visitPair.remove': fc.record({ visitPairId }),
    'visitPair.restore': fc.record({ visitPairId }),
  } satisfies Calls<typeof visitCommands>;
};

/** Two visits a week; those of last week took place. */
const weeks = () => {
  let agreed: string[] = [];
  return {
    during: ({ act, day, member, week }: BusyTeam<typeof visitCommands>) => {
      for (const visitPairId of agreed) act('visitPair.tookPlace', { visitPairId, on: null });
      agreed = [newId(), newId()];
      for (const [index, id] of agreed.entries())
        act('visitPair.plan', {
          id,
          visitorId: member(week + index),
          visitedId: member(week + index + 3),
          alsoVisitorId: null,
          day: addDays(day, 2),
          startsAt: '10:30',
          viewingQuestion: 'Wat zeggen leerlingen over het lesdoel?',
        });
    },
  };
};

export const testFace: TestFace = {
  whoMay: {
    capabilities: { 'visits.plan': 'take' } satisfies Record<keyof typeof visitAccess, string>,
    commands: asks(
      'take',
      'visitPair.plan',
      'visitPair.edit',
      'visitPair.tookPlace',
      'visitPair.notYet',
      'visitPair.remove',
      'visitPair.restore',
    ) satisfies Record<keyof typeof visitCommands, string>,
  },
  calls,
  weeks,
};
