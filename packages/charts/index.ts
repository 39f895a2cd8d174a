export type { Chart, ChartTable, Frame } from './chart.ts';
export type { RunMark } from './run/place-marks.ts';
export { type RunData, runChart } from './run/run-chart.ts';
export type { ChartTheme } from './theme.ts';
