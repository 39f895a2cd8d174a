/** What one model adds to another: only models of the same outcomes in the same rows can be compared. */
import { chiSquareTail } from '../distributions.ts';
import { ENGINE, type Result, StatisticsError, type Text, type Warning } from '../result.ts';
import type { MultilevelModel } from './model.ts';

export interface LikelihoodRatioTest extends Result {
  readonly analysis: 'lmm-lrt';
  readonly smaller: ComparedModel;
  readonly larger: ComparedModel;
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
}

export interface ComparedModel {
  readonly formula: string;
  readonly parameters: number;
  readonly logLik: number;
  readonly aic: number;
  readonly bic: number;
}

/**
 * Whether the larger of two nested models fits better than chance gives.
 *
 * Twice the difference in log-likelihood against a chi-square with the difference in parameters (Snijders & Bosker
 * 2012, Multilevel Analysis, section 6.2). Of variances it is a mixture of chi-squares (Self & Liang 1987, Journal of the
 * American Statistical Association 82, 605–610; Stram & Lee 1994, Biometrics 50, 1171–1177): a warning says which.
 *
 * @throws StatisticsError `needs-ml` (a model was fitted by REML), `different-rows`, `not-nested` (the second is not
 *   larger, or fits worse).
 */
export function likelihoodRatioTest(smaller: MultilevelModel, larger: MultilevelModel): LikelihoodRatioTest {
  if (smaller.estimation !== 'ML' || larger.estimation !== 'ML') {
    throw new StatisticsError('needs-ml', {
      nl: 'Een likelihood-ratiotoets vergelijkt modellen die met ML zijn geschat. REML-waarden van modellen met andere vaste termen zijn niet te vergelijken. Schat beide opnieuw met methode ML.',
      en: 'A likelihood-ratio test compares models that were estimated by ML. REML values of models with other fixed terms cannot be compared. Estimate both again with method ML.',
    });
  }
  refuseOtherRows(smaller, larger);
  const df = larger.parameters - smaller.parameters;
  const chiSquare = smaller.deviance - larger.deviance;
  const missing = missingTerms(smaller, larger);
  if (df < 1 || missing.length > 0 || chiSquare < -1e-6 * (1 + Math.abs(larger.deviance))) {
    const absent = missing.length > 0 ? missing.join(', ') : '';
    throw new StatisticsError('not-nested', {
      nl: `Het tweede model moet alles van het eerste bevatten, en meer.${absent && ` Het mist: ${absent}.`}`,
      en: `The second model must contain all of the first, and more.${absent && ` It lacks: ${absent}.`}`,
    });
  }
  const value = Math.max(0, chiSquare);
  return {
    analysis: 'lmm-lrt',
    method: { nl: 'likelihood-ratiotoets (ML)', en: 'likelihood-ratio test (ML)' },
    engine: ENGINE,
    n: larger.n,
    dropped: larger.dropped,
    warnings: boundaryWarnings(smaller, larger),
    smaller: summaryOf(smaller),
    larger: summaryOf(larger),
    chiSquare: value,
    df,
    p: chiSquareTail(value, df),
  };
}

const summaryOf = ({ formula, parameters, logLik, aic, bic }: MultilevelModel): ComparedModel => ({
  formula,
  parameters,
  logLik,
  aic,
  bic,
});

const randomNames = ({ random }: MultilevelModel): readonly string[] =>
  random.map(({ group, term }) => `(${term} | ${group})`);

/** Coefficients cannot be compared by name when terms are coded anew; terms and groups can. */
function missingTerms(smaller: MultilevelModel, larger: MultilevelModel): readonly string[] {
  const known = new Set([...larger.anova.map(({ term }) => term), ...randomNames(larger)]);
  return [...smaller.anova.map(({ term }) => term), ...randomNames(smaller)].filter(
    (name) => !known.has(name),
  );
}

function boundaryWarnings(smaller: MultilevelModel, larger: MultilevelModel): readonly Warning[] {
  const before = new Set(randomNames(smaller));
  if (randomNames(larger).every((name) => before.has(name))) return [];
  return [
    {
      code: 'boundary-test',
      text: {
        nl: 'Deze toets gaat ook over een variantie, en die kan niet onder 0 komen. De echte p is daardoor kleiner dan hier staat: gaat de toets alleen over één variantie, dan de helft; alleen over een helling en haar correlatie met het intercept, dan het gemiddelde van de p bij 1 en bij 2 vrijheidsgraden. De toets is dus voorzichtig.',
        en: 'This test is about a variance too, and a variance cannot go below 0. The true p is therefore smaller than it says here: if the test is about one variance only, half of it; if only about a slope and its correlation with the intercept, the mean of the p at 1 and at 2 degrees of freedom. So the test is cautious.',
      },
    },
  ];
}

function refuseOtherRows(one: MultilevelModel, other: MultilevelModel): void {
  if (one.fingerprint === other.fingerprint && one.n === other.n && one.outcome === other.outcome) return;
  const why: Text = {
    nl: `Deze modellen gebruiken andere rijen of een andere uitkomst (${one.outcome}, ${one.n} rijen; ${other.outcome}, ${other.n} rijen). Laat bij beide dezelfde rijen weg (optie “complete”).`,
    en: `These models use other rows or another outcome (${one.outcome}, ${one.n} rows; ${other.outcome}, ${other.n} rows). Leave out the same rows for both (option “complete”).`,
  };
  throw new StatisticsError('different-rows', why);
}

export interface VarianceReduction {
  /** Of the variances of all levels together. Negative when a level's estimate rose. */
  readonly total: number;
  /** Per level, the residual last; null where the reference has no variance. */
  readonly levels: readonly { readonly group: string; readonly reduction: number | null }[];
}

/**
 * Which share of the unexplained variance of a simpler model is gone in a richer one, per level (Snijders & Bosker
 * 2012, section 7.1). Not the same as R²: it compares with the reference model, and can be negative.
 *
 * @throws StatisticsError `different-rows`; `different-groups`; `random-slope` (a variance then differs along the
 *   predictor, so there is no one figure).
 */
export function varianceReduction(model: MultilevelModel, reference: MultilevelModel): VarianceReduction {
  refuseOtherRows(model, reference);
  if ([...model.random, ...reference.random].some(({ term }) => term !== '(Intercept)')) {
    throw new StatisticsError('random-slope', {
      nl: 'Met een helling per groep is er niet één variantie per niveau, dus ook niet één afname. Vergelijk modellen zonder hellingen per groep.',
      en: 'With a slope per group there is no single variance per level, and so no single reduction. Compare models without slopes per group.',
    });
  }
  const before = new Map(reference.random.map((row) => [row.group, row.variance]));
  const total = (of: MultilevelModel): number =>
    of.random.reduce((sum, row) => sum + row.variance, of.residual.variance);
  const reduction = (now: number, then: number): number | null => (then > 0 ? 1 - now / then : null);
  const levels = model.random.map(({ group, variance }) => {
    const then = before.get(group);
    if (then !== undefined && before.size === model.random.length) {
      return { group, reduction: reduction(variance, then) };
    }
    throw new StatisticsError('different-groups', {
      nl: 'De twee modellen hebben niet dezelfde groepen. Gebruik in beide dezelfde, zoals (1 | school/teacher).',
      en: 'The two models do not have the same groups. Use the same in both, such as (1 | school/teacher).',
    });
  });
  const residual = reduction(model.residual.variance, reference.residual.variance);
  return {
    total: 1 - total(model) / total(reference),
    levels: [...levels, { group: 'residual', reduction: residual }],
  };
}
