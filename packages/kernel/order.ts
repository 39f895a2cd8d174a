/** Things that people put in an order by hand. Each holds its place as a number; only the order of the numbers means something. */
export type Placed = { readonly id: string; readonly position: number };

export function inOrder<T extends Placed>(things: Iterable<T>): T[] {
  return [...things].sort((a, b) => a.position - b.position || a.id.localeCompare(b.id));
}

/** The position after everything that is (or was) there, so that what is put back later finds its own place free. */
export function lastPosition(things: Iterable<Placed>): number {
  let position = 0;
  for (const thing of things) position = Math.max(position, thing.position + 1);
  return position;
}

/**
 * What changes when one thing gets place `index`, counted from 0 among the others; beyond the end is the end.
 * The positions in use are dealt out again, so nothing outside `things` gets in the way.
 */
export function moved<T extends Placed>(things: Iterable<T>, id: string, index: number): T[] {
  const before = inOrder(things);
  const thing = before.find((candidate) => candidate.id === id);
  if (!thing) return [];
  const after = before.filter((other) => other.id !== id);
  after.splice(index, 0, thing);
  return after.flatMap((each, place) => {
    const position = before[place]?.position ?? each.position;
    return position === each.position ? [] : [{ ...each, position }];
  });
}
