import { describe, expect, it } from 'vitest';
import { lise, member, rachid, sam, stranger, tom, yasmin } from '#features/people/testing';
import { openRhythm, today } from '#features/rhythm/testing';
import { id, teamId } from '#packages/testing/stream';
import { leaderFor, leaderHistory, leaderQueue, rotaOf, sessionLed, upcomingLeaders } from './leaders.ts';

const nextWeek = '2026-12-01';

const onTuesdays = () => {
  const team = openRhythm();
  team.do('fixedMoment.set', { weekday: 2, startsAt: '15:45', minutes: 15, place: null });
  return team;
};
type Team = ReturnType<typeof openRhythm>;

const upcoming = (team: Team, count = 4) =>
  upcomingLeaders(team.state, team.today, count).map(({ leader }) => leader?.memberId ?? null);

/** Holds the session of this day as the board does, and goes on to the next week. */
function hold(team: Team, sessionId: string, leaderId = leaderFor(team.state, team.today)?.memberId ?? '') {
  team.apply(sessionLed(team.state, { sessionId, day: team.today, leaderId }, teamId));
}

describe('who leads', () => {
  it('R14: in the order of joining until the team arranges it; who joins comes last, who left is not in it', () => {
    const team = onTuesdays();
    expect(leaderQueue(team.state)).toEqual([yasmin, tom, sam, lise]);
    hold(team, id(40));
    expect(leaderQueue(team.state)).toEqual([tom, sam, lise, yasmin]);
    team.apply([member(id(16), 'Noor', { joinedOn: today })]);
    expect(leaderQueue(team.state)).toEqual([tom, sam, lise, yasmin, id(16)]);
    team.apply([member(sam, 'Sam', { leftOn: today })]);
    expect(leaderQueue(team.state)).toEqual([tom, lise, yasmin, id(16)]);
  });

  it('R16: nobody leads on a day off or when away; who was passed over for that comes next', () => {
    const team = onTuesdays();
    team.apply([
      member(yasmin, 'Yasmin', { awayUntil: today }),
      member(tom, 'Tom', { workDays: [1, 3, 4, 5] }),
    ]);
    expect(leaderFor(team.state, today)).toEqual({ memberId: sam, how: 'stand-in' });
    expect(upcoming(team)).toEqual([sam, yasmin, lise, sam]);
    expect(leaderFor(team.state, '2026-11-25')).toEqual({ memberId: yasmin, how: 'turn' });
  });

  it('R17: nobody leads when nobody is there', () => {
    const team = onTuesdays();
    expect(leaderFor(team.state, '2026-11-28')).toBeNull();
    expect(upcomingLeaders(openRhythm().state, today, 0)).toEqual([]);
  });

  it('R17: agreed for a date goes before the queue, unless that colleague is away or lets it pass', () => {
    const team = onTuesdays();
    team.do('plannedSession.add', { id: id(20), day: today, subject: null, leaderId: lise, note: '' });
    team.apply([member(lise, 'Lise', { workDays: [1] })]);
    expect(leaderFor(team.state, today)).toEqual({ memberId: lise, how: 'agreed' });
    expect(upcoming(team)).toEqual([lise, yasmin, tom, sam]);
    team.do('rota.skip', { memberId: lise, day: today });
    expect(leaderFor(team.state, today)?.memberId).toBe(yasmin);
    team.undo();
    team.apply([member(lise, 'Lise', { awayUntil: today })]);
    expect(leaderFor(team.state, today)?.memberId).toBe(yasmin);
    team.apply([member(lise, 'Lise', { leftOn: today })]);
    expect(leaderFor(team.state, today)?.memberId).toBe(yasmin);
  });

  it('R18: without a fixed moment or a plan the board still knows who comes next', () => {
    const team = openRhythm();
    team.apply([member(yasmin, 'Yasmin', { awayUntil: nextWeek })]);
    expect(upcomingLeaders(team.state, today, 2)).toEqual([
      { day: null, leader: { memberId: tom, how: 'turn' } },
      { day: null, leader: { memberId: sam, how: 'turn' } },
    ]);
  });

  it('R19: a session counts once, goes into the history and to the end of the queue', () => {
    const team = onTuesdays();
    hold(team, id(40));
    const { state } = team;
    expect(sessionLed(state, { sessionId: id(40), day: today, leaderId: tom }, teamId)).toEqual([]);
    expect(upcoming(team)).toEqual([tom, sam, lise, yasmin]);
    team.today = nextWeek;
    hold(team, id(41), sam);
    team.today = '2026-12-08';
    team.apply([member(tom, 'Tom', { awayUntil: '2026-12-08' })]);
    hold(team, id(39));
    expect(leaderHistory(team.state).map(({ leaderId, how }) => [leaderId, how])).toEqual([
      [lise, 'stand-in'],
      [sam, 'take-over'],
      [yasmin, 'turn'],
    ]);
    expect(leaderQueue(team.state)).toEqual([tom, yasmin, sam, lise]);
  });

  it('R19: who left before the session was closed is in the history, not in the queue', () => {
    const team = onTuesdays();
    hold(team, id(40), rachid);
    expect(leaderHistory(team.state)[0]).toMatchObject({ leaderId: rachid, how: 'take-over' });
    expect(leaderQueue(team.state)).toEqual([yasmin, tom, sam, lise]);
  });
});

describe('rota.arrange', () => {
  it('R14: done, undone; strangers are passed over, who is not named comes after', () => {
    const team = openRhythm();
    expect(team.do('rota.arrange', { queue: [sam, stranger, rachid, yasmin, sam] })).toBe('done');
    expect(leaderQueue(team.state)).toEqual([sam, yasmin, tom, lise]);
    expect(team.undo()).toBe('done');
    expect(leaderQueue(team.state)).toEqual([yasmin, tom, sam, lise]);
    expect(team.do('rota.arrange', { queue: ['Sam'] })).toBe('invalid queue.0');
  });
});

describe('rota.skip, rota.unskip', () => {
  const skip = { memberId: yasmin, day: today };

  it('R15: the next one leads, and who let it pass leads the session after', () => {
    const team = onTuesdays();
    expect(team.do('rota.skip', skip)).toBe('done');
    expect(upcoming(team)).toEqual([tom, yasmin, sam, lise]);
    expect(team.do('rota.skip', skip)).toBe('unchanged');
    expect(team.do('rota.unskip', skip)).toBe('done');
    expect(upcoming(team)).toEqual([yasmin, tom, sam, lise]);
    expect(team.undo()).toBe('done');
    expect(upcoming(team)[0]).toBe(tom);
    hold(team, id(40));
    team.today = nextWeek;
    expect(upcoming(team)).toEqual([yasmin, sam, lise, tom]);
    expect(team.do('rota.unskip', skip)).toBe('unchanged');
  });

  it('R15: skipping what one had taken over gives it back, and undo takes it over again', () => {
    const team = onTuesdays();
    team.do('rota.takeOver', { memberId: lise, day: today });
    team.do('rota.skip', { memberId: lise, day: today });
    expect(leaderFor(team.state, today)?.memberId).toBe(yasmin);
    expect(team.undo()).toBe('done');
    expect(leaderFor(team.state, today)).toEqual({ memberId: lise, how: 'take-over' });
    expect(team.undo()).toBe('done');
    expect(leaderFor(team.state, today)?.memberId).toBe(yasmin);
  });

  it('refused and invalid', () => {
    const team = openRhythm();
    expect(team.do('rota.skip', { memberId: rachid, day: today })).toBe('people.member-gone');
    expect(team.do('rota.skip', { memberId: yasmin, day: '2026-11-23' })).toBe('rhythm.day-past');
    expect(team.do('rota.skip', { memberId: yasmin, day: '' })).toBe('invalid day');
    expect(team.do('rota.unskip', { memberId: '', day: today })).toBe('invalid memberId');
  });
});

describe('rota.swap', () => {
  it('two members trade places; again trades them back', () => {
    const team = onTuesdays();
    expect(team.do('rota.swap', { memberId: yasmin, otherId: sam })).toBe('done');
    expect(upcoming(team)).toEqual([sam, tom, yasmin, lise]);
    expect(team.undo()).toBe('done');
    expect(upcoming(team)).toEqual([yasmin, tom, sam, lise]);
    expect(team.do('rota.swap', { memberId: sam, otherId: sam })).toBe('unchanged');
    expect(team.do('rota.swap', { memberId: sam, otherId: rachid })).toBe('people.member-gone');
    expect(team.do('rota.swap', { memberId: sam, otherId: 'x' })).toBe('invalid otherId');
  });
});

describe('rota.takeOver, rota.giveBack', () => {
  const taken = { memberId: sam, day: today };

  it('R17: leads that day; whose turn it was keeps it for the next session', () => {
    const team = onTuesdays();
    expect(team.do('rota.takeOver', taken)).toBe('done');
    expect(team.do('rota.takeOver', taken)).toBe('unchanged');
    expect(upcoming(team)).toEqual([sam, yasmin, tom, lise]);
    hold(team, id(40));
    expect(leaderHistory(team.state)[0]).toMatchObject({ leaderId: sam, how: 'take-over' });
    expect(rotaOf(team.state).takeOvers).toEqual([]);
    team.today = nextWeek;
    expect(upcoming(team)).toEqual([yasmin, tom, lise, sam]);
  });

  it('R17: the last one to take over leads; undo gives it to the one before, then back to the queue', () => {
    const team = onTuesdays();
    team.do('rota.takeOver', taken);
    team.do('rota.takeOver', { memberId: lise, day: today });
    expect(leaderFor(team.state, today)?.memberId).toBe(lise);
    expect(team.undo()).toBe('done');
    expect(leaderFor(team.state, today)?.memberId).toBe(sam);
    expect(team.do('rota.giveBack', { day: today })).toBe('done');
    expect(leaderFor(team.state, today)).toEqual({ memberId: yasmin, how: 'turn' });
    expect(team.undo()).toBe('done');
    expect(leaderFor(team.state, today)?.memberId).toBe(sam);
    expect(team.do('rota.giveBack', { day: nextWeek })).toBe('unchanged');
  });

  it('R17: taking over what one had let pass, and back', () => {
    const team = onTuesdays();
    team.do('rota.skip', { memberId: yasmin, day: today });
    team.do('rota.takeOver', { memberId: yasmin, day: today });
    expect(leaderFor(team.state, today)?.memberId).toBe(yasmin);
    expect(team.undo()).toBe('done');
    expect(leaderFor(team.state, today)?.memberId).toBe(tom);
  });

  it('refused and invalid', () => {
    const team = openRhythm();
    expect(team.do('rota.takeOver', { memberId: stranger, day: today })).toBe('people.member-gone');
    expect(team.do('rota.takeOver', { memberId: sam, day: '2026-11-23' })).toBe('rhythm.day-past');
    expect(team.do('rota.takeOver', { memberId: sam, day: 'x' })).toBe('invalid day');
    expect(team.do('rota.giveBack', { day: 'x' })).toBe('invalid day');
  });
});

describe('rota.exceptions', () => {
  it('R22: puts back what was said about one day, and leaves the other days alone', () => {
    const team = onTuesdays();
    team.do('rota.skip', { memberId: yasmin, day: nextWeek });
    const said = { day: today, skipIds: [yasmin, tom, tom], takeOverId: null };
    expect(team.do('rota.exceptions', said)).toBe('done');
    expect(upcoming(team, 2)).toEqual([sam, tom]);
    expect(team.do('rota.exceptions', { ...said, takeOverId: lise })).toBe('done');
    expect(leaderFor(team.state, today)?.memberId).toBe(lise);
    expect(team.undo()).toBe('done');
    expect(leaderFor(team.state, today)?.memberId).toBe(sam);
    expect(team.do('rota.exceptions', { ...said, takeOverId: rachid })).toBe('people.member-gone');
    expect(team.do('rota.exceptions', { ...said, skipIds: ['x'] })).toBe('invalid skipIds.0');
  });
});
