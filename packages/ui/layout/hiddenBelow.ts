/** Room for rounding: an item that sticks out by less than this is taken as seen, in pixels. */
const SLACK = 3;

/** How many items end below the fold. `bottoms` and `fold` are measured from the same line. */
export const hiddenBelow = (bottoms: readonly number[], fold: number): number =>
  bottoms.filter((bottom) => bottom > fold + SLACK).length;
