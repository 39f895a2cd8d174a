/** 1 for the lowest; equal values share the middle of their ranks. */
export function midRanks(values: Float64Array): Float64Array {
  const order = Array.from(values, (_, place) => place).sort((a, b) => values[a] - values[b]);
  const ranks = new Float64Array(values.length);
  let from = 0;
  while (from < order.length) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1]] === values[order[from]]) to++;
    for (let i = from; i <= to; i++) ranks[order[i]] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}

export function hasTies(values: Float64Array): boolean {
  return new Set(values).size < values.length;
}
