export type { Factor } from './cells.ts';
export type { Contrast } from './contrasts.ts';
export type { Effect } from './effects.ts';
export type { EqualVariances, FTest } from './equal-variances.ts';
export { explainFactorial, explainMixed, explainOneWay, explainRepeatedMeasures } from './explain.ts';
export {
  type FactorialChoices,
  type FactorialEffect,
  type FactorialMean,
  type FactorialResult,
  factorialAnova,
} from './factorial.ts';
export type { GroupRow } from './groups.ts';
export type { SumsOfSquares } from './hypotheses.ts';
export type { Layout, LongLayout, WideLayout } from './measures.ts';
export {
  type CellMean,
  type MixedChoices,
  type MixedResult,
  mixedAnova,
  type RepeatedMeasuresChoices,
  repeatedMeasuresAnova,
} from './mixed.ts';
export { type OneWayOptions, type OneWayResult, oneWayAnova } from './one-way.ts';
export type { PostHocComparison } from './post-hoc.ts';
export type { Correction, Epsilon, Mauchly } from './sphericity.ts';
