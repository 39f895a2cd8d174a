import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oracleTable } from '../oracle/sets.fixture.ts';
import { refusal } from '../refusal.fixture.ts';
import { StatisticsError } from '../result.ts';
import { numbersOf } from '../table.ts';
import { cronbachAlpha } from './alpha.ts';
import { explainAlpha } from './explain.ts';
import { answersOf, close, itemsFrom } from './made.fixture.ts';
import { itemsOf } from './scales.comparisons.fixture.ts';

const gap = Number.NaN;

describe('rule 1: listwise counts who answered everything, pairwise who answered both items of a pair', () => {
  const items = itemsFrom([
    [1, 2, 3],
    [2, 2, 4],
    [4, gap, 4],
    [3, 4, 5],
    [5, 4, 4],
    [gap, gap, gap],
  ]);

  test('and who is not counted is said', () => {
    const listwise = cronbachAlpha(items);
    expect(listwise).toMatchObject({ n: 4, missing: 'listwise' });
    expect(listwise.dropped).toMatchObject([{ count: 2 }]);
    const pairwise = cronbachAlpha(items, { missing: 'pairwise' });
    expect(pairwise).toMatchObject({ n: 5, missing: 'pairwise' });
    expect(pairwise.dropped).toMatchObject([{ count: 1 }]);
    expect(pairwise.items.map(({ n }) => n)).toEqual([5, 4, 5]);
    expect(pairwise.warnings.map(({ code }) => code)).toContain('pairwise-interval');
  });

  test('without gaps they are one', () => {
    fc.assert(
      fc.property(answersOf(4), (rows) => {
        const [listwise, pairwise] = (['listwise', 'pairwise'] as const).map((missing) =>
          cronbachAlpha(itemsFrom(rows), { missing }),
        );
        close(pairwise.alpha, listwise.alpha);
        expect(pairwise.warnings).toEqual(listwise.warnings);
      }),
    );
  });
});

describe('rule 2: alpha is about how answers go together, not about their scale', () => {
  test('moving or stretching all items alike, the order of rows and of items change nothing', () => {
    fc.assert(
      fc.property(
        answersOf(4),
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 1, max: 9 }),
        (rows, shift, factor) => {
          const before = cronbachAlpha(itemsFrom(rows));
          const moved = cronbachAlpha(
            itemsFrom(rows.map((row) => row.map((value) => value * factor + shift))),
          );
          const turned = cronbachAlpha(itemsFrom(rows.toReversed()).toReversed());
          for (const after of [moved, turned]) {
            close(after.alpha, before.alpha);
            close(after.se, before.se);
            close(after.ci[0], before.ci[0]);
          }
        },
      ),
    );
  });

  test('everybody twice: the same alpha but for n − 1, which cancels; a narrower interval', () => {
    fc.assert(
      fc.property(answersOf(3), (rows) => {
        const once = cronbachAlpha(itemsFrom(rows));
        const twice = cronbachAlpha(itemsFrom([...rows, ...rows]));
        close(twice.alpha, once.alpha);
        expect(twice.ci[0]).toBeGreaterThan(once.ci[0]);
        expect(twice.ci[1]).toBeLessThan(once.ci[1]);
      }),
    );
  });

  test('the same item k times is alpha 1', () => {
    const { alpha, ci } = cronbachAlpha(itemsFrom([1, 4, 2, 5, 3].map((value) => [value, value, value])));
    close(alpha, 1);
    close(ci[0], 1);
  });
});

describe('rule 3: a reversed item x counts as low + high − x', () => {
  test('reversing an item that was turned gives back what there was', () => {
    fc.assert(
      fc.property(answersOf(4), (rows) => {
        const turned = rows.map(([first, ...rest]) => [6 - first, ...rest]);
        const before = cronbachAlpha(itemsFrom(rows));
        const after = cronbachAlpha(itemsFrom(turned), { reversed: ['i1'], range: [1, 5] });
        expect(after.items[0].reversed).toBe(true);
        expect({ ...after, items: [] }).toEqual({ ...before, items: [] });
      }),
    );
  });

  test('without the ends of the scale it is refused', () => {
    const items = itemsFrom([
      [1, 2],
      [3, 4],
      [5, 1],
    ]);
    expect(refusal(() => cronbachAlpha(items, { reversed: ['i1'] }))).toBe('range-needed');
    expect(refusal(() => cronbachAlpha(items, { reversed: ['i9'], range: [1, 5] }))).toBe('unknown-item');
  });

  test('an item that should have been is pointed out', () => {
    const items = itemsOf(oracleTable('study', 'culture_items'), /^leider_i/);
    expect(cronbachAlpha(items).warnings).toEqual([]);
    const wrong = cronbachAlpha(items, { reversed: ['leider_i3'], range: [1, 5] });
    expect(wrong.warnings.map(({ code }) => code)).toEqual(['negative-item-rest']);
    expect(wrong.warnings[0].text.en).toContain('leider_i3');
    expect(wrong.items[2].alphaIfDeleted).toBeGreaterThan(0.9);
  });
});

describe('rule 4: a code for “not seen” is no answer', () => {
  const icalt = oracleTable('study', 'icalt');
  const waves = numbersOf(icalt, 'wave');
  const domain = itemsOf(icalt, /^d5_/, (row) => waves[row] === 1);

  test('counted as a value it spoils alpha; named as missing it does not', () => {
    const counted = cronbachAlpha(domain);
    const left = cronbachAlpha(domain, { missingValues: [0] });
    expect(counted.alpha).toBeLessThan(0.1);
    expect(left.alpha).toBeGreaterThan(0.5);
    expect(left.n).toBeLessThan(counted.n);
  });

  test('with the ends of the scale given it is refused, and the way out is said', () => {
    const refused = () => cronbachAlpha(domain, { range: [1, 4] });
    expect(refusal(refused)).toBe('outside-range');
    expect(refused).toThrow(/missing values/);
    expect(cronbachAlpha(domain, { range: [1, 4], missingValues: [0] }).n).toBeGreaterThan(2);
  });
});

describe('rule 5: what cannot carry an alpha is refused, and why is said', () => {
  test.each([
    ['too-few-items', [[1], [2], [3]]],
    [
      'too-few-cases',
      [
        [1, 2],
        [2, gap],
        [3, 3],
      ],
    ],
    [
      'constant-item',
      [
        [1, 2],
        [2, 2],
        [3, 2],
      ],
    ],
    [
      'constant-total',
      [
        [1, 5],
        [2, 4],
        [3, 3],
        [5, 1],
      ],
    ],
  ])('%s', (code, rows) => {
    expect(refusal(() => cronbachAlpha(itemsFrom(rows)))).toBe(code);
  });

  test('a sum that varies by rounding only is constant', () => {
    const rows = [0.1, 0.2, 0.3, 0.6].map((value) => [value, 0.7 - value, 0.1 * value, -0.1 * value]);
    expect(refusal(() => cronbachAlpha(itemsFrom(rows)))).toBe('constant-total');
  });

  test('two items that nobody answered both', () => {
    const items = itemsFrom([
      [1, gap],
      [2, gap],
      [gap, 3],
      [gap, 4],
      [4, 4],
      [5, 3],
    ]);
    expect(refusal(() => cronbachAlpha(items, { missing: 'pairwise' }))).toBe('too-few-pairs');
  });

  test('an item that varies only among those who are left out', () => {
    expect(
      refusal(() =>
        cronbachAlpha(
          itemsFrom([
            [1, 2],
            [2, 2],
            [3, 2],
            [gap, 5],
          ]),
        ),
      ),
    ).toBe('constant-item');
  });

  test('one name twice, columns of unequal length, an infinite answer', () => {
    const values = [1, 2, 4];
    const twice = [
      { name: 'a', values },
      { name: 'a', values },
    ];
    expect(refusal(() => cronbachAlpha(twice))).toBe('duplicate-item');
    const uneven = [
      { name: 'a', values },
      { name: 'b', values: [1, 2] },
    ];
    expect(refusal(() => cronbachAlpha(uneven))).toBe('unequal-columns');
    const endless = [
      { name: 'a', values },
      { name: 'b', values: [1, 2, Number.POSITIVE_INFINITY] },
    ];
    expect(refusal(() => cronbachAlpha(endless))).toBe('outside-range');
  });

  test('an error speaks both languages', () => {
    try {
      cronbachAlpha(
        itemsFrom([
          [1, 2],
          [2, 2],
          [3, 2],
        ]),
      );
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(StatisticsError);
      if (error instanceof StatisticsError) {
        expect(error.text.nl).toContain('vraag i2');
        expect(error.text.en).toContain('item i2');
      }
    }
  });
});

describe('rule 6: what a careful reader must know is said', () => {
  const warnings = (rows: readonly (readonly number[])[]) =>
    cronbachAlpha(itemsFrom(rows)).warnings.map(({ code }) => code);

  test('two items, few people', () => {
    expect(
      warnings([
        [1, 2],
        [2, 3],
        [4, 4],
        [5, 3],
      ]),
    ).toEqual(['two-items', 'few-cases']);
  });

  test('a negative alpha', () => {
    expect(
      warnings([
        [1, 5, 2],
        [2, 4, 5],
        [4, 2, 1],
        [5, 2, 4],
      ]),
    ).toEqual(['negative-item-rest', 'negative-alpha', 'few-cases']);
  });

  test('with two items there is no alpha without one of them', () => {
    const { items } = cronbachAlpha(
      itemsFrom([
        [1, 2],
        [2, 3],
        [4, 4],
        [5, 3],
      ]),
    );
    expect(items.map(({ alphaIfDeleted }) => alphaIfDeleted)).toEqual([null, null]);
    close(items[0].itemRest ?? gap, items[1].itemRest ?? gap);
  });

  test('a result holds no figure that is not a number', () => {
    fc.assert(
      fc.property(answersOf(3), (rows) => {
        const result = cronbachAlpha(itemsFrom(rows));
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
  });
});

describe('rules 11 and 12: in plain words', () => {
  const wave = itemsOf(oracleTable('study', 'barometer'), /^e\d$/);

  test('a good scale', () => {
    const result = cronbachAlpha(wave);
    expect(explainAlpha(result, 'nl')).toMatchInlineSnapshot(
      `"Wie op één van de 4 vragen hoog antwoordt, doet dat op de andere meestal ook: alfa is 0,85 (4.779 ingevulde lijsten). Om groepen te vergelijken is dat goed (COTAN); de waarde ligt waarschijnlijk tussen 0,84 en 0,86."`,
    );
    expect(explainAlpha(result, 'en')).toMatchInlineSnapshot(
      `"Those who answer high on one of the 4 items mostly do so on the others: alpha is 0.85 (4,779 completed forms). For comparing groups that is good (COTAN); the value probably lies between 0.84 and 0.86."`,
    );
  });

  test('the word fits the figure as it is printed', () => {
    const icalt = oracleTable('study', 'icalt');
    const waves = numbersOf(icalt, 'wave');
    const domain = itemsOf(icalt, /^d5_/, (row) => waves[row] === 1);
    const result = cronbachAlpha(domain, { missingValues: [0] });
    expect(result.alpha).toBeLessThan(0.7);
    expect(explainAlpha(result, 'en')).toContain(
      'alpha is 0.70 (12 completed forms). For comparing groups that is good',
    );
    expect(explainAlpha(result, 'nl')).toContain(
      'alfa is 0,70 (12 ingevulde lijsten). Om groepen te vergelijken is dat goed',
    );
  });

  test('a scale with an item the wrong way round', () => {
    const result = cronbachAlpha(wave, { reversed: ['e2'], range: [1, 5] });
    expect(explainAlpha(result, 'nl')).toMatchInlineSnapshot(
      `"Wie op één van de 4 vragen hoog antwoordt, doet dat op de andere lang niet altijd: alfa is 0,03 (4.779 ingevulde lijsten). Om groepen te vergelijken is dat onvoldoende (COTAN); de waarde ligt waarschijnlijk tussen -0,02 en 0,07. Let op: vraag e2 gaat tegen de andere in; kijk of die omgekeerd moet worden."`,
    );
    expect(explainAlpha(result, 'en')).toMatchInlineSnapshot(
      `"Those who answer high on one of the 4 items do not always do so on the others: alpha is 0.03 (4,779 completed forms). For comparing groups that is insufficient (COTAN); the value probably lies between -0.02 and 0.07. Note: item e2 goes against the others; see whether it must be reversed."`,
    );
  });
});
