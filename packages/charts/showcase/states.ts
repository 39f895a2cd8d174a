import type { Language } from '#packages/i18n';
import {
  barChart,
  boxChart,
  type Chart,
  dotChart,
  processChart,
  provinces,
  runChart,
  scatterChart,
  stackedChart,
  tileMap,
} from '../index.ts';

type Words = Readonly<Record<Language, string>>;

/** A chart in one of its states; shown on /components and drawn by the tests. */
export type State = {
  readonly kind: string;
  readonly state: Words;
  /** Fills the height of its place, in em. */
  readonly height?: number;
  readonly chart: (language: Language) => Chart;
};

const filled: Words = { nl: 'met cijfers', en: 'with figures' };
const empty: Words = { nl: 'nog leeg', en: 'still empty' };
const one: Words = { nl: 'één', en: 'one' };
const many: Words = { nl: 'heel veel', en: 'very many' };
const long: Words = { nl: 'lange namen', en: 'long names' };

/** Numbers that look found but are the same each time. */
function series(count: number, seed: number): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  });
}
const onScale = (count: number, seed: number, middle: number) =>
  series(count, seed).map((part) => Math.min(5, Math.max(1, Math.round(middle + (part - 0.5) * 3.4))));

const periods = ['P0', 'P1', 'P2', 'P3'];
const goal: Words = {
  nl: 'De leerlingen van groep 6–8 kunnen zelf zeggen welk rekendoel ze hebben gehaald.',
  en: 'The pupils of years 6–8 can say themselves which maths goal they have reached.',
};

const run = (
  state: Words,
  values: readonly (number | null)[],
  target: number | null,
  { height = 15, marks }: { height?: number; marks?: Parameters<typeof runChart>[0]['marks'] } = {},
): State => ({
  kind: 'runChart',
  state,
  height,
  chart: (language) =>
    runChart({ title: goal[language], language, values, slots: periods, target, ...(marks && { marks }) }),
});

const runs: readonly State[] = [
  run(filled, [5, 6, 7], 8, {
    height: 18,
    marks: [
      { kind: 'action', name: 'exit tickets', at: 0.9 },
      { kind: 'visit', name: 'lesbezoek bij Noor', at: 1.6 },
      { kind: 'action', name: 'duo’s leggen uit', at: 2.2 },
    ],
  }),
  run({ nl: 'veel tekens', en: 'many marks' }, [5, 6, 6.5], 8, {
    marks: Array.from({ length: 7 }, (_, place) => ({
      kind: place % 3 === 0 ? 'visit' : 'action',
      name: `vragenkaart voor groep ${place + 1}`,
      at: 0.6 + place / 3,
    })),
  }),
  run({ nl: 'klein, naast andere', en: 'small, beside others' }, [5, 6.5, 7], 8, { height: 6 }),
  run({ nl: 'norm gehaald, P2 niet gemeten', en: 'target reached, P2 not measured' }, [4, 6.5, null, 9], 7),
  run({ nl: 'alles gelijk', en: 'all equal' }, [5, 5, 5, 5], 5),
  run({ nl: 'nulmeting', en: 'baseline' }, [4], 8),
  run({ nl: 'op de randen', en: 'at the edges' }, [1, 10, 1, 10], 10),
  run(empty, [], 7),
  {
    kind: 'runChart',
    state: many,
    height: 15,
    chart: (language) =>
      runChart({
        title: language === 'nl' ? 'Hoe vaak ging de bordsessie door?' : 'How often did the session happen?',
        language,
        values: series(1000, 7).map((part) => 1 + part * 9),
        slots: Array.from({ length: 1000 }, (_, place) => `week ${place + 1}`),
        target: null,
      }),
  },
];

const scales: readonly (Words & { values: number[] })[] = [
  { nl: 'Collega’s', en: 'Colleagues', values: onScale(16, 11, 4) },
  { nl: 'Visie', en: 'Vision', values: onScale(16, 12, 3.4) },
  { nl: 'Verbetercultuur', en: 'Improvement culture', values: onScale(15, 13, 3.1) },
  { nl: 'Leiding en leerlingen', en: 'Leaders and pupils', values: [3, 4, 4] },
];
const ends = {
  nl: ['helemaal oneens', 'helemaal eens'],
  en: ['totally disagree', 'totally agree'],
} as const;

const spread = (
  kind: 'dotChart' | 'boxChart',
  state: Words,
  rows: readonly (Words & { values: readonly number[] })[],
  isScale = true,
): State => ({
  kind,
  state,
  chart: (language) =>
    (kind === 'dotChart' ? dotChart : boxChart)({
      title: language === 'nl' ? 'Hoe werken we samen?' : 'How do we work together?',
      language,
      rows: rows.map((row) => ({ name: row[language], values: row.values })),
      threshold: 5,
      ...(isScale && { scale: [1, 5] as const, ends: ends[language] }),
    }),
});

const schools: readonly (Words & { values: number[] })[] = [
  { nl: 'De Linde', en: 'De Linde', values: series(31, 3).map((part) => 3 + part * part * 4) },
  { nl: 'Het Anker', en: 'Het Anker', values: [...series(24, 5).map((part) => 4 + part), 9.4, 1.2] },
  { nl: 'De Wilg', en: 'De Wilg', values: [3.5, 4, 4, 5.5, 6, 7] },
  { nl: 'De Kei', en: 'De Kei', values: [4] },
];
const wordy: Words = {
  nl: 'Wij bespreken in ons team regelmatig en zonder omwegen wat er in de les goed gaat en wat er nog beter kan',
  en: 'In our team we discuss regularly and frankly what goes well in the lesson and what could still be better',
};

const spreads: readonly State[] = [
  spread('dotChart', filled, scales),
  spread('dotChart', one, scales.slice(0, 1)),
  spread('dotChart', { nl: 'te weinig antwoorden', en: 'too few answers' }, scales.slice(3)),
  spread('dotChart', { nl: 'alles gelijk', en: 'all equal' }, [
    { ...wordy, values: Array.from({ length: 9 }, () => 4) },
  ]),
  spread('dotChart', many, [{ nl: 'Alle leraren', en: 'All teachers', values: onScale(1000, 9, 3.6) }]),
  spread('dotChart', empty, []),
  spread('boxChart', filled, schools, false),
  spread('boxChart', long, [{ ...wordy, values: onScale(40, 2, 3) }]),
  spread(
    'boxChart',
    many,
    [
      {
        nl: 'Alle leraren',
        en: 'All teachers',
        values: series(1000, 21).map((part) => 5 + Math.tan((part - 0.5) * 2.6)),
      },
    ],
    false,
  ),
  spread('boxChart', empty, [], false),
];

const process = (state: Words, values: readonly number[]): State => ({
  kind: 'processChart',
  state,
  height: 15,
  chart: (language) =>
    processChart({
      title: language === 'nl' ? 'Minuten per bordsessie' : 'Minutes per session',
      language,
      points: values.map((value, place) => ({ name: `week ${place + 1}`, value })),
    }),
});

const processes: readonly State[] = [
  process(
    filled,
    series(26, 53).map((part, week) =>
      Math.round(14 + part * 5 + (week > 17 ? 4 : 0) + (week === 6 ? 9 : 0)),
    ),
  ),
  process({ nl: 'nog weinig punten', en: 'few points yet' }, [15, 17, 14, 16, 18]),
  process(
    { nl: 'alles gelijk', en: 'all equal' },
    Array.from({ length: 14 }, () => 15),
  ),
  process(empty, []),
];

const mistakes: readonly (Words & { value: number; isStrong?: boolean })[] = [
  { nl: 'gelijknamig maken', en: 'finding a common denominator', value: 14, isStrong: true },
  { nl: 'breuk van een getal', en: 'fraction of a number', value: 9 },
  { nl: 'vergelijken', en: 'comparing', value: 6 },
  { nl: 'op de getallenlijn', en: 'on the number line', value: 3 },
];

const bar = (
  state: Words,
  rows: readonly (Words & { value: number; isStrong?: boolean })[],
  of: 'count' | 'share' = 'count',
): State => ({
  kind: 'barChart',
  state,
  chart: (language) =>
    barChart({
      title: language === 'nl' ? 'Wie maakt welke fout?' : 'Who makes which mistake?',
      language,
      of,
      rows: rows.map(({ value, isStrong = false, ...name }) => ({ name: name[language], value, isStrong })),
    }),
});

const agreement: Readonly<Record<Language, readonly string[]>> = {
  nl: ['helemaal oneens', 'oneens', 'neutraal', 'eens', 'helemaal eens'],
  en: ['totally disagree', 'disagree', 'neutral', 'agree', 'totally agree'],
};
const yes: Readonly<Record<Language, readonly string[]>> = {
  nl: ['nee', 'een beetje', 'ja'],
  en: ['no', 'a little', 'yes'],
};

const stacked = (
  state: Words,
  categories: Readonly<Record<Language, readonly string[]>>,
  rows: readonly (Words & { counts: readonly number[] })[],
  from: 'middle' | 'left' = 'middle',
): State => ({
  kind: 'stackedChart',
  state,
  chart: (language) =>
    stackedChart({
      title: language === 'nl' ? 'Wat vinden we?' : 'What do we think?',
      language,
      categories: categories[language],
      rows: rows.map(({ counts, ...name }) => ({ name: name[language], counts })),
      threshold: 5,
      from,
    }),
});

const bars: readonly State[] = [
  bar(filled, mistakes),
  bar(
    { nl: 'delen', en: 'shares' },
    [
      { nl: 'ja', en: 'yes', value: 0.56 },
      { nl: 'soms', en: 'sometimes', value: 0.24 },
      { nl: 'nee', en: 'no', value: 0.2 },
    ],
    'share',
  ),
  bar({ nl: 'onder nul', en: 'below zero' }, [
    { nl: 'De Linde', en: 'De Linde', value: 1.2 },
    { nl: 'Het Anker', en: 'Het Anker', value: -0.8 },
    { nl: 'De Wilg', en: 'De Wilg', value: Number.NaN },
  ]),
  bar(long, [{ ...wordy, value: 12 }]),
  bar(empty, []),
  stacked(filled, agreement, [
    { nl: 'We maken samen lessen', en: 'We make lessons together', counts: [1, 2, 4, 9, 6] },
    { nl: 'We kijken bij elkaar in de les', en: 'We visit each other’s lessons', counts: [3, 7, 5, 5, 2] },
    { nl: 'We vragen leerlingen wat helpt', en: 'We ask pupils what helps', counts: [1, 1, 0, 1, 0] },
    { ...wordy, counts: [0, 0, 0, 0, 18] },
  ]),
  stacked(
    { nl: 'vanaf links', en: 'from the left' },
    yes,
    [
      { nl: '9 november', en: '9 November', counts: [5, 8, 9] },
      { nl: '26 november', en: '26 November', counts: [1, 4, 16] },
    ],
    'left',
  ),
  stacked(empty, yes, []),
];

const scatter = (
  state: Words,
  points: readonly { name: string; x: number; y: number }[],
  fit?: { intercept: number; slope: number },
): State => ({
  kind: 'scatterChart',
  state,
  chart: (language) =>
    scatterChart({
      title: language === 'nl' ? 'Bordsessies en enthousiasme' : 'Sessions and enthusiasm',
      language,
      x: { name: language === 'nl' ? 'bordsessies per maand' : 'sessions per month' },
      y: { name: language === 'nl' ? 'enthousiasme' : 'enthusiasm', scale: [1, 5] },
      points,
      ...(fit && { fit }),
    }),
});
const cloud = (count: number) => {
  const [x, noise] = [series(count, 31), series(count, 37)];
  return x.map((part, place) => ({
    name: `school ${place + 1}`,
    x: Math.round(part * 80) / 10,
    y: 2 + part * 1.6 + (noise[place] ?? 0) * 1.2,
  }));
};

const scatters: readonly State[] = [
  scatter(filled, cloud(14), { intercept: 2.6, slope: 0.2 }),
  scatter(one, [{ name: 'De Linde', x: 3, y: 4 }]),
  scatter(
    { nl: 'op één plek', en: 'in one place' },
    Array.from({ length: 6 }, () => ({ name: 'De Linde', x: 3, y: 4 })),
  ),
  scatter(many, cloud(1000)),
  scatter(empty, []),
];

const tiles = (state: Words, given: readonly (readonly [value: number, n: number])[]): State => ({
  kind: 'tileMap',
  state,
  chart: (language) =>
    tileMap({
      title: language === 'nl' ? 'Scholen die samen verbeteren' : 'Schools that improve together',
      language,
      tiles: provinces,
      threshold: 5,
      values: Object.fromEntries(
        provinces.flatMap(({ id }, place) => {
          const there = given[place];
          return there ? [[id, { value: there[0], n: there[1] }]] : [];
        }),
      ),
    }),
});

const maps: readonly State[] = [
  tiles(
    filled,
    series(11, 41).map((part, place) => [2.5 + Math.round(part * 20) / 10, place === 4 ? 3 : 12 + place]),
  ),
  tiles(
    { nl: 'alles gelijk', en: 'all equal' },
    provinces.map(() => [3.4, 20]),
  ),
  tiles(empty, []),
];

export const states: readonly State[] = [...runs, ...processes, ...spreads, ...bars, ...scatters, ...maps];
