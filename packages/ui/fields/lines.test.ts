import { expect, it } from 'vitest';
import { linesOf, withoutKept } from './lines.ts';

it('U14: a pasted list is a line each, without its marks', () => {
  expect(linesOf('- exit tickets\r\n* woordmuur\n\n  3. de lesdoelen  ophangen\n• klaar')).toEqual([
    'exit tickets',
    'woordmuur',
    'de lesdoelen ophangen',
    'klaar',
  ]);
});

it('U14: one typed line keeps every sign of its own', () => {
  expect(linesOf('  3. plaats bij rekenen ')).toEqual(['3. plaats bij rekenen']);
  expect(linesOf('   ')).toEqual([]);
});

it('U14: what was not taken comes back, what was taken does not', () => {
  expect(withoutKept(['een', 'twee', 'drie'], 1)).toBe('twee; drie');
});
