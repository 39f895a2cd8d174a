import { describe, expect, test } from 'vitest';
import { leaving, plainOf } from '#packages/sync';
import { boardAfter, teamBoard } from './two-years.ts';

const weightOf = (state: object): number => JSON.stringify(state).length;

/** Budgets: sizes and counts, never seconds; what it costs in time stands in bench/. */
describe('B34 a board after two school years', () => {
  const kept = boardAfter(2);
  const whole = boardAfter(2, { keepsAll: true });

  test('opens with at most 60 kB of JSON, where everything that ever was would be many times that', () => {
    const weight = weightOf(plainOf(kept));
    expect(weight).toBeLessThanOrEqual(60_000);
    expect(weightOf(plainOf(whole))).toBeGreaterThan(8 * weight);
  });

  test('weighs no more than after one: a board does not die of old age', () => {
    expect(weightOf(plainOf(kept))).toBeLessThan(1.1 * weightOf(plainOf(boardAfter(1))));
  });

  test('still has what people look at: the last ten sessions whole, the open goals with all their measurements, what is to be done', () => {
    expect(kept.boardSession.size).toBe(10);
    const open = kept.goal.all().filter((goal) => goal.closedOn === null);
    expect(open.length).toBe(2);
    for (const goal of open) expect(kept.measurement.where('goalId', goal.id).length).toBeGreaterThan(0);
    expect(kept.action.all().filter((action) => action.doneAt === null)).toHaveLength(4);
    expect(kept.member.size).toBe(8);
  });

  test('nothing that has had its time is left, and nothing leaves twice', () => {
    expect(leaving(teamBoard, kept, '2028-05-30').length).toBeLessThan(30);
    expect(leaving(teamBoard, whole, '2028-05-30').length).toBeGreaterThan(1000);
  });
});
