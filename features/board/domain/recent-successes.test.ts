import { expect, test } from 'vitest';
import { freshSuccesses, recentSuccesses } from './recent-successes.ts';
import { SESSION, TODAY, teamAtWork, YASMIN } from './team.fixture.ts';

const DAY = 24 * 60;

function success(team: ReturnType<typeof teamAtWork>, text: string): void {
  team.do('success.add', { id: team.id(), text, byId: YASMIN, aboutId: null, goalId: null });
}

const texts = (notes: readonly { text: string }[]) => notes.map(({ text }) => text);

test('four weeks of successes hang on the board, and all of a period that began earlier', () => {
  const team = teamAtWork();
  success(team.at(-40 * DAY), 'old');
  success(team.at(-20 * DAY), 'recent');
  expect(texts(recentSuccesses(team.state, TODAY))).toEqual(['recent']);
  const period = { number: 1, name: null, firstDay: '2026-10-05', lastDay: '2026-12-18' };
  team.at(0).do('period.add', { id: team.id(), ...period });
  expect(texts(recentSuccesses(team.state, TODAY))).toEqual(['recent', 'old']);
});

test('a period that has only begun does not take the last weeks off the board', () => {
  const team = teamAtWork();
  success(team.at(-20 * DAY), 'recent');
  const period = { number: 2, name: null, firstDay: '2026-11-23', lastDay: '2026-12-18' };
  team.at(0).do('period.add', { id: team.id(), ...period });
  expect(texts(recentSuccesses(team.state, TODAY))).toEqual(['recent']);
});

test('fresh is what came after the last session', () => {
  const team = teamAtWork();
  success(team, 'before');
  expect(texts(freshSuccesses(team.state))).toEqual(['before']);
  team.at(1).startSession();
  team.at(16).do('session.close', { sessionId: SESSION });
  success(team.at(20), 'after');
  expect(texts(freshSuccesses(team.state))).toEqual(['after']);
});
