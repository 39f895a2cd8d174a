import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { startOptions } from './start-options.ts';

/** Work that leaves much alive for a while, at which V8 lets its young generation grow as far as it may; says how far (MiB). */
const work = `
  const { getHeapSpaceStatistics } = require('node:v8');
  const kept = [];
  let most = 0;
  for (let turn = 0; turn < 2e6; turn++) {
    kept[turn % 400000] = { turn, list: [turn] };
    if (turn % 1e4 > 0) continue;
    const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
    most = Math.max(most, young.space_size / 2 ** 20);
  }
  console.log(most);`;

test('the young generation of a started server stays within two halves of 16 MiB, so that no collection of it is long', () => {
  const most = Number(execFileSync(process.execPath, [...startOptions, '-e', work]));
  expect(most).toBeGreaterThan(0);
  // V8 adds a page or two (256 kB each) while it fills them; without the option this is 64.
  expect(most).toBeLessThanOrEqual(33);
});
