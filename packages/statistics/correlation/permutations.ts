/**
 * How often ranks in a random order differ this much or more from agreement halfway, either way: twice the smaller tail
 * of Σd², at most 1. All n! orders are counted, without making them: whichever ranks the first cases have taken, only
 * which ones matters, not their order.
 */
export function exactSpearmanP(ranksX: Float64Array, ranksY: Float64Array): number {
  const n = ranksX.length;
  const observed = ranksX.reduce((total, rank, place) => total + (rank - ranksY[place]) ** 2, 0);
  const orders = ordersBySum(n);
  const all = orders.reduce((total, count) => total + count, 0);
  const low = orders.slice(0, observed + 1).reduce((total, count) => total + count, 0);
  const high = orders.slice(observed).reduce((total, count) => total + count, 0);
  return Math.min(1, (2 * Math.min(low, high)) / all);
}

/** At place s: in how many of the n! orders Σd² = s. */
function ordersBySum(n: number): Float64Array {
  const sums = (n ** 3 - n) / 3 + 1;
  const byTaken = Array.from({ length: 2 ** n }, () => new Float64Array(sums));
  byTaken[0][0] = 1;
  for (let taken = 0; taken < byTaken.length - 1; taken++) {
    const place = ones(taken);
    for (let rank = 0; rank < n; rank++) {
      if (taken & (1 << rank)) continue;
      const next = byTaken[taken | (1 << rank)];
      const square = (rank - place) ** 2;
      for (let s = 0; s + square < sums; s++) next[s + square] += byTaken[taken][s];
    }
  }
  return byTaken[byTaken.length - 1];
}

function ones(bits: number): number {
  let count = 0;
  for (let rest = bits; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
