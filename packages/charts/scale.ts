export type Spot = { readonly x: number; readonly y: number };
export type Ends = readonly [from: number, to: number];

/** From figures to places. What lies outside the scale is drawn at its end. */
export function scaled([from, to]: Ends, [begin, end]: Ends): (value: number) => number {
  const length = to - from || 1;
  return (value) => begin + Math.min(1, Math.max(0, (value - from) / length)) * (end - begin);
}

/** A scale of round numbers around all of these: the steps are 1, 2 or 5, times a power of ten. */
export function roundScale(values: readonly number[], most = 5): { ends: Ends; ticks: readonly number[] } {
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  // One value alone stands in the middle; so do those that are written the same.
  const aside = highest - lowest < 0.05 ? Math.max(Math.abs(lowest) / 2, 0.5) : 0;
  const [least, greatest] = [lowest - aside, highest + aside];
  const range = greatest - least;
  const power = 10 ** Math.floor(Math.log10(range / most));
  const size = [1, 2, 5, 10].find((one) => range / (one * power) <= most) ?? 10;
  const [from, to] = [Math.floor(least / (size * power)), Math.ceil(greatest / (size * power))];
  const decimals = Math.max(0, -Math.floor(Math.log10(size * power)));
  const ticks = Array.from({ length: Math.max(2, to - from + 1) }, (_, place) =>
    Number(((from + place) * size * power).toFixed(Math.min(100, decimals))),
  );
  return { ends: [ticks[0] ?? 0, ticks.at(-1) ?? 1], ticks };
}

const short = (value: number) => Math.round(value * 100) / 100;

/** A line through all spots. */
export const pathOf = (spots: readonly Spot[]): string =>
  spots.map(({ x, y }, place) => `${place === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join('');

/** Figures by which something is told apart without colour. */
export function shapePath(shape: 'diamond' | 'triangle' | 'square', { x, y }: Spot, r: number): string {
  const corners = {
    diamond: [
      [0, -1.2],
      [1.2, 0],
      [0, 1.2],
      [-1.2, 0],
    ],
    triangle: [
      [0, -1.1],
      [1.15, 0.9],
      [-1.15, 0.9],
    ],
    square: [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ],
  }[shape];
  return `${pathOf(corners.map(([dx = 0, dy = 0]) => ({ x: x + dx * r, y: y + dy * r })))}Z`;
}
