import { type Language, sayNumber } from '#packages/i18n';
import type { Chart, Shape } from '../chart.ts';
import { downRows } from '../rows/axis.ts';
import { placeRows } from '../rows/place-rows.ts';
import { scaled } from '../scale.ts';
import { label, textWidth } from '../text.ts';
import { chartWords } from '../words.ts';
import { barWords } from './words.ts';

export type BarData = {
  readonly title: string;
  readonly language: Language;
  readonly rows: readonly {
    readonly name: string;
    readonly value: number;
    /** The one that the chart is about: the others step back. */
    readonly isStrong?: boolean;
  }[];
  /** `share`: a value of 0.25 is 25%, and a whole bar is everybody. */
  readonly of?: 'count' | 'share';
};

/** How many there are of each, or which part; from zero, so that twice as long is twice as many. */
export function barChart({ title, language, rows, of = 'count' }: BarData): Chart {
  const words = barWords[language];
  const say = (value: number) =>
    of === 'share' ? words.share(sayNumber(value * 100, language, 0)) : sayNumber(value, language, 2);
  const all = rows.map(({ name, value, isStrong = false }) => ({
    name,
    value: Number.isFinite(value) ? value : null,
    isStrong,
  }));
  const sayRow = (value: number | null) => (value === null ? chartWords[language].noFigure : say(value));
  const isAnyStrong = all.some(({ isStrong }) => isStrong);
  return {
    title,
    sentence: sentenceOf(
      all.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }])),
      language,
      say,
    ),
    table: {
      name: chartWords[language].tableName,
      head: [words.row, chartWords[language].count],
      rows: all.map(({ name, value }) => [name, sayRow(value)]),
    },
    draw: (frame) => {
      const { em, theme, width } = frame;
      const texts = all.map(({ value }) => sayRow(value));
      // A bar below zero has its figure at its left.
      const roomFor = (isBelow: boolean) =>
        Math.max(
          0,
          ...texts.map((text, index) =>
            (all[index]?.value ?? 0) < 0 === isBelow ? textWidth(text, em) + em * 0.6 : 0,
          ),
        );
      const values = all.map(({ value }) => value ?? 0);
      const placed = placeRows(
        all.map(({ name }) => name),
        frame,
        { top: 0, height: em * 1.1, after: roomFor(false) },
      );
      const least = Math.min(0, ...values);
      const x = scaled(
        [least, of === 'share' ? Math.max(1, ...values) : Math.max(0, ...values)],
        [placed.left + roomFor(true), placed.right],
      );
      const shapes = all.flatMap(({ value, isStrong }, index): readonly Shape[] => {
        const row = placed.rows[index];
        if (!row) return [];
        const end = x(value ?? 0);
        const isBelow = (value ?? 0) < 0;
        return [
          ...row.name,
          {
            tag: 'rect',
            x: Math.min(x(0), end),
            y: row.top,
            width: Math.abs(end - x(0)),
            height: row.height,
            rx: em * 0.15,
            fill: isStrong || !isAnyStrong ? theme.accent : theme.edge,
          },
          label(texts[index] ?? '', {
            x: isBelow ? end - em * 0.4 : end + em * 0.4,
            y: row.top + row.height / 2 + em * 0.34,
            fontSize: em,
            fill: value === null ? theme.ink2 : isStrong ? theme.accent : theme.ink,
            fontWeight: value === null ? 400 : isStrong ? 750 : 650,
            ...(isBelow && { textAnchor: 'end' as const }),
          }),
        ];
      });
      const stroke = { x: x(0), stroke: theme.edge, strokeWidth: Math.max(1, em * 0.06) };
      const zero = least < 0 ? downRows(placed.rows, stroke, em) : [];
      return { width, height: placed.bottom, shapes: [...zero, ...shapes] };
    },
  };
}

function sentenceOf(
  rows: readonly { name: string; value: number }[],
  language: Language,
  say: (value: number) => string,
): string {
  const words = barWords[language];
  const first = rows[0];
  if (!first) return chartWords[language].nothing;
  if (rows.length === 1) return words.one(first.name, say(first.value));
  const most = rows.reduce((a, b) => (b.value > a.value ? b : a));
  const least = rows.reduce((a, b) => (b.value < a.value ? b : a));
  return most.value === least.value
    ? words.equal(say(most.value))
    : words.most(most.name, say(most.value), least.name, say(least.value));
}
