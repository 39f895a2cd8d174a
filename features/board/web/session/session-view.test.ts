import { describe, expect, it } from 'vitest';
import { type BoardSession, clockOf, type Step } from '#features/board/domain';
import type { Action, Goal } from '#features/goals/domain';
import { kindOf } from '#packages/sync';
import {
  actionGroups,
  clockTexts,
  nextToMark,
  railSteps,
  sessionToShow,
  stepBeside,
  stepNow,
  tileColumns,
} from './session-view.ts';

const START = Date.parse('2026-11-24T14:45:00.000Z');
const at = (seconds: number) => START + seconds * 1000;
const iso = (seconds: number) => new Date(at(seconds)).toISOString();

const running: BoardSession = {
  id: 's1',
  day: '2026-11-24',
  startedAt: iso(0),
  leaderId: 'yasmin',
  steps: [1, 2, 3, 4, 5],
  step: 3,
  runningSince: iso(240),
  pausedAt: null,
  handledAt: iso(240),
  budgets: [120, 120, 240, 240, 180],
  extra: [0, 0, 60, 0, 0],
  spentMs: [130_400, 109_600, 0, 0, 0],
  moodScale: 'smileys',
  chime: true,
  revealedAt: null,
  endedAt: null,
  endedBy: null,
  summary: null,
};
const ended: BoardSession = { ...running, id: 's0', endedAt: iso(900), endedBy: 'leader' };

const say = {
  calm: (step: string, left: string) => `${step} calm ${left}`,
  soon: (step: string, left: string) => `${step} soon ${left}`,
  over: (step: string, over: string) => `${step} over ${over}`,
  paused: 'paused',
};

describe('which session the page shows', () => {
  it('the one that runs, also beside one that has just ended', () => {
    expect(sessionToShow({ boardSession: kindOf([ended, running]) }, at(1000))).toEqual({
      is: 'running',
      session: running,
    });
  });

  it('one that ended less than half an hour ago, so that nobody starts a second by mistake', () => {
    expect(sessionToShow({ boardSession: kindOf([ended]) }, at(900 + 29 * 60)).is).toBe('ended');
    expect(sessionToShow({ boardSession: kindOf([ended]) }, at(900 + 30 * 60)).is).toBe('none');
    expect(sessionToShow({ boardSession: kindOf([]) }, at(0))).toEqual({ is: 'none' });
  });
});

describe('the rail', () => {
  it('says of a step that was what it took, and of the others what is planned', () => {
    const steps = railSteps(running, clockOf(running, at(300)).spentMs);
    expect(steps.map(({ step, state, time }) => [step, state, time])).toEqual([
      [1, 'done', '2:10'],
      [2, 'done', '1:49'],
      [3, 'current', '5:00'],
      [4, 'toCome', '4:00'],
      [5, 'toCome', '3:00'],
    ]);
    expect(steps.map(({ used }) => Math.round(used * 100))).toEqual([100, 91, 20, 0, 0]);
  });

  it('a step that nobody stopped at was skipped; one that was visited early is done', () => {
    const skipped = { ...running, spentMs: [130_000, 400, 0, 0, 20_000] };
    expect(railSteps(skipped, skipped.spentMs).map(({ state }) => state)).toEqual([
      'done',
      'skipped',
      'current',
      'toCome',
      'done',
    ]);
  });

  it('B6 only steps of this session, and the ones beside the present one', () => {
    const short = { ...running, steps: [1, 2, 4], step: 2 };
    expect(railSteps(short, short.spentMs).map(({ step }) => step)).toEqual([1, 2, 4]);
    expect([stepBeside(short, 1), stepBeside(short, -1)]).toEqual([4, 1] satisfies Step[]);
    expect(stepBeside({ ...short, step: 4 }, 1)).toBeNull();
    expect(stepNow({ ...short, step: 99 })).toBe(1);
  });
});

describe('the clock in figures and words', () => {
  const texts = (seconds: number, session = running) =>
    clockTexts(clockOf(session, at(seconds)), 'Doelen', say);

  it('calm, nearly time, over', () => {
    expect(texts(300)).toEqual({ big: '11:00', words: 'Doelen calm 4:00' });
    expect(texts(520)).toEqual({ big: '7:20', words: 'Doelen soon 0:20' });
    expect(texts(552)).toEqual({ big: '6:48', words: 'Doelen over +0:12' });
  });

  it('at the very moment that the time is up it says so', () => {
    expect(texts(540).words).toBe('Doelen over +0:00');
  });

  it('a session that takes too long counts up', () => {
    expect(texts(240 + 16 * 60 - 240 + 30).big).toBe('+0:30');
  });

  it('in a pause it stands still and says so', () => {
    const paused = { ...running, spentMs: [130_400, 109_600, 60_000, 0, 0], pausedAt: iso(300) };
    expect(texts(900, paused)).toEqual({ big: '11:00', words: 'paused' });
  });
});

describe('B20 actions in the order in which a team looks at them', () => {
  const goal = (id: string): Goal => ({ id }) as Goal;
  const action = (id: string, due: string | null, goalId: string | null): Action =>
    ({ id, due, goalId }) as Action;
  const groups = (open: Action[]) =>
    actionGroups({ actions: { overdue: [], open, done: [] } }, [goal('g1'), goal('g2')], '2026-11-24').map(
      (group) => [
        group.is === 'goal' ? `${group.number} ${group.goal.id}` : group.is,
        group.actions.map(({ id }) => id),
      ],
    );

  it('this week first, whatever goal it is for; then per goal; then the rest', () => {
    expect(
      groups([
        action('tue', '2026-11-24', 'g2'),
        action('sun', '2026-11-29', null),
        action('mon', '2026-11-30', 'g2'),
        action('never', null, 'g1'),
        action('closed', '2026-12-10', 'gone'),
        action('loose', null, null),
      ]),
    ).toEqual([
      ['week', ['tue', 'sun']],
      ['1 g1', ['never']],
      ['2 g2', ['mon']],
      ['loose', ['closed', 'loose']],
    ]);
  });

  it('a group without actions is left out', () => {
    expect(groups([action('mon', '2026-11-30', 'g2')])).toEqual([['2 g2', ['mon']]]);
    expect(groups([])).toEqual([]);
  });
});

describe('checking in for everybody from one screen', () => {
  const order = ['joke', 'lise', 'tom', 'sam'];

  it('goes on to the next who is missing, and round to the beginning', () => {
    expect(nextToMark(order, order, null)).toBe('joke');
    expect(nextToMark(order, ['joke', 'sam'], 'lise')).toBe('sam');
    expect(nextToMark(order, ['joke'], 'sam')).toBe('joke');
  });

  it('stops with whoever was the last, even before the server has said so', () => {
    expect(nextToMark(order, ['tom'], 'tom')).toBeNull();
    expect(nextToMark(order, [], 'joke')).toBeNull();
  });

  it('tiles stand in even rows', () => {
    expect([1, 4, 5, 9, 10, 12, 13].map(tileColumns)).toEqual([1, 4, 3, 5, 5, 6, 5]);
  });
});
