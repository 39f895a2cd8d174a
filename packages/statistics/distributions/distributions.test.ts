import betainc from '@stdlib/math-base-special-betainc';
import gammainc from '@stdlib/math-base-special-gammainc';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chiSquareQuantile,
  chiSquareTail,
  fQuantile,
  fTail,
  logGamma,
  noncentralityInterval,
  noncentralTTail,
  normalQuantile,
  normalTail,
  studentizedRangeQuantile,
  studentizedRangeTail,
  tQuantile,
  tTail,
  tTwoSided,
} from '../distributions.ts';
import { betaBelow, gammaAbove, gammaBelow } from './incomplete.ts';

const INFINITE = Number.POSITIVE_INFINITY;

/** Numbers of every size, evenly over their logarithms. */
const sizes = (low: number, high: number) =>
  fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map(Math.exp);
const dfs = sizes(0.5, 1e6);
const z = fc.double({ min: -37, max: 37, noNaN: true });

const near = (ours: number, theirs: number, relative: number): void => {
  expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(relative * Math.abs(theirs));
};

describe('one distribution seen from another (rule 1)', () => {
  test('the two tails of a symmetric one make 1', () => {
    fc.assert(
      fc.property(z, dfs, (x, df) => {
        near(normalTail(x) + normalTail(-x), 1, 1e-15);
        near(tTail(x, df) + tTail(-x, df), 1, 1e-15);
        near(tTwoSided(x, df), 2 * tTail(Math.abs(x), df), 1e-15);
      }),
    );
  });

  test('F with 1 and df is t squared; F with 1 and infinite df is z squared, as is χ² with 1', () => {
    fc.assert(
      fc.property(z, dfs, (x, df) => {
        const p = tTwoSided(x, df);
        if (p < 1e-300) return;
        near(fTail(x * x, 1, df), p, 1e-12);
        near(fTail(x * x, 1, INFINITE), 2 * normalTail(Math.abs(x)), 2e-12);
        near(chiSquareTail(x * x, 1), tTwoSided(x, INFINITE), 2e-12);
      }),
    );
  });

  test('F turned round: P(F > f) with (a, b) is P(F < 1/f) with (b, a)', () => {
    fc.assert(
      fc.property(sizes(1e-3, 1e3), dfs, dfs, (f, a, b) => {
        near(fTail(f, a, b) + fTail(1 / f, b, a), 1, 1e-13);
      }),
    );
  });

  test('infinite degrees of freedom are the limit of many', () => {
    near(tTail(2, 1e12), tTail(2, INFINITE), 1e-10);
    near(fTail(2, 3, 1e10), fTail(2, 3, INFINITE), 1e-8);
    near(fTail(2, 1e10, 7), fTail(2, INFINITE, 7), 1e-8);
    expect([fTail(0.9, INFINITE, INFINITE), fTail(1.1, INFINITE, INFINITE)]).toEqual([1, 0]);
    near(studentizedRangeTail(3, 4, 1e9), studentizedRangeTail(3, 4, INFINITE), 1e-7);
    near(noncentralTTail(2, 1e9, 1), noncentralTTail(2, INFINITE, 1), 1e-7);
  });

  test('noncentral t: without noncentrality it is t, and its two tails make 1', () => {
    const t = fc.double({ min: -30, max: 30, noNaN: true });
    fc.assert(
      fc.property(t, sizes(1, 1e5), t, (x, df, ncp) => {
        const p = tTail(Math.abs(x), df);
        if (p > 1e-290) near(noncentralTTail(Math.abs(x), df, 0), p, 1e-11);
        near(noncentralTTail(x, df, ncp) + noncentralTTail(-x, df, -ncp), 1, 1e-12);
      }),
    );
  });

  test('the studentized range of two means is √2·|t|, down to 1e-300', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 50, noNaN: true }), sizes(1, 1e6), (q, df) => {
        const p = tTwoSided(q / Math.SQRT2, df);
        if (p > 1e-300) near(studentizedRangeTail(q, 2, df), p, 1e-11);
      }),
      { numRuns: 40 },
    );
  });

  test('the studentized range for few degrees of freedom, where even 100,000 is not far out', () => {
    fc.assert(
      fc.property(sizes(1, 1e6), sizes(0.5, 10), (q, df) => {
        near(studentizedRangeTail(q, 2, df), tTwoSided(q / Math.SQRT2, df), 1e-11);
      }),
      { numRuns: 40 },
    );
    expect(studentizedRangeTail(75, 4, INFINITE)).toBe(0);
  });

  test('the studentized range far out: the sum over all pairs (Bonferroni), from below', () => {
    near(studentizedRangeTail(40, 6, INFINITE), 15 * tTwoSided(40 / Math.SQRT2, INFINITE), 1e-9);
  });
});

describe('tails fall, and quantiles undo them (rule 2)', () => {
  test('a tail never rises', () => {
    fc.assert(
      fc.property(
        sizes(1e-3, 1e3),
        fc.double({ min: 1.001, max: 2, noNaN: true }),
        dfs,
        dfs,
        (x, more, a, b) => {
          const further = x * more;
          expect(fTail(further, a, b)).toBeLessThanOrEqual(fTail(x, a, b));
          expect(chiSquareTail(further, a)).toBeLessThanOrEqual(chiSquareTail(x, a));
          expect(tTwoSided(further, a)).toBeLessThanOrEqual(tTwoSided(x, a));
          expect(normalTail(further)).toBeLessThanOrEqual(normalTail(x));
        },
      ),
    );
  });

  test('below a quantile lies the share it was asked for, also one of 1e-300', () => {
    fc.assert(
      fc.property(sizes(1e-300, 0.5), sizes(3, 1e6), sizes(3, 1e6), (p, a, b) => {
        near(normalTail(-normalQuantile(p)), p, 1e-12);
        near(tTail(-tQuantile(p, a), a), p, 1e-11);
        const f = fQuantile(p, a, b);
        near(fTail(1 / f, b, a), p, 1e-11);
        // χ² below x is F above df/x with infinitely many degrees of freedom for the numerator.
        near(fTail(a / chiSquareQuantile(p, a), INFINITE, a), p, 1e-11);
      }),
    );
  });

  test('above a quantile lies the rest', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 1 - 1e-9, noNaN: true }), dfs, dfs, (p, a, b) => {
        near(fTail(fQuantile(p, a, b), a, b), 1 - p, 1e-11);
        near(chiSquareTail(chiSquareQuantile(p, a), a), 1 - p, 1e-11);
        near(tTail(tQuantile(p, a), a), 1 - p, 1e-11);
        near(normalTail(normalQuantile(p)), 1 - p, 1e-11);
      }),
    );
  });

  test('quantiles of a symmetric distribution mirror each other, also close to the middle', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 20 }), dfs, (steps, df) => {
        const off = steps / 2 ** 21;
        expect(tQuantile(0.5 - off, df)).toBe(-tQuantile(0.5 + off, df));
        expect(normalQuantile(0.5 - off)).toBe(-normalQuantile(0.5 + off));
      }),
    );
    // φ(0) = 1/√(2π): the quantile of ½ + ε is ε√(2π).
    near(normalQuantile(0.5 + 2 ** -40), 2 ** -40 * Math.sqrt(2 * Math.PI), 1e-14);
  });

  test('next to no degrees of freedom', () => {
    near(tTwoSided(2.4, 1e-8), 0.9999998922104415, 1e-12);
    for (const df of [1e-9, 1e-12, 1e-15, 1e-20]) {
      for (const p of [tTwoSided(2.4, df), fTail(5.3, 1, df), fTail(5.3, df, 3), chiSquareTail(2, df)]) {
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
      }
    }
  });

  test('the ends', () => {
    expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([-INFINITE, 0, INFINITE]);
    expect([fQuantile(0, 2, 3), fQuantile(1, 2, 3)]).toEqual([0, INFINITE]);
    expect([studentizedRangeQuantile(0, 3, 9), studentizedRangeQuantile(1, 3, 9)]).toEqual([0, INFINITE]);
    expect([tTwoSided(INFINITE, 3), tTail(-INFINITE, 3), fTail(INFINITE, 2, 3), fTail(-1, 2, 3)]).toEqual([
      0, 1, 0, 1,
    ]);
    expect([chiSquareTail(INFINITE, 3), chiSquareTail(0, 3), studentizedRangeTail(INFINITE, 3, 9)]).toEqual([
      0, 1, 0,
    ]);
    expect(studentizedRangeTail(0, 3, 9)).toBe(1);
  });

  test('the studentized range’s quantile, for post-hoc intervals', () => {
    for (const [p, groups, df] of [
      [0.95, 3, 20],
      [0.99, 6, 4.5],
      [0.05, 10, 300],
    ]) {
      near(studentizedRangeTail(studentizedRangeQuantile(p, groups, df), groups, df), 1 - p, 1e-12);
    }
  });
});

describe('the interval of a noncentrality (rule 3)', () => {
  const ends = (t: number, df: number, level: number): void => {
    const [lower, upper] = noncentralityInterval(t, df, level);
    near(noncentralTTail(t, df, lower), (1 - level) / 2, 1e-9);
    near(noncentralTTail(-t, df, -upper), (1 - level) / 2, 1e-9);
    expect(lower).toBeLessThan(upper);
  };

  test('at its ends t is as rare as the level says', () => {
    fc.assert(
      fc.property(fc.double({ min: -60, max: 60, noNaN: true }), sizes(2, 1e5), sizes(0.5, 0.999), ends),
      { numRuns: 40 },
    );
  });

  test('also beyond 37.62, where R warns, and for large samples', () => {
    ends(45, 97, 0.95);
    ends(200, 5, 0.95);
    ends(300, 99_911, 0.95);
    ends(1e6, 5, 0.95);
    ends(-1e9, 97, 0.95);
  });

  test('turning t round turns the interval round', () => {
    const [low, high] = noncentralityInterval(2.4, 17, 0.9);
    const [turnedLow, turnedHigh] = noncentralityInterval(-2.4, 17, 0.9);
    near(turnedLow, -high, 1e-12);
    near(turnedHigh, -low, 1e-12);
  });
});

describe('what has no answer is refused (rule 4)', () => {
  test('degrees of freedom above zero, numbers, shares, whole groups', () => {
    expect(() => tTail(1, 0)).toThrow(new RangeError('df must be above 0 and is 0'));
    expect(() => tTwoSided(Number.NaN, 5)).toThrow(new RangeError('t must be a number and is NaN'));
    expect(() => fTail(1, 2, Number.NaN)).toThrow(new RangeError('df2 must be above 0 and is NaN'));
    expect(() => chiSquareTail(1, -1)).toThrow(RangeError);
    expect(() => normalTail(Number.NaN)).toThrow(RangeError);
    expect(() => normalQuantile(1.1)).toThrow(new RangeError('p must be from 0 to 1 and is 1.1'));
    expect(() => tQuantile(Number.NaN, 3)).toThrow(RangeError);
    expect(() => studentizedRangeTail(3, 1, 10)).toThrow(
      new RangeError('groups must be a whole number from 2 and is 1'),
    );
    expect(() => noncentralityInterval(1, 10, 1)).toThrow(
      new RangeError('level must be between 0 and 1 and is 1'),
    );
    expect(() => logGamma(0)).toThrow(new RangeError('x must be above 0 and is 0'));
  });
});

test('the incomplete functions are those of stdlib, where stdlib’s have their digits', () => {
  const shape = sizes(0.25, 50);
  fc.assert(
    fc.property(shape, shape, sizes(0.01, 100), (a, b, x) => {
      const below = betainc(x / (x + 1), a, b, true, false);
      if (below > 1e-290) near(betaBelow(a, b, x, 1), below, 1e-10);
      const above = gammainc(x, a, true, true);
      if (above > 1e-290) near(gammaAbove(a, x), above, 1e-11);
      near(gammaBelow(a, x), gammainc(x, a, true, false), 1e-11);
    }),
  );
});

test('log Γ', () => {
  near(logGamma(5), Math.log(24), 1e-15);
  near(logGamma(0.5), Math.log(Math.PI) / 2, 1e-15);
});
