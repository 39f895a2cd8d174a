import { type Language, sayNumber } from '#packages/i18n';
import type { Chart, Frame, Picture, Shape } from '../chart.ts';
import { slotNames } from '../run/slot-names.ts';
import { pathOf, roundScale, scaled, shapePath } from '../scale.ts';
import { label, textWidth } from '../text.ts';
import { chartWords } from '../words.ts';
import { type Limits, processLimits } from './limits.ts';
import { processWords } from './words.ts';

export type ProcessData = {
  readonly title: string;
  readonly language: Language;
  readonly points: readonly { readonly name: string; readonly value: number }[];
  /** One leap does not widen the limits. */
  readonly screened?: boolean;
};

/** A long series, such as each week: what is ordinary up and down, and what is more than that? Not for the four measurements of a goal. */
export function processChart({ title, language, points, screened = true }: ProcessData): Chart {
  const words = processWords[language];
  const say = (value: number) => sayNumber(value, language);
  const found = points.filter(({ value }) => Number.isFinite(value));
  const limits = processLimits(
    found.map(({ value }) => value),
    screened,
  );
  const lastSignal = limits.signals.findLastIndex((signal) => signal !== null);
  const signal = limits.signals[lastSignal];
  const told = signal
    ? words.changed(say(limits.mean), found[lastSignal]?.name ?? '', words.signals[signal])
    : words.ordinary(say(limits.mean));
  return {
    title,
    sentence:
      found.length === 0
        ? chartWords[language].nothing
        : [told, ...(limits.isTrial ? [words.trial] : [])].join(' '),
    table: {
      name: chartWords[language].tableName,
      head: [words.when, words.value, words.signal],
      rows: found.map(({ name, value }, place) => {
        const here = limits.signals[place];
        return [name, sayNumber(value, language, 2), here ? words.signals[here] : ''];
      }),
    },
    draw: (frame) =>
      draw(found, limits, frame, {
        mean: words.mean(say(limits.mean)),
        lower: words.lower(say(limits.lower)),
        upper: words.upper(say(limits.upper)),
      }),
  };
}

function draw(
  points: ProcessData['points'],
  { mean, lower, upper, signals }: Limits,
  { width, height: given, em, theme }: Frame,
  names: Record<'mean' | 'lower' | 'upper', string>,
): Picture {
  const height = given ?? Math.max(em * 12, Math.min(width * 0.4, em * 20));
  const values = points.map(({ value }) => value);
  const { ends } = roundScale(values.length > 0 ? [...values, lower, upper] : [0, 1]);
  const size = em * 0.9;
  const left = em * 0.6;
  const right = width - Math.max(...Object.values(names).map((name) => textWidth(name, size))) - em * 0.8;
  const bottom = height - em * 1.8;
  const y = scaled(ends, [bottom - em * 0.4, em * 0.8]);
  const step = (right - left) / Math.max(1, points.length);
  const spots = values.map((value, place) => ({ x: left + (place + 0.5) * step, y: y(value) }));
  const r = Math.min(em * 0.3, Math.max(1.5, step * 0.4));
  const line = (value: number, isMean: boolean): Shape => ({
    tag: 'line',
    x1: left,
    x2: right,
    y1: y(value),
    y2: y(value),
    stroke: isMean ? theme.ink2 : theme.edge,
    strokeWidth: Math.max(1.5, em * 0.09),
    ...(!isMean && { strokeDasharray: `${Math.round(em * 0.5)} ${Math.round(em * 0.35)}` }),
  });
  // The words of three lines that lie close stand a line apart.
  const apart = size * 1.1;
  const centre = Math.min(bottom - apart, Math.max(em + apart, y(mean) + size * 0.34));
  const word = (text: string, at: number) =>
    label(text, { x: right + em * 0.5, y: at, fontSize: size, fill: theme.ink2 });
  const isAny = points.length > 0;
  return {
    width,
    height,
    shapes: [
      ...(isAny
        ? [
            line(upper, false),
            line(mean, true),
            line(lower, false),
            word(names.upper, Math.max(em, Math.min(y(upper) + size * 0.34, centre - apart))),
            word(names.mean, centre),
            word(names.lower, Math.min(bottom, Math.max(y(lower) + size * 0.34, centre + apart))),
          ]
        : []),
      {
        tag: 'path',
        d: pathOf(spots),
        fill: 'none',
        stroke: theme.edge,
        strokeWidth: Math.min(Math.max(2, em * 0.12), Math.max(1, step)),
        strokeLinejoin: 'round',
      },
      ...spots.map((spot, place): Shape => {
        if (!signals[place]) return { tag: 'circle', cx: spot.x, cy: spot.y, r, fill: theme.ink };
        const isHigh = (values[place] ?? mean) >= mean;
        return isHigh
          ? { tag: 'path', d: shapePath('diamond', spot, r * 1.4), fill: theme.accent }
          : { tag: 'path', d: shapePath('square', spot, r * 1.2), fill: theme.mark };
      }),
      ...slotNames(
        points.map(({ name }) => name),
        { left, step, width, y: height - em * 0.4, size, fill: theme.ink3 },
      ),
    ],
  };
}
