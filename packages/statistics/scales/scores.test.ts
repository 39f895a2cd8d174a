import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusal } from '../refusal.fixture.ts';
import { categoryColumn } from '../table.ts';
import { explainGroupScores, explainScaleScores } from './explain.ts';
import { close, itemsFrom } from './made.fixture.ts';
import { groupScores, scaleScores } from './scores.ts';

const gap = Number.NaN;

describe('rule 9: a score is the mean of the answered items, when enough were answered', () => {
  const items = itemsFrom([
    [1, 2, 3, 4],
    [5, 5, gap, 2],
    [5, gap, gap, 2],
    [gap, gap, gap, gap],
  ]);

  test('a minimum as a number of items, or as a share', () => {
    const three = scaleScores(items, { minimum: { items: 3 } });
    expect(three.scores).toEqual([2.5, 4, null, null]);
    expect(three).toMatchObject({ n: 2, k: 4, minimum: 3, mean: 3.25, min: 2.5, max: 4 });
    expect(three.dropped).toMatchObject([{ count: 2 }]);
    expect(scaleScores(items, { minimum: { share: 0.75 } })).toEqual(three);
    expect(scaleScores(items, { minimum: { share: 0.5 } }).scores).toEqual([2.5, 4, 3.5, null]);
  });

  test.each([
    [0.6, 5, 3],
    [0.28, 25, 7],
    [0.5, 3, 2],
  ])('a share of %s of %s items is %s', (share, k, minimum) => {
    const row = Array.from({ length: k }, (_, place) => place);
    expect(scaleScores(itemsFrom([row]), { minimum: { share } }).minimum).toBe(minimum);
  });

  test('reversed items are turned, codes for missing taken out', () => {
    const options = { minimum: { items: 1 }, reversed: ['i1'], range: [1, 5], missingValues: [9] } as const;
    expect(
      scaleScores(
        itemsFrom([
          [5, 1],
          [9, 3],
        ]),
        options,
      ).scores,
    ).toEqual([1, 3]);
  });

  test.each([0, 5, 1.5])('a minimum of %s of four is refused', (minimum) => {
    expect(refusal(() => scaleScores(items, { minimum: { items: minimum } }))).toBe('bad-minimum');
  });

  test('nobody with a score is refused', () => {
    expect(
      refusal(() =>
        scaleScores(
          itemsFrom([
            [1, gap],
            [gap, 2],
          ]),
          { minimum: { items: 2 } },
        ),
      ),
    ).toBe('no-scores');
  });

  test('moving all answers moves the score as much', () => {
    const rows = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
    });
    fc.assert(
      fc.property(rows, (answers) => {
        const before = scaleScores(itemsFrom(answers), { minimum: { items: 2 } });
        const after = scaleScores(itemsFrom(answers.map((row) => row.map((value) => value + 2))), {
          minimum: { items: 2 },
        });
        close(after.mean, before.mean + 2);
        close(after.sd ?? gap, before.sd ?? gap);
      }),
    );
  });
});

describe('rule 10: in a group’s score everybody counts once, and a small group has none', () => {
  const groups = categoryColumn(['a', 'a', 'a', 'a', 'b', 'b', 'b', null]);
  const people = categoryColumn(['1', '1', '1', '2', '3', '4', '5', '6']);

  test('who answered three times does not weigh three times', () => {
    const result = groupScores([1, 1, 1, 3, 2, 3, 4, 5], groups, people, { minimum: 2 });
    expect(result.groups).toMatchObject([
      { group: 'a', n: 2, mean: 2 },
      { group: 'b', n: 3, mean: 3, sd: 1 },
    ]);
    expect(result).toMatchObject({ n: 2, mean: 2.5, min: 2, max: 3 });
  });

  test('three people is the least, unless said otherwise', () => {
    const result = groupScores([1, 1, 1, 3, 2, 3, 4, 5], groups, people);
    expect(result.groups).toMatchObject([
      { group: 'a', n: 2, mean: null, sd: null },
      { group: 'b', n: 3, mean: 3 },
    ]);
    expect(result).toMatchObject({ n: 1, sd: null, minimum: 3 });
    expect(result.dropped).toMatchObject([{ count: 1 }]);
  });

  test('a missing score does not count, and somebody with only those neither', () => {
    const result = groupScores([1, null, gap, 3, null, 3, 4, 5], groups, people, { minimum: 2 });
    expect(result.groups.map(({ n }) => n)).toEqual([2, 2]);
  });

  test('a score of nobody knows whom does not count', () => {
    const some = categoryColumn(['1', '2', null, null]);
    const result = groupScores([1, 3, 9, 9], categoryColumn(['a', 'a', 'a', null]), some, { minimum: 1 });
    expect(result.groups).toMatchObject([{ group: 'a', n: 2, mean: 2 }]);
  });

  test('the same person’s number in two groups is two people', () => {
    const result = groupScores([1, 3], categoryColumn(['a', 'b']), categoryColumn(['1', '1']), {
      minimum: 1,
    });
    expect(result.groups.map(({ mean }) => mean)).toEqual([1, 3]);
  });

  test('without people every row is somebody; every row twice changes no mean', () => {
    const scores = [1, 2, 4, 3, 2, 2, 5, 1];
    const once = groupScores(scores, groups);
    const labels = ['a', 'a', 'a', 'a', 'b', 'b', 'b', null];
    const twice = groupScores([...scores, ...scores], categoryColumn([...labels, ...labels]));
    expect(twice.groups.map(({ mean }) => mean)).toEqual(once.groups.map(({ mean }) => mean));
    expect(once.groups.map(({ n }) => n)).toEqual([4, 3]);
  });

  test('refused: no group with enough, columns of unequal length', () => {
    expect(refusal(() => groupScores([1], categoryColumn(['a'])))).toBe('no-scores');
    expect(refusal(() => groupScores([1, 2], categoryColumn(['a'])))).toBe('unequal-columns');
  });
});

describe('rules 11 and 12: in plain words', () => {
  const items = itemsFrom([
    [1, 2],
    [4, 5],
    [3, 3],
    [2, gap],
  ]);
  const scores = scaleScores(items, { minimum: { items: 2 } });

  test('scores of people', () => {
    expect(explainScaleScores(scores, 'nl')).toMatchInlineSnapshot(
      `"3 mensen hebben een score: gemiddeld 3,00, van 1,50 tot 4,50. Daarvoor zijn minstens 2 antwoorden op de 2 vragen nodig; 1 persoon heeft er te weinig."`,
    );
    expect(explainScaleScores(scores, 'en')).toMatchInlineSnapshot(
      `"3 people have a score: 3.00 on average, from 1.50 to 4.50. It takes at least 2 answers to the 2 items; 1 person has too few."`,
    );
  });

  test('scores of groups', () => {
    const groups = groupScores([1, 2, 4, 5, 3, 2, 4], categoryColumn(['a', 'a', 'a', 'b', 'b', 'b', 'c']));
    expect(explainGroupScores(groups, 'nl')).toMatchInlineSnapshot(
      `"2 groepen hebben een score: gemiddeld 2,83, van 2,33 tot 3,33; elke groep telt even zwaar. Een groep heeft een score vanaf 3 mensen; zonder score: 1."`,
    );
    expect(explainGroupScores(groups, 'en')).toMatchInlineSnapshot(
      `"2 groups have a score: 2.83 on average, from 2.33 to 3.33; every group counts once. A group has a score from 3 people on; without a score: 1."`,
    );
  });
});
