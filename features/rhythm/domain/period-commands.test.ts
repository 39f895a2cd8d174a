import { describe, expect, it } from 'vitest';
import { openRhythm, today } from '#features/rhythm/testing';
import { id, teamId } from '#packages/testing/stream';
import {
  comingPeriod,
  currentPeriod,
  nextPeriodNumber,
  periodAdvice,
  periodsOf,
  weekOfPeriod,
  weeksOf,
} from './periods.ts';

const autumn = { id: id(20), number: 1, name: null, firstDay: '2026-08-31', lastDay: '2026-10-16' };
const winter = { id: id(21), number: 2, name: 'Rekenen', firstDay: '2026-11-09', lastDay: '2026-12-18' };

const withTwoPeriods = () => {
  const team = openRhythm();
  team.do('period.add', autumn);
  team.do('period.add', winter);
  return team;
};

describe('period.add, period.edit', () => {
  it('done; the same one again changes nothing; undo takes it out', () => {
    const team = openRhythm();
    expect(team.do('period.add', winter)).toBe('done');
    expect(team.state.period.get(winter.id)).toEqual({ ...winter, removedAt: null });
    expect(team.do('period.add', winter)).toBe('unchanged');
    team.do('period.add', { ...autumn, id: id(23) });
    expect(periodsOf(team.state).map((period) => period.number)).toEqual([1, 2]);
    expect(team.undo()).toBe('done');
    expect(periodsOf(team.state).map((period) => period.number)).toEqual([2]);
  });

  it('R2: days that make no period are refused', () => {
    const team = withTwoPeriods();
    const add = (firstDay: string, lastDay: string) =>
      team.do('period.add', { ...winter, id: id(22), firstDay, lastDay });
    expect(add('2026-06-12', '2026-06-05')).toBe('rhythm.period-backwards');
    expect(add('2027-01-04', '2027-07-12')).toBe('rhythm.period-too-long');
    expect(add('2026-12-18', '2027-01-29')).toBe('rhythm.periods-overlap');
    expect(add('2026-10-01', '2027-01-29')).toBe('rhythm.periods-overlap');
    expect(add('2026-12-19', '2027-01-03')).toBe('done');
    const halfYear = { number: 3, name: null, firstDay: '2027-01-04', lastDay: '2027-07-11' };
    expect(team.do('period.add', { id: id(24), ...halfYear })).toBe('done');
  });

  it('R2: fewer than 4 or more than 8 weeks is advised against, never refused', () => {
    const of = (firstDay: string, lastDay: string) => periodAdvice({ firstDay, lastDay });
    expect(of('2026-11-02', '2026-11-20')).toBe('short');
    expect(of('2026-11-02', '2026-11-27')).toBeNull();
    expect(of('2026-11-02', '2026-12-25')).toBeNull();
    expect(of('2026-11-02', '2026-12-28')).toBe('long');
    expect(openRhythm().do('period.add', { ...winter, lastDay: winter.firstDay })).toBe('done');
  });

  it('edit: done, undone, and refused when it was taken out', () => {
    const team = withTwoPeriods();
    const { id: periodId, ...days } = winter;
    expect(team.do('period.edit', { periodId, ...days, name: null, lastDay: '2026-12-11' })).toBe('done');
    expect(weekOfPeriod(team.state, today)?.of).toBe(5);
    expect(team.undo()).toBe('done');
    expect(team.state.period.get(periodId)).toEqual({ ...winter, removedAt: null });
    expect(team.do('period.edit', { periodId, ...days, firstDay: '2026-10-16' })).toBe(
      'rhythm.periods-overlap',
    );
    team.do('period.remove', { periodId });
    expect(team.do('period.edit', { periodId, ...days })).toBe('rhythm.period-gone');
  });

  it('invalid', () => {
    const team = openRhythm();
    expect(team.do('period.add', { ...winter, number: 0 })).toBe('invalid number');
    expect(team.do('period.add', { ...winter, lastDay: '2026-02-30' })).toBe('invalid lastDay');
    expect(team.do('period.add', { ...winter, name: '' })).toBe('invalid name');
  });
});

describe('period.remove, period.restore', () => {
  it('done, again without effect, and back', () => {
    const team = withTwoPeriods();
    expect(team.do('period.remove', { periodId: winter.id })).toBe('done');
    expect(currentPeriod(team.state, today)).toBeNull();
    expect(team.do('period.remove', { periodId: winter.id })).toBe('unchanged');
    expect(team.do('period.restore', { periodId: winter.id })).toBe('done');
    expect(team.do('period.restore', { periodId: winter.id })).toBe('unchanged');
    expect(team.undo()).toBe('done');
    expect(team.do('period.remove', { periodId: id(77) })).toBe('rhythm.period-gone');
    expect(team.do('period.restore', { periodId: id(77) })).toBe('rhythm.period-gone');
  });

  it('R5: not put back over another period', () => {
    const team = withTwoPeriods();
    team.do('period.remove', { periodId: winter.id });
    team.do('period.add', { ...winter, id: id(22) });
    expect(team.do('period.restore', { periodId: winter.id })).toBe('rhythm.periods-overlap');
  });
});

describe('fixedMoment.set, fixedMoment.clear', () => {
  const moment = { weekday: 2, startsAt: '15:45', minutes: 15, place: 'lokaal 7B' };

  it('R6: done, changed, undone, cleared', () => {
    const team = openRhythm();
    expect(team.do('fixedMoment.clear', {})).toBe('unchanged');
    expect(team.do('fixedMoment.set', moment)).toBe('done');
    expect(team.undo()).toBe('done');
    expect(team.state.fixedMoment.all()).toEqual([]);
    team.do('fixedMoment.set', moment);
    team.do('fixedMoment.set', { ...moment, weekday: 4, place: null });
    expect(team.undo()).toBe('done');
    expect(team.state.fixedMoment.all()).toEqual([{ id: teamId, ...moment }]);
    expect(team.do('fixedMoment.clear', {})).toBe('done');
    expect(team.undo()).toBe('done');
    expect(team.state.fixedMoment.get(teamId)?.startsAt).toBe('15:45');
  });

  it('invalid', () => {
    const team = openRhythm();
    expect(team.do('fixedMoment.set', { ...moment, weekday: 6 })).toBe('invalid weekday');
    expect(team.do('fixedMoment.set', { ...moment, startsAt: '3:45' })).toBe('invalid startsAt');
    expect(team.do('fixedMoment.set', { ...moment, minutes: 90 })).toBe('invalid minutes');
  });
});

describe('where the team is in its periods', () => {
  it('R1: the number goes on within the school year, and starts again in August', () => {
    const { state } = withTwoPeriods();
    expect(nextPeriodNumber(state, '2027-01-11')).toBe(3);
    expect(nextPeriodNumber(state, '2026-10-26')).toBe(2);
    expect(nextPeriodNumber(state, '2026-08-24')).toBe(1);
    expect(nextPeriodNumber(state, autumn.firstDay)).toBe(1);
    expect(nextPeriodNumber(state, '2027-08-30')).toBe(1);
  });

  it('R3: the first and the last day belong to it; between periods there is none', () => {
    const { state } = withTwoPeriods();
    const at = (day: string) => currentPeriod(state, day)?.number ?? null;
    expect(['2026-11-08', '2026-11-09', '2026-12-18', '2026-12-19'].map(at)).toEqual([null, 2, 2, null]);
    const coming = (day: string) => comingPeriod(state, day)?.number ?? null;
    expect(['2026-08-30', '2026-08-31', '2026-11-08', '2026-11-09'].map(coming)).toEqual([1, 2, 2, null]);
  });

  it('R4: counts calendar weeks, also when it begins or ends in the middle of one', () => {
    const { state } = withTwoPeriods();
    const week = (day: string) => weekOfPeriod(state, day)?.week ?? null;
    expect(['2026-11-09', '2026-11-15', '2026-11-16', today, '2026-12-18'].map(week)).toEqual([
      1, 1, 2, 3, 6,
    ]);
    expect(week('2026-10-20')).toBeNull();
    expect(weeksOf({ firstDay: '2026-11-06', lastDay: '2026-11-09' })).toBe(2);
  });
});
