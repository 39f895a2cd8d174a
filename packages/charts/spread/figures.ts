import { type Language, sayNumber } from '#packages/i18n';
import { type BoxPlot, boxPlot } from '#packages/statistics/description';
import { chartWords } from '../words.ts';
import { spreadWords } from './words.ts';

export type SpreadData = {
  readonly title: string;
  readonly language: Language;
  readonly rows: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** A row of fewer answers is not shown, not even its number. Whoever asks knows how few give somebody away. */
  readonly threshold: number;
  /** Without it the scale goes around what was found. */
  readonly scale?: readonly [least: number, most: number];
  /** Words for the ends of the scale: "helemaal oneens", "helemaal eens". */
  readonly ends?: readonly [least: string, most: string];
};

export type SpreadRow = {
  readonly name: string;
  /** In order, from small to large; null where there are too few of them. */
  readonly shown: { readonly values: readonly number[]; readonly box: BoxPlot } | null;
};

export const spreadRows = ({ rows, threshold }: SpreadData): SpreadRow[] =>
  rows.map(({ name, values }) => {
    const found = values.filter(Number.isFinite).sort((a, b) => a - b);
    const isShown = found.length >= Math.max(1, threshold);
    return { name, shown: isShown ? { values: found, box: boxPlot(found, { type: 7 }) } : null };
  });

/** Which row stands highest and lowest, and how many are left out. */
export function spreadSentence({ language, scale }: SpreadData, rows: readonly SpreadRow[]): string {
  const words = spreadWords[language];
  const say = (value: number) => sayNumber(value, language);
  const shown = rows.flatMap(({ name, shown: found }) => (found ? [{ name, ...found }] : []));
  const leftOut = rows.length - shown.length;
  const rest = leftOut === 0 ? [] : [chartWords[language].leftOut(leftOut)];
  const first = shown[0];
  if (!first) return rows.length === 0 ? chartWords[language].nothing : rest.join(' ');
  if (shown.length === 1) {
    const way = scale
      ? words.scale(say(scale[0]), say(scale[1]))
      : words.between(say(first.values[0] ?? 0), say(first.values.at(-1) ?? 0));
    return [words.one(first.box.n, say(first.box.median), way), ...rest].join(' ');
  }
  const most = shown.reduce((a, b) => (b.box.median > a.box.median ? b : a));
  const least = shown.reduce((a, b) => (b.box.median < a.box.median ? b : a));
  const told =
    most.box.median === least.box.median
      ? words.equal(say(most.box.median))
      : words.most(most.name, say(most.box.median), least.name, say(least.box.median));
  return [told, ...rest].join(' ');
}
