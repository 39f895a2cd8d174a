import { describe, expect, test } from 'vitest';
import {
  association,
  between,
  by,
  CHANGE,
  cases,
  caution,
  chance,
  count,
  DIFFERENCE,
  decimalsFor,
  few,
  HIGHER,
  list,
  only,
  percent,
  ranging,
  say,
  sayP,
  UP,
} from './words.ts';

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

test('a share that is not all does not read as all', () => {
  expect(percent(222 / 223, 'nl')).toBe('99,6%');
  expect(percent(0.001, 'en')).toBe('0.1%');
  expect(percent(0.99999, 'en')).toBe('100%');
  expect([0, 1].map((share) => percent(share, 'en'))).toEqual(['0%', '100%']);
});

test('a difference and its interval have words for signs', () => {
  expect(by(-0.06, UP, 'nl')).toBe('0,06 omlaag');
  expect(ranging([-0.64, -0.26], HIGHER, 'en')).toBe('between 0.26 and 0.64');
  expect(ranging([0.26, 0.64], HIGHER, 'nl')).toBe('tussen 0,26 en 0,64');
  expect(ranging([-0.27, 1.18], HIGHER, 'nl')).toBe('tussen 0,27 lager en 1,18 hoger');
  // Nobody is told of 0.00 lower.
  expect(ranging([-0.001, 0.33], UP, 'en')).toBe('between 0.00 and 0.33');
  expect(decimalsFor(0.0004)).toBe(4);
});

test('lists, numbers of cases and cautions are sentences in both languages', () => {
  expect(list(['a', 'b', 'c'], 'nl')).toBe('a, b en c');
  expect(list(['a'], 'en')).toBe('a');
  expect([1, 8].map((n) => cases(n).nl)).toEqual(['1 geval', '8 gevallen']);
  expect(caution(few(cases(8)), 'nl')).toBe(
    'Let op: dit zijn maar 8 gevallen; een volgende keer kan de uitkomst flink anders zijn.',
  );
  expect(caution(association(only(cases(8))), 'en')).toBe(
    'Note: these are only 8 cases, and what causes what does not show.',
  );
});

test('what nearly always comes up is not said in hundredths', () => {
  expect(chance(0.999, DIFFERENCE, 'nl')).toContain('in bijna alle onderzoeken');
  expect(chance(0.999, DIFFERENCE, 'en')).toContain('in almost all studies');
});
