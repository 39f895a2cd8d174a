import { describe, expect, it } from 'vitest';
import type { Action, Goal, Measurement } from '#features/goals/domain';
import { sayNumber } from '#packages/i18n';
import { kindOf } from '#packages/sync';
import { goalMessages } from './goal-messages.ts';
import {
  figuresOf,
  goalCourse,
  goalNumber,
  goalStanding,
  goalsSharing,
  periodRows,
  sessionOrder,
  shortened,
} from './goal-view.ts';

const START = '2026-11-03';
const say = goalMessages.nl;
const number = (value: number) => sayNumber(value, 'nl');

const goalCalled = (id: string, over: Partial<Goal> = {}): Goal => ({
  id,
  text: id,
  pupils: null,
  target: 8,
  weeks: 6,
  startedOn: START,
  periodId: null,
  ownerId: null,
  closedOn: null,
  outcome: null,
  position: 0,
  removedAt: null,
  ...over,
});

function stateOf(goals: readonly Goal[], marks: Readonly<Record<string, readonly (number | null)[]>> = {}) {
  const measurements = Object.entries(marks).flatMap(([goalId, values]) =>
    values.flatMap((value, period): Measurement[] =>
      value === null
        ? []
        : [
            {
              id: `${goalId}${period}`,
              goalId,
              period,
              value,
              measuredOn: START,
              byMemberId: null,
              note: null,
              removedAt: null,
            },
          ],
    ),
  );
  return {
    goal: kindOf(goals),
    measurement: kindOf(measurements),
    action: kindOf<Action>([]),
  };
}

/** Day 21 of 42: P2 runs. */
const IN_P2 = '2026-11-24';

describe('the standing of a goal', () => {
  const goal = goalCalled('a');
  const standing = (...values: (number | null)[]) =>
    goalStanding(stateOf([goal], { a: values }), goal, IN_P2);

  it('asks for a measurement before anything else', () => {
    expect(standing(4, 9)).toBe('not-measured');
  });
  it('says when it is below the target, and when it is there', () => {
    expect(standing(4, 5, 6.5)).toBe('below-target');
    expect(standing(4, 5, 8)).toBe('reached');
  });
  it('is on the way with only a baseline on the first day, and when it is closed', () => {
    const state = stateOf([goal], { a: [4] });
    expect(goalStanding(state, goal, START)).toBe('on-the-way');
    const closed = { ...goal, closedOn: IN_P2, outcome: 'reached' as const };
    expect(goalStanding(stateOf([closed], { a: [4, 9, 9] }), closed, IN_P2)).toBe('on-the-way');
  });
});

describe('figures in words', () => {
  const goal = goalCalled('a');
  const line = (...values: (number | null)[]) =>
    figuresOf(stateOf([goal], { a: values }), goal, IN_P2, say, number).join(' · ');

  it('says target, now and what time is left', () => {
    expect(line(5, 6, 6.5)).toBe('norm 8 · nu 6,5 · nog 3 weken');
    expect(line(4)).toBe('norm 8 · nulmeting 4 · nog 3 weken');
    expect(line()).toBe('norm 8 · nog niets gemeten · nog 3 weken');
  });
  it('a closed goal has no time left to tell', () => {
    const closed = { ...goal, closedOn: IN_P2 };
    expect(figuresOf(stateOf([closed], { a: [5, 8] }), closed, IN_P2, say, number)).toEqual([
      'norm 8',
      'nu 8',
    ]);
  });
});

describe('the chart', () => {
  it('places what was done along the periods', () => {
    const goal = goalCalled('a');
    const state = stateOf([goal], { a: [5, 6] });
    const action = {
      id: 'x',
      kind: 'classroom' as const,
      text: 'Exit tickets maken bij alle breukenlessen van groep zeven',
      ownerId: null,
      alsoIds: [],
      goalId: 'a',
      due: null,
      addedAt: '2026-11-03T09:00:00.000Z',
      doneAt: '2026-11-17T09:00:00.000Z',
      doneById: null,
      removedAt: null,
    };
    const course = goalCourse({ ...state, action: kindOf([action]) }, goal, say);
    expect(course.slots).toEqual(['P0', 'P1', 'P2', 'P3']);
    expect(course.values).toEqual([5, 6, null, null]);
    // The end of P1 is where P1's own point stands: in the middle of the second of four places.
    expect(course.marks).toEqual([{ kind: 'action', name: action.text, at: 1.5 }]);
  });
});

describe('a text that is too long', () => {
  it('is shortened between words where it can be', () => {
    expect(shortened('kort', 22)).toBe('kort');
    expect(shortened('Leerlingen vertellen elkaar', 12)).toBe('Leerlingen…');
    expect(shortened('Rekenmachinegebruik', 8)).toBe('Rekenmac…');
  });
});

describe('periods to fill in', () => {
  it('run from the baseline to now', () => {
    const goal = goalCalled('a');
    const rows = periodRows(stateOf([goal], { a: [5] }), goal, IN_P2);
    expect(rows.map((row) => [row.period, row.measurement?.value ?? null, row.isCurrent])).toEqual([
      [0, 5, false],
      [1, null, false],
      [2, null, true],
    ]);
  });
  it('of a closed goal end at its last measurement', () => {
    const goal = goalCalled('a', { closedOn: '2026-11-12' });
    expect(periodRows(stateOf([goal], { a: [5, 8] }), goal, IN_P2).map((row) => row.isCurrent)).toEqual([
      false,
      false,
    ]);
  });
});

describe('goals together', () => {
  const goals = ['a', 'b', 'c', 'd'].map((id, position) => goalCalled(id, { position }));
  const state = stateOf(goals, { a: [5, 8, 8], b: [5, 5, 6], c: [5], d: [5] });

  it('G6: those that need attention come first in a session', () => {
    expect(sessionOrder(state, IN_P2)).toEqual(['c', 'd', 'b', 'a']);
  });
  it('are called by their place on the board', () => {
    expect([goalNumber(state, 'b'), goalNumber(state, 'x'), goalNumber(state, null)]).toEqual([
      2,
      null,
      null,
    ]);
  });
  it('share the column', () => {
    expect([0, 1, 2, 3, 7].map(goalsSharing)).toEqual(['alone', 'alone', 'both', 'many', 'many']);
  });
});
