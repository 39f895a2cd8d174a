import { type Language, sayNumber } from '#packages/i18n';
import type { Chart, Frame, Picture, Shape } from '../chart.ts';
import { type Fill, filled } from '../rows/fills.ts';
import { key } from '../rows/key.ts';
import { refused } from '../rows/refused.ts';
import { type Ends, roundScale } from '../scale.ts';
import { label, textWidth } from '../text.ts';
import { chartWords } from '../words.ts';
import { tileWords } from './words.ts';

/** An area as a tile, at its place among the others. */
export type Tile = {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly column: number;
  readonly row: number;
};

export type TileData = {
  readonly title: string;
  readonly language: Language;
  readonly tiles: readonly Tile[];
  /** By the tile's id: what was found there, from how many answers. */
  readonly values: Readonly<Record<string, { readonly value: number; readonly n: number }>>;
  /** A tile of fewer answers has no figure, not even its number. */
  readonly threshold: number;
  readonly scale?: Ends;
};

type Found = {
  readonly tile: Tile;
  readonly value: number | null;
  readonly n: number;
  readonly isFew: boolean;
};

/** Little to much, told apart in grey as well. */
const FILLS: readonly Fill[] = ['plain', 'striped', 'soft', 'softStriped', 'solid'];

/** A figure per area of a country or a region, each area as large as the others. */
export function tileMap(data: TileData): Chart {
  const { title, language, tiles, values, threshold } = data;
  const words = tileWords[language];
  const say = (value: number) => sayNumber(value, language, 2);
  const found = tiles.map((tile): Found => {
    const there = values[tile.id];
    const isThere = there !== undefined && Number.isFinite(there.value) && there.n > 0;
    const isFew = isThere && there.n < threshold;
    return { tile, value: isThere && !isFew ? there.value : null, n: there?.n ?? 0, isFew };
  });
  return {
    title,
    sentence: sentenceOf(found, language, say),
    table: {
      name: chartWords[language].tableName,
      head: [words.place, words.value, words.n],
      rows: found.map(({ tile, value, n, isFew }) =>
        value === null
          ? [tile.name, isFew ? chartWords[language].tooFew : words.none, '']
          : [tile.name, say(value), String(n)],
      ),
    },
    draw: (frame) => draw(data, found, frame, say),
  };
}

function sentenceOf(found: readonly Found[], language: Language, say: (value: number) => string): string {
  const words = tileWords[language];
  const shown = found.flatMap(({ tile, value }) => (value === null ? [] : [{ name: tile.name, value }]));
  const without = found.length - shown.length;
  const rest = without === 0 ? [] : [words.without(without)];
  const first = shown[0];
  if (!first) return chartWords[language].nothing;
  const most = shown.reduce((a, b) => (b.value > a.value ? b : a));
  const least = shown.reduce((a, b) => (b.value < a.value ? b : a));
  const told =
    shown.length === 1
      ? words.one(first.name, say(first.value))
      : most.value === least.value
        ? words.equal(say(most.value))
        : words.most(most.name, say(most.value), least.name, say(least.value));
  return [told, ...rest].join(' ');
}

function draw(
  { tiles, scale, language, threshold }: TileData,
  found: readonly Found[],
  frame: Frame,
  say: (value: number) => string,
): Picture {
  const { em, theme, width } = frame;
  const values = found.flatMap(({ value }) => (value === null ? [] : [value]));
  const bins = binsOf(values, scale);
  const entries = bins.map(({ from, to, fill }) => ({ fill, text: `${say(from)} – ${say(to)}` }));
  const legend = key(values.length > 0 ? entries : [], { left: 0, right: width, top: 0 }, frame);
  const columns = Math.max(1, ...tiles.map(({ column }) => column + 1));
  const rows = Math.max(1, ...tiles.map(({ row }) => row + 1));
  const gap = em * 0.25;
  const side = Math.min(em * 8.5, (width + gap) / columns - gap);
  const tall = Math.min(side, em * 4.5);
  const top = legend.height + em * 0.6;
  const size = em * 0.9;
  const isWide = tiles.every(({ name }) => textWidth(name, size) <= side - em * 0.6);
  const shapes = found.flatMap(({ tile, value, isFew }): readonly Shape[] => {
    const left = tile.column * (side + gap);
    const y = top + tile.row * (tall + gap);
    const box = { left, right: left + side, top: y, bottom: y + tall };
    const fill = bins.find(({ to }) => value !== null && value <= to)?.fill ?? bins.at(-1)?.fill ?? 'plain';
    const name = isWide ? tile.name : tile.short;
    const ink = value !== null && fill === 'solid' ? theme.onAccent : theme.ink;
    const middle = (box.left + box.right) / 2;
    const figure = value === null ? size : em * 1.3;
    const texts =
      value !== null ? [say(value)] : isFew ? [chartWords[language].tooFew, `< ${threshold}`] : ['–'];
    const fits = texts.find((text) => textWidth(text, figure) <= side - em * 0.4);
    return [
      ...(value === null ? refused([], box, frame) : filled(fill, box, em, theme, box.bottom - em * 0.7)),
      label(name, {
        x: middle,
        y: y + tall * 0.36,
        fontSize: size,
        fill: ink,
        textAnchor: 'middle',
      }),
      ...(fits
        ? [
            label(fits, {
              x: middle,
              y: y + tall * 0.36 + em * 1.35,
              fontSize: figure,
              fill: ink,
              textAnchor: 'middle',
              fontWeight: value === null ? 400 : 750,
            }),
          ]
        : []),
    ];
  });
  return { width, height: top + rows * (tall + gap), shapes: [...legend.shapes, ...shapes] };
}

/** Round steps between least and most, at most five of them. */
function binsOf(values: readonly number[], scale?: Ends) {
  const { ticks } = roundScale(scale ?? (values.length > 0 ? values : [0, 1]), FILLS.length - 1);
  const steps = ticks.slice(1).map((to, step) => ({ from: ticks[step] ?? to, to }));
  const fills =
    steps.length === 1
      ? [FILLS[2]]
      : steps.map((_, step) => FILLS[Math.round((step * 4) / (steps.length - 1))]);
  return steps.map((step, place) => ({ ...step, fill: fills[place] ?? 'plain' }));
}
