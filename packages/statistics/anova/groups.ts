import { tQuantile } from '../distributions.ts';
import { type Interval, StatisticsError, type Text } from '../result.ts';
import { dot, mean, sum } from '../sums.ts';

/** The values of one group, and what follows from them. */
export interface Group {
  readonly name: string;
  readonly values: Float64Array;
  readonly mean: number;
  /** Σ (y − ȳ)² within the group. */
  readonly sumSq: number;
}

export interface GroupRow {
  readonly name: string;
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
  /** Of the mean, from the group's own spread. */
  readonly ci: Interval;
}

export function groupOf(name: string, values: Float64Array): Group {
  const centre = mean(values);
  const deviations = values.map((value) => value - centre);
  // What rounding left in the mean is taken out of the sum of squares.
  return {
    name,
    values,
    mean: centre,
    sumSq: dot(deviations, deviations) - sum(deviations) ** 2 / values.length,
  };
}

export function describeGroup(group: Group, level: number): GroupRow {
  const n = group.values.length;
  const sd = Math.sqrt(varianceOf(group));
  const half = (criticalT(n - 1, level) * sd) / Math.sqrt(n);
  return { name: group.name, n, mean: group.mean, sd, ci: [group.mean - half, group.mean + half] };
}

export const varianceOf = (group: Group): number => group.sumSq / (group.values.length - 1);

/** Of groups that are taken to have one spread. */
export function pooledVariance(groups: readonly Group[]): number {
  const sumSq = groups.reduce((total, group) => total + group.sumSq, 0);
  return sumSq / groups.reduce((total, group) => total + group.values.length - 1, 0);
}

/** How many standard errors an interval goes either way. */
export const criticalT = (df: number, level: number): number => tQuantile((1 + level) / 2, df);

/** @throws StatisticsError `one-level` below two groups, `too-few-cases` when a group has fewer than two. */
export function refuseUnusable(groups: readonly { name: string; n: number }[], factor: Text): void {
  if (groups.length < 2) {
    throw new StatisticsError('one-level', {
      nl: `${factor.nl} heeft ${groups.length === 0 ? 'geen groep' : 'maar één groep'} met gegevens. Om te vergelijken zijn minstens twee groepen nodig.`,
      en: `${factor.en} has ${groups.length === 0 ? 'no group' : 'only one group'} with data. To compare, at least two groups are needed.`,
    });
  }
  const small = groups.filter(({ n }) => n < 2);
  if (small.length === 0) return;
  const names = small.map(({ name }) => name).join(', ');
  throw new StatisticsError('too-few-cases', {
    nl: `Een groep heeft minstens twee gevallen nodig. Te klein: ${names}. Voeg groepen samen of laat die weg.`,
    en: `A group needs at least two cases. Too small: ${names}. Join groups or leave these out.`,
  });
}

/** Of groups in which nothing varies: whether they differ from each other or not, there is nothing to test with. */
export function withoutSpread(values: readonly ArrayLike<number>[]): StatisticsError {
  const first = values[0][0];
  const constant = values.every((own) => Array.from(own).every((value) => value === first));
  return constant
    ? new StatisticsError('constant-outcome', {
        nl: 'Alle waarden zijn gelijk, dus er is niets te vergelijken. Kies een uitkomst die verschilt.',
        en: 'All values are equal, so there is nothing to compare. Choose an outcome that varies.',
      })
    : new StatisticsError('no-spread', {
        nl: 'Binnen elke groep zijn alle waarden gelijk. Zonder spreiding binnen groepen kan geen toets zeggen hoe zeker een verschil is.',
        en: 'Within every group all values are equal. Without spread within groups no test can say how sure a difference is.',
      });
}
