/** What is estimated for each group, and what is left of each row (empirical Bayes; Bates et al. 2015, section 3). */
import { normalQuantile } from '../distributions.ts';
import type { Interval } from '../result.ts';
import type { Psi } from './blocks.ts';
import { type GroupScores, groupScores } from './deviance.ts';
import type { Fit } from './fit.ts';
import type { Level } from './grouping.ts';
import type { Standardised } from './sufficient-statistics.ts';

/** Effects of one kind (all intercepts, or all slopes) of the groups of one level, in the same order. */
export interface GroupEffects {
  readonly group: string;
  readonly term: string;
  readonly labels: readonly string[];
  readonly estimate: readonly number[];
  readonly se: readonly number[];
  readonly ci: readonly Interval[];
}

/** Per level (upper first), what its groups' effects follow from. */
export function scoresOf(fit: Fit, { statistics }: Standardised): readonly GroupScores[] {
  return groupScores(statistics, fit.psi, fit.residual);
}

/** Ψ · Z'V⁻¹e, two places per group, on the scale of the standardised data. */
function standardisedEffects({ scores }: GroupScores, [a, b, c]: Psi): Float64Array {
  const effects = new Float64Array(scores.length);
  for (let at = 0; at < scores.length; at += 2) {
    effects[at] = a * scores[at] + b * scores[at + 1];
    effects[at + 1] = b * scores[at] + c * scores[at + 1];
  }
  return effects;
}

/**
 * Effects of the groups of a level on the scale of the data, one list per kind. The intervals hold the fixed effects
 * and variances for known, as lme4's do.
 */
export function groupEffects(
  fit: Fit,
  data: Standardised,
  level: Level,
  place: number,
  scores: GroupScores,
  confidence: number,
): readonly GroupEffects[] {
  const psi = fit.psi[place];
  const quantile = normalQuantile((1 + confidence) / 2);
  const { turn, terms } = backTurn(level, data, place);
  const estimates = effectEstimates(fit, data, level, place, scores);
  return terms.map((term, row) => {
    const [x, y] = turn[row];
    const estimate = Array.from(estimates[row]);
    const se = estimate.map((_, group) => {
      const at = placeInStatistics(data, place, group);
      const [a, b, c] = conditional(psi, scores.information, 3 * at);
      const variance = x * x * a + 2 * x * y * b + y * y * c;
      return data.outcomeScale * Math.sqrt(Math.max(0, fit.evaluation.sigma2 * variance));
    });
    const ci = estimate.map((value, i): Interval => [value - quantile * se[i], value + quantile * se[i]]);
    return { group: level.group, term, labels: level.labels, estimate, se, ci };
  });
}

/** Per kind of effect (intercept, slope), per group of the level. */
export function effectEstimates(
  fit: Fit,
  data: Standardised,
  level: Level,
  place: number,
  scores: GroupScores,
): readonly Float64Array[] {
  const effects = standardisedEffects(scores, fit.psi[place]);
  return backTurn(level, data, place).turn.map(([x, y]) => {
    const estimates = new Float64Array(level.labels.length);
    for (let group = 0; group < estimates.length; group++) {
      const at = 2 * placeInStatistics(data, place, group);
      estimates[group] = data.outcomeScale * (x * effects[at] + y * effects[at + 1]);
    }
    return estimates;
  });
}

const placeInStatistics = ({ lowerPlaces }: Standardised, place: number, group: number): number =>
  place === 0 ? group : lowerPlaces[group];

/** Rows of T where effects on the scale of the predictor = T · effects on its standardised scale. */
export function backTurn(
  { intercept, slope }: Level,
  { slopes }: Standardised,
  place: number,
): { readonly turn: readonly (readonly [number, number])[]; readonly terms: readonly string[] } {
  if (!slope) return { turn: [[1, 0]], terms: ['(Intercept)'] };
  const { centre, scale } = slopes[place];
  if (!intercept) return { turn: [[1 / scale, 0]], terms: [slope.name] };
  return {
    turn: [
      [1, -centre / scale],
      [0, 1 / scale],
    ],
    terms: ['(Intercept)', slope.name],
  };
}

/** Ψ − Ψ·Z'V⁻¹Z·Ψ: what is still unknown of a group's effects. */
function conditional([a, b, c]: Psi, information: Float64Array, from: number): Psi {
  const na = information[from];
  const nb = information[from + 1];
  const nc = information[from + 2];
  const form = (x1: number, x2: number, y1: number, y2: number): number =>
    x1 * (na * y1 + nb * y2) + x2 * (nb * y1 + nc * y2);
  return [a - form(a, b, a, b), b - form(a, b, b, c), c - form(b, c, b, c)];
}

/** Per row what the model expects of it, group effects included, and the residual over its standard deviation. */
export interface Residuals {
  readonly fitted: Float64Array;
  readonly standardised: Float64Array;
}

export function residualsOf(
  fit: Fit,
  data: Standardised,
  allScores: readonly GroupScores[],
  outcome: Float64Array,
): Residuals {
  const { columns, effects, groups, outcomeScale } = data;
  const weights = fit.residual;
  const rest = new Float64Array(outcome.length);
  for (const [j, values] of columns.entries()) {
    for (let i = 0; i < rest.length; i++) rest[i] += weights[j] * values[i];
  }
  for (const [place, psi] of fit.psi.entries()) {
    const own = standardisedEffects(allScores[place], psi);
    for (const [effect, values] of effects[place].entries()) {
      const codes = groups[place];
      for (let i = 0; i < rest.length; i++) {
        rest[i] -= own[2 * codes[i] + effect] * (values ? values[i] : 1);
      }
    }
  }
  const sigma = Math.sqrt(fit.evaluation.sigma2);
  return {
    fitted: outcome.map((value, i) => value - outcomeScale * rest[i]),
    standardised: rest.map((value) => value / sigma),
  };
}
