import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { teamStream } from '#features/board/domain';

const glossary = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'glossary.md'), 'utf8');
const method = glossary.slice(glossary.indexOf('## The method'), glossary.indexOf('## This code base'));
const named = [...method.matchAll(/^\|[^|]*\|[^|]*\| `([\w.]+)` \|/gm)].map((match) => match[1] ?? '');

const fieldsOf = (kind: string): string[] => {
  const schema = Object.entries(teamStream.records).find(([name]) => name === kind)?.[1];
  return schema ? Object.keys(schema._zod.def.shape) : [];
};

test('every kind of record on the board has its line in the glossary', () => {
  const kinds = new Set(named.map((name) => name.split('.')[0]));
  expect(Object.keys(teamStream.records).filter((kind) => !kinds.has(kind))).toEqual([]);
});

test('every name in the glossary exists in the code', () => {
  /** Known to the server only, not a record of the stream. */
  const elsewhere = ['display'];
  const unknown = named.filter((name) => {
    const [kind = '', field] = name.split('.');
    if (elsewhere.includes(kind)) return false;
    return field === undefined ? fieldsOf(kind).length === 0 : !fieldsOf(kind).includes(field);
  });
  expect(named.length).toBeGreaterThan(15);
  expect(unknown).toEqual([]);
});

test('the words to avoid are avoided in the names of records and commands', () => {
  const names = [...Object.keys(teamStream.records), ...Object.keys(teamStream.commands)]
    .join(' ')
    .toLowerCase();
  for (const word of ['user', 'task', 'card', 'entity', 'sync']) expect(names).not.toContain(word);
});
