import fc from 'fast-check';
import { describe, it } from 'vitest';
import type { Chart } from './chart.ts';
import {
  barChart,
  boxChart,
  dotChart,
  processChart,
  provinces,
  runChart,
  scatterChart,
  stackedChart,
  tileMap,
} from './index.ts';
import { expectOrder } from './picture.fixture.ts';
import { chartTheme } from './server/index.ts';

/** Whatever somebody measures: nothing, nonsense, all the same, far too much, with names that never end. */
const figure = fc.oneof(
  fc.double({ min: -1000, max: 1000, noNaN: true }),
  fc.integer({ min: 1, max: 10 }),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 0, -0, 1e-9, 1e6),
);
const figures = fc.oneof(
  fc.array(figure, { maxLength: 30 }),
  fc
    .tuple(figure, fc.integer({ min: 1, max: 40 }))
    .map(([value, count]) => Array.from({ length: count }, () => value)),
);
const name = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc
    .array(fc.constantFrom('de', 'leerlingen', 'rekenmachinegebruiksaanwijzing', 'M', '—', 'groep 7'), {
      maxLength: 30,
    })
    .map((words) => words.join(' ')),
);
const named = fc.array(fc.record({ name, values: figures }), { maxLength: 6 });
const common = {
  title: fc.constant('Wat we zagen'),
  language: fc.constantFrom('nl' as const, 'en' as const),
};
const threshold = fc.integer({ min: 1, max: 10 });
const ends = fc.constant(['helemaal oneens', 'helemaal eens'] as const);

const kinds: Record<string, fc.Arbitrary<Chart>> = {
  run: fc
    .record({
      ...common,
      values: fc.array(fc.option(figure), { maxLength: 12 }),
      slots: fc.array(name, { maxLength: 12 }),
      target: fc.option(
        fc.double({ min: 1, max: 10, noNaN: true }).map((value) => Math.round(value * 2) / 2),
      ),
      marks: fc.array(
        fc.record({ kind: fc.constantFrom('action' as const, 'visit' as const), name, at: figure }),
        { maxLength: 9 },
      ),
    })
    .map(runChart),
  process: fc
    .record({
      ...common,
      points: fc.array(fc.record({ name, value: figure }), { maxLength: 40 }),
      screened: fc.boolean(),
    })
    .map(processChart),
  dots: fc
    .record({ ...common, rows: named, threshold, scale: fc.constant([1, 5] as const), ends })
    .map(dotChart),
  box: fc.record({ ...common, rows: named, threshold }).map(boxChart),
  bars: fc
    .record({
      ...common,
      rows: fc.array(fc.record({ name, value: figure, isStrong: fc.boolean() }), { maxLength: 8 }),
      of: fc.constantFrom('count' as const, 'share' as const),
    })
    .map(barChart),
  stacked: fc
    .record({
      ...common,
      categories: fc.uniqueArray(name, { maxLength: 7 }),
      rows: fc.array(fc.record({ name, counts: figures }), { maxLength: 5 }),
      threshold,
      from: fc.constantFrom('middle' as const, 'left' as const),
    })
    .map(stackedChart),
  scatter: fc
    .record({
      ...common,
      x: fc.record({ name }),
      y: fc.record({ name }),
      points: fc.array(fc.record({ name, x: figure, y: figure }), { maxLength: 40 }),
    })
    .map(scatterChart),
  tiles: fc
    .record({
      ...common,
      tiles: fc.constant(provinces),
      values: fc.dictionary(
        fc.constantFrom(...provinces.map(({ id }) => id)),
        fc.record({ value: figure, n: fc.integer({ min: 0, max: 40 }) }),
      ),
      threshold,
    })
    .map(tileMap),
};

const frame = fc.record({
  width: fc.integer({ min: 240, max: 1400 }),
  em: fc.integer({ min: 14, max: 20 }),
  theme: fc.constant(chartTheme('light')),
});

describe.each(Object.entries(kinds))('C3 with any data: %s', (_, charts) => {
  it('no text touches another, and nothing lies outside', () => {
    fc.assert(
      fc.property(charts, frame, (chart, room) => {
        expectOrder(chart.draw(room));
        expectOrder(chart.draw({ ...room, height: room.em * 16 }));
      }),
      { numRuns: 150 },
    );
  });
});
