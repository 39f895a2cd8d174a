import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const sync = join(import.meta.dirname, '..', '..', 'packages', 'sync');

test('the sync does not know what a team is: streams are of any kind', () => {
  const files = globSync('**/*.{ts,tsx,md}', { cwd: sync });
  expect(files.length).toBeGreaterThan(25);
  const told = files.flatMap((file) =>
    readFileSync(join(sync, file), 'utf8')
      .split('\n')
      .filter((line) => /team/i.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(told).toEqual([]);
});
