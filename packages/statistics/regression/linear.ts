import { fTail, tQuantile, tTwoSided } from '../distributions.ts';
import { type Formula, parseFormula, type Term } from '../formula.ts';
import { levelOf } from '../level.ts';
import { column } from '../linear-algebra.ts';
import { type Design, designOf } from '../model-matrix.ts';
import { ENGINE, type Interval, type Result, StatisticsError } from '../result.ts';
import { standardDeviation } from '../sums.ts';
import type { Table } from '../table.ts';
import { cautions } from './cautions.ts';
import { type CaseDiagnostics, casesOf, diagnose, type RegressionDiagnostics } from './diagnostics.ts';
import { columnsAt, explainedBeyond, type Fit, leastSquares, logDeterminant } from './least-squares.ts';

export interface Coefficient {
  /** As R prints it: `(Intercept)`, `design`, `sectorvo`. */
  readonly term: string;
  readonly estimate: number;
  readonly se: number;
  readonly t: number;
  readonly p: number;
  readonly ci: Interval;
  /** b · sd(x) / sd(y), also for the 0 and 1 of a category; null for the intercept. */
  readonly standardised: number | null;
  /**
   * Variance inflation 1 / (1 − R²) of this predictor on the others; null for the intercept and for a category of more than
   * two levels, whose own value would depend on the reference: see `terms`.
   */
  readonly vif: number | null;
  /** 1 / vif. */
  readonly tolerance: number | null;
}

/** A term of the formula as a whole. */
export interface RegressionTerm {
  readonly term: string;
  /** Type II: what it explains beyond all terms that do not contain it. */
  readonly sumSq: number;
  readonly df1: number;
  readonly df2: number;
  readonly F: number;
  readonly p: number;
  /** Generalised variance inflation factor; for one coefficient the usual one. */
  readonly gvif: number;
  /** gvif^(1 / (2 · df1)): comparable between terms, and the root of the usual vif for one coefficient. */
  readonly gvifScaled: number;
}

/** A case is a row that has all values. */
export interface RegressionResult extends Result {
  readonly analysis: 'regression';
  readonly formula: string;
  readonly outcome: string;
  readonly level: number;
  readonly coefficients: readonly Coefficient[];
  readonly terms: readonly RegressionTerm[];
  readonly r2: number;
  readonly adjustedR2: number;
  /** Standard deviation of the residuals. */
  readonly sigma: number;
  readonly F: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
  readonly diagnostics: RegressionDiagnostics;
}

export type RegressionModel =
  | { readonly formula: string }
  | { readonly outcome: string; readonly predictors: readonly string[] };

export interface RegressionOptions {
  /** Of the intervals; default 0.95. */
  readonly level?: number;
  /** Other columns in which a used row must have a value, so that models are of the same rows. */
  readonly complete?: readonly string[];
}

/**
 * Multiple linear regression by least squares, with standard errors that take the spread of the residuals for equal.
 *
 * @throws StatisticsError `formula`, `random-terms`, `no-intercept`, `no-predictors`, `bad-level`, `perfect-fit`, and
 *   those of `designOf`: `unknown-column`, `not-numeric`, `constant-outcome`, `one-level`, `not-finite`, `too-few-cases`,
 *   `singular-design`.
 */
export function linearRegression(
  data: Table,
  model: RegressionModel,
  options: RegressionOptions = {},
): RegressionResult {
  const level = levelOf(options);
  const { design, fit } = fitted(data, model, options.complete);
  const n = design.rows.length;
  const df1 = design.names.length - 1;
  const df2 = n - df1 - 1;
  const variance = fit.rss / df2;
  const F = fit.ess / df1 / variance;
  const terms = testTerms(design, fit, variance, df2);
  const coefficients = describeCoefficients(design, fit, variance, df2, level, terms);
  const diagnostics = diagnose(design, fit);
  return {
    analysis: 'regression',
    method: {
      nl: 'Meervoudige lineaire regressie, kleinste kwadraten; toets per term van type II',
      en: 'Multiple linear regression, least squares; tests of terms of type II',
    },
    engine: ENGINE,
    n,
    dropped: design.dropped,
    warnings: cautions({ n, coefficients: df1, terms, diagnostics }),
    formula: design.formula.text,
    outcome: design.formula.outcome.name,
    level,
    coefficients,
    terms,
    r2: fit.ess / fit.tss,
    adjustedR2: 1 - variance / (fit.tss / (n - 1)),
    sigma: Math.sqrt(variance),
    F,
    df1,
    df2,
    p: fTail(F, df1, df2),
    diagnostics,
  };
}

/**
 * Every used case under the model, in the order of the data: for plots of residuals.
 *
 * @throws StatisticsError as {@link linearRegression}.
 */
export function regressionCases(data: Table, model: RegressionModel): readonly CaseDiagnostics[] {
  const { design, fit } = fitted(data, model);
  return casesOf(design, fit);
}

function fitted(
  data: Table,
  model: RegressionModel,
  complete: readonly string[] = [],
): { readonly design: Design; readonly fit: Fit } {
  const formula = parseFormula(
    'formula' in model ? model.formula : formulaOf(model.outcome, model.predictors),
  );
  refuseFormula(formula);
  const design = designOf(data, formula, { complete });
  const fit = leastSquares(design, design.outcome);
  if (fit.rss <= 1e-24 * fit.tss) {
    throw new StatisticsError('perfect-fit', {
      nl: `De uitkomst ${formula.outcome.name} volgt precies uit de voorspellers. Is een van de voorspellers eruit berekend? Haal die weg.`,
      en: `The outcome ${formula.outcome.name} follows exactly from the predictors. Was one of them computed from it? Take that one out.`,
    });
  }
  return { design, fit };
}

/** The formula of columns by name, whatever characters are in them. */
function formulaOf(outcome: string, predictors: readonly string[]): string {
  const quoted = (name: string): string => (/^[A-Za-z][A-Za-z0-9._]*$/.test(name) ? name : `\`${name}\``);
  return `${quoted(outcome)} ~ ${predictors.length > 0 ? predictors.map(quoted).join(' + ') : '1'}`;
}

function refuseFormula({ random, intercept, terms }: Formula): void {
  if (random.length > 0) {
    throw new StatisticsError('random-terms', {
      nl: 'Een gewone regressie kent geen groepen ( | ). Gebruik het multilevelmodel, of haal dat deel uit de formule.',
      en: 'A plain regression has no groups ( | ). Use the multilevel model, or take that part out of the formula.',
    });
  }
  if (!intercept) {
    throw new StatisticsError('no-intercept', {
      nl: 'Deze regressie heeft altijd een intercept: zonder betekent R² iets anders. Haal de 0 uit de formule.',
      en: 'This regression always has an intercept: without it R² means something else. Take the 0 out of the formula.',
    });
  }
  if (terms.length === 0) {
    throw new StatisticsError('no-predictors', {
      nl: 'Noem minstens één voorspeller. Voor alleen een gemiddelde is er de beschrijving.',
      en: 'Name at least one predictor. For a mean alone there is the description.',
    });
  }
}

function describeCoefficients(
  design: Design,
  fit: Fit,
  variance: number,
  df: number,
  level: number,
  terms: readonly RegressionTerm[],
): Coefficient[] {
  const spread = standardDeviation(design.outcome);
  const reach = tQuantile((1 + level) / 2, df);
  return design.names.map((term, j) => {
    const estimate = fit.coefficients[j];
    const se = Math.sqrt(variance * fit.inverse.values[j + j * design.names.length]);
    const own = j === 0 ? undefined : terms[design.assign[j] - 1];
    const vif = own?.df1 === 1 ? own.gvif : null;
    return {
      term,
      estimate,
      se,
      t: estimate / se,
      p: tTwoSided(estimate / se, df),
      ci: [estimate - reach * se, estimate + reach * se],
      standardised: j === 0 ? null : (estimate * standardDeviation(column(design.x, j))) / spread,
      vif,
      tolerance: vif === null ? null : 1 / vif,
    };
  });
}

/** Type II after Fox, J. (2016). Applied regression analysis, §8.2.5; GVIF after Fox, J., & Monette, G. (1992). JASA, 87, 178–183. */
function testTerms({ formula, assign }: Design, fit: Fit, variance: number, df2: number): RegressionTerm[] {
  const placesOf = (wanted: (place: number) => boolean): number[] =>
    assign.flatMap((place, j) => (place > 0 && wanted(place - 1) ? [j - 1] : []));
  const all = logDeterminant(fit.triangle);
  return formula.terms.map((term, place) => {
    const own = columnsAt(
      fit.triangle,
      placesOf((other) => other === place),
    );
    const others = columnsAt(
      fit.triangle,
      placesOf((other) => other !== place),
    );
    const marginal = columnsAt(
      fit.triangle,
      placesOf((other) => !contains(formula.terms[other], term)),
    );
    const sumSq = explainedBeyond(marginal, own, fit.effects);
    const df1 = own.columns;
    const F = sumSq / df1 / variance;
    const gvif = Math.exp(logDeterminant(own) + logDeterminant(others) - all);
    return {
      term: term.name,
      sumSq,
      df1,
      df2,
      F,
      p: fTail(F, df1, df2),
      gvif,
      gvifScaled: gvif ** (1 / (2 * df1)),
    };
  });
}

/** Whether a term is another one or crosses it with more. */
const contains = (term: Term, other: Term): boolean =>
  other.variables.every(({ name }) => term.variables.some((own) => own.name === name));
