export type { CaseDiagnostics, RegressionDiagnostics } from './diagnostics.ts';
export { explainRegression, explainStepwise } from './explain.ts';
export {
  type Coefficient,
  linearRegression,
  type RegressionModel,
  type RegressionOptions,
  type RegressionResult,
  type RegressionTerm,
  regressionCases,
} from './linear.ts';
export { type Step, type StepwiseOptions, type StepwiseResult, stepwiseRegression } from './stepwise.ts';
