import { describe, expect, test } from 'vitest';
import { printExpression } from './expression.ts';
import { parseFormula } from './formula.ts';
import { StatisticsError } from './result.ts';

const termNames = (text: string): readonly string[] => parseFormula(text).terms.map((term) => term.name);

describe('fixed part', () => {
  test('main effects come first, then interactions by their order', () => {
    expect(termNames('y ~ a:b:c + a*b + c')).toEqual(['a', 'b', 'c', 'a:b', 'a:b:c']);
  });

  test('variables of a term stand in the order in which the formula first names them', () => {
    expect(termNames('y ~ b:a + a')).toEqual(['a', 'b:a']);
    expect(termNames('y ~ a + b:a')).toEqual(['a', 'a:b']);
  });

  test('what a group varies by has no say in that order', () => {
    expect(termNames('y ~ (time | school) + sector * time')).toEqual(['sector', 'time', 'sector:time']);
  });

  test('a power stops at its order, and minus takes a term away', () => {
    expect(termNames('y ~ (a + b + c)^2')).toEqual(['a', 'b', 'c', 'a:b', 'a:c', 'b:c']);
    expect(termNames('y ~ a * b * c - a:b:c')).toEqual(['a', 'b', 'c', 'a:b', 'a:c', 'b:c']);
  });

  test('the same term twice counts once', () => {
    expect(termNames('y ~ a + a + a:a')).toEqual(['a']);
  });

  test.each([
    ['y ~ 1', true],
    ['y ~ x', true],
    ['y ~ x - 1', false],
    ['y ~ 0 + x', false],
    ['y ~ x + 0 + 1', true],
    ['y ~ -1 + x', false],
    ['y ~ 0 + x - 0', true],
  ])('intercept of %s: %s', (text, intercept) => {
    expect(parseFormula(text).intercept).toBe(intercept);
  });

  test('names are printed as R prints them', () => {
    expect(termNames('y ~ I( vout+vin ) + log(x) + I(x^2) + I(a/b) + `two words` + factor(wave)')).toEqual([
      'I(vout + vin)',
      'log(x)',
      'I(x^2)',
      'I(a/b)',
      '`two words`',
      'factor(wave)',
    ]);
    expect(termNames('y ~ I(-x * (a - 100000)) + I(0.5 * x)')).toEqual(['I(-x * (a - 1e+05))', 'I(0.5 * x)']);
  });

  test('the outcome can be arithmetic; a sign binds less than a power', () => {
    const { outcome } = parseFormula('I(vout+vin) ~ time');
    expect(outcome.name).toBe('I(vout + vin)');
    expect(printExpression(parseFormula('-x^2 ~ 1').outcome.expression)).toBe('-x^2');
    expect(parseFormula('-x^2 ~ 1').outcome.expression.kind).toBe('negative');
  });
});

describe('groups', () => {
  const groups = (text: string) =>
    parseFormula(text).random.map(({ slopes, ...rest }) => ({ ...rest, slopes: slopes.map((t) => t.name) }));

  test('one group', () => {
    expect(groups('y ~ x + (1 | school)')).toEqual([
      { group: 'school', columns: ['school'], intercept: true, slopes: [], correlated: true },
    ]);
  });

  test('a group within a group is named as lme4 names it', () => {
    const both = groups('y ~ x + (1 | school/teacher)');
    expect(both.map((random) => random.group)).toEqual(['school', 'teacher:school']);
    expect(both[1].columns).toEqual(['teacher', 'school']);
    expect(groups('y ~ (1 | teacher:school)')[0].columns).toEqual(['teacher', 'school']);
  });

  test.each([
    ['(1 + x | g)', true, true],
    ['(x | g)', true, true],
    ['(0 + x | g)', false, true],
    ['(x - 1 | g)', false, true],
    ['(x || g)', true, false],
  ])('%s', (text, intercept, correlated) => {
    expect(groups(`y ~ x + ${text}`)).toEqual([
      { group: 'g', columns: ['g'], intercept, slopes: ['x'], correlated },
    ]);
  });
});

describe('errors point at the place', () => {
  test.each([
    ['', 'at the end (character 1)'],
    ['enth', 'a ~ belongs after the outcome'],
    ['enth ~', 'at the end (character 7)'],
    ['enth ~ time +', 'at the end (character 14)'],
    ['enth ~ time * * sector', 'at character 15 (“*”)'],
    ['enth ~ time sector', 'at character 13 (“sector”)'],
    ['enth ~ (time', 'a closing parenthesis'],
    ['enth ~ time ? sector', 'at character 13 (“?”)'],
    ['enth ~ 2 * time', 'at character 8 (“2”)'],
    ['enth ~ time * (1 | school)', 'at character 15'],
    ['enth ~ time * 1', 'at character 15'],
    ['enth ~ (0 | school)', 'at character 8'],
    ['enth ~ (1 | school', 'a closing parenthesis'],
    ['enth ~ (1 | )', 'at character 13'],
    ['enth ~ time^x', 'at character 13'],
    ['enth ~ poly(time)', 'no function poly'],
    ['enth ~ factor(a + b)', 'factor( ) is about one column'],
    ['enth ~ I(a', 'a closing parenthesis'],
    ['enth ~ time - (1 | school)', 'a group cannot be taken away'],
  ])('%s', (text, said) => {
    expect(() => parseFormula(text)).toThrow(StatisticsError);
    expect(() => parseFormula(text)).toThrow(said);
  });

  test('in Dutch too', () => {
    try {
      parseFormula('enth ~ time sector');
      expect.unreachable();
    } catch (error) {
      expect(error instanceof StatisticsError && error.text.nl).toContain('bij teken 13 (“sector”)');
    }
  });
});
