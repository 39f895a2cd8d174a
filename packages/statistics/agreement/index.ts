export { type ClusterIcc, type ClusterIccOptions, intraclassCorrelation } from './clusters.ts';
export type { IntraclassCoefficient } from './coefficient.ts';
export {
  explainIntraclassCorrelation,
  explainKappa,
  explainKrippendorff,
  explainPercentageAgreement,
  explainRaterIntraclassCorrelation,
} from './explain.ts';
export { cohensKappa, type Kappa, type KappaOptions, type KappaWeights } from './kappa.ts';
export {
  type KrippendorffOptions,
  type KrippendorffsAlpha,
  krippendorffsAlpha,
  type MeasurementScale,
} from './krippendorff.ts';
export {
  type PercentageAgreement,
  type PercentageAgreementOptions,
  percentageAgreement,
} from './percentage.ts';
export { type RaterIcc, type RaterIccOptions, raterIntraclassCorrelation } from './raters.ts';
export { type Rating, ratingsOf } from './ratings.ts';
