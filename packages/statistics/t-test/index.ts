export type { EffectName, EffectSize, EffectVerbalSize } from './effects.ts';
export { explainTTest } from './explain.ts';
export { type OneSampleTOptions, oneSampleT } from './one-sample.ts';
export { type PairedTOptions, pairedT } from './paired.ts';
export type { GroupSummary, Scores } from './samples.ts';
export type { OneSampleTResult, PairedTResult, TTestResult, TwoSampleTResult } from './t-test.ts';
export { independentT, type TwoSampleTOptions, welchT } from './two-samples.ts';
