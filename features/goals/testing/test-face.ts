import * as fc from 'fast-check';
import { type GoalState, type goalAccess, type goalCommands, openGoals } from '#features/goals/domain';
import { type Around, asks, type BusyTeam, type Calls, type TestFace } from '#packages/feature/testing';
import { addDays, newId } from '#packages/kernel';

const calls = ({ one, another, day }: Around) => {
  const [goalId, measurementId, actionId] = [one('goal'), one('measurement'), one('action')];
  const someone = fc.option(one('member'));
  const maybeDay = fc.option(day);
  const text = fc.constantFrom('Arena', 'Ontwerpen', 'Feedback');
  const mark = fc.integer({ min: 2, max: 20 }).map((half) => half / 2);
  const goal = {
    text,
    pupils: fc.option(text),
    target: mark,
    weeks: fc.integer({ min: 4, max: 8 }),
    startedOn: day,
    periodId: fc.option(one('period')),
    ownerId: someone,
  };
  const action = {
    kind: fc.constantFrom('classroom', 'team'),
    text,
    ownerId: someone,
    alsoIds: fc.array(one('member'), { maxLength: 2 }),
    goalId: fc.option(goalId),
    due: maybeDay,
  };
  const newAction = fc.record({ id: another('action'), ...action });
  const actionIds = fc.array(actionId, { minLength: 1, maxLength: 3 });
  return {
    'goal.add': fc.record({
      id: another('goal'),
      ...goal,
      baseline: fc.option(fc.record({ id: another('baseline'), value: mark, byMemberId: someone })),
    }),
    'goal.edit': fc.record({ goalId, ...goal }),
    'goal.close': fc.record({ goalId, outcome: fc.constantFrom('reached', 'stopped'), closedOn: maybeDay }),
    'goal.reopen': fc.record({ goalId }),
    'goal.move': fc.record({ goalId, index: fc.nat(3) }),
    'goal.remove': fc.record({ goalId }),
    'goal.restore': fc.record({ goalId }),
    'goal.measure': fc.record({
      id: another('measurement'),
      goalId,
      period: fc.nat(2),
      value: mark,
      measuredOn: maybeDay,
      byMemberId: someone,
      note: fc.option(text),
    }),
    'goal.unmeasure': fc.record({ measurementId }),
    'goal.remeasure': fc.record({ measurementId }),
    'action.add': newAction,
    'action.addMany': fc.record({ actions: fc.array(newAction, { minLength: 1, maxLength: 3 }) }),
    'action.edit': fc.record({ actionId, ...action }),
    'action.postpone': fc.record({ actionId, due: maybeDay }),
    'action.tick': fc.record({ actionId, doneAt: fc.constant(null) }),
    'action.untick': fc.record({ actionId }),
    'action.remove': fc.record({ actionIds }),
    'action.restore': fc.record({ actionIds }),
  } satisfies Calls<typeof goalCommands>;
};

type Team = BusyTeam<typeof goalCommands, GoalState>;

/** Two goals for eight weeks, measured twice; four actions a week, each done the week after. */
const weeks = () => {
  let agreed: string[] = [];
  return {
    before: ({ act, day, member, state, week }: Team) => {
      if (week % 8 !== 0) return;
      for (const { id } of openGoals(state))
        act('goal.close', { goalId: id, outcome: 'reached', closedOn: null });
      for (const index of [0, 1])
        act('goal.add', {
          id: newId(),
          text: `De leerlingen leggen in eigen woorden uit wat zij leren en waarom, en laten zien dat het lukt (${week}.${index}).`,
          pupils: null,
          target: 8,
          weeks: 8,
          startedOn: day,
          periodId: null,
          ownerId: member(index),
          baseline: { id: newId(), value: 5, byMemberId: member(index) },
        });
    },
    during: ({ act, day, member, state, week }: Team) => {
      const goals = openGoals(state);
      for (const actionId of agreed) act('action.tick', { actionId, doneAt: null });
      agreed = Array.from({ length: 4 }, () => newId());
      for (const [index, id] of agreed.entries())
        act('action.add', {
          id,
          kind: index % 2 === 0 ? 'classroom' : 'team',
          text: `Exit tickets maken voor de les van donderdag (${week}.${index})`,
          ownerId: member(week + index),
          alsoIds: [],
          goalId: goals[index]?.id ?? null,
          due: addDays(day, 7),
        });
      if (week % 4 !== 2) return;
      for (const { id } of goals)
        act('goal.measure', {
          id: newId(),
          goalId: id,
          period: (Math.floor((week % 8) / 4) % 2) + 1,
          value: 6.5,
          measuredOn: null,
          byMemberId: member(week),
          note: null,
        });
    },
  };
};

export const testFace: TestFace = {
  whoMay: {
    capabilities: { 'goals.set': 'use', 'actions.take': 'take' } satisfies Record<
      keyof typeof goalAccess,
      string
    >,
    commands: {
      ...asks('use', 'goal.add', 'goal.edit', 'goal.close', 'goal.reopen', 'goal.move'),
      ...asks('use', 'goal.remove', 'goal.restore', 'goal.measure', 'goal.unmeasure', 'goal.remeasure'),
      ...asks('take', 'action.add', 'action.addMany', 'action.edit', 'action.postpone', 'action.tick'),
      ...asks('take', 'action.untick', 'action.remove', 'action.restore'),
    } satisfies Record<keyof typeof goalCommands, string>,
    endpoints: { 'GET /teams/:team/actions/sheet': 'read' },
  },
  calls,
  weeks,
};
