import { describe, expect, it } from 'vitest';
import { leaderQueue } from '#features/rhythm/domain';
import { checkInStatus, isWrittenTo } from './check-in.ts';
import { SAM, SESSION, startedTeam, TOM, teamAtWork, YASMIN } from './team.fixture.ts';

/** B31: whoever joins a session without being of the team. */

type AtWork = ReturnType<typeof teamAtWork>;

const mark = (team: AtWork, memberId: string) =>
  team.attempt('checkIn.mark', { id: team.id(), sessionId: SESSION, memberId, mark: 'good', remark: null });
const status = (team: AtWork) => checkInStatus(team.state, team.lastSession());

describe('B31 a guest at the session', () => {
  it('is not expected, until there', () => {
    const team = startedTeam();
    const marleen = team.joinIn('Marleen');
    expect(status(team).missing.map(({ name }) => name)).toEqual(['Yasmin', 'Tom', 'Sam']);
    for (const member of [YASMIN, TOM]) mark(team, member);
    team.by = marleen;
    mark(team, marleen);
    expect(status(team).in.map(({ member }) => member.name)).toEqual(['Yasmin', 'Tom', 'Marleen']);
    expect(status(team).allIn).toBe(false);
    team.by = YASMIN;
    mark(team, SAM);
    team.do('session.close', { sessionId: SESSION });
    expect(team.lastSession().summary).toMatchObject({ checkedIn: 4, expected: 4 });
  });

  it('who stayed away counts for nothing', () => {
    const team = startedTeam();
    team.joinIn('Marleen');
    for (const member of [YASMIN, TOM, SAM]) mark(team, member);
    expect(status(team)).toMatchObject({ allIn: true, missing: [], away: [{ name: 'Lise' }] });
    team.do('session.close', { sessionId: SESSION });
    expect(team.lastSession().summary).toMatchObject({ checkedIn: 3, expected: 3 });
  });

  it('checks in for nobody else, and takes back no other mark', () => {
    const team = startedTeam();
    team.by = team.joinIn('Marleen');
    expect(mark(team, TOM)).toEqual({ refused: 'board.guest-for-another' });
    team.by = YASMIN;
    mark(team, TOM);
    team.by = team.joinIn('Esther');
    expect(team.attempt('checkIn.clear', { sessionId: SESSION, memberId: TOM })).toEqual({
      refused: 'board.guest-for-another',
    });
    expect(team.state.checkIn.all()).toMatchObject([{ memberId: TOM }]);
  });

  it('does not take the place of another check-in by writing under its id', () => {
    const team = startedTeam();
    const marleen = team.joinIn('Marleen');
    mark(team, TOM);
    const [toms] = team.state.checkIn.all();
    team.by = marleen;
    expect(
      team.attempt('checkIn.mark', {
        id: toms?.id ?? '',
        sessionId: SESSION,
        memberId: marleen,
        mark: 'good',
        remark: null,
      }),
    ).toEqual([]);
    expect(team.state.checkIn.all()).toEqual([toms]);
  });

  it('the coach beside the team does it for everybody, like the team', () => {
    const team = startedTeam();
    team.by = team.joinIn('Anneke', 'coach');
    expect(mark(team, TOM)).toBeInstanceOf(Array);
  });

  it('tells a success and takes an action under their own name', () => {
    const team = startedTeam();
    const marleen = team.joinIn('Marleen');
    team.by = marleen;
    team.do('success.add', { id: team.id(), text: 'Mooi', byId: marleen, aboutId: TOM, goalId: null });
    team.do('action.add', {
      id: team.id(),
      kind: 'team',
      text: 'rooster aanpassen',
      ownerId: marleen,
      alsoIds: [],
      goalId: null,
      due: null,
    });
    team.by = YASMIN;
    team.do('session.close', { sessionId: SESSION });
    expect(team.lastSession().summary?.people).toMatchObject([{ memberId: marleen }]);
  });

  it('has no turn in the rota, and may be asked to lead: then they are expected', () => {
    const team = teamAtWork();
    const marleen = team.joinIn('Marleen');
    expect(leaderQueue(team.state)).not.toContain(marleen);
    team.startSession(marleen);
    expect(status(team).missing.map(({ name }) => name)).toContain('Marleen');
    team.do('session.close', { sessionId: SESSION });
    expect(leaderQueue(team.state)).not.toContain(marleen);
  });

  it('B29 is written to about sessions that they were at; the team always is', () => {
    const team = startedTeam();
    const [marleen, esther] = [team.joinIn('Marleen'), team.joinIn('Esther')];
    team.by = marleen;
    mark(team, marleen);
    const session = team.lastSession();
    expect([marleen, esther, SAM].map((one) => isWrittenTo(team.state, session, one))).toEqual([
      true,
      false,
      true,
    ]);
  });
});
