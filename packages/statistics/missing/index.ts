export { explainLeavers, explainMissing, explainTrend } from './explain.ts';
export {
  compareLeavers,
  type LeaversCategories,
  type LeaversGroup,
  type LeaversNumbers,
  type LeaversOptions,
  type LeaversResult,
} from './leavers.ts';
export type { LittleTest } from './little.ts';
export { type MissingColumn, type MissingPattern, type MissingResult, missingPatterns } from './patterns.ts';
export { type Cell, casesByPoint, columnTrend, type TrendResult, trendAtPoint } from './trend.ts';
