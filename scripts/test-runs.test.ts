import { expect, test } from 'vitest';
import { type StepRun, told } from './test-runs.ts';

const step = (title: string, seconds: number, passed = 0): StepRun => ({ title, seconds, passed, failed: 0 });

test('a line per step, beside what it usually takes here, and all of them together', () => {
  const before = [[step('Types', 20)], [step('Types', 24)], [step('Types', 90)]];
  expect(told([step('Types', 21.26), step('Tests', 100, 3000)], before, {})).toEqual([
    '  Types    21.3 s, usually 24.0 s',
    '  Tests   100.0 s, 3000 tests',
    '  Together   121.3 s',
  ]);
});

test('a step that was skipped says why, and does not make the next run look slow', () => {
  const skipped = { ...step('Statistics', 0), skipped: 'nothing of it changed' };
  expect(told([skipped], [], {})[0]).toBe('  Statistics  skipped: nothing of it changed');
  expect(told([step('Statistics', 30, 200)], [[skipped]], {})[0]).toBe('  Statistics    30.0 s, 200 tests');
});

test('above eight minutes it says what grew', () => {
  const lines = told([step('Tests', 400, 3500), step('Journeys', 81, 12)], [], { Tests: 3000, Journeys: 12 });
  expect(lines.slice(-2)).toEqual([
    '  That is more than 8 minutes. More to do than was agreed (scripts/test-sizes.json):',
    '    Tests: 3000 → 3500 tests',
  ]);
});

test('a step of which no size was agreed is among them, and says so', () => {
  expect(told([step('Tests', 500, 3000)], [], {}).at(-1)).toBe('    Tests: nothing agreed → 3000 tests');
});

test('and where nothing grew it says that', () => {
  const lines = told([step('Tests', 500, 3000)], [], { Tests: 3000 });
  expect(lines.at(-1)).toContain('the machine was busy');
  expect(told([step('Tests', 480, 9999)], [], { Tests: 3000 }).join()).not.toContain('more than');
});
