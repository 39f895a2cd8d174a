import { fTail } from '../distributions.ts';
import { mean } from '../sums.ts';
import { type Group, groupOf } from './groups.ts';

export interface FTest {
  readonly F: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
}

export interface EqualVariances {
  /** Distances to the group's mean (Levene 1960). */
  readonly levene: FTest | null;
  /** Distances to the group's median: holds up better when scores are skewed (Brown & Forsythe 1974, JASA 69, 364–367). */
  readonly brownForsythe: FTest | null;
}

/** Do groups differ in spread? Null when within every group all values lie equally far from its centre. */
export function equalVariances(groups: readonly Group[]): EqualVariances {
  return {
    levene: distanceTest(groups, (group) => group.mean),
    brownForsythe: distanceTest(groups, (group) => median(group.values)),
  };
}

/** The one-way F test on how far values lie from their group's centre. */
function distanceTest(groups: readonly Group[], centreOf: (group: Group) => number): FTest | null {
  const distances = groups.map((group) => {
    const centre = centreOf(group);
    return groupOf(
      group.name,
      group.values.map((value) => Math.abs(value - centre)),
    );
  });
  return classicalF(distances, largest(groups)).test;
}

export interface ClassicalF {
  /** Sum of squares between and within groups. */
  readonly between: number;
  readonly within: number;
  readonly df1: number;
  readonly df2: number;
  /** Null when nothing varies within groups. */
  readonly test: FTest | null;
}

/**
 * Fisher's one-way F.
 *
 * @param scale the largest number that the values came from: spread that is only its rounding is no spread.
 */
export function classicalF(groups: readonly Group[], scale = largest(groups)): ClassicalF {
  const total = groups.reduce((n, { values }) => n + values.length, 0);
  const df1 = groups.length - 1;
  const df2 = total - groups.length;
  // From one of the means, so that a large constant does not eat digits.
  const origin = groups[0].mean;
  const grand = groups.reduce((all, group) => all + group.values.length * (group.mean - origin), 0) / total;
  const between = groups.reduce(
    (all, group) => all + group.values.length * (group.mean - origin - grand) ** 2,
    0,
  );
  const within = groups.reduce((all, group) => all + group.sumSq, 0);
  if (!(within > total * (scale * 1e-14) ** 2)) return { between, within: 0, df1, df2, test: null };
  const F = between / df1 / (within / df2);
  return { between, within, df1, df2, test: { F, df1, df2, p: fTail(F, df1, df2) } };
}

function largest(groups: readonly Group[]): number {
  let scale = 0;
  for (const { values } of groups) {
    for (const value of values) scale = Math.max(scale, Math.abs(value));
  }
  return scale;
}

function median(values: Float64Array): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : mean(sorted.subarray(middle - 1, middle + 1));
}
