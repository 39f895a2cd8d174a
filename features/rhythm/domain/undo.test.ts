import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { lise, rachid, sam, tom, yasmin } from '#features/people/testing';
import { openRhythm, today } from '#features/rhythm/testing';
import { type CommandCall, undoOf } from '#packages/sync';
import { id, onShow } from '#packages/testing/stream';
import { rhythmCommands } from './commands.ts';
import { leaderQueue, rotaOf } from './leaders.ts';
import { type RhythmState, rhythmRecords } from './records.ts';

const memberId = fc.constantFrom(yasmin, tom, sam, lise, rachid);
const day = fc.constantFrom(today, '2026-11-26', '2026-12-01', '2026-12-08', '2027-01-05');
const turn = { memberId: fc.constantFrom(yasmin, tom, rachid), day: fc.constantFrom(today, '2026-12-01') };
const some = (from: number) => fc.constantFrom(id(from), id(from + 1));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one);
const text = fc.constantFrom('Arena', 'Ontwerpen', 'Feedback');
const period = { number: fc.integer({ min: 1, max: 3 }), name: maybe(text), firstDay: day, lastDay: day };
const session = { day, subject: maybe(text), leaderId: maybe(memberId), note: text };
const item = {
  minutes: maybe(fc.constant(10)),
  subject: text,
  memberIds: fc.array(memberId, { maxLength: 2 }),
  who: maybe(text),
};

/** Every command there is: one that is left out does not compile. */
const payloads: Record<keyof typeof rhythmCommands, Record<string, fc.Arbitrary<unknown>>> = {
  'fixedMoment.set': {
    weekday: fc.integer({ min: 1, max: 5 }),
    startsAt: fc.constantFrom('15:45', '08:00'),
    minutes: fc.constant(15),
    place: maybe(text),
  },
  'fixedMoment.clear': {},
  'period.add': { id: some(20), ...period },
  'period.edit': { periodId: some(20), ...period },
  'period.remove': { periodId: some(20) },
  'period.restore': { periodId: some(20) },
  'plannedSession.add': { id: some(30), ...session },
  'plannedSession.edit': { plannedSessionId: some(30), ...session },
  'plannedSession.callOff': { id: some(30), day },
  'plannedSession.goOn': { day },
  'plannedSession.remove': { plannedSessionId: some(30) },
  'plannedSession.restore': { plannedSessionId: some(30) },
  'programmeItem.add': { id: some(40), day, ...item },
  'programmeItem.edit': { programmeItemId: some(40), ...item },
  'programmeItem.move': { programmeItemId: some(40), index: fc.nat(3) },
  'programmeItem.remove': { programmeItemId: some(40) },
  'programmeItem.restore': { programmeItemId: some(40) },
  'rota.arrange': { queue: fc.array(memberId, { maxLength: 4 }) },
  'rota.skip': turn,
  'rota.unskip': turn,
  'rota.swap': { memberId, otherId: memberId },
  'rota.takeOver': turn,
  'rota.giveBack': { day: turn.day },
  'rota.exceptions': {
    day,
    skipIds: fc.array(memberId, { maxLength: 2 }),
    takeOverId: maybe(memberId),
  },
  'rota.coachLeads': { memberId },
  'rota.handOver': {},
  'rota.coachAsItWas': {
    lead: maybe(fc.record({ memberId, since: turn.day, handedOverOn: maybe(turn.day) })),
  },
};

const anything: fc.Arbitrary<CommandCall> = fc.oneof(
  ...Object.entries(payloads).map(([name, payload]) =>
    fc.record({ name: fc.constant(name), payload: fc.record(payload) }),
  ),
);

/** What people see; the rota by what it says, for it is only written down when somebody touches it. */
function seen(state: RhythmState) {
  const { skips, takeOvers } = rotaOf(state);
  const inOrder = (turns: readonly object[]) =>
    turns.map((turn) => JSON.stringify(turn, ['day', 'memberId'])).sort();
  const rota = { queue: leaderQueue(state), skips: inOrder(skips), takeOvers: inOrder(takeOvers) };
  return { ...onShow(state), rota };
}

it('R22: whatever was done, undo gives back what was on the board; and undoing that does it again', () => {
  const definition = { records: rhythmRecords, commands: rhythmCommands };
  fc.assert(
    fc.property(fc.array(anything, { minLength: 40, maxLength: 60, size: 'max' }), (calls) => {
      const team = openRhythm();
      for (const each of calls) {
        const before = seen(team.state);
        const back = undoOf(definition, team.state, each, team.context);
        if (team.send(each) !== 'done') continue;
        const after = seen(team.state);
        if (back === null) throw new Error(`No way back from ${each.name}`);
        team.send(back);
        expect(seen(team.state), `${each.name} undone by ${back.name}`).toEqual(before);
        team.undo();
        expect(seen(team.state), `${each.name} done again`).toEqual(after);
      }
    }),
    { numRuns: 150 },
  );
});
