export {
  type ComparedModel,
  type LikelihoodRatioTest,
  likelihoodRatioTest,
  type VarianceReduction,
  varianceReduction,
} from './compare-models.ts';
export type { Diagnostics } from './diagnostics.ts';
export type { GroupEffects } from './effects.ts';
export {
  explainGroupEffects,
  explainLikelihoodRatio,
  explainMultilevel,
  explainVarianceReduction,
} from './explain.ts';
export {
  type FixedEffect,
  type MultilevelModel,
  type MultilevelOptions,
  multilevelModel,
  type RandomEffect,
  type TermTest,
} from './model.ts';
