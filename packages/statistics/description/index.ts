export {
  type BoxPlot,
  type BoxPlotResult,
  type BoxType,
  boxPlot,
  boxPlots,
  type Outlier,
} from './box-plot.ts';
export { type ChiSquareResult, chiSquareTest } from './chi-square.ts';
export {
  type CategoryDescription,
  type DescribeOptions,
  type DescribeResult,
  describe,
  type Frequency,
  type NumberDescription,
} from './describe.ts';
export {
  explainBoxPlot,
  explainChiSquare,
  explainDescribe,
  explainHistogram,
  explainStandardise,
} from './explain.ts';
export { type Breaks, type HistogramResult, histogram } from './histogram.ts';
export { type QuantileType, quantile } from './quantile.ts';
export {
  type StandardGroup,
  type StandardiseOptions,
  type StandardiseResult,
  standardise,
} from './standardise.ts';
export { type Summary, type SummaryOptions, summarise } from './summary.ts';
