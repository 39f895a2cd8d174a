import { describe, expect, it } from 'vitest';
import { endedSessions } from './state.ts';
import {
  atMinute,
  idOf,
  RACHEL,
  SAM,
  SESSION,
  STRANGER,
  startedTeam,
  TEAM,
  TODAY,
  TOM,
  teamAtWork,
  YASMIN,
} from './team.fixture.ts';

describe('starting', () => {
  it('B5 begins at the first step that the board shows, on the day at school', () => {
    expect(startedTeam().session()).toMatchObject({
      step: 1,
      steps: [1, 2, 3, 4, 5],
      day: TODAY,
      leaderId: YASMIN,
      endedAt: null,
    });
    const team = teamAtWork();
    team.do('board.hidePart', { part: 'check-in', hidden: true });
    expect(team.startSession().session()).toMatchObject({ step: 2, steps: [2, 3, 4, 5] });
  });

  it('B5 is refused while another one runs: join it', () => {
    const team = startedTeam();
    expect(team.attempt('session.start', { id: idOf(501), leaderId: TOM })).toEqual({
      refused: 'board.session-runs',
    });
    team.do('session.close', { sessionId: SESSION });
    team.at(10).do('session.start', { id: idOf(501), leaderId: TOM });
    expect(team.session()?.id).toBe(idOf(501));
    expect(endedSessions(team.state).map((session) => session.id)).toEqual([SESSION]);
    team.at(20).do('session.close', { sessionId: idOf(501) });
    expect(endedSessions(team.state).map((session) => session.id)).toEqual([idOf(501), SESSION]);
  });

  it('B5 the same start again does not start it again, not even when it is over', () => {
    const team = startedTeam();
    team.do('session.close', { sessionId: SESSION });
    expect(team.do('session.start', { id: SESSION, leaderId: YASMIN })).toEqual([]);
    expect(team.session()).toBeNull();
  });

  it.each([RACHEL, STRANGER])('B5 needs a leader who is in the team: %s is not', (leaderId) => {
    expect(teamAtWork().attempt('session.start', { id: SESSION, leaderId })).toEqual({
      refused: 'people.member-gone',
    });
  });
});

describe('a start by mistake', () => {
  it('B30 is taken back within two minutes, with its marks, and nobody’s turn is counted', () => {
    const team = teamAtWork();
    const before = team.state;
    const { call } = team.doAndUndo('session.start', { id: SESSION, leaderId: YASMIN });
    expect(call).toEqual({ name: 'session.cancel', payload: { sessionId: SESSION } });
    expect(team.state).toEqual(before);
    team.startSession();
    const mark = { id: idOf(601), sessionId: SESSION, memberId: SAM, mark: 'good', remark: null };
    team.do('checkIn.mark', mark);
    team.at(2).do('session.cancel', { sessionId: SESSION });
    expect(team.state).toEqual(before);
  });

  it('B30 later it is finished in the ordinary way', () => {
    const team = startedTeam();
    expect(team.at(2.1).attempt('session.cancel', { sessionId: SESSION })).toEqual({
      refused: 'board.session-under-way',
    });
    expect(team.session()?.id).toBe(SESSION);
  });
});

describe('walking the steps', () => {
  it('B6 goes on and back, past what the board hides, and stays at the ends', () => {
    const team = teamAtWork('organisational').startSession();
    const walked = [1];
    for (let tap = 0; tap < 5; tap += 1) {
      team.do('session.next', { sessionId: SESSION, from: team.session()?.step ?? 0 });
      walked.push(team.session()?.step ?? 0);
    }
    expect(walked).toEqual([1, 2, 4, 5, 5, 5]);
    for (let tap = 0; tap < 4; tap += 1) {
      team.do('session.back', { sessionId: SESSION, from: team.session()?.step ?? 0 });
      walked.push(team.session()?.step ?? 0);
    }
    expect(walked.slice(6)).toEqual([4, 2, 1, 1]);
  });

  it('B6 skips to any step of this session, and to no other', () => {
    const team = teamAtWork('organisational').startSession();
    team.do('session.goTo', { sessionId: SESSION, from: 1, to: 5 });
    expect(team.session()?.step).toBe(5);
    expect(team.attempt('session.goTo', { sessionId: SESSION, from: 5, to: 3 })).toEqual({
      refused: 'board.step-hidden',
    });
  });

  it('B7 two people who tap "next" at the same moment go one step', () => {
    const team = startedTeam();
    team.do('session.next', { sessionId: SESSION, from: 1 });
    expect(team.do('session.next', { sessionId: SESSION, from: 1 })).toEqual([]);
    expect(team.session()?.step).toBe(2);
  });

  it('B9 going to another step ends a pause', () => {
    const team = startedTeam();
    team.do('session.pause', { sessionId: SESSION });
    team.at(5).do('session.next', { sessionId: SESSION, from: 1 });
    expect(team.session()).toMatchObject({
      step: 2,
      pausedAt: null,
      runningSince: atMinute(5),
      spentMs: [0, 0, 0, 0, 0],
    });
  });

  it('B10 adds a minute at a time, ten at most', () => {
    const team = startedTeam();
    for (let minute = 0; minute < 10; minute += 1)
      team.do('session.addMinute', { sessionId: SESSION, from: 1 });
    expect(team.session()?.extra).toEqual([600, 0, 0, 0, 0]);
    expect(team.attempt('session.addMinute', { sessionId: SESSION, from: 1 })).toEqual({
      refused: 'board.no-more-minutes',
    });
    team.do('session.next', { sessionId: SESSION, from: 1 });
    team.do('session.addMinute', { sessionId: SESSION, from: 2 });
    expect(team.session()?.extra).toEqual([600, 60, 0, 0, 0]);
  });

  it('B11 somebody of the team takes over, nobody else', () => {
    const team = startedTeam();
    team.do('session.takeOver', { sessionId: SESSION, memberId: SAM });
    expect(team.session()?.leaderId).toBe(SAM);
    expect(team.attempt('session.takeOver', { sessionId: SESSION, memberId: RACHEL })).toEqual({
      refused: 'people.member-gone',
    });
  });
});

describe('ending', () => {
  it('B12 keeps when and by whom, with a summary; two people who close it close it once', () => {
    const team = startedTeam().at(14);
    team.do('session.close', { sessionId: SESSION });
    expect(team.lastSession()).toMatchObject({
      endedAt: atMinute(14),
      endedBy: 'leader',
      summary: { checkedIn: 0 },
    });
    expect(team.at(15).do('session.close', { sessionId: SESSION })).toEqual([]);
    expect(team.lastSession().endedAt).toBe(atMinute(14));
  });

  it('B12 a session that is paused ends with the time that it ran', () => {
    const team = startedTeam();
    team.at(3).do('session.pause', { sessionId: SESSION });
    team.at(20).do('session.close', { sessionId: SESSION });
    expect(team.lastSession()).toMatchObject({ pausedAt: null, spentMs: [180_000, 0, 0, 0, 0] });
  });

  it('B13 the clock closes what was forgotten, and nothing else', () => {
    const team = startedTeam();
    expect(team.at(44.9).do('session.closeForgotten', { sessionId: SESSION })).toEqual([]);
    team.at(45).do('session.closeForgotten', { sessionId: SESSION });
    expect(team.lastSession()).toMatchObject({
      endedAt: atMinute(45),
      endedBy: 'clock',
      summary: { checkedIn: 0 },
    });
    expect(team.at(46).do('session.closeForgotten', { sessionId: SESSION })).toEqual([]);
    expect(team.do('session.closeForgotten', { sessionId: STRANGER })).toEqual([]);
  });

  it('B19 counts the turn of who led in the end, once', () => {
    const team = startedTeam();
    team.do('session.takeOver', { sessionId: SESSION, memberId: SAM });
    team.do('session.close', { sessionId: SESSION });
    expect(team.state.ledSession.get(SESSION)).toMatchObject({ leaderId: SAM, day: TODAY });
    expect(team.state.rota.get(TEAM)?.queue.at(-1)).toBe(SAM);
    expect(team.lastSession().summary?.nextLeaderId).toBe(YASMIN);
  });
});
