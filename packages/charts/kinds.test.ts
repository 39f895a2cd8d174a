import { describe, expect, it } from 'vitest';
import type { Chart, Frame, Shape } from './chart.ts';
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
import { textsOf } from './picture.fixture.ts';
import { processLimits } from './process/limits.ts';
import { filled, fillsOf } from './rows/fills.ts';
import { roundScale } from './scale.ts';
import { chartTheme, renderChart } from './server/index.ts';
import { fitted, textWidth, wrapped } from './text.ts';

const theme = chartTheme('light');
const wide: Frame = { width: 640, height: 320, em: 17, theme };
const all = (chart: Chart, frame: Frame = wide) => chart.draw(frame).shapes;
const words = (chart: Chart, frame: Frame = wide) => textsOf(chart.draw(frame)).map(({ text }) => text);
type Drawn = Readonly<Record<string, unknown>>;
const tagged = (shapes: readonly Shape[], tag: Shape['tag']): Drawn[] =>
  shapes.filter((shape) => shape.tag === tag);
const of = (title: string) => ({ title, language: 'nl' as const });
const periods = ['P0', 'P1', 'P2', 'P3'];
const run = (values: (number | null)[], more: Partial<Parameters<typeof runChart>[0]> = {}) =>
  runChart({ ...of('doel'), values, slots: periods, target: 8, ...more });

describe('a run chart', () => {
  const targetLine = (chart: Chart) =>
    tagged(all(chart), 'line').find((line) => 'strokeDasharray' in line) ?? {};

  it('R1 has one scale for all goals, whatever was measured', () => {
    const [low, high] = [run([2, 3, 2]), run([9, 9.5, 10])];
    for (const chart of [low, high]) expect(words(chart)).toEqual(expect.arrayContaining(['1', '10']));
    expect(targetLine(low).y1).toBe(targetLine(high).y1);
  });

  it('R2 leaves the place of a period without a measurement empty', () => {
    const dots = tagged(all(run([4, null, 6])), 'circle');
    const names = textsOf(run([4, null, 6]).draw(wide));
    const at = (name: string) => names.find(({ text }) => text === name)?.x;
    expect(dots.map(({ cx }) => cx)).toEqual([at('P0'), at('P2')]);
    expect(run([4, null, 6]).table.rows[1]).toEqual(['P1', 'niet gemeten']);
  });

  it('R3 shows every value of a few, and of many the first and the last', () => {
    expect(words(run([5, 6.5, 7]))).toEqual(expect.arrayContaining(['5', '6,5', '7']));
    const values = Array.from({ length: 60 }, (_, week) => 5.2 + (week % 7) / 10);
    const shown = words(run(values, { slots: values.map((_, week) => `week ${week}`) }));
    expect(shown.filter((word) => /^5,\d$/.test(word))).toEqual(['5,2', '5,5']);
  });

  it('R4 lets no value stand on the target line, or beyond it, where there is room', () => {
    for (let target = 1; target <= 10; target += 0.5)
      for (let value = 1; value <= 10; value += 0.5) {
        const chart = run([5, value, 6], { target });
        const line = Number(targetLine(chart).y1);
        const figures = textsOf(chart.draw(wide)).filter(
          ({ fontWeight = 0 }) => fontWeight !== 700 && fontWeight > 600,
        );
        expect(figures).toHaveLength(3);
        for (const { y, fontSize, text } of figures) {
          const crosses = y - fontSize * 0.7 < line && line < y;
          expect(crosses, `${text} at target ${target}`).toBe(false);
        }
      }
  });

  it('R5 names its marks where all names fit, says what they are where they do not, and leaves them out where it is low', () => {
    const mark = (place: number) => ({
      kind: 'action' as const,
      name: `actie nummer ${place}`,
      at: 0.6 + place / 4,
    });
    const few = { marks: [mark(0), mark(6)] };
    const many = { marks: Array.from({ length: 9 }, (_, place) => mark(place)) };
    const diamonds = (chart: Chart, frame: Frame) =>
      all(chart, frame).filter(({ fill }) => fill === theme.mark).length;
    expect(words(run([5, 6], few))).toEqual(expect.arrayContaining(['actie nummer 0', 'actie nummer 6']));
    expect(words(run([5, 6], many))).toContain('actie klaar');
    // One of them is the key.
    expect(diamonds(run([5, 6], many), wide)).toBe(10);
    expect(diamonds(run([5, 6], many), { ...wide, height: 150 })).toBe(0);
    expect(run([5, 6], many).table.rows[1]?.[2]).toContain('actie nummer 2');
  });

  it('R6 says the target in short where it is narrow', () => {
    expect(words(run([5]), wide)).toContain('norm 8');
    const narrow = words(run([5]), { ...wide, width: 180 });
    expect(narrow).toContain('8');
    expect(narrow).not.toContain('norm 8');
  });
});

describe('a process chart', () => {
  const leap = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];
  const steady = [5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6];

  it('L1 has limits of 2.66 mean moving ranges, without leaps if asked', () => {
    const [all, screened] = [processLimits(leap, false), processLimits(leap)];
    expect(all.mean).toBeCloseTo(1.9444, 4);
    expect([all.lower, all.upper].map((end) => end.toFixed(4))).toEqual(['-3.0626', '6.9515']);
    expect([screened.lower, screened.upper].map((end) => end.toFixed(4))).toEqual(['-0.7156', '4.6044']);
  });

  it('L2 finds what is outside, and nothing in ordinary ups and downs', () => {
    expect(processLimits(leap).signals.map((signal) => signal === 'outside')).toEqual(
      leap.map((value) => value === 10),
    );
    expect(processLimits(steady).signals).toEqual(steady.map(() => null));
  });

  it('L2 finds seven in a row one way, and not six', () => {
    const trend = (length: number) => {
      const rise = Array.from({ length }, (_, place) => 4.6 + place * 0.3);
      return processLimits([1, 9, 1, 9, 1, 9, ...rise, 1, 9, 1, 9]).signals.filter(
        (signal) => signal === 'trend',
      ).length;
    };
    expect(trend(7)).toBe(7);
    expect(trend(6)).toBe(0);
  });

  it('L2 finds seven in a row on one side, and not six', () => {
    const side = (length: number) =>
      processLimits([
        ...Array.from({ length }, (_, place) => 6 + (place % 2)),
        ...Array.from({ length }, (_, place) => (place % 2 === 0 ? 1 : 9)),
        ...Array.from({ length: 6 }, (_, place) => (place % 2 === 0 ? 1 : 7)),
      ]).signals.filter((signal) => signal === 'one-side').length;
    expect(side(7)).toBe(7);
    expect(side(6)).toBe(0);
  });

  it('L2 finds two of three near a limit, on one side', () => {
    const around = [4, 6, 4, 6, 4, 6, 4, 6, 4, 6];
    const near = (three: number[]) => processLimits([...around, ...three, ...around]).signals.slice(10, 13);
    expect(near([10, 5.8, 10])).toEqual(['near-limit', null, 'near-limit']);
    expect(near([10, 4.2, 10])).toEqual([null, null, null]);
  });

  it('L3 says so when there are fewer than twelve points', () => {
    const chart = (count: number) =>
      processChart({
        ...of('x'),
        points: steady.slice(0, count).map((value, week) => ({ name: `week ${week}`, value })),
      });
    expect(chart(11).sentence).toContain('voorlopig');
    expect(chart(12).sentence).toBe('Het schommelt rond 5,5; niets wijst op een verandering.');
  });

  it('L4 draws what is out of the ordinary in another shape', () => {
    const chart = processChart({
      ...of('x'),
      points: leap.map((value, week) => ({ name: `week ${week}`, value })),
    });
    expect(tagged(all(chart), 'circle')).toHaveLength(leap.length - 1);
    expect(tagged(all(chart), 'path').filter(({ fill }) => fill === theme.accent)).toHaveLength(1);
    expect(chart.sentence).toContain('het laatst bij week 4: buiten de grenzen');
  });
});

describe('answers of people', () => {
  const secret = [1.23, 4.56, 2.34];
  const open = Array.from({ length: 12 }, (_, place) => 1 + (place % 5));
  const few = [
    dotChart({
      ...of('x'),
      threshold: 5,
      rows: [
        { name: 'a', values: open },
        { name: 'b', values: secret },
      ],
    }),
    boxChart({
      ...of('x'),
      threshold: 5,
      rows: [
        { name: 'a', values: open },
        { name: 'b', values: secret },
      ],
    }),
    stackedChart({
      ...of('x'),
      threshold: 5,
      categories: ['nee', 'ja'],
      rows: [
        { name: 'a', counts: [9, 5] },
        { name: 'b', counts: [1, 3] },
      ],
    }),
  ];

  it.each(few)(
    'S1 below the threshold nothing of a row is shown: not drawn, not said, not in the table',
    (chart) => {
      const svg = renderChart(chart, wide);
      expect(svg).toContain('Niet getoond: minder dan 5 antwoorden');
      expect(chart.sentence).toContain('te weinig antwoorden');
      const told = [...words(chart), ...(chart.table.rows[1] ?? []), chart.sentence].join(' | ');
      expect(told).not.toMatch(/1,23|4,56|2,34|25|75|n [34]( |$)/);
      expect(chart.table.rows[1]?.slice(2).join('')).toBe('');
      const dots = tagged(all(chart), 'circle').length;
      expect([0, open.length]).toContain(dots);
    },
  );

  it('S1 an area of too few has no figure either', () => {
    const [first, second] = provinces;
    if (!first || !second) throw new Error('no provinces');
    const map = tileMap({
      ...of('x'),
      threshold: 5,
      tiles: [first, second],
      values: { [first.id]: { value: 3, n: 9 }, [second.id]: { value: 4.44, n: 4 } },
    });
    expect(renderChart(map, wide) + JSON.stringify(map.table) + map.sentence).not.toContain('4,44');
    expect(map.table.rows[1]).toEqual(['Groningen', 'te weinig antwoorden', '']);
  });

  it('S2 exactly the threshold is enough', () => {
    const chart = dotChart({ ...of('x'), threshold: 3, rows: [{ name: 'b', values: secret }] });
    expect(tagged(all(chart), 'circle')).toHaveLength(3);
    expect(chart.table.rows[0]).toContain('1,23; 2,34; 4,56');
  });

  it('S3 a box is cut by quantiles of type 7, its whiskers end at the last value within 1.5 boxes', () => {
    // R: quantile(x, type = 7) gives 3.25, 5.5, 7.75; boxplot's whiskers then end at 1 and 9, and 30 lies beyond.
    const chart = boxChart({
      ...of('x'),
      threshold: 5,
      rows: [{ name: 'a', values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 30] }],
    });
    expect(chart.table.rows[0]).toEqual(['a', '10', '1', '3,25', '5,5', '7,75', '30', '1 – 9', '30']);
    expect(tagged(all(chart), 'circle')).toHaveLength(1);
  });

  it('S4 fewer than ten are shown one by one', () => {
    const nine = boxChart({ ...of('x'), threshold: 5, rows: [{ name: 'a', values: open.slice(0, 9) }] });
    expect(tagged(all(nine), 'circle')).toHaveLength(9);
    expect(tagged(all(nine), 'rect')).toHaveLength(0);
  });

  it('S5 what is not a number is no answer', () => {
    const chart = dotChart({
      ...of('x'),
      threshold: 2,
      rows: [{ name: 'a', values: [Number.NaN, 3, 4, Number.POSITIVE_INFINITY] }],
    });
    expect(chart.table.rows[0]?.[1]).toBe('2');
  });
});

describe('bars', () => {
  const widths = (chart: Chart) => tagged(all(chart), 'rect').map((rect) => Number(rect.width));

  it('B1 begin at zero: twice as many is twice as long', () => {
    const [long = 0, short = 1] = widths(
      barChart({
        ...of('x'),
        rows: [
          { name: 'a', value: 14 },
          { name: 'b', value: 7 },
        ],
      }),
    );
    expect(long / short).toBeCloseTo(2, 6);
  });

  it('B2 of shares are part of everybody', () => {
    const [half = 0, whole = 1] = widths(
      barChart({
        ...of('x'),
        of: 'share',
        rows: [
          { name: 'a', value: 0.5 },
          { name: 'b', value: 1 },
        ],
      }),
    );
    expect(half / whole).toBeCloseTo(0.5, 6);
    const alone = (value: number) =>
      widths(barChart({ ...of('x'), of: 'share', rows: [{ name: 'a', value }] }))[0] ?? 0;
    expect(alone(0.25) / alone(0.5)).toBeCloseTo(0.5, 6);
    expect(words(barChart({ ...of('x'), of: 'share', rows: [{ name: 'a', value: 0.5 }] }))).toContain('50%');
  });

  it('B3 stacked from the middle lie around one line, with half of the middle step on each side', () => {
    const chart = stackedChart({
      ...of('x'),
      threshold: 1,
      categories: ['nee', 'gaat', 'ja'],
      rows: [
        { name: 'a', counts: [1, 2, 1] },
        { name: 'b', counts: [0, 0, 9] },
      ],
    });
    const shapes = all(chart);
    const zero = Number(tagged(shapes, 'line')[0]?.x1);
    const bars = tagged(shapes, 'rect').slice(3);
    const middle = bars[1];
    expect(Number(middle?.x) + Number(middle?.width) / 2).toBeCloseTo(zero, 0);
    expect(Number(bars[3]?.x)).toBeGreaterThan(zero);
  });

  it('B4 steps beside each other differ without their colour', () => {
    for (let count = 2; count <= 7; count++) {
      const looks = fillsOf(count).map((fill) => {
        const [rect, stripes] = filled(fill, { left: 0, right: 100, top: 0, bottom: 20 }, 16, {
          ...theme,
          accent: '#444444',
          edge: '#444444',
          accentSoft: '#ffffff',
          sunken: '#ffffff',
        });
        return JSON.stringify([rect, stripes]);
      });
      for (const [step, look] of looks.entries()) expect(look).not.toBe(looks[step + 1]);
    }
  });
});

describe('a scatter', () => {
  const points = [
    { name: 'a', x: 1, y: 1 },
    { name: 'b', x: 3, y: 2 },
  ];
  const scatter = (fit?: { intercept: number; slope: number }) =>
    scatterChart({ ...of('x'), x: { name: 'uren' }, y: { name: 'cijfer' }, points, ...(fit && { fit }) });

  it('P1 says which way the line goes, and that it does not say why', () => {
    expect(scatter({ intercept: 0, slope: 1 }).sentence).toContain('hoe hoger “cijfer”');
    expect(scatter({ intercept: 4, slope: -1 }).sentence).toContain('hoe lager “cijfer”');
    expect(scatter({ intercept: 4, slope: 0 }).sentence).toContain('gaat niet op en neer met');
    expect(scatter().sentence).toBe('2 punten: “uren” van 1 tot 3, “cijfer” van 1 tot 2.');
  });

  it('P2 draws the line within the picture only', () => {
    for (const [intercept, slope] of [
      [-99, 50],
      [102, -50],
      [1, 0.3],
    ] as const) {
      const { shapes, width, height } = scatter({ intercept, slope }).draw(wide);
      const line = tagged(shapes, 'line').find((one) => 'strokeDasharray' in one);
      for (const at of [line?.y1, line?.y2]) expect(Number(at)).toBeLessThanOrEqual(height);
      for (const at of [line?.x1, line?.x2]) expect(Number(at)).toBeLessThanOrEqual(width);
      expect(line).toBeDefined();
    }
  });

  it('P3 points at one place are one larger dot', () => {
    const same = scatterChart({
      ...of('x'),
      x: { name: 'a' },
      y: { name: 'b' },
      points: [points[0], points[0], points[0]].flatMap((one) => (one ? [one] : [])),
    });
    const dots = tagged(all(same), 'circle');
    expect(dots).toHaveLength(1);
    expect(Number(dots[0]?.r)).toBeGreaterThan(17 * 0.3);
    expect(same.table.rows).toHaveLength(3);
  });
});

describe('a map of tiles', () => {
  it('M1 has the twelve provinces, each at a place of its own', () => {
    expect(provinces).toHaveLength(12);
    expect(new Set(provinces.map(({ column, row }) => `${column} ${row}`)).size).toBe(12);
    expect(new Set(provinces.flatMap(({ id, short }) => [id, short])).size).toBe(24);
  });

  it('M2 writes full names where all fit, and otherwise short ones', () => {
    const map = tileMap({ ...of('x'), threshold: 1, tiles: provinces, values: {} });
    expect(words(map, { ...wide, width: 700 })).toContain('Noord-Holland');
    const narrow = words(map, { ...wide, width: 280 });
    expect(narrow).toEqual(expect.arrayContaining(['NH', 'UT']));
    expect(narrow).not.toContain('Utrecht');
  });
});

describe('scales and texts', () => {
  it.each([
    [
      [3, 47],
      [0, 10, 20, 30, 40, 50],
    ],
    [
      [0.12, 0.47],
      [0.1, 0.2, 0.3, 0.4, 0.5],
    ],
    [
      [-3, 2],
      [-3, -2, -1, 0, 1, 2],
    ],
    [
      [7, 7],
      [2, 4, 6, 8, 10, 12],
    ],
  ])('X1 a scale of %j has round steps', (values, ticks) => {
    expect(roundScale(values, 6).ticks).toEqual(ticks);
  });

  it('X2 a text is cut after a word, and never wider than its place', () => {
    const text = 'vragenkaart voor de leerlingen van groep 7';
    for (let width = 10; width < 400; width += 7) {
      expect(textWidth(fitted(text, width, 16), 16)).toBeLessThanOrEqual(width);
      const lines = wrapped(text, width, 16, 3);
      expect(lines.length).toBeLessThanOrEqual(3);
      for (const line of lines) expect(textWidth(line, 16)).toBeLessThanOrEqual(width);
    }
    expect(fitted(text, 150, 16)).toBe('vragenkaart…');
  });
});
