import { describe, expect, test } from 'vitest';
import type { Language } from '../result.ts';
import { categoriesOf, categoryColumn, numberColumn, numbersOf, table } from '../table.ts';
import { explainFactorial, explainMixed, explainOneWay, explainRepeatedMeasures } from './explain.ts';
import { factorialAnova } from './factorial.ts';
import { levelNames, madeWide, normals } from './made.fixture.ts';
import { mixedAnova, repeatedMeasuresAnova } from './mixed.ts';
import { oneWayAnova } from './one-way.ts';

const languages: readonly Language[] = ['nl', 'en'];

/** Two groups of 20, of which `second` changes by that much more. */
function twoGroups(second: number) {
  const data = madeWide(12, [20, 20], 2);
  const y2 = numbersOf(data, 'y2').map((value, i) => value + (i < 20 ? 0 : second));
  return table({
    group: categoriesOf(data, 'group'),
    y1: numberColumn(numbersOf(data, 'y1')),
    y2: numberColumn(y2),
  });
}

describe('rule 15: it says which way, how big and how sure', () => {
  test('one-way: the highest and lowest group, whichever comes first', () => {
    const high = normals(4, 20).map((value) => value + 2);
    const run = (first: number[], second: number[]) =>
      oneWayAnova(
        Float64Array.from([...first, ...second]),
        categoryColumn([...first.map(() => 'noord'), ...second.map(() => 'zuid')]),
      );
    const low = normals(5, 20);
    expect(explainOneWay(run(low, high), 'nl')).toMatch(
      /^Gemiddeld scoort groep zuid \(\d,\d\d\) het hoogst en groep noord \(.*\d,\d\d\) het laagst: [12],\d\d punt verschil, waarschijnlijk tussen [01],\d\d en [23],\d\d\. Dat verschil is groot \(d = [12],\d\d\)\. Zonder echt verschil/,
    );
    expect(explainOneWay(run(high, low), 'en')).toMatch(
      /^On average group noord .* scores highest .* between [01]\.\d\d and [23]\.\d\d\./,
    );
  });

  test('one-way: with unequal spread in unequal groups the chance is Welch’s', () => {
    const values = [...normals(2, 12), ...normals(1, 40).map((value) => 10 * value + 3)];
    const result = oneWayAnova(
      Float64Array.from(values),
      categoryColumn(values.map((_, i) => (i < 12 ? 'a' : 'b'))),
    );
    expect(result.warnings.map((warning) => warning.code)).toContain('unequal-variances');
    const welch = { ...result, p: 0.5, welch: { F: 9, df1: 1, df2: 45, p: 0.0004 } };
    expect(explainOneWay(welch, 'en')).toContain('p < 0.001');
  });

  test('repeated measures: up or down, and the peak in between', () => {
    const data = madeWide(6, [30], 3);
    const sunk = table({
      y1: numberColumn(numbersOf(data, 'y1').map((value) => value + 2)),
      y2: numberColumn(numbersOf(data, 'y2').map((value) => value + 5)),
      y3: numberColumn(numbersOf(data, 'y3')),
    });
    const text = explainRepeatedMeasures(repeatedMeasuresAnova(sunk, { within: levelNames(3) }), 'nl');
    expect(text).toMatch(
      /^Gemiddeld ging de score van .* \(y1\) naar .* \(y3\), met de top bij y2: .* punt omlaag/,
    );
    expect(text).toMatch(
      /De verandering over alle metingen is groot \(ges = 0,\d{3}\); van eerste naar laatste waarschijnlijk tussen \d/,
    );
  });

  test('mixed: what groups did, and whether that differs, is a sign or stays open', () => {
    const apart = explainMixed(mixedAnova(twoGroups(3), { within: ['y1', 'y2'], between: ['group'] }), 'en');
    expect(apart).toMatch(
      /^The change clearly differs by group \(\w+ effect, ges = 0\.\d{3}, p < 0\.001\): g2 went from .* to .* and g1 from .* to .*\. On average over all groups the score went from .* that change is clear \(/,
    );
    const alike = explainMixed(mixedAnova(twoGroups(0), { within: ['y1', 'y2'], between: ['group'] }), 'en');
    expect(alike).toMatch(/^Whether the change differs by group is not clear \(p = .*\): /);
  });

  test('mixed: that groups of other sizes weigh otherwise is said', () => {
    const result = mixedAnova(twoGroups(0), { within: ['y1', 'y2'], between: ['group'] });
    const warning = { code: 'types-differ', text: { nl: '', en: '' } };
    expect(explainMixed({ ...result, warnings: [warning] }, 'nl')).toContain(
      'elke groep telt hier even zwaar',
    );
    expect(explainMixed({ ...result, type: 'II', warnings: [warning] }, 'en')).toContain(
      'every case counts equally here',
    );
  });

  test('factorial: combinations are named as such', () => {
    const cells = Array.from({ length: 40 }, (_, i) => [i % 2, Math.floor(i / 2) % 2]);
    const noise = normals(3, 40);
    const data = table({
      a: categoryColumn(cells.map(([a]) => `a${a}`)),
      b: categoryColumn(cells.map(([, b]) => `b${b}`)),
      y: numberColumn(cells.map(([a, b], i) => noise[i] + 3 * a * b)),
    });
    const text = explainFactorial(factorialAnova(data, { outcome: 'y', factors: ['a', 'b'] }), 'nl');
    expect(text).toMatch(/^Gemiddeld scoort groep a1, b1 \(/);
    expect(text).toMatch(/De score verschilt duidelijk per .*combinatie a × b\./);
  });
});

test('small groups come with a caution, in both languages; nothing is proved', () => {
  const small = madeWide(2, [6, 5], 3);
  const texts = languages.flatMap((language) => [
    explainMixed(mixedAnova(small, { within: levelNames(3), between: ['group'] }), language),
    explainRepeatedMeasures(repeatedMeasuresAnova(madeWide(2, [6], 3), { within: levelNames(3) }), language),
    explainOneWay(oneWayAnova(numbersOf(small, 'y1'), categoriesOf(small, 'group')), language),
    explainFactorial(factorialAnova(small, { outcome: 'y1', factors: ['group'] }), language),
  ]);
  for (const text of texts) {
    expect(text).toMatch(/Let op: er zijn weinig gevallen|Note: there are few cases/);
    expect(text).not.toMatch(/bewijs|prove|signific|NaN|undefined|null|Infinity| {2}/i);
  }
});
