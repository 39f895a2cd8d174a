import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOf, forgottenFrom, isForgotten, plannedTotalMs } from './clock.ts';
import type { BoardSession } from './records.ts';
import { atMinute, minutes, startedTeam, teamAtWork } from './team.fixture.ts';

const START = Date.parse(atMinute(0));

function sessionOf(team: ReturnType<typeof startedTeam>): BoardSession {
  const session = team.session();
  if (!session) throw new Error('no session');
  return session;
}

describe('the clock of a session', () => {
  it('B8 counts down in the step and in the whole session', () => {
    const clock = clockOf(sessionOf(startedTeam()), START + 50_000);
    expect(clock.running).toBe(true);
    expect(clock.step).toEqual({
      budgetMs: 120_000,
      spentMs: 50_000,
      remainingMs: 70_000,
      overMs: 0,
      state: 'calm',
    });
    expect(clock.session.budgetMs).toBe(900_000);
    expect(clock.session.remainingMs).toBe(850_000);
    expect(clock.spentMs).toEqual([50_000, 0, 0, 0, 0]);
  });

  it.each([
    [0, 'calm'],
    [89_999, 'calm'],
    [90_000, 'soon'],
    [119_999, 'soon'],
    [120_000, 'over'],
    [500_000, 'over'],
  ])('B8 after %i ms of two minutes it is %s', (ms, state) => {
    expect(clockOf(sessionOf(startedTeam()), START + ms).step.state).toBe(state);
  });

  it('B8 warns in the last quarter of a short step', () => {
    const session = { ...sessionOf(startedTeam()), budgets: [40, 40, 40, 40, 40] };
    expect(clockOf(session, START + 29_999).step.state).toBe('calm');
    expect(clockOf(session, START + 30_000).step.state).toBe('soon');
  });

  it('B8 goes on where a step stood when the team comes back to it', () => {
    const team = startedTeam();
    const { id } = sessionOf(team);
    team.at(1).do('session.next', { sessionId: id, from: 1 });
    team.at(3).do('session.back', { sessionId: id, from: 2 });
    const clock = clockOf(sessionOf(team), START + minutes(3.5));
    expect(clock.spentMs).toEqual([minutes(1.5), minutes(2), 0, 0, 0]);
    expect(clock.step.remainingMs).toBe(minutes(0.5));
  });

  it('B8 does not take time back for a device whose clock is behind', () => {
    expect(clockOf(sessionOf(startedTeam()), START - 60_000).spentMs).toEqual([0, 0, 0, 0, 0]);
  });

  it('B9 stands still in a pause', () => {
    const team = startedTeam();
    const { id } = sessionOf(team);
    team.at(1).do('session.pause', { sessionId: id });
    expect(clockOf(sessionOf(team), START + minutes(20))).toMatchObject({
      running: false,
      step: { spentMs: minutes(1), state: 'calm' },
    });
    team.at(20).do('session.resume', { sessionId: id });
    expect(clockOf(sessionOf(team), START + minutes(20.5)).step.spentMs).toBe(minutes(1.5));
  });

  it('B10 has a minute more in the step and in the session', () => {
    const team = startedTeam();
    team.at(1).do('session.addMinute', { sessionId: sessionOf(team).id, from: 1 });
    const clock = clockOf(sessionOf(team), START + minutes(1));
    expect(clock.step.remainingMs).toBe(minutes(2));
    expect(clock.session.budgetMs).toBe(minutes(16));
  });

  it('B8 stands still for good once the session has ended', () => {
    const team = startedTeam();
    team.at(14).do('session.close', { sessionId: sessionOf(team).id });
    const ended = team.lastSession();
    expect(clockOf(ended, START + minutes(600))).toMatchObject({
      running: false,
      session: { spentMs: minutes(14) },
    });
  });
});

describe('a forgotten session', () => {
  it('B13 counts from the last time that somebody handled it', () => {
    const team = startedTeam();
    team.at(10).do('session.next', { sessionId: sessionOf(team).id, from: 1 });
    const session = sessionOf(team);
    expect(forgottenFrom(session)).toBe(START + minutes(55));
    expect(isForgotten(session, START + minutes(55) - 1)).toBe(false);
    expect(isForgotten(session, START + minutes(55))).toBe(true);
  });

  it('B13 lasts an hour and a half at most, however often it is handled', () => {
    const session = { ...sessionOf(startedTeam()), handledAt: atMinute(89) };
    expect(forgottenFrom(session)).toBe(START + minutes(90));
  });

  it('B13 gives a long session three quarters of an hour after its planned end', () => {
    const session = {
      ...sessionOf(startedTeam()),
      handledAt: atMinute(149),
      budgets: [1200, 1200, 1200, 1200, 1200],
    };
    expect(plannedTotalMs(session)).toBe(minutes(100));
    expect(forgottenFrom(session)).toBe(START + minutes(145));
  });

  it('B13 is never one that has ended', () => {
    const team = startedTeam();
    team.at(14).do('session.close', { sessionId: sessionOf(team).id });
    expect(isForgotten(team.lastSession(), START + minutes(600))).toBe(false);
  });
});

describe('whatever a team does with its session', () => {
  const tap = fc.oneof(
    fc
      .constantFrom('session.next', 'session.back', 'session.addMinute')
      .map((name) => ({ name, to: 0 }) as const),
    fc
      .constantFrom('session.pause', 'session.resume', 'session.reveal')
      .map((name) => ({ name, to: 0 }) as const),
    fc.integer({ min: 1, max: 5 }).map((to) => ({ name: 'session.goTo', to }) as const),
  );
  const taps = fc.array(
    fc.record({ tap, after: fc.integer({ min: 0, max: 400_000 }), stale: fc.boolean() }),
    {
      maxLength: 30,
    },
  );

  it('B8, B9 time spent in the steps is the time that passed without the pauses; nothing is ever negative', () => {
    fc.assert(
      fc.property(taps, fc.integer({ min: 0, max: 400_000 }), (list, rest) => {
        const team = startedTeam();
        let now = 0;
        let paused = 0;
        for (const { tap, after, stale } of list) {
          const before = sessionOf(team);
          now += after;
          if (before.pausedAt !== null) paused += after;
          const from = stale ? (before.step % 5) + 1 : before.step;
          team.atMs(now).attempt(tap.name, { sessionId: before.id, from, to: tap.to });
          const session = sessionOf(team);
          expect(session.steps).toContain(session.step);
        }
        const session = sessionOf(team);
        now += rest;
        if (session.pausedAt !== null) paused += rest;
        const clock = clockOf(session, START + now);
        expect(clock.spentMs.reduce((sum, spent) => sum + spent, 0)).toBe(now - paused);
        expect(clock.session.spentMs).toBe(now - paused);
        for (const face of [clock.step, clock.session]) {
          expect(Math.min(face.remainingMs, face.overMs)).toBe(0);
          expect(face.spentMs).toBeGreaterThanOrEqual(0);
          expect(face.remainingMs - face.overMs).toBe(face.budgetMs - face.spentMs);
          expect(face.state === 'over').toBe(face.remainingMs === 0);
        }
        expect(Math.min(...clock.spentMs)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('B7 a tap meant for a step that was left already changes nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), tap, (from, { name, to }) => {
        fc.pre(
          name === 'session.next' ||
            name === 'session.back' ||
            name === 'session.goTo' ||
            name === 'session.addMinute',
        );
        const team = teamAtWork();
        team.startSession();
        expect(team.attempt(name, { sessionId: sessionOf(team).id, from, to: to || 1 })).toEqual([]);
      }),
    );
  });
});
