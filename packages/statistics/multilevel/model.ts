import { tQuantile, tTwoSided } from '../distributions.ts';
import { parseFormula } from '../formula.ts';
import { levelOf } from '../level.ts';
import type { Matrix } from '../linear-algebra.ts';
import { type Design, designOf } from '../model-matrix.ts';
import { ENGINE, type Interval, type Result, StatisticsError, type Text, type Warning } from '../result.ts';
import { variance } from '../sums.ts';
import type { Table } from '../table.ts';
import { countOf } from './covariance.ts';
import { type Diagnostics, diagnose, diagnosticWarnings } from './diagnostics.ts';
import {
  backTurn,
  effectEstimates,
  type GroupEffects,
  groupEffects,
  residualsOf,
  scoresOf,
} from './effects.ts';
import { type Fit, fitCovariances } from './fit.ts';
import { type Level, levelsOf } from './grouping.ts';
import { type FixedEffects, fixedEffects, testContrasts } from './satterthwaite.ts';
import { type Standardised, standardise } from './sufficient-statistics.ts';
import { typeThreeContrasts } from './type-three.ts';

export interface MultilevelOptions {
  /** `enth ~ time * sector + (1 | school/teacher)`: see formula.ts. */
  readonly formula: string;
  /** REML (default) for estimates; ML for likelihood-ratio tests of fixed terms. */
  readonly method?: 'REML' | 'ML';
  /** Of the confidence intervals; 0.95 by default. */
  readonly level?: number;
  /** Groups whose effects are wanted, named as in `groups` of the result. */
  readonly effects?: readonly string[];
  /** Whether fitted values and residuals per row are wanted. */
  readonly residuals?: boolean;
  /** Columns that a used row must have besides those of the formula, so that two models use the same rows. */
  readonly complete?: readonly string[];
}

export interface FixedEffect {
  /** As R prints it: `sectorvo`, `time:sectorvo`. */
  readonly term: string;
  readonly estimate: number;
  readonly se: number;
  /** Satterthwaite's degrees of freedom. */
  readonly df: number;
  readonly t: number;
  readonly p: number;
  readonly ci: Interval;
}

export interface RandomEffect {
  readonly group: string;
  /** `(Intercept)`, or the predictor of a slope. */
  readonly term: string;
  readonly variance: number;
  readonly sd: number;
  /** With the group's intercept, at a slope that may go together with it; null when a variance is zero. */
  readonly correlation?: number | null;
}

/** Type III test with Satterthwaite's denominator degrees of freedom. */
export interface TermTest {
  readonly term: string;
  readonly df1: number;
  readonly df2: number;
  readonly F: number;
  readonly p: number;
  readonly sumSq: number;
  readonly meanSq: number;
}

export interface MultilevelModel extends Result {
  readonly analysis: 'lmm';
  readonly formula: string;
  readonly outcome: string;
  readonly estimation: 'REML' | 'ML';
  /** Of the confidence intervals. */
  readonly level: number;
  readonly fixed: readonly FixedEffect[];
  /** Groups with most members of a kind first: teachers before schools. */
  readonly random: readonly RandomEffect[];
  readonly residual: { readonly variance: number; readonly sd: number };
  readonly logLik: number;
  /** −2 logLik; for REML the REML criterion. */
  readonly deviance: number;
  readonly aic: number;
  readonly bic: number;
  /** Estimated: coefficients, variances and correlations. */
  readonly parameters: number;
  readonly nobs: number;
  /** Per factor its levels in the used rows; the first is the one that the others are compared with. */
  readonly factors: Readonly<Record<string, readonly string[]>>;
  /** How many groups of each kind. */
  readonly groups: Readonly<Record<string, number>>;
  /** Whether a variance is zero or a correlation 1 or −1: the model is richer than the data bear. */
  readonly singular: boolean;
  readonly anova: readonly TermTest[];
  /** Nakagawa & Schielzeth 2013; with a slope, Johnson 2014. */
  readonly r2: { readonly marginal: number; readonly conditional: number };
  /** Which share of the variance that the fixed terms leave lies where; `residual` is within the smallest groups. */
  readonly shares: readonly { readonly group: string; readonly share: number }[];
  readonly diagnostics: Diagnostics;
  readonly effects?: readonly GroupEffects[];
  /** Per used row: which of the table it is (from 1), what the model expects, and the residual over its sd. */
  readonly residuals?: {
    readonly row: readonly number[];
    readonly fitted: readonly number[];
    readonly standardised: readonly number[];
  };
  /** Of the outcomes and their rows: only models that share it can be compared. */
  readonly fingerprint: string;
}

/**
 * Linear mixed model with one kind of groups (schools), or two of which one lies within the other (teachers in
 * schools), each with a random intercept, a random slope of one predictor, or both.
 *
 * Bates et al. 2015, Journal of Statistical Software 67(1); Kuznetsova et al. 2017, JSS 82(13); see README.md.
 *
 * @returns n counts rows.
 * @throws StatisticsError `formula`; those of designOf (model-matrix.ts) and levelsOf (grouping.ts); `perfect-fit`;
 *   `not-identified`; `unknown-group` (in `effects`); `bad-level`.
 */
export function multilevelModel(data: Table, options: MultilevelOptions): MultilevelModel {
  const { method: estimation = 'REML', complete = [] } = options;
  const confidence = levelOf(options);
  const reml = estimation === 'REML';
  const formula = parseFormula(options.formula);
  const design = designOf(data, formula, { complete });
  const nested = levelsOf(data, formula, design.rows);
  const levels = nested.lower ? [nested.upper, nested.lower] : [nested.upper];
  const wanted = (options.effects ?? []).map((group) => placeOf(levels, group));
  const standardised = standardise(design, nested);
  const fit = fitCovariances(standardised.statistics, levels, reml);
  const fixed = fixedEffects(fit, standardised);
  const sigma2 = fit.evaluation.sigma2 * standardised.outcomeScale ** 2;
  const n = design.rows.length;
  const p = design.names.length;
  const deviance =
    fit.evaluation.deviance +
    2 * fit.degrees * Math.log(standardised.outcomeScale) +
    (reml ? standardised.logScale : 0);
  const parameters = p + countOf(fit.asked) + 1;
  const variances = levels.map((level, place) => levelVariances(level, place, fit, standardised));
  const groups = Object.fromEntries(levels.map((level) => [level.group, level.labels.length]));
  const scores = scoresOf(fit, standardised);
  const residuals = residualsOf(fit, standardised, scores, design.outcome);
  const kinds = levels.flatMap((level, place) => {
    const estimates = effectEstimates(fit, standardised, level, place, scores[place]);
    return variances[place].map(({ term, sd }, kind) => ({ ...level, term, sd, estimates: estimates[kind] }));
  });
  const diagnostics = diagnose(residuals, kinds);
  const shares = shareVariance(levels, fit, standardised, sigma2);
  return {
    analysis: 'lmm',
    method: methodText(estimation),
    engine: ENGINE,
    n,
    dropped: design.dropped,
    warnings: [
      ...groupWarnings(levels),
      ...singularWarnings(levels, fit),
      ...diagnosticWarnings(diagnostics, groups),
    ],
    formula: formula.text,
    outcome: formula.outcome.name,
    estimation,
    level: confidence,
    fixed: fixedTable(design, fixed, confidence),
    random: variances.toReversed().flat(),
    residual: { variance: sigma2, sd: Math.sqrt(sigma2) },
    logLik: -deviance / 2,
    deviance,
    aic: deviance + 2 * parameters,
    bic: deviance + Math.log(n) * parameters,
    parameters,
    nobs: n,
    factors: factorsOf(design),
    groups,
    singular: fit.layout.some((shape, place) =>
      shape.some((free, element) => free !== fit.asked[place][element]),
    ),
    anova: anovaTable(design, fixed, sigma2),
    r2: explained(design, fixed, shares, sigma2),
    shares: sharesOf(shares),
    diagnostics,
    ...(wanted.length > 0
      ? {
          effects: wanted.flatMap((place) =>
            groupEffects(fit, standardised, levels[place], place, scores[place], confidence),
          ),
        }
      : {}),
    ...(options.residuals
      ? {
          residuals: {
            row: Array.from(design.rows, (row) => row + 1),
            fitted: Array.from(residuals.fitted),
            standardised: Array.from(residuals.standardised),
          },
        }
      : {}),
    fingerprint: fingerprintOf(design),
  };
}

function placeOf(levels: readonly Level[], group: string): number {
  const place = levels.findIndex((level) => level.group === group);
  if (place >= 0) return place;
  const known = levels.map((level) => level.group).join(', ');
  throw new StatisticsError('unknown-group', {
    nl: `De formule noemt geen groep ${group}. De groepen zijn: ${known}.`,
    en: `The formula names no group ${group}. The groups are: ${known}.`,
  });
}

const methodText = (estimation: 'REML' | 'ML'): Result['method'] => ({
  nl: `lineair multilevelmodel (${estimation}), t en F met vrijheidsgraden volgens Satterthwaite, F van type III`,
  en: `linear mixed model (${estimation}), t and F with Satterthwaite’s degrees of freedom, type III F`,
});

const factorsOf = ({ variables }: Design): MultilevelModel['factors'] =>
  Object.fromEntries(
    [...variables].flatMap(([name, values]) => (values.kind === 'category' ? [[name, values.levels]] : [])),
  );

function fixedTable(design: Design, fixed: FixedEffects, confidence: number): readonly FixedEffect[] {
  const p = design.names.length;
  return design.names.map((term, j) => {
    const contrast = new Float64Array(p);
    contrast[j] = 1;
    const estimate = fixed.estimates[j];
    const se = Math.sqrt(fixed.covariance.values[j + j * p]);
    const df = fixed.degreesOf(contrast);
    const t = estimate / se;
    const margin = tQuantile((1 + confidence) / 2, df) * se;
    return { term, estimate, se, df, t, p: tTwoSided(t, df), ci: [estimate - margin, estimate + margin] };
  });
}

function anovaTable(design: Design, fixed: FixedEffects, sigma2: number): readonly TermTest[] {
  return typeThreeContrasts(design).map((contrasts, place) => {
    const test = testContrasts(fixed, contrasts);
    const meanSq = test.F * sigma2;
    return { term: design.formula.terms[place].name, ...test, sumSq: meanSq * test.df1, meanSq };
  });
}

function levelVariances(level: Level, place: number, fit: Fit, data: Standardised): readonly RandomEffect[] {
  const [a, b, c] = fit.psi[place];
  const scale = fit.evaluation.sigma2 * data.outcomeScale ** 2;
  const { turn, terms } = backTurn(level, data, place);
  const between = ([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): number =>
    scale * (x1 * (a * x2 + b * y2) + y1 * (b * x2 + c * y2));
  return terms.map((term, row) => {
    const variance = between(turn[row], turn[row]);
    const entry = { group: level.group, term, variance, sd: Math.sqrt(variance) };
    if (row === 0 || !level.correlated) return entry;
    const first = between(turn[0], turn[0]);
    const correlation =
      first > 0 && variance > 0 ? between(turn[0], turn[1]) / Math.sqrt(first * variance) : null;
    return { ...entry, correlation: correlation && Math.max(-1, Math.min(1, correlation)) };
  });
}

type Share = readonly [group: string, variance: number];

/** Per level the mean over the rows of the variance that its effects give; with only intercepts, their variance. */
function shareVariance(
  levels: readonly Level[],
  fit: Fit,
  { effects, outcomeScale }: Standardised,
  sigma2: number,
): readonly Share[] {
  const parts = levels.map(({ group, codes }, place): Share => {
    const [a, b, c] = fit.psi[place];
    const [first, second] = effects[place];
    let square1 = 0;
    let cross = 0;
    let square2 = 0;
    const n = codes.length;
    for (let i = 0; i < n; i++) {
      const x = first ? first[i] : 1;
      const y = second ? second[i] : 0;
      square1 += x * x;
      cross += x * y;
      square2 += y * y;
    }
    const average = (a * square1 + 2 * b * cross + c * square2) / n;
    return [group, average * fit.evaluation.sigma2 * outcomeScale ** 2];
  });
  return [...parts, ['residual', sigma2]];
}

function sharesOf(parts: readonly Share[]): MultilevelModel['shares'] {
  const total = parts.reduce((sum, [, variance]) => sum + variance, 0);
  return parts.map(([group, variance]) => ({ group, share: variance / total }));
}

function explained(
  { x }: Design,
  { estimates }: FixedEffects,
  parts: readonly Share[],
  sigma2: number,
): MultilevelModel['r2'] {
  const fixed = variance(predict(x, estimates));
  const total = parts.reduce((sum, [, variance]) => sum + variance, fixed);
  return { marginal: fixed / total, conditional: (total - sigma2) / total };
}

function predict(x: Matrix, estimates: Float64Array): Float64Array {
  const predicted = new Float64Array(x.rows);
  for (let j = 0; j < x.columns; j++) {
    for (let i = 0; i < x.rows; i++) predicted[i] += estimates[j] * x.values[i + j * x.rows];
  }
  return predicted;
}

/** Fewer groups than this, and the variance between them is a guess. */
const FEW_GROUPS = 10;

function groupWarnings(levels: readonly Level[]): readonly Warning[] {
  return levels
    .filter((level) => level.labels.length < FEW_GROUPS)
    .map(({ group, labels }) => ({
      code: 'few-groups',
      text: {
        nl: `Er zijn maar ${labels.length} groepen van de soort ${group}. Het verschil tussen groepen is dan onzeker, en p-waarden ook; tien of meer is beter.`,
        en: `There are only ${labels.length} groups of the kind ${group}. The difference between groups is then uncertain, and so are p-values; ten or more is better.`,
      },
    }));
}

function singularWarnings(levels: readonly Level[], { layout, asked }: Fit): readonly Warning[] {
  return levels.flatMap(({ group, slope, intercept }, place) => {
    const [one, , two] = layout[place];
    const [askedOne, low, askedTwo] = asked[place];
    const gone: Warning[] = [];
    const say = (
      nl: string,
      en: string,
      rest: Text = {
        nl: 'de uitkomsten zijn die van het model zonder dit deel',
        en: 'the results are those of the model without this part',
      },
    ): void => {
      gone.push({
        code: 'singular',
        text: {
          nl: `${group}: ${nl} Het model is rijker dan de gegevens dragen; ${rest.nl}.`,
          en: `${group}: ${en} The model is richer than the data bear; ${rest.en}.`,
        },
      });
    };
    if (low && askedTwo && one && !two) {
      say(
        'begin en helling gaan volledig samen (correlatie 1 of −1).',
        'intercept and slope go together completely (correlation 1 or −1).',
        {
          nl: 'beide blijven erin, maar als één verschil tussen groepen, en de correlatie is geen gevonden uitkomst',
          en: 'both stay in it, but as one difference between groups, and the correlation is not a finding',
        },
      );
    } else if (askedOne && !one) {
      const what = slope && !intercept ? slope.name : undefined;
      say(
        what
          ? `de helling van ${what} verschilt niet tussen groepen (variantie 0).`
          : 'de groepen verschillen niet meer dan toeval geeft (variantie 0).',
        what
          ? `the slope of ${what} does not differ between groups (variance 0).`
          : 'the groups differ no more than chance gives (variance 0).',
      );
    }
    if (!low && askedTwo && !two && slope) {
      say(
        `de helling van ${slope.name} verschilt niet tussen groepen (variantie 0).`,
        `the slope of ${slope.name} does not differ between groups (variance 0).`,
      );
    }
    return gone;
  });
}

/** FNV-1a over the places of the rows and the bytes of the outcome. */
function fingerprintOf({ rows, outcome }: Design): string {
  let hash = 0x811c9dc5;
  for (const words of [rows, new Int32Array(outcome.buffer)]) {
    for (const word of words) hash = Math.imul(hash ^ word, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
