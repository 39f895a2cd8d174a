/** Where a notice lies over a page: the first of these where it is in nobody's way. */
export const spots = ['bottom', 'bottom-end', 'bottom-start', 'top'] as const;
export type Spot = (typeof spots)[number];

export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

export type Around = {
  readonly width: number;
  readonly height: number;
  /** Kept free at the edges; the footer counts to the bottom. */
  readonly edge: number;
  readonly footer: number;
};

export const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function boxAt(spot: Spot, size: { width: number; height: number }, around: Around): Box {
  const { width, height, edge, footer } = around;
  const left =
    spot === 'bottom-start'
      ? edge
      : spot === 'bottom-end'
        ? width - edge - size.width
        : (width - size.width) / 2;
  const top = spot === 'top' ? edge : height - edge - footer - size.height;
  return { left, top, right: left + size.width, bottom: top + size.height };
}

/** U10: not on the field that somebody types in, nor on the one after it, nor on an open menu. */
export function chooseSpot(
  size: { width: number; height: number },
  around: Around,
  inUse: readonly Box[],
): Spot {
  return spots.find((spot) => !inUse.some((box) => meet(box, boxAt(spot, size, around)))) ?? 'bottom';
}
