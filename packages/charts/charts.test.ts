import { describe, expect, it } from 'vitest';
import { accents } from '#packages/ui';
import type { Chart, Frame, Picture, TextShape } from './chart.ts';
import { expectOrder, extentOf, textsOf } from './picture.fixture.ts';
import { chartTheme, renderChart } from './server/index.ts';
import { states } from './showcase/states.ts';
import { boxOf } from './text.ts';
import { type ChartTheme, forcedTheme } from './theme.ts';

const languages = ['nl', 'en'] as const;
const light = chartTheme('light');

/** A phone, a laptop, a wall that is read from four metres. */
const rooms = [
  { width: 256, em: 16 },
  { width: 620, em: 17 },
  { width: 1100, em: 30 },
] as const;

const framesOf = (height: number | undefined, theme: ChartTheme = light): Frame[] =>
  rooms.map((room) => ({ ...room, theme, ...(height !== undefined && { height: height * room.em }) }));

const every = states.flatMap(({ kind, state, height, chart }) =>
  languages.map((language) => ({
    name: `${kind}, ${state[language]} (${language})`,
    height,
    chart: chart(language),
  })),
);

describe.each(every)('$name', ({ chart, height }) => {
  const pictures = framesOf(height).map((frame) => chart.draw(frame));

  it('C1 is the same each time, and has a name and a sentence of its own', () => {
    for (const frame of framesOf(height)) {
      const svg = renderChart(chart, frame, 'one');
      expect(renderChart(chart, frame, 'one')).toBe(svg);
      expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="one-title one-sentence"/);
      expect(svg.match(/ id="/g)).toHaveLength(2);
      expect(svg).toContain(`<title id="one-title">${chart.title}</title>`);
    }
  });

  it('C2 names every colour literally, and uses nothing that paper does not know', () => {
    const known = new Set([...Object.values(light), 'none']);
    for (const frame of framesOf(height)) {
      const svg = renderChart(chart, frame);
      expect(svg).not.toMatch(
        /var\(|currentColor|color-mix|foreignObject|style=|class=|NaN|Infinity|undefined/,
      );
      for (const [, colour = ''] of svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g))
        expect(known).toContain(colour);
    }
  });

  it('C3 lets no text touch another, and nothing lie outside', () => {
    for (const picture of pictures) expectOrder(picture);
  });

  it('C4 says its sentence and holds all its rows', () => {
    expect(chart.sentence).toMatch(/[.!]$/);
    for (const row of chart.table.rows) expect(row).toHaveLength(chart.table.head.length);
    expect(new Set(chart.table.head).size).toBe(chart.table.head.length);
  });
});

/** Relative luminance and contrast after WCAG 2.2. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (a: string, b: string): number => {
  const [more = 0, less = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (more + 0.05) / (less + 0.05);
};

/** What was painted last where the middle of a text is. */
function behind(picture: Picture, text: TextShape, ground: string): string {
  const { left, right, top, bottom } = boxOf(text);
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const before = picture.shapes.slice(0, picture.shapes.indexOf(text));
  const under = before.findLast((shape) => {
    const at = shape.tag === 'rect' ? extentOf(shape) : null;
    return at !== null && at.left <= x && x <= at.right && at.top <= y && y <= at.bottom;
  });
  return under?.tag === 'rect' ? String(under.fill) : ground;
}

describe.each(['light', 'dark', 'print'] as const)('C5 in %s', (look) => {
  it.each(accents)('every text can be read, and every shape seen, in %s', (accent) => {
    const theme = chartTheme(look, accent);
    for (const colour of Object.values({ ...theme, font: '#000000' }))
      expect(colour).toMatch(/^#[0-9a-f]{6}$/);
    for (const { chart, height, name } of every.filter((_, index) => index % 2 === 0)) {
      const picture = chart.draw({
        width: 620,
        em: 17,
        theme,
        ...(height !== undefined && { height: height * 17 }),
      });
      for (const text of textsOf(picture))
        expect(
          contrast(text.fill, behind(picture, text, theme.ground)),
          `${name}: ${text.text}`,
        ).toBeGreaterThanOrEqual(4.5);
      for (const shape of picture.shapes) {
        if (shape.tag === 'text' || shape.stroke === theme.grid) continue;
        // What is filled softly has an edge that is seen.
        const seen = [shape.fill, shape.stroke].filter((colour) => colour !== undefined && colour !== 'none');
        const most = Math.max(...seen.map((colour) => contrast(String(colour), theme.ground)));
        expect(most, `${name}: ${JSON.stringify(shape)}`).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

describe('C6 on a screen whose colours somebody chose', () => {
  it('uses the words of that screen alone', () => {
    for (const { chart, height } of every)
      for (const frame of framesOf(height, forcedTheme))
        for (const shape of chart.draw(frame).shapes)
          for (const name of ['fill', 'stroke'])
            if (name in shape)
              expect(String(shape[name as keyof typeof shape])).toMatch(
                /^(none|Canvas|CanvasText|Highlight|HighlightText)$/,
              );
  });
});

describe('C7 on the wall', () => {
  it('no text is smaller than nine tenths of the text around it', () => {
    for (const { chart, height } of every)
      for (const frame of framesOf(height))
        for (const { fontSize, text } of textsOf(chart.draw(frame)))
          expect(fontSize, text).toBeGreaterThanOrEqual(frame.em * 0.9 - 0.001);
  });
});

describe('C8 sentences', () => {
  const sentence = (kind: string, place: number, language: 'nl' | 'en') =>
    states.filter((one) => one.kind === kind)[place]?.chart(language).sentence;

  it.each(states.map((state) => [`${state.kind}, ${state.state.nl}`, state] as const))(
    'are said in both languages: %s',
    (_, { chart }) => {
      const [nl, en]: [Chart, Chart] = [chart('nl'), chart('en')];
      expect(nl.sentence).not.toBe(en.sentence);
      expect(nl.table.head).not.toEqual(en.table.head);
      expect(nl.table.rows).toHaveLength(en.table.rows.length);
    },
  );

  it('say where it goes, how far it is, and what is left out', () => {
    expect(sentence('runChart', 0, 'nl')).toBe('Van 5 naar 7 in P2; nog 1 tot de norm van 8.');
    expect(sentence('runChart', 0, 'en')).toBe('From 5 to 7 in P2; 1 to go to the target of 8.');
    expect(sentence('dotChart', 0, 'nl')).toBe(
      'Het hoogst: Collega’s (midden 4); het laagst: Visie (midden 3). Eén rij tonen we niet: te weinig antwoorden.',
    );
    expect(sentence('barChart', 0, 'en')).toBe(
      'Most: finding a common denominator (14); least: on the number line (3).',
    );
    expect(sentence('stackedChart', 1, 'nl')).toBe(
      '“ja”: het meest bij 26 november (76%), het minst bij 9 november (41%).',
    );
    expect(sentence('scatterChart', 0, 'nl')).toContain('Waardoor dat komt, zie je hier niet.');
    expect(sentence('tileMap', 0, 'nl')).toContain('2 gebieden hebben geen cijfer.');
  });
});
