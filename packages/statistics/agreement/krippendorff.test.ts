import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusal } from '../refusal.fixture.ts';
import { reliabilityData } from './agreement.comparisons.fixture.ts';
import { explainKrippendorff } from './explain.ts';
import { krippendorffsAlpha, type MeasurementScale } from './krippendorff.ts';
import { close, ratersOf } from './made.fixture.ts';
import { seededDraw } from './random.ts';

const SCALES: readonly MeasurementScale[] = ['nominal', 'ordinal', 'interval', 'ratio'];

describe('rule 7: Krippendorff’s alpha takes any number of raters, gaps, and four levels of measurement', () => {
  test('units with one rating do not count', () => {
    const result = krippendorffsAlpha(reliabilityData, { scale: 'nominal' });
    expect(result).toMatchObject({ n: 11, raters: 4, ratings: 40 });
    expect(result.dropped).toMatchObject([{ count: 1 }]);
    close(result.alpha, 0.743421052631579);
  });

  test('the raters and units can change places; shifting changes nominal, ordinal and interval nothing, stretching none', () => {
    fc.assert(
      fc.property(ratersOf(3), fc.constantFrom(...SCALES), (ratings, scale) => {
        const alpha = (given: readonly (readonly number[])[]) =>
          krippendorffsAlpha(given, { scale, replicates: 0 }).alpha;
        const before = alpha(ratings);
        close(alpha(ratings.toReversed()), before);
        close(alpha(ratings.map((rater) => rater.toReversed())), before);
        close(alpha(ratings.map((rater) => rater.map((rating) => rating * 4))), before);
        if (scale !== 'ratio')
          close(alpha(ratings.map((rater) => rater.map((rating) => rating + 9))), before);
      }),
    );
  });

  test('a rater more, who rated nothing, changes nothing', () => {
    fc.assert(
      fc.property(ratersOf(2), fc.constantFrom(...SCALES), (ratings, scale) => {
        const silent = ratings[0].map(() => null);
        const [before, after] = [ratings, [...ratings, silent]].map((given) =>
          krippendorffsAlpha(given, { scale, replicates: 0 }),
        );
        expect(after.alpha).toBe(before.alpha);
      }),
    );
  });

  test('complete agreement is 1, and every draw of it too', () => {
    const ratings = [
      [1, 2, 3, 1, 2, 3],
      [1, 2, 3, 1, 2, 3],
    ];
    expect(krippendorffsAlpha(ratings, { scale: 'ordinal' })).toMatchObject({ alpha: 1, ci: [1, 1] });
  });

  test('words have names, and an order where it is given', () => {
    const words = [
      ['a', 'b', 'c', 'b'],
      ['a', 'c', 'c', 'b'],
    ];
    const numbers = [
      [3, 1, 2, 1],
      [3, 2, 2, 1],
    ];
    const nominal = { scale: 'nominal', replicates: 0 } as const;
    close(krippendorffsAlpha(words, nominal).alpha, krippendorffsAlpha(numbers, nominal).alpha);
    const ordinal = { scale: 'ordinal', replicates: 0 } as const;
    close(
      krippendorffsAlpha(words, { ...ordinal, categories: ['b', 'c', 'a'] }).alpha,
      krippendorffsAlpha(numbers, ordinal).alpha,
    );
  });

  test.each([
    ['too-few-raters', [[1, 2, 3]]],
    [
      'unequal-columns',
      [
        [1, 2, 3],
        [1, 2],
      ],
    ],
    [
      'too-few-cases',
      [
        [1, null, 3],
        [1, 2, null],
      ],
    ],
    [
      'constant-ratings',
      [
        [2, 2, null],
        [2, 2, 3],
      ],
    ],
    [
      'not-numeric',
      [
        ['a', 'b', 'a'],
        ['a', 'b', 'b'],
      ],
    ],
  ])('refused: %s', (code, ratings) => {
    expect(refusal(() => krippendorffsAlpha(ratings, { scale: 'interval' }))).toBe(code);
  });

  test('a ratio scale has no values below zero', () => {
    expect(
      refusal(() =>
        krippendorffsAlpha(
          [
            [-1, 2, 3],
            [1, 2, 3],
          ],
          { scale: 'ratio' },
        ),
      ),
    ).toBe('not-numeric');
  });
});

describe('rule 8: the bootstrap is repeatable, and says how it was made', () => {
  const found = (seed: number) => krippendorffsAlpha(reliabilityData, { scale: 'interval', seed });

  test('one seed, one interval; another seed, nearly the same', () => {
    expect(found(7)).toEqual(found(7));
    const [one, other] = [found(1).ci ?? [0, 0], found(2).ci ?? [0, 0]];
    expect(one).not.toEqual(other);
    expect(Math.abs(one[1] - other[1])).toBeLessThan(0.05);
    expect(found(7).bootstrap).toMatchObject({ seed: 7, replicates: 2000, withoutAlpha: 0 });
  });

  test('the interval holds alpha, and narrows with the units', () => {
    const result = found(1);
    const [low, high] = result.ci ?? [1, 0];
    expect(low).toBeLessThan(result.alpha);
    expect(high).toBeGreaterThan(result.alpha);
    const many = reliabilityData.map((rater) => Array.from({ length: 9 }, () => rater).flat());
    const [from, to] = krippendorffsAlpha(many, { scale: 'interval' }).ci ?? [0, 9];
    expect(to - from).toBeLessThan((high - low) / 2);
  });

  test('without draws, or with too many that have no alpha, there is no interval', () => {
    expect(krippendorffsAlpha(reliabilityData, { scale: 'nominal', replicates: 0 }).ci).toBeNull();
    const rare = [
      [1, 1, 1, 1, 2],
      [1, 1, 1, 1, 2],
    ];
    const result = krippendorffsAlpha(rare, { scale: 'nominal' });
    expect(result.ci).toBeNull();
    // (4/5)⁵ of the draws leave the fifth unit out.
    expect(result.bootstrap.withoutAlpha / 2000).toBeCloseTo(0.8 ** 5, 1);
  });

  test('the draws are even', () => {
    const draw = seededDraw(42);
    const hits = [0, 0, 0, 0, 0, 0];
    for (let i = 0; i < 60_000; i++) hits[draw(6)] += 1;
    // Chi-square with 5 degrees of freedom: beyond 20.5 in 1 of 1,000.
    expect(hits.reduce((all, n) => all + (n - 10_000) ** 2 / 10_000, 0)).toBeLessThan(20.5);
  });
});

describe('rule 10: in plain words', () => {
  test('the published example', () => {
    const result = krippendorffsAlpha(reliabilityData, { scale: 'nominal' });
    expect(explainKrippendorff(result, 'nl')).toMatchInlineSnapshot(
      `"4 beoordelaars beoordeelden 11 keer hetzelfde. Hun overeenstemming boven toeval is alfa = 0,74, waarschijnlijk tussen 0,42 en 0,94; 0 is toeval en 1 is volledig. Dat is genoeg voor voorzichtige conclusies (grenzen van Krippendorff: 0,67 en 0,80). Let op: dit zijn maar 11 beoordelingen; een volgende keer kan de uitkomst flink anders zijn."`,
    );
    expect(explainKrippendorff(result, 'en')).toMatchInlineSnapshot(
      `"4 raters rated the same 11 times. Their agreement beyond chance is alpha = 0.74, probably between 0.42 and 0.94; 0 is chance and 1 is complete. That is enough for tentative conclusions (Krippendorff’s limits: 0.67 and 0.80). Note: these are only 11 ratings; another time the outcome may well differ."`,
    );
  });
});
