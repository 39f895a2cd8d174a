import { type Language, sayNumber } from '#packages/i18n';
import type { Chart } from '../chart.ts';
import { chartWords } from '../words.ts';
import { drawRun, type Measured } from './draw-run.ts';
import type { RunMark } from './place-marks.ts';
import { runWords } from './words.ts';

export type RunData = {
  readonly title: string;
  readonly language: Language;
  /** What was measured, by place on the axis; null where nothing was. */
  readonly values: readonly (number | null)[];
  /** What the places are called. There may be more of them than values: they are still to come. */
  readonly slots: readonly string[];
  readonly target: number | null;
  readonly marks?: readonly RunMark[];
  /** The ends of the scale, the same for everything that stands side by side. A goal's is from 1 to 10. */
  readonly scale?: readonly [least: number, most: number];
};

/** Something measured again and again: its course, where it should come, and what happened on the way. No forecast. */
export function runChart(data: RunData): Chart {
  const { title, language, slots, target, marks = [] } = data;
  const words = runWords[language];
  const say = (value: number) => sayNumber(value, language);
  const measured = measuredOf(data);
  return {
    title,
    sentence: sentenceOf(data, measured, say),
    table: {
      name: chartWords[language].tableName,
      head: [words.when, words.value, ...(marks.length > 0 ? [words.happened] : [])],
      rows: slots.map((slot, place) => {
        const here = marks.filter(({ at }) => placeOf(at, slots.length) === place);
        const value = measured.find((one) => one.slot === place)?.value;
        return [
          slot,
          value === undefined ? words.notMeasured : say(value),
          ...(marks.length > 0 ? [here.map(({ name }) => name).join('; ')] : []),
        ];
      }),
    },
    draw: (frame) =>
      drawRun({ slots, target, marks, scale: data.scale ?? [1, 10], measured, words, say }, frame),
  };
}

const measuredOf = ({ values, slots }: RunData): Measured[] =>
  values
    .slice(0, slots.length)
    .flatMap((value, slot) => (value !== null && Number.isFinite(value) ? [{ slot, value }] : []));

const placeOf = (at: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(at)));

function sentenceOf(data: RunData, measured: readonly Measured[], say: (value: number) => string): string {
  const words = runWords[data.language];
  const target = data.target === null ? null : say(data.target);
  const first = measured[0];
  const last = measured.at(-1);
  if (!first || !last) return words.none(target);
  const slot = data.slots[last.slot] ?? '';
  if (first === last)
    return slot === 'P0' ? words.baseline(say(last.value), target) : words.one(say(last.value), slot, target);
  const toGo = data.target === null || last.value >= data.target ? null : say(data.target - last.value);
  return words.course({
    first: say(first.value),
    begun: data.slots[first.slot] ?? '',
    last: say(last.value),
    slot,
    target,
    toGo,
  });
}
