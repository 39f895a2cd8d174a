import { describe, expect, test } from 'vitest';
import { between, CHANGE, chance, count, DIFFERENCE, percent, say, sayP } from './words.ts';

test('numbers have the comma or point of their language', () => {
  expect(say(3.456, 'nl')).toBe('3,46');
  expect(say(-0.001, 'en')).toBe('0.00');
  expect(count(17981, 'nl')).toBe('17.981');
  expect(percent(0.295, 'en')).toBe('30%');
  expect(between([-0.1, 0.42], 'nl')).toBe('tussen -0,10 en 0,42');
});

describe('a chance is said as how often, never as proof', () => {
  test.each([
    [1e-300, 'p < 0.001', '1 in 1,000'],
    [0.004, 'p = 0.004', '4 in 1,000'],
    [0.032, 'p = 0.032', '3 in 100'],
    [0.0531, 'p = 0.053', '5 in 100'],
    [0.6, 'p = 0.60', '60 in 100'],
  ])('p = %d', (p, figure, often) => {
    const text = chance(p, DIFFERENCE, 'en');
    expect(text).toContain(figure);
    expect(text).toContain(often);
    expect(text).not.toMatch(/prove|significant/);
  });

  test('in Dutch', () => {
    expect(chance(0.032, CHANGE, 'nl')).toBe(
      'Zonder echte verandering komt een minstens zo sterke uitkomst in ongeveer 3 op de 100 onderzoeken voor: zij past niet goed bij toeval alleen, maar toeval is niet uitgesloten (p = 0,032).',
    );
    expect(sayP(0.0001, 'nl')).toBe('p < 0,001');
  });
});
