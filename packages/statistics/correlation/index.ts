export {
  type CorrelationKind,
  type CorrelationOptions,
  type CorrelationResult,
  pearson,
  spearman,
} from './correlation.ts';
export { explainCorrelation, explainCorrelationMatrix } from './explain.ts';
export {
  type CorrelationMatrixOptions,
  type CorrelationMatrixResult,
  type CorrelationPair,
  correlationMatrix,
} from './matrix.ts';
