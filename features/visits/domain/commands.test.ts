import { describe, expect, it } from 'vitest';
import { lise, member, rachid, sam, stranger, tom, yasmin } from '#features/people/testing';
import { newVisit, openVisitsStream, today } from '#features/visits/testing';
import { id } from '#packages/testing/stream';
import { visitsPart } from './part.ts';
import { visitRecords } from './records.ts';
import { openVisits, peopleIn, upcomingVisits, visitCount, visitsSince, visitsToAskAbout } from './visits.ts';

const visitPairId = newVisit.id;
const { id: _, ...same } = newVisit;

const withVisit = (change: Partial<typeof newVisit> = {}) => {
  const team = openVisitsStream();
  team.do('visitPair.plan', { ...newVisit, ...change });
  return team;
};
const ids = (visits: readonly { id: string }[]) => visits.map((visit) => visit.id);

describe('visitPair.plan, visitPair.edit', () => {
  it('V1: done, the same one again changes nothing, undo takes it off', () => {
    const team = openVisitsStream();
    const now = team.now;
    expect(team.do('visitPair.plan', newVisit)).toBe('done');
    expect(openVisits(team.state)).toEqual([
      { ...newVisit, tookPlaceOn: null, addedAt: now, removedAt: null },
    ]);
    expect(team.do('visitPair.plan', newVisit)).toBe('unchanged');
    team.do('visitPair.plan', { ...newVisit, id: id(91) });
    expect(team.undo()).toBe('done');
    expect(ids(openVisits(team.state))).toEqual([visitPairId]);
  });

  it('V1: two different people, or three, all in the team', () => {
    const team = openVisitsStream();
    const plan = (change: object) => team.do('visitPair.plan', { ...newVisit, ...change });
    expect(plan({ visitedId: tom })).toBe('visits.same-person');
    expect(plan({ alsoVisitorId: sam })).toBe('visits.same-person');
    expect(plan({ alsoVisitorId: stranger })).toBe('people.member-gone');
    expect(plan({ visitorId: rachid })).toBe('people.member-gone');
    expect(plan({ alsoVisitorId: lise })).toBe('done');
    expect(openVisits(team.state).map(peopleIn)).toEqual([[tom, lise, sam]]);
  });

  it('edit: done, undone, refused when it is gone', () => {
    const team = withVisit();
    const edited = {
      ...same,
      visitorId: lise,
      day: '2026-11-26',
      startsAt: '10:15',
      viewingQuestion: 'Wie praat?',
    };
    expect(team.do('visitPair.edit', { visitPairId, ...edited })).toBe('done');
    expect(openVisits(team.state)[0]).toMatchObject(edited);
    expect(team.undo()).toBe('done');
    expect(openVisits(team.state)[0]).toMatchObject(same);
    expect(team.do('visitPair.edit', { visitPairId, ...same, visitedId: tom })).toBe('visits.same-person');
    team.do('visitPair.remove', { visitPairId });
    expect(team.do('visitPair.edit', { visitPairId, ...edited })).toBe('visits.visit-gone');
  });

  it('V1: who left stays where the name stood', () => {
    const team = withVisit();
    team.apply([member(tom, 'Tom', { leftOn: today })]);
    expect(team.do('visitPair.edit', { visitPairId, ...same, day: today })).toBe('done');
    expect(team.do('visitPair.edit', { visitPairId, ...same, visitedId: rachid })).toBe('people.member-gone');
  });

  it('invalid', () => {
    const team = openVisitsStream();
    const plan = (change: object) => team.do('visitPair.plan', { ...newVisit, ...change });
    expect(plan({ day: 'donderdag' })).toBe('invalid day');
    expect(plan({ startsAt: '25:00' })).toBe('invalid startsAt');
    expect(plan({ viewingQuestion: 'x'.repeat(201) })).toBe('invalid viewingQuestion');
  });
});

describe('visitPair.tookPlace, visitPair.notYet', () => {
  const on = (team: ReturnType<typeof openVisitsStream>) =>
    team.state.visitPair.get(visitPairId)?.tookPlaceOn;

  it('V2: on its agreed day when that is over, else today; said again it changes nothing', () => {
    const early = withVisit({ day: '2026-11-26' });
    expect(early.do('visitPair.tookPlace', { visitPairId, on: null })).toBe('done');
    expect(on(early)).toBe(today);
    const late = withVisit({ day: '2026-11-19' });
    late.do('visitPair.tookPlace', { visitPairId, on: null });
    expect(on(late)).toBe('2026-11-19');
    late.today = '2026-12-01';
    expect(late.do('visitPair.tookPlace', { visitPairId, on: null })).toBe('unchanged');
    expect(openVisits(late.state)).toEqual([]);
  });

  it('V2: corrected, undone, taken back, and that undone', () => {
    const team = withVisit();
    team.do('visitPair.tookPlace', { visitPairId, on: null });
    expect(team.undo()).toBe('done');
    expect(on(team)).toBeNull();
    expect(team.do('visitPair.tookPlace', { visitPairId, on: today })).toBe('done');
    team.do('visitPair.tookPlace', { visitPairId, on: '2026-11-20' });
    expect(team.do('visitPair.tookPlace', { visitPairId, on: '2026-11-23' })).toBe('done');
    expect(team.undo()).toBe('done');
    expect(on(team)).toBe('2026-11-20');
    expect(team.do('visitPair.notYet', { visitPairId })).toBe('done');
    expect(team.undo()).toBe('done');
    expect(on(team)).toBe('2026-11-20');
    team.do('visitPair.notYet', { visitPairId });
    expect(team.do('visitPair.notYet', { visitPairId })).toBe('unchanged');
  });

  it('refused and invalid', () => {
    const team = withVisit();
    expect(team.do('visitPair.tookPlace', { visitPairId, on: '2026-11-25' })).toBe('visits.day-to-come');
    expect(team.do('visitPair.tookPlace', { visitPairId, on: '' })).toBe('invalid on');
    expect(team.do('visitPair.notYet', { visitPairId: '' })).toBe('invalid visitPairId');
    team.do('visitPair.remove', { visitPairId });
    expect(team.do('visitPair.tookPlace', { visitPairId, on: null })).toBe('visits.visit-gone');
    expect(team.do('visitPair.notYet', { visitPairId })).toBe('visits.visit-gone');
  });
});

describe('visitPair.remove, visitPair.restore', () => {
  it('done, again without effect, and back', () => {
    const team = withVisit();
    expect(team.do('visitPair.remove', { visitPairId })).toBe('done');
    expect(openVisits(team.state)).toEqual([]);
    expect(team.do('visitPair.remove', { visitPairId })).toBe('unchanged');
    expect(team.do('visitPair.restore', { visitPairId })).toBe('done');
    expect(team.do('visitPair.restore', { visitPairId })).toBe('unchanged');
    expect(team.undo()).toBe('done');
    expect(openVisits(team.state)).toEqual([]);
    expect(team.do('visitPair.remove', { visitPairId: id(77) })).toBe('visits.visit-gone');
    expect(team.do('visitPair.restore', { visitPairId: id(77) })).toBe('visits.visit-gone');
  });
});

describe('what a session asks of the visits', () => {
  const full = () => {
    const team = withVisit();
    const plan = (n: number, change: object) =>
      team.do('visitPair.plan', { ...newVisit, id: id(n), ...change });
    plan(91, { visitorId: sam, visitedId: yasmin, day: '2026-11-26', startsAt: '13:00' });
    plan(92, { visitorId: sam, visitedId: tom, day: '2026-11-26', startsAt: '09:00' });
    plan(93, { visitorId: lise, visitedId: tom, day: '2026-11-23' });
    plan(94, { visitorId: yasmin, visitedId: lise, alsoVisitorId: sam, day: today });
    return team;
  };

  it('V3: soonest first, without a date last; and each their own', () => {
    const { state } = full();
    expect(ids(openVisits(state))).toEqual([id(93), id(94), id(92), id(91), id(90)]);
    expect(ids(upcomingVisits(state, sam))).toEqual([id(94), id(92), id(91), id(90)]);
    expect(ids(upcomingVisits(state, lise))).toEqual([id(93), id(94)]);
  });

  it('V3: asks whether it took place from the day after', () => {
    const { state } = full();
    expect(ids(visitsToAskAbout(state, today))).toEqual([id(93)]);
    expect(ids(visitsToAskAbout(state, '2026-11-25'))).toEqual([id(93), id(94)]);
  });

  it('V4: done and received count together, from the day on that is asked for', () => {
    const team = full();
    for (const n of [93, 94]) team.do('visitPair.tookPlace', { visitPairId: id(n), on: null });
    expect(ids(visitsSince(team.state, '2026-11-01'))).toEqual([id(94), id(93)]);
    team.do('visitPair.tookPlace', { visitPairId: id(92), on: '2026-11-02' });
    team.do('visitPair.tookPlace', { visitPairId: id(90), on: '2026-11-03' });
    expect(ids(visitsSince(team.state, '2026-11-01'))).toEqual([id(94), id(93), id(90), id(92)]);
    for (const n of [90, 92]) team.do('visitPair.notYet', { visitPairId: id(n) });
    expect(visitCount(team.state, lise, '2026-11-23')).toBe(2);
    expect(visitCount(team.state, lise, today)).toBe(1);
    expect(visitCount(team.state, sam, '2026-11-01')).toBe(1);
    team.do('visitPair.remove', { visitPairId: id(94) });
    expect(visitCount(team.state, lise, '2026-11-23')).toBe(1);
  });

  it('V5: there is no place for what was seen or said', () => {
    expect(Object.keys(visitRecords.visitPair.shape).sort()).toEqual([
      'addedAt',
      'alsoVisitorId',
      'day',
      'id',
      'removedAt',
      'startsAt',
      'tookPlaceOn',
      'viewingQuestion',
      'visitedId',
      'visitorId',
    ]);
  });
});

it('V8 they stand in the last step; a preparation team and a second board begin without them', () => {
  expect(visitsPart.gives.partOfBoard).toMatchObject([
    { id: 'visits', step: 5, hiddenOn: ['preparation', 'organisational'] },
  ]);
});

it('V1: whoever joins in may visit a lesson too', () => {
  const team = openVisitsStream();
  team.apply([member(id(20), 'Marleen', { place: 'guest' })]);
  expect(team.do('visitPair.plan', { ...newVisit, visitorId: id(20) })).toBe('done');
});
