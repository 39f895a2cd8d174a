import type {
  Contrast,
  Correction,
  FactorialMean,
  FTest,
  Layout,
  MixedResult,
  SumsOfSquares,
} from '../../anova/index.ts';
import type { Table } from '../../table.ts';
import { expandColumns } from '../columns.ts';
import { LABELS } from '../labels.ts';
import { badOption, type Given, LEVEL, levelOf, type Options } from '../options.ts';
import type { Block, Printer, TableColumn } from '../print.ts';
import { scores, testedTerms } from './tables.ts';

/** What the analyses of variance have in common on the command line. */

export const TYPE = {
  // The same option says what type a column is, in every analysis.
  type: {
    kind: 'pairs',
    value: 'II|III',
    choices: ['II', 'III'],
    help: 'of the sums of squares (default III); column=number|category says the type of a column',
  },
} as const satisfies Options;

export const sumsOfSquaresOf = (given: Given): { readonly type?: SumsOfSquares } =>
  given.list('type').includes('II') ? { type: 'II' } : {};

/** Wide or long; README.md shows both. */
export const LAYOUT = {
  within: {
    kind: 'list',
    value: 'y1,y2,y3',
    help: 'wide: the columns of the measurements; long: the column that says which measurement it is',
    required: true,
  },
  id: { kind: 'text', value: 'teacher', help: 'long: the column that says whose measurement it is' },
  outcome: { kind: 'text', value: 'y', help: 'long: the column that is measured' },
  name: { kind: 'text', value: 'year', help: 'wide: what the measurements differ in (default within)' },
  correction: {
    kind: 'choice',
    value: 'gg|hf|none',
    choices: ['gg', 'hf', 'none'],
    help: 'for lack of sphericity: Greenhouse–Geisser, Huynh–Feldt or none (default gg)',
  },
  ...LEVEL,
} as const satisfies Options;

const CORRECTIONS: readonly Correction[] = ['gg', 'hf', 'none'];

export function layoutOf(
  data: Table,
  given: Given,
): Layout & { readonly withinName?: string; readonly correction?: Correction; readonly level?: number } {
  const correction = CORRECTIONS.find((one) => one === given.text('correction'));
  const chosen = { ...(correction ? { correction } : {}), ...levelOf(given) };
  const within = expandColumns(data, given.list('within'));
  const outcome = given.text('outcome');
  const name = given.text('name');
  const named = name === undefined ? {} : { withinName: name };
  if (outcome === undefined && given.has('id') && within.length === 1) {
    throw badOption({
      nl: 'Lange gegevens (één kolom bij --within) vragen ook --outcome: de kolom die gemeten is.',
      en: 'Long data (one column with --within) also need --outcome: the column that is measured.',
    });
  }
  if (outcome === undefined) return { within, ...named, ...chosen };
  const id = given.text('id');
  if (id === undefined || within.length !== 1) {
    throw badOption({
      nl: 'Met --outcome zijn de gegevens lang: geef --id en één kolom bij --within.',
      en: 'With --outcome the data are long: give --id, and one column with --within.',
    });
  }
  return { id, within: within[0], outcome, withinName: within[0], ...named, ...chosen };
}

/** `F(2, 57) = 3.98, p = 0.024`. */
export function fTest(test: FTest | null, to: Printer): string {
  if (!test) return '–';
  const between = to.language === 'nl' ? ';' : ',';
  return `F(${to.number(test.df1)}${between} ${to.number(test.df2)}) = ${to.number(test.F)}, ${to.chance(test.p)}`;
}

/** Of a mean: a column per factor says which of its levels. */
export const levelsOf = (
  factors: readonly { readonly name: string }[],
  to: Printer,
): readonly TableColumn<Pick<FactorialMean, 'between'>>[] =>
  factors.map(({ name }) => to.words(name, ({ between }) => between[name]));

export const mixedBlocks = (result: MixedResult, to: Printer): readonly Block[] => [
  to.table(result.effects, [
    ...testedTerms(to),
    to.numbers('ges', ({ ges }) => ges),
    to.numbers(LABELS.partialEta2, ({ partialEta2 }) => partialEta2),
  ]),
  to.facts([
    [
      'epsilon',
      `Greenhouse–Geisser ${to.number(result.epsilon.gg)}, Huynh–Feldt ${to.number(result.epsilon.hf)}`,
    ],
    ['Mauchly', result.mauchly ? `W = ${to.number(result.mauchly.W)}, ${to.chance(result.mauchly.p)}` : '–'],
    ...(result.analysis === 'anova-mixed' ? [[LABELS.sumsOfSquares, result.type] as const] : []),
  ]),
  to.table(result.means, [
    ...levelsOf(result.between, to),
    to.words(result.within.name, ({ within }) => within[result.within.name]),
    ...scores(to),
    to.intervals(to.intervalOf(result.level), ({ ci }) => ci),
  ]),
  contrastsBlock(result.contrasts, to),
];

const SIZES = ['d_av', 'd_means', 'd'] as const;

/** They divide by different things, so each has its own column. */
const sizesOf = (contrasts: readonly Contrast[]): readonly (typeof SIZES)[number][] =>
  SIZES.filter((name) => contrasts.some((contrast) => contrast[name] !== null));

export const contrastsBlock = (contrasts: readonly Contrast[], to: Printer): Block =>
  to.table(contrasts, [
    to.words(LABELS.family, ({ family }) => to.word(family)),
    to.words('contrast', ({ family, contrast }) => (family === 'trend' ? to.word(contrast) : contrast)),
    to.numbers(LABELS.estimate, ({ estimate }) => estimate),
    to.numbers('se', ({ se }) => se),
    to.numbers('df', ({ df }) => df),
    to.numbers('t', ({ t }) => t),
    to.pValues('p', ({ p }) => p),
    to.pValues('p Holm', ({ pHolm }) => pHolm),
    ...sizesOf(contrasts).map((name) => to.numbers(name, (contrast: Contrast) => contrast[name])),
  ]);
