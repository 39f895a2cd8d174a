import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { knowsToday } from '../knows-today.ts';

/** What runs under other dates is found by what it takes the time from, not by a list. */
function found(files: Readonly<Record<string, string>>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'samenbeter-today-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return knowsToday(folder);
}

test('a test that asks the machine for the time, or leaves it to a database without a clock', () => {
  expect(
    found({
      'features/a/asks.test.ts': 'const at = Date.now();',
      'features/a/makes.test.ts': 'const at = new Date().toISOString();',
      'features/a/leaves.test.ts': 'new Database(own.appUrl, { connections: 2 });',
      'features/a/gives.test.ts': 'new Database(own.appUrl, {\n connections: 2,\n now: () => now });',
      'features/a/fixed.test.tsx': "const day = new Date('2026-11-24');",
    }),
  ).toEqual(['features/a/asks.test.ts', 'features/a/leaves.test.ts', 'features/a/makes.test.ts']);
});

test('and one that is made with what does, however far away', () => {
  expect(
    found({
      'apps/b/near.test.ts': "import { told } from './told.fixture.ts';",
      'apps/b/told.fixture.ts': 'export const told = () => Date.now();',
      'apps/b/far.test.ts': "import { world } from '#features/a/testing';",
      'features/a/testing/index.ts': "export { world } from './world.ts';",
      'features/a/testing/world.ts': "import './index.ts';\nexport const world = new Date();",
      'apps/b/product.test.ts': "import { main } from './main.ts';",
      'apps/b/main.ts': 'export const main = () => Date.now();',
    }),
  ).toEqual(['apps/b/far.test.ts', 'apps/b/near.test.ts']);
});

test('the demonstration of today is among them', () => {
  expect(knowsToday(join(import.meta.dirname, '../..'))).toContain(
    'apps/server/demonstration/demonstration.test.ts',
  );
});
