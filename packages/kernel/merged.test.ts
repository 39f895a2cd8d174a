import { expect, test } from 'vitest';
import { merged } from './merged.ts';

test('what several bring is one record, and who brings nothing is passed over', () => {
  expect(merged('features', [{ a: 1 }, undefined, { b: 2 }])).toEqual({ a: 1, b: 2 });
});

test('what two bring is refused by name, also when they bring the same', () => {
  expect(() => merged('features', [{ a: 1 }, { b: 2, a: 1 }])).toThrow('two features both have a');
});

test('a key that every object has by nature is a key like any other', () => {
  expect(Object.keys(merged('features', [{ constructor: 1 }, { toString: 2 }]))).toEqual([
    'constructor',
    'toString',
  ]);
});
