import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AnyEndpoint } from '#packages/http';

/** What an endpoint is, is written once: in a contract in the domain of its feature. */
const repository = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(repository, path), 'utf8');
const filesOf = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: repository }).filter((path) => !/\.(test|fixture)\.tsx?$/.test(path));

describe('an endpoint is written once', () => {
  /** Ways past a contract: to ask for an address by hand, or to make an endpoint where the web cannot see it. */
  const past = (text: string): string[] =>
    [
      ...text.matchAll(/\bask\b[^;]*from '#packages\/http\/client'|\bfetch\(/g),
      ...text.matchAll(/\bapp\.(?:get|post|put|delete|route)\(/g),
    ].map(([found]) => found);

  /** What runs without a feature: the offline cache, and who watches over the server. */
  const ownWay = ['apps/web/service-worker.ts', 'apps/server/health.ts', 'apps/server/web-files.ts'];

  test('no feature asks for an address by hand, and none answers one', () => {
    const files = filesOf('{features,apps}/**/*.{ts,tsx}').filter((path) => !ownWay.includes(path));
    expect(files.length).toBeGreaterThan(300);
    const found = files.flatMap((path) => past(read(path)).map((what) => `${path}: ${what}`));
    expect(found).toEqual([]);
  });

  test('one that does is found', () => {
    for (const line of [
      `import { ask, Refused } from '#packages/http/client';`,
      "await fetch('/api/me')",
      "app.get('/api/teams/:team/people', handler)",
    ])
      expect(past(line)).toHaveLength(1);
    expect(past(`import { call } from '#packages/http/client';`)).toEqual([]);
  });

  test('every endpoint is made in a contract of a domain', () => {
    const makers = filesOf('{features,apps,packages}/**/*.ts').filter((path) =>
      /^import [^;]*\b(?:endpoint|list)\b[^;]*from '#packages\/http'/m.test(read(path)),
    );
    expect(makers.length).toBeGreaterThan(6);
    // It describes all others, and is in no feature.
    const ofNobody = ['packages/http/server/openapi.ts'];
    const strays = makers.filter((path) => !ofNobody.includes(path));
    expect(
      strays.filter(
        (path) => !/^(features\/[^/]+\/domain|packages\/sync)\/contract(\/[\w-]+)?\.ts$/.test(path),
      ),
    ).toEqual([]);
  });
});

describe('a contract', () => {
  const contracts = async (): Promise<readonly AnyEndpoint[]> => {
    const domains = await Promise.all(
      filesOf('{features/*/domain,packages/sync}/index.ts').map(
        (path) => import(join(repository, path)) as Promise<Readonly<Record<string, unknown>>>,
      ),
    );
    return domains
      .flatMap((domain) => Object.entries(domain))
      .filter(([name]) => name.endsWith('Contract'))
      .flatMap(([, contract]) => Object.values(contract as Readonly<Record<string, AnyEndpoint>>));
  };

  test('says in a sentence what it is for', async () => {
    const all = await contracts();
    expect(all.length).toBeGreaterThan(35);
    for (const { url, summary } of all)
      expect([url, summary]).toEqual([url, expect.stringMatching(/^[A-Z].{10,}\.$/)]);
  });

  test('has one name by method and address', async () => {
    const names = (await contracts()).map(({ method, url }) => `${method} ${url.replace(/:\w+/g, ':')}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
