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
import { explainReportCheck } from './published/explain.ts';
import type { ReportCheck } from './published/index.ts';
import type { Language } from './result.ts';
import { explainAlpha, explainGroupScores, explainOmega, explainScaleScores } from './scales/explain.ts';
import type { Alpha, GroupScores, Omega, ScaleScores } from './scales/index.ts';

/** Every result of this package, told apart by `analysis`. */
export type AnyResult =
  | Alpha
  | BoxPlotResult
  | ChiSquareResult
  | DescribeResult
  | GroupScores
  | HistogramResult
  | Omega
  | ReportCheck
  | ScaleScores
  | StandardiseResult;

/**
 * What a result means, in two to four honest sentences at B1 level. Texts only: a page that shows saved results needs
 * none of the engines for it.
 */
export function explain(result: AnyResult, language: Language): string {
  switch (result.analysis) {
    case 'alpha':
      return explainAlpha(result, language);
    case 'box-plot':
      return explainBoxPlot(result, language);
    case 'check-report':
      return explainReportCheck(result, language);
    case 'chi-square':
      return explainChiSquare(result, language);
    case 'describe':
      return explainDescribe(result, language);
    case 'group-scores':
      return explainGroupScores(result, language);
    case 'histogram':
      return explainHistogram(result, language);
    case 'omega':
      return explainOmega(result, language);
    case 'scale-scores':
      return explainScaleScores(result, language);
    case 'standardise':
      return explainStandardise(result, language);
  }
}
