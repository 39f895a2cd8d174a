import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusal } from '../refusal.fixture.ts';
import { categoryColumn, numberColumn, type Table, table } from '../table.ts';
import {
  explainRegression,
  explainStepwise,
  linearRegression,
  type RegressionResult,
  regressionCases,
  stepwiseRegression,
} from './index.ts';

const gap = Number.NaN;

/** Numbers between 0 and 1 that look drawn, the same every time. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}

function sample(n = 40, seed = 7): { y: number[]; a: number[]; b: number[]; g: string[] } {
  const next = draws(seed);
  const a = Array.from({ length: n }, () => next() * 4);
  const b = Array.from({ length: n }, () => next() * 2 - 1);
  const g = Array.from({ length: n }, (_, i) => ['po', 'vo', 'mbo'][i % 3]);
  const y = a.map((one, i) => 2 + one - 0.5 * b[i] + (g[i] === 'vo' ? 1 : 0) + next() - 0.5);
  return { y, a, b, g };
}

const tableOf = ({ y, a, b, g }: ReturnType<typeof sample>): Table =>
  table({ y: numberColumn(y), a: numberColumn(a), b: numberColumn(b), g: categoryColumn(g) });

const data = tableOf(sample());
const codes = (result: { warnings: readonly { code: string }[] }) => result.warnings.map(({ code }) => code);
const coefficient = ({ coefficients }: RegressionResult, name: string) => {
  const found = coefficients.find(({ term }) => term === name);
  if (!found) throw new Error(`no coefficient ${name}`);
  return found;
};

describe('rule 1: least squares with an intercept', () => {
  test('by formula, or by outcome and predictors', () => {
    const byFormula = linearRegression(data, { formula: 'y ~ a + g' });
    expect(linearRegression(data, { outcome: 'y', predictors: ['a', 'g'] })).toEqual(byFormula);
    expect(byFormula.coefficients.map(({ term }) => term)).toEqual(['(Intercept)', 'a', 'gpo', 'gvo']);
  });

  test('names that are no words are quoted', () => {
    const odd = table({ 'mijn score': numberColumn([1, 2, 4, 3]), 'x 1': numberColumn([1, 2, 3, 4]) });
    expect(
      linearRegression(odd, { outcome: 'mijn score', predictors: ['x 1'] }).coefficients[1].estimate,
    ).toBeCloseTo(0.8, 12);
  });

  test('rows without all values are dropped and counted', () => {
    const { y, a, b, g } = sample();
    const found = linearRegression(
      tableOf({ y: [...y, 3, gap], a: [...a, gap, 1], b: [...b, 0, 0], g: [...g, 'po', 'po'] }),
      {
        formula: 'y ~ a + b + g',
      },
    );
    expect(found).toMatchObject({ n: 40, dropped: [{ count: 2 }] });
    expect(found.coefficients).toEqual(linearRegression(data, { formula: 'y ~ a + b + g' }).coefficients);
  });

  test('an effect that is nearly nothing keeps its digits', () => {
    const x = [-1, 1, -1, 1];
    const tiny = linearRegression(
      table({ y: numberColumn([1, 1, -1, -1].map((one, i) => one + 1e-9 * x[i])), x: numberColumn(x) }),
      {
        formula: 'y ~ x',
      },
    );
    expect(tiny.r2 / 1e-18).toBeCloseTo(1, 5);
  });
});

describe('rule 2: standardised b, VIF and terms', () => {
  test('the intercept has none; a category of more levels has its VIF as a term', () => {
    const found = linearRegression(data, { formula: 'y ~ a + g' });
    expect(coefficient(found, '(Intercept)')).toMatchObject({
      standardised: null,
      vif: null,
      tolerance: null,
    });
    expect(coefficient(found, 'gvo').vif).toBeNull();
    const [a, g] = found.terms;
    expect(a.gvif).toBe(coefficient(found, 'a').vif);
    expect(g).toMatchObject({ term: 'g', df1: 2, df2: 36 });
    expect(g.gvifScaled).toBeCloseTo(g.gvif ** 0.25, 12);
  });

  test('for one coefficient F is t²', () => {
    const found = linearRegression(data, { formula: 'y ~ a + b + g' });
    expect(found.terms[1].F).toBeCloseTo(coefficient(found, 'b').t ** 2, 8);
    expect(found.terms[1].p).toBeCloseTo(coefficient(found, 'b').p, 12);
  });

  test('unrelated predictors inflate nothing', () => {
    const found = linearRegression(
      table({
        y: numberColumn([1, 3, 2, 5]),
        x: numberColumn([-1, -1, 1, 1]),
        z: numberColumn([-1, 1, -1, 1]),
      }),
      { formula: 'y ~ x + z' },
    );
    for (const { vif, tolerance } of found.coefficients.slice(1)) {
      expect(vif).toBeCloseTo(1, 12);
      expect(tolerance).toBeCloseTo(1, 12);
    }
    expect(found.diagnostics.conditionNumber).toBeCloseTo(1, 7);
  });
});

describe('rule 3: diagnostics', () => {
  test('at most ten influential cases, the largest first, by the row of the data', () => {
    const { y, a, b, g } = sample(400);
    const off = y.map((one, i) => (i % 20 === 0 ? one + 30 : one));
    const { influential } = linearRegression(tableOf({ y: off, a, b, g }), {
      formula: 'y ~ a + b',
    }).diagnostics;
    expect(influential.count).toBeGreaterThan(10);
    expect(influential.cases.length).toBe(10);
    const sizes = influential.cases.map(({ cook }) => cook ?? 0);
    expect(sizes).toEqual([...sizes].sort((p, q) => q - p));
    for (const { row } of influential.cases) expect(row % 20).toBe(1);
  });

  test('rows are those of the data, gaps included', () => {
    const { y, a, b, g } = sample();
    const cases = regressionCases(tableOf({ y: [gap, ...y], a: [0, ...a], b: [0, ...b], g: ['po', ...g] }), {
      formula: 'y ~ a',
    });
    expect(cases[0].row).toBe(2);
  });

  test('a case that no other resembles has leverage 1, and no standardised residual', () => {
    const { y, a, b, g } = sample();
    const cases = regressionCases(tableOf({ y, a, b, g: g.map((one, i) => (i === 5 ? 'so' : one)) }), {
      formula: 'y ~ a + g',
    });
    expect(cases[5].leverage).toBeCloseTo(1, 12);
    expect(cases[5]).toMatchObject({ standardised: null, studentised: null, cook: null });
  });

  test('leverages add up to the number of coefficients', () => {
    const cases = regressionCases(data, { formula: 'y ~ a*g + b' });
    expect(cases.reduce((total, { leverage }) => total + leverage, 0)).toBeCloseTo(7, 10);
  });

  test.each([
    ['few-cases', tableOf(sample(12)), 'y ~ a + b'],
    [
      'collinearity',
      tableOf({ ...sample(), b: sample().a.map((one, i) => one + sample().b[i] / 5) }),
      'y ~ a + b',
    ],
    [
      'unequal-spread',
      tableOf({ ...sample(200), y: sample(200).a.map((one, i) => one + one ** 3 * sample(200).b[i]) }),
      'y ~ a',
    ],
    [
      'skewed-residuals',
      tableOf({ ...sample(200), y: sample(200).b.map((one) => Math.exp(4 * one)) }),
      'y ~ a',
    ],
    [
      'influential-case',
      tableOf({ ...sample(), a: sample().a.map((one, i) => (i === 3 ? 60 : one)) }),
      'y ~ a',
    ],
  ])('warns: %s', (code, of, formula) => {
    expect(codes(linearRegression(of, { formula }))).toContain(code);
  });

  test('an ordinary model gives no warning', () => {
    expect(codes(linearRegression(tableOf(sample(200)), { formula: 'y ~ a + b + g' }))).toEqual([]);
  });
});

describe('rule 4: what cannot be', () => {
  const of = (columns: Readonly<Record<string, number[]>>) =>
    table(Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, numberColumn(values)])));
  test.each([
    ['constant-outcome', of({ y: [2, 2, 2, 2], x: [1, 2, 3, 5] }), 'y ~ x'],
    ['singular-design', of({ y: [2, 1, 4, 3, 7], x: [1, 2, 3, 5, 1], z: [2, 4, 6, 10, 2] }), 'y ~ x + z'],
    ['too-few-cases', of({ y: [2, 1], x: [1, 2] }), 'y ~ x'],
    ['unknown-column', of({ y: [2, 1, 3], x: [1, 2, 5] }), 'y ~ z'],
    ['perfect-fit', of({ y: [2, 4, 6, 10], x: [1, 2, 3, 5] }), 'y ~ x'],
    ['random-terms', data, 'y ~ a + (1 | g)'],
    ['no-intercept', data, 'y ~ 0 + a'],
    ['no-predictors', data, 'y ~ 1'],
    ['not-numeric', data, 'g ~ a'],
    ['formula', data, 'y ~ a +'],
  ])('%s', (code, given, formula) => {
    expect(refusal(() => linearRegression(given, { formula }))).toBe(code);
  });

  test('bad-level', () => {
    expect(refusal(() => linearRegression(data, { formula: 'y ~ a' }, { level: 95 }))).toBe('bad-level');
  });

  test('a singular design names its columns', () => {
    const twice = of({ y: [2, 1, 4, 3, 7], x: [1, 2, 3, 5, 1], z: [2, 4, 6, 10, 2] });
    expect(() => linearRegression(twice, { formula: 'y ~ x + z' })).toThrow(/z follows from x/);
  });
});

describe('rule 5: stepwise', () => {
  test('what entered is logged, and the last model is the regression on it', () => {
    const found = stepwiseRegression(data, { outcome: 'y', candidates: ['b', 'a', 'g'] });
    expect(found.steps.map(({ action, variable }) => `${action} ${variable}`)).toEqual([
      'enter a',
      'enter g',
      'enter b',
    ]);
    expect(found.steps.at(-1)?.r2).toBe(found.final?.r2);
    expect(found.final).toEqual(
      linearRegression(data, { outcome: 'y', predictors: ['a', 'g', 'b'] }, { complete: ['b', 'a', 'g'] }),
    );
    const narrower = stepwiseRegression(data, { outcome: 'y', candidates: ['b', 'a', 'g'], level: 0.8 });
    expect(narrower).toMatchObject({ level: 0.8, steps: found.steps, final: { level: 0.8 } });
  });

  test('always warns that its p-values are too small', () => {
    expect(codes(stepwiseRegression(data, { outcome: 'y', candidates: ['a'] }))).toContain('stepwise');
  });

  test('nothing good enough is no model', () => {
    const { a, b } = sample();
    const noise = table({ y: numberColumn(b), x: numberColumn(a), z: numberColumn(sample(40, 99).b) });
    const found = stepwiseRegression(noise, {
      outcome: 'y',
      candidates: ['x', 'z'],
      enter: 0.001,
      remove: 0.01,
    });
    expect(found).toMatchObject({ n: 40, steps: [], final: null });
    expect(explainStepwise(found, 'nl')).toMatch(
      /^Geen van de 2 kandidaten hangt duidelijk genoeg samen met y \(40 gevallen\)/,
    );
  });

  test('a candidate that follows from another stays out, and is named', () => {
    const { y, a, b, g } = sample();
    const twice = table({
      y: numberColumn(y),
      a: numberColumn(a),
      b: numberColumn(b),
      c: numberColumn(a.map((one) => 2 * one + 1)),
      g: categoryColumn(g),
    });
    const found = stepwiseRegression(twice, { outcome: 'y', candidates: ['a', 'c', 'b'] });
    expect(found.steps.map(({ variable }) => variable)).toEqual(['a']);
    expect(codes(found)).toContain('redundant-candidates');
  });

  test('all models are of the rows that have every candidate', () => {
    const { y, a, b, g } = sample();
    const holes = tableOf({ y, a, b: b.map((one, i) => (i < 4 ? gap : one)), g });
    expect(
      stepwiseRegression(holes, { outcome: 'y', candidates: ['a', 'b'], enter: 1e-9, remove: 1e-8 }).n,
    ).toBe(36);
  });

  test.each([
    ['bad-thresholds', { outcome: 'y', candidates: ['a'], enter: 0.1, remove: 0.1 }],
    ['bad-thresholds', { outcome: 'y', candidates: ['a'], enter: 0.2, remove: 0.1 }],
    ['no-predictors', { outcome: 'y', candidates: [] }],
    ['no-predictors', { outcome: 'y', candidates: ['a', 'y'] }],
    ['unknown-column', { outcome: 'y', candidates: ['q'] }],
  ])('%s', (code, options) => {
    expect(refusal(() => stepwiseRegression(data, options))).toBe(code);
  });
});

describe('properties', () => {
  const seed = fc.integer({ min: 1, max: 1e6 });
  const formula = 'y ~ a*g + b';

  test('the order of the rows does not matter', () => {
    fc.assert(
      fc.property(seed, (from) => {
        const { y, a, b, g } = sample(40, from);
        const before = linearRegression(tableOf({ y, a, b, g }), { formula });
        const after = linearRegression(
          tableOf({ y: y.toReversed(), a: a.toReversed(), b: b.toReversed(), g: g.toReversed() }),
          { formula },
        );
        before.coefficients.forEach(({ t }, j) => {
          expect(after.coefficients[j].t).toBeCloseTo(t, 7);
        });
      }),
      { numRuns: 30 },
    );
  });

  test('other units leave t, standardised b, VIF, F and R² as they are', () => {
    fc.assert(
      fc.property(
        seed,
        fc.integer({ min: -3000, max: 3000 }),
        fc.integer({ min: 1, max: 50 }),
        (from, shift, scale) => {
          const { y, a, b, g } = sample(40, from);
          const before = linearRegression(tableOf({ y, a, b, g }), { formula: 'y ~ a + b + g' });
          const moved = tableOf({
            y: y.map((one) => 3 * one - shift),
            a: a.map((one) => scale * one + shift),
            b: b.map((one) => one / scale),
            g,
          });
          const after = linearRegression(moved, { formula: 'y ~ a + b + g' });
          expect(after.r2).toBeCloseTo(before.r2, 8);
          expect(after.F / before.F).toBeCloseTo(1, 7);
          before.coefficients.slice(1).forEach(({ t, standardised, vif }, j) => {
            const now = after.coefficients[j + 1];
            expect(now.t).toBeCloseTo(t, 6);
            expect(now.standardised).toBeCloseTo(standardised ?? gap, 7);
            if (vif !== null) expect(now.vif).toBeCloseTo(vif, 7);
          });
        },
      ),
      { numRuns: 30 },
    );
  });

  test('every case twice leaves the coefficients and R², and narrows the intervals', () => {
    const { y, a, b, g } = sample();
    const once = linearRegression(data, { formula });
    const twice = linearRegression(
      tableOf({ y: [...y, ...y], a: [...a, ...a], b: [...b, ...b], g: [...g, ...g] }),
      { formula },
    );
    expect(twice.r2).toBeCloseTo(once.r2, 12);
    once.coefficients.forEach(({ estimate, se }, j) => {
      expect(twice.coefficients[j].estimate).toBeCloseTo(estimate, 10);
      expect(twice.coefficients[j].se / se).toBeCloseTo(Math.sqrt(once.df2 / twice.df2), 10);
    });
  });

  test('another predictor never lowers R²', () => {
    fc.assert(
      fc.property(seed, (from) => {
        const own = tableOf(sample(40, from));
        const [less, more] = ['y ~ a', 'y ~ a + b'].map((text) => linearRegression(own, { formula: text }));
        expect(more.r2).toBeGreaterThanOrEqual(less.r2 - 1e-12);
      }),
      { numRuns: 30 },
    );
  });

  test('the reference level changes no term and no fit', () => {
    const { y, a, b, g } = sample();
    const other = table({
      y: numberColumn(y),
      a: numberColumn(a),
      b: numberColumn(b),
      g: categoryColumn(g, ['vo', 'po', 'mbo']),
    });
    const [before, after] = [data, other].map((own) => linearRegression(own, { formula }));
    before.terms.forEach(({ F }, place) => {
      expect(after.terms[place].F).toBeCloseTo(F, 7);
    });
    expect(after.r2).toBeCloseTo(before.r2, 12);
  });
});

describe('explained', () => {
  test('how much, how sure, and which way', () => {
    const found = linearRegression(data, { formula: 'y ~ a + b' });
    expect(explainRegression(found, 'nl')).toMatch(
      /^Van de verschillen in y hangt \d+% samen met a en b \(40 gevallen\): een groot verband\. Zonder echte samenhang .* Het sterkst is a: per stap van 1 in a is y \d,\d\d hoger als de rest gelijk is/,
    );
    expect(explainRegression(linearRegression(data, { formula: 'y ~ b' }), 'en')).toMatch(
      /^Of the differences in y, .* goes with b .* Per step of 1 in b, y is .* Note: this is an association; it does not say what causes what\.$/,
    );
  });

  test('a coefficient with an interaction beside it holds at one place only', () => {
    const crossed = linearRegression(data, { formula: 'y ~ a * g' });
    const alone = {
      ...crossed,
      coefficients: crossed.coefficients.filter(({ term }) => !term.includes(':')),
    };
    expect(explainRegression(alone, 'en')).toContain('but only where the predictor that it is combined with');
    expect(explainRegression(alone, 'en')).not.toContain('other things being equal');
  });

  test('a slope that may be nothing is said to be so', () => {
    const { y, g } = sample();
    const unrelated = tableOf({ y, g, a: sample(40, 99).a, b: sample(40, 3).b });
    expect(explainRegression(linearRegression(unrelated, { formula: 'y ~ b' }), 'nl')).toContain(
      'dus niet duidelijk',
    );
    expect(explainRegression(linearRegression(data, { formula: 'y ~ a' }), 'nl')).not.toContain(
      'niet duidelijk',
    );
  });

  test('stepwise as exploring', () => {
    const found = stepwiseRegression(data, { outcome: 'y', candidates: ['a', 'b'] });
    expect(explainStepwise(found, 'en')).toMatch(
      /^Of 2 candidates, left in the model: a \(the higher, the higher y\)( and b \(.*\))?\. (It goes|Together they go) with \d+% .* this looks stronger than it is\.$/,
    );
  });
});
