import { sayNumber } from '#packages/i18n';
import type { Chart, Shape } from '../chart.ts';
import { chartWords } from '../words.ts';
import { type Band, dots, drawSpread, medianLine } from './draw-spread.ts';
import { type SpreadData, spreadRows, spreadSentence } from './figures.ts';
import { spreadWords } from './words.ts';

/** Fewer than these are shown one by one: a box of nine values says more than is there. */
const ENOUGH_FOR_A_BOX = 10;

/** How values lie in several groups: the box is the middle half, the line in it the middle, the whiskers go to the last value within 1.5 boxes. */
export function boxChart(data: SpreadData): Chart {
  const { language } = data;
  const words = spreadWords[language];
  const rows = spreadRows(data);
  const say = (value: number) => sayNumber(value, language, 2);
  return {
    title: data.title,
    sentence: spreadSentence(data, rows),
    table: {
      name: chartWords[language].tableName,
      head: [
        words.row,
        words.n,
        words.least,
        words.q1,
        words.median,
        words.q3,
        words.greatest,
        words.whiskers,
        words.outside,
      ],
      rows: rows.map(({ name, shown }) => {
        if (!shown) return [name, chartWords[language].tooFew, '', '', '', '', '', '', ''];
        const { n, q1, median, q3, whiskers } = shown.box;
        const ends = [shown.values[0] ?? median, shown.values.at(-1) ?? median] as const;
        return [
          name,
          String(n),
          ...[ends[0], q1, median, q3, ends[1]].map(say),
          whiskers.map(say).join(' – '),
          outside(shown).map(say).join('; '),
        ];
      }),
    },
    draw: (frame) =>
      drawSpread(data, rows, frame, (band) =>
        band.row.box.n < ENOUGH_FOR_A_BOX ? [...dots(band, true), medianLine(band)] : box(band),
      ),
  };
}

const outside = ({ box: { outliers, farOutliers } }: Band['row']): number[] =>
  [...outliers, ...farOutliers].map(({ value }) => value).sort((a, b) => a - b);

function box(band: Band): Shape[] {
  const { row, x, frame } = band;
  const { em, theme } = frame;
  const middle = (band.top + band.bottom) / 2;
  const half = em * 0.75;
  const line = { stroke: theme.ink, strokeWidth: Math.max(1.5, em * 0.1) };
  const [low, high] = row.box.whiskers;
  return [
    { tag: 'line', x1: x(low), x2: x(row.box.q1), y1: middle, y2: middle, ...line },
    { tag: 'line', x1: x(row.box.q3), x2: x(high), y1: middle, y2: middle, ...line },
    ...[low, high].map(
      (end): Shape => ({
        tag: 'line',
        x1: x(end),
        x2: x(end),
        y1: middle - half / 2,
        y2: middle + half / 2,
        ...line,
      }),
    ),
    {
      tag: 'rect',
      x: x(row.box.q1),
      y: middle - half,
      width: Math.max(1, x(row.box.q3) - x(row.box.q1)),
      height: half * 2,
      fill: theme.accentSoft,
      ...line,
    },
    medianLine({ ...band, top: middle - half, bottom: middle + half }),
    ...outside(row).map(
      (value): Shape => ({
        tag: 'circle',
        cx: x(value),
        cy: middle,
        r: em * 0.22,
        fill: theme.ground,
        stroke: theme.ink,
        strokeWidth: Math.max(1.5, em * 0.09),
      }),
    ),
  ];
}
