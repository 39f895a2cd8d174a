import { describe, expect, it } from 'vitest';
import type { Action, GoalState } from '#features/goals/domain';
import type { RhythmState } from '#features/rhythm/domain';
import { kindOf } from '#packages/sync';
import { actionList, cutList, dayChoices, postponements, sessionAfter } from './action-list.ts';

/** A Tuesday. */
const TODAY = '2026-11-24';

const action = (id: string, over: Partial<Action> = {}): Action => ({
  id,
  kind: 'classroom',
  text: id,
  ownerId: 'sam',
  alsoIds: [],
  goalId: null,
  due: null,
  addedAt: '2026-11-10T10:00:00.000Z',
  doneAt: null,
  doneById: null,
  removedAt: null,
  ...over,
});

const stateOf = (...actions: Action[]): Pick<GoalState, 'action'> => ({
  action: kindOf(actions),
});

const ids = (actions: readonly Action[]) => actions.map(({ id }) => id);

describe('the list of actions', () => {
  const state = stateOf(
    action('someday', { ownerId: 'tom' }),
    action('friday', { due: '2026-11-27', goalId: 'g' }),
    action('late', { due: '2026-11-20', ownerId: 'tom', alsoIds: ['sam'] }),
    action('today', { due: TODAY, kind: 'team', ownerId: 'tom' }),
    action('done', { doneAt: '2026-11-23T12:00:00.000Z' }),
    action('done-first', { doneAt: '2026-11-18T12:00:00.000Z', goalId: 'g' }),
    action('done-long-ago', { doneAt: '2026-11-17T12:00:00.000Z' }),
    action('taken-away', { removedAt: '2026-11-20T12:00:00.000Z', due: '2026-11-01' }),
  );

  it('begins with what is overdue and ends with what was done in the last seven days', () => {
    const list = actionList(state, TODAY);
    expect(ids(list.open)).toEqual(['late', 'today', 'friday', 'someday']);
    expect(ids(list.done)).toEqual(['done', 'done-first']);
    expect(list.late).toBe(1);
  });

  it('of one person holds what they do alone and with others', () => {
    const list = actionList(state, TODAY, { memberId: 'sam' });
    expect(ids(list.open)).toEqual(['late', 'friday']);
    expect(ids(list.done)).toEqual(['done', 'done-first']);
  });

  it('of one goal holds only what belongs to it', () => {
    const list = actionList(state, TODAY, { goalId: 'g' });
    expect([ids(list.open), ids(list.done), list.late]).toEqual([['friday'], ['done-first'], 0]);
  });

  it('is never cut silently: what is out of sight is counted, and what is done goes first', () => {
    const list = actionList(state, TODAY);
    const cut = (fits: number | null) => {
      const { rows, hiddenOpen, hiddenDone } = cutList(list, fits);
      return [rows.length, hiddenOpen, hiddenDone];
    };
    expect([cut(null), cut(6), cut(5), cut(4), cut(1)]).toEqual([
      [6, 0, 0],
      [6, 0, 0],
      [5, 0, 1],
      [4, 0, 2],
      [1, 3, 2],
    ]);
  });
});

describe('days to choose', () => {
  const rhythm = (
    weekdayOfSession: number | null,
  ): Pick<RhythmState, 'fixedMoment' | 'plannedSession' | 'period'> => ({
    fixedMoment: kindOf(
      weekdayOfSession === null
        ? []
        : [{ id: 't', weekday: weekdayOfSession, startsAt: '15:45', minutes: 15, place: null }],
    ),
    plannedSession: kindOf([]),
    period: kindOf([]),
  });
  const offered = (due: string | null, weekdayOfSession: number | null = 2) =>
    postponements(rhythm(weekdayOfSession), { due }, TODAY).map(({ to, day }) => `${to} ${day}`);

  it('the next session is never today’s', () => {
    expect(sessionAfter(rhythm(2), TODAY)).toBe('2026-12-01');
    expect(sessionAfter(rhythm(null), TODAY)).toBeNull();
  });

  it('a week later counts from the agreed day, as long as that is still to come', () => {
    expect(offered('2026-11-20')).toEqual(['week-later 2026-11-27', 'next-session 2026-12-01']);
    expect(offered('2026-11-01')).toEqual(['week-later 2026-12-01']);
    // A week after it is today, and today is no later.
    expect(offered('2026-11-17')).toEqual(['week-later 2026-12-01']);
    expect(offered(null)).toEqual(['week-later 2026-12-01']);
    expect(offered('2026-12-01')).toEqual(['week-later 2026-12-08']);
    expect(offered('2026-11-27', null)).toEqual(['week-later 2026-12-04']);
  });

  it('tomorrow, Friday, the session and the Friday after', () => {
    const chosen = (today: string, session: number | null) =>
      dayChoices(rhythm(session), today).map(({ day, isSession }) => (isSession ? `${day} session` : day));
    expect(chosen(TODAY, 2)).toEqual(['2026-11-25', '2026-11-27', '2026-12-01 session', '2026-12-04']);
    expect(chosen('2026-11-26', 5)).toEqual(['2026-11-27 session', '2026-12-04']);
    expect(chosen('2026-11-27', null)).toEqual(['2026-12-04', '2026-12-11']);
    expect(chosen('2026-11-29', null)).toEqual(['2026-11-30', '2026-12-04', '2026-12-11']);
  });
});
