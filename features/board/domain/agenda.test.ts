import { describe, expect, it } from 'vitest';
import type { Day } from '#packages/kernel';
import { previousEnd, sessionAgenda } from './agenda.ts';
import { atMinute, idOf, SAM, SESSION, TEAM, TODAY, TOM, teamAtWork, YASMIN } from './team.fixture.ts';

const GOAL = (number: number) => idOf(300 + number);
const ACTION = (number: number) => idOf(400 + number);

type AtWork = ReturnType<typeof teamAtWork>;

function goal(team: AtWork, id: string, startedOn: Day, baseline: number | null) {
  team.do('goal.add', {
    id,
    text: 'De leerlingen kunnen het lesdoel zelf noemen',
    pupils: null,
    target: 8,
    weeks: 6,
    startedOn,
    periodId: null,
    ownerId: YASMIN,
    baseline: baseline === null ? null : { id: team.id(), value: baseline, byMemberId: null },
  });
}

const measure = (team: AtWork, goalId: string, period: number, value: number) =>
  team.do('goal.measure', {
    id: team.id(),
    goalId,
    period,
    value,
    measuredOn: null,
    byMemberId: null,
    note: null,
  });

const action = (team: AtWork, id: string, due: Day | null) =>
  team.do('action.add', {
    id,
    kind: 'classroom',
    text: 'Exit tickets maken',
    ownerId: SAM,
    alsoIds: [],
    goalId: null,
    due,
  });

const agendaOf = (team: AtWork) => sessionAgenda(team.state, team.lastSession(), TODAY);
const ids = (things: readonly { readonly id: string }[]) => things.map((thing) => thing.id);

describe('what comes up by itself', () => {
  it('B20 goals without a measurement of this period, or below their target, come before the others', () => {
    const team = teamAtWork();
    // Six weeks in three periods of two weeks: on 24 November a goal of 2 November is in P2.
    goal(team, GOAL(1), '2026-11-02', 5);
    measure(team, GOAL(1), 2, 8);
    goal(team, GOAL(2), '2026-11-02', 5);
    goal(team, GOAL(3), '2026-11-02', 5);
    measure(team, GOAL(3), 2, 6.5);
    team.startSession();
    expect(agendaOf(team).goals.map(({ goal, attention }) => [goal.id, attention])).toEqual([
      [GOAL(2), 'not-measured'],
      [GOAL(3), 'below-target'],
      [GOAL(1), null],
    ]);
  });

  it('B20 overdue actions come apart from the open ones; what was done since the last session is named', () => {
    const team = teamAtWork();
    action(team, ACTION(1), '2026-11-27');
    action(team, ACTION(2), '2026-11-20');
    action(team, ACTION(3), null);
    action(team, ACTION(4), TODAY);
    action(team, ACTION(5), null);
    team.at(1).do('action.tick', { actionId: ACTION(5), doneAt: null });
    team.startSession();
    const { overdue, open, done } = agendaOf(team).actions;
    expect(ids(overdue)).toEqual([ACTION(2)]);
    expect(ids(open)).toEqual([ACTION(4), ACTION(1), ACTION(3)]);
    expect(ids(done)).toEqual([ACTION(5)]);
  });

  it('B20 only what is new since the session before counts as new', () => {
    const team = teamAtWork();
    const nobody = { byId: null, aboutId: null, goalId: null };
    team.do('success.add', { id: idOf(601), text: 'Oud', ...nobody });
    action(team, ACTION(1), null);
    team.do('action.tick', { actionId: ACTION(1), doneAt: null });
    team.do('session.start', { id: idOf(501), leaderId: TOM });
    team.at(10).do('session.close', { sessionId: idOf(501) });
    team.at(20).do('success.add', { id: idOf(602), text: 'Nieuw', ...nobody });
    team.at(30).startSession();
    expect(previousEnd(team.state, team.lastSession())).toBe(atMinute(10));
    expect(ids(agendaOf(team).successes)).toEqual([idOf(602)]);
    expect(agendaOf(team).actions.done).toEqual([]);
    team.at(40).do('session.close', { sessionId: SESSION });
    expect(previousEnd(team.state, team.lastSession())).toBe(atMinute(10));
  });

  it('B20 today’s programme, the next dates and the parking lot are at hand', () => {
    const team = teamAtWork();
    team.do('fixedMoment.set', { weekday: 2, startsAt: '15:45', minutes: 15, place: null });
    team.do('parked.add', { id: idOf(611), text: 'Rooster', byId: null, goalId: null, actionId: null });
    team.startSession();
    const agenda = agendaOf(team);
    expect(agenda.comingDates.map((date) => date.day)).toEqual(['2026-12-01', '2026-12-08', '2026-12-15']);
    expect(agenda.programme).toEqual([]);
    expect(ids(agenda.parked)).toEqual([idOf(611)]);
    expect(team.state.team.get(TEAM)?.name).toBe('Bovenbouw');
    expect(team.lastSession().id).toBe(SESSION);
  });
});
