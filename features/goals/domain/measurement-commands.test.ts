import { describe, expect, it } from 'vitest';
import { goalId, newAction, newGoal, openGoalsStream, today } from '#features/goals/testing';
import { member, rachid, tom, yasmin } from '#features/people/testing';
import { id } from '#packages/testing/stream';
import {
  currentMeasurementPeriod,
  goalAttention,
  isAtTarget,
  latestMeasurement,
  measurementsOf,
  weeksLeft,
} from './goals.ts';
import { runChart } from './run-chart.ts';

const withGoal = (change: Partial<typeof newGoal> = {}) => {
  const team = openGoalsStream();
  team.do('goal.add', { ...newGoal, ...change });
  return team;
};
type Team = ReturnType<typeof openGoalsStream>;

const measured = (n: number, period: number, value: number) => ({
  id: id(n),
  goalId,
  period,
  value,
  measuredOn: null,
  byMemberId: yasmin,
  note: null,
});
const goalOf = (team: Team) => {
  const goal = team.state.goal.get(goalId);
  if (!goal) throw new Error('no goal');
  return goal;
};
const values = (team: Team) => measurementsOf(team.state, goalId).map(({ period, value }) => [period, value]);

describe('goal.measure', () => {
  it('G7: one per goal and period: measuring again replaces, undo gives the old one back whole', () => {
    const team = withGoal();
    const first = { ...measured(80, 0, 5), note: 'exit tickets geteld' };
    expect(team.do('goal.measure', first)).toBe('done');
    expect(team.do('goal.measure', measured(79, 1, 6))).toBe('done');
    team.today = '2026-12-01';
    expect(team.do('goal.measure', { ...measured(82, 0, 4.5), byMemberId: tom })).toBe('done');
    expect(values(team)).toEqual([
      [0, 4.5],
      [1, 6],
    ]);
    expect(team.undo()).toBe('done');
    expect(measurementsOf(team.state, goalId)[0]).toEqual({ ...first, measuredOn: today, removedAt: null });
    expect(latestMeasurement(team.state, goalId)?.value).toBe(6);
  });

  it('G7: undo of a first measurement takes it away; undoing that puts it back', () => {
    const team = withGoal();
    team.do('goal.measure', measured(80, 0, 5));
    expect(team.undo()).toBe('done');
    expect(values(team)).toEqual([]);
    expect(team.undo()).toBe('done');
    expect(values(team)).toEqual([[0, 5]]);
  });

  it('G7: an id that is taken by another measurement never writes over it', () => {
    const team = withGoal();
    team.do('goal.measure', measured(80, 0, 5));
    expect(team.do('goal.measure', measured(80, 1, 7))).toBe('unchanged');
    expect(values(team)).toEqual([[0, 5]]);
  });

  it('refused and invalid', () => {
    const team = withGoal();
    const measure = (change: object) =>
      team.send({ name: 'goal.measure', payload: { ...measured(80, 0, 5), ...change } });
    expect(measure({ goalId: id(77) })).toBe('goals.goal-gone');
    expect(measure({ measuredOn: '2026-11-25' })).toBe('goals.day-to-come');
    expect(measure({ byMemberId: rachid })).toBe('people.member-gone');
    expect(measure({ value: 10.5 })).toBe('invalid value');
    expect(measure({ value: 5.25 })).toBe('invalid value');
    expect(measure({ period: -1 })).toBe('invalid period');
    team.do('goal.remove', { goalId });
    expect(measure({})).toBe('goals.goal-gone');
  });

  it('G9: who measured and left stays with a measurement that is corrected', () => {
    const team = withGoal();
    team.do('goal.measure', measured(80, 0, 5));
    team.apply([member(yasmin, 'Yasmin', { leftOn: today })]);
    expect(team.do('goal.measure', measured(81, 0, 6))).toBe('done');
    expect(team.do('goal.measure', measured(82, 1, 6))).toBe('people.member-gone');
  });
});

describe('goal.unmeasure, goal.remeasure', () => {
  it('G7: away and back, once; a newer measurement of the same period stands', () => {
    const team = withGoal();
    team.do('goal.measure', measured(80, 0, 5));
    expect(team.do('goal.unmeasure', { measurementId: id(80) })).toBe('done');
    expect(team.do('goal.unmeasure', { measurementId: id(80) })).toBe('unchanged');
    expect(team.do('goal.remeasure', { measurementId: id(80) })).toBe('done');
    expect(team.do('goal.remeasure', { measurementId: id(80) })).toBe('unchanged');
    team.do('goal.unmeasure', { measurementId: id(80) });
    team.do('goal.measure', measured(81, 0, 7));
    expect(team.do('goal.remeasure', { measurementId: id(80) })).toBe('unchanged');
    expect(values(team)).toEqual([[0, 7]]);
    expect(team.do('goal.unmeasure', { measurementId: id(77) })).toBe('goals.measurement-gone');
    expect(team.do('goal.remeasure', { measurementId: id(77) })).toBe('goals.measurement-gone');
    expect(team.do('goal.remeasure', { measurementId: 'x' })).toBe('invalid measurementId');
  });
});

describe('where a goal is', () => {
  const periodOn = (team: Team, day: string) => currentMeasurementPeriod(goalOf(team), team.state, day);

  it('G2: P0 on the day of the start, then three periods of equal length, then on at the same pace', () => {
    const team = withGoal({ baseline: { id: id(80), value: 5, byMemberId: null } });
    const on = ['2026-11-20', today, '2026-11-25', '2026-12-08', '2026-12-09', '2027-01-05', '2027-01-06'];
    expect(on.map((day) => periodOn(team, day))).toEqual([0, 0, 1, 1, 2, 3, 4]);
    expect(periodOn(team, '2029-01-01')).toBe(30);
  });

  it('G2: the first measurement is the baseline, as long as P1 runs', () => {
    const team = withGoal();
    expect(periodOn(team, '2026-12-01')).toBe(0);
    expect(periodOn(team, '2026-12-09')).toBe(2);
    team.do('goal.measure', measured(80, 0, 5));
    expect(periodOn(team, '2026-12-01')).toBe(1);
  });

  it('G2: weeks that do not divide by three still give three periods', () => {
    const team = withGoal({ weeks: 4 });
    team.do('goal.measure', measured(80, 0, 5));
    const on = ['2026-12-03', '2026-12-04', '2026-12-12', '2026-12-13', '2026-12-22', '2026-12-23'];
    expect(on.map((day) => periodOn(team, day))).toEqual([1, 2, 2, 3, 3, 4]);
  });

  it('G2: weeks left count the week that runs', () => {
    const goal = { startedOn: today, weeks: 6 };
    const on = ['2026-11-20', today, '2026-11-30', '2026-12-01', '2027-01-04', '2027-01-05', '2027-02-01'];
    expect(on.map((day) => weeksLeft(goal, day))).toEqual([6, 6, 6, 5, 1, 0, 0]);
  });

  it('G6: comes up without a measurement this period, or below target', () => {
    const team = withGoal();
    const attention = () => goalAttention(team.state, goalOf(team), team.today);
    expect(attention()).toBe('not-measured');
    team.do('goal.measure', measured(80, 0, 5));
    expect(attention()).toBeNull();
    team.today = '2026-12-01';
    expect(attention()).toBe('not-measured');
    team.do('goal.measure', measured(81, 1, 7.5));
    expect(attention()).toBe('below-target');
    expect(isAtTarget(team.state, goalOf(team))).toBe(false);
    team.do('goal.measure', measured(82, 1, 8));
    expect(attention()).toBeNull();
    expect(isAtTarget(team.state, goalOf(team))).toBe(true);
    team.today = '2026-12-15';
    expect(attention()).toBe('not-measured');
    team.do('goal.close', { goalId, outcome: 'reached', closedOn: null });
    expect(attention()).toBeNull();
  });

  it('G6: a goal without any measurement is not at its target', () => {
    const team = withGoal();
    expect(isAtTarget(team.state, goalOf(team))).toBe(false);
  });
});

describe('the run chart', () => {
  it('G8: points per period, nothing filled in, and what was done for the goal', () => {
    const team = withGoal();
    team.do('goal.measure', measured(80, 0, 5));
    team.do('goal.measure', measured(81, 2, 6.5));
    team.do('action.add', { ...newAction, id: id(70), goalId });
    team.do('action.add', { ...newAction, id: id(71), goalId: null });
    team.do('action.add', { ...newAction, id: id(72), goalId });
    team.today = '2026-12-01';
    for (const n of [70, 71]) team.do('action.tick', { actionId: id(n), doneAt: null });
    const chart = runChart(team.state, goalOf(team));
    expect(chart).toMatchObject({ target: 8, lastPeriod: 3 });
    expect(chart.points).toEqual([
      { period: 0, value: 5, measuredOn: today },
      { period: 2, value: 6.5, measuredOn: today },
    ]);
    team.today = '2026-12-08';
    team.do('action.add', { ...newAction, id: id(69), goalId });
    team.do('action.tick', { actionId: id(69), doneAt: null });
    const marks = runChart(team.state, goalOf(team)).marks.map(({ at, action }) => [at, action.id]);
    expect(marks).toEqual([
      [0.5, id(70)],
      [1, id(69)],
    ]);
    expect(chart.marks.map(({ at, action }) => [at, action.id])).toEqual([[0.5, id(70)]]);
    team.do('goal.measure', measured(82, 5, 8));
    expect(runChart(team.state, goalOf(team)).lastPeriod).toBe(5);
  });
});
