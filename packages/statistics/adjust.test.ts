import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bonferroni, holm } from './adjust.ts';

const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });

test('rule 11: Holm never asks more than Bonferroni, and neither makes p smaller', () => {
  fc.assert(
    fc.property(ps, (raw) => {
      const [byHolm, byBonferroni] = [holm(raw), bonferroni(raw)];
      raw.forEach((p, i) => {
        expect(byHolm[i]).toBeGreaterThanOrEqual(p);
        expect(byBonferroni[i]).toBeGreaterThanOrEqual(byHolm[i]);
        expect(byBonferroni[i]).toBeLessThanOrEqual(1);
      });
    }),
  );
});

test('rule 11: Holm keeps the order, and does not depend on it', () => {
  fc.assert(
    fc.property(ps, (raw) => {
      const sorted = [...raw].sort((a, b) => a - b);
      expect([...holm(raw)].sort((a, b) => a - b)).toEqual(holm(sorted));
    }),
  );
});

test('no comparisons, nothing to adjust', () => {
  expect([holm([]), bonferroni([])]).toEqual([[], []]);
});
