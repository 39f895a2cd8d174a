import { describe, expect, it } from 'vitest';
import type { BoardSession } from './records.ts';
import { nextTurn, nothingHappened, summaryFacts } from './summary-facts.ts';
import { idOf, SAM, SESSION, startedTeam, TEAM, TOM, YASMIN } from './team.fixture.ts';

const SHARED = idOf(401);
const DONE = idOf(402);
const action = { kind: 'team' as const, goalId: null, due: null };

const started = () => {
  const team = startedTeam();
  team.do('fixedMoment.set', { weekday: 2, startsAt: '15:45', minutes: 15, place: null });
  team.at(1).do('action.add', { ...action, id: DONE, text: 'Bellen', ownerId: TOM, alsoIds: [] });
  team.do('action.add', { ...action, id: SHARED, text: 'Rooster', ownerId: SAM, alsoIds: [TOM] });
  team.do('action.tick', { actionId: DONE, doneAt: null });
  return team;
};

const summaryIn = (session: BoardSession) => {
  if (session.summary === null) throw new Error('no summary');
  return session.summary;
};

describe('B18 the summary with the things themselves', () => {
  it('is not there while the session runs', () => {
    const team = started();
    expect(summaryFacts(team.state, team.lastSession())).toBeNull();
  });

  it('names each person’s actions, and counts one that two people share once', () => {
    const team = started();
    team.at(13.6).do('session.close', { sessionId: SESSION });
    const facts = summaryFacts(team.state, team.lastSession());
    expect(facts).toMatchObject({ minutes: 14, newActionCount: 2, doneActionCount: 1 });
    expect(facts?.people.map(({ memberId, newActions }) => [memberId, newActions.length])).toEqual([
      [TOM, 2],
      [SAM, 1],
    ]);
  });

  it('leaves out what was taken off the board since', () => {
    const team = started();
    team.at(14).do('session.close', { sessionId: SESSION });
    team.at(20).do('action.remove', { actionIds: [SHARED, DONE] });
    expect(summaryFacts(team.state, team.lastSession())).toMatchObject({ people: [], newActionCount: 0 });
  });

  it('B13 does not say how long a forgotten session took', () => {
    const team = started();
    team.at(600).do('session.closeForgotten', { sessionId: SESSION });
    expect(summaryFacts(team.state, team.lastSession())?.minutes).toBeNull();
  });
});

it('B29 nothing happened in a session that was started and closed; one check-in is something', () => {
  const empty = startedTeam();
  empty.at(1).do('session.close', { sessionId: SESSION });
  expect(nothingHappened(summaryIn(empty.lastSession()))).toBe(true);

  const greeted = startedTeam();
  const checkIn = { id: idOf(601), sessionId: SESSION, memberId: TOM, mark: 'good', remark: null };
  greeted.at(1).do('checkIn.mark', checkIn);
  greeted.do('session.close', { sessionId: SESSION });
  expect(nothingHappened(summaryIn(greeted.lastSession()))).toBe(false);
});

it('B19 the next turn is counted as if this session ended now: who leads it is not next again', () => {
  const team = started();
  const before = nextTurn(team.state, team.lastSession(), TEAM);
  expect(before).toMatchObject({ day: '2026-12-01' });
  expect(before?.leader?.memberId).not.toBe(YASMIN);
  team.at(14).do('session.close', { sessionId: SESSION });
  expect(team.lastSession().summary).toMatchObject({
    nextDay: before?.day,
    nextLeaderId: before?.leader?.memberId,
  });
});
