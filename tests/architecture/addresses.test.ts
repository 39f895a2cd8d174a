import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pages } from '../../apps/web/pages.tsx';

/** Where a page is, is stated once, by `address(…)`; everybody else asks that address for the way. */
const repository = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(repository, path), 'utf8');

const sources = globSync('{features/*/web,packages/{feature,pages,ui},apps/web}/**/*.{ts,tsx}', {
  cwd: repository,
})
  // The service worker, and what works for it, know files and not pages.
  .filter(
    (path) => !/\.test\.tsx?$|web\/(address|service-worker|keep-for-offline|vite\.config)\.ts$/.test(path),
  )
  .map((path) => ({ path, text: read(path) }));

/** Lines with a text that begins as an address does, also behind the name of the site, and is not said to `address(…)`. */
const literalsIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => !/^(\/\/|\/?\*)/.test(line))
    .filter((line) => /(?<!\baddress\()(?<=^|[\s({[=,:?])['"`](~|\$\{[\w.]*origin\})?\//.test(line));

describe('an address', () => {
  it('is written down nowhere but where it is stated', () => {
    expect(sources.length).toBeGreaterThan(200);
    expect(sources.flatMap(({ path, text }) => literalsIn(text).map((line) => `${path}: ${line}`))).toEqual(
      [],
    );
  });

  it.each([
    `<Link href="/" asChild>`,
    `go(\`/team/\${team.id}/people\`);`,
    `const link = \`\${location.origin}/join/\${code}\`;`,
    "navigate('~/account');",
  ])('that is written down is found: %s', (line) => {
    expect(literalsIn(`  ${line}`)).toEqual([line]);
  });

  it('that is stated, or spoken of, is left alone', () => {
    expect(literalsIn("  export const homeAt = address('/');\n  // Behind '/' is the front door.\n")).toEqual(
      [],
    );
  });
});

const stated = sources.flatMap(({ text }) =>
  [...text.matchAll(/(?:const (\w+) = )?address\('(.+?)'\)/g)].map(([, name, path]) => ({ name, path })),
);
const paths = pages.map(({ path }) => path);

/** Whether a page at `path` answers an address: a parameter is one piece of it, and may be absent where `?` says so. */
const answers = (path: string, where: string): boolean =>
  new RegExp(`^${path.replace(/\/:\w+\?/g, '(/[^/]+)?').replace(/:\w+/g, '[^/]+')}$`).test(where);
const example = (path: string): string => path.replace(/:\w+\??/g, 'x');
const isBelowTeam = (path: string): boolean => /^\/team\/:team(\/|$)/.test(path);

/** As apps/web asks them. */
const inOrder = (['everybody', 'who-is-in', 'team'] as const).flatMap((whom) =>
  pages.filter((page) => page.for === whom),
);

describe('every page', () => {
  it('has an address of its own, and every address a page', () => {
    expect(paths.length).toBeGreaterThan(15);
    expect(new Set(paths.map(example)).size).toBe(paths.length);
    expect(stated.map(({ path }) => path).sort()).toEqual([...paths].sort());
  });

  it.each(inOrder)('at $path is the first to answer there', ({ path }) => {
    expect(inOrder.find((page) => answers(page.path, example(path)))?.path).toBe(path);
  });

  it.each(pages)('at $path stands below its team exactly when it is for a team', (page) => {
    expect(isBelowTeam(page.path)).toBe(page.for === 'team');
  });

  it.each(stated)('at $path is led to: by a page, by a mail, or by the README', ({ name, path = '' }) => {
    const isOnPages =
      name !== undefined &&
      sources.some(
        ({ path: file, text }) =>
          !file.endsWith('face.tsx') && new RegExp(`\\b${name}\\b.*\\.to\\(`).test(text),
      );
    const isMailed = globSync('features/*/server/*.ts', { cwd: repository }).some((file) =>
      read(file).includes(`\${baseUrl}${path}#`),
    );
    expect(isOnPages || isMailed || read('README.md').includes(`\`${path}\``)).toBe(true);
  });
});
