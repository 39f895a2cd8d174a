import type { Spot } from '../scale.ts';
import { type Box, textWidth, touch } from '../text.ts';

export type ValueToPlace = Spot & { readonly text: string; readonly size: number; readonly radius: number };
type Room = Box & {
  readonly targetY: number | null;
  /** Where other texts stand. */
  readonly taken: readonly Box[];
  /** Which values are wanted at all. */
  readonly shown: (index: number) => boolean;
};
type Place = { readonly x: number; readonly y: number; readonly box: Box; readonly cost: number };

/**
 * Where the values stand at their points: above, below where they would touch the target line or lie outside, at the
 * side where neither is free. The last one is there where it can be at all; another only where it is in nobody's way. Null for one that is not shown.
 */
export function placeValues(
  values: readonly ValueToPlace[],
  room: Room,
): { places: readonly (Place | null)[]; fits: boolean } {
  const taken = [...room.taken];
  let fits = true;
  const places = values
    .map((_, index) => index)
    .reverse()
    .map((index) => {
      if (!room.shown(index)) return null;
      const best = bestPlace(values, index, room, taken);
      const isLast = index === values.length - 1;
      // 2: only the chart's own line runs through it, and its rim keeps it readable.
      if (best.cost >= 5) fits = false;
      // The last one may stand on the target line if it must, but on no other text.
      if (best.cost >= (isLast ? 200 : 5)) return null;
      taken.push(best.box);
      return best;
    });
  return { places: places.reverse(), fits };
}

function bestPlace(values: readonly ValueToPlace[], index: number, room: Room, taken: readonly Box[]): Place {
  const value = values[index] as ValueToPlace;
  const { x, y, text, size, radius } = value;
  const width = textWidth(text, size);
  const tall = size * 0.95;
  const gap = size * 0.25;
  const boxAt = (left: number, top: number): Box => ({ left, right: left + width, top, bottom: top + tall });
  // A long figure at an end of the axis moves inward.
  const centred = Math.max(room.left, Math.min(x - width / 2, room.right - width));
  const boxes = [
    boxAt(centred, y - radius - gap - tall),
    boxAt(centred, y + radius + gap),
    boxAt(x + radius + gap, y - tall / 2),
    boxAt(x - radius - gap - width, y - tall / 2),
  ];
  const lines = [values[index - 1], values[index + 1]].filter((one) => one !== undefined);
  // Of the points only the neighbours are near enough, as long as there is room between the points at all.
  const points = lines.map((one) => dot(one));
  return boxes
    .map((box, side): Place => {
      const crosses =
        room.targetY !== null &&
        box.top - size * 0.12 < room.targetY &&
        room.targetY < box.bottom + size * 0.12;
      const isOutside =
        box.top < room.top || box.bottom > room.bottom || box.left < room.left || box.right > room.right;
      const middle = (box.top + box.bottom) / 2;
      // A value beyond the target line looks as if it belonged to the other side.
      const isBeyond = room.targetY !== null && (room.targetY - y) * (room.targetY - middle) < 0;
      const isOnText = taken.some((other) => touch(box, other));
      const isOnPoint = points.some((other) => touch(box, other));
      const isOnLine = lines.some((other) => lineTouches(box, value, other));
      const cost =
        (isOutside ? 400 : 0) +
        (isOnText ? 200 : 0) +
        (crosses ? 100 : 0) +
        (isOnPoint ? 50 : 0) +
        (isBeyond ? 3 : 0) +
        (isOnLine ? 1 : 0) +
        (side > 1 ? 0.5 : 0);
      return { x: (box.left + box.right) / 2, y: box.bottom - size * 0.14, box, cost };
    })
    .reduce((best, other) => (other.cost < best.cost ? other : best));
}

const dot = ({ x, y, radius }: ValueToPlace): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

/** Does a straight line run through a box? */
function lineTouches(box: Box, from: Spot, to: Spot): boolean {
  const left = Math.max(box.left, Math.min(from.x, to.x));
  const right = Math.min(box.right, Math.max(from.x, to.x));
  if (left > right || from.x === to.x) return false;
  const at = (x: number) => from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x);
  return Math.max(at(left), at(right)) > box.top && Math.min(at(left), at(right)) < box.bottom;
}
