import { describe, expect, it } from 'vitest';
import { mayReload } from './may-reload.ts';

const quiet = {
  connection: 'outdated',
  isSessionRunning: false,
  untouchedMs: 60_000,
  sinceReloadMs: null,
} as const;

describe('S11 a screen on the wall loads a new version by itself', () => {
  it('when one is there and nobody stands at it', () => {
    expect(mayReload(quiet)).toBe(true);
    expect(mayReload({ ...quiet, sinceReloadMs: 600_000 })).toBe(true);
  });

  it('not without one, also when the network is away', () => {
    for (const connection of ['live', 'offline', 'opening', 'signed-out', 'gone'] as const)
      expect(mayReload({ ...quiet, connection })).toBe(false);
  });

  it('not during a session, not under a finger, and not over and over', () => {
    expect(mayReload({ ...quiet, isSessionRunning: true })).toBe(false);
    expect(mayReload({ ...quiet, untouchedMs: 59_999 })).toBe(false);
    expect(mayReload({ ...quiet, sinceReloadMs: 599_999 })).toBe(false);
  });
});
