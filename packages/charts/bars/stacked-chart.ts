import { type Language, sayNumber } from '#packages/i18n';
import type { Chart, Frame, Picture, Shape } from '../chart.ts';
import { downRows } from '../rows/axis.ts';
import { filled, fillsOf, wordsOn } from '../rows/fills.ts';
import { key } from '../rows/key.ts';
import { placeRows } from '../rows/place-rows.ts';
import { refused } from '../rows/refused.ts';
import { textWidth } from '../text.ts';
import { chartWords } from '../words.ts';
import { barWords } from './words.ts';

export type StackedData = {
  readonly title: string;
  readonly language: Language;
  /** From no to yes, in the order of the scale. */
  readonly categories: readonly string[];
  readonly rows: readonly { readonly name: string; readonly counts: readonly number[] }[];
  /** A row of fewer answers is not shown, not even its number. */
  readonly threshold: number;
  /** `middle`: what agrees lies at the right of one line through all rows, what does not at its left. `left`: all bars begin together. */
  readonly from?: 'middle' | 'left';
};

type StackedRow = { readonly name: string; readonly n: number; readonly counts: readonly number[] | null };

/** How answers are divided over the steps of a scale. */
export function stackedChart(data: StackedData): Chart {
  const { title, language, categories } = data;
  const words = barWords[language];
  const rows = data.rows.map(({ name, counts }): StackedRow => {
    const whole = categories.map((_, step) => {
      const count = counts[step] ?? 0;
      return Number.isFinite(count) && count > 0 ? count : 0;
    });
    const n = whole.reduce((sum, count) => sum + count, 0);
    return { name, n, counts: n >= Math.max(1, data.threshold) ? whole : null };
  });
  const say = (share: number) => sayNumber(share * 100, language, 0);
  return {
    title,
    sentence: sentenceOf(data, rows, say),
    table: {
      name: chartWords[language].tableName,
      head: [words.row, words.answers, ...categories],
      rows: rows.map(({ name, n, counts }) =>
        counts
          ? [name, String(n), ...counts.map((count) => `${count} (${words.share(say(count / n))})`)]
          : [name, chartWords[language].tooFew, ...categories.map(() => '')],
      ),
    },
    draw: (frame) => draw(data, rows, frame, say),
  };
}

/** Which part lies in the upper half of the scale; a step in the middle belongs to neither half. */
function agreeing(counts: readonly number[], n: number): number {
  const from = Math.ceil(counts.length / 2);
  return counts.slice(from).reduce((sum, count) => sum + count, 0) / n;
}

function sentenceOf(
  { language, categories }: StackedData,
  rows: readonly StackedRow[],
  say: (share: number) => string,
): string {
  const words = barWords[language];
  const shown = rows.flatMap(({ name, n, counts }) => (counts ? [{ name, share: agreeing(counts, n) }] : []));
  const leftOut = rows.length - shown.length;
  const rest = leftOut === 0 ? [] : [chartWords[language].leftOut(leftOut)];
  const first = shown[0];
  if (!first) return rest[0] ?? chartWords[language].nothing;
  const upper = categories
    .slice(Math.ceil(categories.length / 2))
    .map(words.quoted)
    .join(words.or);
  const most = shown.reduce((a, b) => (b.share > a.share ? b : a));
  const least = shown.reduce((a, b) => (b.share < a.share ? b : a));
  const told =
    shown.length === 1
      ? words.agreeing(upper, first.name, say(first.share))
      : say(most.share) === say(least.share)
        ? words.agreeingEqual(upper, say(most.share))
        : words.agreeingMost(upper, most.name, say(most.share), least.name, say(least.share));
  return [told, ...rest].join(' ');
}

function draw(
  data: StackedData,
  rows: readonly StackedRow[],
  frame: Frame,
  say: (share: number) => string,
): Picture {
  const { em, theme, width } = frame;
  const words = chartWords[data.language];
  const fills = fillsOf(data.categories.length);
  const legend = key(
    data.categories.map((text, step) => ({ text, fill: fills[step] ?? 'plain' })),
    { left: width < em * 30 ? 0 : width * 0.3, right: width, top: 0 },
    frame,
  );
  const placed = placeRows(
    rows.map(({ name }) => name),
    frame,
    { top: legend.height + em * 0.2, height: em * 1.9, after: 0 },
  );
  const isMiddle = data.from !== 'left';
  const before = rows.map(({ counts, n }) => (counts && isMiddle ? disagreeing(counts, n) : 0));
  const room = Math.max(0, ...before);
  const longest = room + Math.max(0, ...before.map((share) => 1 - share));
  const unit = (placed.right - placed.left) / Math.max(1, longest);
  const zero = placed.left + room * unit;

  const shapes = rows.flatMap(({ counts, n }, index): readonly Shape[] => {
    const row = placed.rows[index];
    if (!row) return [];
    const bottom = row.top + row.height;
    if (!counts) {
      const box = { left: placed.left, right: placed.right, top: row.top, bottom };
      return [...row.name, ...refused([words.tooFewThan(data.threshold), words.tooFew], box, frame)];
    }
    let x = zero - (before[index] ?? 0) * unit;
    const segments = counts.flatMap((count, step): readonly Shape[] => {
      const left = x;
      x += (count / n) * unit;
      const fill = fills[step] ?? 'plain';
      const text = say(count / n);
      const gap = em * 0.06;
      if (x - left <= gap * 3) return [];
      return [
        ...filled(fill, { left: left + gap, right: x - gap, top: row.top, bottom }, em, theme),
        ...(textWidth(text, em) + em * 0.5 <= x - left
          ? [
              wordsOn(fill, text, theme, {
                x: (left + x) / 2,
                y: row.top + row.height / 2 + em * 0.34,
                fontSize: em,
                textAnchor: 'middle',
                fontWeight: 650,
              }),
            ]
          : []),
      ];
    });
    return [...row.name, ...segments];
  });
  const stroke = { x: zero, stroke: theme.ink, strokeWidth: Math.max(1.5, em * 0.08) };
  const line = isMiddle && room > 0 ? downRows(placed.rows, stroke, em) : [];
  return { width, height: placed.bottom, shapes: [...legend.shapes, ...line, ...shapes] };
}

/** Which part lies left of the middle: the lower half, with half of a step in the middle. */
function disagreeing(counts: readonly number[], n: number): number {
  const half = Math.floor(counts.length / 2);
  const lower = counts.slice(0, half).reduce((sum, count) => sum + count, 0);
  const middle = counts.length % 2 === 1 ? (counts[half] ?? 0) / 2 : 0;
  return (lower + middle) / n;
}
