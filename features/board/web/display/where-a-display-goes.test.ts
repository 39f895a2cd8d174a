import { expect, test } from 'vitest';
import { BACK_AFTER_MS, whereADisplayGoes } from './where-a-display-goes.ts';

const calm = { page: 'board', runningId: null, broughtTo: null, untouchedMs: 0 } as const;

test('a session that begins takes the screen along, from whatever page', () => {
  expect(whereADisplayGoes({ ...calm, runningId: 's1' })).toBe('session');
  expect(whereADisplayGoes({ ...calm, runningId: 's1', page: 'other' })).toBe('session');
});

test('once: who goes back to the board on purpose stays there', () => {
  expect(whereADisplayGoes({ ...calm, runningId: 's1', broughtTo: 's1' })).toBeNull();
  expect(whereADisplayGoes({ ...calm, runningId: 's2', broughtTo: 's1' })).toBe('session');
});

test('back to the board after ten minutes without a touch, not earlier', () => {
  expect(whereADisplayGoes({ ...calm, page: 'other', untouchedMs: BACK_AFTER_MS })).toBe('board');
  expect(whereADisplayGoes({ ...calm, page: 'other', untouchedMs: BACK_AFTER_MS - 1 })).toBeNull();
  expect(whereADisplayGoes({ ...calm, untouchedMs: BACK_AFTER_MS * 9 })).toBeNull();
});

test('a running session is never left; one that is over is', () => {
  const session = { ...calm, page: 'session', broughtTo: 's1', untouchedMs: BACK_AFTER_MS * 2 } as const;
  expect(whereADisplayGoes({ ...session, runningId: 's1' })).toBeNull();
  expect(whereADisplayGoes(session)).toBe('board');
});
