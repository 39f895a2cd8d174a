import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AnyPart } from '#packages/sync';
import { features } from '../../apps/features.ts';

const repository = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(repository, path), 'utf8');

/** The table under "Words" in a feature's README: each row's name in the code, with others that it gives beside it. */
function wordsIn(readme: string): string[][] {
  const section = /^## Words\n([\s\S]*?)^## /m.exec(readme)?.[1] ?? '';
  const rows = [...section.matchAll(/^\|[^|]+\|[^|]+\| (`[^|]+) \| \S[^|]* \|$/gm)];
  return rows.map(([, names = '']) => [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

const partsOf = new Map<string, readonly AnyPart[]>(features.map(({ name, parts }) => [name, parts]));

/** @returns a sentence for everything in which the words and the code of a feature differ */
function differencesOf(feature: string, readme: string): string[] {
  const words = wordsIn(readme).flat();
  const parts = partsOf.get(feature) ?? [];
  const records = Object.assign({}, ...parts.map(({ records }) => records)) as AnyPart['records'];
  const code = globSync(`features/${feature}/**/*.{ts,tsx}`, { cwd: repository }).map(read).join('\n');
  const tables = globSync('{features/*,packages/database}/migrations/*.sql', { cwd: repository })
    .map(read)
    .join('\n');
  const commands = parts.flatMap((part) => Object.keys(part.commands));
  const isThere = (name: string): boolean => {
    const [kind = '', field] = name.split('.');
    const record = Object.hasOwn(records, kind) ? records[kind] : undefined;
    if (field !== undefined)
      return commands.includes(name) || Object.hasOwn(record?._zod.def.shape ?? {}, field);
    return record !== undefined || new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(code + tables);
  };
  const named = new Set(words.map((name) => name.split('.')[0]));
  return [
    ...Object.keys(records)
      .filter((kind) => !named.has(kind))
      .map((kind) => `${kind} has no line`),
    ...words.filter((name) => !isThere(name)).map((name) => `${name} is not in the code`),
  ];
}

describe('the words of the method', () => {
  test.each(features)('of $name are those of its code: every kind of record has its line', ({ name }) => {
    expect(wordsIn(read(`features/${name}/README.md`)).length).toBeGreaterThan(0);
    expect(differencesOf(name, read(`features/${name}/README.md`))).toEqual([]);
  });

  test('a line that is missing or names what is not there is found', () => {
    const readme = read('features/people/README.md');
    expect(differencesOf('people', readme.replaceAll(/^.*`member.*\n/gm, ''))).toEqual([
      'member has no line',
    ]);
    expect(differencesOf('people', readme.replace('`team.theme`', '`team.subject`'))).toEqual([
      'team.subject is not in the code',
    ]);
    expect(differencesOf('people', readme.replace('`join_code`', '`joining_code`'))).toEqual([
      'joining_code is not in the code',
    ]);
  });
});

test('every name of the statistics in the glossary exists in the code', () => {
  const glossary = read('docs/glossary.md');
  const part = glossary.slice(glossary.indexOf('## Statistics'), glossary.indexOf('## This code base'));
  const figures = [...part.matchAll(/^\|[^|]*\|[^|]*\| `([\w.-]+)` \|/gm)].map((match) => match[1] ?? '');
  const folder = join(repository, 'packages', 'statistics');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const code = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  const exists = (name: string) =>
    files.includes(name) || new RegExp(`(function|readonly) ${name}\\b`).test(code);
  expect(figures.length).toBeGreaterThan(5);
  expect(figures.filter((name) => !exists(name))).toEqual([]);
});

test('the words to avoid are avoided in the names of records and commands', () => {
  const parts = [...partsOf.values()].flat();
  const names = parts.flatMap(({ records, commands }) => [...Object.keys(records), ...Object.keys(commands)]);
  for (const word of ['user', 'task', 'card', 'entity', 'sync'])
    expect(names.join(' ').toLowerCase()).not.toContain(word);
});
