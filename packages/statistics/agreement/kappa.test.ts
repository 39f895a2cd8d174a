import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oracleTable } from '../oracle/sets.fixture.ts';
import { refusal } from '../refusal.fixture.ts';
import { categoryColumn, columnOf, numberColumn } from '../table.ts';
import { explainKappa } from './explain.ts';
import { cohensKappa, type KappaWeights } from './kappa.ts';
import { close, ratersOf } from './made.fixture.ts';
import { type Rating, ratingsOf } from './ratings.ts';

const WEIGHTS: readonly KappaWeights[] = ['none', 'linear', 'quadratic'];

/** Ratings from a table of counts. */
function fromTable(table: readonly (readonly number[])[]): [Rating[], Rating[]] {
  const pairs = table.flatMap((row, i) =>
    row.flatMap((n, j) => Array.from({ length: n }, () => [i + 1, j + 1] as const)),
  );
  return [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
}

const codes = (table: readonly (readonly number[])[], weights: KappaWeights = 'none') =>
  cohensKappa(...fromTable(table), { weights }).warnings.map(({ code }) => code);

describe('rule 1: kappa is agreement beyond chance', () => {
  test('of a small table by hand', () => {
    const result = cohensKappa(
      ...fromTable([
        [20, 5],
        [10, 15],
      ]),
    );
    expect(result).toMatchObject({ n: 50, observed: 0.7, categories: ['1', '2'] });
    close(result.expected, 0.5);
    close(result.kappa, 0.4);
    expect(result.table).toEqual([
      [20, 5],
      [10, 15],
    ]);
    expect(result.marginals).toEqual({ a: [25, 25], b: [30, 20] });
    close(result.maximum, 0.8);
  });

  test('the raters can change places, the rows any order, the categories any names', () => {
    fc.assert(
      fc.property(ratersOf(2), fc.constantFrom(...WEIGHTS), ([a, b], weights) => {
        const before = cohensKappa(a, b, { weights });
        const names = ['a', 'b', 'c', 'd', 'e', 'f'];
        const words = [a, b].map((ratings) => ratings.map((rating) => names[rating]));
        for (const after of [
          cohensKappa(b, a, { weights }),
          cohensKappa(a.toReversed(), b.toReversed(), { weights }),
          cohensKappa(words[0], words[1], { weights }),
          cohensKappa(
            a.map((rating) => rating * 3 - 7),
            b.map((rating) => rating * 3 - 7),
            { weights },
          ),
        ]) {
          for (const key of ['kappa', 'se', 'z', 'p', 'maximum'] as const) close(after[key], before[key]);
        }
      }),
    );
  });

  test('every pair twice: the same kappa, √2 as sure', () => {
    fc.assert(
      fc.property(ratersOf(2), fc.constantFrom(...WEIGHTS), ([a, b], weights) => {
        const once = cohensKappa(a, b, { weights });
        const twice = cohensKappa([...a, ...a], [...b, ...b], { weights });
        close(twice.kappa, once.kappa);
        close(twice.se, once.se / Math.SQRT2);
      }),
    );
  });

  test('complete agreement is 1, without error; always the other one is −1', () => {
    expect(cohensKappa([1, 2, 2, 3], [1, 2, 2, 3])).toMatchObject({
      kappa: 1,
      se: 0,
      ci: [1, 1],
      maximum: 1,
    });
    close(cohensKappa([1, 2, 1, 2], [2, 1, 2, 1]).kappa, -1);
  });

  test('the interval ends at −1 and 1', () => {
    const { ci, se, kappa } = cohensKappa([1, 1, 1, 2, 2, 2, 1], [2, 2, 2, 1, 1, 1, 1]);
    expect(kappa - 1.96 * se).toBeLessThan(-1);
    expect(ci[0]).toBe(-1);
    expect(cohensKappa([1, 2, 2, 2, 1, 1], [1, 2, 2, 2, 1, 2]).ci[1]).toBe(1);
  });

  test('never above its maximum, which equal marginals make 1', () => {
    fc.assert(
      fc.property(ratersOf(2), fc.constantFrom(...WEIGHTS), ([a, b], weights) => {
        const { kappa, maximum } = cohensKappa(a, b, { weights });
        expect(kappa).toBeLessThanOrEqual(maximum + 1e-12);
        close(cohensKappa(a, a.toReversed(), { weights }).maximum, 1);
      }),
    );
  });

  test('the maximum is reached when the ratings are paired in order', () => {
    fc.assert(
      fc.property(ratersOf(2), fc.constantFrom('linear', 'quadratic'), ([a, b], weights) => {
        const categories = [1, 2, 3, 4, 5];
        const { maximum } = cohensKappa(a, b, { weights, categories });
        close(cohensKappa(a.toSorted(), b.toSorted(), { weights, categories }).kappa, maximum);
      }),
    );
  });
});

describe('rule 2: weights count places in the list of categories', () => {
  test('two categories: all weights are one', () => {
    const [a, b] = fromTable([
      [12, 3],
      [4, 9],
    ]);
    const [plain, linear, quadratic] = WEIGHTS.map((weights) => cohensKappa(a, b, { weights }).kappa);
    close(linear, plain);
    close(quadratic, plain);
  });

  test('categories that nobody used change weighted kappa only, and a gap is pointed out', () => {
    const [a, b] = [
      [1, 2, 5, 5, 1, 2, 1, 5],
      [1, 5, 5, 5, 2, 2, 1, 5],
    ];
    const categories = [1, 2, 3, 4, 5];
    close(cohensKappa(a, b, { categories }).kappa, cohensKappa(a, b).kappa);
    const found = cohensKappa(a, b, { weights: 'linear' });
    expect(found.warnings.map(({ code }) => code)).toContain('gap-in-categories');
    const given = cohensKappa(a, b, { weights: 'linear', categories });
    expect(given.warnings.map(({ code }) => code)).not.toContain('gap-in-categories');
    expect(Math.abs(found.kappa - given.kappa)).toBeGreaterThan(0.005);
  });

  test('words go by the order that is given', () => {
    const [a, b] = [
      ['zwak', 'goed', 'matig', 'goed'],
      ['zwak', 'matig', 'matig', 'goed'],
    ];
    const result = cohensKappa(a, b, { weights: 'linear', categories: ['zwak', 'matig', 'goed'] });
    close(result.kappa, cohensKappa([1, 3, 2, 3], [1, 2, 2, 3], { weights: 'linear' }).kappa);
    expect(refusal(() => cohensKappa(a, b, { categories: ['zwak', 'goed'] }))).toBe('unknown-category');
  });
});

describe('rule 3: only what both rated counts', () => {
  test('and what is left out is said', () => {
    const result = cohensKappa([1, null, 2, Number.NaN, 1], [1, 2, 2, 1, null]);
    expect(result).toMatchObject({ n: 2, kappa: 1 });
    expect(result.dropped).toMatchObject([{ count: 3 }]);
  });

  test('columns of a table: words are compared as words, whatever their codes', () => {
    const a = ratingsOf(categoryColumn(['b', 'a', null], ['b', 'a']));
    const b = ratingsOf(categoryColumn(['b', 'a', 'c']));
    expect(cohensKappa(a, b)).toMatchObject({ n: 2, kappa: 1 });
    expect(ratingsOf(numberColumn([1, null]))).toEqual([1, Number.NaN]);
  });
});

describe('rule 4: what has no kappa is refused', () => {
  test.each([
    ['constant-ratings', [1, 1, 1], [1, 1, 1]],
    ['unequal-columns', [1, 2, 1], [1, 2]],
    ['too-few-cases', [1, null, 2], [1, 2, null]],
  ])('%s', (code, a, b) => {
    expect(refusal(() => cohensKappa(a, b))).toBe(code);
  });

  test('one category, though others were offered', () => {
    expect(refusal(() => cohensKappa([1, 1], [1, 1], { categories: [1, 2], weights: 'linear' }))).toBe(
      'constant-ratings',
    );
  });

  test('one rater who always gives the same: kappa 0, and no test', () => {
    const result = cohensKappa([1, 1, 1, 1], [1, 2, 1, 2]);
    expect(result).toMatchObject({ kappa: 0, z: null, p: null });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});

describe('rule 5: a low kappa beside high agreement is explained', () => {
  test('when nearly everything is of one category', () => {
    const rare = [
      [85, 5],
      [6, 4],
    ];
    const even = [
      [45, 5],
      [6, 44],
    ];
    const few = [
      [8, 2],
      [2, 2],
    ];
    expect(codes(rare)).toEqual(['kappa-paradox']);
    expect(codes(even)).toEqual([]);
    expect(codes(few)).toEqual(['few-cases']);
  });
});

describe('rule 10: in plain words', () => {
  const data = oracleTable('study', 'interrater');
  const [a, b] = ['obsA', 'obsB'].map((name) => ratingsOf(columnOf(data, name)));

  test('two observers', () => {
    const result = cohensKappa(a, b);
    expect(explainKappa(result, 'nl')).toMatchInlineSnapshot(
      `"De twee beoordelaars waren het bij 85% van de 444 beoordelingen eens; door toeval alleen zou dat 34% zijn. Boven toeval is de overeenstemming aanzienlijk: kappa = 0,77, waarschijnlijk tussen 0,72 en 0,82."`,
    );
    expect(explainKappa(result, 'en')).toMatchInlineSnapshot(
      `"The two raters agreed on 85% of the 444 ratings; chance alone would give 34%. Beyond chance the agreement is substantial: kappa = 0.77, probably between 0.72 and 0.82."`,
    );
  });

  test('a paradox', () => {
    const result = cohensKappa(
      ...fromTable([
        [85, 5],
        [6, 4],
      ]),
    );
    expect(explainKappa(result, 'nl')).toMatchInlineSnapshot(
      `"De twee beoordelaars waren het bij 89% van de 100 beoordelingen eens; door toeval alleen zou dat 83% zijn. Boven toeval is de overeenstemming matig: kappa = 0,36, waarschijnlijk tussen 0,06 en 0,66. Let op: bijna alles valt in één categorie, en dat maakt kappa laag; noem het percentage erbij."`,
    );
    expect(explainKappa(result, 'en')).toMatchInlineSnapshot(
      `"The two raters agreed on 89% of the 100 ratings; chance alone would give 83%. Beyond chance the agreement is fair: kappa = 0.36, probably between 0.06 and 0.66. Note: almost everything falls in one category, and that makes kappa low; give the percentage beside it."`,
    );
  });
});
