import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { openGoalsStream, periodId, today } from '#features/goals/testing';
import { lise, rachid, sam, yasmin } from '#features/people/testing';
import { type CommandCall, undoOf } from '#packages/sync';
import { id, onShow } from '#packages/testing/stream';
import { goalCommands } from './commands.ts';
import { goalRecords } from './records.ts';

const someone = fc.option(fc.constantFrom(yasmin, sam, lise, rachid));
const some = (from: number) => fc.constantFrom(id(from), id(from + 1), id(from + 2));
const day = fc.constantFrom('2026-11-17', today, '2026-12-01');
const maybeDay = fc.option(day);
const text = fc.constantFrom('Arena', 'Ontwerpen', 'Feedback');
const mark = fc.integer({ min: 2, max: 20 }).map((half) => half / 2);

const goal = {
  text,
  pupils: fc.option(text),
  target: mark,
  weeks: fc.integer({ min: 4, max: 8 }),
  startedOn: day,
  periodId: fc.option(fc.constant(periodId)),
  ownerId: someone,
};
const action = {
  kind: fc.constantFrom('classroom', 'team'),
  text,
  ownerId: someone,
  alsoIds: fc.array(fc.constantFrom(sam, lise), { maxLength: 2 }),
  goalId: fc.option(some(50)),
  due: maybeDay,
};
const actionIds = fc.array(some(70), { minLength: 1, maxLength: 3 });

/** Every command there is: one that is left out does not compile. */
const payloads: Record<keyof typeof goalCommands, Record<string, fc.Arbitrary<unknown>>> = {
  'goal.add': {
    id: some(50),
    ...goal,
    baseline: fc.option(fc.record({ id: some(80), value: mark, byMemberId: someone })),
  },
  'goal.edit': { goalId: some(50), ...goal },
  'goal.close': { goalId: some(50), outcome: fc.constantFrom('reached', 'stopped'), closedOn: maybeDay },
  'goal.reopen': { goalId: some(50) },
  'goal.move': { goalId: some(50), index: fc.nat(3) },
  'goal.remove': { goalId: some(50) },
  'goal.restore': { goalId: some(50) },
  'goal.measure': {
    id: some(83),
    goalId: some(50),
    period: fc.nat(2),
    value: mark,
    measuredOn: maybeDay,
    byMemberId: someone,
    note: fc.option(text),
  },
  'goal.unmeasure': { measurementId: some(83) },
  'goal.remeasure': { measurementId: some(83) },
  'action.add': { id: some(70), ...action },
  'action.addMany': {
    actions: fc.array(fc.record({ id: some(70), ...action }), { minLength: 1, maxLength: 3 }),
  },
  'action.edit': { actionId: some(70), ...action },
  'action.postpone': { actionId: some(70), due: maybeDay },
  'action.tick': { actionId: some(70), doneAt: fc.constant(null) },
  'action.untick': { actionId: some(70) },
  'action.remove': { actionIds },
  'action.restore': { actionIds },
};

const anything: fc.Arbitrary<CommandCall> = fc.oneof(
  ...Object.entries(payloads).map(([name, payload]) =>
    fc.record({ name: fc.constant(name), payload: fc.record(payload) }),
  ),
);

/** What people see: a goal that was taken off takes its measurements along. */
function seen(state: unknown) {
  const shown = onShow(state);
  const measurement = (shown.measurement ?? []).filter((each) =>
    shown.goal?.some(({ id }) => id === each.goalId),
  );
  return { ...shown, measurement };
}

it('G17: whatever was done, undo gives back what was on the board; and undoing that does it again', () => {
  const definition = { records: goalRecords, commands: goalCommands };
  fc.assert(
    fc.property(fc.array(anything, { minLength: 30, maxLength: 50, size: 'max' }), (calls) => {
      const team = openGoalsStream();
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
