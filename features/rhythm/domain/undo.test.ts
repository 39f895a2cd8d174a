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
const call = (name: keyof typeof rhythmCommands, payload: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ name: fc.constant<string>(name), payload: fc.record(payload) });

const period = { number: fc.integer({ min: 1, max: 3 }), name: maybe(text), firstDay: day, lastDay: day };
const session = { day, subject: maybe(text), leaderId: maybe(memberId), note: text };
const item = {
  minutes: maybe(fc.constant(10)),
  subject: text,
  memberIds: fc.array(memberId, { maxLength: 2 }),
  who: maybe(text),
};

const anything: fc.Arbitrary<CommandCall> = fc.oneof(
  call('fixedMoment.set', {
    weekday: fc.integer({ min: 1, max: 5 }),
    startsAt: fc.constantFrom('15:45', '08:00'),
    minutes: fc.constant(15),
    place: maybe(text),
  }),
  call('fixedMoment.clear', {}),
  call('period.add', { id: some(20), ...period }),
  call('period.edit', { periodId: some(20), ...period }),
  call('period.remove', { periodId: some(20) }),
  call('period.restore', { periodId: some(20) }),
  call('plannedSession.add', { id: some(30), ...session }),
  call('plannedSession.edit', { plannedSessionId: some(30), ...session }),
  call('plannedSession.callOff', { id: some(30), day }),
  call('plannedSession.goOn', { day }),
  call('plannedSession.remove', { plannedSessionId: some(30) }),
  call('plannedSession.restore', { plannedSessionId: some(30) }),
  call('programmeItem.add', { id: some(40), day, ...item }),
  call('programmeItem.edit', { programmeItemId: some(40), ...item }),
  call('programmeItem.move', { programmeItemId: some(40), index: fc.nat(3) }),
  call('programmeItem.remove', { programmeItemId: some(40) }),
  call('programmeItem.restore', { programmeItemId: some(40) }),
  call('rota.arrange', { queue: fc.array(memberId, { maxLength: 4 }) }),
  call('rota.skip', turn),
  call('rota.unskip', turn),
  call('rota.swap', { memberId, otherId: memberId }),
  call('rota.takeOver', turn),
  call('rota.giveBack', { day: turn.day }),
  call('rota.exceptions', {
    day,
    skipIds: fc.array(memberId, { maxLength: 2 }),
    takeOverId: maybe(memberId),
  }),
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
  const undone = new Set<string>();
  fc.assert(
    fc.property(fc.array(anything, { minLength: 40, maxLength: 60, size: 'max' }), (calls) => {
      const team = openRhythm();
      for (const each of calls) {
        const before = seen(team.state);
        const back = undoOf(definition, team.state, each);
        if (team.send(each) !== 'done') continue;
        const after = seen(team.state);
        if (back === null) throw new Error(`No way back from ${each.name}`);
        team.send(back);
        expect(seen(team.state), `${each.name} undone by ${back.name}`).toEqual(before);
        team.undo();
        expect(seen(team.state), `${each.name} done again`).toEqual(after);
        undone.add(each.name).add(back.name);
      }
    }),
    { numRuns: 150 },
  );
  expect([...undone].sort()).toEqual(Object.keys(rhythmCommands).sort());
});
