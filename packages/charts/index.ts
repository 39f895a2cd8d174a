export { barChart } from './bars/bar-chart.ts';
export { stackedChart } from './bars/stacked-chart.ts';
export type { Chart } from './chart.ts';
export { type RunData, runChart } from './run/run-chart.ts';
export { scatterChart } from './scatter/scatter-chart.ts';
export { boxChart } from './spread/box-chart.ts';
export { dotChart } from './spread/dot-chart.ts';
export { provinces } from './tiles/provinces.ts';
export { tileMap } from './tiles/tile-map.ts';
