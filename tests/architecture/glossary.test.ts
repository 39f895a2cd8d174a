import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { definitions } from '../../apps/streams.ts';

const glossary = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'glossary.md'), 'utf8');
const method = namesBetween('## The method', '## Statistics');
const figures = namesBetween('## Statistics', '## This code base');

function namesBetween(heading: string, next: string): string[] {
  const part = glossary.slice(glossary.indexOf(heading), glossary.indexOf(next));
  return [...part.matchAll(/^\|[^|]*\|[^|]*\| `([\w.-]+)` \|/gm)].map((match) => match[1] ?? '');
}

const records = Object.fromEntries(
  [...definitions.values()].flatMap((definition) => Object.entries(definition.records)),
);
const commands = [...definitions.values()].flatMap((definition) => Object.keys(definition.commands));

const fieldsOf = (kind: string): string[] => {
  const schema = records[kind];
  return schema ? Object.keys(schema._zod.def.shape) : [];
};

test('every kind of record has its line in the glossary', () => {
  const kinds = new Set(method.map((name) => name.split('.')[0]));
  expect(Object.keys(records).filter((kind) => !kinds.has(kind))).toEqual([]);
});

test('every name in the glossary exists in the code', () => {
  /** Known to the server only, not a record of the stream. */
  const elsewhere = ['display'];
  const unknown = method.filter((name) => {
    const [kind = '', field] = name.split('.');
    if (elsewhere.includes(kind)) return false;
    return field === undefined ? fieldsOf(kind).length === 0 : !fieldsOf(kind).includes(field);
  });
  expect(method.length).toBeGreaterThan(15);
  expect(unknown).toEqual([]);
});

test('every name of the statistics in the glossary exists in the code', () => {
  const folder = join(import.meta.dirname, '..', '..', 'packages', 'statistics');
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
  const names = [...Object.keys(records), ...commands].join(' ').toLowerCase();
  for (const word of ['user', 'task', 'card', 'entity', 'sync']) expect(names).not.toContain(word);
});
