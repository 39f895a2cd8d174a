import { describe, expect, it } from 'vitest';
import { checkInStatus } from './check-in.ts';
import { levelOf, type MoodScale, marksOf, moodScales } from './mood-scales.ts';
import {
  idOf,
  LISE,
  RACHEL,
  SAM,
  SESSION,
  STRANGER,
  startedTeam,
  TOM,
  teamAtWork,
  YASMIN,
} from './team.fixture.ts';

type AtWork = ReturnType<typeof teamAtWork>;

const mark = (team: AtWork, memberId: string, mark = 'good') =>
  team.attempt('checkIn.mark', { id: team.id(), sessionId: SESSION, memberId, mark, remark: null });
const status = (team: AtWork) => checkInStatus(team.state, team.lastSession());
const names = (members: readonly { name: string }[]) => members.map((member) => member.name);
const away = (team: AtWork, memberId: string, awayUntil: `${number}-${number}-${number}`) => {
  const member = team.state.member.get(memberId);
  if (!member) throw new Error('nobody');
  const { name, initials, workDays } = member;
  team.do('member.describe', { memberId, name, initials, workDays, awayUntil });
};

describe('checking in', () => {
  it('B14 anybody checks in for anybody; again replaces the mark and keeps one per member', () => {
    const team = startedTeam();
    mark(team, TOM, 'good');
    mark(team, TOM, 'low');
    expect(team.state.checkIn.all()).toMatchObject([{ memberId: TOM, mark: 'low' }]);
  });

  it('B14 taken back it is gone, and can be done anew', () => {
    const team = startedTeam();
    mark(team, TOM);
    team.do('checkIn.clear', { sessionId: SESSION, memberId: TOM });
    expect(team.state.checkIn.all()).toEqual([]);
    mark(team, TOM);
    expect(status(team).in).toHaveLength(1);
  });

  it.each([RACHEL, STRANGER])('B14 is not for who is not in the team: %s', (memberId) => {
    expect(mark(startedTeam(), memberId)).toEqual({ refused: 'people.member-gone' });
  });

  const good: Record<MoodScale, readonly string[]> = { ...marksOf, word: ['slaperig', 'één kop koffie'] };
  const bad: Record<MoodScale, readonly string[]> = {
    smileys: ['sunny', '5'],
    weather: ['great', '5'],
    number: ['0', '11', '7.5', 'good'],
    word: [],
  };

  it.each(moodScales)('B15 fits the scale of the session: %s', (moodScale) => {
    const team = teamAtWork();
    team.do('board.settings', { moodScale, budgets: [60, 60, 60, 60, 60], chime: true });
    team.startSession();
    for (const each of good[moodScale]) expect(mark(team, TOM, each)).toBeInstanceOf(Array);
    for (const each of bad[moodScale])
      expect(mark(team, TOM, each)).toEqual({ refused: 'board.mark-unknown' });
  });

  it('B15 pictures go from 5 down to 1; numbers and words have none', () => {
    expect(marksOf.weather.map((each) => levelOf('weather', each))).toEqual([5, 4, 3, 2, 1]);
    expect(levelOf('smileys', 'great')).toBe(5);
    expect([levelOf('number', '7'), levelOf('word', 'great'), levelOf('smileys', 'sunny')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('who is in', () => {
  it('B16 does not wait for who is away or does not work that day; they may check in all the same', () => {
    const team = startedTeam();
    away(team, TOM, '2026-11-24');
    expect(names(status(team).missing)).toEqual(['Yasmin', 'Sam']);
    expect(names(status(team).away)).toEqual(['Tom', 'Lise']);
    mark(team, LISE);
    expect(status(team).in.map(({ member }) => member.name)).toEqual(['Lise']);
    expect(names(status(team).away)).toEqual(['Tom']);
  });

  it('B16 whoever came all the same is counted among the expected: never six of five', () => {
    const team = startedTeam();
    for (const member of [YASMIN, TOM, SAM, LISE]) mark(team, member);
    team.do('session.close', { sessionId: SESSION });
    expect(team.lastSession().summary).toMatchObject({ checkedIn: 4, expected: 4 });
  });

  it('B16 waits again for who was away until yesterday', () => {
    const team = startedTeam();
    away(team, TOM, '2026-11-23');
    expect(names(status(team).missing)).toContain('Tom');
  });

  it('B16 waits for the leader, away or not; and for everybody on a day on which nobody works', () => {
    const led = teamAtWork().startSession(LISE);
    away(led, LISE, '2026-12-24');
    expect(names(status(led).missing)).toContain('Lise');
    const saturday = teamAtWork()
      .at(4 * 24 * 60)
      .startSession();
    expect(names(status(saturday).missing)).toEqual(['Yasmin', 'Tom', 'Sam', 'Lise']);
  });

  it('B17 shows the marks when everybody is in, and keeps them in view', () => {
    const team = startedTeam();
    for (const memberId of [YASMIN, TOM]) mark(team, memberId);
    expect(status(team)).toMatchObject({ allIn: false, shown: false });
    mark(team, SAM);
    expect(status(team)).toMatchObject({ allIn: true, shown: true, missing: [] });
    expect(team.session()?.revealedAt).not.toBeNull();
    team.do('checkIn.clear', { sessionId: SESSION, memberId: SAM });
    expect(status(team)).toMatchObject({ allIn: false, shown: true });
  });

  it('B17 shows them when the leader says so', () => {
    const team = startedTeam();
    mark(team, TOM);
    team.do('session.reveal', { sessionId: SESSION });
    expect(status(team)).toMatchObject({ allIn: false, shown: true });
  });

  it('B17 everybody away but the leader waits for the leader', () => {
    const team = startedTeam();
    for (const memberId of [TOM, SAM]) away(team, memberId, '2026-12-24');
    expect(status(team)).toMatchObject({ allIn: false, shown: false });
    expect(mark(team, idOf(11))).toHaveLength(2);
  });
});
