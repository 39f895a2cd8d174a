export { type Cell, casesByPoint, columnTrend, type TrendResult, trendAtPoint } from './trend.ts';
