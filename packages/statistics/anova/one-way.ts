import { fTail } from '../distributions.ts';
import { levelOf } from '../level.ts';
import { type Dropped, ENGINE, type Result, StatisticsError } from '../result.ts';
import type { CategoryColumn } from '../table.ts';
import { incompleteCases, manyGroups, smallGroups, unequalVariances } from './cautions.ts';
import { classicalF, type EqualVariances, equalVariances, type FTest } from './equal-variances.ts';
import {
  describeGroup,
  type Group,
  type GroupRow,
  groupOf,
  refuseUnusable,
  varianceOf,
  withoutSpread,
} from './groups.ts';
import { gamesHowell, MOST_GROUPS, type PostHocComparison, tukeyKramer } from './post-hoc.ts';

export interface OneWayResult extends Result, FTest, EqualVariances {
  readonly analysis: 'anova';
  /** Of the intervals. */
  readonly level: number;
  readonly sumSq: { readonly between: number; readonly within: number };
  /** Share of the variance in this sample that lies between the groups. */
  readonly eta2: number;
  /** The same share estimated for the population: smaller, and negative when F is below 1. */
  readonly omega2: number;
  /** Without the assumption of equal spread; null when a group has no spread at all. */
  readonly welch: FTest | null;
  readonly groups: readonly GroupRow[];
  readonly tukey: readonly PostHocComparison[];
  readonly gamesHowell: readonly PostHocComparison[];
}

export interface OneWayOptions {
  /** Of the intervals; default 0.95. */
  readonly level?: number;
}

/**
 * Do the means of two or more independent groups differ?
 *
 * @param values one per case, NaN where missing.
 * @param groups of the same length; levels without cases are left out.
 * @throws StatisticsError `unequal-columns`, `one-level`, `too-few-cases` (a group with fewer than two),
 *   `constant-outcome`, `no-spread` (all values in each group are equal), `bad-level`.
 */
export function oneWayAnova(
  values: Float64Array,
  groups: CategoryColumn,
  options: OneWayOptions = {},
): OneWayResult {
  const level = levelOf(options);
  const { split, dropped } = splitByGroup(values, groups);
  refuseUnusable(
    split.map((group) => ({ name: group.name, n: group.values.length })),
    { nl: 'De groepskolom', en: 'The column of groups' },
  );
  const { between, within, df1, df2, test } = classicalF(split);
  if (!test) throw withoutSpread(split.map((group) => group.values));
  const table = split.map((group) => describeGroup(group, level));
  const variances = equalVariances(split);
  const n = df1 + df2 + 1;
  const meanSquare = within / df2;
  return {
    analysis: 'anova',
    method: {
      nl: 'Eenweg-variantieanalyse, met Welch’ F en de paarsgewijze vergelijkingen van Tukey–Kramer en Games–Howell',
      en: 'One-way analysis of variance, with Welch’s F and the pairwise comparisons of Tukey–Kramer and Games–Howell',
    },
    engine: ENGINE,
    n,
    dropped,
    warnings: [
      ...unequalVariances(
        variances.brownForsythe,
        table.map((group) => group.n),
        { nl: 'Gebruik Welch’ F en Games–Howell.', en: 'Use Welch’s F and Games–Howell.' },
      ),
      ...smallGroups(table),
      ...manyGroups(split.length, MOST_GROUPS),
      ...incompleteCases(n, dropped),
    ],
    level,
    ...test,
    sumSq: { between, within },
    eta2: between / (between + within),
    omega2: (between - df1 * meanSquare) / (between + within + meanSquare),
    welch: welchF(split),
    ...variances,
    groups: table,
    tukey: tukeyKramer(split, meanSquare, df2, level),
    gamesHowell: gamesHowell(split, level),
  };
}

/** Welch 1951, Biometrika 38, 330–336. */
function welchF(groups: readonly Group[]): FTest | null {
  if (groups.some((group) => group.sumSq === 0)) return null;
  const k = groups.length;
  const weights = groups.map((group) => group.values.length / varianceOf(group));
  const total = weights.reduce((all, weight) => all + weight, 0);
  const origin = groups[0].mean;
  const centre = groups.reduce((all, group, i) => all + weights[i] * (group.mean - origin), 0) / total;
  const between = groups.reduce((all, group, i) => all + weights[i] * (group.mean - origin - centre) ** 2, 0);
  const unevenness = groups.reduce(
    (all, group, i) => all + (1 - weights[i] / total) ** 2 / (group.values.length - 1),
    0,
  );
  const df1 = k - 1;
  const df2 = (k * k - 1) / (3 * unevenness);
  const F = between / df1 / (1 + (2 * (k - 2) * unevenness) / (k * k - 1));
  return { F, df1, df2, p: fTail(F, df1, df2) };
}

function splitByGroup(
  values: Float64Array,
  groups: CategoryColumn,
): { split: Group[]; dropped: readonly Dropped[] } {
  if (values.length !== groups.codes.length) {
    throw new StatisticsError('unequal-columns', {
      nl: `Er zijn ${values.length} waarden en ${groups.codes.length} groepen; het moeten er evenveel zijn.`,
      en: `There are ${values.length} values and ${groups.codes.length} groups; there must be as many of both.`,
    });
  }
  const rows: number[][] = groups.levels.map(() => []);
  let missing = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]) || groups.codes[i] < 0) missing += 1;
    else rows[groups.codes[i]].push(values[i]);
  }
  const split = groups.levels
    .map((name, place) => ({ name, own: rows[place] }))
    .filter(({ own }) => own.length > 0)
    .map(({ name, own }) => groupOf(name, Float64Array.from(own)));
  const why = { nl: 'waarde of groep ontbreekt', en: 'value or group is missing' };
  return { split, dropped: missing > 0 ? [{ count: missing, why }] : [] };
}
