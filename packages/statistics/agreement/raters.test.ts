import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusal } from '../refusal.fixture.ts';
import { judges } from './agreement.comparisons.fixture.ts';
import { explainRaterIntraclassCorrelation } from './explain.ts';
import { close, ratersOf } from './made.fixture.ts';
import { type RaterIcc, raterIntraclassCorrelation } from './raters.ts';

const estimates = ({ coefficients }: RaterIcc) => coefficients.map(({ estimate }) => estimate);

describe('rule 9: the six forms are named for what they are', () => {
  test('model, type and unit', () => {
    const { coefficients } = raterIntraclassCorrelation(judges);
    expect(
      coefficients.map(({ form, alsoCalled, model, type, unit }) => [form, alsoCalled, model, type, unit]),
    ).toEqual([
      ['ICC(1,1)', 'ICC(1)', 'one-way random', 'agreement', 'single'],
      ['ICC(2,1)', 'ICC(A,1)', 'two-way random', 'agreement', 'single'],
      ['ICC(3,1)', 'ICC(C,1)', 'two-way mixed', 'consistency', 'single'],
      ['ICC(1,k)', 'ICC(k)', 'one-way random', 'agreement', 'mean'],
      ['ICC(2,k)', 'ICC(A,k)', 'two-way random', 'agreement', 'mean'],
      ['ICC(3,k)', 'ICC(C,k)', 'two-way mixed', 'consistency', 'mean'],
    ]);
  });

  test('a stricter rater lowers agreement, not consistency', () => {
    fc.assert(
      fc.property(ratersOf(3), ([first, ...rest]) => {
        const before = raterIntraclassCorrelation([first, ...rest]).coefficients;
        const after = raterIntraclassCorrelation([first.map((value) => value - 20), ...rest]).coefficients;
        close(after[2].estimate, before[2].estimate);
        expect(after[1].estimate).toBeLessThan(Math.max(0.2, before[1].estimate ?? 1));
      }),
    );
  });

  test('shifting and stretching all, the order of raters and of subjects change nothing', () => {
    fc.assert(
      fc.property(ratersOf(3), (ratings) => {
        const before = estimates(raterIntraclassCorrelation(ratings));
        for (const given of [
          ratings.map((rater) => rater.map((value) => 100 - 7 * value)),
          ratings.toReversed(),
          ratings.map((rater) => rater.toReversed()),
        ]) {
          for (const [place, estimate] of estimates(raterIntraclassCorrelation(given)).entries()) {
            close(estimate, before[place]);
          }
        }
      }),
    );
  });

  test('the estimate lies in its interval', () => {
    fc.assert(
      fc.property(ratersOf(3), (ratings) => {
        for (const { estimate, ci } of raterIntraclassCorrelation(ratings).coefficients) {
          if (estimate === null || ci === null) continue;
          expect(ci[0]).toBeLessThanOrEqual(estimate + 1e-9);
          expect(ci[1]).toBeGreaterThanOrEqual(estimate - 1e-9);
        }
      }),
    );
  });

  test('raters who agree wholly: 1, without a test; who differ by the same everywhere: consistent', () => {
    const same = raterIntraclassCorrelation([
      [1, 2, 4],
      [1, 2, 4],
    ]);
    expect(same.coefficients).toMatchObject(
      Array.from({ length: 6 }, () => ({ estimate: 1, ci: null, F: null, p: null })),
    );
    expect(same.warnings.map(({ code }) => code)).toContain('no-disagreement');
    const shifted = raterIntraclassCorrelation([
      [1, 2, 4],
      [2, 3, 5],
    ]).coefficients;
    close(shifted[2].estimate, 1);
    expect(shifted[0].F).not.toBeNull();
    expect(shifted[1].estimate).toBeLessThan(0.9);
  });

  test('raters who contradict each other: negative, said, and no figure that is none', () => {
    const result = raterIntraclassCorrelation([
      [1, 2, 3, 4],
      [4, 3, 2, 1],
    ]);
    close(result.coefficients[0].estimate, -1);
    expect(result.coefficients[3].estimate).toBeNull();
    expect(result.warnings.map(({ code }) => code)).toContain('negative-icc');
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test('only subjects that everybody rated count', () => {
    const result = raterIntraclassCorrelation([
      [1, 2, 4, Number.NaN],
      [1, 3, 4, 5],
    ]);
    expect(result).toMatchObject({ n: 3, raters: 2 });
    expect(result.dropped).toMatchObject([{ count: 1 }]);
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
        [1, 2],
        [1, 3],
      ],
    ],
    [
      'constant-ratings',
      [
        [2, 2, 2],
        [2, 2, 2],
      ],
    ],
    [
      'constant-ratings',
      [
        [3, 3, 3],
        [0, 0, 0],
      ],
    ],
  ])('refused: %s', (code, ratings) => {
    expect(refusal(() => raterIntraclassCorrelation(ratings))).toBe(code);
  });
});

describe('rule 10: in plain words', () => {
  test('two judges are both', () => {
    const result = raterIntraclassCorrelation(judges.slice(0, 2));
    expect(explainRaterIntraclassCorrelation(result, 'nl')).toContain('Het gemiddelde van beide');
    expect(explainRaterIntraclassCorrelation(result, 'en')).toContain('The average of both');
  });

  test('four judges', () => {
    const result = raterIntraclassCorrelation(judges);
    expect(explainRaterIntraclassCorrelation(result, 'nl')).toMatchInlineSnapshot(
      `"4 beoordelaars beoordeelden 6 keer hetzelfde. De overeenstemming van één beoordelaar met een ander is slecht tot goed: ICC(2,1) = 0,29, waarschijnlijk tussen 0,02 en 0,76. Het gemiddelde van alle 4 is betrouwbaarder: 0,62. Let op: dit zijn maar 6 beoordelingen; een volgende keer kan de uitkomst flink anders zijn."`,
    );
    expect(explainRaterIntraclassCorrelation(result, 'en')).toMatchInlineSnapshot(
      `"4 raters rated the same 6 times. The agreement of one rater with another is poor to good: ICC(2,1) = 0.29, probably between 0.02 and 0.76. The average of all 4 is more reliable: 0.62. Note: these are only 6 ratings; another time the outcome may well differ."`,
    );
  });
});
