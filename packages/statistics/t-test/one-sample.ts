import { noncentralityInterval } from '../distributions.ts';
import { levelOf } from '../level.ts';
import { ENGINE } from '../result.ts';
import { type EffectSize, effectVerbalSize, scaled, withCorrections } from './effects.ts';
import {
  checkSpread,
  groupSummary,
  missing,
  present,
  type Scores,
  skewed,
  smallGroup,
  type TTestOptions,
} from './samples.ts';
import { type OneSampleTResult, tFigures } from './t-test.ts';

export interface OneSampleTOptions extends TTestOptions {
  /** What the scores are held against: the middle of a scale, a norm. Default 0. */
  readonly mean?: number;
  /** How the scores are called. */
  readonly name?: string;
}

/**
 * Student's t-test of one mean against a given value (Student 1908, Biometrika 6, 1–25).
 *
 * @throws StatisticsError `too-few-cases`, `no-spread`, `not-finite`, `bad-level`
 */
export function oneSampleT(scores: Scores, options: OneSampleTOptions = {}): OneSampleTResult {
  const level = levelOf(options);
  const reference = options.mean ?? 0;
  const values = present(scores);
  const group = groupSummary(values, options.name ?? 'scores');
  const what = { nl: 'De scores', en: 'The scores' };
  const se = group.sd / Math.sqrt(group.n);
  checkSpread(se, Math.abs(group.mean), what);
  const figures = tFigures(group.mean - reference, se, group.n - 1, level);
  const d: EffectSize = {
    name: 'd',
    estimate: figures.difference / group.sd,
    ci: scaled(noncentralityInterval(figures.t, figures.df, level), 1 / Math.sqrt(group.n)),
    definition: {
      nl: 'verschil gedeeld door de standaardafwijking; interval exact, door de niet-centrale t-verdeling',
      en: 'difference divided by the standard deviation; interval exact, by the noncentral t distribution',
    },
  };
  const effects = withCorrections(d, figures.df, ['g', 'g_approximate']);
  return {
    analysis: 't-test',
    kind: 'one-sample',
    method: {
      nl: 't-toets voor één groep, tweezijdig',
      en: 'one-sample t-test, two-sided',
    },
    engine: ENGINE,
    n: group.n,
    dropped: missing(scores.length - group.n, { nl: 'geen score', en: 'no score' }),
    groups: [group],
    reference,
    ...figures,
    effects,
    size: effectVerbalSize(effects, 'd'),
    warnings: [...smallGroup([group]), ...skewed(values, what)],
  };
}
