import { levelOf } from '../level.ts';
import { ENGINE, type Interval, type Result, StatisticsError, type Text } from '../result.ts';
import type { Table } from '../table.ts';
import { betweenContrasts } from './between-contrasts.ts';
import { incompleteCases, smallGroups, unequalVariances } from './cautions.ts';
import { type CellStatistics, type Cells, cellStatistics, crossing, type Factor, levelsAt } from './cells.ts';
import type { Contrast } from './contrasts.ts';
import { type Design, type Effect, effectsOf } from './effects.ts';
import { type EqualVariances, equalVariances } from './equal-variances.ts';
import { describeGroup, type Group, groupOf, pooledVariance, withoutSpread } from './groups.ts';
import type { SumsOfSquares } from './hypotheses.ts';
import { type Layout, type Measures, measuresOf } from './measures.ts';
import { aboutSphericity, aboutTypes } from './mixed-cautions.ts';
import { rotated, traceOf, withinBlock } from './rotation.ts';
import { type Correction, type Epsilon, epsilonOf, type Mauchly, mauchlyOf } from './sphericity.ts';
import { withinContrasts } from './within-contrasts.ts';

/** One group at one level. */
export interface CellMean {
  /** Factor to level: `{ group: 'po' }`; empty without between factors. */
  readonly between: Readonly<Record<string, string>>;
  /** Likewise of the within factor: `{ year: '2019' }`. */
  readonly within: Readonly<Record<string, string>>;
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
  readonly ci: Interval;
}

export interface MixedResult extends Result {
  readonly analysis: 'anova-rm' | 'anova-mixed';
  readonly type: SumsOfSquares;
  readonly correction: Correction;
  /** Of the intervals. */
  readonly level: number;
  readonly within: Factor;
  readonly between: readonly Factor[];
  /** Between factors and their crossings, then the within factor, then its crossings. */
  readonly effects: readonly Effect[];
  readonly epsilon: Epsilon;
  /** Null for two levels, and when there are too few cases for it. */
  readonly mauchly: Mauchly | null;
  /** Do the groups differ in the spread of the cases' means? Null without between factors. */
  readonly equalVariances: EqualVariances | null;
  readonly means: readonly CellMean[];
  readonly contrasts: readonly Contrast[];
}

export interface RepeatedMeasuresChoices {
  /** Default `gg`. */
  readonly correction?: Correction;
  /** What the within factor is called in the result; default `within`. */
  readonly withinName?: string;
  /** Of the intervals; default 0.95. */
  readonly level?: number;
}

export interface MixedChoices extends RepeatedMeasuresChoices {
  /** Columns of groups; all their crossings are in the model. */
  readonly between: readonly string[];
  /** Default `III`. */
  readonly type?: SumsOfSquares;
}

/**
 * Do the means at two or more moments (or conditions) differ within cases?
 *
 * @param choices the columns, wide (`within`: a column per level) or long (`id`, `within`, `outcome`).
 * @throws StatisticsError as {@link mixedAnova}.
 */
export function repeatedMeasuresAnova(data: Table, choices: Layout & RepeatedMeasuresChoices): MixedResult {
  return mixedAnova(data, { ...choices, between: [] });
}

/**
 * One within factor and any number of between factors, by the univariate approach on orthonormal contrasts.
 *
 * @param choices the columns, wide (`within`: a column per level) or long (`id`, `within`, `outcome`), and the groups.
 * @throws StatisticsError `unknown-column`, `not-numeric`, `repeated-column`, `one-level`, `empty-cell`, `too-few-cases`,
 *   `constant-outcome`, `no-spread` (every case changes alike); of long data `duplicate-measure`, `between-varies`; `bad-level`.
 */
export function mixedAnova(data: Table, choices: Layout & MixedChoices): MixedResult {
  const { type = 'III', correction = 'gg', withinName = 'within', between } = choices;
  const level = levelOf(choices);
  const measures = measuresOf(data, choices, between, withinName);
  const { levels, dropped } = measures;
  const cells = crossing(measures.between, measures.rows);
  const scores = rotated(measures);
  const statistics = cellStatistics(cells, scores);
  const groups = groupsOf(measures, cells);
  refuseWithoutSpread(groups, cells, statistics);
  const error = withinBlock(statistics.error);
  const epsilon = epsilonOf(error, cells.n, cells.errorDf);
  const mauchly = mauchlyOf(error, cells.errorDf);
  const factor = epsilonUsed(epsilon, correction, levels.length);
  const variances = levels.map((_, place) => pooledVariance(groups.map((own) => own[place])));
  const design: Design = { levels, cells, statistics, error, variances, withinName, factor };
  const effects = effectsOf(design, type);
  const spread = between.length === 0 ? null : spreadOfGroups(cells, scores[0], levels.length);
  // Between factors are compared on the mean over levels; the rotated score is that mean times √k.
  const size = Math.sqrt(levels.length);
  const overall = statistics.means[0].map((mean) => mean / size);
  const variance = statistics.error.values[0] / cells.errorDf / levels.length;
  return {
    analysis: between.length === 0 ? 'anova-rm' : 'anova-mixed',
    method: methodOf(between.length, type, correction, levels.length),
    engine: ENGINE,
    n: cells.n,
    dropped,
    warnings: [
      ...aboutSphericity(mauchly, epsilon, correction, levels.length),
      ...(between.length === 0 ? [] : aboutTypes(design, effects, type)),
      ...unequalVariances(
        spread?.brownForsythe ?? null,
        cells.cells.map(({ rows }) => rows.length),
        {
          nl: 'Lees verschillen tussen groepen voorzichtig.',
          en: 'Read differences between groups with care.',
        },
      ),
      ...smallGroups(cells.cells.map(({ label, rows }) => ({ name: label, n: rows.length }))),
      ...incompleteCases(cells.n, dropped),
    ],
    type,
    correction,
    level,
    within: { name: withinName, levels },
    between: cells.factors,
    effects,
    epsilon,
    mauchly,
    equalVariances: spread,
    means: meansOf(cells, groups, withinName, level),
    contrasts: [
      ...withinContrasts(design, type, level),
      ...betweenContrasts(cells, overall, variance, 'd_means', { type, level }),
    ],
  };
}

function epsilonUsed(epsilon: Epsilon, correction: Correction, levels: number): number {
  if (correction === 'none' || levels === 2) return 1;
  if (correction === 'gg') return epsilon.gg;
  if (epsilon.hf !== null) return Math.min(1, epsilon.hf);
  throw new StatisticsError('too-few-cases', {
    nl: 'Voor de correctie van Huynh–Feldt zijn er te weinig gevallen voor zoveel metingen. Gebruik Greenhouse–Geisser.',
    en: 'There are too few cases for the Huynh–Feldt correction with so many measurements. Use Greenhouse–Geisser.',
  });
}

/** Per cell, the values at every level. */
const groupsOf = ({ scores, levels }: Measures, { cells }: Cells): Group[][] =>
  cells.map(({ rows }) =>
    levels.map((name, place) => {
      const score = scores[place];
      return groupOf(
        name,
        Float64Array.from(rows, (row) => score[row]),
      );
    }),
  );

function meansOf(
  { factors, cells }: Cells,
  groups: readonly Group[][],
  withinName: string,
  level: number,
): CellMean[] {
  return cells.flatMap(({ codes }, cell) => {
    const between = levelsAt(factors, codes);
    return groups[cell].map((group) => {
      const { name, n, mean, sd, ci } = describeGroup(group, level);
      return { between, within: { [withinName]: name }, n, mean, sd, ci };
    });
  });
}

function spreadOfGroups({ cells }: Cells, overall: Float64Array, levels: number): EqualVariances {
  const size = Math.sqrt(levels);
  return equalVariances(
    cells.map(({ label, rows }) =>
      groupOf(
        label,
        Float64Array.from(rows, (row) => overall[row] / size),
      ),
    ),
  );
}

function refuseWithoutSpread(groups: readonly Group[][], cells: Cells, { error }: CellStatistics): void {
  const all = groups.flat();
  // Spread of the size of rounding, beside the size of the scores, is no spread.
  const squares = all.reduce(
    (total, { values, mean, sumSq }) => total + sumSq + values.length * mean ** 2,
    0,
  );
  const rounding = (squares / groups[0].length) * 1e-28;
  if (!(traceOf(withinBlock(error)) > rounding)) {
    const values = all.map((group) => group.values);
    const refused = withoutSpread(values);
    if (refused.code === 'constant-outcome') throw refused;
    throw new StatisticsError('no-spread', {
      nl: 'Elk geval verandert precies evenveel. Zonder spreiding in verandering kan geen toets zeggen hoe zeker die is.',
      en: 'Every case changes by exactly as much. Without spread in change no test can say how sure it is.',
    });
  }
  if (cells.factors.length > 0 && !(error.values[0] > rounding)) {
    throw new StatisticsError('no-spread', {
      nl: 'Binnen elke groep hebben alle gevallen hetzelfde gemiddelde. Dan is er geen toets van het verschil tussen groepen.',
      en: 'Within every group all cases have the same mean. Then there is no test of the difference between groups.',
    });
  }
}

function methodOf(between: number, type: SumsOfSquares, correction: Correction, levels: number): Text {
  const names = { gg: 'Greenhouse–Geisser', hf: 'Huynh–Feldt', none: null };
  const name = levels === 2 ? null : names[correction];
  const nl = [between === 0 ? 'Variantieanalyse voor herhaalde metingen' : 'Gemengde variantieanalyse'];
  const en = [between === 0 ? 'Repeated-measures analysis of variance' : 'Mixed-design analysis of variance'];
  if (between > 0) {
    nl.push(`kwadratensommen van type ${type}`);
    en.push(`type ${type} sums of squares`);
  }
  if (levels > 2) {
    nl.push(name === null ? 'zonder correctie voor sfericiteit' : `correctie van ${name}`);
    en.push(name === null ? 'no correction for sphericity' : `${name} correction`);
  }
  return { nl: nl.join(', '), en: en.join(', ') };
}
