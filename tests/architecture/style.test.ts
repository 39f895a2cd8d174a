import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const house = join(import.meta.dirname, '..', '..');

/** What a style sheet may not say, what it makes of a page, and where it may all the same. */
const refused: readonly { says: RegExp; because: string; but: readonly string[] }[] = [
  {
    says: /overflow-wrap:\s*anywhere|word-break:\s*break-(all|word)/,
    because: 'a column may then become one letter wide: base.css breaks long words at a syllable',
    but: [],
  },
  {
    says: /text-overflow|line-clamp/,
    because: 'words that are cut off cannot be read by anybody',
    // A select of the browser cannot wrap; the shelf opens in full with one tap.
    but: ['packages/ui/fields/field.module.css', 'features/board/web/parts/parts.module.css'],
  },
  {
    says: /(?<!border-|-)color:\s*transparent/,
    because: 'forced colours give it a colour and show what is hidden: hide it with visibility',
    but: [],
  },
];

const sheets = globSync('{apps,features,packages}/**/*.css', { cwd: house, exclude: ['**/node_modules/**'] });

describe('style sheets', () => {
  it('there are some', () => expect(sheets.length).toBeGreaterThan(50));

  for (const { says, because, but } of refused)
    it(`U9: say nothing like ${says.source}: ${because}`, () => {
      const found = sheets.filter((sheet) => says.test(readFileSync(join(house, sheet), 'utf8')));
      expect(found.filter((sheet) => !but.includes(sheet))).toEqual([]);
      // An exception that nobody needs any more goes.
      expect(but.filter((sheet) => !found.includes(sheet))).toEqual([]);
    });
});

describe('fields', () => {
  it('U12, U13: no day and no time is asked in the language of the browser', () => {
    const screens = globSync('{apps,features,packages}/**/*.tsx', {
      cwd: house,
      exclude: ['**/node_modules/**'],
    });
    expect(screens.length).toBeGreaterThan(200);
    const native = /type=["'{]+(date|time|datetime-local|month|week)\b/;
    expect(screens.filter((screen) => native.test(readFileSync(join(house, screen), 'utf8')))).toEqual([]);
  });
});
