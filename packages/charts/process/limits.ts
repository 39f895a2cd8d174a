/** What makes a point more than ordinary ups and downs; the first that holds, in this order. */
export type Signal = 'outside' | 'trend' | 'near-limit' | 'one-side';

export type Limits = {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** Too few points to trust the limits. */
  readonly isTrial: boolean;
  readonly signals: readonly (Signal | null)[];
};

const ENOUGH = 12;
const RUN = 7;

/**
 * The limits within which single values go up and down by chance: mean ± 2.66 × the mean moving range. Wheeler, D. J., & Chambers, D. S. (1992).
 * Understanding statistical process control. The signals and their order are those that the English health service settled for its charts.
 *
 * @param values at least one, all finite
 * @param screened leaves out moving ranges of 3.267 times their mean and more: one leap does not widen the limits
 */
export function processLimits(values: readonly number[], screened = true): Limits {
  const mean = average(values);
  const ranges = values.slice(1).map((value, place) => Math.abs(value - (values[place] ?? value)));
  const all = average(ranges);
  const spread = average(screened ? ranges.filter((range) => range < 3.267 * all) : ranges);
  const reach = 2.66 * spread;
  return {
    mean,
    lower: mean - reach,
    upper: mean + reach,
    isTrial: values.length < ENOUGH,
    signals: signalsOf(values, mean, reach),
  };
}

const average = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

function signalsOf(values: readonly number[], mean: number, reach: number): (Signal | null)[] {
  const side = values.map((value) => Math.sign(value - mean));
  const step = values.slice(1).map((value, place) => Math.sign(value - (values[place] ?? value)));
  const isIn = (test: (from: number) => boolean, length: number, at: number) =>
    Array.from({ length }, (_, back) => at - back).some(
      (from) => from >= 0 && from + length <= values.length && test(from),
    );
  const isOneWay = (signs: readonly number[], from: number, length: number) => {
    const first = signs[from];
    return first !== 0 && signs.slice(from, from + length).every((sign) => sign === first);
  };
  const isNear = (at: number) => Math.abs((values[at] ?? mean) - mean) > (reach * 2) / 3;
  const isTwoOfThree = (from: number) =>
    isOneWay(side, from, 3) && [from, from + 1, from + 2].filter(isNear).length >= 2;

  return values.map((value, at) => {
    if (Math.abs(value - mean) > reach) return 'outside';
    if (isIn((from) => isOneWay(step, from, RUN - 1), RUN, at)) return 'trend';
    if (isNear(at) && isIn(isTwoOfThree, 3, at)) return 'near-limit';
    if (isIn((from) => isOneWay(side, from, RUN), RUN, at)) return 'one-side';
    return null;
  });
}
