import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oracleTable } from '../oracle/sets.fixture.ts';
import { refusal } from '../refusal.fixture.ts';
import { cronbachAlpha } from './alpha.ts';
import { explainOmega } from './explain.ts';
import { answersOf, close, itemsFrom } from './made.fixture.ts';
import { mcdonaldOmega } from './omega.ts';
import { itemsOf } from './scales.comparisons.fixture.ts';

const study = itemsOf(oracleTable('study', 'culture_items'), /^leider_i/);

describe('rule 7: omega total of a one-factor model by maximum likelihood', () => {
  test('with three items the factor reproduces every correlation, and nothing is left to test', () => {
    const { fit, items } = mcdonaldOmega(study.slice(0, 3));
    expect(fit).toMatchObject({ df: 0, p: null, rmsea: null });
    expect(fit.chiSquare).toBeCloseTo(0, 9);
    for (const { loading, uniqueness } of items) close(loading ** 2 + uniqueness, 1);
  });

  test('is alpha when all items measure the factor equally, and never below it when one factor fits', () => {
    const signs = [-1, 1];
    // Every combination of a person's place and four errors once: equal loadings, exactly.
    const rows = signs.flatMap((f) =>
      signs.flatMap((a) =>
        signs.flatMap((b) =>
          signs.flatMap((c) => signs.map((d) => [a, b, c, d].map((error) => f + 0.8 * error))),
        ),
      ),
    );
    const equal = itemsFrom(rows);
    const omega = mcdonaldOmega(equal);
    close(omega.omega, cronbachAlpha(equal).alpha);
    expect(omega.omega).toBeCloseTo(16 / (16 + 4 * 0.64), 9);
    expect(mcdonaldOmega(study).omega).toBeGreaterThanOrEqual(cronbachAlpha(study).alpha);
  });

  test('moving all items, stretching them alike, and order change nothing', () => {
    fc.assert(
      fc.property(answersOf(4), fc.integer({ min: 1, max: 9 }), (rows, factor) => {
        const before = omegaOrCode(rows);
        const moved = omegaOrCode(rows.map((row) => row.map((value) => 7 - factor * value)));
        const turned = omegaOrCode(rows.toReversed().map((row) => row.toReversed()));
        for (const after of [moved, turned]) {
          if (typeof before === 'number' && typeof after === 'number') {
            expect(Math.abs(after - before)).toBeLessThan(1e-7);
          } else expect(after).toBe(before);
        }
      }),
    );
  });

  test('an item the wrong way round has a negative loading, and that is said', () => {
    const wrong = mcdonaldOmega(study, { reversed: ['leider_i3'], range: [1, 5] });
    expect(wrong.items[2].loading).toBeLessThan(0);
    expect(wrong.warnings.map(({ code }) => code)).toEqual(['negative-loading']);
  });
});

function omegaOrCode(rows: readonly (readonly number[])[]): number | string | undefined {
  let omega: number | undefined;
  const code = refusal(() => {
    omega = mcdonaldOmega(itemsFrom(rows)).omega;
  });
  return code ?? omega;
}

describe('rule 8: an improper solution is said, and has no interval', () => {
  // The first item is the sum of the two others, which have nothing in common, and a little more.
  const rows = Array.from({ length: 40 }, (_, i) => {
    const [f, h, rest] = [i % 4, Math.floor(i / 4) % 5, (i * 7) % 11];
    return [f + h + rest / 20, f + ((i * 3) % 5) / 10, h + ((i * 5) % 7) / 10, f + h + rest / 2];
  });

  test('a uniqueness stops at its lowest', () => {
    const result = mcdonaldOmega(itemsFrom(rows));
    expect(result.warnings.map(({ code }) => code)).toContain('boundary');
    expect(result.items[0].uniqueness).toBeCloseTo(0.005, 12);
    expect(result).toMatchObject({ se: null, ci: null });
  });
});

describe('rule 5: what cannot carry a factor is refused', () => {
  test.each([
    [
      'too-few-items',
      [
        [1, 2],
        [2, 3],
        [4, 4],
      ],
    ],
    [
      'too-few-cases',
      [
        [1, 2, 4],
        [2, 3, 1],
        [4, 4, 2],
      ],
    ],
    [
      'singular-items',
      [
        [1, 2, 3],
        [2, 3, 5],
        [4, 4, 8],
        [5, 1, 6],
        [2, 2, 4],
      ],
    ],
  ])('%s', (code, given) => {
    expect(refusal(() => mcdonaldOmega(itemsFrom(given)))).toBe(code);
  });

  test('no-common-factor: items that have nothing to do with each other', () => {
    const signs = [-1, 1];
    const rows = signs.flatMap((a) => signs.flatMap((b) => signs.map((c) => [a, b, c])));
    expect(refusal(() => mcdonaldOmega(itemsFrom(rows)))).toBe('no-common-factor');
  });
});

describe('rules 11 and 12: in plain words', () => {
  test('a good scale', () => {
    const result = mcdonaldOmega(study);
    expect(explainOmega(result, 'nl')).toMatchInlineSnapshot(
      `"Van de verschillen tussen mensen in de som van de 8 vragen komt 92% door wat de vragen gemeen hebben: omega is 0,92 (1.442 ingevulde lijsten). Om groepen te vergelijken is dat goed (COTAN); de waarde ligt waarschijnlijk tussen 0,91 en 0,93."`,
    );
    expect(explainOmega(result, 'en')).toMatchInlineSnapshot(
      `"Of the differences between people in the sum of the 8 items, 92% comes from what the items share: omega is 0.92 (1,442 completed forms). For comparing groups that is good (COTAN); the value probably lies between 0.91 and 0.93."`,
    );
  });
});
