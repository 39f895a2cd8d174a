import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Kind, kindOf } from './kind.ts';

type Note = { readonly id: string; readonly text: string };

const change = fc.record({
  id: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
  text: fc.option(fc.string()),
});

describe('a kind', () => {
  test('is what a plain object keyed by id would be, through any changes, and its older states stay as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 50 }), { maxLength: 8 }), (rounds) => {
        let kind = kindOf<Note>([]);
        const plain = new Map<string, Note>();
        const before: [Kind<Note>, Note[]][] = [];
        for (const round of rounds) {
          before.push([kind, [...kind.all()]]);
          kind = kind.with(round.map(({ id, text }) => [id, text === null ? null : { id, text }] as const));
          for (const { id, text } of round) {
            if (text === null) plain.delete(id);
            else plain.set(id, { id, text });
          }
          const sorted = [...plain.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
          expect(kind.all()).toEqual(sorted);
          expect(kind.toJSON()).toEqual(sorted);
          expect(kind.size).toBe(plain.size);
          for (const id of 'abcdefghijklmnopqrstuvwxyz') {
            expect(kind.get(id)).toEqual(plain.get(id));
            expect(kind.has(id)).toBe(plain.has(id));
          }
        }
        for (const [kept, records] of before) expect(kept.all()).toEqual(records);
      }),
    );
  });

  test('finds by a field what a filter finds, also after a change', () => {
    const notes = ['a', 'b', 'a', 'c'].map((text, index) => ({ id: `n${index}`, text }));
    const kind = kindOf(notes);
    expect(kind.where('text', 'a').map(({ id }) => id)).toEqual(['n0', 'n2']);
    const later = kind.with([
      ['n0', null],
      ['n9', { id: 'n9', text: 'a' }],
    ]);
    expect(later.where('text', 'a').map(({ id }) => id)).toEqual(['n2', 'n9']);
    expect(kind.where('text', 'a')).toHaveLength(2);
    expect(kind.where('text', 'z')).toEqual([]);
  });

  test('travels as a list', () => {
    expect(JSON.stringify({ note: kindOf([{ id: 'b' }, { id: 'a' }]) })).toBe(
      '{"note":[{"id":"a"},{"id":"b"}]}',
    );
  });
});

test('two kinds are equal to a test when their records are, and only then', () => {
  const one = { note: kindOf([{ id: 'a', text: 'x' }]) };
  expect(one).toEqual({ note: kindOf([{ id: 'a', text: 'x' }]) });
  expect(one).not.toEqual({ note: kindOf([{ id: 'a', text: 'y' }]) });
  expect(one).not.toEqual({ note: kindOf([]) });
});
