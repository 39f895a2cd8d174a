import * as fc from 'fast-check';
import type { rhythmAccess, rhythmCommands } from '#features/rhythm/domain';
import { type Around, asks, type BusyTeam, type Calls, type TestFace } from '#packages/feature/testing';
import { addDays, newId } from '#packages/kernel';

const calls = ({ one, another, day }: Around) => {
  const [periodId, plannedSessionId, programmeItemId] = [
    one('period'),
    one('plannedSession'),
    one('programmeItem'),
  ];
  const memberId = one('member');
  const text = fc.constantFrom('Arena', 'Ontwerpen', 'Feedback');
  const turn = fc.record({ memberId, day });
  const period = {
    number: fc.integer({ min: 1, max: 3 }),
    name: fc.option(text),
    firstDay: day,
    lastDay: day,
  };
  const session = { day, subject: fc.option(text), leaderId: fc.option(memberId), note: text };
  const item = {
    minutes: fc.option(fc.constant(10)),
    subject: text,
    memberIds: fc.array(memberId, { maxLength: 2 }),
    who: fc.option(text),
  };
  return {
    'fixedMoment.set': fc.record({
      weekday: fc.integer({ min: 1, max: 5 }),
      startsAt: fc.constantFrom('15:45', '08:00'),
      minutes: fc.constant(15),
      place: fc.option(text),
    }),
    'fixedMoment.clear': fc.record({}),
    'period.add': fc.record({ id: another('period'), ...period }),
    'period.edit': fc.record({ periodId, ...period }),
    'period.remove': fc.record({ periodId }),
    'period.restore': fc.record({ periodId }),
    'plannedSession.add': fc.record({ id: another('plannedSession'), ...session }),
    'plannedSession.edit': fc.record({ plannedSessionId, ...session }),
    'plannedSession.callOff': fc.record({ id: another('plannedSession'), day }),
    'plannedSession.goOn': fc.record({ day }),
    'plannedSession.remove': fc.record({ plannedSessionId }),
    'plannedSession.restore': fc.record({ plannedSessionId }),
    'programmeItem.add': fc.record({ id: another('programmeItem'), day, ...item }),
    'programmeItem.edit': fc.record({ programmeItemId, ...item }),
    'programmeItem.move': fc.record({ programmeItemId, index: fc.nat(3) }),
    'programmeItem.remove': fc.record({ programmeItemId }),
    'programmeItem.restore': fc.record({ programmeItemId }),
    'rota.arrange': fc.record({ queue: fc.array(memberId, { maxLength: 4 }) }),
    'rota.skip': turn,
    'rota.unskip': turn,
    'rota.swap': fc.record({ memberId, otherId: memberId }),
    'rota.takeOver': turn,
    'rota.giveBack': fc.record({ day }),
    'rota.exceptions': fc.record({
      day,
      skipIds: fc.array(memberId, { maxLength: 2 }),
      takeOverId: fc.option(memberId),
    }),
    'rota.coachLeads': fc.record({ memberId }),
    'rota.handOver': fc.record({}),
    'rota.coachAsItWas': fc.record({
      lead: fc.option(fc.record({ memberId, since: day, handedOverOn: fc.option(day) })),
    }),
  } satisfies Calls<typeof rhythmCommands>;
};

/** A period of eight weeks, and a line for today in the programme. */
const weeks = () => ({
  before: ({ act, day, week }: BusyTeam<typeof rhythmCommands>) => {
    if (week % 8 !== 0) return;
    act('period.add', {
      id: newId(),
      number: (Math.floor(week / 8) % 20) + 1,
      name: null,
      firstDay: addDays(day, -1),
      lastDay: addDays(day, 54),
    });
  },
  during: ({ act, day }: BusyTeam<typeof rhythmCommands>) =>
    act('programmeItem.add', {
      id: newId(),
      day,
      minutes: 45,
      subject: 'Samen een rekenles voorbereiden',
      memberIds: [],
      who: 'in duo’s',
    }),
});

export const testFace: TestFace = {
  whoMay: {
    capabilities: {
      'rhythm.plan': 'use',
      'rhythm.arrange': 'arrange',
      'rhythm.handOver': 'arrange',
    } satisfies Record<keyof typeof rhythmAccess, string>,
    commands: {
      ...asks('arrange', 'fixedMoment.set', 'fixedMoment.clear'),
      ...asks('use', 'period.add', 'period.edit', 'period.remove', 'period.restore'),
      ...asks('use', 'plannedSession.add', 'plannedSession.edit', 'plannedSession.callOff'),
      ...asks('use', 'plannedSession.goOn', 'plannedSession.remove', 'plannedSession.restore'),
      ...asks('use', 'programmeItem.add', 'programmeItem.edit', 'programmeItem.move'),
      ...asks('use', 'programmeItem.remove', 'programmeItem.restore'),
      ...asks('use', 'rota.arrange', 'rota.skip', 'rota.unskip', 'rota.swap', 'rota.takeOver'),
      ...asks('use', 'rota.giveBack', 'rota.exceptions'),
      ...asks('arrange', 'rota.coachLeads', 'rota.handOver', 'rota.coachAsItWas'),
    } satisfies Record<keyof typeof rhythmCommands, string>,
  },
  calls,
  weeks,
};
