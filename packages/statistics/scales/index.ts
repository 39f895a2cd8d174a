export { type Alpha, type AlphaItem, type AlphaOptions, cronbachAlpha } from './alpha.ts';
export { explainAlpha, explainGroupScores, explainOmega, explainScaleScores } from './explain.ts';
export type { Item, ItemOptions } from './items.ts';
export { mcdonaldOmega, type Omega, type OmegaItem, type OmegaOptions } from './omega.ts';
export {
  type GroupScore,
  type GroupScoreOptions,
  type GroupScores,
  groupScores,
  type ScaleScoreOptions,
  type ScaleScores,
  scaleScores,
} from './scores.ts';
