import { fTail } from '../distributions.ts';
import { levelOf } from '../level.ts';
import { type Dropped, ENGINE, type Interval, type Result } from '../result.ts';
import { categoriesOf, numbersOf, type Table } from '../table.ts';
import { betweenContrasts } from './between-contrasts.ts';
import { incompleteCases, smallGroups, unequalVariances } from './cautions.ts';
import { type Cells, cellStatistics, crossing, type Factor, levelsAt } from './cells.ts';
import type { Contrast } from './contrasts.ts';
import { type EqualVariances, equalVariances } from './equal-variances.ts';
import { describeGroup, type Group, groupOf, withoutSpread } from './groups.ts';
import { hypothesis, type SumsOfSquares, termsOf } from './hypotheses.ts';

export interface FactorialEffect {
  /** As R names it: `sector`, `sector:cohort`. */
  readonly term: string;
  readonly F: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
  /** Without a within factor, generalised and partial eta squared are one. */
  readonly partialEta2: number;
  readonly sumSq: number;
}

export interface FactorialMean {
  /** Factor to level: `{ sector: 'po', cohort: 'first' }`. */
  readonly between: Readonly<Record<string, string>>;
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
  readonly ci: Interval;
}

export interface FactorialResult extends Result, EqualVariances {
  readonly analysis: 'anova-factorial';
  readonly type: SumsOfSquares;
  /** Of the intervals. */
  readonly level: number;
  readonly between: readonly Factor[];
  readonly effects: readonly FactorialEffect[];
  readonly errorSumSq: number;
  readonly means: readonly FactorialMean[];
  /** Every two levels of every factor. */
  readonly contrasts: readonly Contrast[];
}

export interface FactorialChoices {
  readonly outcome: string;
  /** One or more columns of groups; all their crossings are in the model. */
  readonly factors: readonly string[];
  /** Default `III`. */
  readonly type?: SumsOfSquares;
  /** Of the intervals; default 0.95. */
  readonly level?: number;
}

/**
 * Do independent groups differ that are made by crossing factors?
 *
 * @throws StatisticsError `unknown-column`, `not-numeric`, `one-level`, `empty-cell`, `too-few-cases`,
 *   `constant-outcome`, `no-spread` (all values in each group are equal), `bad-level`.
 */
export function factorialAnova(data: Table, choices: FactorialChoices): FactorialResult {
  const { outcome, factors, type = 'III' } = choices;
  const level = levelOf(choices);
  const values = numbersOf(data, outcome);
  const columns = factors.map((name) => ({ name, column: categoriesOf(data, name) }));
  const rows: number[] = [];
  for (let row = 0; row < data.rows; row++) {
    if (!Number.isNaN(values[row]) && columns.every(({ column }) => column.codes[row] >= 0)) rows.push(row);
  }
  const dropped = droppedOf(data.rows - rows.length);
  const cells = crossing(columns, rows);
  const { means, error } = cellStatistics(cells, [values]);
  const groups = cells.cells.map((cell) =>
    groupOf(
      cell.label,
      Float64Array.from(cell.rows, (row) => values[row]),
    ),
  );
  refuseWithoutSpread(groups, error.values[0]);
  const variance = error.values[0] / cells.errorDf;
  const spread = equalVariances(groups);
  return {
    analysis: 'anova-factorial',
    method: {
      nl: `Variantieanalyse met ${factors.length} factoren en hun interacties, kwadratensommen van type ${type}`,
      en: `Analysis of variance with ${factors.length} factors and their interactions, type ${type} sums of squares`,
    },
    engine: ENGINE,
    n: cells.n,
    dropped,
    warnings: [
      ...unequalVariances(
        spread.brownForsythe,
        cells.cells.map((cell) => cell.rows.length),
        {
          nl: 'Lees verschillen tussen groepen voorzichtig.',
          en: 'Read differences between groups with care.',
        },
      ),
      ...smallGroups(cells.cells.map((cell) => ({ name: cell.label, n: cell.rows.length }))),
      ...incompleteCases(cells.n, dropped),
    ],
    type,
    level,
    between: cells.factors,
    effects: effectsOf(cells, means[0], variance, type),
    errorSumSq: error.values[0],
    ...spread,
    means: groups.map((group, place) => {
      const { n, mean, sd, ci } = describeGroup(group, level);
      return { between: levelsAt(cells.factors, cells.cells[place].codes), n, mean, sd, ci };
    }),
    contrasts: betweenContrasts(cells, means[0], variance, 'd', { type, level }),
  };
}

function effectsOf(
  cells: Cells,
  means: Float64Array,
  variance: number,
  type: SumsOfSquares,
): FactorialEffect[] {
  // A constant in all scores would cost digits; every term but the mean is blind to it.
  const apart = means.map((mean) => mean - means[0]);
  const df2 = cells.errorDf;
  return termsOf(cells)
    .filter((term) => term.length > 0)
    .map((term) => {
      const tested = hypothesis(cells, term, type);
      const sumSq = tested.sumSq(apart);
      const df1 = tested.df;
      const F = sumSq / df1 / variance;
      return {
        term: term.map((place) => cells.factors[place].name).join(':'),
        F,
        df1,
        df2,
        p: fTail(F, df1, df2),
        partialEta2: sumSq / (sumSq + variance * df2),
        sumSq,
      };
    });
}

function droppedOf(count: number): Dropped[] {
  return count === 0
    ? []
    : [{ count, why: { nl: 'waarde of groep ontbreekt', en: 'value or group is missing' } }];
}

function refuseWithoutSpread(groups: readonly Group[], error: number): void {
  let n = 0;
  let scale = 0;
  for (const { values } of groups) {
    n += values.length;
    for (const value of values) scale = Math.max(scale, Math.abs(value));
  }
  if (error > n * (scale * 1e-14) ** 2) return;
  throw withoutSpread(groups.map(({ values }) => values));
}
