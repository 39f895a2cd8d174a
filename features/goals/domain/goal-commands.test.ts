import { describe, expect, it } from 'vitest';
import { goalId, newGoal, openGoalsStream, periodId, today } from '#features/goals/testing';
import { member, rachid, stranger, tom, yasmin } from '#features/people/testing';
import { id } from '#packages/testing/stream';
import { baselineOf, closedGoals, hasManyGoals, openGoals } from './goals.ts';

const withGoals = (...ns: number[]) => {
  const team = openGoalsStream();
  for (const n of ns) team.do('goal.add', { ...newGoal, id: id(n), text: `doel ${n}` });
  return team;
};
const order = (team: ReturnType<typeof openGoalsStream>) => openGoals(team.state).map((goal) => goal.text);

describe('goal.add', () => {
  it('G1: done, the same one again changes nothing, undo takes it off', () => {
    const team = openGoalsStream();
    expect(team.do('goal.add', { ...newGoal, periodId })).toBe('done');
    const { baseline: _, ...kept } = newGoal;
    const open = { closedOn: null, outcome: null, position: 0, removedAt: null };
    expect(openGoals(team.state)).toEqual([{ ...kept, periodId, ...open }]);
    expect(team.do('goal.add', newGoal)).toBe('unchanged');
    team.do('goal.add', { ...newGoal, id: id(51) });
    expect(team.undo()).toBe('done');
    expect(openGoals(team.state)).toHaveLength(1);
  });

  it('G1: with a baseline, which goes and comes with it', () => {
    const team = openGoalsStream();
    const baseline = { id: id(80), value: 5.5, byMemberId: tom };
    expect(team.do('goal.add', { ...newGoal, baseline })).toBe('done');
    expect(baselineOf(team.state, goalId)).toMatchObject({ ...baseline, period: 0, measuredOn: today });
    team.undo();
    expect(openGoals(team.state)).toEqual([]);
    team.undo();
    expect(baselineOf(team.state, goalId)?.value).toBe(5.5);
  });

  it('G9: whoever is named is in the team, and the period is in the planning', () => {
    const team = openGoalsStream();
    const baseline = { id: id(80), value: 5, byMemberId: stranger };
    expect(team.do('goal.add', { ...newGoal, ownerId: rachid })).toBe('people.member-gone');
    expect(team.do('goal.add', { ...newGoal, baseline })).toBe('people.member-gone');
    expect(team.do('goal.add', { ...newGoal, periodId: id(61) })).toBe('goals.period-gone');
    expect(team.do('goal.add', { ...newGoal, ownerId: null })).toBe('done');
  });

  it('G1: invalid', () => {
    const team = openGoalsStream();
    const add = (change: object) => team.send({ name: 'goal.add', payload: { ...newGoal, ...change } });
    expect(add({ text: '' })).toBe('invalid text');
    expect(add({ text: 'x'.repeat(301) })).toBe('invalid text');
    expect(add({ target: 11 })).toBe('invalid target');
    expect(add({ target: 7.3 })).toBe('invalid target');
    expect(add({ weeks: 3 })).toBe('invalid weeks');
    expect(add({ weeks: 9 })).toBe('invalid weeks');
    expect(add({ baseline: { id: id(80), value: 0, byMemberId: null } })).toBe('invalid baseline.value');
  });

  it('G3: more than three open goals gives a hint, never a refusal', () => {
    const team = withGoals(51, 52, 53);
    expect(hasManyGoals(team.state)).toBe(false);
    expect(team.do('goal.add', newGoal)).toBe('done');
    expect(hasManyGoals(team.state)).toBe(true);
    team.do('goal.close', { goalId, outcome: 'reached', closedOn: null });
    expect(hasManyGoals(team.state)).toBe(false);
  });
});

describe('goal.edit', () => {
  const { id: _, baseline: __, ...same } = newGoal;

  it('done, undone, refused when it is gone', () => {
    const team = withGoals(50);
    expect(team.do('goal.edit', { goalId, ...same, target: 7.5, weeks: 8, ownerId: tom })).toBe('done');
    expect(openGoals(team.state)[0]).toMatchObject({ target: 7.5, weeks: 8, ownerId: tom });
    expect(team.undo()).toBe('done');
    expect(openGoals(team.state)[0]).toMatchObject({ text: 'doel 50', target: 8, weeks: 6, ownerId: yasmin });
    team.do('goal.remove', { goalId });
    expect(team.do('goal.edit', { goalId, ...same })).toBe('goals.goal-gone');
  });

  it('G9: an owner who left stays until somebody else is named', () => {
    const team = withGoals(50);
    team.apply([member(yasmin, 'Yasmin', { leftOn: today })]);
    expect(team.do('goal.edit', { goalId, ...same, text: 'anders' })).toBe('done');
    expect(team.do('goal.edit', { goalId, ...same, ownerId: rachid })).toBe('people.member-gone');
    expect(team.do('goal.edit', { goalId, ...same, periodId: id(61) })).toBe('goals.period-gone');
    expect(team.do('goal.edit', { goalId, ...same, text: ' ' })).toBe('invalid text');
  });
});

describe('goal.close, goal.reopen', () => {
  it('G5: reached or stopped, today or earlier; undo gives back exactly what was', () => {
    const team = withGoals(50, 51);
    team.today = '2026-12-15';
    expect(team.do('goal.close', { goalId, outcome: 'reached', closedOn: null })).toBe('done');
    expect(closedGoals(team.state)).toMatchObject([
      { id: goalId, outcome: 'reached', closedOn: '2026-12-15' },
    ]);
    expect(order(team)).toEqual(['doel 51']);
    expect(team.undo()).toBe('done');
    expect(order(team)).toEqual(['doel 50', 'doel 51']);
    team.do('goal.close', { goalId, outcome: 'stopped', closedOn: '2026-12-08' });
    team.do('goal.close', { goalId, outcome: 'reached', closedOn: null });
    expect(team.undo()).toBe('done');
    expect(closedGoals(team.state)).toMatchObject([{ outcome: 'stopped', closedOn: '2026-12-08' }]);
    expect(team.do('goal.reopen', { goalId })).toBe('done');
    expect(team.do('goal.reopen', { goalId })).toBe('unchanged');
  });

  it('G5: undo of reopening keeps the day on which it was closed', () => {
    const team = withGoals(50);
    team.do('goal.close', { goalId, outcome: 'stopped', closedOn: null });
    team.today = '2026-12-15';
    team.do('goal.reopen', { goalId });
    expect(team.undo()).toBe('done');
    expect(closedGoals(team.state)).toMatchObject([{ outcome: 'stopped', closedOn: today }]);
  });

  it('G5: the latest closed goal comes first', () => {
    const team = withGoals(50, 51, 52);
    const days = { [id(50)]: '2026-11-20', [id(51)]: '2026-11-24', [id(52)]: '2026-11-17' };
    for (const [goalId, closedOn] of Object.entries(days)) {
      team.do('goal.close', { goalId, outcome: 'reached', closedOn });
    }
    expect(closedGoals(team.state).map((goal) => goal.id)).toEqual([id(51), id(50), id(52)]);
  });

  it('refused and invalid', () => {
    const team = withGoals(50);
    const close = (closedOn: string | null) =>
      team.do('goal.close', { goalId, outcome: 'reached', closedOn });
    expect(close('2026-11-25')).toBe('goals.day-to-come');
    expect(team.send({ name: 'goal.close', payload: { goalId, outcome: 'lost', closedOn: null } })).toBe(
      'invalid outcome',
    );
    expect(team.do('goal.reopen', { goalId: 'x' })).toBe('invalid goalId');
    team.do('goal.remove', { goalId });
    expect(close(null)).toBe('goals.goal-gone');
    expect(team.do('goal.reopen', { goalId })).toBe('goals.goal-gone');
  });
});

describe('goal.move', () => {
  it('G1: among the open goals, beyond the end is the end; undone', () => {
    const team = withGoals(50, 51, 52, 53);
    team.do('goal.close', { goalId: id(51), outcome: 'stopped', closedOn: null });
    expect(team.do('goal.move', { goalId: id(53), index: 1 })).toBe('done');
    expect(order(team)).toEqual(['doel 50', 'doel 53', 'doel 52']);
    expect(team.undo()).toBe('done');
    expect(order(team)).toEqual(['doel 50', 'doel 52', 'doel 53']);
    expect(team.do('goal.move', { goalId: id(53), index: 9 })).toBe('unchanged');
    expect(team.do('goal.move', { goalId: id(77), index: 0 })).toBe('goals.goal-gone');
    expect(team.do('goal.move', { goalId, index: 0.5 })).toBe('invalid index');
  });
});

describe('goal.remove, goal.restore', () => {
  it('G4: comes back in its own place', () => {
    const team = withGoals(50, 51);
    expect(team.do('goal.remove', { goalId })).toBe('done');
    expect(order(team)).toEqual(['doel 51']);
    expect(team.do('goal.remove', { goalId })).toBe('unchanged');
    expect(team.do('goal.restore', { goalId })).toBe('done');
    expect(order(team)).toEqual(['doel 50', 'doel 51']);
    expect(team.do('goal.restore', { goalId })).toBe('unchanged');
    expect(team.do('goal.remove', { goalId: id(77) })).toBe('goals.goal-gone');
    expect(team.do('goal.restore', { goalId: id(77) })).toBe('goals.goal-gone');
  });
});
