/** The statistics of the product, usable on their own. See README.md. */
export { bonferroni, holm } from './adjust.ts';
export * from './agreement/index.ts';
export * from './anova/index.ts';
export * from './correlation/index.ts';
export { type CsvOptions, readCsv } from './csv.ts';
export * from './description/index.ts';
export * from './effect-size.ts';
export { type AnyResult, explain } from './explain.ts';
export * from './missing/index.ts';
export * from './multilevel/index.ts';
export * from './published/index.ts';
export * from './regression/index.ts';
export * from './result.ts';
export * from './scales/index.ts';
export { mean } from './sums.ts';
export * from './t-test/index.ts';
export {
  type CategoryColumn,
  type Column,
  categoryColumn,
  type NumberColumn,
  numberColumn,
  type Table,
  table,
} from './table.ts';
