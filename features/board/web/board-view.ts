import { type BoardState, type PartPlace, partsOfStep } from '#features/board/domain';
import type { Looking, PartFace } from '#packages/feature/web';

/** The number before a part's name: its step. Where a step walks several parts, the first of them bears it. */
export function numberOf(
  state: Pick<BoardState, 'partOfBoard'>,
  part: string,
  places: readonly PartPlace[],
): number | null {
  const step = state.partOfBoard.get(part)?.step ?? null;
  if (step === null) return null;
  return partsOfStep(state, step, places)[0] === part ? step : null;
}

/** The parts that are shown, per column, in the team's order; a column without parts is left out. */
export function columnsOf(places: readonly PartPlace[]): PartPlace[][] {
  return [1, 2, 3]
    .map((column) => places.filter((place) => place.column === column && !place.hidden))
    .filter((column) => column.length > 0);
}

type FaceOf = (part: string) => Pick<PartFace, 'share' | 'onPhone' | 'asks'> | undefined;

/** Width of each column in shares: that of its most demanding part. */
export const columnShares = (columns: readonly (readonly PartPlace[])[], faceOf: FaceOf): number[] =>
  columns.map((column) => Math.max(...column.map((place) => faceOf(place.part)?.share ?? 1)));

/** The column that a narrower screen puts on top, over the whole width; the first of the widest. */
export function widestColumn(shares: readonly number[]): number {
  return shares.indexOf(Math.max(...shares));
}

/**
 * The order on a phone, in one column: what somebody has to do comes first, by the rank with which a part asks for it; the
 * rest follows as their features say.
 */
export function phoneOrder(
  places: readonly PartPlace[],
  state: object,
  looking: Looking,
  faceOf: FaceOf,
): PartPlace[] {
  const QUIET = 1000;
  const rank = ({ part }: PartPlace): number => {
    const face = faceOf(part);
    const asking = face?.asks?.filter(({ when }) => when(state as never, looking)) ?? [];
    return Math.min(...asking.map((ask) => ask.rank), QUIET + (face?.onPhone ?? 0));
  };
  return places.filter(({ hidden }) => !hidden).toSorted((a, b) => rank(a) - rank(b));
}
