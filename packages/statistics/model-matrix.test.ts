import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseFormula } from './formula.ts';
import { column } from './linear-algebra.ts';
import { type Coding, codeTerms, designOf } from './model-matrix.ts';
import { type Column, categoryColumn, numberColumn, type Table, table } from './table.ts';

/** Made by fixtures/model-matrix.R. */
interface Fixture {
  readonly data: Readonly<Record<string, readonly (string | number)[]>>;
  readonly cases: readonly {
    readonly formula: string;
    readonly coding: Coding;
    readonly terms: readonly string[];
    readonly names: readonly string[];
    readonly assign: readonly number[];
    readonly x: readonly (readonly number[])[];
  }[];
}

const { data, cases }: Fixture = JSON.parse(
  gunzipSync(readFileSync(join(import.meta.dirname, 'fixtures/model-matrix.json.gz'))).toString(),
);

const toColumn = (values: readonly (string | number)[]): Column =>
  values.every((value) => typeof value === 'number')
    ? numberColumn(values)
    : categoryColumn(values.map(String));

const rTable: Table = table(
  Object.fromEntries(Object.entries(data).map(([name, values]) => [name, toColumn(values)])),
);

describe('coded and named as R does', () => {
  test.each(cases)('$formula ($coding)', ({ formula, coding, terms, names, assign, x }) => {
    const parsed = parseFormula(formula);
    expect(parsed.terms.map((term) => term.name)).toEqual(terms);
    // Some of these are singular, which designOf refuses: so the variables come from the formula's terms one by one.
    const variables = new Map<string, Column>();
    for (const variable of parsed.terms.flatMap((term) => term.variables)) {
      const alone = { ...parsed, terms: [{ name: variable.name, variables: [variable] }], intercept: true };
      for (const [name, values] of designOf(rTable, alone).variables) variables.set(name, values);
    }
    const coded = codeTerms(parsed, variables, rTable.rows, coding);
    expect(coded.names).toEqual(names);
    expect(coded.assign).toEqual(assign);
    for (const [j, values] of x.entries()) {
      const own = column(coded.x, j);
      for (const [i, value] of values.entries()) expect(own[i]).toBeCloseTo(value, 10);
    }
  });
});

const small = table({
  y: numberColumn([1, 2, 4, 3, 5, null, 7, 6]),
  x: numberColumn([1, 2, null, 4, 5, 6, 7, 9]),
  twice: numberColumn([2, 4, 6, 8, 10, 12, 14, 18]),
  same: numberColumn([3, 3, 3, 3, 3, 3, 3, 3]),
  group: categoryColumn(['a', 'b', 'c', 'a', 'b', 'a', 'b', 'a']),
  school: categoryColumn(['p', 'p', 'p', 'q', 'q', 'q', null, 'q']),
  words: categoryColumn(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']),
  year: numberColumn([2016, 2017, 2018, 2019, 2016, 2017, 2018, 2019]),
});

const design = (formula: string) => designOf(small, parseFormula(formula));

describe('rows', () => {
  test('a row without a value is left out, and counted per column', () => {
    const { rows, dropped, outcome } = design('y ~ x + (1 | school)');
    expect([...rows]).toEqual([0, 1, 3, 4, 7]);
    expect([...outcome]).toEqual([1, 2, 3, 5, 6]);
    expect(dropped).toEqual([
      {
        count: 3,
        why: {
          nl: 'zonder waarde: y (1), x (1), school (1)',
          en: 'without a value: y (1), x (1), school (1)',
        },
      },
    ]);
  });

  test('other columns can be asked to be complete', () => {
    const { rows } = designOf(small, parseFormula('y ~ year'), { complete: ['x', 'school'] });
    expect([...rows]).toEqual([0, 1, 3, 4, 7]);
  });

  test('a logarithm of a negative number is a missing value', () => {
    expect(design('y ~ log(I(x - 1.5))').dropped[0]).toMatchObject({
      count: 3,
      why: { en: 'without a value: y (1), x (1), log(I(x - 1.5)) (1)' },
    });
  });

  test('a level that no used row has is no column', () => {
    expect(design('y ~ x + group').names).toEqual(['(Intercept)', 'x', 'groupb']);
  });

  test('years are not taken for a constant', () => {
    expect(design('y ~ year').names).toEqual(['(Intercept)', 'year']);
  });
});

describe('refused', () => {
  test.each([
    ['y ~ z', 'There is no column z'],
    ['y ~ x + (1 | z)', 'There is no column z'],
    ['words ~ x', 'Column words holds words'],
    ['factor(year) ~ x', 'must be a number'],
    ['y ~ I(words + 1)', 'Column words holds words'],
    ['same ~ x', 'The outcome same is 3 in all 7 rows'],
    ['y ~ x + twice', 'twice follows from x'],
    ['y ~ same', 'same is the same everywhere'],
    ['y ~ factor(same)', 'Column factor(same) has only one value (3)'],
    ['y ~ words', 'There are 7 rows with all values, and the model has 7 coefficients'],
    ['y ~ log(I(x - 1))', 'log(I(x - 1)) is infinite'],
    ['log(I(x - 1)) ~ year', 'is infinite'],
    ['y ~ I(1 / (x - x))', 'is infinite'],
  ])('%s', (formula, said) => {
    expect(() => design(formula)).toThrow(said);
  });

  test('no row left', () => {
    const data = table({ y: numberColumn([1, null]), x: numberColumn([null, 2]) });
    expect(() => designOf(data, parseFormula('y ~ x'))).toThrow('No row has all values');
  });
});
