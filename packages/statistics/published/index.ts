export { checkReport, type ReportCheck } from './check-report.ts';
export { explainReportCheck } from './explain.ts';
export { FIGURE_TYPES, figuresOf, type PublishedFigure } from './figure.ts';
export type { Finding, Verdict } from './finding.ts';
