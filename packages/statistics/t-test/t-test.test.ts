import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oracleTable } from '../oracle/sets.fixture.ts';
import { refusal } from '../refusal.fixture.ts';
import { numbersOf } from '../table.ts';
import {
  type EffectName,
  explainTTest,
  independentT,
  oneSampleT,
  pairedT,
  type TTestResult,
  welchT,
} from './index.ts';

const first = [3.1, 2.8, 3.6, 3.0, 2.9, 3.4, 3.3, 2.7, 3.5, 3.1, 3.0];
const second = [3.4, 3.1, 3.5, 3.6, 3.0, 3.9, 3.5, 3.2, 3.6, 3.3, 3.1];

const effect = (result: TTestResult, name: EffectName) => result.effects.find((size) => size.name === name);
/** Every run makes several noncentral intervals. */
const RUNS = { numRuns: 25 };

const estimate = (result: TTestResult, name: EffectName) => effect(result, name)?.estimate ?? Number.NaN;
const warned = (result: TTestResult) => result.warnings.map(({ code }) => code);

const scores = fc.array(fc.double({ min: 1, max: 5, noNaN: true }), { minLength: 6, maxLength: 30 });
/** Two columns of one length, with some spread in each and in their difference. */
const pairs = fc
  .array(fc.tuple(fc.integer({ min: 10, max: 50 }), fc.integer({ min: 10, max: 50 })), {
    minLength: 6,
    maxLength: 30,
  })
  .map((rows) => [rows.map(([a]) => a / 10), rows.map(([, b]) => b / 10)] as const)
  .filter(([a, b]) =>
    [a, b, a.map((x, i) => Math.round(10 * (b[i] - x)))].every((xs) => new Set(xs).size > 1),
  );

describe('direction (rule 1)', () => {
  test('the difference, t and every effect size are second minus first', () => {
    for (const result of [pairedT(first, second), independentT(first, second), welchT(first, second)]) {
      expect(result.difference).toBeGreaterThan(0);
      expect(result.t).toBeGreaterThan(0);
      for (const { estimate } of result.effects) expect(estimate).toBeGreaterThan(0);
    }
    expect(oneSampleT(first, { mean: 4 }).t).toBeLessThan(0);
  });

  test('changing first and second round changes the signs and nothing else', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        for (const t of [pairedT, independentT, welchT]) {
          const [one, other] = [t(a, b), t(b, a)];
          expect(other.t).toBeCloseTo(-one.t, 10);
          expect(other.p).toBeCloseTo(one.p, 12);
          expect(other.ci[0]).toBeCloseTo(-one.ci[1], 10);
          expect(estimate(other, 'd_av')).toBeCloseTo(-estimate(one, 'd_av'), 10);
        }
      }),
      RUNS,
    );
  });
});

describe('missing scores (rule 2)', () => {
  test('a pair needs both scores, a group takes what is there; what is left out is counted', () => {
    const gaps = [...first, null, 3];
    const more = [...second, 3, Number.NaN];
    const paired = pairedT(gaps, more);
    expect(paired.n).toBe(11);
    expect(paired.dropped).toEqual([
      { count: 2, why: { nl: 'een van de twee scores ontbreekt', en: 'one of the two scores is missing' } },
    ]);
    expect(warned(paired)).toContain('missing-pairs');
    expect(paired.p).toBe(pairedT(first, second).p);
    const groups = welchT(gaps, more);
    expect([groups.n, groups.dropped[0].count]).toEqual([24, 2]);
    expect(oneSampleT([1, undefined, 2, 4]).dropped[0].count).toBe(1);
    expect(pairedT(first, second).dropped).toEqual([]);
  });
});

describe('what data can be changed without changing the outcome (rule 3)', () => {
  test('the order of the cases', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const turn = (values: readonly number[]) => [...values.slice(2), ...values.slice(0, 2)];
        expect(pairedT(turn(a), turn(b)).t).toBeCloseTo(pairedT(a, b).t, 9);
        expect(welchT(turn(a), b).t).toBeCloseTo(welchT(a, b).t, 9);
      }),
      RUNS,
    );
  });

  test('another zero point and another unit: t, p and effect sizes stay', () => {
    fc.assert(
      fc.property(
        pairs,
        fc.integer({ min: -100, max: 100 }),
        fc.constantFrom(0.25, 2, 8),
        ([a, b], shift, unit) => {
          const change = (values: readonly number[]) => values.map((value) => (value + shift) * unit);
          for (const t of [pairedT, independentT, welchT]) {
            const [one, other] = [t(a, b), t(change(a), change(b))];
            expect(other.t).toBeCloseTo(one.t, 8);
            expect(other.difference).toBeCloseTo(one.difference * unit, 8);
            for (const { name, estimate: size } of one.effects)
              expect(estimate(other, name)).toBeCloseTo(size, 8);
          }
        },
      ),
      RUNS,
    );
  });
});

describe('one test seen from another (rule 4)', () => {
  test('a paired test is a one-sample test of the differences', () => {
    const differences = second.map((score, place) => score - first[place]);
    const [paired, one] = [pairedT(first, second), oneSampleT(differences)];
    expect(one.t).toBeCloseTo(paired.t, 12);
    expect(estimate(one, 'd')).toBeCloseTo(estimate(paired, 'd_z'), 12);
    expect(effect(one, 'g')?.ci?.[0]).toBeCloseTo(effect(paired, 'g_z')?.ci?.[0] ?? Number.NaN, 9);
  });

  test('groups of one size have one t by Student and Welch, and one d and d_av', () => {
    const [student, welch] = [independentT(first, second), welchT(first, second)];
    expect(welch.t).toBeCloseTo(student.t, 12);
    expect(welch.df).toBeLessThanOrEqual(student.df);
    expect(estimate(student, 'd_av')).toBeCloseTo(estimate(student, 'd'), 12);
  });

  test('Welch gives the d and g of Student, without the intervals and the r that suppose one spread', () => {
    const groups = [first, second.slice(0, 5)] as const;
    const [student, welch] = [independentT(...groups), welchT(...groups)];
    for (const name of ['d', 'g', 'g_approximate'] as const) {
      expect(estimate(welch, name)).toBe(estimate(student, name));
      expect(effect(welch, name)?.ci).toBeNull();
    }
    expect(effect(welch, 'd_av')?.ci).not.toBeNull();
    expect(effect(welch, 'r')).toBeUndefined();
  });

  test('the interval holds 0 just when p is not below 1 − level, and so does that of d', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        for (const [result, name] of [
          [pairedT(a, b), 'd_z'],
          [independentT(a, b), 'd'],
        ] as const) {
          fc.pre(Math.abs(result.p - 0.05) > 1e-6);
          const clear = ([low, high]: readonly [number, number]) => low > 0 || high < 0;
          expect(clear(result.ci)).toBe(result.p < 0.05);
          expect(clear(effect(result, name)?.ci ?? [0, 0])).toBe(result.p < 0.05);
        }
      }),
      RUNS,
    );
  });

  test('the level widens the interval and is named', () => {
    const [narrow, wide] = [pairedT(first, second, { level: 0.8 }), pairedT(first, second, { level: 0.99 })];
    expect(narrow.level).toBe(0.8);
    expect(wide.ci[0]).toBeLessThan(narrow.ci[0]);
    expect(effect(wide, 'd_z')?.ci?.[1]).toBeGreaterThan(effect(narrow, 'd_z')?.ci?.[1] ?? Infinity);
  });
});

describe('effect sizes (rule 5)', () => {
  test('the word is Cohen’s, taken from d, or d_av where the spreads may differ', () => {
    const result = pairedT(first, second);
    expect(result.size).toMatchObject({
      of: 'd_av',
      word: { en: 'large' },
      convention: expect.stringContaining('Cohen 1988'),
    });
    expect(welchT(first, second).size?.of).toBe('d_av');
    expect(independentT(first, second).size?.of).toBe('d');
  });

  test('the study’s own: large for the improvement culture, medium for research and data', () => {
    const culture = oracleTable('study', 'culture');
    const size = (scale: string) =>
      pairedT(numbersOf(culture, `${scale}_1`), numbersOf(culture, `${scale}_2`)).size?.word.nl;
    expect(['verbeter', 'onderzoek', 'collega'].map(size)).toEqual(['groot', 'middelgroot', 'klein']);
  });

  test('every one says what it is divided by, in both languages', () => {
    for (const { definition } of [...pairedT(first, second).effects, ...welchT(first, second).effects]) {
      expect(definition.nl.length).toBeGreaterThan(10);
      expect(definition.en).not.toBe(definition.nl);
    }
  });

  test('one that does not exist is absent: Hedges’ correction of one degree of freedom, Glass without spread', () => {
    expect(effect(pairedT([1, 2], [2, 5]), 'g_z')).toBeUndefined();
    expect(effect(pairedT([1, 1, 1], [2, 3, 5]), 'glass_delta')).toBeUndefined();
    expect(pairedT([1, 1, 1], [2, 3, 5]).correlation).toBeNull();
    expect(effect(welchT([1, 1, 1], [2, 3, 5]), 'glass_delta')).toBeUndefined();
  });

  test('nothing in a result is NaN or infinite', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        for (const result of [pairedT(a, b), independentT(a, b), welchT(a, b), oneSampleT(a)]) {
          const numbers = JSON.stringify(result, (_, value) =>
            typeof value === 'number' && !Number.isFinite(value) ? 'not finite' : value,
          );
          expect(numbers).not.toContain('not finite');
        }
      }),
      RUNS,
    );
  });
});

describe('what a careful reader must know (rule 6)', () => {
  test('few cases, skewed scores, spreads that differ', () => {
    expect(warned(pairedT(first.slice(0, 9), second.slice(0, 9)))).toContain('few-cases');
    expect(warned(welchT(first, second.slice(0, 9)))).toContain('small-groups');
    expect(warned(pairedT(first, second))).not.toContain('few-cases');
    expect(warned(oneSampleT([1, 1, 1, 1, 1, 2, 1, 1, 1, 2, 1, 30]))).toContain('skewed');
    const wide = second.map((score) => 10 * score);
    expect(warned(independentT(first, wide))).toContain('unequal-variances');
    expect(warned(welchT(first, wide))).not.toContain('unequal-variances');
    expect(warned(independentT(first, second))).not.toContain('unequal-variances');
  });
});

describe('refusals (rule 7)', () => {
  test('too few, no spread, unequal lengths, an infinite value, a level that is none', () => {
    expect(refusal(() => oneSampleT([3]))).toBe('too-few-cases');
    expect(refusal(() => pairedT([1, null, 3], [null, 2, 3]))).toBe('too-few-cases');
    expect(refusal(() => independentT([1, 2, 3], []))).toBe('too-few-cases');
    expect(refusal(() => welchT([1], [1, 2, 3]))).toBe('too-few-cases');
    expect(refusal(() => oneSampleT([3, 3, 3]))).toBe('no-spread');
    expect(refusal(() => welchT([3, 3, 3], [4, 4, 4]))).toBe('no-spread');
    expect(refusal(() => pairedT([1, 2, 3], [1, 2]))).toBe('unequal-columns');
    expect(refusal(() => welchT([1, 2, Infinity], [1, 2]))).toBe('not-finite');
    expect(refusal(() => pairedT([1, 2, Infinity], [1, 3, -Infinity]))).toBe('not-finite');
    expect(refusal(() => welchT([1, 2], [1, 2], { level: 95 }))).toBe('bad-level');
  });

  test('everyone 0.1 higher is no spread, although the rounding of 0.1 differs from row to row', () => {
    const scores = [0.3, 0.7, 1.3, 2.9];
    const higher = scores.map((score) => score + 0.1);
    expect(new Set(higher.map((score, place) => score - scores[place])).size).toBeGreaterThan(1);
    expect(refusal(() => pairedT(scores, higher))).toBe('no-spread');
  });
});

describe('in plain language (rule 8)', () => {
  test('which way, how large, how sure', () => {
    expect(explainTTest(pairedT(first, second), 'nl')).toBe(
      'Gemiddeld ging de score van 3,13 naar 3,38 (11 paren): 0,25 punt omhoog, een groot verschil (d = 0,91). De echte verandering ligt waarschijnlijk tussen 0,11 en 0,40 (95%-interval). Zonder echte verandering komt een minstens zo sterke uitkomst in ongeveer 3 op de 1.000 onderzoeken voor: zij past niet goed bij toeval alleen, maar toeval is niet uitgesloten (p = 0,003).',
    );
    expect(explainTTest(pairedT(second, first), 'en')).toContain(
      'On average the score went from 3.38 to 3.13 (11 pairs): 0.25 points down, a large difference (d = 0.91). The real change probably lies between 0.11 and 0.40 (95% interval).',
    );
    const names = ['po', 'vo'] as const;
    expect(explainTTest(welchT(first, second, { names }), 'nl')).toContain(
      'In groep po is het gemiddelde 3,13 (n = 11) en in groep vo 3,38 (n = 11): 0,25 hoger, een groot verschil (d = ',
    );
    expect(explainTTest(independentT(second, first, { names }), 'en')).toContain('0.25 lower');
    expect(explainTTest(oneSampleT(first, { mean: 3 }), 'en')).toContain(
      'The mean of 11 scores is 3.13: 0.13 higher than the 3.00 it was compared with, a ',
    );
  });

  test('no difference is called one; an interval over zero says so; few cases are a warning', () => {
    expect(explainTTest(pairedT([1, 2, 3, 4], [2, 1, 4, 3]), 'nl')).toContain('bleef de score gelijk: 2,50');
    const text = explainTTest(oneSampleT([3, 4, 5, 2, 4, 3], { mean: 3 }), 'nl');
    expect(text).toContain('tussen 0,60 lager en 1,60 hoger, en kan dus ook nul zijn');
    expect(text).toContain('Let op: dit zijn maar 6 gevallen');
    expect(explainTTest(welchT([1, 2, 3], [3, 2, 1]), 'en')).toContain(': the same.');
    expect(explainTTest(oneSampleT([2, 3, 4], { mean: 3 }), 'en')).toContain('equal to the 3.00');
  });

  test('small figures get the decimals that they need; nothing is proved', () => {
    const tiny = (values: readonly number[]) => values.map((value) => value / 1000);
    expect(explainTTest(pairedT(tiny(first), tiny(second)), 'en')).toContain('0.00025');
    fc.assert(
      fc.property(scores, (values) => {
        fc.pre(new Set(values).size > 1);
        for (const language of ['nl', 'en'] as const) {
          expect(explainTTest(oneSampleT(values), language)).not.toMatch(/bewij|prove|NaN|undefined|null/);
        }
      }),
      RUNS,
    );
  });
});
