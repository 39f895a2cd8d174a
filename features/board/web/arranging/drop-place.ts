/** A card as it lies on the screen: its middle decides whether the pointer is before or after it. */
export type Lying = { readonly part: string; readonly middle: number };

/**
 * Where a dragged card lands: the index among the other cards of that column, counted from 0. The dragged card itself
 * does not count, so that letting it go where it was changes nothing.
 */
export function dropIndex(cards: readonly Lying[], dragged: string, pointerY: number): number {
  return cards.filter((card) => card.part !== dragged && card.middle < pointerY).length;
}

/** Places to the half minute; never outside what a step may take (15 seconds to half an hour). */
export function changedBudget(seconds: number, by: 1 | -1): number {
  const step = 30;
  const next = by === 1 ? Math.floor(seconds / step) * step + step : Math.ceil(seconds / step) * step - step;
  return Math.min(1800, Math.max(15, next));
}
