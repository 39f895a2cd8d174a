import { describe, expect, test } from 'vitest';
import { readCsv } from './csv.ts';
import { StatisticsError } from './result.ts';
import { categoriesOf, columnOf, isMissing, numbersOf } from './table.ts';

describe('types are guessed', () => {
  const data = readCsv('brin,sector,score\n01AB,po,3.5\n0012,vo,NA\n0007,po,\n');

  test('numbers, with empty and NA as missing', () => {
    expect(numbersOf(data, 'score')).toEqual(Float64Array.of(3.5, Number.NaN, Number.NaN));
    expect(isMissing(columnOf(data, 'score'), 1)).toBe(true);
  });

  test('words, in the order of the alphabet', () => {
    expect(categoriesOf(data, 'sector')).toEqual({
      kind: 'category',
      levels: ['po', 'vo'],
      codes: Int32Array.of(0, 1, 0),
    });
  });

  test('a number with a leading zero is a name', () => {
    expect(columnOf(readCsv('school\n0001\n0002\n'), 'school').kind).toBe('category');
    expect(columnOf(readCsv('share\n0.5\n0\n-0.25\n'), 'share').kind).toBe('number');
  });

  test('or said', () => {
    expect(columnOf(readCsv('school\n1\n2\n', { types: { school: 'category' } }), 'school').kind).toBe(
      'category',
    );
    expect(code(() => readCsv('x\n1\ntwee\n', { types: { x: 'number' } }))).toBe('not-numeric');
  });
});

describe('ways to write', () => {
  test('decimal commas, columns split by semicolons', () => {
    expect(numbersOf(readCsv('a;b\n1,5;2\n-0,25;3\n', { decimal: ',' }), 'a')).toEqual(
      Float64Array.of(1.5, -0.25),
    );
  });

  test('tabs, a byte order mark, Windows line ends, quotes and blank lines', () => {
    const data = readCsv('\uFEFF"a"\t b \r\n1\t"x, y"\r\n\r\n');
    expect(numbersOf(data, 'a')).toEqual(Float64Array.of(1));
    expect(categoriesOf(data, 'b').levels).toEqual(['x, y']);
  });

  test('exponents are numbers; hexadecimals, infinities and words are not', () => {
    expect(columnOf(readCsv('x\n1e-3\n'), 'x').kind).toBe('number');
    for (const value of ['0x10', 'Infinity', '1 000', '1.2.3', '12a']) {
      expect(columnOf(readCsv(`x\n"${value}"\n`), 'x').kind).toBe('category');
    }
  });

  test('numbers as categories are in numeric order', () => {
    expect(categoriesOf(readCsv('wave\n10\n9\n10\n'), 'wave').levels).toEqual(['9', '10']);
  });
});

describe('the reference level comes first', () => {
  test('of words, and of numbers, which become words', () => {
    expect(categoriesOf(readCsv('s\npo\nmbo\nvo\n', { references: { s: 'po' } }), 's').levels).toEqual([
      'po',
      'mbo',
      'vo',
    ]);
    expect(categoriesOf(readCsv('c\n1\n2\n', { references: { c: '2' } }), 'c').levels).toEqual(['2', '1']);
  });

  test('and must occur', () => {
    expect(code(() => readCsv('s\npo\n', { references: { s: 'vo' } }))).toBe('unknown-level');
    expect(code(() => readCsv('s\npo\n', { references: { t: 'vo' } }))).toBe('unknown-column');
  });
});

test('numbers whose squares are no numbers are refused, zero is not', () => {
  expect(code(() => readCsv('x\n1e200\n'))).toBe('out-of-range');
  expect(code(() => readCsv('x\n1e-300\n'))).toBe('out-of-range');
  expect(numbersOf(readCsv('x\n0\n-1e50\n'), 'x')).toEqual(Float64Array.of(0, -1e50));
});

test('a file that cannot be a table is refused', () => {
  expect(code(() => readCsv(''))).toBe('no-rows');
  expect(code(() => readCsv('a,b\n'))).toBe('no-rows');
  expect(code(() => readCsv('a,b\n1,2\n1\n'))).toBe('unequal-rows');
  expect(code(() => readCsv('a,a\n1,2\n'))).toBe('duplicate-column');
});

test('a column that is not there is refused with those that are', () => {
  try {
    numbersOf(readCsv('a,b\n1,x\n'), 'c');
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(StatisticsError);
    expect(String(error)).toContain('a, b');
  }
  expect(code(() => numbersOf(readCsv('a,b\n1,x\n'), 'b'))).toBe('not-numeric');
  const commas = 'a;b\n3;x\n1,5;y\n-2,25;1,5\n';
  expect(() => numbersOf(readCsv(commas), 'a')).toThrow('numbers with a comma (-2,25; 1,5; 3)');
  expect(() => numbersOf(readCsv(commas), 'b')).toThrow('holds words (1,5; x; y)');
  expect([...numbersOf(readCsv(commas, { decimal: ',' }), 'a')]).toEqual([3, 1.5, -2.25]);
});

function code(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof StatisticsError) return error.code;
    throw error;
  }
  return 'nothing was refused';
}
