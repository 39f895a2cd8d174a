import {
  explainIntraclassCorrelation,
  explainKappa,
  explainKrippendorff,
  explainPercentageAgreement,
  explainRaterIntraclassCorrelation,
} from './agreement/explain.ts';
import type {
  ClusterIcc,
  Kappa,
  KrippendorffsAlpha,
  PercentageAgreement,
  RaterIcc,
} from './agreement/index.ts';
import { explainFactorial, explainMixed, explainOneWay, explainRepeatedMeasures } from './anova/explain.ts';
import type { FactorialResult, MixedResult, OneWayResult } from './anova/index.ts';
import { explainCorrelation, explainCorrelationMatrix } from './correlation/explain.ts';
import type { CorrelationMatrixResult, CorrelationResult } from './correlation/index.ts';
import {
  explainBoxPlot,
  explainChiSquare,
  explainDescribe,
  explainHistogram,
  explainStandardise,
} from './description/explain.ts';
import type {
  BoxPlotResult,
  ChiSquareResult,
  DescribeResult,
  HistogramResult,
  StandardiseResult,
} from './description/index.ts';
import { explainLeavers, explainMissing, explainTrend } from './missing/explain.ts';
import type { LeaversResult, MissingResult, TrendResult } from './missing/index.ts';
import { explainLikelihoodRatio, explainMultilevel } from './multilevel/explain.ts';
import type { LikelihoodRatioTest, MultilevelModel } from './multilevel/index.ts';
import { explainReportCheck } from './published/explain.ts';
import type { ReportCheck } from './published/index.ts';
import { explainRegression, explainStepwise } from './regression/explain.ts';
import type { RegressionResult, StepwiseResult } from './regression/index.ts';
import type { Language } from './result.ts';
import { explainAlpha, explainGroupScores, explainOmega, explainScaleScores } from './scales/explain.ts';
import type { Alpha, GroupScores, Omega, ScaleScores } from './scales/index.ts';
import { explainTTest } from './t-test/explain.ts';
import type { TTestResult } from './t-test/index.ts';

/** Every result of this package, told apart by `analysis`. */
export type AnyResult =
  | Alpha
  | BoxPlotResult
  | ChiSquareResult
  | ClusterIcc
  | CorrelationMatrixResult
  | CorrelationResult
  | DescribeResult
  | FactorialResult
  | GroupScores
  | HistogramResult
  | Kappa
  | KrippendorffsAlpha
  | LeaversResult
  | LikelihoodRatioTest
  | MissingResult
  | MixedResult
  | MultilevelModel
  | Omega
  | OneWayResult
  | PercentageAgreement
  | RaterIcc
  | RegressionResult
  | ReportCheck
  | ScaleScores
  | StandardiseResult
  | StepwiseResult
  | TTestResult
  | TrendResult;

/**
 * What a result means, in two or three honest sentences at B1 level, and at most one caution. Texts only: a page that shows saved results needs
 * none of the engines for it.
 */
export function explain(result: AnyResult, language: Language): string {
  switch (result.analysis) {
    case 'alpha':
      return explainAlpha(result, language);
    case 'anova':
      return explainOneWay(result, language);
    case 'anova-factorial':
      return explainFactorial(result, language);
    case 'anova-mixed':
      return explainMixed(result, language);
    case 'anova-rm':
      return explainRepeatedMeasures(result, language);
    case 'box-plot':
      return explainBoxPlot(result, language);
    case 'check-report':
      return explainReportCheck(result, language);
    case 'chi-square':
      return explainChiSquare(result, language);
    case 'column-trend':
    case 'trend-at-point':
      return explainTrend(result, language);
    case 'correlation':
      return explainCorrelation(result, language);
    case 'correlation-matrix':
      return explainCorrelationMatrix(result, language);
    case 'describe':
      return explainDescribe(result, language);
    case 'group-scores':
      return explainGroupScores(result, language);
    case 'histogram':
      return explainHistogram(result, language);
    case 'icc':
      return explainIntraclassCorrelation(result, language);
    case 'icc-raters':
      return explainRaterIntraclassCorrelation(result, language);
    case 'kappa':
      return explainKappa(result, language);
    case 'krippendorff':
      return explainKrippendorff(result, language);
    case 'leavers':
      return explainLeavers(result, language);
    case 'lmm':
      return explainMultilevel(result, language);
    case 'lmm-lrt':
      return explainLikelihoodRatio(result, language);
    case 'missing':
      return explainMissing(result, language);
    case 'omega':
      return explainOmega(result, language);
    case 'percentage-agreement':
      return explainPercentageAgreement(result, language);
    case 'regression':
      return explainRegression(result, language);
    case 'scale-scores':
      return explainScaleScores(result, language);
    case 'standardise':
      return explainStandardise(result, language);
    case 'stepwise':
      return explainStepwise(result, language);
    case 't-test':
      return explainTTest(result, language);
  }
}
