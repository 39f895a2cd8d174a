import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commonMessages } from '#packages/i18n';

const house = join(import.meta.dirname, '..', '..');
const sync = join(house, 'packages', 'sync');

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

/** Words of a screen that were said in five ways; each has one now, in `packages/i18n/words-of-dialogs.ts`. */
const otherwise = [
  'Bewaar',
  'Keep',
  'Aanpassen',
  'Edit',
  'Toch niet',
  'Niet wijzigen',
  'Leave as it is',
  'Haal weg',
];

test('I1: no catalogue says again, or otherwise, what is the same everywhere', () => {
  const catalogues = globSync('{apps,features,packages}/**/*messages.ts', { cwd: house });
  expect(catalogues.length).toBeGreaterThan(25);
  const common = new Set([
    ...Object.values(commonMessages.nl),
    ...Object.values(commonMessages.en),
    ...otherwise,
  ]);
  const again = catalogues.flatMap((file) =>
    [...readFileSync(join(house, file), 'utf8').matchAll(/^\s+(\w+): '([^']*)',$/gm)]
      .filter(([, , word = '']) => common.has(word))
      .map(([, key, word]) => `${file}: ${key} is “${word}”`),
  );
  expect(again).toEqual([]);
});
