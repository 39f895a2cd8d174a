import { describe, expect, it } from 'vitest';
import { rachid, sam, stranger, yasmin } from '#features/people/testing';
import { openRhythm, today } from '#features/rhythm/testing';
import { id } from '#packages/testing/stream';
import { sessionLed } from './leaders.ts';
import { comingSessions, nextSession, plannedOn, plannedSessionsOf } from './sessions.ts';

const moment = { weekday: 2, startsAt: '15:45', minutes: 15, place: null };
const plan = (n: number, day: string) => ({ id: id(n), day, subject: null, leaderId: null, note: '' });

const onTuesdays = () => {
  const team = openRhythm();
  team.do('fixedMoment.set', moment);
  return team;
};
const days = (team: ReturnType<typeof openRhythm>, count = 4) =>
  comingSessions(team.state, team.today, count).map((session) => session.day.slice(5));

describe('plannedSession.add, plannedSession.edit', () => {
  const full = {
    ...plan(20, '2026-12-01'),
    subject: 'Lessen ontwerpen',
    leaderId: sam,
    note: 'Neem je boek mee.',
  };

  it('done, again without effect, undone', () => {
    const team = openRhythm();
    expect(team.do('plannedSession.add', full)).toBe('done');
    expect(plannedOn(team.state, '2026-12-01')).toEqual({ ...full, calledOff: false, removedAt: null });
    expect(team.do('plannedSession.add', full)).toBe('unchanged');
    team.do('plannedSession.add', plan(21, '2026-12-08'));
    expect(team.undo()).toBe('done');
    expect(plannedOn(team.state, '2026-12-08')).toBeNull();
  });

  it('R9: one session per day', () => {
    const team = openRhythm();
    team.do('plannedSession.add', full);
    expect(team.do('plannedSession.add', plan(21, '2026-12-01'))).toBe('rhythm.day-taken');
    team.do('plannedSession.add', plan(21, '2026-12-08'));
    const move = (day: string) =>
      team.do('plannedSession.edit', {
        plannedSessionId: id(21),
        day,
        subject: null,
        leaderId: null,
        note: '',
      });
    expect(move('2026-12-01')).toBe('rhythm.day-taken');
    expect(move('2026-12-08')).toBe('done');
  });

  it('edit: done, undone, refused when it is gone', () => {
    const team = openRhythm();
    team.do('plannedSession.add', full);
    const edited = { plannedSessionId: full.id, day: '2026-12-03', subject: null, leaderId: null, note: '' };
    expect(team.do('plannedSession.edit', edited)).toBe('done');
    expect(plannedOn(team.state, '2026-12-03')?.subject).toBeNull();
    expect(team.undo()).toBe('done');
    expect(plannedOn(team.state, '2026-12-01')).toEqual({ ...full, calledOff: false, removedAt: null });
    team.do('plannedSession.remove', { plannedSessionId: full.id });
    expect(team.do('plannedSession.edit', edited)).toBe('rhythm.session-gone');
  });

  it('R13: a leader is in the team; who left stays where the name stood', () => {
    const team = openRhythm();
    expect(team.do('plannedSession.add', { ...full, leaderId: stranger })).toBe('people.member-gone');
    expect(team.do('plannedSession.add', { ...full, leaderId: rachid })).toBe('people.member-gone');
    team.do('plannedSession.add', { ...full, leaderId: null });
    const before = plannedOn(team.state, full.day);
    if (!before) throw new Error('not planned');
    team.apply([{ put: 'plannedSession', value: { ...before, leaderId: rachid } }]);
    const edited = {
      plannedSessionId: full.id,
      day: full.day,
      subject: 'Anders',
      leaderId: rachid,
      note: '',
    };
    expect(team.do('plannedSession.edit', edited)).toBe('done');
  });

  it('invalid', () => {
    const team = openRhythm();
    expect(team.do('plannedSession.add', { ...full, day: 'dinsdag' })).toBe('invalid day');
    expect(team.do('plannedSession.add', { ...full, subject: 'x'.repeat(201) })).toBe('invalid subject');
  });
});

describe('plannedSession.remove, plannedSession.restore', () => {
  it('done, again without effect, and back; not over another session', () => {
    const team = openRhythm();
    team.do('plannedSession.add', plan(20, '2026-12-01'));
    const it20 = { plannedSessionId: id(20) };
    expect(team.do('plannedSession.remove', it20)).toBe('done');
    expect(plannedSessionsOf(team.state)).toEqual([]);
    expect(team.undo()).toBe('done');
    expect(team.do('plannedSession.restore', it20)).toBe('unchanged');
    team.do('plannedSession.remove', it20);
    expect(team.do('plannedSession.remove', it20)).toBe('unchanged');
    team.do('plannedSession.add', plan(21, '2026-12-01'));
    expect(team.do('plannedSession.restore', it20)).toBe('rhythm.day-taken');
    expect(team.do('plannedSession.remove', { plannedSessionId: id(77) })).toBe('rhythm.session-gone');
    expect(team.do('plannedSession.restore', { plannedSessionId: id(77) })).toBe('rhythm.session-gone');
  });
});

describe('plannedSession.callOff, plannedSession.goOn', () => {
  it('R10: calls off a fixed moment that nothing was planned on', () => {
    const team = onTuesdays();
    expect(team.do('plannedSession.callOff', { id: id(20), day: '2026-12-01' })).toBe('done');
    expect(days(team, 2)).toEqual(['11-24', '12-08']);
    expect(team.do('plannedSession.callOff', { id: id(21), day: '2026-12-01' })).toBe('unchanged');
    expect(team.do('plannedSession.goOn', { day: '2026-12-01' })).toBe('done');
    expect(days(team, 2)).toEqual(['11-24', '12-01']);
    expect(team.undo()).toBe('done');
    expect(days(team, 2)).toEqual(['11-24', '12-08']);
  });

  it('R10: taken back, it leaves no trace', () => {
    const team = onTuesdays();
    team.do('plannedSession.callOff', { id: id(20), day: '2026-12-01' });
    expect(team.undo()).toBe('done');
    expect(plannedSessionsOf(team.state)).toEqual([]);
    expect(days(team, 2)).toEqual(['11-24', '12-01']);
  });

  it('R10: keeps what was planned', () => {
    const team = onTuesdays();
    team.do('plannedSession.add', { ...plan(20, '2026-12-01'), subject: 'Retrospective' });
    team.do('plannedSession.callOff', { id: id(21), day: '2026-12-01' });
    expect(days(team, 2)).toEqual(['11-24', '12-08']);
    expect(team.undo()).toBe('done');
    expect(plannedOn(team.state, '2026-12-01')?.subject).toBe('Retrospective');
    expect(days(team, 2)).toEqual(['11-24', '12-01']);
    expect(team.do('plannedSession.goOn', { day: '2026-12-01' })).toBe('unchanged');
    expect(team.do('plannedSession.goOn', { day: '2026-12-15' })).toBe('rhythm.session-gone');
  });

  it('R10: never writes over the planning of another day', () => {
    const team = onTuesdays();
    team.do('plannedSession.add', { ...plan(20, '2026-12-08'), subject: 'Retrospective' });
    expect(team.do('plannedSession.callOff', { id: id(20), day: '2026-12-01' })).toBe('unchanged');
    expect(plannedOn(team.state, '2026-12-08')?.subject).toBe('Retrospective');
  });

  it('invalid', () => {
    expect(openRhythm().do('plannedSession.callOff', { id: 'x', day: today })).toBe('invalid id');
    expect(openRhythm().do('plannedSession.goOn', { day: '' })).toBe('invalid day');
  });
});

describe('the days on which the team meets', () => {
  it('R7: nothing is known without a fixed moment or a plan', () => {
    const team = openRhythm();
    expect(nextSession(team.state, today)).toBeNull();
    team.do('plannedSession.add', plan(20, '2026-12-03'));
    expect(nextSession(team.state, today)).toMatchObject({ day: '2026-12-03', startsAt: null, minutes: 15 });
  });

  it('R7: the fixed moment every week; what is planned in a week counts instead', () => {
    const team = onTuesdays();
    expect(days(team)).toEqual(['11-24', '12-01', '12-08', '12-15']);
    team.do('plannedSession.add', plan(20, '2026-12-03'));
    team.do('plannedSession.add', plan(21, '2026-12-08'));
    team.do('plannedSession.add', plan(22, '2026-12-10'));
    expect(days(team)).toEqual(['11-24', '12-03', '12-08', '12-10']);
    expect(nextSession(team.state, '2026-12-04')?.day).toBe('2026-12-08');
    team.do('plannedSession.add', plan(19, '2026-12-11'));
    expect(plannedSessionsOf(team.state).map((session) => session.day.slice(8))).toEqual([
      '03',
      '08',
      '10',
      '11',
    ]);
  });

  it('R7: a week runs from Monday to Sunday', () => {
    const team = onTuesdays();
    team.do('plannedSession.add', plan(20, '2026-12-06'));
    team.do('plannedSession.add', plan(21, '2026-12-14'));
    expect(days(team)).toEqual(['11-24', '12-06', '12-08', '12-14']);
  });

  it('R7: meets on the first and on the last day of a period', () => {
    const team = onTuesdays();
    const period = { number: 1, name: null };
    team.do('period.add', { ...period, id: id(20), firstDay: '2026-12-08', lastDay: '2026-12-15' });
    team.do('period.add', { ...period, id: id(21), firstDay: '2027-01-05', lastDay: '2027-01-29' });
    expect(days(team)).toEqual(['12-08', '12-15', '01-05', '01-12']);
  });

  it('R7: rests before the first period and between two, and goes on after the last', () => {
    const team = onTuesdays();
    const period = { number: 1, name: null };
    team.do('period.add', { ...period, id: id(20), firstDay: '2026-12-07', lastDay: '2026-12-18' });
    team.do('period.add', { ...period, id: id(21), firstDay: '2027-01-04', lastDay: '2027-01-15' });
    expect(days(team, 5)).toEqual(['12-08', '12-15', '01-05', '01-12', '01-19']);
    team.do('plannedSession.add', plan(22, '2026-12-01'));
    expect(days(team, 2)).toEqual(['12-01', '12-08']);
  });

  it("R8: today's session is the next one until it has been held", () => {
    const team = onTuesdays();
    expect(nextSession(team.state, today)?.day).toBe(today);
    team.apply(sessionLed(team.state, { sessionId: id(30), day: today, leaderId: yasmin }, id(1)));
    expect(nextSession(team.state, today)?.day).toBe('2026-12-01');
  });
});
