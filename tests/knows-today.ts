import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A clock of the machine: asked for the time, or left to a database that nobody gave another. */
const takesToday = (text: string): boolean =>
  /\bDate\.now\(\)|\bnew Date\(\)/.test(text) || /new Database\((?![^)]*\bnow\b)/.test(text);

/** What a test is made with: fixtures and the folders `testing`. What the product is made of has the clock that it is given. */
const madeWith = (path: string, text: string): readonly string[] =>
  [...text.matchAll(/from '([^']+)'/g)]
    .map(([, name = '']) =>
      name.startsWith('#')
        ? `${name.slice(1)}/index.ts`
        : name.startsWith('.')
          ? join(dirname(path), name)
          : '',
    )
    .filter((name) => /^(apps|features)\/.*(\.fixture\.ts$|\/testing\/)/.test(name));

/**
 * The tests of the product that take today from the machine, themselves or by what they are made with: they run under other
 * dates too. Everything else gets its days from the test itself.
 */
export function knowsToday(repository: string): string[] {
  const does = new Map<string, boolean>();
  const doesWith = (path: string): boolean => {
    const known = does.get(path);
    if (known !== undefined) return known;
    // Two that are made with each other do not ask each other for ever.
    does.set(path, false);
    const text = readFileSync(join(repository, path), 'utf8');
    const answer = takesToday(text) || madeWith(path, text).some(doesWith);
    does.set(path, answer);
    return answer;
  };
  return globSync('{apps,features}/**/*.test.{ts,tsx}', { cwd: repository }).filter(doesWith).sort();
}
