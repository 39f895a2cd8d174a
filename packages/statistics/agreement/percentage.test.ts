import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusal } from '../refusal.fixture.ts';
import { explainPercentageAgreement } from './explain.ts';
import { close, ratersOf } from './made.fixture.ts';
import { percentageAgreement } from './percentage.ts';

describe('rule 6: percentage agreement, exact or within one point', () => {
  test('of what both rated', () => {
    const result = percentageAgreement([1, 2, 3, 4, null], [1, 3, 5, 4, 2]);
    expect(result).toMatchObject({ n: 4, agreed: 2, share: 0.5, within: 0 });
    expect(result.dropped).toMatchObject([{ count: 1 }]);
    expect(percentageAgreement([1, 2, 3, 4], [1, 3, 5, 4], { within: 1 }).agreed).toBe(3);
  });

  test('words may be equal, not near', () => {
    expect(percentageAgreement(['a', 'b'], ['a', 'c']).share).toBe(0.5);
    expect(refusal(() => percentageAgreement(['a', 'b'], ['a', 'c'], { within: 1 }))).toBe('not-numeric');
  });

  test('the interval holds the share, stays within 0 and 1, and is exact at the ends', () => {
    fc.assert(
      fc.property(ratersOf(2), fc.constantFrom(0, 1), ([a, b], within) => {
        const { share, ci } = percentageAgreement(a, b, { within });
        expect(ci[0]).toBeLessThanOrEqual(share);
        expect(ci[1]).toBeGreaterThanOrEqual(share);
        expect(ci[0]).toBeGreaterThanOrEqual(0);
        expect(ci[1]).toBeLessThanOrEqual(1);
        const swapped = percentageAgreement(b, a, { within });
        close(swapped.ci[0], ci[0]);
      }),
    );
    for (let n = 2; n < 60; n++) {
      const a = Array.from({ length: n }, (_, unit) => unit);
      expect(percentageAgreement(a, a).ci[1]).toBe(1);
      expect(
        percentageAgreement(
          a,
          a.map((unit) => unit + 1),
        ).ci[0],
      ).toBe(0);
    }
  });
});

describe('rule 10: in plain words', () => {
  test('two observers', () => {
    const result = percentageAgreement([1, 2, 3, 4], [1, 3, 5, 4]);
    expect(explainPercentageAgreement(result, 'nl')).toMatchInlineSnapshot(
      `"Bij 2 van de 4 beoordelingen gaven beide beoordelaars hetzelfde: 50%. Bij andere beoordelingen zou dat waarschijnlijk tussen 15% en 85% liggen. Een deel daarvan is toeval; kappa haalt dat eraf. Let op: dit zijn maar 4 beoordelingen; een volgende keer kan de uitkomst flink anders zijn."`,
    );
    expect(explainPercentageAgreement(result, 'en')).toMatchInlineSnapshot(
      `"In 2 of the 4 ratings both raters gave the same: 50%. In other ratings it would probably lie between 15% and 85%. Part of it is chance; kappa takes that off. Note: these are only 4 ratings; another time the outcome may well differ."`,
    );
  });
});
