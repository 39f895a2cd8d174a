/** p-values of a family of comparisons, made larger so that the whole family is wrong in at most 5 of 100 studies. */

/** Every p times the number of comparisons, at most 1. */
export function bonferroni(ps: readonly number[]): number[] {
  return ps.map((p) => Math.min(1, p * ps.length));
}

/**
 * The smallest p times m, the next times m − 1, and so on; never below an earlier one, at most 1. Holds the same promise
 * as Bonferroni and finds more (Holm 1979, Scandinavian Journal of Statistics 6, 65–70).
 */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((_, place) => place).sort((a, b) => ps[a] - ps[b]);
  const adjusted = new Array<number>(ps.length);
  let highest = 0;
  order.forEach((place, rank) => {
    highest = Math.max(highest, Math.min(1, ps[place] * (ps.length - rank)));
    adjusted[place] = highest;
  });
  return adjusted;
}
