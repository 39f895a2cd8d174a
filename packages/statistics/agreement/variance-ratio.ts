import { rootBetween } from '../distributions/root.ts';
import { fQuantile } from '../distributions.ts';
import type { Interval } from '../result.ts';
import { mean, sum } from '../sums.ts';

/**
 * The interval of ICC(1) that is exact for groups of any size, if answers are normal; cut off at 0, where a share of
 * variance ends (Wald 1940, Annals of Mathematical Statistics 11, 96–100; Searle, Casella & McCulloch 1992, Variance
 * Components, § 3.6). With λ the variance between groups over that within, weights w = n/(1 + nλ) and ȳ the groups'
 * means, Σ w(ȳ − ȳ_w)²/((J − 1)·MSW) has the F distribution at the true λ, and falls with λ.
 */
export function exactInterval(
  clusters: readonly (readonly number[])[],
  within: number,
  level: number,
): Interval {
  const sizes = clusters.map(({ length }) => length);
  const means = clusters.map(mean);
  const grand = mean(means);
  const centred = means.map((value) => value - grand);
  const df1 = clusters.length - 1;
  const df2 = sum(sizes) - clusters.length;
  const ratioAt = (lambda: number): number => {
    const weights = sizes.map((n) => n / (1 + n * lambda));
    const middle = sum(centred.map((value, i) => weights[i] * value)) / sum(weights);
    return sum(centred.map((value, i) => weights[i] * (value - middle) ** 2)) / (df1 * within);
  };
  // λ/(1 + λ) is the correlation itself, between 0 and 1.
  const shareAt = (quantile: number): number =>
    rootBetween((share) => quantile - ratioAt(share / (1 - share)), 0, 1 - 2 ** -52);
  const tail = (1 - level) / 2;
  return [shareAt(fQuantile(1 - tail, df1, df2)), shareAt(fQuantile(tail, df1, df2))];
}
