import { expect, it } from 'vitest';
import { sessionAgenda } from './agenda.ts';
import { checkInStatus } from './check-in.ts';
import { clockOf } from './clock.ts';
import { parkedTopics } from './notes.ts';
import {
  atMinute,
  idOf,
  LISE,
  minutes,
  SAM,
  SESSION,
  TEAM,
  TODAY,
  TOM,
  teamAtWork,
  YASMIN,
} from './team.fixture.ts';

const GOAL = idOf(301);
const LATE = idOf(401);
const NEW = idOf(402);
const SHARED = idOf(403);
const NOBODYS = idOf(404);

/** What a team does in a quarter of an hour, on one wall and some phones. */
it('B18 a whole session, from the first tap to the summary', () => {
  const team = teamAtWork();
  const session = () => team.lastSession();
  const next = (from: number) => team.do('session.next', { sessionId: SESSION, from });

  // Three weeks earlier: a goal, an action, and a fixed moment on Tuesdays.
  team.at(-21 * 24 * 60);
  team.do('fixedMoment.set', { weekday: 2, startsAt: '15:45', minutes: 15, place: 'Teamkamer' });
  team.do('goal.add', {
    id: GOAL,
    text: 'De leerlingen van groep 7 kunnen zelf zeggen welk rekendoel ze hebben gehaald',
    pupils: null,
    target: 8,
    weeks: 6,
    startedOn: '2026-11-03',
    periodId: null,
    ownerId: YASMIN,
    baseline: { id: idOf(351), value: 5, byMemberId: YASMIN },
  });
  const made = { kind: 'classroom' as const, alsoIds: [], goalId: GOAL, due: null };
  team.do('action.add', {
    ...made,
    id: LATE,
    text: 'Lesdoelkaart proberen',
    ownerId: TOM,
    due: '2026-11-20',
  });

  // Tuesday, a quarter to four.
  team.at(0).do('session.start', { id: SESSION, leaderId: YASMIN });

  // 1. Check-in: from one screen, for each other. Lise does not work on Tuesdays.
  for (const [memberId, mark] of [
    [YASMIN, 'good'],
    [TOM, 'great'],
    [SAM, 'low'],
  ] as const) {
    expect(checkInStatus(team.state, session()).shown).toBe(false);
    team.do('checkIn.mark', { id: team.id(), sessionId: SESSION, memberId, mark, remark: null });
  }
  expect(checkInStatus(team.state, session())).toMatchObject({ allIn: true, shown: true });
  team.at(1.5);
  next(1);

  // 2. Successes. Two people tap "next" together.
  team.do('success.add', {
    id: idOf(601),
    text: 'Groep 7 legde het doel uit aan de stagiair',
    byId: TOM,
    aboutId: SAM,
    goalId: GOAL,
  });
  team.do('success.cheer', { successId: idOf(601), memberId: YASMIN, cheer: true });
  team.at(3);
  next(2);
  next(2);
  expect(session().step).toBe(3);

  // 3. Goals: the one without a measurement is on top. It takes a minute longer.
  expect(sessionAgenda(team.state, session(), TODAY).goals[0]).toMatchObject({
    goal: { id: GOAL },
    attention: 'not-measured',
  });
  team.do('goal.measure', {
    id: idOf(352),
    goalId: GOAL,
    period: 2,
    value: 6.5,
    measuredOn: null,
    byMemberId: null,
    note: null,
  });
  expect(sessionAgenda(team.state, session(), TODAY).goals[0]?.attention).toBe('below-target');
  team.at(6.5).do('session.addMinute', { sessionId: SESSION, from: 3 });
  expect(clockOf(session(), Date.parse(atMinute(7))).step).toMatchObject({
    remainingMs: minutes(1),
    state: 'calm',
  });
  team.at(7).do('parked.add', {
    id: idOf(611),
    text: 'Is de toets niet te lang?',
    byId: null,
    goalId: GOAL,
    actionId: null,
  });
  next(3);

  // 4. Actions: the late one first. The fire alarm goes: six minutes outside. Yasmin does not come back, Sam takes over.
  expect(sessionAgenda(team.state, session(), TODAY).actions.overdue).toMatchObject([{ id: LATE }]);
  team.at(8).do('session.pause', { sessionId: SESSION });
  team.at(14).do('session.resume', { sessionId: SESSION });
  team.do('session.takeOver', { sessionId: SESSION, memberId: SAM });
  team.do('action.tick', { actionId: LATE, doneAt: null });
  team.do('action.add', {
    ...made,
    id: NEW,
    text: 'Exit tickets bij breuken',
    ownerId: SAM,
    due: '2026-11-27',
  });
  team.do('action.add', {
    ...made,
    id: SHARED,
    text: 'Denkstappen hardop voordoen',
    ownerId: LISE,
    alsoIds: [SAM],
  });
  team.do('action.add', { ...made, id: NOBODYS, text: 'Zaal regelen', ownerId: null });
  team.at(17);
  next(4);

  // 5. Today. The subject of last week is settled; then they are done.
  team.do('parked.add', { id: idOf(612), text: 'Sleutel gymzaal', byId: SAM, goalId: null, actionId: null });
  team.do('parked.settle', { topicId: idOf(612), outcome: 'Hangt bij de conciërge' });
  team.at(19).do('session.close', { sessionId: SESSION });

  expect(session()).toMatchObject({ endedAt: atMinute(19), endedBy: 'leader', leaderId: SAM, step: 5 });
  expect(session().spentMs).toEqual([1.5, 1.5, 4, 4, 2].map(minutes));
  expect(session().summary).toEqual({
    checkedIn: 3,
    expected: 3,
    successIds: [idOf(601)],
    newGoalIds: [],
    measurementIds: [idOf(352)],
    closedGoalIds: [],
    parkedIds: [idOf(611), idOf(612)],
    settledIds: [idOf(612)],
    people: [
      { memberId: TOM, newActionIds: [], doneActionIds: [LATE] },
      { memberId: SAM, newActionIds: [NEW, SHARED], doneActionIds: [] },
      { memberId: LISE, newActionIds: [SHARED], doneActionIds: [] },
      { memberId: null, newActionIds: [NOBODYS], doneActionIds: [] },
    ],
    nextDay: '2026-12-01',
    nextLeaderId: YASMIN,
  });
  expect(team.state.ledSession.get(SESSION)).toMatchObject({ leaderId: SAM, how: 'take-over' });
  expect(team.state.rota.get(TEAM)?.queue.at(-1)).toBe(SAM);

  // Next day, on a phone: the board goes on without a session, and the summary stays what it was.
  team.at(24 * 60).do('action.tick', { actionId: NEW, doneAt: null });
  expect(session().summary?.people[0]).toEqual({ memberId: TOM, newActionIds: [], doneActionIds: [LATE] });
  expect(parkedTopics(team.state).map((topic) => topic.id)).toEqual([idOf(611)]);
  expect(team.session()).toBeNull();
});
