import { describe, expect, it } from 'vitest';
import { member, rachid, sam, stranger, tom, yasmin } from '#features/people/testing';
import { openRhythm, today } from '#features/rhythm/testing';
import { id, teamId } from '#packages/testing/stream';
import { leaderFor, leaderQueue, leadingCoach, sessionLed, upcomingLeaders } from './leaders.ts';

/** A coach who is not of the team. */
const anneke = id(50);

function withCoach(memberId = anneke) {
  const team = openRhythm();
  team.apply([member(anneke, 'Anneke', { place: 'coach' })]);
  team.do('fixedMoment.set', { weekday: 2, startsAt: '15:45', minutes: 15, place: null });
  team.do('rota.coachLeads', { memberId });
  return team;
}
const leads = (team: ReturnType<typeof openRhythm>, day = today) => leaderFor(team.state, day)?.memberId;

describe('R23 the coach leads until the team is handed its sessions', () => {
  it('every session, as agreed; nobody’s turn is used up meanwhile', () => {
    const team = withCoach();
    expect(leaderFor(team.state, today)).toEqual({ memberId: anneke, how: 'agreed' });
    expect(upcomingLeaders(team.state, today, 3).map(({ leader }) => leader?.memberId)).toEqual([
      anneke,
      anneke,
      anneke,
    ]);
    team.apply(sessionLed(team.state, { sessionId: id(90), day: today, leaderId: anneke }, teamId));
    expect(leaderQueue(team.state)[0]).toBe(yasmin);
    expect(leaderQueue(team.state)).not.toContain(anneke);
    expect(team.state.ledSession.get(id(90))?.how).toBe('agreed');
  });

  it('handed over with one act: the turn goes round, in the order that the team has', () => {
    const team = withCoach();
    expect(team.do('rota.handOver', {})).toBe('done');
    expect(leads(team)).toBe(yasmin);
    expect(team.do('rota.handOver', {})).toBe('unchanged');
    expect(upcomingLeaders(team.state, today, 2).map(({ leader }) => leader?.memberId)).toEqual([
      yasmin,
      tom,
    ]);
  });

  it('taken back, the coach leads as before', () => {
    const team = withCoach();
    team.do('rota.handOver', {});
    expect(team.undo()).toBe('done');
    expect(leads(team)).toBe(anneke);
    team.undo();
    expect(leads(team)).toBe(yasmin);
  });

  it('a coach who is of the team has had a turn by leading', () => {
    const team = withCoach(yasmin);
    team.apply(sessionLed(team.state, { sessionId: id(90), day: today, leaderId: yasmin }, teamId));
    team.do('rota.handOver', {});
    expect(leaderQueue(team.state)).toEqual([tom, sam, id(14), yasmin]);
  });

  it('gives way to who took over or was agreed for a date, and lets a turn pass like anybody', () => {
    const team = withCoach();
    team.do('rota.takeOver', { memberId: tom, day: today });
    expect(leads(team)).toBe(tom);
    team.do('rota.giveBack', { day: today });
    team.do('rota.skip', { memberId: anneke, day: today });
    expect(leads(team)).toBe(yasmin);
    team.do('rota.unskip', { memberId: anneke, day: today });
    team.do('plannedSession.add', { id: id(60), day: today, subject: null, leaderId: sam, note: '' });
    expect(leads(team)).toBe(sam);
  });

  it('who is not of the team leads when asked, and gets no turn by it', () => {
    const team = openRhythm();
    team.apply([member(anneke, 'Anneke', { place: 'guest' })]);
    team.do('fixedMoment.set', { weekday: 2, startsAt: '15:45', minutes: 15, place: null });
    team.do('rota.takeOver', { memberId: anneke, day: today });
    expect(upcomingLeaders(team.state, today, 6).map(({ leader }) => leader?.memberId)).toEqual([
      anneke,
      yasmin,
      tom,
      sam,
      id(14),
      yasmin,
    ]);
  });

  it('does not lead while away, or once gone from the board', () => {
    const team = withCoach();
    team.apply([member(anneke, 'Anneke', { place: 'coach', awayUntil: today })]);
    expect(leads(team)).toBe(yasmin);
    expect(leads(team, '2026-12-01')).toBe(anneke);
    team.apply([member(anneke, 'Anneke', { place: 'coach', leftOn: today })]);
    expect(leadingCoach(team.state)).toBeNull();
    expect(leads(team, '2026-12-01')).toBe(yasmin);
  });

  it('leads too as long as no moment is agreed', () => {
    const team = withCoach();
    team.do('fixedMoment.clear', {});
    expect(upcomingLeaders(team.state, today, 5)).toEqual([
      { day: null, leader: { memberId: anneke, how: 'agreed' } },
    ]);
  });

  it('the same coach again changes nothing; another one takes the place', () => {
    const team = withCoach();
    expect(team.do('rota.coachLeads', { memberId: anneke })).toBe('unchanged');
    expect(team.do('rota.coachLeads', { memberId: tom })).toBe('done');
    expect(leads(team)).toBe(tom);
    team.undo();
    expect(leads(team)).toBe(anneke);
  });

  it.each([rachid, stranger])('is nobody who is not at the board: %s', (memberId) => {
    expect(openRhythm().do('rota.coachLeads', { memberId })).toBe('people.member-gone');
    expect(
      openRhythm().do('rota.coachAsItWas', {
        lead: { memberId: stranger, since: today, handedOverOn: null },
      }),
    ).toBe('people.member-gone');
  });

  it.each([[{}], [{ memberId: 'x' }]])('R23 invalid %j', (payload) => {
    expect(openRhythm().send({ name: 'rota.coachLeads', payload })).toBe('invalid memberId');
  });
});
