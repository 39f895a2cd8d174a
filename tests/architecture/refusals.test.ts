import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusalText, refusalTexts } from '../../apps/features.ts';

/** Whoever is told no, is told what happened, what is kept and what to do: on the screen, and at more length in the errors.md of its feature. */
const repository = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(repository, path), 'utf8');

const sources = globSync('{apps,features,packages}/**/*.{ts,tsx}', { cwd: repository })
  .filter((path) => !/\.(test|fixture)\.tsx?$/.test(path))
  .filter((path) => !path.includes('node_modules'));

/** Everything but the catalogues of texts themselves. */
const code = sources
  .filter((path) => !path.endsWith('refusals.ts'))
  .map(read)
  .join('\n');
const refused = new Set(
  [...code.matchAll(/(?:refuse\(|refused: )\s*'([a-z]+(?:[.-][a-z]+)*)'/g)].map((match) => match[1] ?? ''),
);

/** Code -> its entry. `people.member-gone` stands in features/people/errors.md, a code without a dot in docs/errors/general.md. */
const entries = new Map<string, { page: string; text: string }>();
for (const path of ['docs/errors/general.md', ...globSync('features/*/errors.md', { cwd: repository })]) {
  for (const [, name = '', text = ''] of read(path).matchAll(
    /^## `(.+)`\n([\s\S]*?)(?=^## |$(?![\s\S]))/gm,
  )) {
    entries.set(name, { page: path, text });
  }
}

const names = [...new Set([...refused, ...Object.keys(refusalTexts)])].sort();

describe('every refusal', () => {
  it('is found in the code at all', () => {
    expect(refused.size).toBeGreaterThan(20);
  });

  it.each(names)('%s is used, has a text in Dutch and in English, and an entry', (name) => {
    expect(
      code.includes(`'${name}'`),
      'nothing refuses with this any more: take the text and the entry away',
    ).toBe(true);
    const text = refusalTexts[name];
    expect(text?.nl, 'add its text to the refusals.ts of its feature').toMatch(/^[A-Z].{20,}\.$/);
    expect(text?.en).toMatch(/^[A-Z].{20,}\.$/);
    expect(text?.nl).not.toBe(text?.en);
    const feature = name.split('.')[0];
    const page = name.includes('.') ? `features/${feature}/errors.md` : 'docs/errors/general.md';
    const entry = entries.get(name);
    expect(entry?.page, `add "## \`${name}\`" to ${page}`).toBe(page);
    for (const part of ['What happened', 'What is kept', 'What to do'])
      expect(entry?.text).toContain(`**${part}.** `);
  });

  it('has an entry only as long as it exists', () => {
    expect([...entries.keys()].filter((name) => !names.includes(name))).toEqual([]);
  });

  it('names what it is about', () => {
    const refusal = { refused: 'rhythm.periods-overlap', detail: { number: 3 } };
    expect(refusalText(refusal, 'nl')).toContain('periode 3.');
    expect(refusalText(refusal, 'en')).toContain('period 3.');
  });

  it('of a newer server still gets a sentence', () => {
    expect(refusalText({ refused: 'lessons.not-known-here' }, 'nl')).toBe(
      refusalTexts['unknown-command']?.nl,
    );
  });
});
