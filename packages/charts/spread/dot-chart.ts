import { sayNumber } from '#packages/i18n';
import { mean } from '#packages/statistics';
import type { Chart } from '../chart.ts';
import { shapePath } from '../scale.ts';
import { chartWords } from '../words.ts';
import { dots, drawSpread, medianLine } from './draw-spread.ts';
import { type SpreadData, spreadRows, spreadSentence } from './figures.ts';
import { spreadWords } from './words.ts';

/** Individual answers as dots, with the middle one, and behind them where the middle half lies. */
export function dotChart(data: SpreadData): Chart {
  const { language } = data;
  const words = spreadWords[language];
  const rows = spreadRows(data);
  const say = (value: number) => sayNumber(value, language, 2);
  return {
    title: data.title,
    sentence: spreadSentence(data, rows),
    table: {
      name: chartWords[language].tableName,
      head: [words.row, words.n, words.mean, words.median, words.q1, words.q3, words.answers],
      rows: rows.map(({ name, shown }) =>
        shown
          ? [
              name,
              String(shown.box.n),
              say(mean(shown.values)),
              ...[shown.box.median, shown.box.q1, shown.box.q3].map(say),
              shown.values.map(say).join('; '),
            ]
          : [name, chartWords[language].tooFew, '', '', '', '', ''],
      ),
    },
    draw: (frame) =>
      drawSpread(
        data,
        rows,
        frame,
        (band) => {
          const { row, x, top } = band;
          const { em, theme } = frame;
          // Under the dots is room for the mark of the middle one.
          const bottom = band.bottom - em * 0.75;
          return [
            {
              tag: 'rect',
              x: x(row.box.q1) - em * 0.3,
              y: top,
              width: x(row.box.q3) - x(row.box.q1) + em * 0.6,
              height: bottom - top,
              rx: em * 0.3,
              fill: theme.accentSoft,
              stroke: theme.edge,
              strokeWidth: Math.max(1, em * 0.06),
            },
            { ...medianLine({ ...band, bottom }), strokeWidth: Math.max(1.5, em * 0.1) },
            ...dots({ ...band, bottom }),
            {
              tag: 'path',
              d: shapePath('triangle', { x: x(row.box.median), y: bottom + em * 0.42 }, em * 0.3),
              fill: theme.ink,
            },
          ];
        },
        3.3,
      ),
  };
}
