export {
  type FixedEffect,
  type MultilevelModel,
  type MultilevelOptions,
  multilevelModel,
  type RandomEffect,
  type TermTest,
} from './model.ts';
