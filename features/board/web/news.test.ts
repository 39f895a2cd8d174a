import { expect, test } from 'vitest';
import { newsOf } from './news.ts';

const note = (id: string) => ({ id, text: id });

test('only what is new and came from somebody else is news', () => {
  expect(newsOf(new Set(['a']), [note('a'), note('b'), note('c')], new Set(['c']))).toEqual([note('b')]);
});

test('what left the board is no news', () => {
  expect(newsOf(new Set(['a', 'b']), [note('a')], new Set())).toEqual([]);
});
